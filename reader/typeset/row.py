"""Rows: the screen lines of a paragraph, with the mapping between its characters and the cells.

Levels are resolved per paragraph, order per row: the characters of a row keep the relative order they have when the
whole paragraph is laid out on one line, so a number or a bracket at the start of a row is placed correctly. Rule L1
of UAX #9 moves a row's trailing blanks to its visual end.
"""

from bisect import bisect_right
from typing import NamedTuple

from reader.typeset.bidi import Base, Resolved, base_direction, resolve, resolve_part
from reader.typeset.breaks import break_offsets
from reader.typeset.digits import with_digits
from reader.typeset.look import PLAIN, Look
from reader.typeset.shape import Unit, shape, with_invisibles
from reader.typeset.wrap import wrap


class Row(NamedTuple):
    """One screen line.

    start, end: its span of the paragraph in code points, half-open. units: its glyph units in logical order.
    order: their indices from left to right. cells: for each cell from the left, the index of the unit in it.
    base: the paragraph's direction.
    """

    start: int
    end: int
    units: tuple[Unit, ...]
    order: tuple[int, ...]
    cells: tuple[int, ...]
    base: Base

    @property
    def width(self) -> int:
        """The number of cells."""
        return len(self.cells)

    def unit_index(self, offset: int) -> int:
        """Return the index of the unit that holds `offset`, or of the first or last unit if it lies outside the row."""
        index = bisect_right(self.units, offset, key=_start) - 1
        return min(max(index, 0), len(self.units) - 1)

    def cell_of(self, offset: int) -> int:
        """Return the leftmost cell of the unit that holds `offset`."""
        return self.cells.index(self.unit_index(offset))

    def offset_at(self, cell: int) -> int:
        """Return the offset of the unit in `cell`, or of the unit at the near edge if the cell lies outside the row."""
        return self.units[self.cells[min(max(cell, 0), len(self.cells) - 1)]].start

    def indent(self, width: int) -> int:
        """Return the empty cells to the left of the row in a column of `width` cells; a row is flush with its start."""
        return max(0, width - self.width) if self.base == "R" else 0

    def glyphs(self) -> str:
        """Return what is printed, from left to right."""
        return "".join([self.units[i].glyph for i in self.order])


def _start(unit: Unit) -> int:
    return unit.start


class Paragraph(NamedTuple):
    """A paragraph ready to be broken at any width: its text, direction, units, and the visual rank of each unit."""

    text: str
    base: Base
    units: tuple[Unit, ...]
    ranks: tuple[int, ...]
    breaks: tuple[int, ...]


def prepare(text: str, base: Base | None = None, *, reveal: bool = False, look: Look = PLAIN) -> Paragraph:
    """Return the paragraph `text`, ordered and shaped. base: its direction, or None for that of its first letter."""
    direction = base or base_direction(text)
    return _prepared(text, direction, resolve(text, direction), reveal=reveal, look=look)


def prepare_part(around: str, start: int, end: int, base: Base, *, look: Look = PLAIN) -> Paragraph:
    """Return the part `start:end` of a paragraph, ordered as in the whole. around: as much of the whole as is known."""
    return _prepared(around[start:end], base, resolve_part(around, start, end, base), reveal=True, look=look)


def _prepared(text: str, base: Base, resolved: Resolved, *, reveal: bool, look: Look) -> Paragraph:
    shaped = shape(text, resolved.rtl, reveal=reveal)
    units = with_digits(tuple(with_invisibles(text, shaped) if look.invisibles else shaped), text, look.digits)
    rank = [0] * len(text)
    for position, offset in enumerate(resolved.order):
        rank[offset] = position
    return Paragraph(text, base, units, tuple([rank[unit.at] for unit in units]), tuple(break_offsets(text)))


def _merge_blanks(units: tuple[Unit, ...], ranks: tuple[int, ...]) -> tuple[tuple[Unit, ...], tuple[int, ...], int]:
    """Merge the blanks that end a row into one unit of one cell; the last value is the number of such units."""
    kept = len(units)
    while kept > 0 and units[kept - 1].blank:
        kept -= 1
    if kept in (len(units), 0):
        return units, ranks, 0
    tail = Unit(units[kept].start, units[-1].end, " ", 1, units[kept].rtl, units[kept].at)
    return (*units[:kept], tail), (*ranks[:kept], ranks[kept]), 1


def rebuilt(row: Row, units: tuple[Unit, ...]) -> Row:
    """Return a row with other units in the same order and its cells recalculated."""
    cells = [i for i in row.order for _ in range(units[i].width)]
    return row._replace(units=units, cells=tuple(cells))


def make_row(paragraph: Paragraph, first: int, last: int) -> Row:
    """Return the row made of the units `first:last` of the paragraph."""
    units, ranks, trailing = paragraph.units[first:last], paragraph.ranks[first:last], 0
    if last < len(paragraph.units):
        units, ranks, trailing = _merge_blanks(units, ranks)
    body = len(units) - trailing
    order = sorted(range(body), key=ranks.__getitem__)
    if trailing:
        order = [body, *order] if paragraph.base == "R" else [*order, body]
    cells = [i for i in order for _ in range(units[i].width)]
    return Row(units[0].start, units[-1].end, units, tuple(order), tuple(cells), paragraph.base)


def lay_out(paragraph: Paragraph, width: int) -> list[Row]:
    """Return the rows of a paragraph in a column of `width` cells; together they hold every unit once, in order.

    A row exceeds the column only where a unit of two cells stands in a column of one.
    """
    if not paragraph.units:
        return []
    bounds = wrap(paragraph.units, paragraph.breaks, width)
    return [make_row(paragraph, first, last) for first, last in bounds]


def one_row(text: str, base: Base) -> Row | None:
    """Return `text` as a single row of any width, or None for an empty text."""
    paragraph = prepare(text, base)
    return make_row(paragraph, 0, len(paragraph.units)) if paragraph.units else None
