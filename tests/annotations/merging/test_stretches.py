"""Corrections of the same stretches on two sides: what only one has, and what overlaps and differs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.merging.stretches import Group, groups, key
from annotations.values.analysis import Noise, Session, Statement
from annotations.values.corrections_made import Stretch
from annotations.values.spans import Span

Said = Stretch[Statement]


def said(start: int, end: int, speaker: int = 1, origin: str = "user", *, gone: bool = False) -> Said:
    return Stretch(Statement(Span(start, end), speaker, "paraphrase", origin=origin), gone)


def test_a_correction_is_the_same_where_its_span_what_it_tells_and_whether_it_is_gone_are() -> None:
    session = Session(1, Span(0, 9), "أولى")
    assert key(Stretch(session)) == key(Stretch(session._replace(number=2, title=Span(0, 3), origin="user")))
    assert key(said(0, 9)) == key(Stretch(Statement(Span(0, 9), 1, "quotation", Span(0, 2), "likely")))
    different = [
        key(Stretch(session)), key(Stretch(session, gone=True)), key(Stretch(session._replace(label="ثانية"))),
        key(said(0, 9)), key(said(0, 8)), key(said(0, 9, 2)), key(said(0, 9, gone=True)),
        key(Stretch(Noise(Span(0, 9), "clock"))), key(Stretch(Noise(Span(0, 9), "marks"))),
    ]  # fmt: skip
    assert len(set(different)) == len(different)


A, B, C = said(0, 10), said(5, 15, 2), said(10, 20, 3)
RULE = said(4, 12, 1, "rule")


@pytest.mark.parametrize(
    ("local", "incoming", "found"),
    [
        ([], [], []),
        ([A], [], []),
        ([A], [A], []),
        ([], [RULE], []),
        ([], [A], [Group((), (A,))]),
        ([A], [B], [Group((A,), (B,))]),
        ([A], [C], [Group((), (C,))]),  # one ends where the other begins
        ([A, C], [B], [Group((A, C), (B,))]),
        ([A], [said(0, 10, gone=True)], [Group((A,), (said(0, 10, gone=True),))]),
        ([], [A, RULE], [Group((), (A,), (RULE,))]),
        ([A], [B, RULE], [Group((A,), (B,), (RULE,))]),
        ([RULE], [B], [Group((), (B,))]),
        ([said(4, 12)], [B, RULE], [Group((), (B,), (RULE,))]),  # what we corrected is what their rules say
        ([said(0, 10, 1, "rule")], [A], []),
        ([A, said(30, 40)], [said(30, 41), B], [Group((A,), (B,)), Group((said(30, 40),), (said(30, 41),))]),
    ],
)
def test_what_is_new_is_grouped_with_what_it_overlaps(
    local: list[Said], incoming: list[Said], found: list[Group[Statement]]
) -> None:
    assert groups(local, incoming) == found


SIDES = st.lists(
    st.builds(
        lambda start, length, speaker, origin, gone: said(start, start + length, speaker, origin, gone=gone),
        st.integers(0, 30), st.integers(1, 8), st.integers(1, 2), st.sampled_from(("user", "rule")), st.booleans(),
    ),
    max_size=6,
    unique_by=key,
)  # fmt: skip


@given(SIDES, SIDES)
def test_every_correction_that_is_new_here_comes_in_one_group_and_groups_never_meet(
    local: list[Said], incoming: list[Said]
) -> None:
    found = groups(local, incoming)
    here, there = set(map(key, local)), set(map(key, incoming))
    new = [one for one in incoming if one.value.origin == "user" and key(one) not in here]
    assert sorted(one for group in found for one in group.incoming) == sorted(new)
    for group in found:
        assert all(one.value.origin == "user" and key(one) not in there for one in group.local)
        assert all(any(one.value.span.meets(other.value.span) for other in group.incoming) for one in group.beside)
    hulls = [[one.value.span for one in (*group.local, *group.incoming)] for group in found]
    assert all(max(s.end for s in one) <= min(s.start for s in two) for one, two in pairwise(hulls))
