"""Highlights: the style in which each cell of a row is printed, and how a row is cut into pieces of one style.

Styles are keys (names in the palette), so this module knows no colours. Several layers may cover one unit; a later
one hides an earlier one of the same aspect.
"""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining

from reader.typeset.row import Row

CURSOR = "cursor"


class Layer(NamedTuple):
    """A highlight: a half-open span (code points of the text) and its palette key."""

    start: int
    end: int
    ink: str


class Piece(NamedTuple):
    """A stretch of a printed row: its glyphs from left to right, its cells, and its keys from the lowest layer up."""

    glyphs: str
    width: int
    inks: tuple[str, ...]


def inks_of(row: Row, base: int, layers: Sequence[Layer]) -> list[tuple[str, ...]]:
    """Return, for every unit of the row in logical order, the keys of the layers that overlap it.

    base: the offset at which the row's block begins. A boundary inside a unit (lam-alef) highlights the whole unit.
    """
    low, high = base + row.start, base + row.end
    here = [layer for layer in layers if layer.start < high and low < layer.end]
    if not here:
        return [()] * len(row.units)
    found = [
        tuple([layer.ink for layer in here if layer.start < base + unit.end and base + unit.start < layer.end])
        for unit in row.units
    ]
    if row.units[-1].blank:  # the blank at which the row was broken: colour there would extend past the text
        found[-1] = tuple([ink for ink in found[-1] if ink == CURSOR])
    return found


def _marked(glyph: str) -> bool:
    return len(glyph) > 1 and any(map(combining, glyph[1:]))


def plain_piece(row: Row, inks: tuple[str, ...]) -> Piece | None:
    """Return a row of one style as one piece, or None if letters with marks or wide ones must stay apart."""
    glyphs = row.glyphs()
    return Piece(glyphs, row.width, inks) if len(glyphs) == row.width == len(row.units) else None


def pieces(row: Row, inks: Sequence[tuple[str, ...]]) -> list[Piece]:
    """Return the row as pieces of one style each, from left to right.

    A unit with marks is a piece of its own: the screen library cuts between code points and would detach the marks.
    """
    found: list[Piece] = []
    alone = True
    for index in row.order:
        unit = row.units[index]
        marked = _marked(unit.glyph)
        if found and not alone and not marked and found[-1].inks == inks[index]:
            last = found[-1]
            found[-1] = Piece(last.glyphs + unit.glyph, last.width + unit.width, last.inks)
        else:
            found.append(Piece(unit.glyph, unit.width, inks[index]))
        alone = marked
    return found
