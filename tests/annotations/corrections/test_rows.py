"""The rows that a correction is about: found by what identifies them, and gone where they are not."""

import os
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from annotations.corrections import rows
from annotations.errors import CorrectionGone, CorrectionRefused
from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.corrections import DeleteNoise, DeleteSession, DeleteSpeaker, DeleteStatement, DeleteTopic
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import add
from tests.annotations.corrections.test_corrections import line

Find = Callable[[sqlite3.Connection], Any]
FOUND: list[tuple[Find, str, object]] = [
    (lambda db: rows.speaker_row(db, 1, 2), "name", "هندٌ"),
    (lambda db: rows.statement_row(db, 1, line(8), rows.speaker_row(db, 1, 1)["id"]), "confidence", "possible"),
    (lambda db: rows.session_row(db, 1, 1), "label", "أولى"),
    (lambda db: rows.session_row(db, 1, 3), "label", "ثالثة"),
    (lambda db: rows.topic_row(db, 1, "المياه"), "text", "المياه"),
    (lambda db: rows.noise_row(db, 1, line(19)), "kind", "marks"),
]
GONE: list[Find] = [
    lambda db: rows.speaker_row(db, 1, 9),
    lambda db: rows.speaker_row(db, 2, 1),
    lambda db: rows.speaker_name(db, 1, 0),
    lambda db: rows.statement_row(db, 1, line(8), rows.speaker_row(db, 1, 2)["id"]),
    lambda db: rows.statement_row(db, 1, Span(128, 142), rows.speaker_row(db, 1, 1)["id"]),
    lambda db: rows.session_row(db, 1, 0),
    lambda db: rows.session_row(db, 1, -1),
    lambda db: rows.session_label(db, 1, 4),
    lambda db: rows.topic_row(db, 1, "المِياه"),
    lambda db: rows.noise_row(db, 1, line(18, 19)),
]


@pytest.mark.parametrize(("find", "column", "value"), FOUND)
def test_a_row_is_found_by_what_identifies_it(library: Library, find: Find, column: str, value: object) -> None:
    assert library.connection.read(find)[column] == value


@pytest.mark.parametrize("find", GONE)
def test_what_is_not_there_is_gone(library: Library, find: Find) -> None:
    with pytest.raises(CorrectionGone):
        library.connection.read(find)


def test_what_a_person_deleted_is_gone(library: Library) -> None:
    speaker = library.connection.read(lambda db: rows.speaker_row(db, 1, 1)["id"])
    for correction in (
        DeleteStatement(line(8), 1), DeleteSpeaker(2), DeleteSession(3), DeleteTopic("المياه"), DeleteNoise(line(19)),
    ):  # fmt: skip
        library.correct(1, correction)
    deleted: list[Find] = [
        lambda db: rows.statement_row(db, 1, line(8), speaker),
        lambda db: rows.speaker_row(db, 1, 2),
        lambda db: rows.session_row(db, 1, 3),
        lambda db: rows.topic_row(db, 1, "المياه"),
        lambda db: rows.noise_row(db, 1, line(19)),
    ]
    for find in deleted:
        with pytest.raises(CorrectionGone):
            library.connection.read(find)


def test_sessions_are_numbered_in_the_order_of_the_text(library: Library) -> None:
    library.correct(1, DeleteSession(1))
    found = library.connection.read(lambda db: [row["label"] for row in rows.session_rows(db, 1)])
    assert found == ["ثانية", "ثالثة"]
    assert library.connection.read(lambda db: rows.session_label(db, 1, 1)) == "ثانية"


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
        found = library.connection.read(lambda db: rows.passage_words(db, number, span))
    assert found == words
    assert len(found) <= 60


def test_a_row_is_marked_as_corrected_even_where_nothing_else_changes(library: Library) -> None:
    number = library.connection.read(lambda db: rows.topic_row(db, 1, "سلام")["id"])
    rows.put(library.connection.db, "topic", number)
    row = library.connection.read(lambda db: rows.topic_row(db, 1, "سلام"))
    assert (row["origin"], row["text"]) == ("user", "سلام")
    rows.put(library.connection.db, "topic", number, text="صلح", gone=0)
    assert library.connection.read(lambda db: rows.topic_row(db, 1, "صلح")["id"]) == number


@pytest.mark.parametrize(
    ("span", "left"), [(line(8), 0), (Span(142, 150), 0), (Span(143, 150), 1), (Span(120, 128), 1), (Span(120, 129), 0)]
)
def test_a_mark_is_left_where_a_row_stood_unless_it_still_overlaps(library: Library, span: Span, left: int) -> None:
    db = library.connection.db
    number = rows.statement_row(db, 1, line(8), rows.speaker_row(db, 1, 1)["id"])["id"]
    rows.leave_behind(db, "statement", number, span)
    marks = db.execute('SELECT start, "end", origin FROM statement WHERE gone AND id != ?', (number,)).fetchall()
    assert [tuple(mark) for mark in marks] == [(*line(8), "user")] * left


@pytest.mark.parametrize(("typed", "name"), [("هند", "هند"), ("  هِند \t\n البكري ", "هِند البكري"), ("😀", "😀")])
def test_a_typed_name_has_its_blanks_normalised(typed: str, name: str) -> None:
    assert rows.given(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "\n\t\u00a0"])
def test_a_name_of_blanks_is_refused(typed: str) -> None:
    with pytest.raises(CorrectionRefused):
        rows.given(typed)
