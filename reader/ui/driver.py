"""The terminal driver: the screen library's, which does not switch to the alternate screen a second time.

The first page is painted there before the library is loaded; several terminals clear it when it is entered again.
"""

from typing import ClassVar

from textual.drivers.linux_driver import LinuxDriver

_ENTER = "\x1b[?1049h"


class PaintedDriver(LinuxDriver):
    """A driver that takes over a screen with a page on it."""

    painted: ClassVar[bool] = False

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if data == _ENTER and PaintedDriver.painted:
            PaintedDriver.painted = False
            return
        super().write(data)
