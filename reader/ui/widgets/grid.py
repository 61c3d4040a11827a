"""A list in columns, of any length: only visible rows are requested and drawn.

Lines are in logical order; the interface's direction puts the first column at the start. A row of a concordance
belongs to the text and keeps its own direction.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from reader.language.i18n import PDI, RLI, is_rtl, isolate
from reader.typeset.cut import cut_cells
from reader.typeset.line import columns
from reader.ui.style.inks import fore_of
from reader.ui.widgets.drawn import Drawn

Key = int | str
_GAP = "  "
_HEAD = 1
_CURSOR, _TICKED, _UNTICKED = "▸ ", "✓ ", "· "
_READABLE = 22  # cells that a flexible column needs to be readable
_AHEAD = 40  # rows requested beyond the visible ones


class Column(NamedTuple):
    """A column: its heading, its width in cells (0: it shares the room left), and which end of its text it keeps.

    align: start, end, or middle; keep: the end of a text that stays visible if it does not fit, "start" or "end";
    spare: the higher, the sooner the column is left out when room is short, 0 for never.
    """

    title: str
    width: int = 0
    align: str = "start"
    keep: str = "start"
    spare: int = 0


class GridRow(NamedTuple):
    """A row: its texts, one per column, their inks, the ink of its lead, its depth; heading: it heads a group."""

    cells: tuple[str, ...]
    inks: tuple[str, ...] = ()
    lead: str = ""
    depth: int = 0
    heading: bool = False


class Grid(Drawn, can_focus=True):
    """Rows under column headings, one of them current, any number of them selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "step(-100000000)", show=False),
        Binding("end", "step(100000000)", show=False),
    ]

    class Moved(Message):
        """Another row became the current one."""

    class Opened(Message):
        """A row was clicked twice, or once if it was already current."""

    class Needed(Message):
        """Rows that are not loaded yet are to be shown."""

        def __init__(self, keys: tuple[Key, ...]) -> None:
            """Store their keys."""
            super().__init__()
            self.keys = keys

    def __init__(self, mode: str, *, text_rtl: bool = False) -> None:
        """Start empty. text_rtl: the rows belong to a right-to-left text, whatever the interface's direction."""
        super().__init__(id="grid")
        self._mode, self._text_rtl = mode, text_rtl
        self._columns: tuple[Column, ...] = ()
        self._keys: Sequence[Key] = ()
        self._rows: dict[Key, GridRow] = {}
        self._asked: set[Key] = set()
        self._empty = ""
        self.make: Callable[[Key], GridRow | None] | None = None  # makes a row when it is first shown
        self.selected: set[Key] = set()
        self.selecting = False
        self.at = self._first = 0

    # what is shown

    def show(self, layout: Sequence[Column], keys: Sequence[Key], rows: dict[Key, GridRow], empty: str) -> None:
        """Show other rows, keeping the current row or at least its index. empty: the text shown if there are none."""
        before = self.key
        self._columns, self._keys, self._rows, self._empty = tuple(layout), keys, rows, empty
        self._asked.clear()
        if (
            before is not None
            and (before in rows or self.make)
            and not (self.at < len(keys) and keys[self.at] == before)
        ):
            self.at = keys.index(before) if before in keys else self.at
        self.at = min(self.at, max(0, len(keys) - 1))
        self.selected &= set(keys)
        self._skip_heading(1)
        self._reveal()
        self.refresh()

    def fill(self, rows: dict[Key, GridRow]) -> None:
        """Add rows that were requested."""
        self._rows |= rows
        self.refresh()

    @property
    def key(self) -> Key | None:
        """The key of the current row, or None if there are no rows."""
        return self._keys[self.at] if self.at < len(self._keys) else None

    @property
    def keys(self) -> Sequence[Key]:
        """The keys of all rows."""
        return self._keys

    def row(self, key: Key) -> GridRow | None:
        """Return the row with this key, or None if it is not loaded."""
        if key not in self._rows and self.make is not None and (made := self.make(key)) is not None:
            self._rows[key] = made
        return self._rows.get(key)

    def chosen(self) -> list[Key]:
        """Return the keys of the selected rows, in row order, or that of the current row if none is selected."""
        selected = [key for key in self._keys if key in self.selected]
        return selected or ([self.key] if self.key is not None else [])

    def go_at(self, at: int) -> None:
        """Move to the row at an index, or to the nearest one there is."""
        self.at = min(max(0, at), max(0, len(self._keys) - 1))
        self._skip_heading(1)
        self._reveal()
        self.refresh()

    def go(self, key: Key) -> None:
        """Move to the row with this key."""
        if key in self._keys:
            self.at = self._keys.index(key)
            self._reveal()
            self.refresh()

    def select(self, keys: Sequence[Key], *, selected: bool) -> None:
        """Select or deselect rows."""
        self.selected = self.selected | set(keys) if selected else self.selected - set(keys)
        self.refresh()

    # moving

    def action_step(self, count: int) -> None:
        """Move by `count` rows."""
        before = self.at
        self.at = min(max(self.at + count, 0), max(0, len(self._keys) - 1))
        self._skip_heading(1 if count > 0 else -1)
        self._reveal()
        self.refresh()
        if before != self.at:
            self.post_message(self.Moved())

    def action_page(self, count: int) -> None:
        """Move by `count` pages."""
        self.action_step(count * max(1, self._room - 1))

    def _is_heading(self, at: int) -> bool:
        row = self.row(self._keys[at]) if 0 <= at < len(self._keys) else None
        return row is not None and row.heading

    def _skip_heading(self, step: int) -> None:
        """Move off the heading of a group, in the direction of `step` if possible."""
        at = self.at
        while self._is_heading(at):
            at += step
        if not 0 <= at < len(self._keys):
            at = self.at
            while self._is_heading(at):
                at -= step
        if 0 <= at < len(self._keys):
            self.at = at

    @property
    def _room(self) -> int:
        return max(1, self.size.height - _HEAD)

    def _reveal(self) -> None:
        self._first = min(self._first, max(0, len(self._keys) - self._room))
        if self.at < self._first:
            self._first = self.at - (1 if self._is_heading(self.at - 1) else 0)
        elif self.at >= self._first + self._room:
            self._first = self.at - self._room + 1

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current row in view."""
        del event
        self._reveal()
        self.refresh()

    # drawing

    def _seen(self, room: int) -> list[int]:
        """Return the columns that fit, leaving out dispensable ones until the others are readable."""
        seen = list(range(len(self._columns)))
        while True:
            shown = [self._columns[i] for i in seen]
            flexible = sum(not column.width for column in shown)
            taken = sum(column.width for column in shown) + len(_GAP) * (len(shown) - 1)
            spare = max(seen, key=lambda i: self._columns[i].spare, default=-1)
            if room - taken >= _READABLE * flexible or spare < 0 or not self._columns[spare].spare:
                return seen
            seen.remove(spare)

    def _widths(self, room: int, layout: Sequence[Column]) -> list[int]:
        fixed = sum(column.width for column in layout) + len(_GAP) * max(0, len(layout) - 1)
        flexible = [i for i, column in enumerate(layout) if not column.width]
        left = max(0, room - fixed)
        share = left // max(1, len(flexible))
        widths = [column.width or share for column in layout]
        if flexible:
            widths[flexible[0]] += left - share * len(flexible)
        return widths

    def _cell(self, text: str, width: int, column: Column) -> tuple[str, str, str]:
        """Return a cell as the blanks before its text, the text, and the blanks after it."""
        shown = cut_cells(text, width, column.keep)
        spare = max(0, width - columns(shown))
        if column.align == "end":
            return " " * spare, shown, ""
        if column.align == "middle":
            return " " * (spare // 2), shown, " " * (spare - spare // 2)
        return "", shown, " " * spare

    def line(self, y: int) -> Strip:
        """Return one line: the headings, a row, or a blank line."""
        if y == 0:
            row = GridRow(tuple(column.title for column in self._columns), ("detail",) * len(self._columns))
            return self._drawn(row, "    " if self.selecting else "  ", "number", self._back())
        at = self._first + y - _HEAD
        if not self._keys:
            return self._drawn_alone(self._empty if y == 2 else "")
        if at >= len(self._keys):
            return self._drawn_alone("")
        key = self._keys[at]
        row_there = self.row(key)
        if row_there is None:
            self._ask(at)
            return self._drawn_alone("…")
        here = at == self.at
        return self._drawn(row_there, *self._lead(key, row_there, here=here), self._back(here=here))

    def _lead(self, key: Key, row: GridRow, *, here: bool) -> tuple[str, str]:
        if self.selecting and not row.heading:
            select, ink = (_TICKED, "heading") if key in self.selected else (_UNTICKED, "number")
            return (_CURSOR if here and self.has_focus else "  ") + select, ink
        if here and self.has_focus:
            return _CURSOR, "heading"
        return ("■ ", row.lead) if row.lead else ("  ", "number")

    def _ask(self, at: int) -> None:
        wanted = [
            key for key in self._keys[at : at + self._room + _AHEAD] if key not in self._rows and key not in self._asked
        ]
        if wanted:
            self._asked.update(wanted)
            self.post_message(self.Needed(tuple(wanted)))

    def _drawn_alone(self, text: str) -> Strip:
        shown = cut_cells(text, max(1, self.size.width - 4))
        blank = " " * max(0, self.size.width - columns(shown) - 2)
        parts = [("  ", "detail"), (isolate(shown) if shown else "", "detail"), (blank, "detail")]
        return self._strip(parts, self._back())

    def _drawn(self, row: GridRow, lead: str, lead_ink: str, back: Style) -> Strip:
        indent = "  " * row.depth
        room = self.size.width - 2 - columns(lead) - columns(indent)
        if row.heading:
            widths: list[int] = [room]
            layout: tuple[Column, ...] = (Column(""),)
        else:
            seen = self._seen(room)
            layout = tuple(self._columns[i] for i in seen)
            widths = self._widths(room, layout)
            cells = [row.cells[i] if i < len(row.cells) else "" for i in seen]
            row = row._replace(
                cells=tuple(cells), inks=tuple(row.inks[i] if i < len(row.inks) else "text" for i in seen)
            )
        parts = [(" ", "text"), (lead, lead_ink), (indent, "text")]
        for i, (text, width, column) in enumerate(zip(row.cells, widths, layout, strict=False)):
            before, shown, after = self._cell(text, width, column)
            ink = row.inks[i] if i < len(row.inks) else "text"
            cell = isolate(shown) if shown else ""
            parts += [(_GAP if i else "", "text"), (before, ink), (cell, ink), (after, ink)]
        taken = sum(columns(text) for text, _ink in parts)
        parts.append((" " * max(0, self.size.width - taken), "text"))
        if self._text_rtl and not is_rtl():
            parts = [(RLI, "text"), *parts, (PDI, "text")]
        return self._strip(parts, back)

    def _strip(self, parts: Sequence[tuple[str, str]], back: Style) -> Strip:
        return Strip([Segment(text, back + fore_of(ink, self._mode)) for text, ink in parts if text], self.size.width)

    def _back(self, *, here: bool = False) -> Style:
        variables = self.app.theme_variables
        if here and self.has_focus:
            return Style(bgcolor=variables["panel"], bold=True)
        return Style(bgcolor=variables["background"])

    # the mouse

    def on_click(self, event: events.Click) -> None:
        """Move to the clicked row, or open it if it was already current."""
        at = self._first + event.y - _HEAD
        if event.y >= _HEAD and at < len(self._keys) and not self._is_heading(at):
            again, self.at = at == self.at, at
            self.refresh()
            self.post_message(self.Opened() if again else self.Moved())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down three rows."""
        event.stop()
        self.action_step(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up three rows."""
        event.stop()
        self.action_step(-3)

    def on_focus(self) -> None:
        """Show which row is current."""
        self.refresh()

    def on_blur(self) -> None:
        """Stop showing which row is current."""
        self.refresh()
