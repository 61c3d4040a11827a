"""Two coders' annotations in pairs, and what is settled: this, that, both, neither; remembered, and taken back."""

import os

import pytest

from annotations.library import Library
from annotations.questions.comparison import BOUNDS, ONLY_FIRST, TAGS, is_settled, neither_taken, pairs, settle, settler
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
    neither = neither_taken(library.connection, 1, NAME)
    return [pair.kind for pair in pairs(found, "سارة", "عمر") if not is_settled(pair, settled, neither)]


@pytest.mark.parametrize("which", [(0,), (1,), (0, 1), ()])
def test_what_is_settled_is_so_after_a_restart_and_until_it_is_undone(path: str, which: tuple[int, ...]) -> None:
    with Library(path, "سارة") as library:
        assert open_ones(library) == [TAGS, BOUNDS, ONLY_FIRST]
        pair = pairs(library.annotations(1), "سارة", "عمر")[0]
        chosen = [one for at in which if (one := (pair.first, pair.second)[at]) is not None]
        settle(library.connection, pair, chosen, NAME)
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
        settle(library.connection, pair, [], settler("سارة", "عمر", "هدى"))
        assert neither_taken(library.connection, 1, "هدى") == [pair.span]
        assert open_ones(library) == [TAGS, BOUNDS, ONLY_FIRST]
