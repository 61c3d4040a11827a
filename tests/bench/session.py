"""A program on a pseudo-terminal, watched from outside: keys go in, and each reading of what comes out has its time."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from time import perf_counter
from types import TracebackType
from typing import NamedTuple, Self

from tests.bench.terminal import Emulator

KEYS = {"down": "\x1b[B", "up": "\x1b[A", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "escape": "\x1b", "enter": "\r"}
ARROWS = ("down", "up")
COLUMNS, ROWS = 120, 40
TEXT = slice(2, -2)
"""The rows of text: above them are title and strip, below them messages, footer and fields."""
_ASKED = re.compile(rb"(?<=\x1b\[6n)")
_QUIET = 0.03  # seconds of silence after which an answer counts as complete
_PAUSE = 0.005  # seconds of silence in which there is time to draw
_AT_ONCE = 64  # readings that may wait to be drawn before the screen is looked at


class TooLong(Exception):
    """What is measured did not end in time. seconds: how long it was waited for; what: what was waited for."""

    def __init__(self, seconds: float, what: str = "") -> None:
        super().__init__(seconds, what)
        self.seconds, self.what = seconds, what


class Ended(Exception):
    """The program ended before what is measured."""


class Answer(NamedTuple):
    """How a key was answered. Times in milliseconds: to the first change among the rows of text, and to the last byte.

    size: bytes sent; rows: rows of the screen that changed.
    """

    changed: float
    settled: float
    size: int
    rows: int


class Session:
    """A program in a terminal; everything that it does must end `timeout` seconds after it was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], timeout: float) -> None:
        """Start the program. Times are counted from `self.began`."""
        self.emulator, self.timeout = Emulator(COLUMNS, ROWS), timeout
        self._pending: deque[tuple[float, bytes]] = deque()
        self._size, self._closed = 0, False
        self.began = perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            _become(command, environment)
        os.set_blocking(self._fd, False)
        self._end = os.pidfd_open(self.pid)
        self._output = select.poll()
        self._output.register(self._fd, select.POLLIN)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program and what it started."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)  # a group of its own, since a terminal's program leads a session
        os.waitpid(self.pid, 0)
        os.close(self._end)
        os.close(self._fd)

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self.began + self.timeout - perf_counter()

    def read(self, seconds: float) -> float | None:
        """Read once what the program printed; return when, or None if it was silent for so long."""
        if self._closed or not self._output.poll(max(0.0, seconds) * 1000):
            return None
        when = perf_counter()
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self._closed = True
            return None
        self._size += len(data)
        for piece in _ASKED.split(data):  # where the cursor is when it is asked, not when everything is printed
            self._pending.append((when, piece))
            if answer := self.emulator.answers(piece, self._cursor):
                self.write(answer)
        return when

    def _cursor(self) -> tuple[int, int]:
        self.draw()
        return self.emulator.cursor

    def write(self, data: bytes) -> None:
        """Send bytes to the program."""
        while data and not self._closed and self.left > 0:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:
                self.read(0.005)
            except OSError:
                self._closed = True

    def press(self, key: str) -> float:
        """Send a key, or text as it is typed; return when."""
        when = perf_counter()
        code = KEYS.get(key, key)
        if key in ARROWS and self.emulator.application_keys:
            code = code.replace("[", "O")
        self.write(code.encode())
        return when

    def _drawn(self) -> Iterator[float]:
        """Draw what was read, one reading after the other, and yield the time of each."""
        while self._pending:
            when, data = self._pending.popleft()
            self.emulator.feed(data)
            yield when

    def draw(self) -> None:
        """Bring the screen up to date."""
        for _when in self._drawn():
            pass

    def until(self, seen: Callable[[Emulator], bool], what: str, seconds: float = 1e9) -> float:
        """Read until the screen is so; return when the bytes that made it so came. Raises TooLong and Ended."""
        limit = min(self.left, seconds)
        end = perf_counter() + limit
        while perf_counter() < end:
            self.read(0.02)
            while len(self._pending) < _AT_ONCE and self.read(_PAUSE) is not None:
                pass  # drawing takes time, in which more would wait to be read
            for when in self._drawn():
                if seen(self.emulator):
                    return when
            if self._closed:
                raise Ended(what)
        raise TooLong(min(self.timeout, seconds), what)

    def settle(self, quiet: float = _QUIET, seconds: float = 5) -> float | None:
        """Read until the program is silent for so long, or for `seconds`; return when the last bytes came."""
        last, end = None, perf_counter() + min(seconds, self.left)
        while perf_counter() < end and (when := self.read(quiet)) is not None:
            last = when
        return last

    def answer(self, key: str, *, anything: bool = False) -> Answer:
        """Press a key on a screen at rest and return how it was answered. Raises TooLong and Ended.

        anything: whatever the program sends is an answer, even if the text looks the same after it.
        """
        self.draw()
        before, size = self.emulator.cells(), self._size
        pressed, changed = self.press(key), None
        while changed is None:  # what comes first may be news of something else
            first = self.read(self.left)
            if first is None:
                raise Ended(key) if self._closed else TooLong(self.timeout, f"an answer to {key}")
            last = self.settle(seconds=self.left) or first
            changed = next((when for when in self._drawn() if self.emulator.cells()[TEXT] != before[TEXT]), None)
            changed = changed or (first if anything else None)
        self.draw()
        rows = sum(one != other for one, other in zip(before, self.emulator.cells(), strict=True))
        return Answer(1000 * (changed - pressed), 1000 * (last - pressed), self._size - size, rows)

    def ended(self) -> float:
        """Read until the program has ended; return when. Raises TooLong."""
        both = select.poll()
        both.register(self._end, select.POLLIN)
        both.register(self._fd, select.POLLIN)
        while self.left > 0:
            ready = [fd for fd, _event in both.poll(max(0.0, self.left) * 1000)]
            if self._end in ready:
                return perf_counter()
            if self.read(0) is None and self._closed and self._fd in ready:
                both.unregister(self._fd)
        raise TooLong(self.timeout, "the end")


def _become(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Turn this process, just forked, into the program."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * 10, ROWS * 20))
        os.execvpe(command[0], list(command), dict(environment))
    finally:
        os._exit(127)
