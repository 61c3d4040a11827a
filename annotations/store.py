"""The library: one SQLite file, and every act on it.

    with Library("library.db", coder="sara") as library:
        document = library.add(text, reading, name="report", ...)
        library.annotate(document.id, span, tags=[4], note="...")
        library.undo(document.id)

Each method that changes something returns once the change is committed. A Library belongs to the thread that
made it.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

from annotations import history, queries, schema, written
from annotations.anchors import make_anchor
from annotations.corrections.apply import REPARSE, apply, check_spans, label_of
from annotations.corrections.values import Correction
from annotations.errors import AnnotationGone, HashiyaError, NoteChanged
from annotations.kept import Rows, write_around
from annotations.model import Annotation, Document, Place, Tag
from annotations.reading import Reading
from annotations.spans import Span, check

T = TypeVar("T")


def sqlite_version() -> str:
    """Return the version of SQLite that is used."""
    return sqlite3.sqlite_version


class Library:
    """An open library and the coder who works in it."""

    def __init__(self, path: str, coder: str, *, reading: bool = False) -> None:
        """Open the library at `path`, made where there is none. reading: nothing will be written, nor may be.

        Raises NotALibrary, LibraryNewer, LibraryLocked or another LibraryError, and leaves such a file as it was.
        """
        self.path = path
        self._db = schema.connect_to_read(path) if reading else schema.connect(path)
        with self._wrapped():
            self.coder = 0 if reading else written.coder_id(self._db, coder)
            self._version = self._data_version()
        self.coder_name = coder

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def changed_elsewhere(self) -> bool:
        """Tell whether another connection has written since this was last asked."""
        with self._wrapped():
            before, self._version = self._version, self._data_version()
        return before != self._version

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _wrapped(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise schema.wrapped(self.path, error) from error

    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        with self._wrapped():
            return query(self._db)

    @contextmanager
    def _act(self, label: str, document: int | None) -> Iterator[int]:
        with self._wrapped(), history.act(self._db, label, self.coder, document) as number:
            yield number

    # reading

    def documents(self) -> list[Document]:
        """Return the documents, the one opened last first."""
        return self._read(queries.documents)

    def document(self, name: str) -> Document:
        """Return the document with this name, path or number. Raises UnknownDocument."""
        return self._read(lambda db: queries.document_named(db, name))

    def by_digest(self, digest: str) -> Document | None:
        """Return the document made from the bytes with this SHA-256, or None."""
        return self._read(lambda db: queries.document_by_digest(db, digest))

    def text(self, document: int) -> str:
        """Return the text of a document."""
        return self._read(lambda db: queries.text(db, document))

    def reading(self, document: int) -> Reading:
        """Return what is understood of a document."""
        return self._read(lambda db: queries.reading(db, document))

    def place(self, document: int) -> Place:
        """Return where reading stopped."""
        return self._read(lambda db: queries.place(db, document))

    def tags(self) -> list[Tag]:
        """Return the codebook in order."""
        return self._read(queries.tags)

    def annotations(self, document: int) -> list[Annotation]:
        """Return the annotations of a document in the order of its text."""
        return self._read(lambda db: queries.annotations(db, document))

    def health(self) -> str:
        """Return "ok", or what SQLite's own checks find wrong."""
        with self._wrapped():
            found = [row[0] for row in self._db.execute("PRAGMA quick_check")]
            broken = self._db.execute("PRAGMA foreign_key_check").fetchall()
        return "ok" if found == ["ok"] and not broken else "; ".join(map(str, [*found, *broken]))

    # writing

    def add(
        self,
        text: str,
        reading: Reading,
        *,
        name: str,
        path: str,
        title: str,
        direction: str,
        digest: str,
        encoding: str,
    ) -> Document:
        """Add a document with its text and reading, or return the one there is with the same digest."""
        with self._wrapped():
            found = queries.document_by_digest(self._db, digest)
            if found is None:
                row = {
                    "name": name,
                    "path": path,
                    "title": title,
                    "direction": direction,
                    "digest": digest,
                    "encoding": encoding,
                }
                written.add_document(self._db, text, reading, row)
                found = queries.document_by_digest(self._db, digest)
        if found is None:
            raise HashiyaError
        return found

    def keep_place(self, document: int, place: Place) -> None:
        """Remember where reading of the document stopped."""
        with self._wrapped():
            written.keep_place(self._db, document, place)

    def annotate(
        self, document: int, span: Span, tags: Sequence[int] = (), note: str = "", *, label: str = "annotate"
    ) -> Annotation:
        """Tag and note a passage. Where this coder has annotated that very passage, tags and note are added to it.

        Raises SpanError where `span` is not inside the text.
        """
        text = self.text(document)
        anchor = make_anchor(text, check(span.start, span.end, len(text)))
        with self._act(label, document):
            number = written.annotation_at(self._db, document, anchor, self.coder)
            for tag in tags:
                written.give_tag(self._db, number, tag)
            if note:
                written.add_note(self._db, number, note)
        return self._annotation(document, number)

    def _annotation(self, document: int, number: int) -> Annotation:
        found = next((a for a in self.annotations(document) if a.id == number), None)
        if found is None:
            raise AnnotationGone
        return found

    def toggle_tag(self, document: int, span: Span, tag: int, *, label: str = "tag") -> bool:
        """Give the passage the tag, or take it off where this coder gave it to that very passage. Return if it has it now.

        An annotation left with neither tag nor note is removed.
        """
        mine = self._mine(document, span)
        if mine is None or tag not in mine.tags:
            self.annotate(document, span, [tag], label=label)
            return True
        with self._act(label, document):
            written.take_tag(self._db, mine.id, tag)
            if len(mine.tags) == 1 and not mine.note:
                written.remove(self._db, mine.id)
        return False

    def _mine(self, document: int, span: Span) -> Annotation | None:
        return next(
            (a for a in self.annotations(document) if a.anchor.span == span and a.coder == self.coder_name), None
        )

    def note(
        self, document: int, annotation: int, note: str, *, expected: str | None = None, label: str = "note"
    ) -> None:
        """Set the note of an annotation; one left with neither tag nor note is removed.

        expected: what the note was when the change began. Raises NoteChanged where it is something else now, and
        AnnotationGone where there is no such annotation any more.
        """
        old = self._annotation(document, annotation)
        if expected is not None and old.note != expected:
            raise NoteChanged(note=old.note)
        with self._act(label, document):
            written.set_note(self._db, annotation, note)
            if not note and not old.tags:
                written.remove(self._db, annotation)

    def remove(self, document: int, annotations: Sequence[int], *, label: str = "remove") -> None:
        """Remove annotations, as one act."""
        with self._act(label, document):
            for number in annotations:
                written.remove(self._db, number)

    def new_tag(self, name: str, language: str, *, document: int | None = None, label: str = "new tag") -> Tag:
        """Add a tag with this name in `language` ("ar" or another) to the codebook, in the first free slot if any."""
        with self._act(label, document):
            number = written.new_tag(self._db, name, language)
        return next(tag for tag in self.tags() if tag.id == number)

    def correct(self, document: int, correction: Correction) -> None:
        """Put something right in a document's reading, as one act.

        Raises SpanError, CorrectionGone where what it is about is there no more, and CorrectionRefused.
        """
        check_spans(correction, self._read(lambda db: queries.length(db, document)))
        with self._act(f"correct:{label_of(correction)}", document):
            apply(self._db, document, correction)

    def last_correction(self, document: int) -> int:
        """Return the id of the last act that changed a document's reading, undoing included; 0 where there is none."""
        return self._read(lambda db: queries.last_correction(db, document))

    def read_again(self, document: int, reading: Reading) -> None:
        """Put a newer reading of a document in place of the old one, as one act; corrections stay as they are."""
        with self._act(f"correct:{REPARSE}", document):
            write_around(Rows(self._db, document), reading)

    def undo(self, document: int | None) -> history.Act | None:
        """Take back this coder's last act in a document; return it, or None. Raises UndoBlocked."""
        return self._read(lambda db: history.undo(db, self.coder, document))

    def redo(self, document: int | None) -> history.Act | None:
        """Do again what this coder undid last; return it, or None where there is nothing."""
        return self._read(lambda db: history.redo(db, self.coder, document))
