"""The sidebar lists: sessions, speakers, topics. Each entry leads to passages of the text.

The lists are drawn line by line: marking another entry while the user pages through the text must cost nothing, and a
stock list would redo its whole layout.
"""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from annotations.values.spans import Span
from reader.language.i18n import is_rtl, isolate
from reader.typeset.line import columns
from reader.ui.style.inks import fore_of
from reader.ui.widgets.drawn import Drawn

_MARK, _COLOR = "▸ ", "▎ "
_EDGE = "│"
_HEAD = 2  # a blank line and the heading
_PAD = 1


class SidebarEntry(NamedTuple):
    """An entry: its key, its name, a dim line below it, a figure at its end, its spans, its ink, its number."""

    key: str
    name: str
    detail: str
    figure: str
    places: tuple[Span, ...]
    ink: str = ""
    number: str = ""


class _Row(NamedTuple):
    """One line of the list: the index of its entry (-1: none), whether it is the first, its text, figure and ink."""

    entry: int
    first: bool
    text: str
    figure: str
    ink: str


def _gap(name: str) -> int:
    """Return the minimum gap before a figure: two cells if a lam-alef ligature frees a cell that a gap must fill."""
    return 2 if any(pair in name for pair in ("لا", "لأ", "لإ", "لآ")) else 1


