"""The terminal is put back as it was, however the app ends; bytes seen on a pty."""

import os
import signal

import pytest

from reader.ui.page.geometry import BOTTOM
from tests.reader.ui.terminal import Terminal, hashiya

pytestmark = pytest.mark.slow

ON, OFF = b"\x1b[8l", b"\x1b[8h"
VTE = b"\x1b[8;1$y\x1bP>|VTE(7006)\x1b\\\x1b[>65;7006;1c\x1b[?65;1;9c"


CRASHING = """
import sys
from reader.ui.reading.selecting import Selecting
Selecting.toggle = lambda self: 1 / 0
from reader.cli.main import main
sys.exit(main())
"""


KNOWN = "7006"
"""What tells the terminal even where a busy machine answers the probe too late."""


def open_vte(terminal: Terminal) -> None:
    terminal.answer = VTE
    terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("◆"))
    terminal.settle()
    assert ON in terminal.sent
    assert OFF not in terminal.sent


def restored(terminal: Terminal) -> None:
    tail = terminal.sent[terminal.sent.rindex(ON) :]
    for sequence in (OFF, b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l"):
        assert sequence in tail, sequence


def test_after_quitting(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db"), VTE_VERSION=KNOWN) as terminal:
        open_vte(terminal)
        terminal.press("q")
        assert terminal.end() == 0
        restored(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_after_a_signal(tmp_path: os.PathLike[str], number: int) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db"), VTE_VERSION=KNOWN) as terminal:
        open_vte(terminal)
        terminal.kill(number)
        restored(terminal)


def test_after_a_crash(tmp_path: os.PathLike[str]) -> None:
    with hashiya(
        "--lang", "en", library=os.path.join(tmp_path, "l.db"), script=CRASHING, VTE_VERSION=KNOWN
    ) as terminal:
        open_vte(terminal)
        terminal.press("v")
        assert terminal.end() != 0
        restored(terminal)


def test_a_switch_that_was_off_before_stays_off(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db")) as terminal:
        terminal.answer = VTE.replace(b"8;1$y", b"8;2$y")
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("◆"))
        terminal.press("q")
        terminal.end()
        assert OFF not in terminal.sent


def test_suspended_and_resumed(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db"), VTE_VERSION=KNOWN) as terminal:
        open_vte(terminal)
        terminal.press("\x1a")
        terminal.wait(lambda: OFF in terminal.sent)
        assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
        terminal.read()
        restored(terminal)
        before = len(terminal.sent)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait(lambda: ON in terminal.sent[before:])
        terminal.press("q")
        assert terminal.end() == 0
        restored(terminal)


def test_keys_typed_before_the_app_reads_are_not_lost(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db")) as terminal:
        terminal.answer = b"?" + VTE  # the key is typed while the terminal is being asked
        terminal.wait(lambda: terminal.shows("Keys") and terminal.shows("Moving"))


def test_a_terminal_that_answers_late_types_nothing(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db")) as terminal:
        terminal.answer = b""
        # the bar of paragraphs comes with the analysis, the offer a second later: nothing else changes by itself
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅") and terminal.shows("Unknown terminal"))
        before = terminal.screen.display[:-BOTTOM]
        terminal.press(VTE.decode())
        terminal.press("?")  # once it is obeyed, what was sent before it has been read
        terminal.wait(lambda: terminal.shows("Keys") and terminal.shows("Moving"))
        terminal.press("\x1b")
        terminal.wait(lambda: not terminal.shows("Moving"))
        assert terminal.screen.display[:-BOTTOM] == before
