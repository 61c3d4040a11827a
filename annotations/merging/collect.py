"""Collect the corrections made in a document."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from annotations.store.analysis_rows import overlaps
from annotations.store.queries import optional_span, spans_by
from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections_made import STRETCHES, CorrectedName, Corrections, S, Stretch
from annotations.values.spans import Span

_PART = "\n"  # never occurs in a name


def _rows(db: sqlite3.Connection, table: str, document: int) -> list[sqlite3.Row]:
    order = {"speaker": "number, id", "topic": "id"}.get(table, 'start, "end", id')
    return db.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY {order}", (document,)).fetchall()


def _noise(row: sqlite3.Row) -> Stretch[Noise]:
    return Stretch(Noise(Span(row["start"], row["end"]), row["kind"], row["origin"]), bool(row["gone"]))


def _session(row: sqlite3.Row) -> Stretch[Session]:
    title = optional_span(row["title_start"], row["title_end"])
    topics = tuple(filter(None, row["topics"].split("\n")))
    span = Span(row["start"], row["end"])
    return Stretch(Session(0, span, row["label"], title, row["kind"], topics, row["origin"]), bool(row["gone"]))


def _statement(row: sqlite3.Row, numbers: dict[int, int]) -> Stretch[Statement]:
    value = Statement(
        Span(row["start"], row["end"]), numbers[row["speaker"]], row["kind"], optional_span(row["cue_start"], row["cue_end"]),
        row["confidence"], row["reason"], row["act"], numbers.get(row["via"], 0), row["origin"],
    )  # fmt: skip
    return Stretch(value, bool(row["gone"]))


def _speaker(row: sqlite3.Row, mentions: Sequence[Span], known: dict[int, str]) -> CorrectedName[Speaker]:
    value = Speaker(
        row["number"], row["name"], row["kind"], row["role"], row["honorific"], tuple(mentions), row["affiliation"],
        row["gender"], row["origin"],
    )  # fmt: skip
    return CorrectedName(value, known[row["id"]], bool(row["gone"]), known.get(row["same_as"], ""))


def _topic(row: sqlite3.Row, places: Sequence[Span], known: dict[int, str]) -> CorrectedName[Topic]:
    value = Topic(row["text"], tuple(places), row["origin"])
    return CorrectedName(value, known[row["id"]], bool(row["gone"]), known.get(row["same_as"], ""))


def beside(found: Sequence[Stretch[S]]) -> tuple[Stretch[S], ...]:
    """Return the stretches that a person touched, and those that overlap them."""
    touched = [one.value.span for one in found if one.value.origin == "user"]
    return tuple(one for one in found if one.value.origin == "user" or overlaps(one.value.span, touched))


def _places(db: sqlite3.Connection, document: int, table: str, owner: str) -> dict[int, list[Span]]:
    query = (
        f'SELECT {owner}, start, "end" FROM {table} WHERE {owner} IN (SELECT id FROM {owner} WHERE document = ?) '
        'ORDER BY start, "end"'
    )
    return spans_by(db.execute(query, (document,)))


def stretches(
    db: sqlite3.Connection, table: str, document: int, numbers: dict[int, int]
) -> list[tuple[int, Stretch[Any]]]:
    """Return a document's noise, session or statement rows with their ids. numbers: speaker numbers by row id."""
    made: dict[str, Callable[[sqlite3.Row], Stretch[Any]]] = {
        "noise": _noise, "session": _session, "statement": lambda row: _statement(row, numbers),
    }  # fmt: skip
    return [(row["id"], made[table](row)) for row in _rows(db, table, document)]


def _known(rows: Sequence[sqlite3.Row], name: str) -> dict[int, str]:
    """Return the key names of rows; one made by hand with the original name of another is distinguished by a number."""
    known: dict[int, str] = {}
    for row in sorted(rows, key=lambda row: (not row["known_as"], row["id"])):
        first = row["known_as"] or row[name]
        while first in known.values():
            first = f"{first.partition(_PART)[0]}{_PART}{len(known)}"
        known[row["id"]] = first
    return known


def collect(db: sqlite3.Connection, document: int) -> Corrections:
    """Return the corrections made in a document."""
    speakers, topics = _rows(db, "speaker", document), _rows(db, "topic", document)
    numbers = {row["id"]: row["number"] for row in speakers}
    noise, sessions, statements = (
        beside([one for _row, one in stretches(db, table, document, numbers)]) for table in STRETCHES
    )
    meant = {number for one in statements for number in (one.value.speaker, one.value.via)}
    called = _known(speakers, "name")
    mentions = _places(db, document, "mention", "speaker")
    words = _known(topics, "text")
    places = _places(db, document, "topic_place", "topic")
    by_hand = [row for row in speakers if row["origin"] == "user" or row["number"] in meant]
    return Corrections(
        noise, sessions, statements,
        tuple(_speaker(row, mentions.get(row["id"], ()), called) for row in by_hand),
        tuple(_topic(row, places.get(row["id"], ()), words) for row in topics if row["origin"] == "user"),
    )  # fmt: skip
