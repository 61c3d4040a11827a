"""Find the rows that a correction is about, and their names."""

import sqlite3
from typing import Any

from annotations.errors import CorrectionGone, CorrectionRefused
from annotations.store import queries
from annotations.store.analysis_rows import insert, overlaps
from annotations.store.history import fresh_id
from annotations.values.spans import Span

_LONGEST = 60  # characters of a passage shown in the history


def _one(row: Any) -> sqlite3.Row:
    if row is None:
        raise CorrectionGone
    found: sqlite3.Row = row
    return found


def speaker_row(db: sqlite3.Connection, document: int, number: int) -> sqlite3.Row:
    """Return the row of the speaker with this number. Raises CorrectionGone."""
    query = "SELECT * FROM speaker WHERE document = ? AND number = ? AND NOT gone"
    return _one(db.execute(query, (document, number)).fetchone())


def statement_row(db: sqlite3.Connection, document: int, span: Span, speaker: int) -> sqlite3.Row:
    """Return the row of a statement. Raises CorrectionGone."""
    query = 'SELECT * FROM statement WHERE document = ? AND start = ? AND "end" = ? AND speaker = ? AND NOT gone ORDER BY id'
    return _one(db.execute(query, (document, *span, speaker)).fetchone())


def session_rows(db: sqlite3.Connection, document: int) -> list[sqlite3.Row]:
    """Return the rows of the sessions in order."""
    return db.execute("SELECT * FROM session WHERE document = ? AND NOT gone ORDER BY start", (document,)).fetchall()


def session_row(db: sqlite3.Connection, document: int, number: int) -> sqlite3.Row:
    """Return the row of a session by its number in order, from 1. Raises CorrectionGone."""
    found = session_rows(db, document)
    return _one(found[number - 1] if 0 < number <= len(found) else None)


def topic_row(db: sqlite3.Connection, document: int, text: str) -> sqlite3.Row:
    """Return the row of a topic. Raises CorrectionGone."""
    query = "SELECT * FROM topic WHERE document = ? AND text = ? AND NOT gone ORDER BY id"
    return _one(db.execute(query, (document, text)).fetchone())


def noise_row(db: sqlite3.Connection, document: int, span: Span) -> sqlite3.Row:
    """Return the row of a span of page boilerplate. Raises CorrectionGone."""
    query = 'SELECT * FROM noise WHERE document = ? AND start = ? AND "end" = ? AND NOT gone'
    return _one(db.execute(query, (document, *span)).fetchone())


def speaker_name(db: sqlite3.Connection, document: int, number: int) -> str:
    """Return the name of the speaker with this number. Raises CorrectionGone."""
    return str(speaker_row(db, document, number)["name"])


def session_label(db: sqlite3.Connection, document: int, number: int) -> str:
    """Return the label of a session by its number in order, from 1. Raises CorrectionGone."""
    return str(session_row(db, document, number)["label"])


def passage_words(db: sqlite3.Connection, document: int, span: Span) -> str:
    """Return the first words of a passage, for the history."""
    return " ".join(queries.stretch(db, document, *span).split())[:_LONGEST]


def put(db: sqlite3.Connection, table: str, row: int, **values: Any) -> None:
    """Set columns of a row and mark it as corrected by a person."""
    pairs = ", ".join(f'"{name}" = ?' for name in values)
    separator = ", " if pairs else ""
    db.execute(f"UPDATE {table} SET {pairs}{separator}origin = 'user' WHERE id = ?", (*values.values(), row))


def leave_behind(db: sqlite3.Connection, table: str, row: int, span: Span) -> None:
    """Leave a deletion mark at a row's old span if the new one does not overlap it: the rules would find it again."""
    there = dict(db.execute(f"SELECT * FROM {table} WHERE id = ?", (row,)).fetchone())
    if not overlaps(span, [Span(there["start"], there["end"])]):
        insert(db, table, {**there, "id": fresh_id(db, table), "gone": 1, "origin": "user"})


def given(text: str) -> str:
    """Return a typed name with its whitespace normalised. Raises CorrectionRefused if it is empty."""
    name = " ".join(text.split())
    if not name:
        raise CorrectionRefused
    return name
