"""The change log: acts, with unlimited undo and redo, across restarts.

Triggers record every row that changes during an act, before and after. Undoing an act restores the rows in reverse
order, as an act of its own kind, so the log records everything that ever happened.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from annotations.errors import UndoBlocked
from annotations.store.log_rows import act_of, undone_together
from annotations.store.rows import exists, insert, now, update
from annotations.store.transaction import transaction
from annotations.values.act_kinds import act_kind
from annotations.values.log import Act


def _begin(
    db: sqlite3.Connection,
    label: str,
    coder: int,
    document: int | None,
    *,
    kind: str = "do",
    target: int | None = None,
    about: Mapping[str, Any] | None = None,
) -> int:
    """Write an act's row within a transaction already begun, so the triggers log what follows; return its id."""
    cursor = db.execute(
        "INSERT INTO act (kind, label, coder, at, state, target, document, about) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            kind,
            label,
            coder,
            now(),
            "done" if kind == "do" else "record",
            target,
            document,
            json.dumps(about, ensure_ascii=False) if about else "",
        ),
    )
    number = int(cursor.lastrowid or 0)
    db.execute("UPDATE current SET act = ?", (number,))
    return number


def _end(db: sqlite3.Connection) -> None:
    db.execute("UPDATE current SET act = NULL")


@contextmanager
def act(
    db: sqlite3.Connection,
    label: str,
    coder: int,
    document: int | None = None,
    about: Mapping[str, Any] | None = None,
    *,
    before: Callable[[sqlite3.Connection], object] | None = None,
) -> Iterator[int]:
    """Run the changes in the block as one act: all logged and committed together, or none.

    before: called within the same transaction, for what the act needs and undoing it leaves, such as a text.

    Yields the act's id. label: that of a kind of act; about: values for the placeholders in its wording. After a new
    act, what this coder undid there before can no longer be redone. Raises UnknownAct.
    """
    act_kind(label)
    with transaction(db):
        db.execute(
            f"UPDATE act SET state = 'dropped' WHERE state = 'undone' AND coder = :coder AND {undone_together(document)}",
            {"document": document, "coder": coder},
        )
        if before is not None:
            before(db)
        yield _begin(db, label, coder, document, about=about)
        _end(db)


def _put(db: sqlite3.Connection, table: str, row: int, values: str | None) -> None:
    """Set the row of `table` to the JSON object `values`, or delete it if that is None."""
    if values is None:
        db.execute(f'DELETE FROM "{table}" WHERE id = ?', (row,))
        return
    columns = json.loads(values)
    if exists(db, table, row):
        update(db, table, row, columns)
    else:
        insert(db, table, columns)


def _last(db: sqlite3.Connection, coder: int, document: int | None, state: str) -> Act | None:
    order = "DESC" if state == "done" else "ASC"
    row = db.execute(
        "SELECT id, label, document, state, about FROM act "
        f"WHERE kind = 'do' AND state = :state AND coder = :coder AND {undone_together(document)} ORDER BY id {order} LIMIT 1",
        {"state": state, "document": document, "coder": coder},
    ).fetchone()
    return None if row is None else act_of(row)


def _still(db: sqlite3.Connection, table: str, row: int, values: str | None) -> bool:
    """Return whether a row of `table` equals the JSON object `values`, or does not exist if that is None."""
    if values is None:
        return not exists(db, table, row)
    columns = json.loads(values)
    names = ", ".join(f'"{name}"' for name in columns)
    found = db.execute(f'SELECT {names} FROM "{table}" WHERE id = ?', (row,)).fetchone()
    return found is not None and tuple(found) == tuple(columns.values())


def _put_back(db: sqlite3.Connection, chosen: Act, coder: int, *, back: bool) -> None:
    side, order = ("before", "DESC") if back else ("after", "ASC")
    _begin(
        db,
        chosen.label,
        coder,
        chosen.document,
        kind="undo" if back else "redo",
        target=chosen.id,
        about=chosen.about,
    )
    db.execute("PRAGMA defer_foreign_keys = ON")
    other = "after" if back else "before"
    changes = db.execute(
        f"SELECT tbl, row, before, after FROM change WHERE act = ? ORDER BY id {order}", (chosen.id,)
    ).fetchall()
    for change in changes:
        if not _still(db, change["tbl"], change["row"], change[other]):
            raise sqlite3.IntegrityError  # the row has changed since
        _put(db, change["tbl"], change["row"], change[side])
    db.execute("UPDATE act SET state = ? WHERE id = ?", ("undone" if back else "done", chosen.id))


def _replay(db: sqlite3.Connection, coder: int, document: int | None, *, back: bool) -> Act | None:
    chosen = None
    try:
        with transaction(db):
            chosen = _last(db, coder, document, "done" if back else "undone")
            if chosen is not None:
                _put_back(db, chosen, coder, back=back)
                _end(db)
    except sqlite3.IntegrityError as error:
        if chosen is not None:  # it is now permanent, so that earlier acts can still be undone
            db.execute("UPDATE act SET state = 'kept' WHERE id = ?", (chosen.id,))
        raise UndoBlocked from error
    return chosen


def undo(db: sqlite3.Connection, coder: int, document: int | None) -> Act | None:
    """Undo this coder's last act still in effect, in the document or the codebook, or, for None, anywhere.

    Returns the act, or None if there is none.

    Raises UndoBlocked if other annotations build on it; the act then stays, and the next undo skips it.
    """
    return _replay(db, coder, document, back=True)


def redo(db: sqlite3.Connection, coder: int, document: int | None) -> Act | None:
    """Redo the act that this coder undid last; return it, or None if there is none."""
    return _replay(db, coder, document, back=False)
