"""The rows of tags: which stands for which, who has a digit key, and what a merge of two leaves."""

import sqlite3

from annotations.store import annotation_rows, codebook_rows
from annotations.values.anchors import make_anchor
from annotations.values.localized import Localized
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import TEXT
from tests.annotations.store.analysed import analysed_document


def tagged(db: sqlite3.Connection, end: int, *tags: int) -> int:
    number = annotation_rows.annotation_at(db, 1, make_anchor(TEXT, Span(0, end)), 1)
    for tag in tags:
        annotation_rows.give_tag(db, number, tag)
    return number


def slots(db: sqlite3.Connection) -> dict[int, int | None]:
    return {tag.id: tag.slot for tag in codebook_rows.tags(db)}


def test_a_new_tag_has_words_in_each_language_a_colour_and_an_identifier_of_its_own(db: sqlite3.Connection) -> None:
    names = Localized.of({"ar": "مياه", "en": "water", "fa": "آب"})
    number = codebook_rows.add_tag(db, names, Localized.of({"ar": "كل ماء"}), parent=3)
    made = next(tag for tag in codebook_rows.tags(db) if tag.id == number)
    assert (made.names, made.descriptions.exactly("ar"), made.parent, made.slot) == (names, "كل ماء", 3, None)
    assert made.color == (number - 1) % 12 + 1
    assert len({tag.uid for tag in codebook_rows.tags(db)}) == len(codebook_rows.tags(db))


def test_a_digit_key_applies_one_tag(db: sqlite3.Connection) -> None:
    codebook_rows.give_slot(db, 2, 1)
    assert (slots(db)[1], slots(db)[2]) == (None, 1)
    assert 2 not in codebook_rows.taken_slots(db)
    codebook_rows.give_slot(db, 2, None)
    assert {1, 2}.isdisjoint(codebook_rows.taken_slots(db))


def test_a_merged_tag_leaves_its_passages_and_child_tags_to_the_other(db: sqlite3.Connection) -> None:
    analysed_document(db)
    one, both = tagged(db, 3, 1), tagged(db, 4, 1, 2)
    child = codebook_rows.add_tag(db, Localized.of({"ar": "فرع"}), Localized(), parent=1)
    uid = next(tag.uid for tag in codebook_rows.tags(db) if tag.id == 1)
    codebook_rows.merge_tag(db, 1, 2)
    assert [a.tags for a in annotation_rows.annotations_by_id(db, [one, both])] == [(2,), (2,)]
    assert {tag.id: tag.parent for tag in codebook_rows.tags(db)}[child] == 2
    assert 1 not in slots(db)
    assert codebook_rows.tag_standing(db, uid) == 2
    codebook_rows.merge_tag(db, 2, 3)
    assert codebook_rows.tag_standing(db, uid) == 3


def test_no_tag_stands_for_an_unknown_or_empty_identifier(db: sqlite3.Connection) -> None:
    db.execute("UPDATE tag SET uid = '' WHERE id = 1")
    assert (codebook_rows.tag_standing(db, ""), codebook_rows.tag_standing(db, "x")) == (0, 0)


def test_uses_leave_out_deleted_documents_and_the_example_is_the_latest(db: sqlite3.Connection) -> None:
    analysed_document(db, "1")
    tagged(db, 3, 1)
    tagged(db, 8, 1, 2)
    assert codebook_rows.uses(db) == {1: 2, 2: 1}
    assert codebook_rows.examples(db) == {1: TEXT[:8], 2: TEXT[:8]}
    db.execute("UPDATE document SET gone = 1")
    assert codebook_rows.uses(db) == {}
