"""Collect the corrections made in a document."""

from collections.abc import Mapping, Sequence

from annotations.store import correction_rows, name_rows
from annotations.store.analysis_writer import overlaps
from annotations.store.connection import Database
from annotations.store.name_rows import SPEAKERS, TOPICS, NameRow
from annotations.values.corrections_made import STRETCHES, CorrectedName, Corrections, N, S, Stretch

_PART = "\n"  # never occurs in a name


def beside(found: Sequence[Stretch[S]]) -> tuple[Stretch[S], ...]:
    """Return the stretches that a person touched, and those that overlap them."""
    touched = [one.value.span for one in found if one.value.origin == "user"]
    return tuple(one for one in found if one.value.origin == "user" or overlaps(one.value.span, touched))


def _known(rows: Sequence[NameRow]) -> dict[int, str]:
    """Return the key names of rows; one made by hand with the original name of another is distinguished by a number."""
    known: dict[int, str] = {}
    for row in sorted(rows, key=lambda row: (not row.known_as, row.id)):
        first = row.first
        while first in known.values():
            first = f"{first.partition(_PART)[0]}{_PART}{len(known)}"
        known[row.id] = first
    return known


def _corrected(
    rows: Sequence[NameRow], known: Mapping[int, str], values: Mapping[int, N]
) -> tuple[CorrectedName[N], ...]:
    return tuple(CorrectedName(values[row.id], known[row.id], row.gone, known.get(row.same_as, "")) for row in rows)


def collect(db: Database, document: int) -> Corrections:
    """Return the corrections made in a document."""
    speakers, topics = (name_rows.rows_of(db, names, document) for names in (SPEAKERS, TOPICS))
    numbers = {row.id: row.number for row in speakers}
    noise, sessions, statements = (
        beside([one for _row, one in correction_rows.stretches(db, table, document, numbers)]) for table in STRETCHES
    )
    meant = {number for one in statements for number in (one.value.speaker, one.value.via)}
    named = [row for row in speakers if row.origin == "user" or row.number in meant]
    by_hand = [row for row in topics if row.origin == "user"]
    return Corrections(
        noise, sessions, statements,
        _corrected(named, _known(speakers), name_rows.speaker_values(db, document) if named else {}),
        _corrected(by_hand, _known(topics), name_rows.topic_values(db, document) if by_hand else {}),
    )  # fmt: skip
