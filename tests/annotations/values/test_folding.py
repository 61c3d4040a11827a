"""Folding unifies spellings, and its offsets lead from the folded text to the text and back."""

import re
from collections.abc import Callable
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarabic import araby

from annotations.values.folding import Folded, fold, fold_text, letter_table, sort_key
from tests.strategies import LETTERS, PARAGRAPHS

MARKS = "\u064b\u064c\u064e\u0650\u0651\u0652\u0670\u0640\u200f\u200d\u2067\u06d6\u00ad"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("أإآٱا", "ااااا"),
        ("ؤئء", "ءءء"),
        ("و\u0654ي\u0654ى\u0654", "ءءء"),
        ("سو\u064f\u0654\u064eال ﺆ ﺌ ﺂ ﻸ", "سءال ء ء ا لا"),
        ("نامۀ سړۍ", "نامه سړي"),
        ("على علي", "علي علي"),
        ("مدرسةٌ", "مدرسه"),
        ("مُحَمَّدٌ", "محمد"),
        ("كـــتاب", "كتاب"),
        ("\u202bنص\u200f\u202c", "نص"),
        ("هٰذا ٱلله", "هذا الله"),
        ("گچپژڤ کی ھہ", "كجبزف كي هه"),
        ("٢٠٢١ ۲۰۲۱", "2021 2021"),
        ("٣٫٥٪ ١٬٠٠٠", "3.5% 1,000"),
        ("«الأمن»، لمَ؟ نعم؛", '"الامن", لم? نعم;'),
        ("…", "..."),
        ("ﻻ ﷺ ﺔ", "لا صلي الله عليه وسلم ه"),
        ("ÉTAT Straße İzmir", "etat strasse izmir"),
        ("a\u00a0\u2003 \tb\n", "a b "),
        ("😀 نَعَم", "😀 نعم"),
    ],
)
def test_spellings_are_unified(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    "text", ["كوفيد-19", "كوفيد- 19", "كوفيد 19", "كوفيد –١٩", "كوفيدَ\u00a0\u064e−19", " كُوفيد\n19 "]
)
def test_blanks_and_hyphens_are_one_space(text: str) -> None:
    assert fold_text(text) == "كوفيد 19"


@given(st.text(LETTERS + " 1a", max_size=30), st.data())
def test_marks_change_nothing_wherever_they_stand(text: str, data: st.DataObject) -> None:
    marked = "".join(char + data.draw(st.text(MARKS, max_size=2)) * (char != " ") for char in text)
    assert fold(marked).text == fold(text).text


@given(PARAGRAPHS)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once) == Folded(once, ([], [], [], []))


@given(PARAGRAPHS)
def test_every_folded_character_leads_to_where_its_text_begins(text: str) -> None:
    folded = fold(text)
    offsets = [folded.offset(index) for index in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for index, offset in enumerate(offsets[:-1]):
        if folded.place(offset) == index:
            assert fold(text[offset:]).text == folded.text[index:]
        else:  # a further letter of what one character became
            assert offset == offsets[index - 1]


@given(PARAGRAPHS)
def test_every_offset_leads_to_the_first_folded_character_from_there_on(text: str) -> None:
    folded = fold(text)
    offsets = [folded.offset(index) for index in range(len(folded.text) + 1)]
    for offset in range(len(text) + 1):
        place = folded.place(offset)
        after = next(index for index, start in enumerate(offsets) if start >= offset)
        assert place == after or (place == after - 1 and offsets[place] < offset < offsets[after])


@pytest.mark.parametrize(
    ("text", "offsets", "places"),
    [
        ("ab", [0, 1, 2], [0, 1, 2]),
        ("مَّت", [0, 3, 4], [0, 1, 1, 1, 2]),
        ("\u064eب", [1, 2], [0, 0, 1]),
        ("بَ", [0, 2], [0, 1, 1]),
        ("ﻻب", [0, 0, 1, 2], [0, 2, 3]),
        ("ب - ت", [0, 1, 4, 5], [0, 1, 1, 1, 2, 3]),
        ("و\u0654😀", [0, 2, 3], [0, 0, 1, 2]),
    ],
)
def test_offsets_where_the_length_changes(text: str, offsets: list[int], places: list[int]) -> None:
    folded = fold(text)
    assert [folded.offset(index) for index in range(len(folded.text) + 1)] == offsets
    assert [folded.place(offset) for offset in range(len(text) + 1)] == places


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("الأمن", "امن"),
        ("اَلْمِياه", "مياه"),
        ("الله", "الله"),
        ("ال", "ال"),
        ("قالب", "قالب"),
        ("Almanac", "almanac"),
        ("", ""),
    ],
)
def test_a_name_is_sorted_without_its_article(name: str, key: str) -> None:
    assert sort_key(name) == key


_ARABIC = [
    chr(code)
    for block in (
        range(0x600, 0x700),
        range(0x750, 0x780),
        range(0x870, 0x900),
        range(0xFB50, 0xFE00),
        range(0xFE70, 0xFF00),
    )
    for code in block
    if category(chr(code))[:1] in "LM"
]


hamza: Callable[[str], str] = araby.normalize_hamza
alef: Callable[[str], str] = araby.normalize_alef


@pytest.mark.parametrize(
    "same",
    [
        araby.strip_tashkeel, araby.strip_harakat, araby.strip_shadda, araby.strip_small, araby.strip_tatweel, araby.normalize_ligature,
        araby.normalize_teh,
        lambda word: hamza(word) if set(word) & {"ؤ", "ئ"} else word,  # a hamza on alef folds with alef
        lambda word: word if set(word) & {"ى", "\u0670"} else alef(word),  # ى folds with ي, as a search expects
        lambda word: normalize("NFC", word), lambda word: normalize("NFD", word), lambda word: re.sub(" (?=[\u064b-\u0652])", "", normalize("NFKC", word)),  # marks that stand alone come on a blank
    ],
)  # fmt: skip
def test_what_pyarabic_and_unicode_hold_for_one_folds_into_one(same: Callable[[str], str]) -> None:
    words = [f"سـ{char}\u064eم" for char in _ARABIC]
    assert [word for word in words if fold_text(same(word)) != fold_text(word)] == []


def test_words_are_folded_for_the_parser_as_for_a_search() -> None:
    table = letter_table()
    assert {char: char.translate(table) for char in _ARABIC} == {char: fold(char).text for char in _ARABIC}
    assert "12٣ -،".translate(table) == "12٣ -،"
