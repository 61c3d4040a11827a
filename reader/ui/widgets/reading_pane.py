"""The text pane: draws a view, holds its top line, cursor and selection, and reports when they change."""

import asyncio
from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from annotations.values.long_text import AnyText
from annotations.values.spans import Span
from reader.page.aids import Aids, look_of
from reader.typeset import navigate
from reader.typeset.block import Blocks, ListedBlocks
from reader.typeset.paint import Layer
from reader.typeset.view import Line, View, ViewPlace
from reader.ui.page.annotation_index import AnnotationIndex
from reader.ui.page.geometry import Pane, pane_columns
from reader.ui.page.pane_lines import Marks, joined, marks_on, pane_line
from reader.ui.style.inks import style_of
from reader.ui.widgets.drawn import Drawn

_CONTEXT = 1  # rows repeated from the previous page
_WHEEL = 3
AHEAD = 2  # pages below that are laid out ahead of need
_DRAWN_AT_ONCE = 6  # lines
_MOST_STRIPS = 2_000  # lines that are kept as drawn
_REST = 0.02  # seconds after a key in which nothing is laid out ahead of need
_BELOW = 4  # bottom rows that count as off screen for the target of a jump
_LEAD = 3  # rows shown above the target of a jump


class ReadingPane(Drawn, can_focus=True):
    """The document's text, right-aligned if it is Arabic, with stripes, numbers and a scroll indicator."""

    TYPESET = False

    class Moved(Message):
        """The mouse or a resize moved the cursor, the selection or the page."""

    def __init__(self, mode: str, aids: Aids) -> None:
        """Start empty. mode: "dark" or "light"; aids: how the text is shown."""
        super().__init__(id="text")
        self._mode, self._aids = mode, aids
        self.view = View("", ListedBlocks(()), 1, "R", look_of(aids))
        self.cursor = 0
        self.origin: int | None = None
        self._top = ViewPlace(0, 0)
        self._top_offset = self._wanted_top = 0
        self._goal: int | None = None
        self._marked = AnnotationIndex()
        self._highlights: Callable[[int, int], list[Layer]] = lambda _low, _high: []
        self._dragging = False
        self._lines: list[Line] | None = None
        self._strips: dict[tuple[ViewPlace, bool], Strip] = {}
        self._drawn_lines: dict[int, Strip] = {}  # as they were last drawn
        self._pane = pane_columns(1, 1, rtl=True)
        self._warming: Timer | None = None

    # what is shown

    def show(
        self, text: AnyText, blocks: Blocks, direction: str, *, top: int, cursor: int, origin: int | None = None
    ) -> None:
        """Show a document from the offset `top` onwards, with the cursor at `cursor` and a selection from `origin`."""
        self.view = View(text, blocks, self._columns().text_width, direction, look_of(self._aids))
        self._wanted_top, self.cursor, self.origin = top, cursor, origin
        self._settle()

    def reflow(self, blocks: Blocks) -> None:
        """Show the same text with different blocks, keeping the reading position."""
        view = self.view
        self.view = View(view.text, blocks, self._columns().text_width, view.direction, look_of(self._aids))
        self._settle()

    def aid(self, aids: Aids) -> None:
        """Show the text with different reading aids, keeping the reading position."""
        self._aids = aids
        self.reflow(self.view.blocks)

    def mark(self, marked: AnnotationIndex) -> None:
        """Lay the annotations over the text."""
        self._marked = marked
        self._refresh_changed()

    def highlight(self, near: Callable[[int, int], list[Layer]]) -> None:
        """Highlight passages, on top of the annotations. near: returns the layers that a stretch of the text meets."""
        self._highlights = near
        self._strips.clear()
        self.refresh()

    @property
    def selection(self) -> Span | None:
        """The selected passage in whole letters, both ends included, or None if nothing is selected."""
        if self.origin is None:
            return None
        first, last = sorted((self.origin, self.cursor))
        return Span(navigate.snap(self.view, first), navigate.unit_end(self.view, last))

    @property
    def top(self) -> int:
        """The offset at which the topmost line begins."""
        return self._top_offset

    def select(self, span: Span) -> None:
        """Select a passage; the cursor goes to its last letter."""
        self.origin = span.start
        self._put(navigate.snap(self.view, span.end - 1))

    def drop_selection(self) -> None:
        """Clear the selection."""
        if self.origin is not None:
            self.origin = None
            self._refresh_changed()

    # moving

    def move(self, motion: Callable[[View, int], int]) -> None:
        """Move the cursor to where `motion` leads from here; the page follows."""
        self._put(motion(self.view, self.cursor))

    def move_rows(self, count: int) -> None:
        """Move the cursor down by `count` rows (up if negative), keeping its column."""
        goal = navigate.column(self.view, self.cursor) if self._goal is None else self._goal
        self._put(navigate.by_row(self.view, self.cursor, count, goal))
        self._goal = goal

    def page(self, step: int) -> None:
        """Turn a page (step 1 or -1): the rows move, and the cursor keeps its position on the screen if it can."""
        height = max(1, self.size.height - _CONTEXT)
        goal = navigate.column(self.view, self.cursor) if self._goal is None else self._goal
        before = self._top
        line = self._cursor_line()
        self._turn_to(self.view.move(self._top, step * height))
        if self._top == before:
            edge = navigate.text_edge(self.view, self.cursor, first=step < 0)
            self._put(edge)
            return
        self._land(line, goal)

    def go(self, offset: int, *, near_top: bool = False) -> None:
        """Move the cursor to `offset`. near_top: scroll it to near the top of the screen if it was off screen."""
        offset = navigate.snap(self.view, offset)
        if near_top and not 0 <= self._line_of(offset) < max(1, self.size.height - _BELOW):
            self._turn_to(self.view.move(self.view.place_of(offset), -_LEAD))
        self._put(offset)

    def _put(self, offset: int) -> None:
        """Move the cursor to `offset`; if the page does not scroll, redraw only the lines that change."""
        top, before = self._top, self._line_of(self.cursor)
        self._goal = None
        self.cursor = offset
        self._reveal()
        if top != self._top:
            return
        if self.origin is not None:
            self._refresh_changed()
            return
        for line in {before, self._line_of(offset)}:
            if 0 <= line < self.size.height:
                self.refresh(Region(0, line, self.size.width, 1))

    def _land(self, line: int, goal: int) -> None:
        """Move the cursor to the text nearest to the screen line `line`, in the column `goal`."""
        window = self.view.window(self._top, self.size.height)
        order = sorted(range(len(window)), key=lambda i: abs(i - line))
        for i in order:
            found = navigate.at_cell(self.view, window[i].place, goal)
            if found is not None:
                self.cursor = found
                break
        self._goal = goal
        self.refresh()

    def _line_of(self, offset: int) -> int:
        return self.view.distance(self._top, self.view.place_of(offset), 2 * max(1, self.size.height))

    def _cursor_line(self) -> int:
        return min(max(self._line_of(self.cursor), 0), max(0, self.size.height - 1))

    def _set_top(self, place: ViewPlace) -> None:
        self._lines = self.view.page_from(place, max(1, self.size.height))
        before, self._top = self._top, self._lines[0].place
        if self._top != before:
            self.refresh()
        self._top_offset = self._wanted_top = self.view.offset_of(self._top)

    def _turn_to(self, place: ViewPlace) -> None:
        """Begin the page at a place: with text rather than a blank line, and with its heading if it has one."""
        while self.view.row_at(place) is None:
            place = self.view.move(place, 1)
        headed = self.view.with_heading(place)
        self._set_top(place if headed <= self._top < place else headed)

    def _scroll(self, count: int) -> None:
        self._set_top(self.view.move(self._top, count))

    def _reveal(self) -> None:
        line, height = self._line_of(self.cursor), max(1, self.size.height)
        if line < 0:
            self._set_top(self.view.move(self.view.place_of(self.cursor), 0))
        elif line >= height:
            self._set_top(self.view.move(self.view.place_of(self.cursor), 1 - height))

    def _settle(self) -> None:
        """Restore the top line after a change of size or blocks: the line with the text last moved to the top.

        A window that is shrunk and enlarged again shows what it showed before, even if it had to follow the cursor.
        """
        self._lines = None
        self._strips.clear()
        self._drawn_lines.clear()
        self._pane = self._columns()
        if self.view.empty or not self.size.height:
            return
        kept = self._wanted_top
        self._set_top(self.view.with_heading(self.view.place_of(kept)))
        self.cursor = navigate.snap(self.view, self.cursor)
        self._reveal()
        self._wanted_top = kept
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Rewrap the rows, keeping the reading position."""
        del event
        self.fit()
        self.post_message(self.Moved())

    def warm(self) -> bool:
        """Lay out one of the next paragraphs below, or draw some of their lines, ahead of need; return whether there were any."""
        key = None if self.view.empty or not self.size.height else self._window()[-1].place.block
        lines = 0
        while key is not None and lines < AHEAD * self.size.height and (key := self.view.blocks.after(key)) is not None:
            if not self.view.is_laid_out(key):
                self.view.rows(key)
                return True
            lines += self.view.height(key)
        return False if self.view.empty else self._draw_ahead()

    def _draw_ahead(self) -> bool:
        """Draw a few lines of the page below; return whether any were left."""
        last = self._window()[-1].place if self.size.height else self._top
        lines = self.view.window(last, self.size.height)
        below = [one for one in lines if (one.place, False) not in self._strips and not self._is_touched(one)]
        for line in below[:_DRAWN_AT_ONCE]:
            self._strips[line.place, False] = self._drawn(line, self._pane, here=False)
        return len(below) > _DRAWN_AT_ONCE

    def warm_soon(self) -> None:
        """Lay out what comes next once the keys rest, a paragraph at a time."""
        if self._warming is None:
            self._warming = self.set_timer(_REST, self._warm)

    async def _warm(self) -> None:
        self._warming = None
        while self._warming is None and self.warm():  # noqa: ASYNC110 - it works, it does not wait
            await asyncio.sleep(0)

    def fit(self) -> None:
        """Rewrap the rows if the size has changed."""
        if (self._pane.width, self._pane.height) != (self.size.width, self.size.height):
            self.view = self.view.with_width(self._columns().text_width)
            self._settle()

    # drawing

    def _columns(self) -> Pane:
        size: Size = self.size
        return pane_columns(size.width, size.height, rtl=self.view.direction == "R", most=self._aids.width)

    def _window(self) -> list[Line]:
        if self._lines is None:
            self._lines = self.view.window(self._top, self.size.height)
        return self._lines

    def _refresh_changed(self) -> None:
        """Draw anew the lines that no longer look as they did: an act changes a few rows of a page."""
        before = dict(self._drawn_lines)
        self._strips.clear()
        if len(before) < self.size.height:
            self.refresh()
            return
        for y in range(self.size.height):
            if self.line(y) != before[y]:
                self.refresh(Region(0, y, self.size.width, 1))

    def line(self, y: int) -> Strip:
        """Return one line of the pane."""
        found = self._drawn_lines[y] = self._line(y)
        return found

    def _line(self, y: int) -> Strip:
        window = self._window()
        line = window[y] if y < len(window) else None
        pane = self._pane
        here = y == self._indicator(pane)
        if line is None or self._is_touched(line):
            return self._drawn(line, pane, here=here)
        key = (line.place, here)
        if len(self._strips) > _MOST_STRIPS:
            self._strips.clear()
        if key not in self._strips:
            self._strips[key] = self._drawn(line, pane, here=here)
        return self._strips[key]

    def _is_touched(self, line: Line) -> bool:
        """Return whether the cursor or the selection is on the line, so that it may change with every key."""
        if line.row is None:
            return False
        base = self.view.blocks[line.place.block].start
        start, end = base + line.row.start, base + line.row.end
        first, last = (self.cursor, self.cursor) if self.origin is None else sorted((self.origin, self.cursor))
        return start <= last and first < end

    def _drawn(self, line: Line | None, pane: Pane, *, here: bool) -> Strip:
        selected = self.selection
        over = (Layer(*selected, "selection"),) if selected else ()
        marks = (
            marks_on(self.view, line, self._marked, (*self._highlights_on(line), *over))
            if line is not None
            else Marks()
        )
        marks = marks._replace(cursor=self.cursor, ruler=self._aids.ruler)
        found = joined(pane_line(self.view, line, marks, pane, here=here))
        return Strip([Segment(piece.glyphs, style_of(piece.inks, self._mode)) for piece in found], pane.width)

    def _highlights_on(self, line: Line) -> list[Layer]:
        """Return the highlights near a line; there may be thousands in the text."""
        if line.row is None:
            return []
        base = self.view.blocks[line.place.block].start
        return self._highlights(base + line.row.start, base + line.row.end)

    def _indicator(self, pane: Pane) -> int:
        length = max(1, len(self.view.text))
        return min(self._top_offset * pane.height // length, pane.height - 1)

    # the mouse

    def offset_under(self, x: int, y: int) -> int | None:
        """Return the offset of the text in a cell of the pane, or None if there is none."""
        window, pane = self._window(), self._columns()
        if not 0 <= y < len(window):
            return None
        return navigate.at_cell(self.view, window[y].place, x - pane.text)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Set the cursor and prepare to select."""
        found = self.offset_under(event.x, event.y)
        if found is None:
            return
        if self.origin is not None:
            self.drop_selection()
        self._put(found)
        self.post_message(self.Moved())
        self._dragging = True
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is down, scrolling at the edges of the pane."""
        if not self._dragging:
            return
        if event.y < 0 or event.y >= self.size.height:
            self._scroll(-1 if event.y < 0 else 1)
        found = self.offset_under(event.x, min(max(event.y, 0), self.size.height - 1))
        if found is not None and found != self.cursor:
            if self.origin is None:
                self.origin = self.cursor
            self._put(found)
            self.post_message(self.Moved())

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a selection."""
        del event
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._wheel(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._wheel(-_WHEEL)

    def _wheel(self, count: int) -> None:
        self._scroll(count)
        line = self._line_of(self.cursor)
        if not 0 <= line < self.size.height:
            self._land(0 if line < 0 else self.size.height - 1, navigate.column(self.view, self.cursor))
        self.refresh()
        self.post_message(self.Moved())
