"""Measuring a terminal: what it is asked, what is made of its answers, and how that is told."""

import os
import re
from collections.abc import Iterator

import pyte
import pytest

from reader.terminal.widths import SAMPLES, measure, report
from reader.text.width import cell_width

OURS = {name: cell_width(cluster) for name, cluster in SAMPLES.items()}


@pytest.fixture
def pipes() -> Iterator[tuple[int, int, int, int]]:
    """Return the two ends of what is asked and of what is answered: read, write, read, write."""
    fds = (*os.pipe(), *os.pipe())
    yield fds
    for fd in fds:
        os.close(fd)


def answers(cells: list[int]) -> bytes:
    return b"".join(f"\x1b[12;{count + 1}R".encode() for count in cells)


def test_each_sample_is_printed_from_the_first_column_and_erased(pipes: tuple[int, int, int, int]) -> None:
    asked, out, answered, answer = pipes
    os.write(answer, answers([*OURS.values()]) + b"\x1b[?62;4c")
    assert measure(out, answered) == OURS
    sent = os.read(asked, 10_000)
    assert sent.count(b"\x1b[6n") == len(SAMPLES)
    assert sent.endswith(b"\x1b[c")  # what every terminal answers comes last
    for cluster in SAMPLES.values():
        assert f"\r{cluster}\x1b[6n".encode() in sent
    screen = pyte.Screen(20, 2)
    pyte.ByteStream(screen).feed(re.sub(rb"\x1b\[(6n|c)", b"", sent))
    assert "".join(screen.display).strip() == ""


@pytest.mark.parametrize(
    "answer",
    [
        b"",  # nothing in time
        b"\x1b[?62c",  # that it is a terminal, and no places
        answers([1] * (len(SAMPLES) - 1)) + b"\x1b[?62c",
        answers([1] * (len(SAMPLES) + 1)) + b"\x1b[?62c",
        answers([1] * len(SAMPLES))[:-1] + b"\x1b[?62c",
    ],
)
def test_a_terminal_that_does_not_answer_each_is_not_measured(pipes: tuple[int, int, int, int], answer: bytes) -> None:
    _asked, out, answered, other = pipes
    os.write(other, answer)
    assert measure(out, answered, limit=0.01) == {}


def test_a_terminal_that_goes_away_is_not_waited_for(pipes: tuple[int, int, int, int]) -> None:
    _asked, out, _answered, _other = pipes
    gone = os.open(os.devnull, os.O_RDONLY)
    try:
        assert measure(out, gone, limit=60) == {}
    finally:
        os.close(gone)


def test_every_answer_that_came_in_time_counts_without_the_last(pipes: tuple[int, int, int, int]) -> None:
    _asked, out, answered, other = pipes
    os.write(other, b"x" + answers([3] * len(SAMPLES)))
    assert measure(out, answered, limit=0.01) == dict.fromkeys(SAMPLES, 3)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({}, "not answered"),
        ({"lam-alef": 1}, "lam-alef 1"),
        ({"lam-alef": 2, "emoji": 2}, "lam-alef 2 (taken for 1), emoji 2"),
        ({"left-to-right mark": 1, "emoji": 1}, "left-to-right mark 1 (taken for 0), emoji 1 (taken for 2)"),
    ],
)
def test_widths_are_told_with_our_own_where_they_differ(found: dict[str, int], expected: str) -> None:
    assert report(found) == expected
