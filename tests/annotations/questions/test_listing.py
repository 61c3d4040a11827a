"""What can be asked across a library: statements, annotations, persons, documents, and the values of its filters."""

import os
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.questions.listing import Listing
from annotations.values.analysis import Analysis, Article, Session, Speaker, Statement, Topic
from annotations.values.corrections import DeleteSpeaker, DeleteTopic
from annotations.values.filters import AnnotationFilter, StatementFilter
from annotations.values.model import ReadingPlace
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
    ("order", "found"), [("place", [3, 1, 2]), ("tag", [1, 2, 3]), ("coder", [3, 1, 2, 4]), ("newest", [3, 2, 1])]
)
def test_annotations_are_listed_in_the_order_asked_for(library: Library, order: str, found: list[int]) -> None:
    for number, moment in ((1, "2021-01-01"), (2, "2021-01-02"), (3, "2021-01-03")):
        library._connection.db.execute("UPDATE annotation SET changed = ? WHERE id = ?", (moment, number))
    if order == "coder":
        with Library(library.path, "omar") as omar:
            omar.passages.annotate(1, Span(0, 4), [1])
    assert library.listing.annotation_ids(AnnotationFilter(), order) == found


def test_annotations_are_listed_by_project_and_placing_and_never_of_deleted_documents(library: Library) -> None:
    library.document_acts.put_in_project("مياه", 2)
    library._connection.db.execute("UPDATE annotation SET placed = CASE id WHEN 1 THEN 'lost' ELSE 'guessed' END")
    for wanted, found in (
        (AnnotationFilter(project="مياه"), [2]),
        (AnnotationFilter(project="ماء"), []),
        (AnnotationFilter(placed="lost"), [1]),
        (AnnotationFilter(placed="guessed"), [3, 2]),
        (AnnotationFilter(until="2021-10-14"), [3]),
        (AnnotationFilter(since="2021-10-15", until="2021-11-02"), [2]),
        (AnnotationFilter(session=3), []),
    ):
        assert library.listing.annotation_ids(wanted) == found
    library.document_acts.delete(2)
    assert library.listing.annotation_ids(AnnotationFilter()) == [3]
    assert {one.document for one in library.listing.statements(StatementFilter())} == {1}


def test_words_are_found_in_quotations_and_notes_as_they_are_now(library: Library) -> None:
    wanted = AnnotationFilter(words="قليلٌ")
    assert library.listing.annotation_ids(wanted) == []
    library.passages.annotate(2, Span(40, 47), note="ليس قليلا 😀")
    assert library.listing.annotation_ids(wanted) == [2]
    assert library.listing.annotation_ids(AnnotationFilter(words="😀")) == [2]
    assert library.listing.annotation_ids(AnnotationFilter(words="  ")) == [3, 1, 2]
    library.passages.remove(2, [2])
    assert library.listing.annotation_ids(wanted) == []


def test_words_are_folded_a_few_at_a_time(library: Library) -> None:
    assert [library.listing.fold_words(1) for _ in range(4)] == [True, True, False, False]
    library.passages.annotate(1, Span(0, 4), [1])
    library.passages.annotate(1, Span(0, 3), [1])
    assert [library.listing.fold_words(1) for _ in range(2)] == [True, False]
    assert library.listing.fold_words() is False
    assert library.listing.annotation_ids(AnnotationFilter(words="قال")) == [5, 4]


def test_statements_come_with_their_text_and_what_their_article_tells(library: Library) -> None:
    (row,) = library.listing.statements(StatementFilter(document=2, speaker="الوزير"))
    assert row[1:] == (Span(0, 26), "الوزير", "paraphrase", "تقرير", "وام", "2021-11-02", TEXT[:26])
    two = Analysis(
        articles=(Article(Span(0, 26), agency="قنا"), Article(Span(27, 53), day="2021-12-01")),
        speakers=(Speaker(1, "الناطق"),),
        statements=(Statement(Span(0, 26), 1, "paraphrase"), Statement(Span(27, 53), 1, "paraphrase")),
    )
    add(library, TEXT + "😀", two, "3", "/x/3")
    rows = library.listing.statements(StatementFilter(speaker="الناطق"))
    assert [(one.agency, one.day) for one in rows] == [("قنا", "2021-12-01")] * 2
    assert len(library.listing.statements(StatementFilter(agency="قنا", since="2021-12-01", until="2021-12-01"))) == 2


def test_the_list_says_how_far_each_document_is_read_and_coded(library: Library) -> None:
    library.keep_place(1, ReadingPlace(top=10, cursor=26))
    library.keep_place(2, ReadingPlace(top=53, cursor=0))
    library.document_acts.mark_coded(2, coded=True)
    library.document_acts.remember(1, "للنقاش")
    add(library, "ا", Analysis(), "3", "/x/3")
    assert library.listing.documents() == [
        (1, "تقرير", "", "قنا", "2021-10-14", 50, 2, 0, "للنقاش"),
        (2, "تقرير", "", "وام", "2021-11-02", 100, 1, 1, ""),
        (3, "تقرير", "", "", "", 0, 0, 0, ""),
    ]
    library._connection.db.execute("UPDATE annotation SET placed = 'lost' WHERE id = 1")
    library.document_acts.delete(2, 3)
    assert [(row[0], row[6]) for row in library.listing.documents()] == [(1, 1)]


def test_filters_offer_the_most_frequent_first_and_nothing_that_was_deleted(library: Library) -> None:
    add(library, TEXT + "  ", analysis("وام", ""), "3", "/x/3")
    library.correct(3, DeleteSpeaker(1))
    library.correct(3, DeleteTopic("الماء"))
    for project, document in (("ب", 1), ("أ", 2), ("أ", 3)):
        library.document_acts.put_in_project(project, document)
    assert library.listing.facts() == {
        "agency": ["وام", "قنا"],
        "topic": ["الماء"],
        "speaker": ["السفير", "المشاركون", "الوزير"],
        "project": ["أ", "ب"],
    }


def test_words_are_folded_a_few_at_a_time_ahead_of_a_search(library: Library) -> None:
    listing = Listing(library._connection)
    assert [listing.fold_words(2), listing.fold_words(2), listing.fold_words(2)] == [True, False, False]
    library.passages.note(1, 1, "مَلحوظة")
    assert listing.fold_words(0)
    assert listing.annotation_ids(AnnotationFilter(words="ملحوظه")) == [1]
    assert [one.id for one in listing.annotations([2, 99, 1])] == [2, 1]
