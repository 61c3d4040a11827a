"""The rows of the conflicts that merges left for a decision."""

import json
import sqlite3
from typing import Any

from annotations.store.rows import exists, insert_new, update
from annotations.values.conflict import Conflict
from annotations.values.localized import Localized


def _conflict(row: Any) -> Conflict:
    local, incoming = (str(json.loads(row[side])) for side in ("local", "incoming"))
    return Conflict(row["id"], row["tbl"], row["row"], row["field"], local, incoming, row["source"])


def add_conflict(db: sqlite3.Connection, subject: tuple[str, int, str], local: Any, incoming: Any, source: str) -> bool:
    """Store a conflict, unless the same one was stored or decided before; return whether it is new.

    subject: table, row and field; local, incoming: the values as they are in the tables; source: the file of the latter.
    """
    table, row, field = subject
    local, incoming = (json.dumps(side, ensure_ascii=False) for side in (local, incoming))
    query = "SELECT 1 FROM conflict WHERE tbl = ? AND row = ? AND field = ? AND incoming = ?"
    if db.execute(query, (table, row, field, incoming)).fetchone() is not None:
        return False
    values = {"tbl": table, "row": row, "field": field, "local": local, "incoming": incoming}
    insert_new(db, "conflict", {**values, "source": source, "state": "open"})
    return True


def open_conflicts(db: sqlite3.Connection) -> list[Conflict]:
    """Return the undecided conflicts, leaving out those of rows that no longer exist."""
    rows = db.execute("SELECT * FROM conflict WHERE state = 'open' ORDER BY id").fetchall()
    return [_conflict(row) for row in rows if exists(db, row["tbl"], row["row"])]


def close_conflict(db: sqlite3.Connection, conflict: int, choice: str) -> None:
    """Note how a conflict was decided."""
    update(db, "conflict", conflict, {"state": choice})


def set_field(db: sqlite3.Connection, conflict: Conflict, value: str | int) -> None:
    """Set the field that a conflict is about: a column, or its words in one language."""
    column, _dot, language = conflict.field.partition(".")
    if language:
        row = db.execute(f"SELECT {column} AS words FROM {conflict.table} WHERE id = ?", (conflict.row,)).fetchone()
        value = Localized.from_json(row["words"]).having(language, str(value)).json()
    update(db, conflict.table, conflict.row, {column: value})
