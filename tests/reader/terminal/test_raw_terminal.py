"""The terminal while keys are not read yet: quiet, switched, and restored whatever happens."""

import os
import pty
import termios
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from reader.terminal.raw_terminal import RawTerminal
from reader.terminal.switches import Switch, switch

LOCAL = 3  # the index of the local modes in what tcgetattr returns


@contextmanager
def replaced(fd: int, other: int) -> Iterator[None]:
    """Let a file descriptor stand for another one."""
    kept = os.dup(fd)
    os.dup2(other, fd)
    try:
        yield
    finally:
        os.dup2(kept, fd)
        os.close(kept)


@contextmanager
def own_terminal() -> Iterator[int]:
    """Make a pseudo-terminal standard input and output, and yield its outer side."""
    outside, inside = pty.openpty()
    try:
        with replaced(0, inside), replaced(1, inside):
            yield outside
    finally:
        os.close(inside)
        os.close(outside)


def sent(outside: int) -> bytes:
    """Return what was printed since the last call."""
    os.write(1, b"|")  # so that there is something to read
    found = b""
    while not found.endswith(b"|"):
        found += os.read(outside, 1000)
    return found[:-1]


def test_nothing_is_echoed_until_the_end_and_keys_are_not_lost() -> None:
    with own_terminal() as outside:
        before = termios.tcgetattr(0)
        with RawTerminal():
            quiet = termios.tcgetattr(0)
            os.write(outside, "ش".encode())
            key = os.read(0, 10)
        after = termios.tcgetattr(0)
        printed = sent(outside)
    assert before[LOCAL] & termios.ECHO
    assert not quiet[LOCAL] & (termios.ECHO | termios.ICANON)
    assert quiet[LOCAL] & termios.ISIG  # Ctrl+C still ends the program
    assert key == "ش".encode()
    assert after == before
    assert printed == b""


@pytest.mark.parametrize(
    ("one", "screen", "off"),
    [
        (switch("bdsm", "1"), False, b"\x1b[8h"),
        (switch("bdsm", "2"), False, b""),
        (switch("blind"), True, b"\x1b[?1049l\x1b[?25h"),
        (switch("mlterm"), True, b"\x1b[?1049l\x1b[?25h\x1b]5379;use_ctl=true\x07"),
        (switch("none"), True, b"\x1b[?1049l\x1b[?25h"),
    ],
)
def test_a_switch_is_undone_after_the_screen_is_left(one: Switch, screen: bool, off: bytes) -> None:
    with own_terminal() as outside:
        with RawTerminal(screen=screen) as terminal:
            terminal.switch(one)
            on = sent(outside)
        printed = sent(outside)
    assert (on, printed) == (one.on.encode(), off)


def crash(outside: int) -> None:
    with RawTerminal() as terminal:
        terminal.switch(switch("konsole"))
        sent(outside)
        raise ZeroDivisionError


def test_an_error_restores_the_terminal_and_goes_on() -> None:
    with own_terminal() as outside:
        before = termios.tcgetattr(0)
        with pytest.raises(ZeroDivisionError):
            crash(outside)
        after, printed = termios.tcgetattr(0), sent(outside)
    assert after == before
    assert printed == switch("konsole").off.encode()


def test_where_input_is_no_terminal_the_switches_are_sent_all_the_same() -> None:
    with own_terminal() as outside:
        null = os.open(os.devnull, os.O_RDONLY)
        with replaced(0, null), RawTerminal() as terminal:
            terminal.switch(switch("bdsm", "1"))
        os.close(null)
        printed = sent(outside)
    assert printed == b"\x1b[8l\x1b[8h"


def test_a_terminal_that_has_closed_is_left_in_peace() -> None:
    read, write = os.pipe()
    with own_terminal() as outside:
        terminal = RawTerminal(screen=True)
        with replaced(1, read), terminal:  # what is printed goes nowhere
            pass
        printed = sent(outside)
    os.close(read)
    os.close(write)
    assert printed == b""
