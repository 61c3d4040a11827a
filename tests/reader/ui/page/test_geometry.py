"""Where everything stands on the screen, in cells: nothing overlaps, nothing is lost, and sides follow directions."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.page.geometry import (
    BOTTOM,
    SIDEBAR,
    STRIPES,
    TOP,
    WIDE_SIDEBAR,
    Box,
    default_sidebars,
    fits_both,
    measure,
    pane_columns,
)

SIZES = st.tuples(st.integers(24, 220), st.integers(5, 70))
FLAGS = st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans())


@given(st.integers(12, 220), st.booleans(), st.sampled_from([40, 72, 200]))
def test_a_panes_columns_follow_one_another(width: int, rtl: bool, most: int) -> None:
    pane = pane_columns(width, 10, rtl=rtl, most=most)
    assert 1 <= pane.text_width <= most
    text = range(pane.text, pane.text + pane.text_width)
    stripes = range(pane.stripes, pane.stripes + STRIPES)
    numbers = range(pane.numbers, pane.numbers + 4) if pane.numbers >= 0 else range(0)
    order = [range(pane.bar, pane.bar + 1), text, stripes, numbers]
    for before, after in pairwise(order):
        if len(after):
            assert before[-1] < after[0] if rtl else after[-1] < before[0]
    cells = [cell for part in order for cell in part]
    assert (min(cells), max(cells)) >= (0, 0)
    assert max(cells) < width
    assert (pane.numbers < 0) == (width < 40)


def test_the_bar_is_at_the_far_side_of_the_numbers() -> None:
    assert (pane_columns(80, 9, rtl=True).bar, pane_columns(80, 9, rtl=False).bar) == (0, 79)


def test_the_text_of_one_direction_mirrors_that_of_the_other() -> None:
    for width in (30, 50, 79):
        right, left = pane_columns(width, 9, rtl=True), pane_columns(width, 9, rtl=False)
        assert right.text_width == left.text_width
        assert right.text + right.text_width - 1 == width - 1 - left.text


@given(SIZES, FLAGS, st.lists(st.integers(2, 30), min_size=2, max_size=2))
def test_boxes_fill_the_screen_and_do_not_overlap(
    size: tuple[int, int], flags: tuple[bool, bool, bool, bool], lines: list[int]
) -> None:
    columns, rows = size
    ui_rtl, text_rtl, start, end = flags
    found = measure(
        columns, rows, ui_rtl=ui_rtl, text_rtl=text_rtl, shown=(start, end), lines=((lines[0],), tuple(lines))
    )
    assert found.title == Box(0, 0, columns, 1)
    assert [box.y for box in (found.strip, found.text, found.status, found.hints)] == [1, TOP, rows - 2, rows - 1]
    assert found.text.height == found.pane.height == max(1, rows - TOP - BOTTOM)
    for side in (found.start, found.end):
        assert sum(box.height for box in side) == found.text.height
        for before, after in pairwise(side):
            assert after.y == before.y + before.height
    widths = found.start[0].width + found.end[0].width
    if found.overlay:
        assert (found.text.width, found.text.x) == (columns, 0)
        assert columns < 70
        assert widths
    else:
        assert found.text.width + widths == columns
    first = found.start[0]
    assert first.x == (columns - first.width if ui_rtl else 0)


@pytest.mark.parametrize(
    ("columns", "shown", "widths"),
    [
        (120, (True, True), (SIDEBAR, SIDEBAR)),
        (100, (True, True), (SIDEBAR, SIDEBAR)),
        (99, (True, True), (SIDEBAR, 0)),  # one at a time, and the start side wins
        (99, (False, True), (0, SIDEBAR)),
        (149, (False, True), (0, SIDEBAR)),
        (150, (True, True), (WIDE_SIDEBAR, WIDE_SIDEBAR)),
        (60, (False, False), (0, 0)),
        (20, (True, False), (20, 0)),  # no wider than the screen
    ],
)
def test_as_many_sidebars_as_fit(columns: int, shown: tuple[bool, bool], widths: tuple[int, int]) -> None:
    found = measure(columns, 30, ui_rtl=False, text_rtl=True, shown=shown, lines=((5,), (5, 5)))
    assert (found.start[0].width, found.end[0].width) == widths
    assert default_sidebars(columns) == (columns >= 100, columns >= 100)
    assert fits_both(columns) == (columns >= 100)


@pytest.mark.parametrize(
    ("columns", "shown", "overlay"),
    [(69, (True, False), True), (70, (True, False), False), (69, (False, False), False)],
)
def test_below_70_columns_a_sidebar_lies_over_the_text(columns: int, shown: tuple[bool, bool], overlay: bool) -> None:
    found = measure(columns, 24, ui_rtl=True, text_rtl=True, shown=shown, lines=((5,), ()))
    assert found.overlay == overlay
    assert found.text.width == (columns if columns < 70 else columns - SIDEBAR)


@pytest.mark.parametrize(
    ("rows", "lines", "heights"),
    [
        (24, (4, 9), [4, 16]),  # what the first does not need goes to the last
        (24, (30, 9), [10, 10]),  # half is the most for the first
        (24, (3, 30, 5), [3, 8, 9]),
        (12, (3, 9), [3, 5]),
        (11, (3, 9), [7, 0]),  # too low for two lists
    ],
)
def test_stacked_lists_share_the_height(rows: int, lines: tuple[int, ...], heights: list[int]) -> None:
    found = measure(120, rows, ui_rtl=True, text_rtl=True, shown=(True, True), lines=((5,), lines))
    assert [box.height for box in found.end] == heights
