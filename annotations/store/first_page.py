"""Quick access to one document, for the first page: plain SQLite, nothing written, no other library imported."""

from typing import TYPE_CHECKING, NamedTuple

from annotations.store import codebook_rows, document_rows, file_format, log_rows, open_file, stamp_rows
from annotations.store.document_reader import DocumentReader, connect
from annotations.values.file_stamp import FileStamp
from annotations.values.model import Document, ReadingPlace, Tag

if TYPE_CHECKING:
    from sqlite3 import Connection


class FoundDocument(NamedTuple):
    """A document as stored: what reads it, the codebook, the place where reading stopped, and the last acts.

    acts: the ids of the last act, and of the last one that changed the analysis.
    """

    reader: DocumentReader
    tags: tuple[Tag, ...]
    place: ReadingPlace
    acts: tuple[int, int]


def document(path: str, sought: FileStamp | str | None) -> FoundDocument | None:
    """Return a document of the library at `path`, or None if there is none.

    sought: what the document's file looks like, the SHA-256 of its bytes, or None for the document opened last. Raises a
    LibraryError if the file at `path` is not a Hashiya library, is newer or is locked; for an older one, returns None.
    """
    import sqlite3

    db = connect(path)
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] < file_format.VERSION:
            db.close()
            return None
        found = _sought(db, sought)
        if found is None:
            db.close()
            return None
        acts = (log_rows.last_act(db), log_rows.last_correction(db, found.id))  # first: later acts then cause a re-read
        place = document_rows.place(db, found.id)
        return FoundDocument(DocumentReader(db, found), tuple(codebook_rows.tags(db)), place, acts)
    except sqlite3.Error as error:
        db.close()
        raise open_file.explained(path, error) from error


def _sought(db: "Connection", sought: FileStamp | str | None) -> Document | None:
    if sought is None:
        return document_rows.latest(db)
    if isinstance(sought, FileStamp):
        return stamp_rows.stamped(db, sought)
    return document_rows.document_by_digest(db, sought)
