"""Quick access to one document, for the first page: plain SQLite, nothing written, no other library imported."""

from collections.abc import Callable
from typing import Any, TypeVar

from annotations.errors import LibraryFull, LibraryReadOnly
from annotations.store import analysis_rows, annotation_rows, codebook_rows, document_rows, log_rows, open_file, schema

T = TypeVar("T")


def document(path: str, digest: str | None, make: Callable[..., T]) -> T | None:
    """Return `make(document, text, analysis, tags, annotations, place, acts)` for a document, or None if there is none.

    acts: the ids of the last act, and of the last one that changed the analysis. digest: SHA-256 of the document's
    bytes, or None for the document opened last. Raises a LibraryError if the file at `path` is not a Hashiya library,
    is newer or is locked; for an older one, returns None.
    """
    import sqlite3

    try:
        db = open_file.connect(path, create=False)
    except (LibraryReadOnly, LibraryFull):
        db = open_file.connect_to_read(path)
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION:
            return None
        found: Any = document_rows.document_by_digest(db, digest) if digest else document_rows.latest(db)
        if found is None:
            return None
        number = found.id
        acts = (log_rows.last_act(db), log_rows.last_correction(db, number))  # first: later acts then cause a re-read
        return make(
            found, document_rows.text(db, number), analysis_rows.analysis(db, number), tuple(codebook_rows.tags(db)),
            tuple(annotation_rows.annotations(db, number)), document_rows.place(db, number), acts,
        )  # fmt: skip
    except sqlite3.Error as error:
        raise open_file.explained(path, error) from error
    finally:
        db.close()
