"""The real program on a pseudo-terminal, its screen kept by pyte."""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pyte


class Terminal:
    """A terminal of pyte's with a program in it."""

    def __init__(self, arguments: list[str], *, columns: int, rows: int, environment: dict[str, str]) -> None:
        """Start the program."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self.answer = b"\x1b[?62;c"  # to the probe
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            if environment.pop("closed_input", ""):
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            given = {**inherited, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
            script = given.pop("script", "")
            program = ["-c", script] if script else ["-m", "reader"]
            os.execve(sys.executable, [sys.executable, *program, *arguments], given)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def tell_places(self) -> None:
        """Answer when asked where the cursor is."""
        self.screen.write_process_input = lambda data: os.write(self._fd, data.encode())  # type: ignore[method-assign,assignment]

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program prints, until it is silent for so long."""
        while select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                return
            if not data:
                return
            self.sent += data
            # pyte knows neither the kitty keyboard sequences nor private DECRQM requests and would print them
            asked = b"\x1b[c" in data
            for noise in (
                b"\x1b[8$p",
                b"\x1b[>q",
                b"\x1b[>c",
                b"\x1b[c",
                b"\x1b[>25u",
                b"\x1b[<u",
                b"\x1b[?2026$p",
                b"\x1b[?2048$p",
            ):
                data = data.replace(noise, b"")
            self._stream.feed(data)
            if asked:
                os.write(self._fd, self.answer)

    def settle(self) -> None:
        """Take in what the program prints until it has nothing left to do, however busy the machine is."""
        idle = 0
        while idle < 5:
            before = len(self.sent)
            self.read(0.06)
            idle = idle + 1 if len(self.sent) == before and not self._busy() else 0

    def _busy(self) -> bool:
        """Tell whether a thread of the program is running or waits for a processor."""
        try:
            for thread in os.listdir(f"/proc/{self.pid}/task"):
                with open(f"/proc/{self.pid}/task/{thread}/stat", encoding="utf-8") as file:
                    if file.read().rpartition(") ")[2][0] not in "SZ":
                        return True
        except OSError:
            pass  # a thread that has ended, or a system without /proc
        return False

    def wait(self, condition: Callable[[], bool], seconds: float = 15) -> None:
        """Wait until the screen is as wanted."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            self.read()
            if condition():
                return
        raise AssertionError("\n".join(self.screen.display))

    def shows(self, text: str) -> bool:
        """Tell whether a row of the screen holds `text` as it is printed, from left to right."""
        return any(text in row for row in self.screen.display)

    def press(self, *keys: str) -> None:
        """Send keys, each in a write of its own."""
        for key in keys:
            os.write(self._fd, key.encode())
            self.read(0.06)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        self.settle()

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal and wait for the end."""
        os.kill(self.pid, number)
        self.end()

    def end(self) -> int:
        """Wait for the program's end and return its exit status."""
        limit = time.monotonic() + 15
        while time.monotonic() < limit:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.read(0.02)
                os.close(self._fd)
                self.pid = 0
                return status
        raise AssertionError("still running")


@contextmanager
def hashiya(*arguments: str, library: str, columns: int = 80, rows: int = 24, **environment: str) -> Iterator[Terminal]:
    """Run the program and see that it ends."""
    terminal = Terminal(
        list(arguments), columns=columns, rows=rows, environment={"HASHIYA_LIBRARY": library, **environment}
    )
    try:
        yield terminal
    finally:
        if terminal.pid:
            terminal.kill()


def exported(library: str) -> dict[str, Any]:
    """Return the export of a library's only document."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", "export"],
        env={**os.environ, "HASHIYA_LIBRARY": library},
        capture_output=True,
        text=True,
        check=True,
    )
    (document,) = json.loads(done.stdout)["documents"]
    found: dict[str, Any] = document
    return found
