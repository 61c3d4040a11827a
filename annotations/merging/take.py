"""Take over corrections made elsewhere: in a colleague's library, or in a text before it was corrected."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotations.merging.names import SPEAKERS, TOPICS, Disputed, Names, restore_names
from annotations.merging.stretches import HANDED, Group, groups, key
from annotations.store import correction_rows, name_rows
from annotations.store.analysis_writer import Rows, overlaps
from annotations.values.analysis import Statement
from annotations.values.corrections_made import STRETCHES, Corrections, Stretch
from annotations.values.plain import stretch_from_plain, stretch_to_plain
from annotations.values.spans import Span


def _stood_for(rows: Rows) -> dict[int, int]:
    """Return, by speaker row, the number of the speaker that stands for it, or its own if it was deleted."""
    numbers = name_rows.numbers(rows.db, rows.document)
    return {row: numbers[name_rows.standing(rows.db, SPEAKERS.names, row) or row] for row in numbers}


def _by_number(rows: Rows) -> dict[int, int]:
    return {number: row for row, number in name_rows.numbers(rows.db, rows.document).items()}


def _put(rows: Rows, table: str, group: Group[Any], touched: frozenset[int]) -> None:
    """Replace the local corrections of a group, and what the rules found there, by the incoming stretches.

    touched: the local rows that a person touched; those outside the group stay.
    """
    local, beside = {key(one) for one in group.local}, {key(one) for one in group.beside}
    spans = [one.value.span for one in group.incoming]
    kept, dropped = set(), []
    for row, one in correction_rows.stretches(rows.db, table, rows.document, _stood_for(rows)):
        replaced = overlaps(one.value.span, spans) and key(one) not in beside
        if key(one) in local if row in touched else replaced:
            dropped.append(row)
        else:
            kept.add(key(one))
    correction_rows.delete_rows(rows.db, table, dropped)
    speakers = _by_number(rows)
    for one in group.incoming:
        if key(one) not in kept:
            correction_rows.insert_stretch(rows, table, one, speakers)


def _nobody(rows: Rows, one: Stretch[Any]) -> bool:
    """Return whether a statement is attributed to a speaker who was deleted locally."""
    if one.gone or not isinstance(one.value, Statement):
        return False
    return name_rows.speaker_numbered(rows.db, rows.document, one.value.speaker) is None


def _of_rule(one: Stretch[Any], origin: str = "rule") -> Stretch[Any]:
    return one._replace(value=one.value._replace(origin=origin))


class Touched(NamedTuple):
    """Rows that a person touched before the merge, speakers in conflict (waiting), speakers deleted by others (out)."""

    rows: frozenset[int]
    waiting: frozenset[int]
    out: frozenset[int]


def _goes_with_speaker(group: Group[Any], waiting: frozenset[int]) -> bool:
    """Return whether statements were deleted with a speaker merged elsewhere: that conflict decides them too."""
    if not group.local or not all(isinstance(one.value, Statement) for one in (*group.local, *group.incoming)):
        return False
    gone = all(one.gone and one.value.speaker in waiting for one in group.local)
    handed = all(not one.gone and one.value.speaker in waiting for one in group.incoming)
    return gone and handed and {one.value.span for one in group.local} == {one.value.span for one in group.incoming}


def _goes_anyway(one: Stretch[Any], here: Touched, worked_on: Sequence[Span]) -> bool:
    """Return whether an incoming deletion only follows from that of the speaker: it contradicts no local correction."""
    speaker = getattr(one.value, "speaker", 0)
    return one.gone and speaker in here.out and (speaker in here.waiting or overlaps(one.value.span, worked_on))


def _went_along(rows: Rows, row: int, one: Stretch[Any], here: Touched) -> bool:
    """Return whether nobody touched a stretch itself: the merge reassigned it, or it was deleted with its speaker."""
    if one.value.origin != "user":
        return False
    if row not in here.rows:
        return True
    speaker = getattr(one.value, "speaker", 0)
    return one.gone and speaker not in here.waiting and _nobody(rows, one._replace(gone=False))


def _take_stretches(
    rows: Rows, table: str, incoming: Sequence[Stretch[Any]], here: Touched, disputed: Disputed
) -> None:
    """Take over the incoming corrections of stretches."""
    found = correction_rows.stretches(rows.db, table, rows.document, _stood_for(rows))
    local = [_of_rule(one, HANDED) if _went_along(rows, row, one, here) else one for row, one in found]
    worked_on = [one.value.span for row, one in found if row in here.rows and not one.gone]
    incoming = [one for one in incoming if not _goes_anyway(one, here, worked_on)]
    agreed = {key(one) for one in incoming if one.value.origin == "user"}
    for row, one in found:
        if one.value.origin != "user" and key(one) in agreed:
            correction_rows.correct_row(rows.db, table, row)  # an incoming correction agrees with the local rules
    for group in groups(local, incoming):
        if _goes_with_speaker(group, here.waiting):
            continue
        if group.local or any(_nobody(rows, one) for one in group.incoming):
            there = written((*group.incoming, *map(_of_rule, group.beside)))
            disputed("document", rows.document, table, written(group.local), there)
        else:
            _put(rows, table, group, here.rows)


def written(found: Sequence[Stretch[Any]]) -> str:
    """Return conflicting stretches as JSON, as stored until someone decides."""
    return json.dumps([stretch_to_plain(one) for one in found], ensure_ascii=False)


def read(table: str, text: str) -> list[Stretch[Any]]:
    """Return the conflicting stretches that `written` wrote; the origin marks those that only the rules found."""
    return [stretch_from_plain(STRETCHES[table], item) for item in json.loads(text)]


def take(rows: Rows, incoming: Corrections, disputed: Disputed) -> dict[int, int]:
    """Take over corrections of a document within an act; return the local speaker numbers by incoming number.

    disputed: called with what the two sides corrected differently, which stays as it is locally.
    """
    touched = {table: correction_rows.touched(rows.db, table, rows.document) for table in STRETCHES}
    speakers = Names(rows, SPEAKERS, incoming.statements, disputed)
    speakers.take(incoming.speakers)
    Names(rows, TOPICS, (), disputed).take(incoming.topics)
    stood_for = _stood_for(rows)
    known = [one for one in incoming.speakers if one.known_as in speakers.here]
    numbers = {one.value.id: stood_for[speakers.here[one.known_as]] for one in known}
    out = frozenset(numbers[one.value.id] for one in known if one.gone and not one.into)
    said: list[Stretch[Any]] = [
        Stretch(one.value._replace(speaker=numbers[one.value.speaker], via=numbers.get(one.value.via, 0)), one.gone)
        for one in incoming.statements
        if one.value.speaker in numbers
    ]
    sides: tuple[Sequence[Stretch[Any]], ...] = (incoming.noise, incoming.sessions, said)
    waiting = frozenset(stood_for[row] for row in speakers.in_dispute if row in stood_for)
    for table, found in zip(STRETCHES, sides, strict=True):
        _take_stretches(rows, table, found, Touched(touched[table], waiting, out), disputed)
    return numbers


def settle(rows: Rows, table: str, local: str, incoming: str) -> None:
    """Resolve a conflict by replacing local stretches by incoming ones, both as `written`, within an act."""
    found = read(table, incoming)
    by_hand = tuple(one for one in found if one.value.origin == "user")
    for one in by_hand:
        if _nobody(rows, one):
            name_rows.revive_speaker_numbered(rows.db, rows.document, one.value.speaker)
    beside = tuple(one for one in found if one.value.origin != "user")
    touched = correction_rows.touched(rows.db, table, rows.document)
    _put(rows, table, Group(tuple(read(table, local)), by_hand, beside), touched)


def restore(rows: Rows, corrections: Corrections) -> None:
    """Write what an analysis does not hold about corrections into a document whose analysis was just written."""
    for kind, found in ((SPEAKERS, corrections.speakers), (TOPICS, corrections.topics)):
        restore_names(rows, kind, found)
    speakers = _by_number(rows)
    sides: tuple[Sequence[Stretch[Any]], ...] = (corrections.noise, corrections.sessions, corrections.statements)
    for table, stretches in zip(STRETCHES, sides, strict=True):
        for one in stretches:
            if one.gone:
                correction_rows.insert_stretch(rows, table, one, speakers)
