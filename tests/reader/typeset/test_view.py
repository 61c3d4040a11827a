"""A document in rows: its lines are counted, reached and named alike from wherever one starts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.segments import paragraphs
from reader.typeset.block import Block, Kind, ListedBlocks
from reader.typeset.look import Look
from reader.typeset.view import Line, View, ViewPlace
from tests.reader.typeset.documents import SHORT, blocks_of, view_of, views

TOP = ViewPlace(0, 0)


def every_line(view: View) -> list[Line]:
    """Return all lines of a view, from its definition: blank rows, then the block's rows, blank ones between if spaced."""
    lines: list[Line] = []
    for index, block in enumerate(view.blocks):
        contents: list[int] = [-1] * (block.gap if index else 0)
        for nth in range(len(view.rows(index))):
            contents += [-1, nth] if view.look.spaced and nth else [nth]
        lines += [
            Line(ViewPlace(index, at), view.rows(index)[nth] if nth >= 0 else None, nth)
            for at, nth in enumerate(contents)
        ]
    return lines


@given(views(), st.integers(0, 60), st.integers(-80, 80), st.integers(1, 30))
def test_windows_moves_and_distances_agree_with_the_list_of_all_lines(
    view: View, start: int, count: int, height: int
) -> None:
    lines = every_line(view)
    places = [line.place for line in lines]
    start = min(start, len(lines) - 1)
    target = min(max(start + count, 0), len(lines) - 1)
    assert [sum(place.block == i for place in places) for i in range(len([*view.blocks]))] == [
        view.height(i) for i in range(len([*view.blocks]))
    ]
    assert view.window(places[start], height) == lines[start : start + height]
    assert view.move(places[start], count) == places[target]
    assert view.distance(places[start], places[target], 1_000) == target - start
    assert abs(view.distance(places[start], places[target], height)) == min(abs(target - start), height)
    assert view.last_top(height) == places[max(len(lines) - height, 0)]


@settings(max_examples=50)
@given(views())
def test_every_character_is_on_the_line_whose_row_holds_it(view: View) -> None:
    for index, block in enumerate(view.blocks):
        if block.virtual:
            continue
        for offset in range(block.start, block.end):
            place = view.place_of(offset)
            row = view.row_at(place)
            assert place.block == index
            assert row is not None
            assert row.start <= offset - block.start < row.end
            assert view.offset_of(place) == block.start + row.start
            assert view.place_of(view.offset_of(place)) == place


