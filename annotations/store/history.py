"""The change log: acts, with unlimited undo and redo, across restarts.

Triggers record every row that changes during an act, before and after. Undoing an act restores the rows in reverse
order, as an act of its own kind, so the log records everything that ever happened.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, NamedTuple

from annotations.errors import UndoBlocked
from annotations.store.transaction import transaction
from annotations.values.act_kinds import act_kind
from annotations.values.localized import Localized
from annotations.values.model import Tag

DOCUMENTS = (
    "documents:"  # prefix of the labels of acts on documents themselves, which undo within a document leaves alone
)


class Act(NamedTuple):
    """One act: its label, its document (None: the library), its state and its subject.

    state: done, undone, dropped (undone for good) or kept (others build on it, so it cannot be undone). about: values
    for the placeholders in its wording.
    """

    id: int
    label: str
    document: int | None
    state: str
    about: dict[str, Any] = {}  # noqa: RUF012 - never changed


class Logged(NamedTuple):
    """A row of the history: an act by any coder, or the undoing ("undo") or redoing ("redo") of one."""

    act: Act
    kind: str
    coder: str
    at: str
    title: str


def now(timespec: str = "milliseconds") -> str:
    """Return the current time in ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec=timespec)


def _begin(
    connection: sqlite3.Connection,
    label: str,
    coder: int,
    document: int | None,
    *,
    kind: str = "do",
    target: int | None = None,
    about: Mapping[str, Any] | None = None,
) -> int:
    """Write an act's row within a transaction already begun, so the triggers log what follows; return its id."""
    cursor = connection.execute(
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
    connection.execute("UPDATE current SET act = ?", (number,))
    return number


def _end(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE current SET act = NULL")


def _scope(document: int | None) -> str:
    """Return the SQL condition for acts undone together: those of a document and of the library, or all of them."""
    if document is None:
        return "(:document IS NULL)"
    after = DOCUMENTS[:-1] + chr(ord(DOCUMENTS[-1]) + 1)  # the labels that begin otherwise, as two ranges of an index
    return (
        f"(act.document = :document OR (act.document IS NULL AND act.label < '{DOCUMENTS}') "
        f"OR (act.document IS NULL AND act.label >= '{after}'))"
    )


@contextmanager
def act(
    connection: sqlite3.Connection,
    label: str,
    coder: int,
    document: int | None = None,
    about: Mapping[str, Any] | None = None,
) -> Iterator[int]:
    """Run the changes in the block as one act: all logged and committed together, or none.

    Yields the act's id. label: that of a kind of act; about: values for the placeholders in its wording. After a new
    act, what this coder undid there before can no longer be redone. Raises UnknownAct.
    """
    act_kind(label)
    with transaction(connection):
        connection.execute(
            f"UPDATE act SET state = 'dropped' WHERE state = 'undone' AND coder = :coder AND {_scope(document)}",
            {"document": document, "coder": coder},
        )
        yield _begin(connection, label, coder, document, about=about)
        _end(connection)


def _put(connection: sqlite3.Connection, table: str, row: int, values: str | None) -> None:
    """Set the row of `table` to the JSON object `values`, or delete it if that is None."""
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


def _act_of(row: Any) -> Act:
    return Act(row[0], row[1], row[2], row[3], json.loads(row[4]) if row[4] else {})


def _last(connection: sqlite3.Connection, coder: int, document: int | None, state: str) -> Act | None:
    order = "DESC" if state == "done" else "ASC"
    row = connection.execute(
        "SELECT id, label, document, state, about FROM act "
        f"WHERE kind = 'do' AND state = :state AND coder = :coder AND {_scope(document)} ORDER BY id {order} LIMIT 1",
        {"state": state, "document": document, "coder": coder},
    ).fetchone()
    return None if row is None else _act_of(row)


def log(connection: sqlite3.Connection, document: int | None = None, most: int = -1) -> list[Logged]:
    """Return all acts ever performed, latest first, in one document or in the whole library."""
    rows = connection.execute(
        "SELECT act.id, label, act.document, state, about, kind, coder.name, at, coalesce(title, '') FROM act "
        "JOIN coder ON coder.id = coder LEFT JOIN document ON document.id = act.document "
        f"WHERE {_scope(document)} "
        "ORDER BY act.id DESC LIMIT :most",
        {"document": document, "most": most},
    )
    return [Logged(_act_of(row), row[5], row[6], row[7], row[8]) for row in rows]


def tags_before(connection: sqlite3.Connection) -> dict[int, list[tuple[int, Tag]]]:
    """Return, by tag id, the earlier states of tags in order, each with the act that changed or removed it."""
    rows = connection.execute(
        "SELECT act, row, before FROM change WHERE tbl = 'tag' AND before IS NOT NULL ORDER BY act, id"
    )
    found: dict[int, list[tuple[int, Tag]]] = {}
    for act, row, before in rows:
        told = json.loads(before)
        tag = Tag(row, None, Localized.from_json(told["name"]), told["color"])
        found.setdefault(row, []).append((act, tag))
    return found


def annotations_touched(connection: sqlite3.Connection, since: int) -> set[int]:
    """Return the ids of the annotations that acts after `since`, by any coder, created, changed, tagged or removed."""
    rows = connection.execute(
        "SELECT row FROM change WHERE act > ?1 AND tbl = 'annotation' UNION "
        "SELECT json_extract(coalesce(after, before), '$.annotation') FROM change WHERE act > ?1 AND tbl = 'annotation_tag' "
        "UNION SELECT json_extract(before, '$.annotation') FROM change WHERE act > ?1 AND tbl = 'annotation_tag' AND before IS NOT NULL",
        (since,),
    )
    return {row[0] for row in rows}


def _still(connection: sqlite3.Connection, table: str, row: int, values: str | None) -> bool:
    """Return whether a row of `table` equals the JSON object `values`, or does not exist if that is None."""
    if values is None:
        return connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row,)).fetchone() is None
    columns = json.loads(values)
    names = ", ".join(f'"{name}"' for name in columns)
    found = connection.execute(f'SELECT {names} FROM "{table}" WHERE id = ?', (row,)).fetchone()
    return found is not None and tuple(found) == tuple(columns.values())


