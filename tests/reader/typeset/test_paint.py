"""Highlights: which units a span colours, and the pieces of one style that a row is printed in."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.paint import CURSOR, Layer, Piece, inks_of, pieces
from reader.typeset.row import Row, lay_out, one_row, prepare
from tests.strategies import PARAGRAPHS

LAYERS = st.lists(
    st.builds(
        lambda start, length, ink: Layer(start, start + length, ink),
        st.integers(0, 60),
        st.integers(1, 20),
        st.sampled_from(["tag.1", "tag.2", CURSOR]),
    ),
    max_size=5,
)


def row_of(text: str) -> Row:
    row = one_row(text, "R")
    assert row is not None
    return row


@pytest.mark.parametrize(
    ("start", "end", "inked"),
    [
        (0, 2, [0, 1]), (0, 1, [0]),
        (1, 2, [1]),  # half of lam-alef colours all of it
        (2, 3, [1]), (3, 4, [2]),
        (4, 9, []),  # past the row's end
        (-4, 0, []), (-4, 99, [0, 1, 2]),
    ],
)  # fmt: skip
def test_a_unit_is_coloured_where_the_span_meets_it(start: int, end: int, inked: list[int]) -> None:
    row = row_of("سلام")
    base = 100
    found = inks_of(row, base, [Layer(base + start, base + end, "tag.1")])
    assert [i for i, inks in enumerate(found) if inks == ("tag.1",)] == inked
    assert [i for i, inks in enumerate(found) if inks == ()] == [i for i in range(3) if i not in inked]


def test_layers_are_kept_from_the_lowest_up() -> None:
    layers = [Layer(0, 3, "tag.2"), Layer(1, 2, "tag.1"), Layer(1, 2, CURSOR)]
    assert inks_of(row_of("بتث"), 0, layers) == [("tag.2",), ("tag.2", "tag.1", CURSOR), ("tag.2",)]


def test_the_blank_at_a_break_shows_the_cursor_and_no_colour() -> None:
    first, second = lay_out(prepare("كلمة   كلمة", "R"), 6)
    layers = [Layer(0, 11, "tag.1"), Layer(5, 6, CURSOR)]
    assert inks_of(first, 0, layers) == [("tag.1",)] * 4 + [(CURSOR,)]
    assert inks_of(second, 0, layers) == [("tag.1",)] * 4


def test_a_blank_within_the_row_is_coloured() -> None:
    assert inks_of(row_of("من هنا"), 0, [Layer(0, 6, "tag.1")]) == [("tag.1",)] * 6


def test_pieces_go_from_left_to_right_and_end_where_the_style_does() -> None:
    row = row_of("قال abc")
    inks = inks_of(row, 0, [Layer(0, 3, "tag.1"), Layer(4, 5, CURSOR)])
    assert pieces(row, inks) == [Piece("a", 1, (CURSOR,)), Piece("bc ", 3, ()), Piece("ﻝﺎﻗ", 3, ("tag.1",))]


def test_a_letter_with_harakat_is_a_piece_of_its_own_and_a_wide_emoji_is_not() -> None:
    row = row_of("بتَث😀!")
    assert [(piece.glyphs, piece.width) for piece in pieces(row, [()] * len(row.units))] == [
        ("!😀ﺚ", 4),
        ("ﺘ\u064e", 1),
        ("ﺑ", 1),
    ]


@given(PARAGRAPHS, LAYERS, st.integers(6, 60))
def test_pieces_print_the_whole_row_and_neighbours_differ(text: str, layers: list[Layer], width: int) -> None:
    for row in lay_out(prepare(text, "R"), width):
        inks = inks_of(row, 0, layers)
        found = pieces(row, inks)
        assert len(inks) == len(row.units)
        assert "".join(piece.glyphs for piece in found) == row.glyphs()
        assert sum(piece.width for piece in found) == row.width
        cells = [inks[index] for index in row.cells]
        assert [piece.inks for piece in found for _ in range(piece.width)] == cells
        for piece, following in itertools.pairwise(found):
            if piece.inks == following.inks:
                assert len(piece.glyphs) > piece.width or len(following.glyphs) > following.width
