"""The codebook: names that are one once folded, slots, the tree, merging, and lists read into it."""

from collections.abc import Callable

import pytest

from annotations.acts.codebook import Listed, parse_list, same_name
from annotations.errors import TagGone, TagRefused, TagTaken, UnknownTag
from annotations.library import Library
from annotations.values.codebook import named
from annotations.values.localized import Localized
from annotations.values.spans import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("\n  \n-\n", []),
        ("المياه", [Listed("المياه")]),
        ("المياه : ما يخص الماء: كله", [Listed("المياه", "ما يخص الماء: كله")]),
        ("المياه\tوصف: مفصَّل", [Listed("المياه", "وصف: مفصَّل")]),
        ("- أ\n• ب\n3. ج\n4) د", [Listed("أ"), Listed("ب"), Listed("ج"), Listed("د")]),
        ("😀 مَوقف: رأيٌ", [Listed("😀 مَوقف", "رأيٌ")]),
        ("أ\n\tب\n\t\tج\nد", [Listed("أ"), Listed("ب", "", "أ"), Listed("ج", "", "ب"), Listed("د")]),
        ("أ\n    ب\n  ج", [Listed("أ"), Listed("ب", "", "أ"), Listed("ج", "", "أ")]),
        ("أ\n  ب\n\n  ج: وصف", [Listed("أ"), Listed("ب", "", "أ"), Listed("ج", "وصف", "أ")]),
        ("  أ\nب", [Listed("أ"), Listed("ب")]),
    ],
)
def test_a_list_has_one_tag_a_line_with_description_and_parent(text: str, found: list[Listed]) -> None:
    assert parse_list(text) == found


def test_a_name_is_found_among_others_once_folded() -> None:
    assert same_name({"المِياه": 1, "water": 2}, "المياه") == "المِياه"
    assert same_name({"المِياه": 1, "water": 2}, "WATER") == "water"
    assert same_name({"المياه": 1}, "مياه جوفية") is None


def test_a_new_tag_has_a_name_in_its_language_the_first_free_slot_and_the_next_colour(library: Library) -> None:
    without = library.codebook.new("  مياه \n جوفية ", "ar", parent=1)
    assert (without.names.exactly("ar"), without.names.exactly("en"), without.slot, without.parent) == (
        "مياه جوفية",
        "",
        None,
        1,
    )
    library.codebook.slot(5, None)
    library.codebook.slot(3, None)
    third, fifth, last = (library.codebook.new(name, "en") for name in ("drought", "flood", "wind"))
    assert (third.names.exactly("ar"), third.names.exactly("en")) == ("", "drought")
    assert [third.slot, fifth.slot, last.slot] == [3, 5, None]
    assert [tag.color for tag in (without, third, fifth)] == [11, 12, 1]
    assert len({tag.uid for tag in library.codebook.tags()}) == len(library.codebook.tags())
    assert (library.log()[0].act.label, library.log()[0].act.about) == ("new tag", {"tag": last.id})


@pytest.mark.parametrize("name", ["موقف", "مَوْقِف", " موقف ", "مـوقف", "Position", "POSITION"])
def test_a_name_that_is_another_tags_once_folded_is_taken(library: Library, name: str) -> None:
    before = library.last_act()
    for act in (lambda: library.codebook.new(name, "ar"), lambda: library.codebook.rename(2, name, "en")):
        with pytest.raises(TagTaken) as error:
            act()
        assert error.value.values == {"name": "موقف"}
    assert library.last_act() == before


def test_a_tag_is_renamed_in_one_language_and_may_keep_its_own_name(library: Library) -> None:
    library.codebook.rename(1, "مَوقف", "ar")
    library.codebook.rename(1, "stance", "en")
    tag = library.codebook.tag(1)
    assert (tag.names.exactly("ar"), tag.names.exactly("en")) == ("مَوقف", "stance")
    assert library.log()[0].act.about == {"tag": 1, "before": "position"}


WRONG: list[tuple[Callable[[Library], object], type[Exception]]] = [
    (lambda lib: lib.codebook.new(" \n ", "ar"), TagRefused),
    (lambda lib: lib.codebook.rename(1, "", "ar"), TagRefused),
    (lambda lib: lib.codebook.move(1, 1), TagRefused),
    (lambda lib: lib.codebook.move(1, 10), TagRefused),
    (lambda lib: lib.codebook.merge(1, 1), TagRefused),
    (lambda lib: lib.codebook.merge(1, 99), TagGone),
    (lambda lib: lib.codebook.merge(99, 1), TagGone),
    (lambda lib: lib.codebook.rename(99, "جديد", "ar"), TagGone),
    (lambda lib: lib.codebook.retire(0), TagGone),
]


@pytest.mark.parametrize(("act", "error"), WRONG)
def test_what_makes_no_sense_is_refused_and_leaves_no_act(
    library: Library, act: Callable[[Library], object], error: type[Exception]
) -> None:
    before, tags = library.last_act(), library.codebook.tags()
    with pytest.raises(error):
        act(library)
    assert (library.last_act(), library.codebook.tags()) == (before, tags)


def test_a_tag_moves_anywhere_but_below_itself(library: Library) -> None:
    library.codebook.move(2, 10)
    with pytest.raises(TagRefused):
        library.codebook.move(1, 2)
    library.codebook.move(10, 0)
    library.codebook.move(1, 2)
    assert [library.codebook.tag(number).parent for number in (1, 2, 10)] == [2, 10, 0]


