"""The stretches in which a large text is analysed, one after the other; a text without any was analysed as a whole."""

import sqlite3

from annotations.values.spans import Span


def begin_stretches(db: sqlite3.Connection, document: int) -> None:
    """Mark a document as one that is analysed by stretches, of which none is done."""
    db.execute('INSERT INTO stretch (document, start, "end") VALUES (?, 0, 0)', (document,))


def add_stretch(db: sqlite3.Connection, document: int, span: Span) -> None:
    """Mark a stretch as analysed."""
    db.execute('DELETE FROM stretch WHERE document = ? AND "end" = 0', (document,))
    db.execute('INSERT INTO stretch (document, start, "end") VALUES (?, ?, ?)', (document, *span))


def analysed_to(db: sqlite3.Connection, document: int) -> int | None:
    """Return the offset up to which a document is analysed, or None if it was analysed as a whole."""
    found = db.execute('SELECT max("end") AS last FROM stretch WHERE document = ?', (document,)).fetchone()["last"]
    return None if found is None else int(found)


def stretch_at(db: sqlite3.Connection, document: int, offset: int) -> Span | None:
    """Return the analysed stretch that holds an offset; an empty one if it is not yet analysed; None as `analysed_to`."""
    row = db.execute(
        'SELECT start, "end" FROM stretch WHERE document = ? AND start <= ? ORDER BY start DESC LIMIT 1',
        (document, max(0, offset)),
    ).fetchone()
    if row is None:
        return None
    return Span(row["start"], row["end"]) if offset < row["end"] else Span(row["end"], row["end"])
