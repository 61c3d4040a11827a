"""Matches found window by window are those found in the whole text."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.spans import Span
from reader.errors import BadPattern
from reader.text import matches
from reader.text.matches import Matches
from reader.text.search import EXACT, FOLDED, REGEX, VARIANTS, find_hits

WORDS = st.lists(
    st.sampled_from(["أمن", "أَمْن", "الأمن", "أمريكا", "أميركا", "وعبد الله", "عبدالله", "x", "\n", "😀"]), max_size=60
)
QUERIES = st.sampled_from(["أمن", "أمريكا", "عبد الله", "من ا", "x", "ـ"])


@pytest.fixture(autouse=True)
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matches, "WINDOW", 16)


def whole(text: str, query: str, way: str) -> list[Span]:
    return [hit.span for hit in find_hits(text, query, way)]


@given(WORDS, QUERIES, st.sampled_from([FOLDED, VARIANTS, EXACT]), st.integers(0, 400))
def test_all_windows_together_find_what_the_whole_text_has(words: list[str], query: str, way: str, at: int) -> None:
    text = " ".join(words)
    found = Matches(text, query, way)
    found.begin_at(at)
    while found.search(1):
        assert not found.complete
    wanted = whole(text, query, way)
    assert found.complete
    assert (list(found), len(found)) == (wanted, len(wanted))
    assert [found.number(span) for span in wanted] == list(range(1, len(wanted) + 1))
    assert [found.spelt_otherwise(span) for span in wanted] == [hit.otherwise for hit in find_hits(text, query, way)]


@given(WORDS, QUERIES, st.integers(-1, 400), st.sampled_from([1, -1]), st.randoms())
def test_the_next_match_is_told_as_soon_as_what_lies_between_is_searched(
    words: list[str], query: str, at: int, step: int, chance: random.Random
) -> None:
    text = " ".join(words)
    at = min(at, len(text))
    found, wanted = Matches(text, query, FOLDED), whole(text, query, FOLDED)
    ahead = [span for span in wanted if (span.start - at) * step > 0]
    right = min(ahead or wanted, default=None) if step > 0 else max(ahead or wanted, default=None)
    found.begin_at(chance.randrange(len(text) + 1))
    while True:
        told = found.following(at, step)
        assert told in (None, right)
        if not found.search(1):
            break
    assert found.following(at, step) == right


def test_what_is_near_is_found_without_searching_the_rest() -> None:
    text = "سلام أمن " * 100
    found = Matches(text, "أمن", FOLDED)
    assert found.near(450, 460) == [span for span in whole(text, "أمن", FOLDED) if span.start < 460 and span.end > 450]
    assert not found.complete
    assert 0 < found.share < 0.2
    found.search(1_000)
    assert found.share == 1


def test_the_cells_of_a_map_that_matches_meet_are_lit() -> None:
    text = "س" * 40 + "أمن" + "س" * 57
    found = Matches(text, "أمن", FOLDED)
    found.search(100)
    assert found.lit(50, len(text)) == {20, 21}
    assert Matches(text, "قط", FOLDED).lit(50, len(text)) == set()


def test_a_pattern_may_be_wrong_and_may_match_across_windows() -> None:
    with pytest.raises(BadPattern):
        Matches("نص", "(", REGEX)
    found = Matches("س" * 10 + "ab" * 20 + "س", "(ab)+", REGEX)
    found.search(9)
    assert list(found) == [Span(10, 50)]


def test_the_windows_beyond_are_searched_in_the_direction_asked_for() -> None:
    text = "أمن" + "س" * 500 + "أمن" + "س" * 500
    found = Matches(text, "أمن", FOLDED)
    found.near(800, 810)
    assert found.following(805, -1) is None
    while found.following(805, -1) is None:
        assert found.search_beyond(805, -1)
    assert found.following(805, -1) == Span(503, 506)
    assert not found.complete
    while found.search_beyond(805, 1):
        pass
    assert found.complete
    assert found.following(805, 1) == Span(0, 3)
