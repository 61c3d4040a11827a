"""What can be asked across a library: statements, annotations, persons, counts."""

import os
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.questions.counts import BY_MONTH, BY_SESSION, BY_SPEAKER, BY_TAG, TOGETHER, counts
from annotations.questions.listing import AnnotationFilter, StatementFilter
from annotations.values.analysis import Analysis, Article, Session, Speaker, Statement, Topic
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import add

TEXT = "قال الوزير إن الأمن مستتب. وقال السفير إن الماء قليل."


def analysis(agency: str, day: str) -> Analysis:
    return Analysis(
        articles=(Article(Span(0, len(TEXT)), agency=agency, day=day),),
        sessions=(Session(1, Span(0, 26), "الأولى"), Session(2, Span(27, 53), "الثانية")),
        speakers=(Speaker(1, "الوزير"), Speaker(2, "السفير"), Speaker(3, "المشاركون", "group")),
        statements=(Statement(Span(0, 26), 1, "paraphrase"), Statement(Span(27, 53), 2, "quotation")),
        topics=(Topic("الماء", (Span(42, 47),)),),
    )


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with Library(os.path.join(tmp_path, "l.db"), "sara") as opened:
        add(opened, TEXT, analysis("قنا", "2021-10-14"), "1", "/x/1")
        add(opened, TEXT + " ", analysis("وام", "2021-11-02"), "2", "/x/2")
        opened.passages.annotate(1, Span(14, 19), [1], "رأي")
        opened.passages.annotate(2, Span(40, 47), [2])
        opened.passages.annotate(1, Span(10, 25), [3])
        yield opened


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (StatementFilter(), [(1, "الوزير"), (1, "السفير"), (2, "الوزير"), (2, "السفير")]), (StatementFilter(speaker="السفير"), [(1, "السفير"), (2, "السفير")]),
        (StatementFilter(agency="وام"), [(2, "الوزير"), (2, "السفير")]), (StatementFilter(tag=1), [(1, "الوزير")]), (StatementFilter(topic="الماء"), [(1, "السفير"), (2, "السفير")]),
        (StatementFilter(kind="quotation", document=2), [(2, "السفير")]), (StatementFilter(since="2021-11-01"), [(2, "الوزير"), (2, "السفير")]), (StatementFilter(until="2021-10-31", tag=2), []),
    ],
)  # fmt: skip
def test_statements_by_what_is_asked(library: Library, said: StatementFilter, found: list[tuple[int, str]]) -> None:
    assert [(one.document, one.speaker) for one in library.listing.statements(said)] == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (AnnotationFilter(), [3, 1, 2]), (AnnotationFilter(document=1), [3, 1]), (AnnotationFilter(tags=frozenset({1, 2})), [1, 2]), (AnnotationFilter(session=2), [2]), (AnnotationFilter(speaker="الوزير"), [3, 1]),
        (AnnotationFilter(since="2021-11-01"), [2]), (AnnotationFilter(words="الامن"), [3, 1]), (AnnotationFilter(words="راي"), [1]), (AnnotationFilter(coder="omar"), []), (AnnotationFilter(placed="lost"), []),
    ],
)  # fmt: skip
def test_annotations_by_what_is_asked(library: Library, wanted: AnnotationFilter, found: list[int]) -> None:
    assert library.listing.annotation_ids(wanted) == found
    assert [a.id for a in library.listing.annotations(found)] == found


def test_persons_are_suggested_and_groups_never_joined(library: Library) -> None:
    names = {one.name: len(one.speakers) for one in library.persons.suggestions()}
    assert names == {"الوزير": 2, "السفير": 2}
    one = next(s for s in library.persons.suggestions() if s.name == "الوزير")
    person = library.persons.join([(v.document, v.speaker) for v in one.speakers], one.name)
    assert len(library.listing.statements(StatementFilter(person=person))) == 2
    assert [s.name for s in library.persons.suggestions()] == ["السفير"]
    library.persons.split(2, 1)
    assert len(library.listing.statements(StatementFilter(person=person))) == 1
    assert [s.name for s in library.persons.suggestions()] == ["السفير"]
    library.undo(None)
    library.undo(None)
    assert len(library.persons.suggestions()) == 2


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (BY_TAG, {(1, ""): 1, (2, ""): 1, (3, ""): 1}), (BY_SPEAKER, {(1, "الوزير"): 1, (2, "السفير"): 1, (3, "الوزير"): 1}),
        (BY_SESSION, {(1, "الأولى"): 1, (2, "الثانية"): 1, (3, "الأولى"): 1}), (BY_MONTH, {(1, "2021-10"): 1, (2, "2021-11"): 1, (3, "2021-10"): 1}),
        (TOGETHER, {(1, "3"): 1, (3, "1"): 1}),
    ],
)  # fmt: skip
def test_what_the_pictures_count(library: Library, kind: str, found: dict[tuple[int, str], int]) -> None:
    cells = counts(library.connection, kind)
    assert {(cell.tag, cell.column): cell.times for cell in cells} == found
    assert all(len(cell.annotations) == cell.times for cell in cells)
