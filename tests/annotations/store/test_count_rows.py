"""The rows that are counted: every tag of every passage with a position, and what they lie in."""

import sqlite3

from annotations.store import annotation_rows, count_rows
from annotations.store.count_rows import NamedSpan, TaggedPassage
from annotations.values.anchors import make_anchor
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import TEXT, line
from tests.annotations.store.analysed import analysed_document


def marked(db: sqlite3.Connection, document: int, coder: int, span: Span, *tags: int) -> int:
    number = annotation_rows.annotation_at(db, document, make_anchor(TEXT, span), coder)
    for tag in tags:
        annotation_rows.give_tag(db, number, tag)
    return number


def test_passages_come_once_for_each_tag(db: sqlite3.Connection) -> None:
    one, other = analysed_document(db, "1"), analysed_document(db, "2")
    first, second, lost = (
        marked(db, document, coder, line(at), *tags)
        for document, coder, at, tags in ((one, 1, 3, (2, 1)), (other, 2, 5, (1,)), (one, 1, 4, (3,)))
    )
    marked(db, one, 1, line(9))
    annotation_rows.place_annotation(db, lost, make_anchor(TEXT, line(4)), "lost")
    found = count_rows.tagged_passages(db)
    assert sorted(found) == [
        TaggedPassage(first, one, line(3), 1), TaggedPassage(first, one, line(3), 2), TaggedPassage(second, other, line(5), 1),
    ]  # fmt: skip
    assert {one.annotation for one in count_rows.tagged_passages(db, other)} == {second}
    assert {one.annotation for one in count_rows.tagged_passages(db, coder="هند")} == {first}
    assert count_rows.tagged_passages(db, coder="ليلى") == []
    db.execute("UPDATE document SET gone = 1 WHERE id = ?", (one,))
    assert {one.annotation for one in count_rows.tagged_passages(db)} == {second}


def test_what_they_lie_in_is_named(db: sqlite3.Connection) -> None:
    one, other = analysed_document(db, "1"), analysed_document(db, "2")
    names = ["هند", "هندٌ", "الوزارة", "هند"]
    assert [row.name for row in count_rows.statement_names(db)] == names * 2
    assert count_rows.statement_names(db, other)[0] == NamedSpan(other, line(3), "هند")
    assert [row.name for row in count_rows.session_names(db)] == ["أولى", "ثانية", "ثالثة"] * 2
    assert [row.name for row in count_rows.session_names(db, one)] == ["1. أولى", "2. ثانية", "3. ثالثة"]
    assert count_rows.article_days(db) == []
    db.execute("UPDATE article SET day = '2024-03-03' WHERE document = ?", (other,))
    assert count_rows.article_days(db) == [NamedSpan(other, line(1, 18), "2024-03-03")]
