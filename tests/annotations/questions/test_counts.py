"""What the charts count: whose annotations, of which document, and under which name or month."""

import os
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.questions.counts import BY_MONTH, BY_SESSION, BY_SPEAKER, BY_TAG, KINDS, TOGETHER, Count, counts
from annotations.values.analysis import Analysis, Article, Session, Speaker, Statement
from annotations.values.corrections import DeleteSession, DeleteStatement
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import add

TEXT = "قالت هُدى 😀 إن الماء قليل. وقال سالم إن الحل قريب."  # statements at 0:26 and 27:50
FIRST, SECOND = Span(0, 26), Span(27, 50)


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    """Return two documents, marked by sara in both and by omar in the first."""
    path = os.path.join(tmp_path, "l.db")
    for at, days in enumerate((("2021-10-14", ""), ("2022-01-31", "2022-02-01")), 1):
        analysis = Analysis(
            articles=(Article(FIRST, day=days[0]), Article(SECOND, day=days[1])),
            sessions=(Session(1, FIRST, "عامة"), Session(2, SECOND, "عامة")),
            speakers=(Speaker(1, "هُدى"), Speaker(2, "سالم")),
            statements=(Statement(FIRST, 1, "paraphrase"), Statement(SECOND, 2, "paraphrase")),
        )
        with Library(path, "sara") as opened:
            add(opened, TEXT + " " * at, analysis, str(at), f"/x/{at}")
    with Library(path, "omar") as opened:
        opened.passages.annotate(1, Span(0, 4), [1, 2])
    with Library(path, "sara") as opened:
        opened.passages.annotate(1, Span(3, 30), [1])
        opened.passages.annotate(2, Span(30, 40), [1])
        yield opened


def cells(library: Library, kind: str, document: int = 0, coder: str = "") -> dict[tuple[int, str], tuple[int, ...]]:
    return {(c.tag, c.column): c.annotations for c in counts(library._connection, kind, document, coder)}


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (BY_TAG, {(1, ""): (1, 2, 3), (2, ""): (1,)}),
        (BY_SPEAKER, {(1, "هُدى"): (1, 2), (1, "سالم"): (2, 3), (2, "هُدى"): (1,)}),
        (BY_SESSION, {(1, "عامة"): (1, 2, 3), (2, "عامة"): (1,)}),
        (BY_MONTH, {(1, "2021-10"): (1, 2), (1, "2022-02"): (3,), (2, "2021-10"): (1,)}),
        (TOGETHER, {(1, "2"): (1, 2), (2, "1"): (1,)}),
    ],
)
def test_the_whole_library_is_counted(
    library: Library, kind: str, found: dict[tuple[int, str], tuple[int, ...]]
) -> None:
    assert {cell: tuple(sorted(set(numbers))) for cell, numbers in cells(library, kind).items()} == found


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != BY_SESSION])
def test_one_document_or_coder_is_the_part_of_the_library_that_is_theirs(library: Library, kind: str) -> None:
    for document, coder, own in (
        (1, "", {1, 2}),
        (2, "", {3}),
        (0, "sara", {2, 3}),
        (1, "sara", {2}),
        (0, "huda", set()),
    ):
        found = {number for numbers in cells(library, kind, document, coder).values() for number in numbers}
        assert found <= own
        assert found == own or kind == TOGETHER


def test_together_counts_a_coders_own_tags_only_where_one_coder_is_asked_for(library: Library) -> None:
    assert cells(library, TOGETHER, coder="sara") == {}
    assert cells(library, TOGETHER, coder="omar") == {(1, "2"): (1,), (2, "1"): (1,)}
    assert cells(library, TOGETHER, 2) == {}


def test_the_sessions_of_one_document_are_numbered_and_those_of_one_name_are_two(library: Library) -> None:
    assert cells(library, BY_SESSION, 1) == {(1, "1. عامة"): (1, 2), (1, "2. عامة"): (2,), (2, "1. عامة"): (1,)}
    library.correct(1, DeleteSession(1))
    assert cells(library, BY_SESSION, 1) == {(1, "1. عامة"): (2,)}


def test_speakers_count_under_the_name_of_their_person(library: Library) -> None:
    library.persons.join([(1, 1), (2, 2)], "شخص")
    assert cells(library, BY_SPEAKER) == {(1, "شخص"): (1, 2, 3), (1, "سالم"): (2,), (2, "شخص"): (1,)}
    library.correct(1, DeleteStatement(FIRST, 1))
    assert cells(library, BY_SPEAKER) == {(1, "شخص"): (3,), (1, "سالم"): (2,)}


def test_nothing_of_deleted_documents_and_no_lost_passage_is_counted(library: Library) -> None:
    library.document_acts.delete(2)
    library._connection.db.execute("UPDATE annotation SET placed = 'lost' WHERE id = 1")
    assert counts(library._connection, BY_TAG) == [Count(1, "", 1, (2,))]
    assert cells(library, TOGETHER) == {}


def test_the_most_frequent_tag_comes_first_and_its_largest_cell(library: Library) -> None:
    library.passages.annotate(2, Span(0, 4), [3])
    library.passages.annotate(2, Span(27, 31), [1])
    found = [(cell.tag, cell.column, cell.times) for cell in counts(library._connection, BY_SPEAKER)]
    assert found == [(1, "سالم", 3), (1, "هُدى", 2), (2, "هُدى", 1), (3, "هُدى", 1)]
