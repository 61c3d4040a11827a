"""Motions of the cursor: by eye, by row and by segment; each goes on, and stops at the ends."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from reader.text.clusters import cluster_starts
from reader.text.segments import sentences, words
from reader.typeset.block import Block, ListedBlocks
from reader.typeset.navigate import (
    at_cell,
    by_cell,
    by_row,
    by_segment,
    by_start,
    column,
    row_edge,
    snap,
    spot,
    text_edge,
    unit_end,
)
from reader.typeset.view import View, ViewPlace
from tests.reader.typeset.documents import SHORT, view_of, views

LINES = SHORT.split("\n")
STARTS = [SHORT.index(line) for line in LINES]


def unit_starts(view: View) -> list[int]:
    """Return the offsets at which a cursor can stand, in reading order."""
    return [
        block.start + unit.start
        for i, block in enumerate(view.blocks)
        if not block.virtual
        for row in view.rows(i)
        for unit in row.units
    ]


@settings(max_examples=25)
@given(views())
def test_every_motion_ends_on_a_unit(view: View) -> None:
    stops = set(unit_starts(view))
    for offset in range([*view.blocks][-1].end):
        here = snap(view, offset)
        assert here in stops
        assert unit_end(view, offset) > here
        assert snap(view, here) == here
        moved = [by_cell(view, here, step) for step in (1, -1)]
        moved += [by_row(view, here, count, column(view, here)) for count in (1, -1, 7)]
        moved += [by_segment(view, here, step, "word") for step in (1, -1)]
        moved += [row_edge(view, here, first=first) for first in (True, False)]
        assert stops.issuperset(moved)


@settings(max_examples=50)
@given(views())
def test_the_cell_of_a_unit_leads_back_to_it(view: View) -> None:
    for offset in unit_starts(view):
        where = spot(view, offset)
        assert where is not None
        assert where.base + where.row.start <= offset < where.base + where.row.end
        assert at_cell(view, where.place, column(view, offset)) == offset


@settings(max_examples=50)
@given(views())
def test_left_and_right_pass_every_unit_of_a_row_from_edge_to_edge(view: View) -> None:
    for i, block in enumerate(view.blocks):
        if block.virtual:
            continue
        for row in view.rows(i):
            shown = [block.start + row.units[index].start for index in row.order]
            for here, beside in itertools.pairwise(shown):
                assert (by_cell(view, here, 1), by_cell(view, beside, -1)) == (beside, here)


@pytest.mark.parametrize(("text", "forward"), [("سلام على مُحَمَّد وصحبه\nلا بأس", -1), ("a few words\nand more", 1)])
@pytest.mark.parametrize("width", [6, 40])
def test_in_one_direction_the_eye_reads_on_over_rows_and_headings(text: str, forward: int, width: int) -> None:
    view = view_of(text, width, headings=[0, 1])
    stops = unit_starts(view)
    assert [by_cell(view, here, forward) for here in stops] == [*stops[1:], stops[-1]]
    assert [by_cell(view, here, -forward) for here in stops] == [stops[0], *stops[:-1]]


def test_a_letter_is_taken_with_its_harakat_and_lam_alef_whole() -> None:
    text = "سلام مُحَمَّد 👨‍👩‍👧!"
    view = view_of(text)
    starts = unit_starts(view)
    assert starts == [at for at in cluster_starts(text) if at != 2]
    assert [snap(view, 2), unit_end(view, 1), unit_end(view, 2)] == [1, 3, 3]
    shadda = text.index("\u0651")
    assert snap(view, shadda) < shadda < unit_end(view, shadda) == text.index("د")
    family = text.index("👨")
    assert snap(view, family + 3) == family
    assert unit_end(view, family) == text.index("!")


@pytest.mark.parametrize(("offset", "cell"), [(0, 59), (1, 58), (2, 58), (3, 57), (STARTS[2], 0), (STARTS[2] + 4, 4)])
def test_columns_are_counted_from_the_left_of_the_text(offset: int, cell: int) -> None:
    assert column(view_of(SHORT), offset) == cell


@pytest.mark.parametrize(
    ("place", "cell", "offset"),
    [
        ((0, 0), 59, 0),
        ((0, 0), 999, 0),
        ((0, 0), -1, len(LINES[0]) - 1),  # left of an Arabic row: its end
        ((3, 1), 999, STARTS[2] + len(LINES[2]) - 1),  # right of a Latin row: its end
        ((3, 1), 2, STARTS[2] + 2),
        ((1, 2), 59, None),  # a heading
        ((2, 0), 59, None),  # a blank row
    ],
)
def test_a_click_finds_the_nearest_letter_of_its_row(place: tuple[int, int], cell: int, offset: int | None) -> None:
    assert at_cell(view_of(SHORT, headings=[1]), ViewPlace(*place), cell) == offset


def test_down_and_up_keep_to_the_column_and_pass_over_headings() -> None:
    view = view_of(SHORT, headings=[1, 2])
    goal = column(view, 3)
    below = by_row(view, 3, 1, goal)
    assert STARTS[1] <= below < STARTS[2]
    assert column(view, below) == goal
    assert by_row(view, below, -1, goal) == 3
    assert by_row(view, 0, 2, 5) == STARTS[2] + 5
    assert by_row(view, STARTS[2] + 5, 0, 5) == STARTS[2] + 5


@pytest.mark.parametrize("count", [1, 3, 50])
def test_beyond_the_last_row_the_cursor_stays_on_it(count: int) -> None:
    view = view_of(SHORT, headings=[0])
    assert by_row(view, STARTS[3], count, 59) == STARTS[3]
    assert by_row(view, 0, -count, 59) == 0
    assert by_row(view, 0, 3 + count, 59) == STARTS[3]


def test_the_edges_of_a_row_and_of_the_text_are_those_of_reading() -> None:
    view = view_of(SHORT, 12, headings=[0, 3])
    rows = view.rows(2)
    middle = STARTS[1] + rows[1].start + 2
    assert row_edge(view, middle, first=True) == STARTS[1] + rows[1].start
    assert row_edge(view, middle, first=False) == STARTS[1] + rows[1].units[-1].start
    assert text_edge(view, middle, first=True) == 0
    assert text_edge(view, middle, first=False) == len(SHORT) - 1


@pytest.mark.parametrize(
    ("offset", "step", "kind", "expected"),
    [
        (0, 1, "word", "عليكم"),
        (6, 1, "word", "قال"),  # on into the next paragraph
        (7, -1, "word", "عليكم"),  # first to the start of the word
        (5, -1, "word", "سلام"),
        (STARTS[1] + 4, 1, "word", "إن"),  # a word with harakat is one
        (STARTS[1], 1, "sentence", "وأضاف"), (STARTS[1] + 40, 1, "sentence", "Peace"),
        (STARTS[2] + 3, -1, "sentence", "Peace"), (STARTS[2], -1, "sentence", "وأضاف"), (3, 1, "paragraph", "قال"),
        (STARTS[1] + 9, -1, "paragraph", "قال"), (STARTS[1], -1, "paragraph", "سلام"),
        (len(SHORT) - 1, -1, "paragraph", "لا،"),
    ],
)  # fmt: skip
def test_by_segment(offset: int, step: int, kind: str, expected: str) -> None:
    view = view_of(SHORT, headings=[0, 1, 3])
    assert by_segment(view, offset, step, kind) == SHORT.index(expected)


@pytest.mark.parametrize("kind", ["word", "sentence", "paragraph"])
def test_at_the_ends_there_is_nowhere_to_go(kind: str) -> None:
    view = view_of(SHORT, headings=[0])
    assert by_segment(view, 0, -1, kind) == 0
    assert by_segment(view, STARTS[3] + 7, 1, kind) == STARTS[3] + 7


@pytest.mark.parametrize(("kind", "cuts"), [("word", words), ("sentence", sentences)])
def test_step_by_step_every_segment_of_the_sample_is_visited_and_back(
    sample: str, kind: str, cuts: Callable[[str], list[tuple[int, int]]]
) -> None:
    view = view_of(sample, headings=[3, 5])
    starts = [block.start + start for block in view.blocks for start, _ in cuts(view.text[block.start : block.end])]
    assert [by_segment(view, here, 1, kind) for here in starts[:-1]] == starts[1:]
    assert [by_segment(view, here, -1, kind) for here in starts[1:]] == starts[:-1]


@pytest.mark.parametrize(
    ("offset", "step", "expected"),
    [(0, 1, 2), (5, 1, 9), (7, 1, 9), (9, 1, None), (20, -1, 9), (9, -1, 5), (7, -1, 5), (5, -1, 2), (2, -1, None)],
)
def test_the_next_and_the_previous_start(offset: int, step: int, expected: int | None) -> None:
    assert by_start([2, 5, 9], offset, step) == expected
    assert by_start([], offset, step) is None


def test_where_nothing_is_shown_every_motion_stays() -> None:
    view = View("", ListedBlocks(()), 60, "R")
    assert spot(view, 3) is None
    assert (snap(view, 3), unit_end(view, 3), column(view, 3)) == (3, 4, 0)
    assert by_cell(view, 3, 1) == by_row(view, 3, 1, 0) == by_segment(view, 3, 1, "word") == 3
    assert row_edge(view, 3, first=True) == text_edge(view, 3, first=False) == 3


def test_over_folds_alone_the_cursor_has_no_text_to_go_to() -> None:
    view = View("شارك", ListedBlocks([Block("fold", 0, 0, 1, "⋯ سطر ⋯")]), 60, "R")
    assert text_edge(view, 2, first=True) == by_segment(view, 2, 1, "word") == by_row(view, 2, 1, 0) == 2
