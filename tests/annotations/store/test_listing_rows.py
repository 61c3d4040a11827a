"""The rows of lists: annotations and their words, documents, statements and what they can be filtered by."""

import sqlite3

import pytest

from annotations.store import annotation_rows, listing_rows
from annotations.values.anchors import make_anchor
from annotations.values.filters import ORDERS, AnnotationFilter, StatementFilter
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import TEXT, line
from tests.annotations.store.analysed import analysed_document


@pytest.fixture
def marked(db: sqlite3.Connection) -> list[int]:
    """Return two annotations of one document, by two coders and in reverse order."""
    document = analysed_document(db)
    made = []
    for coder, span, tag in ((1, line(8), 4), (2, line(3), 5)):
        made.append(annotation_rows.annotation_at(db, document, make_anchor(TEXT, span), coder))
        annotation_rows.give_tag(db, made[-1], tag)
    return made


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_holds_every_annotation(db: sqlite3.Connection, marked: list[int], order: str) -> None:
    found = listing_rows.annotation_ids(db, AnnotationFilter(), order)
    assert found == (marked if order in ("tag", "coder") else marked[::-1])


@pytest.mark.parametrize(
    ("wanted", "which"),
    [(AnnotationFilter(coder="هند"), [0]), (AnnotationFilter(tags=frozenset({5, 6})), [1]), (AnnotationFilter(session=2), [0]),
     (AnnotationFilter(speaker="هند"), [1, 0]), (AnnotationFilter(document=9), []), (AnnotationFilter(placed="lost"), [])],
)  # fmt: skip
def test_a_filter_leaves_what_it_names(
    db: sqlite3.Connection, marked: list[int], wanted: AnnotationFilter, which: list[int]
) -> None:
    assert listing_rows.annotation_ids(db, wanted) == [marked[at] for at in which]


def test_the_words_of_annotations_come_with_their_last_change(db: sqlite3.Connection, marked: list[int]) -> None:
    annotation_rows.set_note(db, marked[0], "رأي")
    words = {one.id: one for one in listing_rows.annotation_words(db, [*marked, 99])}
    assert (words[marked[0]].quote, words[marked[0]].note) == ("سطر 08 فيه كلام", "رأي")
    assert listing_rows.annotation_changes(db) == [(number, words[number].changed) for number in marked]


def test_a_document_is_listed_with_what_is_known_of_it(db: sqlite3.Connection, marked: list[int]) -> None:
    (row,) = listing_rows.document_list(db)
    assert (row.id, row.title, row.agency, row.progress, row.annotations) == (1, "نص", "قنا", 0, len(marked))
    db.execute("INSERT INTO place (document, top, cursor) VALUES (1, 0, ?)", (len(TEXT) // 2,))
    assert listing_rows.document_list(db)[0].progress == 50


def test_statements_are_listed_with_their_words(db: sqlite3.Connection, marked: list[int]) -> None:
    assert [one.text for one in listing_rows.statements(db, StatementFilter(speaker="هند"))] == [
        "سطر 03 فيه كلام", "سطر 08 فيه كلام",
    ]  # fmt: skip
    assert [one.span for one in listing_rows.statements(db, StatementFilter(tag=5))] == [line(3)]
    assert [one.span for one in listing_rows.statements(db, StatementFilter(topic="سلام"))] == [line(5)]
    assert listing_rows.statements(db, StatementFilter(agency="أخرى")) == []
    assert marked


def test_filter_values_come_most_frequent_first(db: sqlite3.Connection) -> None:
    analysed_document(db, "1")
    analysed_document(db, "2")
    db.execute("UPDATE speaker SET gone = 1 WHERE document = 2 AND number != 3")
    db.execute('INSERT INTO topic_place (topic, start, "end") VALUES (3, ?, ?)', (*Span(0, 4),))
    found = listing_rows.facts(db)
    assert (found["speaker"], found["agency"], found["project"]) == (["الوزارة", "هند", "هندٌ"], ["قنا"], [])
    assert found["topic"][0] == "المياه"
