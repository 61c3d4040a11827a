"""Digits in another script: only the glyphs change, and none in or after a Latin word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.digits import Digits, with_digits
from reader.typeset.look import Look
from reader.typeset.row import make_row, prepare
from tests.strategies import PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "digits", "expected"),
    [
        ("عام 2021", "arabic_indic", "٢٠٢١"), ("عام ٢٠٢١", "western", "2021"), ("عام ۲۰۲۱", "western", "2021"),
        ("عام ۲۰۲۱", "arabic_indic", "٢٠٢١"), ("فيروس COVID-19 عام 2021", "arabic_indic", "19٢٠٢١"),
        ("طائرة F-16 و 37%", "arabic_indic", "16٣٧"), ("ليلة 26/10/2021", "arabic_indic", "٢٦١٠٢٠٢١"),
        ("نظام Windows 11 عام 2021", "arabic_indic", "11٢٠٢١"), ("نظام Windows (11) ثم 12", "arabic_indic", "11١٢"),
        ("مقهى café 7", "arabic_indic", "7"), ("2021", "arabic_indic", "٢٠٢١"), ("نظام Windows ١١", "western", "١١"),
        ("عام 2021 ٢٠٢١", "text", "2021٢٠٢١"),
    ],
)  # fmt: skip
def test_digits_are_shown_in_the_chosen_script(text: str, digits: Digits, expected: str) -> None:
    paragraph = prepare(text, "R", look=Look(digits=digits))
    assert "".join(unit.glyph for unit in paragraph.units if unit.glyph.isdecimal()) == expected


@given(PARAGRAPHS, st.sampled_from(["western", "arabic_indic"]))
def test_nothing_but_the_glyphs_of_digits_changes(text: str, digits: Digits) -> None:
    plain, shown = prepare(text, "R"), prepare(text, "R", look=Look(digits=digits))
    assert shown.units == with_digits(plain.units, text, digits)
    for old, new in zip(plain.units, shown.units, strict=True):
        assert old._replace(glyph="") == new._replace(glyph="")
        assert old.glyph == new.glyph or int(old.glyph[0]) == int(new.glyph[0])
    rows = [make_row(paragraph, 0, len(paragraph.units)) for paragraph in (plain, shown)]
    assert rows[0].order == rows[1].order
    assert with_digits(plain.units, text, "text") == plain.units
