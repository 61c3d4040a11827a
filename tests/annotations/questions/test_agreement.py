"""Agreement: the published tables, and the figures of a library that is kept well, on generated codings."""

from collections import Counter
from math import isclose
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from annotations.questions.agreement import Codes, Table, agreement, cohen, fleiss, holsti, krippendorff, percent
from annotations.questions.coding_units import Text, of_tag, report, tabled
from annotations.values.anchors import make_anchor
from annotations.values.model import Annotation
from annotations.values.spans import Span

# Cohen (1960), table 1: agreement on three categories, in per cent of 200 cases
COHEN: dict[Codes, int] = {
    (1, 1): 25,
    (1, 2): 13,
    (1, 3): 12,
    (2, 1): 12,
    (2, 2): 2,
    (2, 3): 16,
    (3, 1): 3,
    (3, 2): 15,
    (3, 3): 2,
}
# the often quoted example of two readers of 50 grant proposals: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no
GRANTS: Table = {("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}
# Fleiss (1971): the table of the textbooks, ten subjects, fourteen raters, five categories
FLEISS = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip
# Krippendorff, Computing Alpha-Reliability (2011), section C: four observers, twelve units, with gaps
FOUR = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""


def test_kappa_of_two_readers() -> None:
    assert isclose(cohen(GRANTS) or 0, 0.4)
    assert isclose(percent(GRANTS) or 0, 0.7)
    assert isclose(holsti(GRANTS) or 0, 0.7)


def test_cohens_own_measure_from_its_definition() -> None:
    rows = {value: sum(n for (a, _b), n in COHEN.items() if a == value) for value in (1, 2, 3)}
    columns = {value: sum(n for (_a, b), n in COHEN.items() if b == value) for value in (1, 2, 3)}
    chance = sum(rows[value] * columns[value] for value in rows) / 100**2
    assert isclose(cohen(COHEN) or 0, (0.29 - chance) / (1 - chance))


def test_fleiss_table() -> None:
    table: Table = Counter(tuple(v for v, n in enumerate(row) for _ in range(n)) for row in FLEISS)
    assert round(fleiss(table) or 0, 3) == 0.210


def test_krippendorffs_example_with_gaps() -> None:
    observers = [[None if cell == "." else int(cell) for cell in line.split()] for line in FOUR.strip().splitlines()]
    table: Table = Counter(zip(*observers, strict=True))
    assert round(krippendorff(table) or 0, 3) == 0.743


CODINGS = st.integers(2, 4).flatmap(
    lambda raters: st.lists(st.tuples(*[st.sampled_from("abc")] * raters), min_size=2, max_size=30)
)


_NLTK: Any = AnnotationTask


def _task(rows: list[tuple[str, ...]]) -> Any:
    return _NLTK(data=[(str(c), str(u), v) for u, row in enumerate(rows) for c, v in enumerate(row)])


@given(CODINGS)
def test_the_figures_of_a_library_kept_well(rows: list[tuple[str, ...]]) -> None:
    table: Counter[Codes] = Counter(rows)
    task = _task(rows)
    found = agreement(table)
    assert isclose(found.percent or 0, task.avg_Ao(), abs_tol=1e-9)
    if len({value for row in rows for value in row}) > 1:
        assert isclose(found.alpha or 0, task.alpha(), abs_tol=1e-9)
        assert isclose(found.fleiss or 0, task.pi(), abs_tol=1e-9)
        if len(rows[0]) == 2 and found.cohen is not None:
            assert isclose(found.cohen, task.kappa(), abs_tol=1e-9)
    else:
        assert found.alpha is None
        assert found.fleiss is None


def test_nothing_to_compare_is_no_figure() -> None:
    assert agreement({}) == (0, None, None, None, None, None)
    assert agreement({("a", None): 3}).alpha is None
    assert agreement({("a", None): 3}).holsti == 0


LENGTH = 60


def _annotation(number: int, coder: str, start: int, end: int, tag: int) -> Annotation:
    return Annotation(number, 1, make_anchor("ا" * LENGTH, Span(start, end)), (tag,), "", coder, "", "")


MARKS = st.lists(st.tuples(st.sampled_from(("sara", "omar")), st.integers(0, 50), st.integers(1, 10), st.integers(1, 2)), max_size=9)  # fmt: skip


@given(MARKS)
def test_characters_counted_by_stretches_are_the_characters(marks: list[tuple[str, int, int, int]]) -> None:
    annotations = tuple(_annotation(n, c, s, s + length, t) for n, (c, s, length, t) in enumerate(marks))
    table = tabled([Text(annotations, LENGTH)], ("sara", "omar"))
    slow: Counter[Codes] = Counter()
    for at in range(LENGTH):
        row = []
        for coder in ("sara", "omar"):
            own = [a for a in annotations if a.coder == coder]
            row.append(frozenset(t for a in own if a.anchor.span.holds(at) for t in a.tags) if own else None)
        slow[tuple(row)] += 1
    assert +table == slow


@pytest.mark.parametrize(("uncoded", "units"), [(True, 3), (False, 2)])
def test_the_unit_and_the_uncoded_text_are_chosen(uncoded: bool, units: int) -> None:
    sentences = (Span(0, 20), Span(20, 40), Span(40, 60))
    marked = (_annotation(1, "sara", 0, 5, 1), _annotation(2, "omar", 10, 15, 1), _annotation(3, "sara", 25, 30, 2))
    found = report([Text(marked, LENGTH, sentences)], ("sara", "omar"), "sentence", uncoded=uncoded)
    assert found.overall.units == units
    assert found.by_tag[1].percent == 1
    assert found.by_tag[2].percent == (2 / 3 if uncoded else 0)
    assert of_tag(tabled([Text(marked, LENGTH, sentences)], ("sara", "omar")), 1, uncoded=False) == {(True, True): 1}
