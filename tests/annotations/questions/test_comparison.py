"""Two coders' annotations in pairs, and what is settled: this, that, both, neither; remembered, and taken back."""

import os

import pytest

from annotations.library import Library
from annotations.questions.comparison import (
    BOUNDS,
    ONLY_FIRST,
    ONLY_SECOND,
    SAME,
    TAGS,
    Pair,
    is_settled,
    pairs,
    settle,
    settler,
    stands_for_two,
)
from annotations.values.anchors import make_anchor
from annotations.values.model import Annotation
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import add

NAME = settler("سارة", "عمر", "سارة")


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return a library where two differ in tags, in bounds, and where one marked something alone."""
    found = os.path.join(tmp_path, "l.db")
    for coder, tag, end in (("سارة", 1, 20), ("عمر", 2, 22)):
        with Library(found, coder) as library:
            add(library)
            library.passages.annotate(1, Span(4, 10), [tag])
            library.passages.annotate(1, Span(11, end), [3])
    with Library(found, "سارة") as library:
        library.passages.annotate(1, Span(35, 40), [4])
    return found


def open_ones(library: Library) -> list[str]:
    """Return the kinds of the pairs that nobody settled."""
    found = library.annotations(1)
    settled = [one for one in found if one.coder == NAME]
    neither = library.neither_taken(1, NAME)
    return [pair.kind for pair in pairs(found, "سارة", "عمر") if not is_settled(pair, settled, neither)]


@pytest.mark.parametrize("which", [(0,), (1,), (0, 1), ()])
def test_what_is_settled_is_so_after_a_restart_and_until_it_is_undone(path: str, which: tuple[int, ...]) -> None:
    with Library(path, "سارة") as library:
        assert open_ones(library) == [TAGS, BOUNDS, ONLY_FIRST]
        pair = pairs(library.annotations(1), "سارة", "عمر")[0]
        chosen = [one for at in which if (one := (pair.first, pair.second)[at]) is not None]
        settle(library._connection, pair, chosen, NAME)
    with Library(path, "سارة") as library:
        assert open_ones(library) == [BOUNDS, ONLY_FIRST]
        taken = {tag for one in library.annotations(1) if one.coder == NAME for tag in one.tags}
        assert taken == {(1, 2)[at] for at in which}
        library.undo(1)
        assert open_ones(library) == [TAGS, BOUNDS, ONLY_FIRST]
        library.redo(1)
        assert open_ones(library) == [BOUNDS, ONLY_FIRST]


def test_neither_of_two_does_not_settle_what_another_settler_leaves_open(path: str) -> None:
    with Library(path, "هدى") as library:
        pair = pairs(library.annotations(1), "سارة", "عمر")[0]
        settle(library._connection, pair, [], settler("سارة", "عمر", "هدى"))
        assert library.neither_taken(1, "هدى") == [pair.span]
        assert open_ones(library) == [TAGS, BOUNDS, ONLY_FIRST]


def mark(number: int, coder: str, start: int, end: int, *tags: int) -> Annotation:
    return Annotation(number, 1, make_anchor("😀" * 60, Span(start, end)), tags, "", coder, "", "")


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([], []),
        ([mark(1, "huda", 0, 9, 1)], []),
        ([mark(1, "sara", 0, 9, 1), mark(2, "omar", 0, 9, 1)], [(SAME, 1, 2)]),
        ([mark(1, "sara", 0, 9, 1, 2), mark(2, "omar", 0, 9, 2, 1)], [(SAME, 1, 2)]),
        ([mark(1, "sara", 0, 9, 1), mark(2, "omar", 1, 9, 1)], [(BOUNDS, 1, 2)]),
        ([mark(1, "sara", 0, 9, 1), mark(2, "omar", 1, 9)], [(TAGS, 1, 2)]),
        ([mark(1, "sara", 0, 9, 1), mark(2, "omar", 9, 12, 1)], [(ONLY_FIRST, 1, 0), (ONLY_SECOND, 0, 2)]),
        ([mark(1, "omar", 0, 9, 1), mark(2, "sara", 20, 30, 1)], [(ONLY_SECOND, 0, 1), (ONLY_FIRST, 2, 0)]),
        (  # the one that shares a tag, though another shares more of the text
            [mark(1, "sara", 0, 20, 1), mark(2, "omar", 0, 19, 2), mark(3, "omar", 15, 20, 1)],
            [(ONLY_SECOND, 0, 2), (BOUNDS, 1, 3)],
        ),
        (  # each only once: the most alike first
            [
                mark(1, "sara", 0, 10, 1),
                mark(2, "sara", 2, 12, 1),
                mark(3, "omar", 2, 12, 1),
                mark(4, "omar", 11, 14, 1),
            ],
            [(ONLY_FIRST, 1, 0), (SAME, 2, 3), (ONLY_SECOND, 0, 4)],
        ),
    ],
)
def test_the_most_alike_are_paired_once_in_the_order_of_the_text(
    marks: list[Annotation], found: list[tuple[str, int, int]]
) -> None:
    paired = pairs(marks, "sara", "omar")
    assert [(p.kind, p.first.id if p.first else 0, p.second.id if p.second else 0) for p in paired] == found
    turned = pairs(marks, "omar", "sara")
    swapped = {ONLY_FIRST: ONLY_SECOND, ONLY_SECOND: ONLY_FIRST}
    assert [p.span for p in turned] == [p.span for p in paired]
    assert [p.kind for p in turned] == [swapped.get(p.kind, p.kind) for p in paired]


@pytest.mark.parametrize(("start", "end", "settled"), [(0, 5, False), (0, 6, True), (11, 20, True), (12, 20, False)])
def test_a_pair_is_settled_where_anything_of_it_is(start: int, end: int, settled: bool) -> None:
    pair = Pair(BOUNDS, mark(1, "sara", 5, 9, 1), mark(2, "omar", 7, 12, 1))
    assert pair.span == Span(5, 12)
    assert is_settled(pair, [mark(3, "huda", start, end, 1)]) == settled
    assert is_settled(pair, [], [Span(start, end)]) == settled
    assert not is_settled(pair, [])


def test_two_coders_settle_under_their_joint_name_a_third_under_their_own() -> None:
    assert settler("sara", "omar", "huda") == "huda"
    assert settler("sara", "omar", "omar") == settler("sara", "omar", "sara") == "sara + omar"
    assert [stands_for_two(name) for name in ("sara + omar", "sara", "سارة+عمر")] == [True, False, False]


def test_settling_again_replaces_what_was_chosen_and_keeps_notes_and_both_coders(path: str) -> None:
    with Library(path, "سارة") as library:
        first, second, _third = pairs(library.annotations(1), "سارة", "عمر")
        own = [one for one in library.annotations(1) if one.coder != NAME]
        assert first.second is not None
        library._connection.db.execute("UPDATE annotation SET note = 'رأي' WHERE id = ?", (first.second.id,))
        (again, *_rest) = pairs(library.annotations(1), "سارة", "عمر")
        for chosen in ([again.first], [again.second], []):
            settle(library._connection, again, [one for one in chosen if one is not None], NAME)
            settled = [one for one in library.annotations(1) if one.coder == NAME]
            assert [one.tags for one in settled] == [one.tags for one in chosen if one is not None]
            assert [one.note for one in settled] == [one.note for one in chosen if one is not None]
        assert library.neither_taken(1, NAME) == [first.span]
        assert library.neither_taken(2, NAME) == []
        assert again.second is not None
        settle(library._connection, again, [again.second], NAME)
        settle(library._connection, second, [one for one in (second.first, second.second) if one is not None], NAME)
        assert [one.anchor.span.end for one in library.annotations(1) if one.coder == NAME] == [10, 20, 22]
        left = [one._replace(note="", changed="") for one in library.annotations(1) if one.coder != NAME]
        assert left == [one._replace(note="", changed="") for one in own]
