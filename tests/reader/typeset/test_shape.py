"""Joining, lam-alef, marks, and what is never printed."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len

from reader.typeset.bidi import resolve
from reader.typeset.shape import Unit, shape, with_invisibles
from tests.strategies import PARAGRAPHS, WILD


def units(text: str, *, reveal: bool = True) -> list[Unit]:
    return shape(text, resolve(text, "R").rtl, reveal=reveal)


def glyphs(text: str) -> str:
    return "".join(unit.glyph for unit in units(text))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("ب", "ﺏ"), ("بب", "ﺑﺐ"), ("ببب", "ﺑﺒﺐ"), ("دب", "ﺩﺏ"), ("لا", "ﻻ"), ("بلا", "ﺑﻼ"), ("لأن", "ﻷﻥ"), ("للآخر", "ﻟﻶﺧﺮ"),
        ("بـ", "ﺑـ"), ("ب\u200d", "ﺑ"), ("ب\u200cب", "ﺏﺏ"), ("بَب", "ﺑَﺐ"), ("ٱله", "ﭐﻟﻪ"), ("ب ب", "ﺏ ﺏ"), ("هـ", "ﻫـ"), ("ءب", "ﺀﺏ"),
        ("ى", "ﻯ"), ("على", "ﻋﻠﻰ"), ("پچ", "ﭘﭻ"), ("بݐب", "ﺏݐﺏ"),
    ],
)  # fmt: skip
def test_letters_take_their_forms(text: str, forms: str) -> None:
    assert glyphs(text) == forms


def test_lam_alef_carries_the_marks_of_both_letters_in_one_cell() -> None:
    (unit,) = units("لِإِ")
    assert (unit.start, unit.end, unit.width) == (0, 4, 1)
    assert unit.glyph == "ﻹ\u0650\u0650"


def test_allah_is_four_letters() -> None:
    assert [unit.width for unit in units("الله")] == [1, 1, 1, 1]


@pytest.mark.parametrize(("text", "shown"), [("(", ")"), ("«", "»"), ("[", "]"), ("/", "/")])
def test_brackets_are_mirrored_where_they_run_leftwards(text: str, shown: str) -> None:
    assert units(f"ا{text}ب")[1].glyph == shown
    assert shape(f"a{text}b", bytearray(3))[1].glyph == text


@pytest.mark.parametrize(
    ("char", "mark"),
    [
        ("\x1b", "␛"), ("\x07", "␇"), ("\x7f", "␡"), ("\x9b", "\ufffd"), ("\u202e", "⇠"), ("\u2066", "⇢"),
        ("\u2069", "⇥"), ("\u06dd", "◯"),
    ],
)  # fmt: skip
def test_what_could_harm_is_shown_as_a_mark(char: str, mark: str) -> None:
    assert mark in glyphs(f"ا{char}ب")


def test_a_lone_mark_stands_on_a_circle() -> None:
    assert units("\u064eب")[0].glyph == "◌\u064e"


@given(WILD)
def test_units_cover_the_text_and_nothing_dangerous_is_printed(text: str) -> None:
    found = units(text)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(a.end == b.start for a, b in itertools.pairwise(found))
    for unit in found:
        assert unit.width in (1, 2)
        assert unit.start <= unit.at < unit.end
        for char in unit.glyph:
            assert unicodedata.category(char) != "Cc", (text, unit)
            assert char not in "\u200b\u200c\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(PARAGRAPHS)
def test_shaping_is_undone_by_normalising(text: str) -> None:
    plain = unicodedata.normalize("NFKC", glyphs(text).translate({0x25CC: None}))
    letters = [c for c in unicodedata.normalize("NFKC", text) if c.isalnum()]
    assert [c for c in plain if c.isalnum()] == letters


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("\u200eسل", [(0, 2, 1), (2, 3, 2)]),  # before a letter: begins with it
        ("س\u200eل", [(0, 2, 0), (2, 3, 2)]),  # after one: ends with it
        ("س \u200eل", [(0, 1, 0), (1, 2, 1), (2, 4, 3)]),  # after a blank: goes with the next letter
        ("س \u200e", [(0, 1, 0), (1, 3, 1)]), ("\u200e\u200f", [(0, 2, 0)]),
        ("س\u2067ل\u2069", [(0, 2, 0), (2, 4, 2)]), ("\u00adس", [(0, 2, 1)]),
    ],
)  # fmt: skip
def test_what_is_invisible_belongs_to_a_neighbour(text: str, spans: list[tuple[int, int, int]]) -> None:
    assert [(unit.start, unit.end, unit.at) for unit in units(text, reveal=False)] == spans


@pytest.mark.parametrize("text", ["\u200e", "\u200b\u2060", "\u2028", "\u2067\u2069"])
def test_a_paragraph_of_nothing_visible_is_one_blank(text: str) -> None:
    (unit,) = units(text, reveal=False)
    assert (unit.start, unit.end, unit.width, unit.blank) == (0, len(text), 1, True)


def test_a_lone_mark_takes_no_cell_in_a_line_of_the_interface() -> None:
    (unit,) = shape("\u064eب", bytearray(b"\1\1"), circle=False)
    assert (unit.start, unit.end, unit.at) == (0, 2, 1)


def test_a_tab_is_two_blank_cells_and_an_emoji_two_of_its_own() -> None:
    assert [(unit.glyph, unit.width, unit.blank) for unit in units("\t😀🇶🇦")] == [
        ("  ", 2, True),
        ("😀", 2, False),
        ("🇶🇦", 2, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ن\u200cه", ["¦ﻥ", "ﻩ"]), ("ه\u200d", ["‿ﻫ"]), ("س\u200eل", ["↦ﺳ", "ﻞ"]), ("\u200fس", ["↤ﺱ"]),
        ("a\u00adb", ["a¬", "b"]),  # on the side where it follows
        ("س\u200c\u200dب", ["¦ﺱ", "ﺐ"]),  # the first of several
        ("س\u00a0ل", ["ﺱ", "⍽", "ﻝ"]), ("5\u202f%", ["5", "⍽", "%"]), ("بـ", ["ﺑ", "▬"]), ("\u200e", ["↦"]),
        ("\u061c", ["↤"]), ("سَل", ["ﺳَ", "ﻞ"]),
        ("😀\u200e", ["😀"]),  # two cells as it is
    ],
)  # fmt: skip
def test_invisible_characters_are_marked(text: str, expected: list[str]) -> None:
    plain = shape(text, resolve(text, None).rtl)
    marked = with_invisibles(text, plain)
    assert [unit.glyph for unit in marked] == expected
    assert [(unit.start, unit.end, unit.at) for unit in marked] == [(unit.start, unit.end, unit.at) for unit in plain]
    assert [unit.width for unit in marked] == [cell_len(glyph) for glyph in expected]
