"""Take over incoming corrections of speakers and topics: names, merges, mentions and occurrences.

A name changed by both sides, or deleted by one while the other worked on it, is a conflict and stays as it is locally.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Self

from annotations.corrections.parts import drop_topic, join_topics
from annotations.corrections.rows import put
from annotations.corrections.speech import drop_speaker, join_speakers
from annotations.store.analysis_rows import Rows
from annotations.values.analysis import Speaker, Statement
from annotations.values.corrections_made import CorrectedName, Stretch
from annotations.values.spans import Span

Disputed = Callable[[str, int, str, Any, Any], None]  # table, row, field, local value, incoming value


class Kind(NamedTuple):
    """Speakers or topics: their table, name column, table of mentions or occurrences, and other columns taken over."""

    table: str
    name: str
    places: str
    told: tuple[str, ...]
    join: Callable[[sqlite3.Connection, sqlite3.Row, sqlite3.Row], None]
    drop: Callable[[sqlite3.Connection, sqlite3.Row], None]


SPEAKERS = Kind(
    "speaker", "name", "mention", ("role", "honorific", "affiliation", "gender"), join_speakers, drop_speaker
)
TOPICS = Kind("topic", "text", "topic_place", (), join_topics, drop_topic)
KINDS = {kind.table: kind for kind in (SPEAKERS, TOPICS)}
STANDING = "standing"  # the conflicting field: which row stands for a row, as written by `Stands`


class Stands(NamedTuple):
    """The id of the row that stands for a row, 0 if none does, and the mentions or occurrences that it has or had.

    said: the statements that were deleted along with their speaker.
    """

    row: int
    places: tuple[Span, ...] = ()
    said: tuple[Span, ...] = ()

    def written(self) -> str:
        """Return this as JSON, as stored until someone decides."""
        return json.dumps(self)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the value that `written` wrote."""
        row, places, said = json.loads(text)
        return cls(row, tuple(Span(*place) for place in places), tuple(Span(*span) for span in said))


def row_of(db: sqlite3.Connection, kind: Kind, number: int) -> sqlite3.Row:
    """Return a row by its id."""
    found: sqlite3.Row = db.execute(f"SELECT * FROM {kind.table} WHERE id = ?", (number,)).fetchone()
    return found


def standing(db: sqlite3.Connection, kind: Kind, number: int) -> int:
    """Return the row that stands for a row: itself, the one it was merged into, or 0 if it was deleted."""
    row = row_of(db, kind, number)
    while row is not None and row["gone"] and row["same_as"]:
        row = row_of(db, kind, row["same_as"])
    return 0 if row is None or row["gone"] else int(row["id"])


def places_of(db: sqlite3.Connection, kind: Kind, number: int) -> set[Span]:
    """Return the mentions of the speaker, or the occurrences of the topic, of a row."""
    rows = db.execute(f'SELECT start, "end" FROM {kind.places} WHERE {kind.table} = ?', (number,))
    return {Span(row[0], row[1]) for row in rows}


def _places_of(one: CorrectedName[Any]) -> tuple[Span, ...]:
    return one.value.mentions if isinstance(one.value, Speaker) else one.value.places


