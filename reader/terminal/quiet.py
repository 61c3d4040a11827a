"""The terminal while the first page is on it and nobody reads keys yet: nothing typed is echoed, nothing is lost."""

import os
import termios
from types import TracebackType
from typing import Any, Self


class Quiet:
    """Sends the terminal its switches, turns echo off, and puts everything back on the way out, whatever happens."""

    def __init__(self, on: str, off: str) -> None:
        """Remember what to send before and after."""
        self._on, self._off = on, off
        self._attributes: list[Any] | None = None

    def __enter__(self) -> Self:
        try:
            self._attributes = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
        except termios.error:
            self._attributes = None
        os.write(1, self._on.encode())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.write(1, ("\x1b[?1049l\x1b[?25h" + self._off).encode())
        if self._attributes is not None:
            termios.tcsetattr(0, termios.TCSANOW, self._attributes)
