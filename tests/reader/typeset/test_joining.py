"""Joining: each letter's form follows from its neighbours, within one right-to-left run."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.joining import DUAL, FINAL, FORMS, INITIAL, ISOLATED, LAM_ALEF, MEDIAL, form_indices
from tests.strategies import HARAKAT, LETTERS

SIGNS = {"-": ISOLATED, "f": FINAL, "i": INITIAL, "m": MEDIAL}


def forms(text: str) -> str:
    """Return the forms of the letters of a right-to-left text: - isolated or no letter, f final, i initial, m medial."""
    names = {form: sign for sign, form in SIGNS.items()}
    found = form_indices(text, bytearray(b"\1" * len(text)))
    return "".join(names[form] if char in FORMS else "-" for char, form in zip(text, found, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""), ("ب", "-"), ("بب", "if"), ("ببب", "imf"),
        ("باب", "if-"),  # alef joins to what is before it only
        ("دب", "--"), ("ءب", "--"), ("لا", "if"), ("ب ب", "---"), ("ب.ب", "---"), ("بaب", "---"),
        ("بَب", "i-f"),  # a mark is transparent
        ("بّٰب", "i--f"), ("ب\u200cب", "---"), ("ب\u200d", "i-"), ("\u200dب", "-f"), ("د\u200d", "--"), ("بـ", "i-"),
        ("ـب", "-f"), ("بـب", "i-f"), ("ب\u200eب", "i-f"), ("ب😀ب", "---"),
        ("بݐب", "---"),  # no presentation form: its neighbours stay apart
        ("پچگ", "imf"),
    ],
)  # fmt: skip
def test_forms(text: str, expected: str) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [("بب", [0, 0], "--"), ("بب", [1, 0], "--"), ("بب", [0, 1], "--"), ("ببب", [1, 1, 0], "if-"), ("بـ", [0, 0], "--")],
)
def test_letters_join_only_within_a_run_from_right_to_left(text: str, rtl: list[int], expected: str) -> None:
    assert list(form_indices(text, bytearray(rtl))) == [SIGNS[sign] for sign in expected]


@given(st.text((LETTERS + "پچگ").replace("ء", ""), max_size=12), st.text(HARAKAT, max_size=3))
def test_a_letter_reaches_forward_where_the_next_is_reached(text: str, marks: str) -> None:
    found = form_indices(text, bytearray(b"\1" * len(text)))
    for before, after, letter in zip(found, found[1:], text, strict=False):
        assert bool(before & INITIAL) is bool(after & FINAL) is (letter in DUAL)
    if text:
        assert not found[0] & FINAL
        assert not found[-1] & INITIAL
    marked = "".join(letter + marks for letter in text)
    assert form_indices(marked, bytearray(b"\1" * len(marked)))[:: len(marks) + 1] == found


def test_the_forms_are_unicodes() -> None:
    assert FORMS["ب"] == ["ﺏ", "ﺐ", "ﺑ", "ﺒ"]
    assert FORMS["ا"] == ["ﺍ", "ﺎ", "ا", "ا"]  # no initial, no medial
    assert DUAL.isdisjoint("اأإآدذرزوؤةء")
    assert DUAL.issuperset("بتثجحخسشصضطظعغفقكلمنهيئ")
    for letter in LETTERS:
        for form in set(FORMS[letter]) - {letter}:
            assert unicodedata.normalize("NFKC", form) == letter


@pytest.mark.parametrize(
    ("alef", "isolated", "final"), [("ا", "ﻻ", "ﻼ"), ("أ", "ﻷ", "ﻸ"), ("إ", "ﻹ", "ﻺ"), ("آ", "ﻵ", "ﻶ")]
)
def test_lam_alef_has_two_forms_with_each_alef(alef: str, isolated: str, final: str) -> None:
    assert (LAM_ALEF[alef][ISOLATED], LAM_ALEF[alef][FINAL]) == (isolated, final)
    assert len(LAM_ALEF) == 4
