"""What a correction is about: found by what identifies it, and gone where it is not there."""

import os
from collections.abc import Callable
from typing import Any

import pytest

from annotations.corrections import subjects
from annotations.errors import CorrectionGone, CorrectionRefused
from annotations.library import Library
from annotations.store import correction_rows
from annotations.store.analysis_writer import Rows
from annotations.values.analysis import Analysis
from annotations.values.corrections import DeleteNoise, DeleteSession, DeleteSpeaker, DeleteStatement, DeleteTopic
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import add
from tests.annotations.corrections.test_corrections import line

Find = Callable[[Rows], Any]
FOUND: list[tuple[Find, object]] = [
    (lambda rows: subjects.speaker(rows, 2).name, "هندٌ"),
    (lambda rows: subjects.speaker_name(rows, 2), "هندٌ"),
    (lambda rows: column(rows, "statement", subjects.statement(rows, line(8), 1), "confidence"), "possible"),
    (lambda rows: subjects.session(rows, 1).session.label, "أولى"),
    (lambda rows: subjects.session_label(rows, 3), "ثالثة"),
    (lambda rows: subjects.topic(rows, "المياه").name, "المياه"),
    (lambda rows: column(rows, "noise", subjects.noise(rows, line(19)), "kind"), "marks"),
]
GONE: list[Find] = [
    lambda rows: subjects.speaker(rows, 9),
    lambda rows: subjects.speaker(Rows(rows.db, 2), 1),
    lambda rows: subjects.speaker_name(rows, 0),
    lambda rows: subjects.statement(rows, line(8), 2),
    lambda rows: subjects.statement(rows, Span(128, 142), 1),
    lambda rows: subjects.session(rows, 0),
    lambda rows: subjects.session(rows, -1),
    lambda rows: subjects.session_label(rows, 4),
    lambda rows: subjects.topic(rows, "المِياه"),
    lambda rows: subjects.noise(rows, line(18, 19)),
]


def column(rows: Rows, table: str, row: int, name: str) -> object:
    """Return a column of a row."""
    return rows.db.execute(f"SELECT {name} FROM {table} WHERE id = ?", (row,)).fetchone()[0]


@pytest.fixture
def rows(library: Library) -> Rows:
    return Rows(library._connection.db, 1)


@pytest.mark.parametrize(("find", "value"), FOUND)
def test_a_row_is_found_by_what_identifies_it(rows: Rows, find: Find, value: object) -> None:
    assert find(rows) == value


@pytest.mark.parametrize("find", GONE)
def test_what_is_not_there_is_gone(rows: Rows, find: Find) -> None:
    with pytest.raises(CorrectionGone):
        find(rows)


def test_what_a_person_deleted_is_gone(library: Library, rows: Rows) -> None:
    for correction in (
        DeleteStatement(line(8), 1), DeleteSpeaker(2), DeleteSession(3), DeleteTopic("المياه"), DeleteNoise(line(19)),
    ):  # fmt: skip
        library.correct(1, correction)
    deleted: list[Find] = [
        lambda rows: subjects.statement(rows, line(8), 1),
        lambda rows: subjects.speaker(rows, 2),
        lambda rows: subjects.session(rows, 3),
        lambda rows: subjects.topic(rows, "المياه"),
        lambda rows: subjects.noise(rows, line(19)),
    ]
    for find in deleted:
        with pytest.raises(CorrectionGone):
            find(rows)


def test_sessions_are_numbered_in_the_order_of_the_text(library: Library, rows: Rows) -> None:
    library.correct(1, DeleteSession(1))
    assert [one.session.label for one in correction_rows.sessions(rows.db, 1)] == ["ثانية", "ثالثة"]
    assert subjects.session_label(rows, 1) == "ثانية"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(0, 9), "قالَ 😀 ثم"),
        (Span(5, 6), "😀"),
        (Span(7, 14), "ثم قف"),
        (Span(0, 200), "قالَ 😀 ثم قف" + " كلمة" * 9 + " كل"),
    ],
)
def test_a_passage_is_told_by_its_first_sixty_characters_on_one_line(
    tmp_path: os.PathLike[str], span: Span, words: str
) -> None:
    with Library(os.path.join(tmp_path, "words.db"), "sara") as library:
        number = add(library, "قالَ 😀 ثم\n \nقف" + " كلمة" * 30, Analysis(), "7")
        found = subjects.passage_words(Rows(library._connection.db, number), span)
    assert found == words
    assert len(found) <= 60


def test_a_row_is_marked_as_corrected_even_where_nothing_else_changes(rows: Rows) -> None:
    number = subjects.topic(rows, "سلام").id
    correction_rows.correct_row(rows.db, "topic", number)
    row = subjects.topic(rows, "سلام")
    assert (row.origin, row.name) == ("user", "سلام")
    correction_rows.correct_row(rows.db, "topic", number, text="صلح", gone=0)
    assert subjects.topic(rows, "صلح").id == number


@pytest.mark.parametrize(
    ("span", "left"), [(line(8), 0), (Span(142, 150), 0), (Span(143, 150), 1), (Span(120, 128), 1), (Span(120, 129), 0)]
)
def test_a_mark_is_left_where_a_row_stood_unless_it_still_overlaps(rows: Rows, span: Span, left: int) -> None:
    number = subjects.statement(rows, line(8), 1)
    correction_rows.leave_deleted(rows, "statement", number, span)
    marks = rows.db.execute('SELECT start, "end", origin FROM statement WHERE gone AND id != ?', (number,)).fetchall()
    assert [tuple(mark) for mark in marks] == [(*line(8), "user")] * left


@pytest.mark.parametrize(("typed", "name"), [("هند", "هند"), ("  هِند \t\n البكري ", "هِند البكري"), ("😀", "😀")])
def test_a_typed_name_has_its_blanks_normalised(typed: str, name: str) -> None:
    assert subjects.given(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "\n\t\u00a0"])
def test_a_name_of_blanks_is_refused(typed: str) -> None:
    with pytest.raises(CorrectionRefused):
        subjects.given(typed)
