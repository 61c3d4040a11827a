"""A text being edited: its cursor and selection move visually, by cluster, in text of mixed directions.

The cursor is an offset (code points) between clusters, from 0 to the text's length; lam-alef, one cell wide, has a
stop between its two letters. Each line (between newlines) is a paragraph with the direction of its own first letter.
"""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from reader.text.clusters import cluster_starts
from reader.text.segments import words
from reader.typeset.bidi import Base, base_direction
from reader.typeset.row import Row, lay_out, prepare

_HALF = 0.5


class EditorLine(NamedTuple):
    """A displayed row: the offset at which its paragraph begins, the row (None: an empty line), and its direction."""

    base: int
    row: Row | None
    direction: Base

    @property
    def start(self) -> int:
        """The offset at which the line begins."""
        return self.base + (self.row.start if self.row else 0)

    @property
    def end(self) -> int:
        """The offset after the line's last character, including blanks at a break."""
        return self.base + (self.row.end if self.row else 0)


class EditorSpot(NamedTuple):
    """Where an offset is displayed: the index of its line, and x, the cells and half cells from its left edge."""

    line: int
    x: float


def stops(text: str) -> list[int]:
    """Return the offsets at which a cursor may stand: cluster boundaries, including both ends of the text."""
    return [*cluster_starts(text), len(text)] if text else [0]


@lru_cache(maxsize=8192)
def _paragraph(part: str, width: int, default: Base) -> tuple[Base, tuple[Row, ...]]:
    """Return the direction and the rows of a line of the text; while one types, only the line at the cursor is new."""
    direction = base_direction(part, default)
    return direction, tuple(lay_out(prepare(part, direction), width))


def lines_of(text: str, width: int, default: Base) -> list[EditorLine]:
    """Return the rows of a text in a column of `width` cells. default: the direction of a line without letters."""
    found: list[EditorLine] = []
    base = 0
    for part in text.split("\n"):
        direction, rows = _paragraph(part, width, default)
        found += [EditorLine(base, row, direction) for row in rows] or [EditorLine(base, None, direction)]
        base += len(part) + 1
    return found


def line_at(lines: list[EditorLine], offset: int) -> int:
    """Return the index of the line on which `offset` is displayed: at a break, the following one."""
    return max(bisect_right(lines, offset, key=_start) - 1, 0)


def _start(line: EditorLine) -> int:
    return line.start


def _x(line: EditorLine, offset: int) -> float:
    """Return the x position of a cursor before `offset`: the leading edge of its letter, or the line's end."""
    row = line.row
    if row is None:
        return 0.0
    inside = offset - line.base
    if inside >= row.end:
        return 0.0 if line.direction == "R" else float(row.width)
    unit = row.units[row.unit_index(inside)]
    left = row.cell_of(inside)
    edge = left + unit.width if unit.rtl else left
    second = (
        inside > unit.start
        and unit.end - unit.start > 1
        and inside in (unit.start + n for n in range(1, unit.end - unit.start))
    )
    return edge - _HALF if second and unit.rtl else float(edge)


def spot(lines: list[EditorLine], offset: int) -> EditorSpot:
    """Return where a cursor before `offset` is displayed."""
    index = line_at(lines, offset)
    return EditorSpot(index, _x(lines[index], offset))


def _on_line(text: str, line: EditorLine, *, last: bool) -> list[int]:
    """Return the stops of a line; its end is one only if it is the last line of its paragraph."""
    return [stop for stop in stops(text) if line.start <= stop < line.end or (last and stop == line.end)]


def _is_last(lines: list[EditorLine], index: int) -> bool:
    return index + 1 == len(lines) or lines[index + 1].base != lines[index].base


def by_eye(text: str, lines: list[EditorLine], offset: int, step: int) -> int:
    """Return the stop to the right (step 1) or left (-1) of `offset`; past a line's edge, the adjacent line's edge."""
    index = line_at(lines, offset)
    line = lines[index]
    order = sorted(_on_line(text, line, last=_is_last(lines, index)), key=lambda stop: (_x(line, stop), stop))
    at = order.index(offset) + step if offset in order else 0
    if 0 <= at < len(order):
        return order[at]
    onward = (step > 0) == (line.direction == "L")
    beyond = index + (1 if onward else -1)
    if not 0 <= beyond < len(lines):
        return offset
    found = _on_line(text, lines[beyond], last=_is_last(lines, beyond))
    return found[0] if onward else found[-1]


def by_row(text: str, lines: list[EditorLine], offset: int, step: int, goal: float) -> int:
    """Return the stop nearest to the x position `goal` on the line below (step 1) or above (-1)."""
    beyond = line_at(lines, offset) + step
    if not 0 <= beyond < len(lines):
        return len(text) if step > 0 else 0
    return at_place(text, lines, beyond, goal)


def at_place(text: str, lines: list[EditorLine], index: int, x: float) -> int:
    """Return the stop of a line that is displayed nearest to the position `x`."""
    line = lines[index]
    return min(_on_line(text, line, last=_is_last(lines, index)), key=lambda stop: (abs(_x(line, stop) - x), stop))


def line_edge(text: str, lines: list[EditorLine], offset: int, *, first: bool) -> int:
    """Return the first or last stop of the line that `offset` is on."""
    index = line_at(lines, offset)
    found = _on_line(text, lines[index], last=_is_last(lines, index))
    return found[0 if first else -1]


def by_word(text: str, offset: int, step: int) -> int:
    """Return the start of the next (step 1) or previous word in reading order, or else the text's end or beginning."""
    starts = [start for start, _end in words(text)]
    found = [s for s in starts if s > offset] if step > 0 else [s for s in starts if s < offset]
    if not found:
        return len(text) if step > 0 else 0
    return found[0] if step > 0 else found[-1]


class Edit(NamedTuple):
    """A text with its cursor and the origin of its selection (equal to the cursor if nothing is selected)."""

    text: str = ""
    cursor: int = 0
    origin: int = 0

    @property
    def selected(self) -> tuple[int, int]:
        """The selection, half-open; empty at the cursor if nothing is selected."""
        return min(self.cursor, self.origin), max(self.cursor, self.origin)

    def moved(self, offset: int, *, select: bool = False) -> "Edit":
        """Return the edit with the cursor moved to `offset`. select: extend the selection to there."""
        return self._replace(cursor=offset, origin=self.origin if select else offset)

    def replaced(self, start: int, end: int, new: str) -> "Edit":
        """Return the edit with `start:end` replaced and the cursor after the new text, at a cluster boundary."""
        text = self.text[:start] + new + self.text[end:]
        offset = next(stop for stop in stops(text) if stop >= start + len(new))
        return Edit(text, offset, offset)

    def typed(self, new: str) -> "Edit":
        """Return the edit with `new` in place of the selection."""
        return self.replaced(*self.selected, new)

    def backspaced(self) -> "Edit":
        """Return the edit without the selection, or else without the mark or letter before the cursor."""
        start, end = self.selected
        if start == end:
            start = max(0, start - 1)
        return self.replaced(start, end, "") if end > start else self

    def deleted(self) -> "Edit":
        """Return the edit without the selection, or else without the whole cluster after the cursor."""
        start, end = self.selected
        if start == end:
            end = next((stop for stop in stops(self.text) if stop > start), start)
        return self.replaced(start, end, "") if end > start else self

    def word_backspaced(self) -> "Edit":
        """Return the edit without the selection, or else without everything back to the start of the word."""
        start, end = self.selected
        return self.replaced(start if start < end else by_word(self.text, start, -1), end, "") if end else self
