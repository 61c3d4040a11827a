"""Filling rows: which glyph units go on which row of a column."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.typeset.shape import Unit


class _Measured(NamedTuple):
    """The units of a paragraph, which of them are blank, and the cells before each and behind the last."""

    units: Sequence[Unit]
    blank: list[bool]
    before: list[int]


def _measured(units: Sequence[Unit]) -> _Measured:
    blank = [not unit.glyph.strip() for unit in units]
    return _Measured(units, blank, [0, *accumulate([unit.width for unit in units])])


def _first_units(units: Sequence[Unit], offsets: Sequence[int]) -> list[int]:
    """Return the indices of the units that begin at the given offsets."""
    starts = [unit.start for unit in units]
    return [bisect_left(starts, offset) for offset in offsets]


def _taken(found: _Measured, first: int, last: int) -> int:
    """Return the cells that units `first:last` take as a row: trailing blanks count as one cell, but not at the end."""
    kept = last
    while kept > first and found.blank[kept - 1]:
        kept -= 1
    if kept in (first, last) or last == len(found.units):
        return found.before[last] - found.before[first]
    return found.before[kept] - found.before[first] + 1


def _blank_cuts(found: _Measured, first: int, last: int) -> list[int]:
    return [i for i in range(first + 1, last) if found.blank[i - 1] and not found.blank[i]]


def _split(found: _Measured, first: int, last: int, width: int) -> list[tuple[int, int]]:
    """Break a piece wider than the column between any two units, filling each row as far as possible."""
    pieces: list[tuple[int, int]] = []
    start = first
    for i in range(first, last):
        if found.before[i + 1] - found.before[start] > width and i > start:
            pieces.append((start, i))
            start = i
    pieces.append((start, last))
    return pieces


def _fill(found: _Measured, cuts: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Pack the pieces between `cuts` (which include both ends) into rows greedily, from the start."""
    rows: list[tuple[int, int]] = []
    start = end = cuts[0]
    for piece in cuts[1:]:
        if _taken(found, start, piece) <= width:
            end = piece
            continue
        if end > start:
            rows.append((start, end))
        start, end = end, piece
        if _taken(found, start, piece) > width:
            inner = _blank_cuts(found, start, piece)
            parts = _fill(found, [start, *inner, piece], width) if inner else _split(found, start, piece, width)
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
    return _fill(_measured(units), cuts, max(width, 1))
