"""Running the command line inside the test's own process, in a pipe or on a pseudo-terminal."""

import fcntl
import os
import pty
import struct
import sys
import tempfile
import termios
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

import pytest

from reader.cli.main import main


class Done(NamedTuple):
    """What a finished command gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
_MARK = b"\x1e"  # record separator: ends what `Tty.sent` returns


@contextmanager
def standard_input(data: bytes) -> Iterator[None]:
    """Give `data` as standard input, to whoever reads the descriptor and to whoever reads `sys.stdin`."""
    kept, stream = os.dup(0), sys.stdin
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        os.dup2(file.fileno(), 0)
        try:
            with open(0, encoding="utf-8", closefd=False) as sys.stdin:
                yield
        finally:
            sys.stdin = stream
            os.dup2(kept, 0)
            os.close(kept)


def called(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Return the exit code of the command line with these arguments."""
    monkeypatch.setattr(sys, "argv", ["hashiya", *arguments])
    try:
        return main()
    except SystemExit as leaving:  # --help and --version leave from inside
        return int(leaving.code or 0)


class Tty:
    """A pseudo-terminal with this process on it: descriptors 0 and 1, and the three standard streams.

    Its far end is read all the time, as by a terminal, lest whoever writes much wait for ever.
    """

    def __init__(self, master: int, slave: int) -> None:
        """Begin to read at the descriptor `master`."""
        self._master, self._slave = master, slave
        self._data = b""
        self._more = threading.Condition()
        self.reading = threading.Thread(target=self._read, daemon=True)
        self.reading.start()

    def _read(self) -> None:
        with suppress(OSError):
            while data := os.read(self._master, 65536):
                with self._more:
                    self._data += data
                    self._more.notify()

    def type(self, text: str) -> None:
        """Type something, or answer a query before it comes."""
        os.write(self._master, text.encode())

    def sent(self) -> str:
        """Return everything written to the terminal since the last call."""
        os.write(self._slave, _MARK)
        with self._more:
            assert self._more.wait_for(lambda: _MARK in self._data, 10)
            data, self._data = self._data.removesuffix(_MARK), b""
        return data.decode()

    def lines(self) -> list[str]:
        """Return the lines written since the last call, without the blanks at their ends."""
        return [line.rstrip() for line in self.sent().replace("\r\n", "\n").removesuffix("\n").split("\n")]


@contextmanager
def on_terminal(monkeypatch: pytest.MonkeyPatch, columns: int = 80) -> Iterator[Tty]:
    """Put this process on a terminal that does not echo."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    attributes = termios.tcgetattr(slave)
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(slave, termios.TCSANOW, attributes)
    terminal = Tty(master, slave)
    kept = [os.dup(number) for number in (0, 1)]
    for number in (0, 1):
        os.dup2(slave, number)
    try:
        with (
            monkeypatch.context() as patched,
            open(slave, encoding="utf-8", closefd=False) as given,
            open(slave, "w", encoding="utf-8", buffering=1, closefd=False) as shown,
        ):
            for name, stream in (("stdin", given), ("stdout", shown), ("stderr", shown)):
                patched.setattr(sys, name, stream)
            yield terminal
    finally:
        for number, old in zip((0, 1), kept, strict=True):
            os.dup2(old, number)
            os.close(old)
        os.close(slave)
        terminal.reading.join(10)  # it reads an error now that nobody is on the terminal
        os.close(master)
