"""Cursor motions over a view: visual (cells and rows) and logical (words, sentences, sessions).

A cursor is the offset (code points) of the glyph unit it stands on. Left and right move visually; all other motions
follow the reading order. Each motion returns the new offset, or the old one if there is nowhere to go.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.segments import sentences, words
from reader.typeset.row import Row
from reader.typeset.view import View, ViewPlace

_UNSEEN = 16  # more characters than any single unit holds


class Spot(NamedTuple):
    """Where an offset is displayed: its line, that line's row, and the offset at which the row's block begins."""

    place: ViewPlace
    row: Row
    base: int


def spot(view: View, offset: int) -> Spot | None:
    """Return where the character at `offset` is displayed, or None in an empty view."""
    if view.empty:
        return None
    place = view.place_of(offset)
    row = view.row_at(place)
    return None if row is None else Spot(place, row, view.blocks[place.block].start)


def snap(view: View, offset: int) -> int:
    """Return the start of the glyph unit that holds `offset`."""
    where = spot(view, offset)
    return offset if where is None else where.base + where.row.units[where.row.unit_index(offset - where.base)].start


def unit_end(view: View, offset: int) -> int:
    """Return the offset after the glyph unit that holds `offset`."""
    where = spot(view, offset)
    return offset + 1 if where is None else where.base + where.row.units[where.row.unit_index(offset - where.base)].end


def column(view: View, offset: int) -> int:
    """Return the cell of the character at `offset`, counted from the left edge of the text column."""
    where = spot(view, offset)
    return 0 if where is None else where.row.indent(view.width) + where.row.cell_of(offset - where.base)


def at_cell(view: View, place: ViewPlace, cell: int) -> int | None:
    """Return the offset of the unit in a cell of a line, or nearest to it past the row's ends; None without text."""
    row = view.row_at(place)
    if row is None or view.blocks[place.block].virtual:
        return None
    return view.blocks[place.block].start + row.offset_at(cell - row.indent(view.width))


def _neighbour_row(view: View, place: ViewPlace, step: int) -> ViewPlace | None:
    """Return the nearest line of text below (step 1) or above (-1), or None if there is none."""
    while True:
        following = view.move(place, step)
        if following == place:
            return None
        if view.row_at(following) is not None and not view.blocks[following.block].virtual:
            return following
        place = following


def _row_edge(view: View, place: ViewPlace, *, first: bool) -> int:
    row = view.row_at(place)
    if row is None:
        return view.offset_of(place)
    return view.blocks[place.block].start + row.units[0 if first else -1].start


def by_cell(view: View, offset: int, step: int) -> int:
    """Move one unit visually to the right (step 1) or left (-1); past a row's edge, on to the neighbouring row."""
    where = spot(view, offset)
    if where is None:
        return offset
    index = where.row.order.index(where.row.unit_index(offset - where.base)) + step
    if 0 <= index < len(where.row.order):
        return where.base + where.row.units[where.row.order[index]].start
    onward = (step > 0) == (where.row.base == "L")
    beyond = _neighbour_row(view, where.place, 1 if onward else -1)
    return offset if beyond is None else _row_edge(view, beyond, first=onward)


def by_row(view: View, offset: int, count: int, goal: int) -> int:
    """Move `count` rows of text down (up if negative), staying as close as possible to cell `goal` of the column."""
    where = spot(view, offset)
    if where is None:
        return offset
    place = where.place
    for _ in range(abs(count)):
        following = _neighbour_row(view, place, 1 if count > 0 else -1)
        if following is None:
            break
        place = following
    found = at_cell(view, place, goal)
    return offset if found is None else found


def row_edge(view: View, offset: int, *, first: bool) -> int:
    """Move to the first or last character of the row."""
    where = spot(view, offset)
    return offset if where is None else _row_edge(view, where.place, first=first)


def text_edge(view: View, offset: int, *, first: bool) -> int:
    """Move to the first or last character of the document that is displayed."""
    key = view.blocks.at(0 if first else len(view.text))
    while key is not None and view.blocks[key].virtual:
        key = view.blocks.after(key) if first else view.blocks.before(key)
    if key is None:
        return offset
    row = view.rows(key)[0 if first else -1]
    return view.blocks[key].start + row.units[0 if first else -1].start


def _beyond(starts: Sequence[int], offset: int, step: int) -> int | None:
    at = bisect_right(starts, offset) if step > 0 else bisect_left(starts, offset) - 1
    return starts[at] if 0 <= at < len(starts) else None


def by_segment(view: View, offset: int, step: int, kind: str) -> int:
    """Move to the start of the next (step 1) or previous (-1) word, sentence or paragraph, across blocks of text."""
    key = None if view.empty else view.block_at(offset)
    while key is not None:
        block = view.blocks[key]
        if not block.virtual:
            content = view.content(key)
            cuts = {"word": words, "sentence": sentences, "paragraph": _whole}[kind](content)
            starts = [block.start + start for start, _ in cuts]
            for start in starts if step > 0 else reversed(starts):
                found = snap(view, start) if (start - offset) * step > -_UNSEEN else offset
                if (found - offset) * step > 0:
                    return found
        key = view.blocks.after(key) if step > 0 else view.blocks.before(key)
    return offset


def _whole(content: str) -> list[tuple[int, int]]:
    return [(0, len(content))]


def by_start(starts: Sequence[int], offset: int, step: int) -> int | None:
    """Return the next (step 1) or previous (-1) of the sorted `starts` from `offset`, or None."""
    return _beyond(starts, offset, step)
