"""The terminal while the first page is shown but keys are not read yet: nothing typed is echoed, nothing is lost."""

import os
import termios
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from reader.terminal.switches import Switch


class RawTerminal:
    """Turns echo off, sends the terminal its switches, and restores everything on exit, whatever happens."""

    def __init__(self, *, screen: bool = False) -> None:
        """Send nothing yet. screen: whether the alternate screen will be entered and must be left on exit."""
        self._attributes: list[Any] | None = None
        self._off = ""
        self._leave = "\x1b[?1049l\x1b[?25h" if screen else ""

    def switch(self, one: Switch) -> None:
        """Send a switch and remember how to undo it."""
        os.write(1, one.on.encode())
        self._off = one.off

    def __enter__(self) -> Self:
        try:
            self._attributes = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
        except termios.error:
            self._attributes = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError, termios.error):  # the terminal may have closed
            os.write(1, (self._leave + self._off).encode())
            if self._attributes is not None:
                termios.tcsetattr(0, termios.TCSANOW, self._attributes)
