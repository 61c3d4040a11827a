"""Reading one document around a place, through a connection of its own that any thread may ask. Nothing is written."""

import sqlite3
from _thread import allocate_lock  # threading would delay the first page
from collections.abc import Sequence

from annotations.errors import LibraryFull, LibraryReadOnly
from annotations.store import annotation_rows, document_rows, layout_rows, log_rows, open_file
from annotations.values.analysis import Analysis
from annotations.values.long_text import BLOCK, LongText
from annotations.values.model import Annotation, Document
from annotations.values.spans import Span


def connect(path: str) -> sqlite3.Connection:
    """Open a library to look at it, whatever may be written; an older format is left as it is. Raises LibraryError."""
    try:
        return open_file.connect_to_look(path)
    except (LibraryReadOnly, LibraryFull):
        return open_file.connect_to_read(path, shared=True)


class DocumentReader:
    """A document of an open library: its text by blocks, its layout and its annotations by stretches."""

    def __init__(self, db: sqlite3.Connection, document: Document) -> None:
        """Read through `db`, which belongs to the reader from now on."""
        self._db, self.document = db, document
        self._lock = allocate_lock()
        self._counted = (0, 0)  # an offset, and the sessions before it
        self._act = log_rows.last_correction(db, document.id)

    def text(self) -> LongText:
        """Return the text, read as it is looked at."""
        return LongText(self.document.length, self._block)

    def _block(self, number: int) -> str:
        with self._lock:
            return document_rows.block(self._db, self.document.id, number)

    def layout(self, low: int, high: int) -> Analysis:
        """Return what lays out a stretch of the page, as `layout_rows.layout_near` does."""
        with self._lock:
            return layout_rows.layout_near(self._db, self.document.id, low, high, self._sessions_before)

    def _sessions_before(self, offset: int) -> int:
        """Return how many sessions begin before an offset, counted from where that was last asked."""
        known, count = self._counted
        low, high = sorted((known, offset))
        between = layout_rows.sessions_between(self._db, self.document.id, low, high)
        self._counted = (offset, count + between if offset >= known else count - between)
        return self._counted[1]

    def bodies_before(self, offset: int) -> int | None:
        """Return how many body paragraphs begin before an offset, or None if that is not known."""
        if offset % BLOCK:
            return None
        if not offset:
            return 0
        with self._lock:
            return layout_rows.bodies_before(self._db, self.document.id, offset // BLOCK, self._act)

    def annotations(self, low: int, high: int) -> list[Annotation]:
        """Return the annotations that share a character with a stretch, in text order."""
        with self._lock:
            return annotation_rows.annotations_meeting(self._db, self.document.id, low, high)

    def paragraphs_with(self, forms: Sequence[str], offset: int) -> list[Span]:
        """Return the first paragraphs from an offset on with a word that begins with one of the given folded forms."""
        from annotations.store import word_index  # the first page searches nothing

        with self._lock:
            return word_index.paragraphs_from(self._db, self.document.id, forms, offset)

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._db.close()
