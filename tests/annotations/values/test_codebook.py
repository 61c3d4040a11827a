"""Tags: the starter codebook, names in two languages, finding a tag from what is typed, and the tree."""

import pytest

from annotations.errors import UnknownTag
from annotations.values.codebook import in_tree, matching, named, same, starter_rows, with_children
from annotations.values.localized import Localized
from annotations.values.model import Tag

TAGS = [
    Tag(1, 1, Localized.of({"ar": "موقف", "en": "position"}), 1),
    Tag(8, 8, Localized.of({"ar": "لغة محمَّلة", "en": "loaded language"}), 8),
    Tag(10, None, Localized.of({"ar": "موقف مضاد", "en": ""}), 10),
]
TREE = [
    Tag(1, None, Localized.of({"ar": "مياه", "en": "water"}), 1),
    Tag(2, None, Localized.of({"ar": "الأمن", "en": "security"}), 2),
    Tag(3, None, Localized.of({"ar": "الجفاف", "en": "drought"}), 3, parent=1),
    Tag(4, None, Localized.of({"ar": "أمطار", "en": "rain"}), 4, parent=1),
    Tag(5, None, Localized.of({"ar": "سيول", "en": "floods"}), 5, parent=4),
    Tag(6, None, Localized.of({"ar": "بيئة", "en": ""}), 6, parent=99),
]


def test_the_starter_codebook_has_one_tag_a_digit_in_both_languages() -> None:
    rows = starter_rows()
    assert [row["slot"] for row in rows] == list("123456789")
    assert all(value for row in rows for value in row.values())
    assert (rows[0]["name_ar"], rows[0]["name_en"]) == ("موقف", "position")
    assert (rows[7]["name_ar"], rows[7]["name_en"]) == ("لغة محمَّلة", "loaded language")


@pytest.mark.parametrize(
    ("ar", "en", "in_arabic", "in_english"),
    [("رأي", "view", "رأي", "view"), ("رأي", "", "رأي", "رأي"), ("", "view", "view", "view"), ("", "", "", "")],
)
def test_a_missing_name_or_description_is_taken_from_the_other_language(
    ar: str, en: str, in_arabic: str, in_english: str
) -> None:
    words = Localized.of({"ar": ar, "en": en})
    tag = Tag(1, None, words, 1, words)
    assert (tag.name("ar"), tag.name("en")) == (in_arabic, in_english)
    assert (tag.description("ar"), tag.description("en")) == (in_arabic, in_english)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("موقف", [1, 10]), ("محملة", [8]), ("LANG", [8]), ("مضاد", [10]), ("قف", [1, 10]), ("x", []), ("", [1, 8, 10])],
)
def test_a_tag_is_found_by_part_of_its_name(typed: str, ids: list[int]) -> None:
    assert [tag.id for tag in matching(TAGS, typed)] == ids


def test_matches_are_ranked_from_the_whole_name_to_the_middle_of_a_word() -> None:
    names = ["علأمنع", "حفظ الأمن", "حفظ أمن", "أَمْنيّ", "أمن"]
    found = matching([Tag(n, None, Localized.of({"ar": name}), n) for n, name in enumerate(names)], "امن")
    assert [tag.names.exactly("ar") for tag in found] == ["أمن", "أَمْنيّ", "حفظ أمن", "علأمنع", "حفظ الأمن"]
    assert matching([], "امن") == []


@pytest.mark.parametrize(
    ("name", "number"), [("Position", 1), ("8", 8), ("لغة محملة", 8), ("  موقف مضادّ ", 10), ("مَوقِف", 1)]
)
def test_a_tag_is_named_in_either_language_or_by_its_digit(name: str, number: int) -> None:
    assert named(TAGS, name).id == number


@pytest.mark.parametrize("name", ["nothing", "10", "None", "موق", "😀"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(UnknownTag, match=name):
        named(TAGS, name)


@pytest.mark.parametrize(
    ("name", "number"), [("مَوْقِف", 1), ("LOADED-LANGUAGE", 8), ("موقف مضاد", 10), ("1", None), ("", None), ("ـَ", None)]
)
def test_a_tag_of_the_same_folded_name_is_found_if_the_name_has_letters(name: str, number: int | None) -> None:
    found = same(TAGS, name)
    assert (found and found.id) == number


def test_the_tree_is_sorted_by_folded_name_without_the_article() -> None:
    assert [(tag.id, depth) for tag, depth in in_tree(TREE, "ar")] == [(2, 0), (6, 0), (1, 0), (4, 1), (5, 2), (3, 1)]
    assert [(tag.id, depth) for tag, depth in in_tree(TREE, "en")] == [(2, 0), (1, 0), (3, 1), (4, 1), (5, 2), (6, 0)]
    assert in_tree([], "ar") == []


@pytest.mark.parametrize(("number", "found"), [(1, {1, 3, 4, 5}), (4, {4, 5}), (5, {5}), (2, {2}), (99, {6, 99})])
def test_the_children_of_a_tag_are_all_those_below_it(number: int, found: set[int]) -> None:
    assert with_children(TREE, number) == found
    assert with_children(TREE[::-1], number) == found
