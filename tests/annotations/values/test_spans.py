"""Spans are half-open, and offsets convert to UTF-16 units and bytes and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SpanError
from annotations.values.spans import Span, at, check
from annotations.values.units import from_bytes, from_utf16, to_bytes, to_utf16

TEXTS = st.text(st.sampled_from("ابتث 😀a\u064e.\n"), min_size=1, max_size=40)
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 12), st.integers(1, 6))


@given(SPANS, SPANS)
def test_spans_agree_with_the_sets_of_their_offsets(one: Span, other: Span) -> None:
    inside, inside_other = set(range(*one)), set(range(*other))
    assert {offset for offset in range(30) if one.holds(offset)} == inside
    assert one.meets(other) == bool(inside & inside_other)
    assert one.overlap(other) == other.overlap(one) == len(inside & inside_other)


def test_a_span_is_cut_in_code_points() -> None:
    assert Span(3, 5).cut("مُ 😀ب") == "😀ب"
    assert Span(2, 2).cut("نص") == ""


@pytest.mark.parametrize(("start", "end"), [(0, 1), (0, 4), (3, 4)])
def test_a_span_inside_the_text_is_returned(start: int, end: int) -> None:
    assert check(start, end, 4) == Span(start, end)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 5), (4, 4), (4, 5)])
def test_an_empty_backward_or_outside_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}:{end} .* 4 characters"):
        check(start, end, 4)


def test_the_first_span_that_contains_an_offset_is_chosen() -> None:
    spans = [Span(0, 3), Span(2, 6), Span(6, 7)]
    assert [at(spans, offset) for offset in (0, 2, 3, 6, 7)] == [spans[0], spans[0], spans[1], spans[2], None]
    assert at([], 0) is None


@given(TEXTS, st.data())
def test_units_go_there_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, to_utf16(text, offset)) == offset
    assert from_bytes(text, to_bytes(text, offset)) == offset
    assert to_utf16(text, len(text)) == len(text.encode("utf-16-le")) // 2
    assert to_bytes(text, len(text)) == len(text.encode())


@pytest.mark.parametrize(
    ("text", "offset", "units", "count"),
    [("", 0, 0, 0), ("ab", 1, 1, 1), ("بَت", 2, 2, 4), ("😀ب", 1, 2, 4), ("ب😀", 2, 3, 6), ("ﷺ.", 1, 1, 3)],
)
def test_an_emoji_is_two_units_and_four_bytes(text: str, offset: int, units: int, count: int) -> None:
    assert (to_utf16(text, offset), to_bytes(text, offset)) == (units, count)


def test_a_position_inside_a_character_is_its_start() -> None:
    assert [from_utf16("ب😀ت", units) for units in range(5)] == [0, 1, 1, 2, 3]
    assert [from_bytes("ب😀", count) for count in range(7)] == [0, 0, 1, 1, 1, 1, 2]
