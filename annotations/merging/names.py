"""Take over incoming corrections of speakers and topics: names, merges, mentions and occurrences.

A name changed by both sides, or deleted by one while the other worked on it, is a conflict and stays as it is locally.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Self

from annotations.corrections.parts import drop_topic, join_topics
from annotations.corrections.speech import drop_speaker, join_speakers
from annotations.store import correction_rows, name_rows
from annotations.store.analysis_writer import Rows
from annotations.store.name_rows import NameRow, NameTable, places_of, row_of, standing
from annotations.values.analysis import Speaker, Statement
from annotations.values.corrections_made import CorrectedName, Stretch
from annotations.values.spans import Span

Disputed = Callable[[str, int, str, Any, Any], None]  # table, row, field, local value, incoming value


class Kind(NamedTuple):
    """Speakers or topics: their table, and how one is merged into another or deleted."""

    names: NameTable
    join: Callable[[Rows, NameRow, NameRow], None]
    drop: Callable[[Rows, NameRow], None]

    @property
    def table(self) -> str:
        """The table, as conflicts name it."""
        return self.names.table


SPEAKERS = Kind(name_rows.SPEAKERS, join_speakers, drop_speaker)
TOPICS = Kind(name_rows.TOPICS, join_topics, drop_topic)
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


def name_of(one: CorrectedName[Any]) -> str:
    """Return the name of an incoming speaker or topic."""
    return str(one.value.name if isinstance(one.value, Speaker) else one.value.text)


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
        self._names, self._document = kind.names, rows.document
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
        self._touched = correction_rows.touched(self._db, kind.table, rows.document)
        worked_on = name_rows.speakers_worked_on(self._db, rows.document) if kind is SPEAKERS else set()
        self._worked_on = self._touched | worked_on

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
            row = self._row(self.here[one.known_as])
            if one.value.origin == "user" and row.origin != "user":
                correction_rows.correct_row(self._db, self._kind.table, row.id, known_as=row.first)

    def _row(self, number: int) -> NameRow:
        return row_of(self._db, self._names, number)

    def _standing(self, number: int) -> int:
        return standing(self._db, self._names, number)

    def _places_here(self, number: int) -> set[Span]:
        return places_of(self._db, self._names, number)

    def _find(self, incoming: Sequence[CorrectedName[Any]]) -> None:
        """Find the local row for each incoming one: by key name, else by current name, else add a row if needed."""
        for one in incoming:
            self._match(one, name_rows.rows_known_as(self._db, self._names, self._document, one.known_as))
        for one in incoming:
            self._match(one, name_rows.rows_called(self._db, self._names, self._document, name_of(one)))
        for one in incoming:
            needed = one.value.origin == "user" or getattr(one.value, "id", 0) in self._spoken
            if one.known_as not in self.here and needed:
                self.here[one.known_as] = self._new(one)

    def _match(self, one: CorrectedName[Any], rows: Sequence[int]) -> None:
        """Take the first of some rows that no incoming one has taken."""
        found = next((row for row in rows if row not in self.here.values()), None)
        if found is not None and one.known_as not in self.here:
            self.here[one.known_as] = found

    def _new(self, one: CorrectedName[Any]) -> int:
        if isinstance(one.value, Speaker):
            number = name_rows.free_number(self._db, self._document)
            made = self._rows.speaker(one.value._replace(id=number, mentions=()))
        else:
            made = self._rows.topic(one.value._replace(places=()))
        name_rows.set_origin(self._db, self._names, made, one.known_as, gone=one.gone)
        self._made.add(made)
        return made

    def _name(self, one: CorrectedName[Any]) -> None:
        """Take over the name of one and its other columns."""
        row, called = self._row(self.here[one.known_as]), name_of(one)
        more = {told: getattr(one.value, told) for told, here in row.told.items() if not here}
        more = {told: value for told, value in more.items() if value}
        if more:
            correction_rows.correct_row(self._db, self._kind.table, row.id, **more, known_as=row.first)
        if called in (one.known_as, row.name):
            return
        other = name_rows.called(self._db, self._names, row.document, called)
        if other is not None and self._standing(row.id) == other.id:
            return
        if row.name != row.first or (other is not None and row.id in self._touched):
            self._disputed(self._kind.table, row.id, self._names.name, row.name, called)
        else:
            call(self._rows, self._kind, row.id, called)

    def _stand(self, one: CorrectedName[Any], incoming: Sequence[CorrectedName[Any]]) -> None:
        """Take over whether one stands, was deleted or was merged into another."""
        row = self._row(self.here[one.known_as])
        local, end = self._standing(row.id), _end(one, incoming)
        target = 0 if end is None else self._standing(self.here[end.known_as])
        if end is one:
            self._stay(one, row, local, incoming)
        elif target == local:
            return
        elif end is None and (row.gone or row.id in self._worked_on):
            said = tuple(gone.span for gone in self._gone if gone.speaker == one.value.id) if self._gone else ()
            self._dispute_standing(row.id, local, Stands(0, _places_of(one), said))
        elif end is None:
            self._kind.drop(self._rows, row)
        elif row.id in self._made:
            correction_rows.correct_row(self._db, self._kind.table, row.id, same_as=target)
        elif local != row.id or row.id in self._touched or not target:
            self._dispute_standing(row.id, local, Stands(target or self.here[end.known_as], _places_of(end)))
        else:
            self._kind.join(self._rows, row, self._row(target))

    def _stay(self, one: CorrectedName[Any], row: NameRow, local: int, incoming: Sequence[CorrectedName[Any]]) -> None:
        """Handle one that stands on the incoming side: a conflict if people touched it and it does not stand here."""
        same = local and self._row(local).name == name_of(one)
        spoken = isinstance(one.value, Speaker) and one.value.id in self._spoken
        if local == row.id or same or not (one.value.origin == "user" or (spoken and not local)):
            return
        joined = [other for other in incoming if self.here[other.known_as] == local and _end(other, incoming) is one]
        self._dispute_standing(local if joined else row.id, local, Stands(row.id, _places_of(one)))

    def _dispute_standing(self, row: int, stands: int, incoming: Stands) -> None:
        local = Stands(stands, tuple(sorted(self._places_here(stands))))
        self.in_dispute |= {row, stands, incoming.row}
        self._disputed(self._kind.table, row, STANDING, local.written(), incoming.written())

    def _place(self, incoming: Sequence[CorrectedName[Any]]) -> None:
        """Unite mentions or occurrences; a mention whose speaker differs between the sides goes where people moved it.

        If people on both sides touched the two speakers, it goes to the one whose original name sorts later, so that
        both sides get the same result.
        """
        known = name_rows.shown_rows(self._db, self._names, self._document)
        held = {place: number for number in sorted(known) for place in self._places_here(number)}
        for one in incoming:
            number = self._standing(self.here[one.known_as])
            if number not in known or number in self.in_dispute:
                continue
            for place in set(_places_of(one)) - self._places_here(number):
                holder = held.get(place, 0) if self._kind is SPEAKERS else 0  # topics may share an occurrence
                if holder and not self._moves(one, holder):
                    continue
                name_rows.remove_place(self._db, self._names, holder, place)
                name_rows.add_place(self._rows, self._names, number, place)
                held[place] = number

    def _moves(self, one: CorrectedName[Any], holder: int) -> bool:
        """Return whether a mention moves from the local row that holds it to an incoming one."""
        if one.value.origin != "user" or holder in self.in_dispute:
            return False
        return holder not in self._touched or one.known_as > self._row(holder).first


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
            made[one.known_as] = name_rows.all_called(rows.db, kind.names, rows.document, name_of(one))[0]
    for one in found:
        into = made.get(one.into, 0)
        name_rows.set_origin(rows.db, kind.names, made[one.known_as], one.known_as, gone=one.gone, into=into)


def call(rows: Rows, kind: Kind, number: int, name: str) -> None:
    """Rename the speaker or topic of a row, or merge it into the one that already has that name."""
    row = row_of(rows.db, kind.names, number)
    other = name_rows.called(rows.db, kind.names, row.document, name)
    if other is not None and other.id != number:
        kind.join(rows, row, other)
    else:
        name_rows.rename_row(rows.db, kind.names, row, name)


def let_stand(rows: Rows, kind: Kind, number: int, stands: Stands) -> None:
    """Make a row stand for a row by decision: itself, another one, or none. A deleted row that stands is restored."""
    db, names = rows.db, kind.names
    before = standing(db, names, number)
    for back in {number, stands.row} if stands.row else ():
        if standing(db, names, back) != back:
            name_rows.revive_row(db, names, back)
    if not stands.row:
        kind.drop(rows, row_of(db, names, number))
    elif stands.row != number:
        kind.join(rows, row_of(db, names, number), row_of(db, names, stands.row))
    for span in stands.said:
        correction_rows.delete_statement_at(db, span, before)
    for place in stands.places:
        if before != stands.row:
            name_rows.remove_place(db, names, before, place)
        if stands.row and place not in places_of(db, names, stands.row):
            name_rows.add_place(rows, names, stands.row, place)
