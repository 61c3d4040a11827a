"""A progress bar on standard error if that is a terminal, else nothing."""

import sys
from types import TracebackType
from typing import Self

from reader.cli.output import width_of
from reader.language.i18n import is_rtl

_WIDEST = 40
_FULL, _EMPTY = "█", "░"


class Progress:
    """How many of `total` are done; the bar grows from the interface's start edge and disappears at the end."""

    def __init__(self, total: int) -> None:
        """Draw nothing yet, and nothing at all if `total` is 1 or less."""
        self._total, self._done = total, 0
        self._shown = total > 1 and sys.stderr.isatty()

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self) -> None:
        """Count one more as done."""
        self._done += 1
        self._draw()

    def clear(self) -> None:
        """Remove the bar from its line before anything else is printed there."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _draw(self) -> None:
        if not self._shown:
            return
        width = width_of(sys.stderr) - 1
        figures = f"{self._done}/{self._total}"
        room = max(4, min(_WIDEST, width - len(figures) - 2))
        full = room * self._done // max(1, self._total)
        bar = [_FULL * full, _EMPTY * (room - full)]
        line = f"{figures}  {bar[1]}{bar[0]}".rjust(width) if is_rtl() else f"{bar[0]}{bar[1]}  {figures}"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
