"""The probe against a scripted terminal, and what is made of its answers."""

import os
import pty
import threading
import time
import tty
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.probe import LIMIT, QUERIES, LateAnswers, Replies, parse, receive, send
from reader.terminal.profile import recognise
from reader.terminal.switches import switch

VTE = b"\x1b[8;1$y\x1bP>|VTE(7006)\x1b\\\x1b[>65;7006;1c\x1b[?65;1;9c"
XTERM = b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"
MLTERM = b"\x1b[>24;279;0c\x1b[?63;1;2;3;4;7;29c"


def answering(answer: Callable[[int], object]) -> tuple[Replies, bytes, float]:
    """Return what the probe makes of a terminal that runs `answer` when asked, and how long it took."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    tty.setraw(master)

    def terminal() -> None:
        asked = b""
        while len(asked) < len(QUERIES):
            asked += os.read(master, 100)
        answer(master)

    thread = threading.Thread(target=terminal)
    thread.start()
    begun = time.monotonic()
    replies, rest = receive(slave, send(slave))
    taken = time.monotonic() - begun
    thread.join()
    os.close(master)
    os.close(slave)
    return replies, rest, taken


def test_a_terminal_that_answers_at_once_costs_nothing() -> None:
    replies, rest, taken = answering(lambda fd: os.write(fd, VTE))
    assert replies == Replies("1", "VTE(7006)", "65;7006;1", "65;1;9")
    assert (rest, taken < LIMIT / 2) == (b"", True)


def test_no_answer_is_waited_for_no_longer_than_the_limit() -> None:
    replies, rest, taken = answering(lambda _fd: None)
    assert (replies, rest) == (Replies(), b"")
    assert LIMIT * 0.9 < taken < LIMIT * 2


def test_half_an_answer_is_kept_for_who_reads_on() -> None:
    replies, rest, _taken = answering(lambda fd: os.write(fd, VTE[:20]))
    assert replies.bdsm == "1"
    assert rest == VTE[7:20]
    assert LateAnswers(rest).keys(VTE[20:] + b"q") == b"q"


def test_a_slow_answer_in_pieces() -> None:
    def slow(fd: int) -> None:
        for at in range(0, len(VTE), 7):
            os.write(fd, VTE[at : at + 7])
            time.sleep(0.01)

    assert answering(slow)[0].version == "VTE(7006)"


def test_keys_typed_meanwhile_are_handed_on() -> None:
    def typing(fd: int) -> None:
        os.write(fd, b"a" + VTE[:7] + "ش".encode() + b"\x1b[A" + VTE[7:])

    assert answering(typing)[0].typed == b"a" + "ش".encode() + b"\x1b[A"


def test_garbage_is_not_taken_for_an_answer() -> None:
    replies, _rest, _taken = answering(lambda fd: os.write(fd, b"\x00\xff\x1b]0;x\x07\x1b[?62;c"))
    assert (replies.version, replies.second, replies.first) == ("", "", "62;")


@pytest.mark.parametrize("cut", range(1, len(VTE), 5))
def test_late_answers_are_no_keys_however_they_are_cut(cut: int) -> None:
    late = LateAnswers()
    assert late.keys(b"x" + VTE[:cut]) + late.keys(VTE[cut:] + b"y") in (b"xy", b"x" + b"y")


@given(
    st.lists(
        st.sampled_from([b"a", b"\x1b[A", b"\x1b[1;5D", b"\x1b", b"\x1bOP", "ش".encode(), b"\x1b[<0;3;4M"]), max_size=8
    )
)
def test_keys_pass_unchanged(keys: list[bytes]) -> None:
    late = LateAnswers()
    assert b"".join(late.keys(key) + late.flush() for key in keys) + late.keys(b"z") == b"".join(keys) + b"z"


@pytest.mark.parametrize(
    ("data", "environment", "expected"),
    [
        (VTE, {}, ("vte", "visual", "show", "bdsm")),
        (XTERM, {}, ("xterm", "visual", "show", "none")),
        (MLTERM, {}, ("mlterm", "visual", "show", "mlterm")),
        (b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[?62;c", {}, ("konsole", "visual", "show", "konsole")),
        (b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c", {}, ("kitty", "words", "hide", "none")),
        (b"\x1bP>|foot(1.13.1)\x1b\\\x1b[?62;c", {}, ("foot", "visual", "hide", "none")),
        (b"\x1bP>|foot(1.21.0)\x1b\\\x1b[?62;c", {}, ("foot", "visual", "show", "none")),
        (b"\x1bP>|tmux 3.3a\x1b\\\x1b[?62;c", {"VTE_VERSION": "7006"}, ("tmux", "visual", "show", "none")),
        (b"\x1b[>0;136;0c\x1b[?6c", {}, ("putty", "runs", "show", "none")),
        (b"\x1b[>0;115;0c\x1b[?1;2c", {}, ("qterminal", "runs", "show", "none")),
        (b"\x1b[?6c", {"ALACRITTY_WINDOW_ID": "1"}, ("alacritty", "visual", "shift", "none")),
        (b"", {"TERM_PROGRAM": "Apple_Terminal"}, ("apple", "override", "show", "none")),
        (b"\x1b[8;2$y\x1b[?6c", {}, ("vte", "visual", "show", "bdsm")),
        (b"", {}, ("unknown", "visual", "show", "blind")),
    ],
)
def test_which_terminal_it_is(data: bytes, environment: dict[str, str], expected: tuple[str, ...]) -> None:
    assert recognise(parse(data)[0], environment)[:4] == expected


def test_a_terminal_that_goes_away_is_not_waited_for() -> None:
    read, write = os.pipe()
    os.write(write, VTE[:9])
    os.close(write)
    replies, rest = receive(read, time.monotonic(), limit=60)
    os.close(read)
    assert (replies, rest) == (Replies(bdsm="1"), VTE[7:9])


@pytest.mark.parametrize(
    ("data", "typed", "kept"),
    [
        (b"\x1b", b"", b"\x1b"),  # Esc alone: a key once nothing follows
        (b"a\x1b", b"a", b"\x1b"),
        (b"\x1b[?62", b"", b""),  # an answer that never ended is no key
        (b"\x1b[A", b"\x1b[A", b""),
        (b"\x1b[1;", b"\x1b[1;", b""),  # begins like no answer
        (b"\x1bP>|" + b"x" * 200, b"\x1bP>|" + b"x" * 200, b""),  # too long to be one
    ],
)
def test_what_may_be_an_answer_is_held_back_until_nothing_follows(data: bytes, typed: bytes, kept: bytes) -> None:
    late = LateAnswers()
    assert (late.keys(data), late.flush(), late.flush()) == (typed, kept, b"")


def test_mode_8_is_set_again_only_where_it_was_set() -> None:
    assert switch("bdsm", "1").off == "\x1b[8h"
    assert switch("bdsm", "2").off == ""
    assert switch("blind").off == ""
