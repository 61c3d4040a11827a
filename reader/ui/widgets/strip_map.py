"""The strip: the whole document in one row, coloured by session, with the statements and the cursor.

It begins at the document's start side. Even without colours, its signs distinguish sessions, statements and the cursor.
"""

from collections.abc import Sequence
from itertools import groupby

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.ui.style.inks import style_of
from reader.ui.style.palette import session_ink
from reader.ui.widgets.drawn import Drawn

_NONE, _SESSION, _STATEMENT, _LIT, _HERE = "─", "━", "▅", "▼", "◆"


class StripMap(Drawn):
    """The strip of one document."""

    TYPESET = False

    class Chosen(Message):
        """The strip was clicked: the offset (code points) that the cell stands for."""

        def __init__(self, offset: int) -> None:
            """Store the offset."""
            super().__init__()
            self.offset = offset

    def __init__(self, mode: str) -> None:
        """Start with nothing to show. mode: "dark" or "light"."""
        super().__init__(id="strip")
        self._mode = mode
        self._reading, self._length, self._rtl = Analysis(), 1, True
        self._cursor, self._highlights = 0, list[Span]()
        self._signs: list[tuple[str, str]] = []

    def show(self, analysis: Analysis, length: int, *, rtl: bool) -> None:
        """Show another document. length: of its text in code points; rtl: whether it runs from right to left."""
        self._reading, self._length, self._rtl = analysis, max(1, length), rtl
        self._signs = []
        self.refresh()

    def point(self, cursor: int, lit: Sequence[Span] = ()) -> None:
        """Mark the position of the cursor and the highlighted spans."""
        lit = list(lit)
        if self._cell(cursor) != self._cell(self._cursor) or lit != self._highlights:
            if lit != self._highlights:
                self._signs = []
            self._cursor, self._highlights = cursor, lit
            self.refresh()

    def _cell(self, offset: int) -> int:
        return min(offset * max(1, self.size.width) // self._length, max(0, self.size.width - 1))

    def _sign(self, cell: int) -> tuple[str, str]:
        """Return the sign and ink of a cell, counted from the start of the document."""
        width = max(1, self.size.width)
        stretch = Span(
            cell * self._length // width, max((cell + 1) * self._length // width, cell * self._length // width + 1)
        )
        session = max(self._reading.sessions, key=lambda s: s.span.overlap(stretch), default=None)
        ink = session_ink(session.number) if session is not None and session.span.meets(stretch) else "strip.none"
        if any(place.meets(stretch) for place in self._highlights):
            return _LIT, "bar.here"
        if any(
            statement.span.overlap(stretch) * 2 > stretch.end - stretch.start for statement in self._reading.statements
        ):
            return _STATEMENT, ink
        return (_SESSION if ink != "strip.none" else _NONE), ink

    def line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the strip from left to right."""
        if len(self._signs) != self.size.width:
            self._signs = [self._sign(cell) for cell in range(self.size.width)]
        signs = list(self._signs)
        if signs:
            signs[self._cell(self._cursor)] = (_HERE, "strip.here")
        if self._rtl:
            signs.reverse()
        runs = [("".join([sign for sign, _ink in run]), ink) for ink, run in groupby(signs, key=lambda pair: pair[1])]
        return Strip([Segment(text, style_of((ink,), self._mode)) for text, ink in runs], self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Report the offset that was clicked."""
        cell = self.size.width - 1 - event.x if self._rtl else event.x
        self.post_message(self.Chosen(cell * self._length // max(1, self.size.width)))
