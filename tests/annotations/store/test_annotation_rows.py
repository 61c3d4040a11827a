"""The rows of texts, annotations, tags, notes and reading places."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.store import analysis_rows, document_rows, new_document
from annotations.store import annotation_rows as rows
from annotations.store.rows import new_uid
from annotations.values.analysis import Analysis
from annotations.values.anchors import make_anchor
from annotations.values.long_text import BLOCK
from annotations.values.model import Annotation, ReadingPlace
from annotations.values.spans import Span
from tests.annotations.test_library import ANALYSIS, TEXT

FACTS = {"name": "n", "path": "/x", "title": "نص", "direction": "R", "digest": "1", "encoding": "utf-8"}
PASSAGE = make_anchor(TEXT, Span(4, 10))


@pytest.fixture
def document(db: sqlite3.Connection) -> int:
    rows.coder_id(db, "هند")
    return new_document.add_document(db, TEXT, ANALYSIS, FACTS)


def only(db: sqlite3.Connection, number: int) -> Annotation:
    (found,) = rows.annotations_by_id(db, [number])
    return found


def test_a_coder_is_added_once(db: sqlite3.Connection) -> None:
    assert [rows.coder_id(db, name) for name in ("هند", "سالم", "هند", "هِند")] == [1, 2, 1, 3]


def test_identifiers_are_sixteen_hexadecimal_digits_each_new() -> None:
    made = {new_uid() for _ in range(100)}
    assert len(made) == 100
    assert all(len(uid) == 16 and int(uid, 16) >= 0 for uid in made)


@given(st.text("اب😀\u064e\n", max_size=40), st.integers(1, 9))
def test_blocks_are_the_text_with_both_positions(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(new_document, "BLOCK", size)
        found = list(new_document.blocks(text))
    assert "".join(part for _start, _byte_start, part in found) == text
    assert all(1 <= len(part) <= size for _start, _byte_start, part in found)
    for start, byte_start, part in found:
        assert (text[start : start + len(part)], len(text[:start].encode())) == (part, byte_start)


def test_a_document_is_written_hidden_and_once(db: sqlite3.Connection, document: int) -> None:
    assert document_rows.documents(db) == []
    assert (document_rows.text(db, document), analysis_rows.analysis(db, document)) == (TEXT, ANALYSIS)
    assert document_rows.length(db, document) == len(TEXT)
    assert db.execute("SELECT count(*) FROM paragraph").fetchone()[0] == 2
    assert new_document.add_document(db, "آخر", Analysis(), FACTS) == document
    assert new_document.add_document(db, "", Analysis(), {**FACTS, "digest": "2"}) == document + 1
    assert (document_rows.text(db, document), document_rows.text(db, document + 1)) == (TEXT, "")


def test_a_long_text_is_kept_in_blocks(db: sqlite3.Connection) -> None:
    text = "سطر 😀 من النص\n" * (2 * BLOCK // 15)
    document = new_document.add_document(db, text, Analysis(), FACTS)
    found = db.execute("SELECT number, start, byte_start, text FROM block ORDER BY number").fetchall()
    assert [tuple(row) for row in found] == [(n, *block) for n, block in enumerate(new_document.blocks(text))]
    assert len(found) == 2
    assert document_rows.text(db, document) == text


def test_a_document_that_cannot_be_analysed_is_not_written(db: sqlite3.Connection) -> None:
    with pytest.raises(KeyError):
        new_document.add_document(db, TEXT, ANALYSIS._replace(speakers=()), FACTS)
    for table in ("document", "block", "noise", "session"):
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def test_a_reading_place_replaces_the_earlier_one(db: sqlite3.Connection, document: int) -> None:
    assert document_rows.place(db, document) == ReadingPlace()
    for place in (ReadingPlace(10, 12, folded=True), ReadingPlace(20, 22, folded=False)):
        document_rows.keep_place(db, document, place)
        assert document_rows.place(db, document) == place


def test_an_annotation_is_one_for_each_passage_and_coder(db: sqlite3.Connection, document: int) -> None:
    other_coder = rows.coder_id(db, "سالم")
    first = rows.annotation_at(db, document, PASSAGE, 1)
    assert rows.annotation_at(db, document, PASSAGE, 1) == first
    longer = rows.annotation_at(db, document, make_anchor(TEXT, Span(4, 11)), 1)
    other = rows.annotation_at(db, document, PASSAGE, other_coder)
    assert len({first, longer, other}) == 3
    found = only(db, first)
    assert (found.document, found.anchor, found.tags, found.note, found.coder) == (document, PASSAGE, (), "", "هند")
    assert len({found.uid, only(db, longer).uid, only(db, other).uid}) == 3
    for whose, number in (
        (1, first),
        ("هند", first),
        ("سالم", other),
        (other_coder, other),
        ("غيرها", None),
        (9, None),
    ):
        assert rows.same_passage(db, document, PASSAGE.span, whose) == number
    assert rows.same_passage(db, document, Span(3, 10), 1) is None
    assert rows.same_passage(db, document + 1, PASSAGE.span, 1) is None


def test_a_lost_annotation_has_no_passage_and_a_new_one_stands_beside_it(db: sqlite3.Connection, document: int) -> None:
    lost = rows.annotation_at(db, document, PASSAGE, 1)
    rows.place_annotation(db, lost, PASSAGE, "lost")
    assert rows.same_passage(db, document, PASSAGE.span, 1) is None
    assert rows.annotation_at(db, document, PASSAGE, 1) == lost + 1
    assert [a.id for a in rows.orphans(db, document)] == [lost]
    assert [a.id for a in rows.annotations(db, document)] == [lost + 1]


def test_an_annotation_moves_with_its_quotation_and_certainty(db: sqlite3.Connection, document: int) -> None:
    number = rows.annotation_at(db, document, PASSAGE, 1)
    moved = make_anchor(TEXT, Span(TEXT.index("😀"), TEXT.index("😀") + 8))
    for placed in ("moved", ""):
        rows.place_annotation(db, number, moved, placed)
        assert (only(db, number).anchor, only(db, number).placed) == (moved, placed)


def test_tags_are_given_once_and_taken_away(db: sqlite3.Connection, document: int) -> None:
    one, other = (rows.annotation_at(db, document, make_anchor(TEXT, Span(0, end)), 1) for end in (3, 4))
    for annotation, tag in ((one, 4), (one, 2), (one, 4), (other, 4)):
        rows.give_tag(db, annotation, tag)
    assert (only(db, one).tags, only(db, other).tags) == ((2, 4), (4,))
    rows.take_tag(db, one, 4)
    rows.take_tag(db, one, 9)
    assert (only(db, one).tags, only(db, other).tags) == ((2,), (4,))


@pytest.mark.parametrize(
    ("old", "added", "note"),
    [
        ("", "جديد", "جديد"),
        ("قديم", "جديد", "قديم\nجديد"),
        ("قديم", "", "قديم"),
        ("قديم", "قديم", "قديم"),
        ("", "", ""),
    ],
)
def test_a_note_is_appended_unless_it_says_nothing_new(
    db: sqlite3.Connection, document: int, old: str, added: str, note: str
) -> None:
    number = rows.annotation_at(db, document, PASSAGE, 1)
    rows.set_note(db, number, old)
    rows.add_note(db, number, added)
    assert only(db, number).note == note


def test_removing_an_annotation_leaves_the_others(db: sqlite3.Connection, document: int) -> None:
    one, other = (rows.annotation_at(db, document, make_anchor(TEXT, Span(0, end)), 1) for end in (3, 4))
    for number in (one, other):
        rows.give_tag(db, number, 1)
    rows.remove(db, one)
    assert [(a.id, a.tags) for a in rows.annotations(db, document)] == [(other, (1,))]
    assert db.execute("SELECT count(*) FROM annotation_tag").fetchone()[0] == 1
