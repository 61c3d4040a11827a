"""The rows that corrections change: sessions, boilerplate and statements of a document, with what a person did to them."""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from annotations.store.analysis_rows import noise_of, session_of, span_of, statement_of
from annotations.store.analysis_writer import Rows, overlaps
from annotations.store.rows import update
from annotations.values.analysis import Session
from annotations.values.corrections_made import Stretch
from annotations.values.spans import Span


class SessionRow(NamedTuple):
    """A session and the id of its row."""

    id: int
    session: Session


def correct_row(db: sqlite3.Connection, table: str, row: int, **values: Any) -> None:
    """Set columns of a row and mark it as corrected by a person."""
    update(db, table, row, {**values, "origin": "user"})


def leave_deleted(rows: Rows, table: str, row: int, span: Span) -> None:
    """Leave a deletion mark at a row's old span if the new one does not overlap it: the rules would find it again."""
    old = rows.db.execute(f"SELECT * FROM {table} WHERE id = ?", (row,)).fetchone()
    if not overlaps(span, [span_of(old)]):
        values = {name: old[name] for name in old.keys() if name != "id"}  # noqa: SIM118 - a row iterates over values
        rows.insert(table, {**values, "gone": 1, "origin": "user"})


def sessions(db: sqlite3.Connection, document: int) -> list[SessionRow]:
    """Return the sessions in order, numbered from 1."""
    rows = db.execute("SELECT * FROM session WHERE document = ? AND NOT gone ORDER BY start", (document,))
    return [SessionRow(row["id"], session_of(row, number)) for number, row in enumerate(rows, 1)]


def topics_within(db: sqlite3.Connection, document: int, span: Span) -> set[str]:
    """Return the topics that occur in a part of a text."""
    rows = db.execute(
        "SELECT DISTINCT text FROM topic JOIN topic_place ON topic = topic.id "
        'WHERE document = ? AND start >= ? AND topic_place."end" <= ?',
        (document, *span),
    )
    return {row["text"] for row in rows}


def noise_at(db: sqlite3.Connection, document: int, span: Span) -> int | None:
    """Return the row of the boilerplate that has exactly this span, or None."""
    query = 'SELECT id FROM noise WHERE document = ? AND start = ? AND "end" = ? AND NOT gone'
    row = db.execute(query, (document, *span)).fetchone()
    return None if row is None else int(row["id"])


def noise_overlapping(db: sqlite3.Connection, document: int, span: Span) -> list[tuple[int, Span]]:
    """Return the rows and spans of the boilerplate that overlaps a span."""
    query = 'SELECT id, start, "end" FROM noise WHERE document = ? AND start < ? AND "end" > ? AND NOT gone'
    return [(row["id"], span_of(row)) for row in db.execute(query, (document, span.end, span.start)).fetchall()]


def delete_statements_within(db: sqlite3.Connection, document: int, span: Span) -> None:
    """Delete the statements that lie inside a span."""
    query = (
        "UPDATE statement SET gone = 1, origin = 'user' WHERE document = ? AND start >= ? AND \"end\" <= ? AND NOT gone"
    )
    db.execute(query, (document, *span))


def statement_at(db: sqlite3.Connection, document: int, span: Span, speaker: int) -> int | None:
    """Return the row of the statement of exactly this span by a speaker (a row), or None."""
    query = (
        'SELECT id FROM statement WHERE document = ? AND start = ? AND "end" = ? AND speaker = ? AND NOT gone '
        "ORDER BY id"
    )
    row = db.execute(query, (document, *span, speaker)).fetchone()
    return None if row is None else int(row["id"])


def delete_statement_at(db: sqlite3.Connection, span: Span, speaker: int) -> None:
    """Delete the statement of exactly this span by a speaker (a row)."""
    query = (
        "UPDATE statement SET gone = 1, origin = 'user' WHERE speaker = ? AND start = ? AND \"end\" = ? AND NOT gone"
    )
    db.execute(query, (speaker, *span))


# stretches: boilerplate, sessions and statements alike


def stretches(
    db: sqlite3.Connection, table: str, document: int, numbers: dict[int, int]
) -> list[tuple[int, Stretch[Any]]]:
    """Return a document's noise, session or statement rows with their ids. numbers: speaker numbers by row id."""
    found: list[tuple[int, Stretch[Any]]] = []
    for row in db.execute(f'SELECT * FROM {table} WHERE document = ? ORDER BY start, "end", id', (document,)):
        if table == "statement":
            value: Any = statement_of(row, numbers)
        else:
            value = noise_of(row) if table == "noise" else session_of(row)
        found.append((row["id"], Stretch(value, bool(row["gone"]))))
    return found


def touched(db: sqlite3.Connection, table: str, document: int) -> frozenset[int]:
    """Return the rows of a document in a table that a person touched."""
    rows = db.execute(f"SELECT id FROM {table} WHERE document = ? AND origin = 'user'", (document,))
    return frozenset(row["id"] for row in rows)


def delete_rows(db: sqlite3.Connection, table: str, numbers: Iterable[int]) -> None:
    """Delete rows of a table."""
    db.executemany(f"DELETE FROM {table} WHERE id = ?", ((number,) for number in numbers))


def insert_stretch(rows: Rows, table: str, one: Stretch[Any], speakers: dict[int, int]) -> None:
    """Write a stretch of any kind. speakers: the rows of the speakers by their numbers."""
    if table == "statement":
        rows.statement(one.value, speakers[one.value.speaker], speakers.get(one.value.via, 0), gone=one.gone)
    else:
        (rows.noise if table == "noise" else rows.session)(one.value, gone=one.gone)
