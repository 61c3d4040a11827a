"""Anchors, units, codebook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import QuoteAmbiguous, QuoteMissing, UnknownTag
from annotations.values.anchors import FoundPlace, find, make_anchor, occurrences, pick
from annotations.values.codebook import matching, named
from annotations.values.model import Tag
from annotations.values.spans import Span
from annotations.values.units import from_bytes, from_utf16, to_bytes, to_utf16

TEXTS = st.text(st.sampled_from("ابتث 😀a\u064e.\n"), min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_units_go_there_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, to_utf16(text, offset)) == offset
    assert from_bytes(text, to_bytes(text, offset)) == offset
    assert to_utf16(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_an_emoji_parts_the_units() -> None:
    assert (to_utf16("😀ب", 1), to_bytes("😀ب", 1)) == (2, 4)
    assert from_utf16("😀ب", 1) == 0


@given(TEXTS, TEXTS, st.data())
def test_an_anchor_is_found_exactly_or_moved(text: str, before: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    anchor = make_anchor(text, span)
    assert find(text, anchor) == FoundPlace(span, "exact")
    found = find(before + text, anchor)
    assert found is not None
    assert found.span.cut(before + text) == anchor.quote


def test_the_context_decides_between_like_passages() -> None:
    text = "قال أحمد نعم. قال سالم نعم."
    second = Span(text.rindex("نعم"), len(text) - 1)
    changed = "مقدمة. " + text
    assert find(changed, make_anchor(text, second)) == FoundPlace(Span(second.start + 7, second.end + 7), "moved")
    assert find("لا شيء", make_anchor(text, second)) is None


def test_picking_a_place_by_its_quotation() -> None:
    assert occurrences("بببب", "بب") == [Span(0, 2), Span(1, 3), Span(2, 4)]
    assert pick("أب أب", "أب", 2) == Span(3, 5)
    with pytest.raises(QuoteAmbiguous, match="2"):
        pick("أب أب", "أب")
    for quote, nth in (("ج", None), ("أب", 3), ("", None)):
        with pytest.raises(QuoteMissing):
            pick("أب أب", quote, nth)


TAGS = [
    Tag(1, 1, "موقف", "position", 1),
    Tag(8, 8, "لغة محمَّلة", "loaded language", 8),
    Tag(10, None, "موقف مضاد", "", 10),
]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("موقف", [1, 10]), ("محملة", [8]), ("LANG", [8]), ("مضاد", [10]), ("قف", [1, 10]), ("x", []), ("", [1, 8, 10])],
)
def test_a_tag_is_found_by_part_of_its_name(typed: str, ids: list[int]) -> None:
    assert [tag.id for tag in matching(TAGS, typed)] == ids


def test_a_tag_by_name_or_slot() -> None:
    assert [named(TAGS, name).id for name in ("Position", "8", "لغة محملة")] == [1, 8, 8]
    with pytest.raises(UnknownTag):
        named(TAGS, "nothing")
