"""The terminal driver: that of the screen library, with three changes.

It does not switch to the alternate screen a second time: the first page is painted there before the library is loaded,
and several terminals clear the screen when it is entered again. It passes on what was typed before it started, and
filters late answers to the probe out of the keys. And it stops reading at once, by means of a pipe, rather than at the
next tenth of a second.
"""

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import ClassVar

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from reader.terminal.probe import LateAnswers
from reader.terminal.switches import Switch

_ENTER = "\x1b[?1049h"
_TICK = 0.1  # seconds after which a lone Esc counts as a key


class PaintedDriver(LinuxDriver):
    """A driver that takes over a screen with a page already on it.

    painted: whether there is such a page; typed: keys read before; begun: the start of an incomplete answer; switch:
    what stops the terminal from reordering text, and what undoes that.
    """

    painted: ClassVar[bool] = False
    typed: ClassVar[bytes] = b""
    begun: ClassVar[bytes] = b""
    switch: ClassVar[Switch] = Switch("", "")
    _wake: int | None = None

    def start_application_mode(self) -> None:
        """Take over the terminal, at the start and again after it was given back."""
        os.write(1, self.switch.on.encode())
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back in its former state."""
        super().stop_application_mode()
        with suppress(OSError):
            os.write(1, self.switch.off.encode())

    def _sigcont_application(self, *arguments: object) -> None:
        """Take the terminal again only if it was given back: an external stop and continue leaves all running."""
        if self._must_signal_resume:
            super()._sigcont_application(*arguments)

    def write(self, data: str) -> None:
        """Write to the terminal, except for entering the alternate screen again."""
        if data == _ENTER and PaintedDriver.painted:
            PaintedDriver.painted = False
            return
        super().write(data)

    def disable_input(self) -> None:
        """Stop reading keys."""
        if self._wake is not None:
            with suppress(OSError):
                os.write(self._wake, b"x")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Read keys and send them to the app until asked to stop."""
        asleep, self._wake = os.pipe()
        parser = XTermParser(self._debug)
        late = LateAnswers(PaintedDriver.begun)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        data, PaintedDriver.typed, PaintedDriver.begun = PaintedDriver.typed, b"", b""
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                selector.register(asleep, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    typed = decode(data)  # empty for a part of a letter, which would be the end to the parser
                    for event in parser.feed(typed) if typed else ():
                        self.process_message(event)
                    ready = {key.fd for key, _mask in selector.select(_TICK)}
                    if asleep in ready:
                        break
                    data = late.keys(os.read(self.fileno, 4096)) if self.fileno in ready else late.flush()
                    for event in parser.tick():
                        self.process_message(event)
        finally:
            wake, self._wake = self._wake, None
            os.close(asleep)
            if wake is not None:
                os.close(wake)
            with suppress(EOFError, ParseError):
                list(parser.feed(""))
