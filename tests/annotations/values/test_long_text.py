"""A text read by blocks answers as the same text in one string."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values import long_text
from annotations.values.long_text import LongText


def long(text: str, read: list[int] | None = None) -> LongText:
    """Return a text read by blocks; `read` collects the numbers of those that were."""

    def block(number: int) -> str:
        if read is not None:
            read.append(number)
        return text[number * long_text.BLOCK : (number + 1) * long_text.BLOCK]

    return LongText(len(text), block)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_text, "BLOCK", 7)
    monkeypatch.setattr(long_text, "_CACHED", 3)


OFFSETS = st.none() | st.integers(-60, 60)


@given(st.text("اب\n😀x", max_size=40), OFFSETS, OFFSETS)
def test_a_stretch_is_that_of_the_string(text: str, start: int | None, end: int | None) -> None:
    assert long(text)[start:end] == text[start:end]
    assert len(long(text)) == len(text)


@given(st.text("ab\n", max_size=40), st.text("ab\n", min_size=1, max_size=4), st.integers(0, 45), st.integers(0, 45))
def test_finding_agrees_with_the_string_across_blocks(text: str, wanted: str, start: int, end: int) -> None:
    assert long(text).find(wanted, start, end) == text.find(wanted, start, end)
    assert long(text).rfind(wanted, start, end) == text.rfind(wanted, start, end)


def test_only_the_blocks_that_are_looked_at_are_read_and_the_last_few_remembered() -> None:
    read: list[int] = []
    text = long("0123456789" * 10, read)
    assert text[20:23] == "012"
    assert read == [2, 3]
    assert text[20:23] == "012"
    assert read == [2, 3]
    assert text[70:75] == "01234"
    assert text[0:1] == "0"
    assert text[20:21] == "0"
    assert read == [2, 3, 10, 0, 2]
