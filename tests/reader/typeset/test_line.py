"""One line of the interface: ordered, joined, mirrored as a whole, and as many columns wide as it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.language.i18n import FSI, PDI, RLI
from reader.typeset.bidi import Base
from reader.typeset.line import Cell, columns, is_plain, typeset_line, typeset_text
from tests.strategies import PARAGRAPHS

LATIN_LINES = st.lists(st.sampled_from(["tag", "(2)", "│", "←", "┌──┐", "  ", "é", ":", "7%"]), max_size=8)


def printed(line: str, base: Base) -> str:
    return "".join(cell.glyph for cell in typeset_line(line, base))


@pytest.mark.parametrize(
    ("line", "left", "right"),
    [
        ("", "", ""), ("abc", "abc", "abc"), ("نعم", "ﻢﻌﻧ", "ﻢﻌﻧ"), ("tag نعم", "tag ﻢﻌﻧ", "ﻢﻌﻧ tag"),
        ("نعم: 25", "25 :ﻢﻌﻧ", "25 :ﻢﻌﻧ"), ("(نعم) x", "(ﻢﻌﻧ) x", "x (ﻢﻌﻧ)"),
        ("┌─┐", "┌─┐", "┌─┐"),  # a box looks the same from either side
        ("├─ a", "├─ a", "a ─┤"),
        ("a → b", "a → b", "a → b"),  # an arrow between Latin words belongs to them
        ("نعم ← لا", "ﻻ → ﻢﻌﻧ ", " ﻻ → ﻢﻌﻧ"), ("▌ نعم", "▌ ﻢﻌﻧ", "ﻢﻌﻧ ▐"), ("مَن", "ﻦﻣَ", "ﻦﻣَ"),
        ("نعم 😀", "ﻢﻌﻧ 😀", "😀 ﻢﻌﻧ"),
    ],
)  # fmt: skip
def test_a_line_in_either_direction(line: str, left: str, right: str) -> None:
    assert (printed(line, "L"), printed(line, "R")) == (left, right)


@pytest.mark.parametrize(
    ("line", "base", "expected"),
    [
        ("سلام│", "R", "│ ﻡﻼﺳ"),  # inside the border
        ("│سلام", "L", "│ﻡﻼﺳ "), ("سلام", "R", " ﻡﻼﺳ"),
        ("سلام  7", "R", "7   ﻡﻼﺳ"),  # in the gap, so that 7 stays in its column
        ("سلام  لا  7", "R", "7   ﻻ   ﻡﻼﺳ"), (f"{FSI}abc{PDI}  7", "L", "abc  7"),
    ],
)  # fmt: skip
def test_what_lam_alef_saves_is_filled_up(line: str, base: Base, expected: str) -> None:
    assert printed(line, base) == expected
    assert sum(cell.width for cell in typeset_line(line, base)) == columns(line)


def test_a_cell_knows_its_width_and_the_character_it_shows() -> None:
    assert typeset_line("لا😀a", "L") == (
        Cell("ﻻ", 1, 0),
        Cell("😀", 2, 2),
        Cell("a", 1, 3),
        Cell(" ", 1, 3),
    )
    assert [cell.source for cell in typeset_line("ab نعم", "R")] == [5, 4, 3, 2, 0, 1]


@given(PARAGRAPHS, PARAGRAPHS, st.sampled_from("LR"))
def test_a_line_keeps_its_columns_and_its_letters(first: str, second: str, base: Base) -> None:
    line = f"│ {first}  {RLI}{second}{PDI} │"
    cells = typeset_line(line, base)
    assert sum(cell.width for cell in cells) == columns(line)
    letters = sorted(c for c in unicodedata.normalize("NFKC", line) if c.isalnum())
    assert sorted(c for c in unicodedata.normalize("NFKC", printed(line, base)) if c.isalnum()) == letters
    assert {cell.glyph for cell in (cells[0], cells[-1])} == {"│"}
    assert all(0 <= cell.source < len(line) for cell in cells)


@given(LATIN_LINES.map("".join))
def test_a_plain_line_is_left_as_it_is_from_left_to_right(line: str) -> None:
    assert is_plain(line)
    assert printed(line, "L") == typeset_text(line, "L") == line


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("", True), ("tag 7 (x)", True), ("é ← │ 漢 😀", True), ("نعم", False), ("x ﻻ", False), ("א", False),
        ("ࢠ", False), (f"{FSI}x{PDI}", False), ("x\u200f", False),
    ],
)  # fmt: skip
def test_what_needs_no_work(line: str, plain: bool) -> None:
    assert is_plain(line) is plain


@pytest.mark.parametrize(
    ("line", "width"),
    [
        ("", 0), ("tag", 3), ("سلام", 4), ("مُحَمَّد", 4), (f"{FSI}ab{PDI}", 2), ("漢a", 3), ("😀", 2), ("👨‍👩‍👧 ن", 4),
        ("\u064e", 0), ("🇶🇦", 2),
    ],
)  # fmt: skip
def test_columns_are_those_the_screen_library_counts(line: str, width: int) -> None:
    assert columns(line) == width == cell_len(line)


@pytest.mark.parametrize(
    ("line", "base", "expected"),
    [
        ("سلام", "R", "ﻡﻼﺳ"), ("ab سلام", "R", "ﻡﻼﺳ ab"), ("ab سلام", "L", "ab ﻡﻼﺳ"), ("├ نعم", "R", "ﻢﻌﻧ ┤"),
        ("", "R", ""),
    ],
)  # fmt: skip
def test_a_printed_line_is_not_padded(line: str, base: Base, expected: str) -> None:
    assert typeset_text(line, base) == expected
