"""Where a merge found that two say something else: both are kept until somebody decides."""

import json
import sqlite3
from typing import Any, NamedTuple

from annotations import queries, written
from annotations.anchors import make_anchor
from annotations.connection import Connection
from annotations.history import fresh_id
from annotations.kept import insert
from annotations.spans import Span

OURS, THEIRS, BOTH = "mine", "theirs", "both"
_MERGEABLE = ("note", "memo", "description_ar", "description_en")


class Conflict(NamedTuple):
    """A field of a row (of tag, annotation, coding, document or person_speaker) that is one thing here and another there.

    bounds are written start:end; values and persons are ids of ours. source: the file that theirs came from.
    """

    id: int
    table: str
    row: int
    field: str
    mine: str
    theirs: str
    source: str

    @property
    def can_keep_both(self) -> bool:
        """Tell whether both texts can stand one below the other."""
        return self.field in _MERGEABLE


class Conflicts:
    """The conflicts that one merge finds."""

    def __init__(self, db: sqlite3.Connection, source: str) -> None:
        """Write within an act that has begun."""
        self._db, self._source, self.found = db, source, 0

    def add(self, table: str, row: int, field: str, mine: Any, theirs: Any) -> None:
        """Keep a conflict, if that very one was not kept or decided before."""
        key = (table, row, field, json.dumps(theirs, ensure_ascii=False))
        query = "SELECT 1 FROM conflict WHERE tbl = ? AND row = ? AND field = ? AND theirs = ?"
        if self._db.execute(query, key).fetchone() is None:
            values = {
                "tbl": table,
                "row": row,
                "field": field,
                "mine": json.dumps(mine, ensure_ascii=False),
                "theirs": key[3],
            }
            number = fresh_id(self._db, "conflict")
            insert(self._db, "conflict", {"id": number, **values, "source": self._source, "state": "open"})
            self.found += 1


def open_conflicts(connection: Connection) -> list[Conflict]:
    """Return the conflicts that nobody has decided, those of things that are gone left out."""
    with connection.wrapped():
        rows = connection.db.execute(
            "SELECT id, tbl, row, field, mine, theirs, source FROM conflict WHERE state = 'open' ORDER BY id"
        ).fetchall()
        there = [
            row for row in rows if connection.db.execute(f"SELECT 1 FROM {row[1]} WHERE id = ?", (row[2],)).fetchone()
        ]
    return [
        Conflict(row[0], row[1], row[2], row[3], str(json.loads(row[4])), str(json.loads(row[5])), row[6])
        for row in there
    ]


def decide(connection: Connection, conflict: Conflict, choice: str) -> None:
    """Decide a conflict: mine, theirs, or both where texts can stand together. One act."""
    db = connection.db
    with connection.act("decide", None, {"field": conflict.field}):
        db.execute("UPDATE conflict SET state = ? WHERE id = ?", (choice, conflict.id))
        if choice == OURS:
            return
        if conflict.field == "bounds":
            _set_bounds(db, conflict)
            return
        theirs: str | int = (
            conflict.theirs if conflict.table in ("tag", "annotation", "document") else int(conflict.theirs)
        )
        if choice == BOTH and conflict.can_keep_both:
            theirs = f"{conflict.mine}\n{theirs}"
        db.execute(f"UPDATE {conflict.table} SET {conflict.field} = ? WHERE id = ?", (theirs, conflict.row))


def _set_bounds(db: sqlite3.Connection, conflict: Conflict) -> None:
    start, end = map(int, conflict.theirs.split(":"))
    document = db.execute("SELECT document FROM annotation WHERE id = ?", (conflict.row,)).fetchone()[0]
    written.place_annotation(db, conflict.row, make_anchor(queries.text(db, document), Span(start, end)))
