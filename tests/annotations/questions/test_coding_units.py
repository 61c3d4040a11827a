"""The units of agreement: who coded which of them, where they overlap or touch, and attributes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.questions.agreement import Codes
from annotations.questions.coding_units import Text, of_attribute, of_tag, report, tabled
from annotations.values.anchors import make_anchor
from annotations.values.attributes import CodedUnit, Coding
from annotations.values.model import Annotation
from annotations.values.spans import Span

LENGTH = 30
SARA, OMAR = CODERS = ("sara", "omar")
NONE: frozenset[int] = frozenset()


def mark(coder: str, start: int, end: int, *tags: int) -> Annotation:
    return Annotation(start, 1, make_anchor("😀" * LENGTH, Span(start, end)), tags, "", coder, "", "")


def tags(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


@pytest.mark.parametrize(
    ("marks", "units", "table"),
    [
        ([], (), {(None, None): 30}),
        ([mark(SARA, 0, 30, 1)], (), {(tags(1), None): 30}),
        ([mark(SARA, 5, 10, 1), mark(OMAR, 8, 12, 2)], (), {
            (NONE, NONE): 23, (tags(1), NONE): 3, (tags(1), tags(2)): 2, (NONE, tags(2)): 2,
        }),
        ([mark(SARA, 5, 10, 1), mark(SARA, 5, 10, 2, 3)], (Span(0, 30),), {(tags(1, 2, 3), None): 1}),
        ([mark(SARA, 5, 10, 1), mark(OMAR, 10, 12, 1)], (Span(0, 10), Span(10, 20)), {
            (tags(1), NONE): 1, (NONE, tags(1)): 1,  # a unit that a passage only touches does not have its tag
        }),
        ([mark(SARA, 9, 11, 1), mark(OMAR, 0, 1, 1)], (Span(0, 10), Span(10, 20)), {(tags(1), tags(1)): 1, (tags(1), NONE): 1}),
        ([mark(SARA, 2, 3, 1), mark(OMAR, 0, 30)], (Span(0, 10),), {(tags(1), None): 1}),  # a note is no tag
        ([mark(SARA, 5, 6, 1), mark(OMAR, 0, 1, 1)], (Span(5, 10), Span(0, 6), Span(2, 7)), {
            (tags(1), tags(1)): 1, (tags(1), NONE): 2,
        }),
        ([mark("huda", 0, 30, 1)], (Span(0, 10),), {(None, None): 1}),
    ],
)  # fmt: skip
def test_units_have_the_tags_of_the_passages_that_overlap_them(
    marks: list[Annotation], units: tuple[Span, ...], table: dict[Codes, int]
) -> None:
    assert +tabled([Text(tuple(marks), LENGTH, units)], CODERS) == table


def test_a_coder_who_tagged_nothing_in_one_document_coded_the_others() -> None:
    one = Text((mark(SARA, 0, 9, 1), mark(OMAR, 0, 9, 1)), LENGTH, (Span(0, 10),))
    two = Text((mark(SARA, 0, 9, 1),), LENGTH, (Span(0, 10), Span(10, 20)))
    assert tabled([one, two], CODERS) == {(tags(1), tags(1)): 1, (tags(1), None): 1, (NONE, None): 1}
    assert tabled([one, two], CODERS[::-1]) == {(tags(1), tags(1)): 1, (None, tags(1)): 1, (None, NONE): 1}
    assert tabled([], CODERS) == {}


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 25), st.integers(1, 5))
MARKS = st.lists(st.tuples(st.sampled_from(CODERS), SPANS, st.integers(1, 3)), max_size=8)


@given(MARKS, st.lists(SPANS, min_size=1, max_size=8))
def test_overlapping_units_are_coded_as_if_one_looked_at_each_alone(
    marks: list[tuple[str, Span, int]], spans: list[Span]
) -> None:
    starts, ends = sorted(span.start for span in spans), sorted(span.end for span in spans)
    units = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    annotations = tuple(mark(coder, *span, tag) for coder, span, tag in sorted(marks, key=lambda one: one[1]))
    slow: Counter[Codes] = Counter()
    for unit in units:
        row: list[frozenset[int] | None] = []
        for coder in CODERS:
            own = [(span, tag) for whose, span, tag in marks if whose == coder]
            row.append(frozenset(tag for span, tag in own if span.meets(unit)) if own else None)
        slow[tuple(row)] += 1
    assert tabled([Text(annotations, LENGTH, tuple(units))], CODERS) == slow


def test_the_table_of_a_tag_says_who_applied_it() -> None:
    table: Counter[Codes] = Counter(
        {(tags(1, 2), tags(2)): 3, (tags(2), NONE): 2, (NONE, NONE): 4, (None, tags(1)): 5, (None, None): 6}
    )
    assert of_tag(table, 1, uncoded=True) == {
        (True, False): 3, (False, False): 6, (None, True): 5, (None, None): 6,
    }  # fmt: skip
    assert of_tag(table, 1, uncoded=False) == {(True, False): 3, (None, True): 5}
    assert of_tag(table, 9, uncoded=False) == {}


def test_a_report_says_what_it_counted() -> None:
    text = Text((mark(SARA, 0, 9, 2), mark(OMAR, 0, 9, 2, 1)), LENGTH, (Span(0, 10), Span(10, 20)))
    found = report([text], CODERS, "sentence", uncoded=True)
    assert (found.unit, found.uncoded, found.coders, list(found.by_tag)) == ("sentence", True, CODERS, [1, 2])
    assert (found.overall.units, found.overall.percent) == (2, 0.5)
    assert (found.by_tag[1].percent, found.by_tag[2].percent) == (0.5, 1)
    coded = report([text], CODERS, "sentence", uncoded=False)
    assert (coded.overall.units, coded.overall.percent, coded.by_tag[2].alpha) == (1, 0, None)
    assert report([], CODERS, "sentence", uncoded=True).by_tag == {}


def test_coders_agree_on_an_attribute_over_the_units_that_any_of_them_set() -> None:
    said = [
        (CodedUnit(1), 1, SARA), (CodedUnit(1), 1, OMAR), (CodedUnit(2), 2, SARA), (CodedUnit(2), 1, OMAR),
        (CodedUnit(1, Span(0, 9)), 3, SARA), (CodedUnit(person=1), 1, OMAR), (CodedUnit(person=1), 1, SARA),
        (CodedUnit(9), 1, "huda"),
    ]  # fmt: skip
    codings = [Coding(unit, 1, value, coder) for unit, value, coder in said]
    others = [
        Coding(CodedUnit(number), 2, coder_at, coder) for number in (1, 2) for coder_at, coder in enumerate(CODERS)
    ]
    found = of_attribute([*codings, *others], 1, CODERS)
    assert (found.units, found.percent, found.holsti) == (3, 2 / 3, 4 / 7)
    assert of_attribute([*codings, *others], 2, CODERS).percent == 0
    assert of_attribute(codings, 9, CODERS).units == 0
    assert of_attribute(codings, 1, (*CODERS, "huda")).units == 3
