"""A quick look at one document, for the first page: plain SQLite, nothing written, no other library loaded."""

from collections.abc import Callable
from typing import Any, TypeVar

from annotations.store import queries, schema

T = TypeVar("T")


def document(path: str, digest: str | None, make: Callable[..., T]) -> T | None:
    """Return `make(document, text, reading, tags, annotations, place, acts)` of a document, None where there is none.

    acts: the ids of the last act, and of the last one on the reading. digest: of its bytes (SHA-256), or None for the document opened last. Raises a LibraryError where the file at
    `path` is no library of ours, a newer one, or locked; an older one has nothing to show yet.
    """
    import sqlite3

    db = schema.connect(path, create=False)
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION:
            return None
        found: Any = queries.document_by_digest(db, digest) if digest else next(iter(queries.documents(db)), None)
        if found is None:
            return None
        number = found.id
        acts = (queries.last_act(db), queries.last_correction(db, number))  # first: what comes after is read again
        return make(
            found, queries.text(db, number), queries.analysis(db, number), tuple(queries.tags(db)),
            tuple(queries.annotations(db, number)), queries.place(db, number), acts,
        )  # fmt: skip
    except sqlite3.Error as error:
        raise schema.wrapped(path, error) from error
    finally:
        db.close()
