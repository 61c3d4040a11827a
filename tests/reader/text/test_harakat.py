"""Harakat: taken off, and compared where both sides write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.folding import fold_text
from reader.text.harakat import agrees, bare
from tests.strategies import HARAKAT, LETTERS

VOWELLED = st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(["", *HARAKAT])), max_size=8).map(
    lambda pairs: "".join(letter + mark for letter, mark in pairs)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""), ("مُحَمَّدٌ", "محمد"), ("تصـــريح", "تصريح"), ("هٰذا", "هذا"), ("ن\u200cه\u200f", "نه"),
        ("أإآؤئةى", "أإآؤئةى"),  # hamza and the feminine ending are spelling
        ("é 😀 25", "é 😀 25"), ("\u064e", ""),
    ],
)  # fmt: skip
def test_a_text_as_it_is_spelt(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("query", "hit", "expected"),
    [
        ("علم", "عِلم", True),  # none typed: none contradicted
        ("عِلم", "علم", True),  # none written
        ("عِلم", "عِلم", True), ("عِلم", "عَلم", False),
        ("عِلم", "علمَ", True),  # on another letter
        ("عَلَم", "عَلْم", False), ("مدرّسة", "مدرسة", True), ("مدرّسة", "مدرِّسة", True),
        ("مدرّسة", "مدرِسة", False),  # a letter that is vowelled without shadda is not doubled
        ("مدرِسة", "مدرِّسة", True), ("مدرَسة", "مدرِّسة", False), ("كتابٌ", "كتابً", False), ("عـِلم", "عِلم", True),
        ("قَال نَعم", "قال نِعم", False), ("قَال نَعم", "قَال  نَعم", True), ("", "عِلم", True),
    ],
)  # fmt: skip
def test_a_haraka_is_contradicted_by_another_only(query: str, hit: str, expected: bool) -> None:
    assert agrees(query, hit) is expected


@given(VOWELLED)
def test_a_text_agrees_with_itself_and_with_its_letters(text: str) -> None:
    assert agrees(text, text)
    assert agrees(text, bare(text))
    assert agrees(bare(text), text)
    assert fold_text(bare(text)) == fold_text(text)
    assert bare(bare(text)) == bare(text)
