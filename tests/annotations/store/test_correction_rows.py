"""The rows that corrections change: found by their span, and marked as touched by a person."""

import sqlite3

import pytest

from annotations.store import correction_rows, name_rows
from annotations.store.analysis_writer import Rows
from annotations.values.analysis import Noise, Session, Statement
from annotations.values.corrections_made import STRETCHES, Stretch
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import ANALYSIS, line
from tests.annotations.store.analysed import analysed_document


@pytest.fixture
def rows(db: sqlite3.Connection) -> Rows:
    return Rows(db, analysed_document(db))


def test_sessions_are_numbered_and_keep_their_titles_and_topics(rows: Rows) -> None:
    assert [session for _row, session in correction_rows.sessions(rows.db, rows.document)] == list(ANALYSIS.sessions)


@pytest.mark.parametrize(
    ("span", "topics"), [(line(3), {"السلام"}), (line(3, 6), {"السلام", "سلام", "المياه"}), (Span(48, 62), set())]
)
def test_the_topics_within_a_part_lie_wholly_in_it(rows: Rows, span: Span, topics: set[str]) -> None:
    assert correction_rows.topics_within(rows.db, rows.document, span) == topics


@pytest.mark.parametrize(("span", "count"), [(line(0), 1), (Span(15, 304), 0), (Span(14, 305), 2), (line(5), 0)])
def test_boilerplate_overlaps_where_it_shares_a_character(rows: Rows, span: Span, count: int) -> None:
    assert len(correction_rows.noise_overlapping(rows.db, rows.document, span)) == count


def test_what_is_at_a_span_has_exactly_that_span(rows: Rows) -> None:
    assert correction_rows.noise_at(rows.db, rows.document, line(19)) is not None
    assert correction_rows.noise_at(rows.db, rows.document, line(18, 19)) is None
    speaker = name_rows.speaker_numbered(rows.db, rows.document, 1)
    assert speaker is not None
    found = correction_rows.statement_at(rows.db, rows.document, line(8), speaker.id)
    assert found is not None
    correction_rows.delete_statement_at(rows.db, line(8), speaker.id)
    assert correction_rows.statement_at(rows.db, rows.document, line(8), speaker.id) is None
    assert found in correction_rows.touched(rows.db, "statement", rows.document)


def test_statements_that_lie_partly_outside_a_span_stay(rows: Rows) -> None:
    correction_rows.delete_statements_within(rows.db, rows.document, Span(line(4).start, line(5).end - 1))
    left = correction_rows.stretches(rows.db, "statement", rows.document, name_rows.numbers(rows.db, rows.document))
    assert [one.value.span for _row, one in left if not one.gone] == [line(3), line(5), line(8)]


@pytest.mark.parametrize(
    ("table", "value"),
    [("noise", Noise(line(2), "x", "user")), ("session", Session(0, line(16), "رابعة", line(16), "closing", ("أ",), "user")),
     ("statement", Statement(line(9), 2, "topic", line(9), "likely", "r", "topic", 3, "user"))],
)  # fmt: skip
@pytest.mark.parametrize("gone", [False, True])
def test_a_stretch_is_read_as_it_was_written(rows: Rows, table: str, value: Noise, gone: bool) -> None:
    assert type(value) is STRETCHES[table]
    by_number = {number: row for row, number in name_rows.numbers(rows.db, rows.document).items()}
    correction_rows.insert_stretch(rows, table, Stretch(value, gone), by_number)
    numbers = name_rows.numbers(rows.db, rows.document)
    found = dict(correction_rows.stretches(rows.db, table, rows.document, numbers))
    (made,) = correction_rows.touched(rows.db, table, rows.document)
    assert found[made] == Stretch(value, gone)
    correction_rows.delete_rows(rows.db, table, [made])
    assert made not in dict(correction_rows.stretches(rows.db, table, rows.document, numbers))


def test_a_mark_and_what_is_written_after_it_have_ids_of_their_own(rows: Rows) -> None:
    rows.session(Session(0, line(16), "رابعة"))
    (first, *_rest) = correction_rows.sessions(rows.db, rows.document)
    correction_rows.leave_deleted(rows, "session", first.id, line(18))
    rows.session(Session(0, line(17), "خامسة"))
    assert rows.db.execute("SELECT count(*), count(DISTINCT id), sum(gone) FROM session").fetchone()[:] == (6, 6, 1)
