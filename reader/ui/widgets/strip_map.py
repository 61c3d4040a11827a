"""The strip: the whole document in one row, coloured by session, with the statements and the cursor.

It begins at the document's start side. Even without colours, its signs distinguish sessions, statements and the cursor.
"""

from itertools import groupby

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.ui.page.place_index import PlaceIndex, Places
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
        self._cursor = 0
        self._lit: Places = PlaceIndex()
        self._lit_count = 0
        self._lit_cells: set[int] | None = None
        self._signs: list[tuple[str, str]] = []

    def show(self, analysis: Analysis, length: int, *, rtl: bool) -> None:
        """Show another document. length: of its text in code points; rtl: whether it runs from right to left."""
        self._reading, self._length, self._rtl = analysis, max(1, length), rtl
        self._signs = []
        self.refresh()

    def point(self, cursor: int, lit: Places) -> None:
        """Mark the position of the cursor and the highlighted places."""
        other = lit is not self._lit or len(lit) != self._lit_count
        if other:
            self._lit, self._lit_count, self._lit_cells = lit, len(lit), None
        if other or self._cell(cursor) != self._cell(self._cursor):
            self.refresh()
        self._cursor = cursor

    def _cell(self, offset: int) -> int:
        return min(offset * max(1, self.size.width) // self._length, max(0, self.size.width - 1))

    def _stretches(self) -> list[Span]:
        """Return what each cell stands for, from the start of the document."""
        width, length = self.size.width, self._length
        starts = [cell * length // width for cell in range(width)]
        return [Span(low, max(high, low + 1)) for low, high in zip(starts, [*starts[1:], length], strict=True)]

    def _ground(self) -> list[tuple[str, str]]:
        """Return the sign and ink of every cell; each session and statement is laid on the cells it meets."""
        width, length = self.size.width, self._length
        stretches = self._stretches()
        most, sessions, said = [0] * width, [""] * width, [False] * width

        def cells(span: Span) -> range:
            return range(
                span.start * width // length, min(width, (max(span.start, span.end - 1) * width) // length + 1)
            )

        for session in self._reading.sessions:
            for cell in cells(session.span):
                shared = session.span.overlap(stretches[cell])
                if shared > most[cell]:
                    most[cell], sessions[cell] = shared, session_ink(session.number)
        for statement in self._reading.statements:
            for cell in cells(statement.span):
                start, end = stretches[cell]
                said[cell] |= statement.span.overlap(stretches[cell]) * 2 > end - start
        return [
            (_STATEMENT if said[cell] else _SESSION if sessions[cell] else _NONE, sessions[cell] or "strip.none")
            for cell in range(width)
        ]

    def line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the strip from left to right."""
        if len(self._signs) != self.size.width:
            self._signs, self._lit_cells = self._ground(), None
        if self._lit_cells is None:
            self._lit_cells = self._lit.lit(self.size.width, self._length)
        signs = [(_LIT, "bar.here") if cell in self._lit_cells else sign for cell, sign in enumerate(self._signs)]
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
