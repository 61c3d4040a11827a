"""One line of the interface: reordered, shaped and, in a right-to-left interface, mirrored as a whole.

The line is given as cells in logical order, padding included; it is returned as the same number of cells from left to
right, each with the index of its character, so that styles and clicks follow.
"""

from functools import lru_cache
from typing import NamedTuple

from reader.text.clusters import cluster_starts
from reader.text.width import cell_width, is_zero_width
from reader.typeset.bidi import Base, resolve
from reader.typeset.shape import Unit, shape

_MIRRORED = str.maketrans(
    "┌┐└┘├┤╭╮╰╯╔╗╚╝╠╣┏┓┗┛┣┫▏▕▌▐←→◂▸◀▶⟵⟶⇐⇒▖▗▘▝▙▟▛▜◁▷",
    "┐┌┘└┤├╮╭╯╰╗╔╝╚╣╠┓┏┛┗┫┣▕▏▐▌→←▸◂▶◀⟶⟵⇒⇐▗▖▝▘▟▙▜▛▷◁",
)
_FIRST_SEQUENCE = "\u1100"  # from here on a cluster may be wider or narrower than the sum of its characters
_EDGES = frozenset("│┃║▏▕▌▐█▊▎")


class Cell(NamedTuple):
    """The printed form of one glyph unit, its columns, and the index of the character it represents."""

    glyph: str
    width: int
    source: int


def is_plain(line: str) -> bool:
    """Return whether a line needs no work in a left-to-right interface: no right-to-left letters, no controls."""
    return line.isascii() or not any(
        "\u0590" <= c <= "\u08ff" or "\u200b" <= c <= "\u206f" or "\ufb1d" <= c <= "\ufefc" for c in line
    )


def _filled(line: str, units: list[Unit]) -> tuple[list[Unit], int]:
    """Return the units padded with blanks for the columns lost against `line`, and the columns still missing.

    Blanks go into the next gap of two or more blanks after the units that shrank, so that what is aligned to the far
    side of a row stays in place. The second value counts the blanks for which there was no such gap.
    """
    found: list[Unit] = []
    owed = 0
    for unit in units:
        owed += columns(line[unit.start : unit.end]) - unit.width
        if owed > 0 and unit.glyph == " " and found and found[-1].glyph == " ":
            found += [unit] * owed
            owed = 0
        found.append(unit)
    return found, max(owed, 0)


def _order(text: str, base: Base) -> tuple[list[int], list[Unit]]:
    """Return the visual rank of each character, and the units in logical order."""
    resolved = resolve(text, base)
    rank = [0] * len(text)
    for position, offset in enumerate(resolved.order):
        rank[offset] = position
    return rank, shape(text, resolved.rtl, circle=False)


def _glyph(unit: Unit) -> str:
    return unit.glyph.translate(_MIRRORED) if unit.rtl else unit.glyph


@lru_cache(maxsize=4096)
def typeset_line(line: str, base: Base) -> tuple[Cell, ...]:
    """Return the cells of one interface line from left to right. base: the interface's direction.

    Lam-alef and isolates shorten a line; it is padded with blanks to as many columns as `line` has.
    """
    if not columns(line):
        return ()
    rank, units = _order(line, base)
    filled, owed = _filled(line, units)
    step = 1 if base == "L" else -1
    places = [(rank[unit.at], step * i if unit.glyph == " " else 0) for i, unit in enumerate(filled)]
    cells = [
        Cell(_glyph(filled[i]), filled[i].width, filled[i].at)
        for i in sorted(range(len(filled)), key=places.__getitem__)
    ]
    if owed and cells:
        last = 0 if base == "R" else len(cells) - 1
        inside = int(cells[last].glyph in _EDGES)
        end = inside if base == "R" else len(cells) - inside
        cells[end:end] = [Cell(" ", 1, cells[last].source)] * owed
    return tuple(cells)


@lru_cache(maxsize=4096)
def columns(line: str) -> int:
    """Return the number of columns the screen library counts for a line: format characters and marks take none."""
    if line.isascii():
        return len(line)
    if max(line) < _FIRST_SEQUENCE:
        return sum([0 if is_zero_width(char) else 1 for char in line])
    starts = cluster_starts(line)
    return sum(cell_width(line[a:b]) for a, b in zip(starts, [*starts[1:], len(line)], strict=True))


def typeset_text(line: str, base: Base) -> str:
    """Return one line as it is printed, from left to right, without padding."""
    rank, units = _order(line, base)
    return "".join([_glyph(unit) for unit in sorted(units, key=lambda unit: rank[unit.at])])
