"""Merge a colleague's work into a library: nothing duplicated, nothing lost, conflicts stored for a decision.

Items are matched by what identifies them in every library (a uid, or the digest of a document), then by content: a tag
by its folded name, an annotation by its passage and coder. The tags of matching annotations are united. Where the two
sides differ, the local value stays and the incoming one is stored as a conflict. What was removed locally is not
brought back.
"""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from annotations.merging.conflicts import Conflicts
from annotations.merging.take import restore, take
from annotations.store import annotation_rows, queries
from annotations.store.analysis_rows import Rows, insert
from annotations.store.connection import Connection
from annotations.store.history import fresh_id, now
from annotations.values.attributes import Attribute, CodedUnit, Coding, Value
from annotations.values.codebook import same
from annotations.values.folding import fold_text
from annotations.values.localized import Localized
from annotations.values.model import Annotation, Person, Tag
from annotations.values.work import Exported, Work

_WORDS = (("name", "names"), ("description", "descriptions"))  # column of tag, field of Tag


class Merged(NamedTuple):
    """What a merge brought: the numbers of new documents, tags and annotations, and of conflicts.

    joined: local annotations that were added to; removed_here: incoming annotations left out because they were removed
    locally; corrections: rows of the analyses created or changed by incoming corrections.
    """

    documents: int = 0
    tags: int = 0
    annotations: int = 0
    joined: int = 0
    conflicts: int = 0
    removed_here: int = 0
    corrections: int = 0


class _Nothing(Exception):
    """Raised to leave an act that turned out to change nothing."""


def _unless_nothing(connection: Connection, act: int) -> None:
    if connection.db.execute("SELECT 1 FROM change WHERE act = ? LIMIT 1", (act,)).fetchone() is None:
        raise _Nothing


def _corrections(connection: Connection, act: int) -> int:
    """Return how many rows of analyses an act created or changed."""
    query = (
        "SELECT count(DISTINCT tbl || row) FROM change WHERE act = ? AND after IS NOT NULL "
        "AND tbl IN ('noise', 'session', 'statement', 'speaker', 'topic')"
    )
    return int(connection.db.execute(query, (act,)).fetchone()[0])