class Names:
    """Takes over the incoming speakers or topics of a document.

    here: the local row for each incoming one, by its key name; in_dispute: the rows involved in a conflict over which
    row stands for one.
    """

    def __init__(self, rows: Rows, kind: Kind, said: Sequence[Stretch[Statement]], disputed: Disputed) -> None:
        """Write into a document, within an act. said: the incoming statements."""
        self._rows, self._db, self._kind, self._disputed = rows, rows.db, kind, disputed
        self._spoken = {
            number
            for one in said
            for number in (one.value.speaker, one.value.via)
            if one.value.origin == "user" and not one.gone
        }
        self._gone = [one.value for one in said if one.gone]
        self.here: dict[str, int] = {}
        self.in_dispute: set[int] = set()
        self._made: set[int] = set()
        query = f"SELECT id FROM {kind.table} WHERE document = ? AND origin = 'user'"
        self._touched = {row[0] for row in self._db.execute(query, (rows.document,)).fetchall()}
        query = "SELECT speaker, via FROM statement WHERE document = ? AND origin = 'user' AND NOT gone"
        found = self._db.execute(query, (rows.document,)).fetchall() if kind is SPEAKERS else []
        self._worked_on = self._touched | {number for row in found for number in row}

    def take(self, incoming: Sequence[CorrectedName[Any]]) -> None:
        """Take over all incoming speakers or topics."""
        self._find(incoming)
        incoming = [one for one in incoming if one.known_as in self.here]
        for one in incoming:
            self._stand(one, incoming)
        for one in incoming:
            if one.value.origin == "user":
                self._name(one)
        self._place(incoming)
        for one in incoming:
            row = row_of(self._db, self._kind, self.here[one.known_as])
            if one.value.origin == "user" and row["origin"] != "user":
                put(self._db, self._kind.table, row["id"], known_as=row["known_as"] or row[self._kind.name])

    def _places_here(self, number: int) -> set[Span]:
        return places_of(self._db, self._kind, number)

    def _find(self, incoming: Sequence[CorrectedName[Any]]) -> None:
        """Find the local row for each incoming one: by key name, else by current name, else add a row if needed."""
        name = self._kind.name
        known = f"coalesce(nullif(known_as, ''), {name}) = ? ORDER BY known_as != '' DESC, gone, id"
        for condition, wanted in ((known, "known_as"), (f"{name} = ? AND NOT gone ORDER BY id", "called")):
            query = f"SELECT id FROM {self._kind.table} WHERE document = ? AND {condition}"
            for one in incoming:
                if one.known_as not in self.here:
                    sought = one.known_as if wanted == "known_as" else getattr(one.value, name)
                    rows = self._db.execute(query, (self._rows.document, sought)).fetchall()
                    free = (int(row[0]) for row in rows if row[0] not in self.here.values())
                    found = next(free, None)
                    if found is not None:
                        self.here[one.known_as] = found
        for one in incoming:
            needed = one.value.origin == "user" or getattr(one.value, "id", 0) in self._spoken
            if one.known_as not in self.here and needed:
                self.here[one.known_as] = self._new(one)

    def _new(self, one: CorrectedName[Any]) -> int:
        if isinstance(one.value, Speaker):
            free = "SELECT coalesce(max(number), 0) + 1 FROM speaker WHERE document = ?"
            number = self._db.execute(free, (self._rows.document,)).fetchone()[0]
            made = self._rows.speaker(one.value._replace(id=number, mentions=()))
        else:
            made = self._rows.topic(one.value._replace(places=()))
        told = f"UPDATE {self._kind.table} SET known_as = ?, gone = ? WHERE id = ?"
        self._db.execute(told, (one.known_as, int(one.gone), made))
        self._made.add(made)
        return made

    def _name(self, one: CorrectedName[Any]) -> None:
        """Take over the name of one and its other columns."""
        column, row = self._kind.name, row_of(self._db, self._kind, self.here[one.known_as])
        called, first = getattr(one.value, column), row["known_as"] or row[column]
        for told in self._kind.told:
            value = getattr(one.value, told)
            if value and not row[told]:
                put(self._db, self._kind.table, row["id"], **{told: value}, known_as=first)
        if called in (one.known_as, row[column]):
            return
        other = _called(self._db, self._kind, row["document"], called)
        if other is not None and standing(self._db, self._kind, row["id"]) == other["id"]:
            return
        if row[column] != first or (other is not None and row["id"] in self._touched):
            self._disputed(self._kind.table, row["id"], column, row[column], called)
        else:
            call(self._db, self._kind, row["id"], called)

    def _stand(self, one: CorrectedName[Any], incoming: Sequence[CorrectedName[Any]]) -> None:
        """Take over whether one stands, was deleted or was merged into another."""
        row = row_of(self._db, self._kind, self.here[one.known_as])
        local, end = standing(self._db, self._kind, row["id"]), _end(one, incoming)
        target = 0 if end is None else standing(self._db, self._kind, self.here[end.known_as])
        if end is one:
            self._stay(one, row, local, incoming)
        elif target == local:
            return
        elif end is None and (row["gone"] or row["id"] in self._worked_on):
            said = tuple(gone.span for gone in self._gone if gone.speaker == one.value.id) if self._gone else ()
            self._dispute_standing(row["id"], local, Stands(0, _places_of(one), said))
        elif end is None:
            self._kind.drop(self._db, row)
        elif row["id"] in self._made:
            put(self._db, self._kind.table, row["id"], same_as=target)
        elif local != row["id"] or row["id"] in self._touched or not target:
            self._dispute_standing(row["id"], local, Stands(target or self.here[end.known_as], _places_of(end)))
        else:
            self._kind.join(self._db, row, row_of(self._db, self._kind, target))

    def _stay(
        self, one: CorrectedName[Any], row: sqlite3.Row, local: int, incoming: Sequence[CorrectedName[Any]]
    ) -> None:
        """Handle one that stands on the incoming side: a conflict if people touched it and it does not stand here."""
        name = self._kind.name
        same = local and row_of(self._db, self._kind, local)[name] == getattr(one.value, name)
        spoken = isinstance(one.value, Speaker) and one.value.id in self._spoken
        if local == row["id"] or same or not (one.value.origin == "user" or (spoken and not local)):
            return
        joined = [other for other in incoming if self.here[other.known_as] == local and _end(other, incoming) is one]
        self._dispute_standing(local if joined else row["id"], local, Stands(row["id"], _places_of(one)))

    def _dispute_standing(self, row: int, stands: int, incoming: Stands) -> None:
        local = Stands(stands, tuple(sorted(self._places_here(stands))))
        self.in_dispute |= {row, stands, incoming.row}
        self._disputed(self._kind.table, row, STANDING, local.written(), incoming.written())

    def _place(self, incoming: Sequence[CorrectedName[Any]]) -> None:
        """Unite mentions or occurrences; a mention whose speaker differs between the sides goes where people moved it.

        If people on both sides touched the two speakers, it goes to the one whose original name sorts later, so that
        both sides get the same result.
        """
        query = f"SELECT id FROM {self._kind.table} WHERE document = ? AND NOT gone"
        known = {row[0] for row in self._db.execute(query, (self._rows.document,)).fetchall()}
        held = {place: number for number in sorted(known) for place in self._places_here(number)}
        for one in incoming:
            number = standing(self._db, self._kind, self.here[one.known_as])
            if number not in known or number in self.in_dispute:
                continue
            for place in set(_places_of(one)) - self._places_here(number):
                holder = held.get(place, 0) if self._kind is SPEAKERS else 0  # topics may share an occurrence
                if holder and not self._moves(one, holder):
                    continue
                gone = f'DELETE FROM {self._kind.places} WHERE {self._kind.table} = ? AND start = ? AND "end" = ?'
                self._db.execute(gone, (holder, *place))
                new = {self._kind.table: number, "start": place.start, "end": place.end}
                self._rows.insert(self._kind.places, new)
                held[place] = number

    def _moves(self, one: CorrectedName[Any], holder: int) -> bool:
        """Return whether a mention moves from the local row that holds it to an incoming one."""
        if one.value.origin != "user" or holder in self.in_dispute:
            return False
        row = row_of(self._db, self._kind, holder)
        return holder not in self._touched or one.known_as > (row["known_as"] or row[self._kind.name])