def test_texts_and_colours_of_a_tag(library: Library) -> None:
    library.codebook.describe(1, "ما يراه 😀", "ar")
    library.codebook.describe(1, "what one holds", "en")
    library.codebook.remember(1, "للنقاش")
    tag = library.codebook.tag(1)
    assert (tag.descriptions.exactly("ar"), tag.descriptions.exactly("en"), tag.memo) == (
        "ما يراه 😀",
        "what one holds",
        "للنقاش",
    )
    for color, shown in ((1, 1), (12, 12), (13, 1)):
        library.codebook.recolor(1, color)
        assert library.codebook.tag(1).color == shown


def test_a_digit_belongs_to_one_tag_and_orders_the_codebook(library: Library) -> None:
    library.codebook.slot(10, 1)
    assert [(tag.id, tag.slot) for tag in library.codebook.tags()][:2] == [(10, 1), (2, 2)]
    assert library.codebook.tag(1).slot is None
    library.codebook.slot(10, None)
    assert library.codebook.tag(10).slot is None
    assert [tag.id for tag in library.codebook.tags()][-2:] == [1, 10]


def test_a_retired_tag_gives_up_its_digit_but_stays_where_it_is_applied(library: Library) -> None:
    library.codebook.retire(2)
    assert (library.codebook.tag(2).retired, library.codebook.tag(2).slot) == (True, None)
    assert library.codebook.uses()[2] == 3
    library.codebook.retire(2, retired=False)
    assert (library.codebook.tag(2).retired, library.codebook.tag(2).slot) == (False, None)


def test_uses_leave_out_deleted_documents(library: Library) -> None:
    assert library.codebook.uses() == {1: 1, 2: 3, 3: 2}
    library.document_acts.delete(2)
    assert library.codebook.uses() == {1: 1, 2: 3, 3: 1}


def test_the_example_of_a_tag_is_its_latest_passage(library: Library) -> None:
    quotes = {a.id: a.anchor.quote for document in (1, 2) for a in library.annotations(document)}
    assert library.codebook.examples() == {1: quotes[1], 2: quotes[4], 3: quotes[3]}
    made = library.passages.annotate(1, Span(25, 26), [1])
    assert made.anchor.quote == "😀"
    assert library.codebook.examples()[1] == "😀"


def test_a_merged_tag_hands_over_annotations_children_and_its_digit(library: Library) -> None:
    library.codebook.slot(3, None)
    library.codebook.move(10, 2)
    library.codebook.merge(2, 3)
    with pytest.raises(TagGone):
        library.codebook.tag(2)
    assert library.codebook.uses() == {1: 1, 3: 4}
    assert {a.id: a.tags for a in library.annotations(1)} == {1: (1, 3), 3: (3,), 4: (3,)}
    assert (library.codebook.tag(3).slot, library.codebook.tag(10).parent) == (2, 3)
    library.codebook.merge(4, 3)
    assert library.codebook.tag(3).slot == 2  # it has one already


def test_a_tag_merged_into_one_below_it_leaves_that_one_in_its_place(library: Library) -> None:
    library.codebook.move(1, 5)
    library.codebook.move(2, 1)
    library.codebook.merge(1, 10)
    assert {number: library.codebook.tag(number).parent for number in (2, 10)} == {2: 10, 10: 5}


def test_a_list_adds_what_is_new_as_one_act(library: Library) -> None:
    listed = parse_list("المناخ: تغيُّره\n  الجفاف\n  مَوقف\n  جَفاف\nالجفافُ\nدليل\n  خبر")
    found = library.codebook.read(listed, "ar")
    assert [(tag.names.exactly("ar"), tag.descriptions.exactly("ar")) for tag in found] == [
        ("المناخ", "تغيُّره"), ("الجفاف", ""), ("جَفاف", ""), ("خبر", ""),
    ]  # fmt: skip
    climate = found[0].id
    assert [tag.parent for tag in found] == [0, climate, climate, 4]
    assert library.codebook.tag(1).parent == 0  # what was known stays as it is
    assert library.log()[0].act.about == {"n": 4}
    before = library.last_act()
    assert library.codebook.read(listed, "ar") == []
    assert library.codebook.read([Listed(" "), Listed("POSITION")], "en") == []
    assert library.last_act() == before
    library.undo(None)
    assert [tag.id for tag in library.codebook.tags()] == list(range(1, 11))


def test_no_tag_of_a_list_is_its_own_parent(library: Library) -> None:
    (tag,) = library.codebook.read([Listed("ماء", "", "مَاء")], "ar")
    assert tag.parent == 0


@pytest.mark.parametrize("words", ["سطر\nوسطر", "a\x1eb\x1fc", '"{}"', "😀"])
def test_any_words_may_name_and_describe_a_tag(library: Library, words: str) -> None:
    names = Localized.of({"ar": words, "fr": "eau"})
    library._connection.db.execute(
        "UPDATE tag SET name = ?, description = ? WHERE id = 1", (names.json(), names.json())
    )
    tag = library.codebook.tag(1)
    assert (tag.names, tag.descriptions) == (names, names)


@pytest.mark.parametrize("name", ["", " ", "\u0640", "\u200f", "\u064e\u200d", "\u2069"])
def test_a_name_that_nobody_sees_is_refused_and_fits_no_tag(library: Library, name: str) -> None:
    with pytest.raises(TagRefused):
        library.codebook.new(name, "ar")
    with pytest.raises(TagRefused):
        library.codebook.rename(1, name, "ar")
    with pytest.raises(UnknownTag):
        named(library.codebook.tags(), name)
