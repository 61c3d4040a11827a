"""Acts on documents: add, delete, assign to projects, and replace a text by its corrected version."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from annotations.merging.collect import collect
from annotations.merging.conflicts import Conflicts
from annotations.merging.follow_text import follow
from annotations.merging.take import take
from annotations.store import annotation_rows, document_rows, form_rows, log_rows, person_rows
from annotations.store.analysis_writer import Rows
from annotations.store.connection import Connection, Database
from annotations.store.log_rows import DOCUMENTS
from annotations.store.new_document import blocks, write_document, write_large
from annotations.values.analysis import Analysis
from annotations.values.anchors import find, make_anchor
from annotations.values.model import Document
from annotations.values.spans import Span

_ALIKE = 0.25  # share of an old text's lines that a text must contain to count as a correction of it


def _share(old: str, new: str) -> float:
    """Return the share of the old text's lines, by length, that also occur in the new one."""
    lines = [line.strip() for line in old.splitlines() if line.strip()]
    there = {line.strip() for line in new.splitlines()}
    return sum(len(line) for line in lines if line in there) / max(1, sum(map(len, lines)))


class Documents:
    """The documents of a library."""

    def __init__(self, connection: Connection) -> None:
        """Perform acts through this connection."""
        self._connection = connection

    def _set(self, label: str, *documents: int, **columns: Any) -> None:
        titles = [self._connection.read(document_rows.document_of, number).title for number in documents]
        about = {"name": titles[0], "n": len(titles)}
        with self._connection.act(f"{DOCUMENTS}{label}", None, about):
            document_rows.set_documents(self._connection.db, documents, **columns)

    def add(self, text: str, analysis: Analysis, facts: Mapping[str, str]) -> Document:
        """Add a document as an act, or return the existing one with the same digest; a deleted one is restored.

        If it is the corrected version of a document read from the same path, the work on that document is carried over
        in the same act. The text itself is not part of the act: it is stored permanently and only hidden when the act
        is undone.
        """
        found = self._connection.read(document_rows.document_by_digest, facts["digest"])
        if found is not None:
            return found
        old = self.earlier(facts.get("path", ""), text)
        return self._add(facts, old, text, lambda db: write_document(db, text, analysis, dict(facts)))

    def add_large(self, parts: Iterable[str], facts: Mapping[str, str]) -> Document:
        """Add a document by its text in blocks, to be analysed by stretches, as `add` does.

        parts: the text in blocks of `long_text.BLOCK` code points. It is held as a whole only if the library has an
        earlier version, whose work must be carried over.
        """
        found = self._connection.read(document_rows.document_by_digest, facts["digest"])
        if found is not None:
            return found
        text, path = "", facts.get("path", "")
        if path not in ("", "-") and self._connection.read(document_rows.documents_at, path):
            text = "".join(parts)
            parts = [part for _start, _byte, part in blocks(text)]
        old = self.earlier(path, text) if text else None
        return self._add(facts, old, text, lambda db: write_large(db, parts, dict(facts)))

    def _add(
        self, facts: Mapping[str, str], old: Document | None, text: str, write_new: Callable[[Database], int]
    ) -> Document:
        """Add a document as an act, with the work on an earlier version of it. write_new: writes it, hidden."""
        made: list[int] = []

        def write(db: Database) -> None:
            made.append(write_new(db))

        if old is None:
            with self._connection.act(f"{DOCUMENTS}add", None, {"name": facts["title"], "n": 1}, write):
                document_rows.set_documents(self._connection.db, made, gone=0)
        else:
            self._carry_over(old, text, made, write)
        return self._connection.read(document_rows.document_of, made[0])

    def delete(self, *documents: int) -> None:
        """Delete documents from the library as one act; their annotations disappear and come back with them."""
        self._set("delete", *documents, gone=1)

    def put_in_project(self, project: str, *documents: int) -> None:
        """Assign documents to a project, or to none if the name is empty, as one act."""
        self._set("project", *documents, project=" ".join(project.split()))

    def remember(self, document: int, memo: str) -> None:
        """Set the memo of a document."""
        with self._connection.act("memo", document):
            document_rows.set_documents(self._connection.db, [document], memo=memo)

    def mark_coded(self, document: int, *, coded: bool) -> None:
        """Mark the coding of a document as done or not done."""
        with self._connection.act("coded" if coded else "not coded", document):
            document_rows.set_documents(self._connection.db, [document], coded=int(coded))

    def earlier(self, path: str, text: str) -> Document | None:
        """Return the document of which `text` is a corrected version (same path, much of the same text), or None."""
        documents = self._connection.read(document_rows.documents_at, path) if path not in ("", "-") else []
        old = max(documents, key=lambda one: one.id, default=None)
        if old is None:
            return None
        before = self._connection.read(document_rows.text, old.id)
        return old if _share(before, text) >= _ALIKE else None

    def _carry_over(self, old: Document, after: str, made: list[int], write: Callable[[Database], None]) -> None:
        """Carry annotations, codings and corrections of a document over to its corrected text, as one act.

        write: writes the corrected text within the act's transaction and leaves its number in `made`. The old document
        is then hidden and the new one shown; annotations whose words are gone keep their old position and are marked as
        lost. The act records how many corrections were located and how many stay with the hidden text.
        """
        connection, db = self._connection, self._connection.db
        before = connection.read(document_rows.text, old.id)
        kept = [
            *connection.read(annotation_rows.annotations, old.id),
            *connection.read(annotation_rows.orphans, old.id),
        ]
        followed = follow(connection.read(collect, old.id), before, after)
        about = {"name": old.title, "old": old.id, "kept": followed.kept, "lost": followed.lost}
        with connection.act(f"{DOCUMENTS}correct", None, about, write) as act:
            new = made[0]
            log_rows.add_subject(db, act, "document", new)
            for one in kept:
                found = find(after, one.anchor)
                anchor = make_anchor(after, found.span) if found else one.anchor
                annotation_rows.place_annotation(db, one.id, anchor, found.sureness if found else "lost", new)
            take(Rows(db, new), followed.corrections, Conflicts(db, "").add)
            self._carry_codings(old.id, new, before, after)
            person_rows.carry_links(db, old.id, new)
            document_rows.set_documents(db, [old.id], gone=1)
            document_rows.set_documents(db, [new], gone=0, follows=old.id, project=old.project, memo=old.memo)

    def corrections_brought(self, document: int) -> tuple[int, int]:
        """Return how many corrections of an earlier version were located in a document, and how many were lost."""
        return self._connection.read(log_rows.corrections_brought, document)

    def _carry_codings(self, old: int, new: int, before: str, after: str) -> None:
        """Carry over codings; those of statements whose words are gone stay with the old text."""
        db = self._connection.db
        for number, span in form_rows.coded_spans(db, old):
            if span == Span(0, 0):
                form_rows.move_coding(db, number, new, span)
            elif (found := find(after, make_anchor(before, span))) is not None:
                form_rows.move_coding(db, number, new, found.span)
