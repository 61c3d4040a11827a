"""Speakers filed under headings: whoever was named last comes first, as in a plain list."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.recency import Recency

FILED = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 4), st.sampled_from("xyz")), max_size=120)


@given(FILED)
def test_the_latest_are_those_of_a_plain_list(filed: list[tuple[str, int, str]]) -> None:
    entries = [SpeakerDraft(number, "person") for number in range(5)]
    marks: dict[int, set[str]] = {number: set() for number in range(5)}
    plain: dict[str, list[int]] = {"a": [], "b": []}
    index: Recency[str] = Recency()
    for heading, number, mark in filed:
        index.mark(entries[number], {mark} - marks[number])
        marks[number].add(mark)
        index.file(heading, entries[number], marks[number])
        plain[heading] = [n for n in plain[heading] if n != number] + [number]
    for heading in "ab":
        assert (heading in index) == bool(plain[heading])
        assert [index.holds(heading, entry) for entry in entries] == [n in plain[heading] for n in range(5)]
        for mark in "xyz":
            found = [entry.number for _, entry in index.latest(heading, mark)]
            assert found == [n for n in reversed(plain[heading]) if mark in marks[n]]
            assert index.length(heading, mark) >= len(found)


def test_a_row_does_not_grow_with_a_speaker_named_again_and_again() -> None:
    index: Recency[str] = Recency()
    one, other = SpeakerDraft(1, "person"), SpeakerDraft(2, "person")
    for _ in range(1000):
        index.file("a", one, ["x"])
        index.file("a", other, ["x"])
    assert index.length("a", "x") < 40
