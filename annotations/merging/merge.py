"""Merge a colleague's work into a library: nothing duplicated, nothing lost, conflicts stored for a decision.

Items are matched by what identifies them in every library (a uid, or the digest of a document), then by content: a tag
by its folded name, an annotation by its passage and coder. The tags of matching annotations are united. Where the two
sides differ, the local value stays and the incoming one is stored as a conflict. What was removed locally is not
brought back.
"""

from annotations.merging.check_work import checked
from annotations.merging.conflicts import Conflicts
from annotations.merging.matched import Matched, Merged
from annotations.merging.merge_codebook import merge_attribute, merge_coding, merge_tags
from annotations.merging.merge_passages import PassageMerge
from annotations.merging.our_text import in_our_text
from annotations.merging.take import restore, take
from annotations.store import document_rows, log_rows, person_rows
from annotations.store.analysis_writer import Rows
from annotations.store.connection import Connection, Database
from annotations.store.new_document import write_document
from annotations.values.attributes import CodedUnit
from annotations.values.folding import fold_text
from annotations.values.model import Person
from annotations.values.work import Exported, Work

__all__ = ["Merged", "merge"]


class _Nothing(Exception):
    """Raised to leave an act that turned out to change nothing."""


def _check_changes(db: Database, act: int) -> None:
    if not log_rows.changed_anything(db, act):
        raise _Nothing


def _write_texts(db: Database, work: Work, matched: Matched) -> None:
    """Write the texts that the library lacks, in the transaction of the act but outside its log.

    A text stays stored when the act that showed it is undone. One that an earlier version left hidden when its merge
    failed is shown as a new one is.
    """
    for item in work.documents:
        incoming = item.document
        number = document_rows.id_by_digest(db, incoming.digest)
        if not number:
            facts = {name: getattr(incoming, name) for name in ("name", "path", "title", "direction", "digest")}
            number = write_document(db, item.text, item.analysis, {**facts, "encoding": "utf-8"})
            restore(Rows(db, number), item.corrections)
            matched.new.append(number)
        elif document_rows.is_left_over(db, number):
            matched.left.append(number)
        matched.documents[incoming.id] = number


def _merge_all(work: Work, matched: Matched) -> None:
    """Merge everything, within an act in progress."""
    document_rows.set_documents(matched.db, [*matched.new, *matched.left], gone=0)
    matched.counts["documents"] = len(matched.new) + len(matched.left)
    merge_tags(matched, work.shared.tags)
    for attribute in work.shared.attributes:
        merge_attribute(matched, attribute)
    documents = [_placed_here(item, matched) for item in work.documents]
    for item in documents:
        _merge_corrections(item, matched)
    for person in work.shared.persons:
        _merge_person(person, matched)
    passages = PassageMerge(matched)
    for item in documents:
        _merge_document(item, matched, passages)
    for coding in work.shared.codings:
        merge_coding(matched, coding, CodedUnit(person=matched.persons.get(coding.unit.person, 0)))
    matched.counts["conflicts"] = matched.conflicts.found


def _placed_here(item: Exported, matched: Matched) -> Exported:
    """Return a document's work as it is, or placed in the local text where that is another one of the same file."""
    document = matched.documents[item.document.id]
    if document in matched.new:
        return item
    text = document_rows.text(matched.db, document)
    if text == item.text:
        return item
    before = sum(one.placed == "lost" for one in item.annotations)
    placed = in_our_text(item, text)
    matched.counts["lost"] += sum(one.placed == "lost" for one in placed.annotations) - before
    return placed


def _merge_corrections(item: Exported, matched: Matched) -> None:
    """Take over the corrections of an analysis; incoming speakers may have different numbers locally."""
    document = matched.documents[item.document.id]
    if document not in matched.new:
        numbers = take(Rows(matched.db, document), item.corrections, matched.conflicts.add)
        matched.speakers |= {(document, incoming): local for incoming, local in numbers.items()}


def _merge_person(incoming: Person, matched: Matched) -> None:
    local = person_rows.persons(matched.db)
    found = next((one.id for one in local if one.uid == incoming.uid), 0)
    found = found or next((one.id for one in local if fold_text(one.name) == fold_text(incoming.name)), 0)
    found = found or person_rows.add_person(matched.db, incoming.name, incoming.uid)
    matched.persons[incoming.id] = found
    for one in incoming.speakers:
        document = matched.documents.get(one.document)
        if document is None:
            continue
        speaker = matched.speakers.get((document, one.speaker), one.speaker)
        link = person_rows.link_of(matched.db, document, speaker)
        if link is None:
            person_rows.link(matched.db, found, document, speaker)
        elif link.person != found:
            matched.conflicts.add("person_speaker", link.id, "person", link.person, found)


def _merge_document(item: Exported, matched: Matched, passages: PassageMerge) -> None:
    document = matched.documents[item.document.id]
    matched.fill("document", document, item.document._asdict(), ("project", "memo"))
    if item.document.coded:
        document_rows.mark_coded_if_not(matched.db, document)
    if item.annotations:
        passages.merge(item.annotations, document)
    for coding in item.codings:
        merge_coding(matched, coding, coding.unit._replace(document=document))


def merge(connection: Connection, work: Work, source: str) -> Merged:
    """Merge someone's work into the library of a connection, as one act; return what was new. source: its file name.

    Repeating a merge changes nothing, not even the log. A merge that fails leaves nothing behind. Raises WorkRefused if
    the work is not what it should be.
    """
    work = checked(work, source)
    matched = Matched(connection.db, Conflicts(connection.db, source))
    try:
        with connection.act("merge", None, {"name": source}, before=lambda db: _write_texts(db, work, matched)) as act:
            _merge_all(work, matched)
            _check_changes(connection.db, act)
            matched.counts["corrections"] = log_rows.parts_changed(connection.db, act)
    except _Nothing:
        pass
    return Merged(**matched.counts)
