"""Conflicts found by a merge: both versions are stored until someone decides."""

from typing import Any

from annotations.merging.names import KINDS, STANDING, Stands, call, let_stand
from annotations.merging.take import read, settle
from annotations.store import annotation_rows, conflict_rows, document_rows, form_rows, person_rows
from annotations.store.analysis_writer import Rows
from annotations.store.connection import Connection, Database
from annotations.store.name_rows import places_of, row_of
from annotations.values.anchors import make_anchor
from annotations.values.conflict import BOTH, INCOMING, LOCAL, Conflict
from annotations.values.corrections_made import STRETCHES
from annotations.values.spans import Span

__all__ = ["BOTH", "INCOMING", "LOCAL", "Conflicts", "decide", "open_conflicts", "place_of", "speaker_or_topic"]

_NUMBERED = ("value", "person")


class Conflicts:
    """The conflicts found by one merge."""

    def __init__(self, db: Database, source: str) -> None:
        """Write within an act in progress."""
        self._db, self._source, self.found = db, source, 0

    def add(self, table: str, row: int, field: str, local: Any, incoming: Any) -> None:
        """Store a conflict, unless the same one was stored or decided before."""
        self.found += conflict_rows.add_conflict(self._db, (table, row, field), local, incoming, self._source)


def open_conflicts(connection: Connection) -> list[Conflict]:
    """Return the undecided conflicts, leaving out those of rows that no longer exist."""
    return connection.read(conflict_rows.open_conflicts)


def place_of(connection: Connection, conflict: Conflict) -> tuple[int, Span]:
    """Return the document that a conflict is about (0 if none) and a passage of it (empty if none)."""
    table, row = conflict.table, conflict.row
    if table == "annotation":
        return connection.read(annotation_rows.place_in_text, row)
    if table == "document":
        stretches = read(conflict.field, conflict.incoming) if conflict.field in STRETCHES else []
        return row, next((one.value.span for one in stretches), Span(0, 0))
    if table in KINDS:
        names = KINDS[table].names
        sides = (conflict.local, conflict.incoming) if conflict.field == STANDING else ()
        places = [place for side in sides for place in Stands.read(side).places]
        places = places or list(connection.read(places_of, names, row))
        return connection.read(row_of, names, row).document, min(places, default=Span(0, 0))
    if table == "coding":
        return connection.read(form_rows.document_of_coding, row), Span(0, 0)
    if table == "person_speaker":
        return connection.read(person_rows.document_of_link, row), Span(0, 0)
    return 0, Span(0, 0)


def decide(connection: Connection, conflict: Conflict, choice: str) -> None:
    """Decide a conflict as one act. choice: local, incoming, or both if both texts can be kept."""
    db = connection.db
    with connection.act("decide", None, {"field": conflict.field}):
        conflict_rows.close_conflict(db, conflict.id, choice)
        if choice == LOCAL:
            return
        if conflict.field == "bounds":
            _set_bounds(db, conflict)
        elif conflict.field in STRETCHES or conflict.table in KINDS:
            _take_corrections(db, conflict)
        else:
            incoming: str | int = int(conflict.incoming) if conflict.field in _NUMBERED else conflict.incoming
            if choice == BOTH and conflict.can_keep_both:
                incoming = f"{conflict.local}\n{incoming}"
            conflict_rows.set_field(db, conflict, incoming)


def _take_corrections(db: Database, conflict: Conflict) -> None:
    """Replace local corrections by the incoming ones."""
    if conflict.field in STRETCHES:
        settle(Rows(db, conflict.row), conflict.field, conflict.local, conflict.incoming)
        return
    kind = KINDS[conflict.table]
    rows = Rows(db, row_of(db, kind.names, conflict.row).document)
    if conflict.field == STANDING:
        let_stand(rows, kind, conflict.row, Stands.read(conflict.incoming))
    else:
        call(rows, kind, conflict.row, conflict.incoming)


def speaker_or_topic(connection: Connection, table: str, row: int) -> str:
    """Return the local name of the speaker or topic that a conflict is about, even if it was deleted."""
    return connection.read(row_of, KINDS[table].names, row).name


def _set_bounds(db: Database, conflict: Conflict) -> None:
    start, end = map(int, conflict.incoming.split(":"))
    document, _span = annotation_rows.place_in_text(db, conflict.row)
    anchor = make_anchor(document_rows.text(db, document), Span(start, end))
    annotation_rows.place_annotation(db, conflict.row, anchor)