class _Merge:
    """A merge in progress: which incoming item corresponds to which local one."""

    def __init__(self, connection: Connection, work: Work, source: str) -> None:
        """Prepare to merge `work` into the connection's library."""
        self.connection, self.db, self.work = connection, connection.db, work
        self.conflicts = Conflicts(self.db, source)
        self.counts: dict[str, int] = dict.fromkeys(Merged._fields, 0)
        self.documents: dict[int, int] = {}
        self.tags: dict[int, int] = {}
        self.attributes: dict[int, int] = {}
        self.values: dict[int, int] = {}
        self.persons: dict[int, int] = {}
        self.speakers: dict[tuple[int, int], int] = {}
        self.new: list[int] = []

    # documents: texts are written before the act, hidden, since a text is stored permanently

    def texts(self) -> None:
        """Write the texts that the library does not have yet."""
        for item in self.work.documents:
            digest = item.document.digest
            row = self.db.execute("SELECT id FROM document WHERE digest = ?", (digest,)).fetchone()
            if row is None:
                incoming = item.document
                facts = {
                    "name": incoming.name,
                    "path": incoming.path,
                    "title": incoming.title,
                    "direction": incoming.direction,
                }
                number = annotation_rows.add_document(
                    self.db, item.text, item.analysis, {**facts, "digest": digest, "encoding": "utf-8"}
                )
                restore(Rows(self.db, number), item.corrections)
                self.new.append(number)
            else:
                number = int(row[0])
            self.documents[item.document.id] = number

    def run(self) -> None:
        """Merge everything, within an act in progress."""
        for number in self.new:
            self.db.execute("UPDATE document SET gone = 0 WHERE id = ?", (number,))
        self.counts["documents"] = len(self.new)
        self._codebook(self.work.shared.tags)
        for attribute in self.work.shared.attributes:
            self._attribute(attribute)
        for item in self.work.documents:
            self._corrections(item)
        for person in self.work.shared.persons:
            self._person(person)
        for item in self.work.documents:
            self._document(item)
        for coding in self.work.shared.codings:
            self._coding(coding, CodedUnit(person=self.persons.get(coding.unit.person, 0)))
        self.counts["conflicts"] = self.conflicts.found

    # the codebook

    def _codebook(self, tags: Iterable[Tag]) -> None:
        fresh: list[Tag] = []
        for incoming in tags:
            number = self._tag_here(incoming)
            if number:
                self._words(number, incoming)
                self._told("tag", number, incoming._asdict(), ("memo",))
            else:
                number = self._new_tag(incoming)
                fresh.append(incoming)
            self.tags[incoming.id] = number
        for incoming in fresh:
            if incoming.parent in self.tags:
                row = (self.tags[incoming.parent], self.tags[incoming.id])
                self.db.execute("UPDATE tag SET parent = ? WHERE id = ?", row)
        self.counts["tags"] = len(fresh)

    def _tag_here(self, incoming: Tag) -> int:
        """Return the local tag for an incoming one, or 0: by uid, following merged tags, then by name."""
        row = self.db.execute(
            "SELECT id, gone, same_as FROM tag WHERE uid = ? AND uid != ''", (incoming.uid,)
        ).fetchone()
        while row is not None and row[1]:
            row = self.db.execute("SELECT id, gone, same_as FROM tag WHERE id = ?", (row[2],)).fetchone()
        if row is not None:
            return int(row[0])
        local = queries.tags(self.db)
        found = next(filter(None, (same(local, name) for name in incoming.names.all())), None)
        return found.id if found else 0

    def _new_tag(self, incoming: Tag) -> int:
        number = fresh_id(self.db, "tag")
        taken = self.db.execute("SELECT 1 FROM tag WHERE slot = ? AND NOT gone", (incoming.slot,)).fetchone()
        values = {
            "id": number, "uid": incoming.uid or annotation_rows.new_uid(), "slot": None if taken else incoming.slot,
            "name": incoming.names.json(), "description": incoming.descriptions.json(), "color": incoming.color,
            "retired": int(incoming.retired), "memo": incoming.memo,
        }  # fmt: skip
        return insert(self.db, "tag", values)

    def _words(self, number: int, incoming: Tag) -> None:
        """Fill in names and descriptions in languages that lack them locally; a different one is a conflict."""
        local = next(tag for tag in queries.tags(self.db) if tag.id == number)
        for column, field in _WORDS:
            words: Localized = getattr(local, field)
            for language, said in getattr(incoming, field):
                if not words.exactly(language):
                    words = words.having(language, said)
                elif words.exactly(language) != said:
                    self.conflicts.add("tag", number, f"{column}.{language}", words.exactly(language), said)
            if words != getattr(local, field):
                self.db.execute(f"UPDATE tag SET {column} = ? WHERE id = ?", (words.json(), number))

    def _told(self, table: str, number: int, incoming: dict[str, Any], fields: Iterable[str]) -> None:
        """Fill fields that are empty locally; where both sides have a value and these differ, add a conflict."""
        row = self.db.execute(f"SELECT * FROM {table} WHERE id = ?", (number,)).fetchone()
        for name in fields:
            if incoming[name] and not row[name]:
                self.db.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (incoming[name], number))
            elif incoming[name] and incoming[name] != row[name]:
                self.conflicts.add(table, number, name, row[name], incoming[name])

    # the coding form

    def _attribute(self, incoming: Attribute) -> None:
        rows = self.db.execute(
            "SELECT id, uid, name FROM attribute WHERE scope = ? AND NOT gone", (incoming.scope,)
        ).fetchall()
        found = next((row[0] for row in rows if row[1] == incoming.uid), None)
        found = found or next((row[0] for row in rows if _alike(row, incoming)), None)
        if found is None:
            found = insert(
                self.db,
                "attribute",
                {
                    "id": fresh_id(self.db, "attribute"), "uid": incoming.uid, "scope": incoming.scope,
                    "name": incoming.names.json(), "gone": 0,
                },
            )  # fmt: skip
        self.attributes[incoming.id] = found
        for value in incoming.values:
            local = self.db.execute(
                "SELECT id, uid, name, number FROM attribute_value WHERE attribute = ?", (found,)
            ).fetchall()
            number = next((row[0] for row in local if row[1] == value.uid), None)
            number = number or next((row[0] for row in local if _alike(row, value)), None)
            if number is None:
                at = max((row["number"] for row in local), default=0) + 1
                row = {"id": fresh_id(self.db, "attribute_value"), "uid": value.uid, "attribute": found, "number": at}
                number = insert(self.db, "attribute_value", {**row, "name": value.names.json()})
            self.values[value.id] = number

    def _coding(self, incoming: Coding, unit: CodedUnit) -> None:
        if unit == CodedUnit() or incoming.attribute not in self.attributes or incoming.value not in self.values:
            return
        coder = annotation_rows.coder_id(self.db, incoming.coder)
        attribute, value = self.attributes[incoming.attribute], self.values[incoming.value]
        document, start, end, person = unit.columns
        row = self.db.execute(
            'SELECT id, value FROM coding WHERE attribute = ? AND coder = ? AND document = ? AND start = ? AND "end" = ? AND person = ?',
            (attribute, coder, document, start, end, person),
        ).fetchone()
        if row is None:
            place = {"document": document, "start": start, "end": end, "person": person}
            number = fresh_id(self.db, "coding")
            told = {"attribute": attribute, "value": value, "coder": coder, "at": now()}
            insert(self.db, "coding", {"id": number, **told, **place})
        elif row[1] != value:
            self.conflicts.add("coding", row[0], "value", row[1], value)

    # persons

    def _person(self, incoming: Person) -> None:
        rows = self.db.execute("SELECT id, uid, name FROM person WHERE NOT gone").fetchall()
        found = next((row[0] for row in rows if row[1] == incoming.uid), None)
        found = found or next((row[0] for row in rows if fold_text(row[2]) == fold_text(incoming.name)), None)
        if found is None:
            number = fresh_id(self.db, "person")
            found = insert(self.db, "person", {"id": number, "uid": incoming.uid, "name": incoming.name, "gone": 0})
        self.persons[incoming.id] = found
        for one in incoming.speakers:
            document = self.documents.get(one.document)
            if document is None:
                continue
            key = (document, self.speakers.get((document, one.speaker), one.speaker))
            row = self.db.execute(
                "SELECT id, person FROM person_speaker WHERE document = ? AND speaker = ?", key
            ).fetchone()
            if row is None:
                number = fresh_id(self.db, "person_speaker")
                insert(
                    self.db,
                    "person_speaker",
                    {"id": number, "person": found, "document": key[0], "speaker": key[1]},
                )
            elif row[1] != found:
                self.conflicts.add("person_speaker", row[0], "person", row[1], found)

    # one document

    def _corrections(self, item: Exported) -> None:
        """Take over the corrections of an analysis; incoming speakers may have different numbers locally."""
        document = self.documents[item.document.id]
        if document in self.new:
            return
        numbers = take(Rows(self.db, document), item.corrections, self.conflicts.add)
        self.speakers |= {(document, incoming): local for incoming, local in numbers.items()}

    def _document(self, item: Exported) -> None:
        document = self.documents[item.document.id]
        self._told("document", document, item.document._asdict(), ("project", "memo"))
        self.db.execute(
            "UPDATE document SET coded = 1 WHERE id = ? AND NOT coded AND ?", (document, item.document.coded)
        )
        for annotation in item.annotations:
            self._annotation(annotation, document)
        for coding in item.codings:
            self._coding(coding, coding.unit._replace(document=document))

    def _annotation(self, incoming: Annotation, document: int) -> None:
        number = self._annotation_here(incoming, document)
        if number is None:
            if self._removed_here(incoming):
                self.counts["removed_here"] += 1
                return
            number = self._new_annotation(incoming, document)
            self.counts["annotations"] += 1
        elif self._join(number, incoming):
            self.counts["joined"] += 1
        for tag in incoming.tags:
            if tag in self.tags:
                annotation_rows.give_tag(self.db, number, self.tags[tag])

    def _annotation_here(self, incoming: Annotation, document: int) -> int | None:
        row = self.db.execute("SELECT id FROM annotation WHERE uid = ? AND uid != ''", (incoming.uid,)).fetchone()
        if row is not None:
            return int(row[0])
        if incoming.placed == "lost":
            return None
        return annotation_rows.same_passage(self.db, document, incoming.anchor.span, incoming.coder)

    def _removed_here(self, incoming: Annotation) -> bool:
        row = self.db.execute(
            "SELECT 1 FROM change JOIN act ON act.id = act AND state IN ('done', 'kept') "
            "WHERE tbl = 'annotation' AND after IS NULL AND json_extract(before, '$.uid') = ?",
            (incoming.uid or None,),
        ).fetchone()
        return row is not None

    def _new_annotation(self, incoming: Annotation, document: int) -> int:
        anchor = incoming.anchor
        return insert(
            self.db,
            "annotation",
            {
                "id": fresh_id(self.db, "annotation"), "uid": incoming.uid or annotation_rows.new_uid(), "document": document,
                "start": anchor.span.start, "end": anchor.span.end, "quote": anchor.quote, "prefix": anchor.prefix,
                "suffix": anchor.suffix, "note": incoming.note, "coder": annotation_rows.coder_id(self.db, incoming.coder),
                "created": incoming.created, "changed": incoming.changed, "placed": incoming.placed,
            },
        )  # fmt: skip

    def _join(self, number: int, incoming: Annotation) -> bool:
        """Add to a local annotation what only the incoming one has; return whether that changes anything."""
        local = queries.annotations_by_id(self.db, [number])[0]
        self._told("annotation", number, {"note": incoming.note}, ("note",))
        if local.anchor.span != incoming.anchor.span and incoming.placed != "lost":
            bounds = "{}:{}"
            self.conflicts.add(
                "annotation", number, "bounds", bounds.format(*local.anchor.span), bounds.format(*incoming.anchor.span)
            )
        more = {self.tags[tag] for tag in incoming.tags if tag in self.tags} - set(local.tags)
        return bool(more) or bool(incoming.note and not local.note)


def _alike(row: sqlite3.Row, incoming: Attribute | Value) -> bool:
    """Return whether a row and an incoming item share a name in any language once folded."""
    names = set(map(fold_text, Localized.from_json(row["name"]).all()))
    return not names.isdisjoint(map(fold_text, incoming.names.all()))


def merge(connection: Connection, work: Work, source: str) -> Merged:
    """Merge someone's work into the library of a connection, as one act; return what was new. source: its file name.

    Repeating a merge changes nothing, not even the log.
    """
    run = _Merge(connection, work, source)
    with connection.wrapped():
        run.texts()
    try:
        with connection.act("merge", None, {"name": source}) as act:
            run.run()
            _unless_nothing(connection, act)
            run.counts["corrections"] = _corrections(connection, act)
    except _Nothing:
        pass
    return Merged(**run.counts)
