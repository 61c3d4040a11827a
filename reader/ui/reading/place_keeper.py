"""Saving the reading position: once no key has been pressed for a moment, and on exit."""

from contextlib import suppress
from time import monotonic

from textual.timer import Timer

from annotations.errors import LibraryError
from annotations.values.model import ReadingPlace
from reader.ui.protocols import TextScreen

_KEEP_AFTER = 0.6  # seconds without a key press before the position is saved


class PlaceKeeper:
    """Saves the reading position of one screen."""

    def __init__(self, screen: TextScreen) -> None:
        """Save the position of this screen."""
        self._screen = screen
        self._timer: Timer | None = None
        self._moved = 0.0

    def _place(self) -> ReadingPlace:
        return ReadingPlace(self._screen.pane.top, self._screen.pane.cursor, self._screen.folded)

    def soon(self) -> None:
        """Schedule a save for when the keys rest; a timer per key press would cost as much as the key press."""
        self._moved = monotonic()
        if self._timer is None and self._screen.opened.document.id and self._screen.shown:
            self._timer = self._screen.set_timer(_KEEP_AFTER, self._if_resting)

    async def _if_resting(self) -> None:
        self._timer = None
        if monotonic() - self._moved < _KEEP_AFTER / 2:
            self._timer = self._screen.set_timer(_KEEP_AFTER, self._if_resting)
        else:
            await self.keep()

    async def keep(self) -> None:
        """Save the reading position."""
        number, place = self._screen.opened.document.id, self._place()
        if number:
            with suppress(LibraryError):  # the library is busy: saved at the next pause
                await self._screen.jobs.run(lambda library: library.keep_place(number, place))

    def keep_now(self) -> None:
        """Save the reading position on exit, when no event loop is left to await the store."""
        number, place = self._screen.opened.document.id, self._place()
        if number and self._screen.shown:
            with suppress(LibraryError):
                self._screen.jobs.run_now(lambda library: library.keep_place(number, place))
