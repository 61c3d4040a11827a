"""Rows: nothing lost, nothing doubled, never too wide, and the map of the cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.bidi import Base, visual_order
from reader.typeset.row import Row, lay_out, one_row, prepare, rebuilt
from tests.strategies import PARAGRAPHS, WILD

WIDTHS = st.integers(1, 300)


@given(st.one_of(PARAGRAPHS, WILD), WIDTHS)
def test_rows_hold_the_paragraph_once_and_in_order(text: str, width: int) -> None:
    rows = lay_out(prepare(text, "R", reveal=True), width)
    assert "".join(text[row.start : row.end] for row in rows) == text


def test_the_sample_at_every_width(sample: str) -> None:
    for line in filter(None, map(str.strip, sample.split("\n"))):
        paragraph = prepare(line, "R")
        for width in (*range(1, 90), *range(90, 301, 7)):
            rows = lay_out(paragraph, width)
            assert "".join(line[row.start : row.end] for row in rows) == line
            assert all(row.width <= width for row in rows)


@given(st.one_of(PARAGRAPHS, WILD), WIDTHS)
def test_a_row_never_exceeds_its_width(text: str, width: int) -> None:
    for row in lay_out(prepare(text, "R", reveal=True), width):
        assert row.width <= width or (width == 1 and len(row.units) == 1)


@given(st.one_of(PARAGRAPHS, WILD), WIDTHS)
def test_the_cells_are_a_bijection_onto_the_units(text: str, width: int) -> None:
    for row in lay_out(prepare(text, "R", reveal=True), width):
        assert sorted(row.order) == list(range(len(row.units)))
        assert len(row.cells) == sum(unit.width for unit in row.units)
        for index, unit in enumerate(row.units):
            cells = [cell for cell, one in enumerate(row.cells) if one == index]
            assert len(cells) == unit.width
            assert cells == list(range(cells[0], cells[0] + unit.width))


@given(st.one_of(PARAGRAPHS, WILD), WIDTHS)
def test_offset_to_cell_and_back(text: str, width: int) -> None:
    for row in lay_out(prepare(text, "R", reveal=True), width):
        for unit in row.units:
            assert row.offset_at(row.cell_of(unit.start)) == unit.start
            for offset in range(unit.start, unit.end):
                assert row.cell_of(offset) == row.cell_of(unit.start)


@given(PARAGRAPHS, st.integers(4, 60))
def test_a_rows_order_is_that_of_the_unbroken_paragraph(text: str, width: int) -> None:
    """Numbers and brackets at the start of a row come out as they do in the paragraph laid on one line."""
    rank = {offset: place for place, offset in enumerate(visual_order(text, "R"))}
    for row in lay_out(prepare(text, "R"), width):
        shown = [row.units[i] for i in row.order]
        body = [unit.at for unit in shown if not (unit.blank and unit.end == row.end)]
        assert body == sorted(body, key=rank.__getitem__)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("يوم 14 أكتوبر (قنا)", 10, [" ﻡﻮﻳ", "ﺮﺑﻮﺘﻛﺃ 14", "(ﺎﻨﻗ)"]),
        ("بلغ السعر 1,234.5 (COVID-19) اليوم", 12, ["ﺮﻌﺴﻟﺍ ﻎﻠﺑ", "1,234.5", "(COVID-19)", "ﻡﻮﻴﻟﺍ"]),
        ("من 10 [ثم] 20", 6, ["10 ﻦﻣ", "[ﻢﺛ]", "20"]),
    ],
)
def test_numbers_and_brackets_at_the_start_of_a_row(text: str, width: int, rows: list[str]) -> None:
    assert [row.glyphs().strip() for row in lay_out(prepare(text, "R"), width)] == [row.strip() for row in rows]


def test_trailing_blanks_go_to_the_visual_end() -> None:
    first, *_rest = lay_out(prepare("كلمة    كلمة", "R"), 6)
    assert first.glyphs() == " ﺔﻤﻠﻛ"
    assert (first.start, first.end) == (0, 8)


def test_a_word_wider_than_the_column_is_broken_between_letters_only() -> None:
    rows = lay_out(prepare("فسيكفيكهم" * 3 + " لا", "R"), 5)
    assert all(row.width <= 5 for row in rows)
    assert "ﻻ" in rows[-1].glyphs()


def test_words_that_stay_together_are_parted_where_they_are_wider_than_the_column() -> None:
    rows = lay_out(prepare("عبد الله", "R"), 5)
    assert [row.glyphs().strip() for row in rows] == ["ﺪﺒﻋ", "ﻪﻠﻟﺍ"]


def one(text: str, base: Base = "R") -> Row:
    row = one_row(text, base)
    assert row is not None
    return row


def test_a_row_begins_at_its_start_side() -> None:
    assert [one("سلام").indent(width) for width in (10, 3, 2)] == [7, 0, 0]  # lam-alef is one cell
    assert one("peace", "L").indent(10) == 0


def test_a_text_as_one_row_is_never_broken_and_keeps_its_blanks() -> None:
    row = one("كلمة " * 40)
    assert (row.start, row.end, row.width) == (0, 200, 200)
    assert one_row("", "R") is None
    assert lay_out(prepare("", "R"), 10) == []


@pytest.mark.parametrize(
    ("offset", "unit", "cell"), [(-3, 0, 4), (0, 0, 4), (1, 1, 3), (2, 1, 3), (3, 2, 2), (4, 3, 0), (9, 3, 0)]
)
def test_an_offset_outside_is_taken_for_the_nearest_unit(offset: int, unit: int, cell: int) -> None:
    row = one("سلام😀")
    assert (row.unit_index(offset), row.cell_of(offset)) == (unit, cell)


@pytest.mark.parametrize(("cell", "offset"), [(-1, 4), (0, 4), (1, 4), (2, 3), (3, 1), (4, 0), (99, 0)])
def test_a_cell_outside_is_taken_for_the_one_at_the_near_edge(cell: int, offset: int) -> None:
    assert one("سلام😀").offset_at(cell) == offset


def test_other_units_in_the_same_order_have_their_own_cells() -> None:
    row = one("بتث")
    wide = rebuilt(row, (row.units[0], row.units[1]._replace(width=3), row.units[2]))
    assert (wide.order, wide.cells, wide.width) == (row.order, (2, 1, 1, 1, 0), 5)
