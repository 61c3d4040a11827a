"""Inserting and updating rows of any table of the library."""

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def now(timespec: str = "milliseconds") -> str:
    """Return the current time in ISO 8601, UTC."""
    from datetime import UTC, datetime  # the first page reads rows and writes none

    return datetime.now(UTC).isoformat(timespec=timespec)


def new_uid() -> str:
    """Return a new identifier, unique across libraries: 64 random bits, in hexadecimal."""
    return os.urandom(8).hex()


def fresh_id(db: sqlite3.Connection, table: str) -> int:
    """Return an id that no row of `table` has or ever had, so that undo never finds another row in its place."""
    here = db.execute(f'SELECT max(id) AS last FROM "{table}"').fetchone()["last"] or 0
    logged = db.execute("SELECT max(row) AS last FROM change WHERE tbl = ?", (table,)).fetchone()["last"] or 0
    return int(max(here, logged)) + 1


def insert(db: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row and return its id."""
    names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    cursor = db.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))
    return int(cursor.lastrowid or 0)


def insert_new(db: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row under an id that none ever had in its table, and return the id."""
    return insert(db, table, {"id": fresh_id(db, table), **values})


def update(db: sqlite3.Connection, table: str, row: int, values: Mapping[str, Any]) -> None:
    """Set columns of the row with this id."""
    if values:
        pairs = ", ".join(f'"{name}" = ?' for name in values)
        db.execute(f'UPDATE "{table}" SET {pairs} WHERE id = ?', (*values.values(), row))


def exists(db: sqlite3.Connection, table: str, row: int) -> bool:
    """Return whether a table has a row with this id."""
    return db.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row,)).fetchone() is not None


def columns(db: sqlite3.Connection, table: str, row: int, names: Iterable[str]) -> dict[str, Any]:
    """Return some columns of the row with this id, by name."""
    wanted = tuple(names)
    found = db.execute(f'SELECT {", ".join(wanted)} FROM "{table}" WHERE id = ?', (row,)).fetchone()
    return {name: found[name] for name in wanted}


def insert_all(db: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have the same columns."""
    if rows:
        names, marks = ", ".join(f'"{name}"' for name in rows[0]), ", ".join("?" * len(rows[0]))
        db.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', (tuple(row.values()) for row in rows))
