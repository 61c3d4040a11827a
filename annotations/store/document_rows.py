"""The rows of the documents and their texts: reading them, and what acts on documents write."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from annotations.errors import DocumentAmbiguous, UnknownDocument
from annotations.store.rows import now, update
from annotations.values.long_text import BLOCK
from annotations.values.model import Document, ReadingPlace

_NAMED = 9  # ids named where a name fits more documents than one wants to read
_DOCUMENT = ", ".join(Document._fields)  # the columns have the names of the fields


def _document(row: Any) -> Document:
    return Document._make(row[name] for name in Document._fields)._replace(coded=bool(row["coded"]))


def documents(db: sqlite3.Connection) -> list[Document]:
    """Return the documents, most recently opened first."""
    rows = db.execute(
        f"SELECT {_DOCUMENT} FROM document LEFT JOIN place ON document.id = place.document WHERE NOT gone "
        "ORDER BY opened DESC, id DESC"
    )
    return [_document(row) for row in rows]


def latest(db: sqlite3.Connection) -> Document | None:
    """Return the document opened last, or None."""
    rows = (
        db.execute(
            f"SELECT {_DOCUMENT} FROM place JOIN document ON document.id = place.document AND NOT gone ORDER BY opened DESC "
            "LIMIT 1"
        ).fetchall()
        or db.execute(f"SELECT {_DOCUMENT} FROM document WHERE NOT gone ORDER BY id DESC LIMIT 1").fetchall()
    )
    return _document(rows[0]) if rows else None


def documents_at(db: sqlite3.Connection, path: str) -> list[Document]:
    """Return the documents that were read from this path."""
    rows = db.execute(f"SELECT {_DOCUMENT} FROM document WHERE path = ? AND NOT gone ORDER BY id", (path,))
    return [_document(row) for row in rows]


def document_by_digest(db: sqlite3.Connection, digest: str) -> Document | None:
    """Return the document made from the bytes with this SHA-256, or None."""
    row = db.execute(f"SELECT {_DOCUMENT} FROM document WHERE digest = ? AND NOT gone", (digest,)).fetchone()
    return None if row is None else _document(row)


def id_by_digest(db: sqlite3.Connection, digest: str) -> int:
    """Return the id of the document made from the bytes with this SHA-256, deleted or not, or 0."""
    row = db.execute("SELECT id FROM document WHERE digest = ?", (digest,)).fetchone()
    return 0 if row is None else int(row["id"])


def document_of(db: sqlite3.Connection, number: int) -> Document:
    """Return the document with this id, deleted or not. Raises UnknownDocument."""
    row = db.execute(f"SELECT {_DOCUMENT} FROM document WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UnknownDocument(name=number)
    return _document(row)


def is_deleted(db: sqlite3.Connection, document: int | None) -> bool:
    """Return whether a document was deleted or is hidden."""
    return db.execute("SELECT 1 FROM document WHERE id = ? AND gone", (document,)).fetchone() is not None


def is_left_over(db: sqlite3.Connection, document: int) -> bool:
    """Return whether a document is hidden though no act ever showed or hid it: an act that was to show it failed."""
    query = "SELECT 1 FROM document WHERE id = ?1 AND gone AND NOT EXISTS (SELECT 1 FROM change WHERE tbl = 'document' AND row = ?1)"
    return db.execute(query, (document,)).fetchone() is not None


def version(db: sqlite3.Connection, number: int) -> Document:
    """Return a document, or, if it is hidden, the version shown in its place. Raises UnknownDocument."""
    shown = f"SELECT {_DOCUMENT} FROM document WHERE NOT gone AND id"
    row = db.execute(f"{shown} = ?", (number,)).fetchone()
    if row is None:  # the log is searched only for a hidden one
        pair = "SELECT json_extract(about, '$.{one}') FROM act WHERE label = 'documents:correct' AND json_extract(about, '$.{other}') = ?1"
        others = f"{pair.format(one='old', other='document')} UNION {pair.format(one='document', other='old')}"
        row = db.execute(f"{shown} IN ({others}) ORDER BY id DESC", (number,)).fetchone()
    return document_of(db, number) if row is None else _document(row)


_BY = {"id": "CAST(id AS TEXT) = ?1", "name": "name = ?1", "path": "path = ?1"}


def document_named(db: sqlite3.Connection, name: str) -> Document:
    """Return the document with this name, path or number; `id:2`, `name:2` and `path:2` mean just one of these.

    Raises UnknownDocument, and DocumentAmbiguous if it fits several.
    """
    kind, colon, rest = name.partition(":")
    condition, wanted = (_BY[kind], rest) if colon and kind in _BY else (" OR ".join(_BY.values()), name)
    rows = db.execute(
        f"SELECT {_DOCUMENT} FROM document WHERE ({condition}) AND NOT gone ORDER BY id", (wanted,)
    ).fetchall()
    if not rows:
        raise UnknownDocument(name=name)
    if len(rows) > 1:
        ids = [f"id:{row['id']}" for row in rows]
        raise DocumentAmbiguous(name=name, count=len(ids), ids=", ".join(ids[:_NAMED]) + (" …" if ids[_NAMED:] else ""))
    return _document(rows[0])


def stretch(db: sqlite3.Connection, document: int, start: int, end: int) -> str:
    """Return a part of a document's text, clipped to the text, reading only the blocks that contain it."""
    low = max(0, start)
    rows = db.execute(
        "SELECT start, text FROM block WHERE document = ? AND start >= ? AND start < ? ORDER BY start",
        (document, low // BLOCK * BLOCK, end),
    ).fetchall()
    if not rows:
        return ""
    base = rows[0]["start"]
    return "".join([row["text"] for row in rows])[low - base : end - base]


def block(db: sqlite3.Connection, document: int, number: int) -> str:
    """Return a block of a document's text, counted from 0; an empty text if there is none."""
    query = "SELECT text FROM block WHERE document = ? AND start = ?"
    row = db.execute(query, (document, number * BLOCK)).fetchone()
    return "" if row is None else str(row["text"])


def text(db: sqlite3.Connection, document: int) -> str:
    """Return the whole text of a document."""
    rows = db.execute("SELECT text FROM block WHERE document = ? ORDER BY number", (document,))
    return "".join([row["text"] for row in rows])


def length(db: sqlite3.Connection, document: int) -> int:
    """Return the length of a document's text in code points, or 0 if there is no such document."""
    row = db.execute("SELECT length FROM document WHERE id = ?", (document,)).fetchone()
    return 0 if row is None else int(row["length"])


def place(db: sqlite3.Connection, document: int) -> ReadingPlace:
    """Return the place where reading of the document stopped."""
    row = db.execute("SELECT top, cursor, folded FROM place WHERE document = ?", (document,)).fetchone()
    return ReadingPlace() if row is None else ReadingPlace(row["top"], row["cursor"], bool(row["folded"]))


def keep_place(db: sqlite3.Connection, document: int, place: ReadingPlace) -> None:
    """Save the place where reading stopped."""
    db.execute(
        "INSERT INTO place (document, top, cursor, folded, opened) VALUES (?, ?, ?, ?, ?) ON CONFLICT (document) DO UPDATE "
        "SET top = excluded.top, cursor = excluded.cursor, folded = excluded.folded, opened = excluded.opened",
        (document, place.top, place.cursor, int(place.folded), now("microseconds")),
    )


def set_documents(db: sqlite3.Connection, numbers: Iterable[int], **columns: Any) -> None:
    """Set columns of documents: gone, project, memo, coded, follows."""
    for number in numbers:
        update(db, "document", number, columns)


def mark_coded_if_not(db: sqlite3.Connection, document: int) -> None:
    """Mark the coding of a document as done, writing nothing if it is already."""
    db.execute("UPDATE document SET coded = 1 WHERE id = ? AND NOT coded", (document,))
