"""Rows: nothing lost, nothing doubled, never too wide, and the map of the cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.bidi import visual_order
from reader.typeset.row import Row, lay_out, make_row, prepare
from tests.strategies import PARAGRAPHS, WILD

WIDTHS = st.integers(1, 300)


@given(st.one_of(PARAGRAPHS, WILD), WIDTHS)
def test_rows_hold_the_paragraph_once_and_in_order(text: str, width: int) -> None:
    rows = lay_out(prepare(text, "R", reveal=True), width)
    assert "".join(text[row.start : row.end] for row in rows) == text


def test_the_sample_at_every_width(sample: str) -> None:
    for line in filter(None, map(str.strip, sample.split("\n"))):
        paragraph = prepare(line, "R")
        for width in range(1, 301):
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


def test_a_row_begins_at_its_start_side() -> None:
    arabic, latin = prepare("سلام", "R"), prepare("peace", "L")

    def whole(paragraph: object) -> Row:
        return make_row(paragraph, 0, len(paragraph.units))  # type: ignore[arg-type, attr-defined]

    assert whole(arabic).indent(10) == 7  # lam-alef is one cell
    assert whole(latin).indent(10) == 0
