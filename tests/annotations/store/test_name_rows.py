"""The rows of speakers and topics: found by their names, kept by the first of these, and what they hand over."""

import sqlite3

import pytest

from annotations.store import name_rows
from annotations.store.analysis_writer import Rows
from annotations.store.name_rows import SPEAKERS, TOPICS, NameRow, NameTable
from tests.annotations.corrections.test_corrections import ANALYSIS, line
from tests.annotations.store.analysed import analysed_document


@pytest.fixture
def rows(db: sqlite3.Connection) -> Rows:
    return Rows(db, analysed_document(db))


def called(rows: Rows, names: NameTable, name: str) -> NameRow:
    found = name_rows.called(rows.db, names, rows.document, name)
    assert found is not None
    return found


def test_speakers_and_topics_are_read_whole(rows: Rows) -> None:
    assert tuple(name_rows.speaker_values(rows.db, rows.document).values()) == ANALYSIS.speakers
    assert tuple(name_rows.topic_values(rows.db, rows.document).values()) == ANALYSIS.topics
    row = called(rows, SPEAKERS, "هند")
    assert (row.number, row.kind, row.told["role"], row.told["gender"], row.first) == (1, "person", "مديرة", "f", "هند")
    assert name_rows.find_row(rows.db, SPEAKERS, 99) is None
    with pytest.raises(KeyError):
        name_rows.row_of(rows.db, TOPICS, 99)


@pytest.mark.parametrize(("names", "old", "new"), [(SPEAKERS, "هند", "سعاد"), (TOPICS, "سلام", "صلح")])
def test_a_renamed_one_is_known_by_its_first_name(rows: Rows, names: NameTable, old: str, new: str) -> None:
    row = called(rows, names, old)
    for name in (new, f"{new} ثانية"):
        name_rows.rename_row(rows.db, names, name_rows.row_of(rows.db, names, row.id), name)
    found = name_rows.row_of(rows.db, names, row.id)
    assert (found.first, found.name, found.origin) == (old, f"{new} ثانية", "user")
    assert name_rows.rows_known_as(rows.db, names, rows.document, old) == [row.id]
    assert name_rows.rows_called(rows.db, names, rows.document, old) == []
    assert name_rows.is_taken(rows.db, names, rows.document, found.name)
    assert not name_rows.is_taken(rows.db, names, rows.document, found.name, row.id)
    assert not name_rows.is_taken(rows.db, names, rows.document, old)


def test_the_row_that_stands_is_the_last_it_was_merged_into(rows: Rows) -> None:
    one, two, three = (called(rows, SPEAKERS, name) for name in ("هند", "هندٌ", "الوزارة"))
    name_rows.delete_row(rows.db, SPEAKERS, one, two.id)
    name_rows.delete_row(rows.db, SPEAKERS, two, three.id)
    assert [name_rows.standing(rows.db, SPEAKERS, one.id), three.id] == [three.id] * 2
    assert name_rows.shown_rows(rows.db, SPEAKERS, rows.document) == {three.id}
    assert name_rows.all_called(rows.db, SPEAKERS, rows.document, "هند") == [one.id]
    name_rows.delete_statements(rows.db, one.id)
    name_rows.revive_row(rows.db, SPEAKERS, one.id)
    assert name_rows.standing(rows.db, SPEAKERS, one.id) == one.id
    assert rows.db.execute("SELECT sum(gone) FROM statement WHERE speaker = ?", (one.id,)).fetchone()[0] == 0


def test_a_number_is_free_that_nobody_ever_had(rows: Rows) -> None:
    name_rows.delete_row(rows.db, SPEAKERS, called(rows, SPEAKERS, "الوزارة"))
    assert name_rows.free_number(rows.db, rows.document) == 4
    assert name_rows.speaker_numbered(rows.db, rows.document, 3) is None
    name_rows.revive_speaker_numbered(rows.db, rows.document, 3)
    assert name_rows.speaker_numbered(rows.db, rows.document, 3) is not None


def test_places_are_handed_over_from_an_offset_and_not_twice(rows: Rows) -> None:
    one, other = called(rows, SPEAKERS, "هند").id, called(rows, SPEAKERS, "هندٌ").id
    for place in (line(4), line(9)):
        name_rows.add_place(rows, SPEAKERS, one, place)
    name_rows.give_places(rows.db, SPEAKERS, one, other, line(4).start)
    assert name_rows.places_of(rows.db, SPEAKERS, one) == {line(3)}
    assert name_rows.places_of(rows.db, SPEAKERS, other) == {line(4), line(9)}
    name_rows.remove_place(rows.db, SPEAKERS, other, line(9))
    name_rows.remove_mentions_at(rows.db, rows.document, [line(3)])
    assert [name_rows.places_of(rows.db, SPEAKERS, number) for number in (one, other)] == [set(), {line(4)}]


def test_statements_are_handed_over_with_those_relayed(rows: Rows) -> None:
    one, relay = called(rows, SPEAKERS, "هند").id, called(rows, SPEAKERS, "الوزارة").id
    assert name_rows.speakers_worked_on(rows.db, rows.document) == set()
    name_rows.give_statements(rows.db, relay, one, line(5).start)
    name_rows.assure_statements(rows.db, one, line(8).start)
    found = rows.db.execute("SELECT speaker, via, confidence, origin FROM statement ORDER BY start").fetchall()
    assert [tuple(row) for row in found] == [
        (one, 0, "sure", "rule"), (2, relay, "sure", "rule"), (one, 0, "sure", "user"), (one, 0, "sure", "rule"),
    ]  # fmt: skip
    assert name_rows.speakers_worked_on(rows.db, rows.document) == {one, 0}
