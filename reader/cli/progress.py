"""A progress bar on standard error if that is a terminal, else nothing."""

import sys
from types import TracebackType
from typing import Self

from reader.cli.output import width_of
from reader.language.i18n import is_rtl

_WIDEST = 40
_FULL, _EMPTY = "█", "░"


class Progress:
    """How many of `total` are done; the bar grows from the interface's start edge and disappears at the end.

    A single one is shown only if its parts are told, as those of a large text are.
    """

    def __init__(self, total: int) -> None:
        """Draw nothing yet, and nothing at all where standard error is no terminal."""
        self._total, self._done, self._part = total, 0, 0.0
        self._terminal = sys.stderr.isatty()
        self._shown = total > 1 and self._terminal

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self) -> None:
        """Count one more as done."""
        self._done, self._part = self._done + 1, 0.0
        self._draw()

    def part(self, share: float) -> None:
        """Show the share of the next one that is done; when it is 1, count it as done."""
        self._shown = self._terminal
        if share >= 1:
            self.step()
        elif int(1000 * share) > int(1000 * self._part):
            self._part = share
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
        share = (self._done + self._part) / max(1, self._total)
        figures = f"{self._done}/{self._total}" if self._total > 1 else f"{int(100 * share)}%"
        room = max(4, min(_WIDEST, width - len(figures) - 2))
        full = int(room * share)
        bar = [_FULL * full, _EMPTY * (room - full)]
        line = f"{figures}  {bar[1]}{bar[0]}".rjust(width) if is_rtl() else f"{bar[0]}{bar[1]}  {figures}"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
