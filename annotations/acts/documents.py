"""Acts on documents: add, delete, assign to projects, and replace a text by its corrected version."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from annotations.merging.collect import collect
from annotations.merging.conflicts import Conflicts
from annotations.merging.follow_text import follow
from annotations.merging.take import take
from annotations.store import annotation_rows, queries
from annotations.store.analysis_rows import Rows
from annotations.store.connection import Connection
from annotations.store.history import DOCUMENTS
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
        pairs = ", ".join(f"{column} = ?" for column in columns)
        titles = [self._connection.read(partial(queries.document_of, number=number)).title for number in documents]
        about = {"name": titles[0], "n": len(titles)}
        with self._connection.act(f"{DOCUMENTS}{label}", None, about):
            for number in documents:
                self._connection.db.execute(f"UPDATE document SET {pairs} WHERE id = ?", (*columns.values(), number))

    def add(self, text: str, analysis: Analysis, facts: Mapping[str, str]) -> Document:
        """Add a document as an act, or return the existing one with the same digest; a deleted one is restored.

        If it is the corrected version of a document read from the same path, the work on that document is carried over
        in the same act. The text itself is not part of the act: it is stored permanently and only hidden when the act
        is undone.
        """
        digest = facts["digest"]
        found = self._connection.read(lambda db: queries.document_by_digest(db, digest))
        if found is None:
            with self._connection.wrapped():
                number = annotation_rows.add_document(self._connection.db, text, analysis, dict(facts))
            old = self.earlier(facts.get("path", ""), text, number)
            if old is None:
                self._set("add", number, gone=0)
            else:
                self.carry_over(old.id, number)
            found = self._connection.read(lambda db: queries.document_of(db, number))
        return found

    def delete(self, *documents: int) -> None:
        """Delete documents from the library as one act; their annotations disappear and come back with them."""
        self._set("delete", *documents, gone=1)

    def put_in_project(self, project: str, *documents: int) -> None:
        """Assign documents to a project, or to none if the name is empty, as one act."""
        self._set("project", *documents, project=" ".join(project.split()))

    def remember(self, document: int, memo: str) -> None:
        """Set the memo of a document."""
        columns = {"memo": memo}
        with self._connection.act("memo", document):
            self._connection.db.execute("UPDATE document SET memo = ? WHERE id = ?", (*columns.values(), document))

    def mark_coded(self, document: int, *, coded: bool) -> None:
        """Mark the coding of a document as done or not done."""
        with self._connection.act("coded" if coded else "not coded", document):
            self._connection.db.execute("UPDATE document SET coded = ? WHERE id = ?", (int(coded), document))

    def earlier(self, path: str, text: str, besides: int) -> Document | None:
        """Return the document of which `text` is a corrected version (same path, much of the same text), or None."""
        documents = self._connection.read(lambda db: queries.documents_at(db, path)) if path not in ("", "-") else []
        same = [one for one in documents if one.id != besides]
        old = max(same, key=lambda one: one.id, default=None)
        if old is None:
            return None
        number = old.id
        before = self._connection.read(lambda db: queries.text(db, number))
        return old if _share(before, text) >= _ALIKE else None

    def carry_over(self, old: int, new: int) -> dict[str, int]:
        """Carry annotations, codings and corrections of a document over to its corrected text, as one act.

        The old document is then hidden and the new one shown. Return how many annotations were located exactly, moved
        or guessed, and how many were lost: those keep their old position and are marked as lost. The act records how
        many corrections were located and how many were lost; the latter stay with the hidden text.
        """
        before = self._connection.read(lambda db: queries.text(db, old))
        after = self._connection.read(lambda db: queries.text(db, new))
        kept = self._connection.read(lambda db: [*queries.annotations(db, old), *queries.orphans(db, old)])
        counts = dict.fromkeys(("exact", "moved", "guessed", "lost"), 0)
        followed = follow(self._connection.read(lambda db: collect(db, old)), before, after)
        db = self._connection.db
        facts = self._connection.read(lambda db: queries.document_of(db, old))
        about = {"name": facts.title, "old": old, "document": new, "kept": followed.kept, "lost": followed.lost}
        with self._connection.act(f"{DOCUMENTS}correct", None, about):
            for one in kept:
                found = find(after, one.anchor)
                sureness = found.sureness if found else "lost"
                counts[sureness] += 1
                span = found.span if found else one.anchor.span
                anchor = make_anchor(after, span) if found else one.anchor
                db.execute("UPDATE annotation SET document = ? WHERE id = ?", (new, one.id))
                annotation_rows.place_annotation(db, one.id, anchor, sureness)
            take(Rows(db, new), followed.corrections, Conflicts(db, "").add)
            self._carry_codings(old, new, before, after)
            db.execute("UPDATE document SET gone = 1 WHERE id = ?", (old,))
            columns = (old, facts.project, facts.memo, new)
            db.execute("UPDATE document SET gone = 0, follows = ?, project = ?, memo = ? WHERE id = ?", columns)
        return counts

    def corrections_brought(self, document: int) -> tuple[int, int]:
        """Return how many corrections of an earlier version were located in a document, and how many were lost."""
        query = (
            "SELECT json_extract(about, '$.kept'), json_extract(about, '$.lost') FROM act WHERE label = ? "
            "AND kind = 'do' AND json_extract(about, '$.document') = ? ORDER BY id DESC"
        )
        row = self._connection.read(lambda db: db.execute(query, (f"{DOCUMENTS}correct", document)).fetchone())
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def _carry_codings(self, old: int, new: int, before: str, after: str) -> None:
        """Carry over codings and person links; codings of statements whose words are gone stay with the old text."""
        db = self._connection.db
        rows = db.execute('SELECT id, start, "end" FROM coding WHERE document = ?', (old,)).fetchall()
        for number, start, end in rows:
            if start == end == 0:
                db.execute("UPDATE coding SET document = ? WHERE id = ?", (new, number))
            elif (found := find(after, make_anchor(before, Span(start, end)))) is not None:
                db.execute(
                    'UPDATE coding SET document = ?, start = ?, "end" = ? WHERE id = ?', (new, *found.span, number)
                )
        known = "SELECT number FROM speaker AS later WHERE later.document = ? AND later.name = speaker.name AND NOT later.gone"
        links = db.execute(
            f"SELECT person_speaker.id, ({known}) FROM person_speaker JOIN speaker "
            "ON speaker.document = person_speaker.document AND speaker.number = person_speaker.speaker "
            "WHERE person_speaker.document = ?",
            (new, old),
        ).fetchall()
        for number, speaker in links:
            if speaker is not None:
                db.execute("UPDATE person_speaker SET document = ?, speaker = ? WHERE id = ?", (new, speaker, number))