def _wrapped(text: str, room: int, most: int) -> list[str]:
    """Return `text` wrapped to at most `most` lines of `room` columns, with an ellipsis where it is cut."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if columns(longer) <= room or not lines[-1]:
            lines[-1] = longer
        elif len(lines) == most:
            lines[-1] = (lines[-1] if columns(lines[-1]) < room else lines[-1][: room - 1]).rstrip() + "…"
            return lines
        else:
            lines.append(word)
    return [line if columns(line) <= room else line[: room - 1] + "…" for line in lines]


class Entries(Drawn, can_focus=True):
    """A list of entries under a heading."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "step(-8)", show=False),
        Binding("pagedown", "step(8)", show=False),
        Binding("home", "step(-10000)", show=False),
        Binding("end", "step(10000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, entry: SidebarEntry) -> None:
            """Store the entry."""
            super().__init__()
            self.entry = entry

    def __init__(self, title: str, *, id: str, mode: str, rows: int, empty: str, first_side: bool = False) -> None:  # noqa: A002 - the widget's own name for it
        """Start empty. rows: the most rows that a name may take; empty: the text shown if there are no entries.

        first_side: whether the list is at the start side of the interface, so that its end faces the text.
        """
        super().__init__(id=id)
        self._title, self._mode, self._most, self._empty = title, mode, rows, empty
        self._first_side = first_side
        self._entries: tuple[SidebarEntry, ...] = ()
        self._given: tuple[SidebarEntry, ...] = ()
        self._lines: list[_Row] = []
        self._laid, self._inner = 0, 1
        self._fitted = Size(0, 0)
        self._strips: dict[tuple[int, bool, bool, bool], Strip] = {}
        self._current, self._highlighted, self._first = "", 0, 0

    def show(self, entries: Sequence[SidebarEntry], empty: str = "") -> None:
        """Show other entries. empty: the message shown if there are none, in the place of the one before."""
        if empty and empty != self._empty:
            self._empty, self._lines = empty, []
        if tuple(entries) != self._given or not self._lines:
            self._given = tuple(entries)
            wide = max((len(entry.figure) for entry in entries), default=0)
            align = str.ljust if is_rtl() else str.rjust  # units align with units: a figure is at the far end of a line
            self._entries = tuple(entry._replace(figure=align(entry.figure, wide)) for entry in entries)
            self._highlighted = min(self._highlighted, max(0, len(self._entries) - 1))
            self._laid = 0
            self.refresh()

    def highlighted(self) -> str:
        """Return the key of the highlighted entry, or an empty string if the list does not have the focus."""
        return self._entries[self._highlighted].key if self.has_focus and self._entries else ""

    def mark(self, current: str) -> None:
        """Mark the entry with this key as the one that contains the cursor, and scroll it into view."""
        if current == self._current:
            return
        before, first = self._current, self._first
        self._current = current
        at = next((i for i, entry in enumerate(self._entries) if entry.key == current), None)
        if at is not None and not self.has_focus:
            self._highlighted = at
            self._reveal()
        if first != self._first:
            self.refresh()
        else:
            self._refresh_entries({before, current})

    def _refresh_entries(self, keys: set[str]) -> None:
        """Redraw only the lines of the entries with these keys."""
        changed = {i for i, entry in enumerate(self._entries) if entry.key in keys}
        for y, line in enumerate(self._lines[self._first : self._first + self._room]):
            if line.entry in changed:
                self.refresh(Region(0, y + _HEAD, self.size.width, 1))

    def _lay_out(self, width: int) -> list[_Row]:
        if self._laid != width:
            self._laid, self._lines = width, []
            self._strips.clear()
            room = max(4, width - columns(_MARK))
            for i, entry in enumerate(self._entries):
                taken = (columns(entry.figure) + _gap(entry.name) if entry.figure else 0) + columns(entry.number)
                for n, text in enumerate(_wrapped(entry.name, room - taken, self._most)):
                    self._lines.append(_Row(i, n == 0, text, entry.figure if n == 0 else "", "text"))
                for text in _wrapped(entry.detail, room, 2) if entry.detail else ():
                    self._lines.append(_Row(i, first=False, text=text, figure="", ink="detail"))
            if not self._entries:
                self._lines = [
                    _Row(-1, first=False, text=text, figure="", ink="number") for text in _wrapped(self._empty, room, 3)
                ]
        return self._lines

    @property
    def _room(self) -> int:
        return max(1, self.size.height - _HEAD)

    def lines_at(self, width: int) -> int:
        """Return the number of lines that the list would fill at a width of `width` columns, including the heading."""
        return len(self._lay_out(max(1, width - 2 * _PAD))) + _HEAD

    def _reveal(self) -> None:
        lines, height = self._lay_out(self._inner), self._room
        here = [y for y, line in enumerate(lines) if line.entry == self._highlighted]
        if here:
            self._first = min(self._first, here[0])
            self._first = max(self._first, here[-1] - height + 1)
        self._first = max(0, min(self._first, len(lines) - height))

    def fit(self) -> None:
        """Adapt to the current size, scrolling just far enough to show the highlighted entry."""
        if self.size != self._fitted:
            self._fitted = self.size
            self._inner = max(1, self.size.width - 2 * _PAD)
            self._first = 0
            self._reveal()

    def line(self, y: int) -> Strip:
        """Return one line of the list, in logical order."""
        lines = self._lay_out(self._inner)
        at = y - _HEAD + self._first
        row = lines[at] if y >= _HEAD and at < len(lines) else None
        entry = self._entries[row.entry] if row is not None and row.entry >= 0 else None
        current = entry is not None and entry.key == self._current
        lit = self.has_focus and entry is not None and row is not None and row.entry == self._highlighted
        key = (at if row is not None else -1 - (y == _HEAD - 1), current, lit, self.has_class("over"))
        if key not in self._strips:
            self._strips[key] = self._drawn(y, row, current=current, lit=lit)
        return self._strips[key]

    def _drawn(self, y: int, row: _Row | None, *, current: bool, lit: bool) -> Strip:
        width, back = self._inner, self._back
        if row is None:
            title = self._title if y == _HEAD - 1 else ""
            return self._strip(back, [(title, "heading"), (" " * max(0, width - columns(title)), "heading")])
        entry = self._entries[row.entry] if row.entry >= 0 else None
        if lit:
            back += Style(bgcolor=self.app.theme_variables["panel"])
        lead, lead_ink = "  ", "number"
        if row.first and entry is not None:
            lead, lead_ink = (
                (_MARK, "bar.here") if current else ((_COLOR, entry.ink) if entry.ink else ("  ", "number"))
            )
        ink = "heading" if current and row.ink == "text" else row.ink
        number = "" if entry is None else (entry.number if row.first else " " * columns(entry.number))
        gap = " " * max(0, width - columns(lead) - columns(number) - columns(row.text) - columns(row.figure))
        parts = [(lead, lead_ink), (number, ink), (isolate(row.text), ink), (gap, "number"), (row.figure, "detail")]
        return self._strip(back, parts)

    def _strip(self, back: Style, parts: list[tuple[str, str]]) -> Strip:
        """Return texts with their inks as one line, with the padding at its edges."""
        before, after = self._pads()
        whole = [(before, "bar"), *parts, (after, "bar")]
        return Strip([Segment(text, back + fore_of(name, self._mode)) for text, name in whole], self.size.width)

    def _pads(self) -> tuple[str, str]:
        """Return the padding before and after a line; if the list lies over the text, a border on that side."""
        if not self.has_class("over"):
            return " " * _PAD, " " * _PAD
        return (" ", _EDGE) if self._first_side else (_EDGE, " ")

    @property
    def _back(self) -> Style:
        """The background: that of the paper, or a shade lighter if the list lies over the text."""
        variables = self.app.theme_variables
        return Style(bgcolor=variables["surface"] if self.has_class("over") else variables["background"])

    def on_resize(self, event: events.Resize) -> None:
        """Keep the highlighted entry in view."""
        del event
        self.fit()

    def action_step(self, count: int) -> None:
        """Move the highlight."""
        self._highlighted = min(max(self._highlighted + count, 0), max(0, len(self._entries) - 1))
        self._reveal()
        self.refresh()

    def action_choose(self) -> None:
        """Choose the highlighted entry."""
        if self._entries:
            self.post_message(self.Chosen(self._entries[self._highlighted]))

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked entry."""
        lines = self._lay_out(self._inner)
        at = event.y - _HEAD + self._first
        if 0 <= at < len(lines) and lines[at].entry >= 0:
            self._highlighted = lines[at].entry
            self.action_choose()
        self.refresh()

    def on_focus(self) -> None:
        """Show the highlight."""
        self._reveal()
        self.refresh()

    def on_blur(self) -> None:
        """Hide the highlight."""
        self.refresh()

    def _scroll(self, count: int) -> None:
        self._first = max(0, min(self._first + count, len(self._lines) - self._room))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll to later entries."""
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll to earlier entries."""
        event.stop()
        self._scroll(-3)