def _end(one: CorrectedName[Any], incoming: Sequence[CorrectedName[Any]]) -> CorrectedName[Any] | None:
    """Return the incoming one that stands for an incoming one, or None if it was deleted."""
    known = {other.known_as: other for other in incoming}
    seen = {one.known_as}
    while one.gone:
        if one.into not in known or one.into in seen:
            return None
        seen.add(one.into)
        one = known[one.into]
    return one


def restore_names(rows: Rows, kind: Kind, found: Sequence[CorrectedName[Any]]) -> None:
    """Write what an analysis does not hold about speakers or topics: original names, deletions and merges."""
    made: dict[str, int] = {}
    for one in found:
        if one.gone:
            made[one.known_as] = rows.speaker(one.value) if isinstance(one.value, Speaker) else rows.topic(one.value)
        else:
            query = f"SELECT id FROM {kind.table} WHERE document = ? AND {kind.name} = ? ORDER BY id"
            row = rows.db.execute(query, (rows.document, getattr(one.value, kind.name))).fetchone()
            made[one.known_as] = int(row[0])
    told = f"UPDATE {kind.table} SET known_as = ?, gone = ?, same_as = ? WHERE id = ?"
    for one in found:
        values = (one.known_as, int(one.gone), made.get(one.into, 0), made[one.known_as])
        rows.db.execute(told, values)


def _called(db: sqlite3.Connection, kind: Kind, document: int, name: str) -> sqlite3.Row | None:
    query = f"SELECT * FROM {kind.table} WHERE document = ? AND {kind.name} = ? AND NOT gone"
    found: sqlite3.Row | None = db.execute(query, (document, name)).fetchone()
    return found


def call(db: sqlite3.Connection, kind: Kind, number: int, name: str) -> None:
    """Rename the speaker or topic of a row, or merge it into the one that already has that name."""
    row = row_of(db, kind, number)
    other = _called(db, kind, row["document"], name)
    if other is not None and other["id"] != number:
        kind.join(db, row, other)
    else:
        put(db, kind.table, number, **{kind.name: name}, known_as=row["known_as"] or row[kind.name])


def let_stand(db: sqlite3.Connection, kind: Kind, number: int, stands: Stands) -> None:
    """Make a row stand for a row by decision: itself, another one, or none. A deleted row that stands is restored."""
    before = standing(db, kind, number)
    for back in {number, stands.row} if stands.row else ():
        if standing(db, kind, back) != back:
            put(db, kind.table, back, gone=0, same_as=0)
            if kind is SPEAKERS:
                db.execute("UPDATE statement SET gone = 0 WHERE speaker = ? AND gone", (back,))
    if not stands.row:
        kind.drop(db, row_of(db, kind, number))
    elif stands.row != number:
        kind.join(db, row_of(db, kind, number), row_of(db, kind, stands.row))
    for span in stands.said:
        gone = "UPDATE statement SET gone = 1, origin = 'user' WHERE speaker = ? AND start = ? AND \"end\" = ? AND NOT gone"
        db.execute(gone, (before, *span))
    rows = Rows(db, row_of(db, kind, number)["document"])
    for place in stands.places:
        if before != stands.row:
            db.execute(
                f'DELETE FROM {kind.places} WHERE {kind.table} = ? AND start = ? AND "end" = ?', (before, *place)
            )
        if stands.row and place not in places_of(db, kind, stands.row):
            rows.insert(kind.places, {kind.table: stands.row, "start": place.start, "end": place.end})
