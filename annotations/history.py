"""The change log: acts, and undoing and redoing them without limit, across restarts.

Triggers write every row that changes while an act is under way, before and after. Undoing an act puts the rows
back in reverse order, as an act of its own kind, so the log tells everything that ever happened.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple

from annotations.errors import UndoBlocked
from annotations.transaction import transaction


class Act(NamedTuple):
    """One act: what it was called, of which document, by whom (coder id), and whether it stands or is undone."""

    id: int
    label: str
    document: int | None
    state: str


def now(timespec: str = "milliseconds") -> str:
    """Return the present time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec=timespec)


def _begin(
    connection: sqlite3.Connection,
    label: str,
    coder: int,
    document: int | None,
    *,
    kind: str = "do",
    target: int | None = None,
) -> int:
    """Write the row of an act inside a transaction that has begun, and let the triggers log what follows; return its id."""
    cursor = connection.execute(
        "INSERT INTO act (kind, label, coder, at, state, target, document) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (kind, label, coder, now(), "done" if kind == "do" else "record", target, document),
    )
    number = int(cursor.lastrowid or 0)
    connection.execute("UPDATE current SET act = ?", (number,))
    return number


def _end(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE current SET act = NULL")


@contextmanager
def act(connection: sqlite3.Connection, label: str, coder: int, document: int | None = None) -> Iterator[int]:
    """Run the changes of the block as one act: all of them, logged and committed together, or none.

    Yields the act's id. A new act makes what this coder undid in the document impossible to redo.
    """
    with transaction(connection):
        connection.execute(
            "UPDATE act SET state = 'dropped' WHERE state = 'undone' AND document IS ? AND coder = ?", (document, coder)
        )
        yield _begin(connection, label, coder, document)
        _end(connection)


def _put(connection: sqlite3.Connection, table: str, row: int, values: str | None) -> None:
    """Make the row of `table` what the JSON object `values` says, or nothing where that is None."""
    if values is None:
        connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row,))
        return
    columns = json.loads(values)
    if connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row,)).fetchone():
        pairs = ", ".join(f'"{name}" = ?' for name in columns)
        connection.execute(f'UPDATE "{table}" SET {pairs} WHERE id = ?', (*columns.values(), row))
        return
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(columns.values()))


def _last(connection: sqlite3.Connection, coder: int, document: int | None, state: str) -> Act | None:
    order = "DESC" if state == "done" else "ASC"
    row = connection.execute(
        "SELECT id, label, document, state FROM act "
        f"WHERE kind = 'do' AND state = ? AND document IS ? AND coder = ? ORDER BY id {order}",
        (state, document, coder),
    ).fetchone()
    return None if row is None else Act(*row)


def _still(connection: sqlite3.Connection, table: str, row: int, values: str | None) -> bool:
    """Tell whether a row of `table` is what the JSON object `values` says, or is not there where that is None."""
    if values is None:
        return connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row,)).fetchone() is None
    columns = json.loads(values)
    names = ", ".join(f'"{name}"' for name in columns)
    found = connection.execute(f'SELECT {names} FROM "{table}" WHERE id = ?', (row,)).fetchone()
    return found is not None and tuple(found) == tuple(columns.values())


def _put_back(connection: sqlite3.Connection, chosen: Act, coder: int, *, back: bool) -> None:
    side, order = ("before", "DESC") if back else ("after", "ASC")
    _begin(connection, chosen.label, coder, chosen.document, kind="undo" if back else "redo", target=chosen.id)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    other = "after" if back else "before"
    changes = connection.execute(
        f"SELECT tbl, row, {side}, {other} FROM change WHERE act = ? ORDER BY id {order}", (chosen.id,)
    ).fetchall()
    for table, row, values, now_there in changes:
        if not _still(connection, table, row, now_there):
            raise sqlite3.IntegrityError  # somebody else went on from here
        _put(connection, table, row, values)
    connection.execute("UPDATE act SET state = ? WHERE id = ?", ("undone" if back else "done", chosen.id))


def _replay(connection: sqlite3.Connection, coder: int, document: int | None, *, back: bool) -> Act | None:
    chosen = None
    try:
        with transaction(connection):
            chosen = _last(connection, coder, document, "done" if back else "undone")
            if chosen is not None:
                _put_back(connection, chosen, coder, back=back)
                _end(connection)
    except sqlite3.IntegrityError as error:
        if chosen is not None:  # it stays for good, so that what was done before it can still be undone
            connection.execute("UPDATE act SET state = 'dropped' WHERE id = ?", (chosen.id,))
        raise UndoBlocked from error
    return chosen


def undo(connection: sqlite3.Connection, coder: int, document: int | None) -> Act | None:
    """Take back this coder's last act in the document that stands; return it, or None where there is none.

    Raises UndoBlocked where other annotations build on it; it stays then, and the next undo goes on before it.
    """
    return _replay(connection, coder, document, back=True)


def redo(connection: sqlite3.Connection, coder: int, document: int | None) -> Act | None:
    """Do again the act that was undone last; return it, or None where there is none."""
    return _replay(connection, coder, document, back=False)


def fresh_id(connection: sqlite3.Connection, table: str) -> int:
    """Return an id that no row of `table` has or ever had, so that undoing never meets another row in its place."""
    here = connection.execute(f'SELECT max(id) FROM "{table}"').fetchone()[0] or 0
    logged = connection.execute("SELECT max(row) FROM change WHERE tbl = ?", (table,)).fetchone()[0] or 0
    return max(here, logged) + 1