@pytest.mark.parametrize(
    ("place", "expected"),
    [((0, -5), (0, 0)), ((0, 9), (0, 0)), ((1, 9), (1, 2)), ((4, 99), (4, 1)), ((2, 1), (2, 1))],
)
def test_a_line_outside_its_block_is_brought_to_the_nearest_that_exists(
    place: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert view_of(SHORT, headings=[1]).clamp(ViewPlace(*place)) == expected


@pytest.mark.parametrize(
    ("line", "top"),
    [
        ((0, 0), (0, 0)),
        ((1, 0), (1, 2)),  # a blank row above the heading
        ((2, 0), (1, 2)),  # a blank row below it
        ((2, 1), (1, 2)),  # the first row below it
        ((2, 2), (2, 2)),  # a later row
        ((3, 0), (3, 1)),
        ((3, 1), (3, 1)),
    ],
)
def test_a_page_begins_with_its_heading_and_never_with_a_blank_row(line: tuple[int, int], top: tuple[int, int]) -> None:
    view = view_of(SHORT, 20, headings=[1])
    assert view.height(2) > 2
    assert view.with_heading(ViewPlace(*line)) == top


def test_the_first_block_has_no_blank_rows_above_it() -> None:
    view = View(SHORT, ListedBlocks(blocks_of(SHORT, gap=2)), 60, "R")
    assert [view.height(i) for i in range(4)] == [1, 3, 3, 3]
    assert [line.nth for line in view.window(TOP, 5)] == [0, -1, -1, 0, -1]
    assert view.row_at(ViewPlace(1, 0)) is None
    assert view.offset_of(ViewPlace(1, 0)) == view.blocks[1].start


def test_spaced_rows_have_a_blank_line_between_them_but_none_below() -> None:
    view = view_of(SHORT, 12, look=Look(spaced=True))
    count = len(view.rows(1))
    assert count > 2
    assert view.height(1) == 1 + 2 * count - 1
    assert [line.nth for line in view.window(ViewPlace(1, 0), 5)] == [-1, 0, -1, 1, -1]


def test_offsets_between_blocks_and_outside_belong_to_the_nearest_text_before() -> None:
    view = view_of(SHORT, headings=[0, 1])
    newline = SHORT.index("\n")
    assert view.content(view.block_at(newline)) == "سلام عليكم"
    assert view.block_at(newline + 1) == 3
    assert view.block_at(-1) == 1  # nothing before it: the first text, not the heading
    assert view.block_at(10_000) == len([*view.blocks]) - 1
    assert view.place_of(10_000) == view.place_of(len(SHORT) - 1)


def test_a_heading_shows_its_label_and_stands_before_its_text() -> None:
    view = view_of(SHORT, headings=[1])
    row = view.row_at(ViewPlace(1, 2))
    assert view.content(1) == "1 · جلسة"
    assert row is not None
    assert (row.start, row.end) == (0, len("1 · جلسة"))
    assert view.offset_of(ViewPlace(1, 2)) == view.blocks[2].start


def test_a_view_of_nothing_has_no_lines() -> None:
    view = View("", ListedBlocks(()), 60, "R")
    assert view.window(TOP, 5) == []
    assert view.clamp(ViewPlace(3, 3)) == view.move(TOP, 2) == view.place_of(7) == view.last_top(24) == TOP


def test_a_view_of_folds_alone_can_be_asked_for_any_place() -> None:
    view = View("شارك", ListedBlocks([Block("fold", 0, 0, 1, "⋯ سطر ⋯")]), 60, "R")
    assert view.block_at(2) == 0
    assert view.place_of(2) == TOP
    assert view.offset_of(TOP) == 0


def test_a_paragraph_has_its_own_direction() -> None:
    assert [view_of(SHORT).paragraph(i).base for i in range(4)] == ["R", "R", "L", "R"]
    assert view_of("COVID-19 ينتشر", direction="R").paragraph(0).base == "R"
    assert view_of("COVID-19 ينتشر", direction="L").paragraph(0).base == "L"


def test_a_number_alone_takes_the_documents_direction() -> None:
    assert view_of("25 / 3", direction="R").paragraph(0).base == "R"
    assert view_of("25 / 3", direction="L").paragraph(0).base == "L"


def test_a_view_of_another_width_keeps_what_is_shaped_and_breaks_anew() -> None:
    wide = view_of(SHORT, 60)
    assert wide.height(1) == 2
    narrow = wide.with_width(12)
    assert narrow.paragraph(1) is wide.paragraph(1)
    assert narrow.height(1) > wide.height(1)
    assert wide.with_width(0).width == 1


@pytest.mark.parametrize(("kind", "elongated"), [("body", True), ("title", False), ("noise", False)])
def test_only_body_rows_are_justified(sample: str, kind: Kind, elongated: bool) -> None:
    start, end = max(paragraphs(sample), key=lambda span: span[1] - span[0])
    view = View(sample, ListedBlocks([Block(kind, start, end)]), 60, "R", Look(justify=True))
    assert any(row.width == 60 and "ـ" in row.glyphs() for row in view.rows(0)[:-1]) is elongated
    assert all(row.width <= 60 for row in view.rows(0))


def test_marks_of_direction_are_shown_in_the_text_but_not_in_our_own_labels() -> None:
    text = "نص\u202eهنا"
    view = View(text, ListedBlocks([Block("heading", 0, 0, 1, text), Block("body", 0, len(text))]), 60, "R")
    assert ["⇠" in view.rows(i)[0].glyphs() for i in range(2)] == [False, True]


def test_a_document_of_more_paragraphs_than_are_remembered_is_whole() -> None:
    text = "\n".join(f"فقرة {n}" for n in range(1_100))
    view = view_of(text)
    for _ in range(2):
        assert all(view.height(i) == 1 + (i > 0) for i in range(1_100))
    assert [view.content(i) for i in (0, 600, 1_099)] == ["فقرة 0", "فقرة 600", "فقرة 1099"]
    assert view.distance(TOP, ViewPlace(1_099, 1), 10_000) == 2 * 1_099
