"""Filling rows: as much on each as fits, broken first between words, then at blanks, last between letters."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.breaks import break_offsets
from reader.typeset.row import prepare
from reader.typeset.wrap import wrap
from tests.strategies import PARAGRAPHS


def rows(text: str, width: int, breaks: list[int] | None = None) -> list[str]:
    """Return the rows of a text; breaks: where one may begin, by default at every word."""
    units = prepare(text, "L").units
    allowed = break_offsets(text) if breaks is None else breaks
    bounds = wrap(units, allowed, width)
    assert [bounds[0][0], *(end for _start, end in bounds)] == [*(start for start, _end in bounds), len(units)]
    return [text[units[first].start : units[last - 1].end] for first, last in bounds]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("a", 1, ["a"]), ("aa bb", 5, ["aa bb"]), ("aa bb", 4, ["aa ", "bb"]),
        ("aa bb", 3, ["aa ", "bb"]),  # the blank at the break takes a cell of its row
        ("aa bb cc", 6, ["aa bb ", "cc"]), ("aa bb cc", 5, ["aa ", "bb cc"]),
        ("aa     bb", 3, ["aa     ", "bb"]),  # however many blanks, they take one cell
        ("aa bb  ", 7, ["aa bb  "]), ("abcdef gh", 4, ["abcd", "ef ", "gh"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("gh abcdefg", 4, ["gh ", "abcd", "efg"]), ("abc", 0, ["a", "b", "c"]),
        ("😀😀b", 3, ["😀", "😀b"]),  # two cells each
        ("😀b", 1, ["😀", "b"]),
    ],
)  # fmt: skip
def test_rows_are_filled_from_the_start(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


def test_words_that_stay_together_go_to_the_next_row_together() -> None:
    assert rows("aa bb cc", 6, [3]) == ["aa ", "bb cc"]


@pytest.mark.parametrize(
    ("width", "expected"),
    [(4, ["aa ", "bbb ", "cc ", "dd"]), (7, ["aa ", "bbb cc ", "dd"])],
)
def test_words_that_stay_together_part_at_their_blanks_where_they_are_wider_than_the_column(
    width: int, expected: list[str]
) -> None:
    assert rows("aa bbb cc dd", width, [3, 10]) == expected


@given(PARAGRAPHS, st.integers(2, 50))
def test_no_row_has_room_for_what_the_next_begins_with(text: str, width: int) -> None:
    paragraph = prepare(text, "R")
    units, starts = paragraph.units, set(paragraph.breaks)
    bounds = wrap(units, paragraph.breaks, width)

    def cells(first: int, last: int) -> int:
        found = [unit.width for unit in units[first:last]]
        while last < len(units) and len(found) > 1 and units[first + len(found) - 1].blank:
            found.pop()
        return sum(found) + (last < len(units) and units[last - 1].blank)

    for (first, last), (following, _end) in itertools.pairwise(bounds):
        assert last == following
        assert cells(first, last) <= width or last - first == 1
        if units[following].start in starts:
            piece = next((i for i in range(following + 1, len(units)) if units[i].start in starts), len(units))
            assert cells(first, piece) > width
