"""Annotations looked up by position: those of a stretch, the next one, their colours and their stripes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.localized import Localized
from annotations.values.model import Tag
from annotations.values.spans import Span
from reader.language.i18n import set_language
from reader.typeset.paint import Layer
from reader.ui.page.annotation_index import AnnotationIndex, Stripe, initials
from tests.reader.ui.opened import TAGS, annotation

LONG = "كلمة " * 10_000
WHOLE = Span(0, 40_000)  # spans far more buckets than an ordinary passage


def index(*spans: tuple[int, int], only: str = "") -> AnnotationIndex:
    """Return an index of annotations numbered from 1; those with even numbers are omar's."""
    found = [
        annotation(number, Span(*span), [4], coder="omar" if number % 2 == 0 else "sara", text=LONG)
        for number, span in enumerate(spans, 1)
    ]
    return AnnotationIndex(found, TAGS, only)


def ids(found: AnnotationIndex, low: int, high: int) -> list[int]:
    return [one.id for one in found.meeting(low, high)]


@given(
    st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 20_000)), max_size=12),
    st.integers(0, 25_000),
    st.integers(1, 2_000),
)
def test_a_stretch_meets_what_a_look_at_every_annotation_finds(
    given_spans: list[tuple[int, int]], low: int, width: int
) -> None:
    spans = [Span(start, start + length) for start, length in given_spans]
    found = index(*spans)
    stretch = Span(low, low + width)
    assert set(ids(found, *stretch)) == {number for number, span in enumerate(spans, 1) if span.meets(stretch)}


def test_the_shortest_annotation_comes_first_and_a_very_long_one_is_found_anywhere() -> None:
    found = index(WHOLE, (500, 530), (510, 520), (520, 530))
    assert [one.id for one in found.at(515)] == [3, 2, 1]
    assert [one.id for one in found.at(530)] == [1]  # the end is not part of a passage
    assert [one.id for one in found.at(520)] == [4, 2, 1]
    assert [one.id for one in found.at(39_999)] == [1]
    assert found.at(40_000) == ()


def test_changed_annotations_replace_the_old_ones() -> None:
    found = index((10, 20), (30, 40), WHOLE)
    assert (found.starts(), [one.id for one in found.ordered]) == ([0, 10, 30], [3, 1, 2])
    moved = annotation(2, Span(1_030, 1_040), [5], text=LONG)
    found.update({1, 2, 3, 99}, [moved])
    assert (found.starts(), found.ordered) == ([1_030], (moved,))
    assert ids(found, 0, 1_000) == []
    assert ids(found, 1_039, 1_041) == [2]


def test_one_coders_annotations_alone() -> None:
    found = index((10, 20), (10, 20), (30, 40), only="omar")
    assert [one.id for one in found.ordered] == [2]
    found.update({2}, [annotation(7, Span(50, 60), coder="sara", text=LONG)])
    assert found.ordered == ()
    both = index((10, 20), (10, 20))
    assert [getattr(both.of(coder, Span(10, 20)), "id", 0) for coder in ("sara", "omar", "huda")] == [1, 2, 0]
    assert both.of("sara", Span(10, 19)) is None


@pytest.mark.parametrize(
    ("offset", "step", "found"), [(0, 1, 10), (10, 1, 30), (30, 1, 10), (30, -1, 10), (10, -1, 30), (15, -1, 10)]
)
def test_the_next_annotation_goes_round_and_one_at_a_place_counts_once(offset: int, step: int, found: int) -> None:
    assert index((10, 20), (10, 25), (30, 40)).next_start(offset, step) == found


def test_without_annotations_there_is_no_next_one() -> None:
    assert index().next_start(5, 1) is None
    assert index().next_start(5, -1) is None


def test_the_colour_is_that_of_the_first_tag_known() -> None:
    found = AnnotationIndex((), TAGS)
    for tags, color in ((), 0), ((4,), 3), ((5, 4), 7), ((99, 4), 3), ((99,), 0):
        assert found.color(annotation(1, Span(0, 4), tags)) == color


def test_layers_put_the_shorter_passage_on_top_and_notes_have_none() -> None:
    rows = [annotation(1, Span(0, 9), [5]), annotation(2, Span(2, 5), [4]), annotation(3, Span(0, 3), note="مهم")]
    assert AnnotationIndex(rows, TAGS).layers(0, 20) == [Layer(0, 9, "tag.7"), Layer(2, 5, "tag.3")]


def test_stripes_are_one_for_each_tag_and_one_for_each_note() -> None:
    set_language("ar")
    rows = [annotation(1, Span(0, 9), [5, 99], note="مهم"), annotation(2, Span(2, 5), [4])]
    found = AnnotationIndex(rows, TAGS)
    assert found.stripes(0, 20) == [
        Stripe(2, 5, "stripe.3", "س", noted=False),
        Stripe(0, 9, "stripe.7", "د", noted=False),  # سد: its first letter is taken by سبب
        Stripe(0, 9, "note", "•", noted=True),
    ]
    assert found.stripes(9, 20) == []
    found.name(())  # tags that the codebook no longer has
    assert [stripe.ink for stripe in found.stripes(0, 20)] == ["note"]


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["السبب", "السد", "سد"], "سدس"),  # nothing is left of the third: its first letter again
        (["١٢٣"], "?"),
        (["😀 فرح"], "ف"),
        ([], ""),
    ],
)
def test_initials_leave_out_the_article_and_avoid_what_is_taken(names: list[str], letters: str) -> None:
    tags = [Tag(number, None, Localized.of({"ar": name}), 1) for number, name in enumerate(names)]
    assert "".join(initials(tags, "ar").values()) == letters