def _put_back(connection: sqlite3.Connection, chosen: Act, coder: int, *, back: bool) -> None:
    side, order = ("before", "DESC") if back else ("after", "ASC")
    _begin(
        connection,
        chosen.label,
        coder,
        chosen.document,
        kind="undo" if back else "redo",
        target=chosen.id,
        about=chosen.about,
    )
    connection.execute("PRAGMA defer_foreign_keys = ON")
    other = "after" if back else "before"
    changes = connection.execute(
        f"SELECT tbl, row, {side}, {other} FROM change WHERE act = ? ORDER BY id {order}", (chosen.id,)
    ).fetchall()
    for table, row, values, now_there in changes:
        if not _still(connection, table, row, now_there):
            raise sqlite3.IntegrityError  # the row has changed since
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
        if chosen is not None:  # it is now permanent, so that earlier acts can still be undone
            connection.execute("UPDATE act SET state = 'kept' WHERE id = ?", (chosen.id,))
        raise UndoBlocked from error
    return chosen


def undo(connection: sqlite3.Connection, coder: int, document: int | None) -> Act | None:
    """Undo this coder's last act still in effect, in the document or the codebook, or, for None, anywhere.

    Returns the act, or None if there is none.

    Raises UndoBlocked if other annotations build on it; the act then stays, and the next undo skips it.
    """
    return _replay(connection, coder, document, back=True)


def redo(connection: sqlite3.Connection, coder: int, document: int | None) -> Act | None:
    """Redo the act that this coder undid last; return it, or None if there is none."""
    return _replay(connection, coder, document, back=False)


def fresh_id(connection: sqlite3.Connection, table: str) -> int:
    """Return an id that no row of `table` has or ever had, so that undo never finds another row in its place."""
    here = connection.execute(f'SELECT max(id) FROM "{table}"').fetchone()[0] or 0
    logged = connection.execute("SELECT max(row) FROM change WHERE tbl = ?", (table,)).fetchone()[0] or 0
    return max(here, logged) + 1
