"""Filling rows: which glyph units go on which row of a column."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.typeset.shape import Unit


def _first_units(units: Sequence[Unit], offsets: Sequence[int]) -> list[int]:
    """Return the indices of the units that begin at the given offsets."""
    starts = [unit.start for unit in units]
    return [bisect_left(starts, offset) for offset in offsets]


def _taken(units: Sequence[Unit], first: int, last: int, final: bool) -> int:
    """Return the cells that units `first:last` take as a row: trailing blanks count as one cell unless `final`."""
    kept = last
    while kept > first and units[kept - 1].blank:
        kept -= 1
    if kept == first or final:
        return sum(unit.width for unit in units[first:last])
    return sum(unit.width for unit in units[first:kept]) + (1 if kept < last else 0)


def _blank_cuts(units: Sequence[Unit], first: int, last: int) -> list[int]:
    return [i for i in range(first + 1, last) if units[i - 1].blank and not units[i].blank]


def _split(units: Sequence[Unit], first: int, last: int, width: int) -> list[tuple[int, int]]:
    """Break a piece wider than the column between any two units, filling each row as far as possible."""
    pieces: list[tuple[int, int]] = []
    start, taken = first, 0
    for i in range(first, last):
        if taken + units[i].width > width and i > start:
            pieces.append((start, i))
            start, taken = i, 0
        taken += units[i].width
    pieces.append((start, last))
    return pieces


def _fill(units: Sequence[Unit], cuts: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Pack the pieces between `cuts` (which include both ends) into rows greedily, from the start."""
    rows: list[tuple[int, int]] = []
    start = end = cuts[0]
    total = len(units)
    for piece in cuts[1:]:
        if _taken(units, start, piece, piece == total) <= width:
            end = piece
            continue
        if end > start:
            rows.append((start, end))
        start, end = end, piece
        if _taken(units, start, piece, piece == total) > width:
            inner = _blank_cuts(units, start, piece)
            parts = _fill(units, [start, *inner, piece], width) if inner else _split(units, start, piece, width)
            rows += parts[:-1]
            start = parts[-1][0]
    rows.append((start, cuts[-1]))
    return rows


def wrap(units: Sequence[Unit], breaks: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Return the half-open unit indices of each row of a column `width` cells wide.

    breaks: offsets (code points) at which a row may begin. A group of words that must stay together but is wider
    than the column is broken at its blanks; a word wider than the column is broken between its units.
    """
    cuts = sorted({0, *_first_units(units, breaks), len(units)})
    return _fill(units, cuts, max(width, 1))
