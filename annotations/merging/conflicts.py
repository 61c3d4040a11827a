"""Conflicts found by a merge: both versions are stored until someone decides."""

import json
import sqlite3
from typing import Any, NamedTuple

from annotations.merging.names import KINDS, STANDING, Stands, call, let_stand, places_of, row_of
from annotations.merging.take import read, settle
from annotations.store import annotation_rows, queries
from annotations.store.analysis_rows import Rows, insert
from annotations.store.connection import Connection
from annotations.store.history import fresh_id
from annotations.values.anchors import make_anchor
from annotations.values.corrections_made import STRETCHES
from annotations.values.localized import Localized
from annotations.values.spans import Span

LOCAL, INCOMING, BOTH = "local", "incoming", "both"
_NUMBERED = ("value", "person")
_MERGEABLE = ("note", "memo", "description")  # the column, without its language


class Conflict(NamedTuple):
    """A field of a row whose local and incoming values differ. source: the file that the incoming value came from.

    table: tag, annotation, coding, document, person_speaker, speaker or topic. Boundaries are written start:end; values
    and persons are local ids, as is the row that stands for a speaker or topic. A document's noise, session and
    statement are stretches corrected on both sides, as read by `take.read`. Words in one language stand under their
    column and it: "name.ar".
    """

    id: int
    table: str
    row: int
    field: str
    local: str
    incoming: str
    source: str

    @property
    def can_keep_both(self) -> bool:
        """Return whether both texts can be kept, one below the other."""
        return self.field.partition(".")[0] in _MERGEABLE


class Conflicts:
    """The conflicts found by one merge."""

    def __init__(self, db: sqlite3.Connection, source: str) -> None:
        """Write within an act in progress."""
        self._db, self._source, self.found = db, source, 0

    def add(self, table: str, row: int, field: str, local: Any, incoming: Any) -> None:
        """Store a conflict, unless the same one was stored or decided before."""
        key = (table, row, field, json.dumps(incoming, ensure_ascii=False))
        query = "SELECT 1 FROM conflict WHERE tbl = ? AND row = ? AND field = ? AND theirs = ?"
        if self._db.execute(query, key).fetchone() is None:
            values = {
                "tbl": table,
                "row": row,
                "field": field,
                "mine": json.dumps(local, ensure_ascii=False),
                "theirs": key[3],
            }
            number = fresh_id(self._db, "conflict")
            insert(self._db, "conflict", {"id": number, **values, "source": self._source, "state": "open"})
            self.found += 1


def open_conflicts(connection: Connection) -> list[Conflict]:
    """Return the undecided conflicts, leaving out those of rows that no longer exist."""
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


def place_of(connection: Connection, conflict: Conflict) -> tuple[int, Span]:
    """Return the document that a conflict is about (0 if none) and a passage of it (empty if none)."""
    table, row = conflict.table, conflict.row

    def place(db: sqlite3.Connection) -> tuple[int, Span]:
        if table == "annotation":
            found = db.execute('SELECT document, start, "end" FROM annotation WHERE id = ?', (row,)).fetchone()
            return int(found[0]), Span(found[1], found[2])
        if table == "document":
            stretches = read(conflict.field, conflict.incoming) if conflict.field in STRETCHES else []
            return row, next((one.value.span for one in stretches), Span(0, 0))
        if table in KINDS:
            sides = (
                [Stands.read(side) for side in (conflict.local, conflict.incoming)]
                if conflict.field == STANDING
                else []
            )
            places = [place for side in sides for place in side.places] or places_of(db, KINDS[table], row)
            return int(row_of(db, KINDS[table], row)["document"]), min(places, default=Span(0, 0))
        if table in ("coding", "person_speaker"):
            return int(db.execute(f"SELECT document FROM {table} WHERE id = ?", (row,)).fetchone()[0]), Span(0, 0)
        return 0, Span(0, 0)

    return connection.read(place)


def decide(connection: Connection, conflict: Conflict, choice: str) -> None:
    """Decide a conflict as one act. choice: local, incoming, or both if both texts can be kept."""
    db = connection.db
    with connection.act("decide", None, {"field": conflict.field}):
        db.execute("UPDATE conflict SET state = ? WHERE id = ?", (choice, conflict.id))
        if choice == LOCAL:
            return
        if conflict.field == "bounds":
            _set_bounds(db, conflict)
        elif conflict.field in STRETCHES or conflict.table in KINDS:
            _put_right(db, conflict)
        else:
            incoming: str | int = int(conflict.incoming) if conflict.field in _NUMBERED else conflict.incoming
            if choice == BOTH and conflict.can_keep_both:
                incoming = f"{conflict.local}\n{incoming}"
            column, _dot, language = conflict.field.partition(".")
            if language:
                query = f"SELECT {column} FROM {conflict.table} WHERE id = ?"
                words = Localized.from_json(db.execute(query, (conflict.row,)).fetchone()[0])
                incoming = words.having(language, str(incoming)).json()
            db.execute(f"UPDATE {conflict.table} SET {column} = ? WHERE id = ?", (incoming, conflict.row))


def _put_right(db: sqlite3.Connection, conflict: Conflict) -> None:
    """Replace local corrections by the incoming ones."""
    if conflict.field in STRETCHES:
        settle(Rows(db, conflict.row), conflict.field, conflict.local, conflict.incoming)
        return
    kind = KINDS[conflict.table]
    if conflict.field == STANDING:
        let_stand(db, kind, conflict.row, Stands.read(conflict.incoming))
    else:
        call(db, kind, conflict.row, conflict.incoming)


def speaker_or_topic(connection: Connection, table: str, row: int) -> str:
    """Return the local name of the speaker or topic that a conflict is about, even if it was deleted."""
    return connection.read(lambda db: str(row_of(db, KINDS[table], row)[KINDS[table].name]))


def _set_bounds(db: sqlite3.Connection, conflict: Conflict) -> None:
    start, end = map(int, conflict.incoming.split(":"))
    document = db.execute("SELECT document FROM annotation WHERE id = ?", (conflict.row,)).fetchone()[0]
    annotation_rows.place_annotation(db, conflict.row, make_anchor(queries.text(db, document), Span(start, end)))
