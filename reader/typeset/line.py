"""One line of the interface: ordered, shaped and, in a right-to-left interface, mirrored as a whole.

The line is given as cells in logical order, padding included; it comes back as cells from left to right, as many as
before, each knowing which character it was, so that styles and clicks follow.
"""

from functools import lru_cache
from typing import NamedTuple

from reader.text.width import cell_width, is_zero_width
from reader.typeset.bidi import Base, resolve
from reader.typeset.shape import Unit, shape

_MIRRORED = str.maketrans(
    "┌┐└┘├┤╭╮╰╯╔╗╚╝╠╣┏┓┗┛┣┫▏▕▌▐←→◂▸◀▶⟵⟶⇐⇒▖▗▘▝▙▟▛▜◁▷",
    "┐┌┘└┤├╮╭╯╰╗╔╝╚╣╠┓┏┛┗┫┣▕▏▐▌→←▸◂▶◀⟶⟵⇒⇐▗▖▝▘▟▙▜▛▷◁",
)
_EDGES = frozenset("│┃║▏▕▌▐█▊▎")


class Cell(NamedTuple):
    """What is printed in one glyph unit, its columns, and the index of the character it stands for."""

    glyph: str
    width: int
    source: int


def is_plain(line: str) -> bool:
    """Tell whether a line needs nothing in a left-to-right interface: no right-to-left letter, no control."""
    return line.isascii() or not any(
        "\u0590" <= c <= "\u08ff" or "\u200b" <= c <= "\u206f" or "\ufb1d" <= c <= "\ufefc" for c in line
    )


def _filled(line: str, units: list[Unit], base: Base) -> list[Unit]:
    """Return the units with blanks put in for the columns that they take less than the characters of `line` did.

    A blank goes into the next gap of two blanks or more after what shrank, so that what is set at the far side of a
    row stays where it is; where there is none, it goes to the row's end, inside an edge drawn there.
    """
    found: list[Unit] = []
    owed = 0
    for unit in units:
        owed += columns(line[unit.start : unit.end]) - unit.width
        if owed > 0 and unit.glyph == " " and found and found[-1].glyph == " ":
            found += [unit] * owed
            owed = 0
        found.append(unit)
    if owed > 0 and found:
        edge = len(found) - 1 if found[-1].glyph in _EDGES else len(found)
        last = found[edge - 1] if edge else found[0]
        found[edge:edge] = [last._replace(glyph=" ", width=1, rtl=base == "R")] * owed
    return found


def _order(text: str, base: Base, *, fill: bool) -> list[Unit]:
    resolved = resolve(text, base)
    rank = {offset: position for position, offset in enumerate(resolved.order)}
    units = shape(text, resolved.rtl)
    if not fill:
        return sorted(units, key=lambda unit: rank[unit.at])
    filled = _filled(text, units, base)
    step = 1 if base == "L" else -1
    places = [(rank[unit.at], step * i if unit.glyph == " " else 0) for i, unit in enumerate(filled)]
    return [filled[i] for i in sorted(range(len(filled)), key=places.__getitem__)]


@lru_cache(maxsize=4096)
def typeset_line(line: str, base: Base) -> tuple[Cell, ...]:
    """Return the cells of one interface line from left to right. base: the interface's direction.

    Lam-alef and isolates make it shorter: it is filled up with blanks so that its columns stay as many as `line` had.
    """
    units = _order(line, base, fill=True)
    return tuple(
        [Cell(unit.glyph.translate(_MIRRORED) if unit.rtl else unit.glyph, unit.width, unit.at) for unit in units]
    )


def columns(line: str) -> int:
    """Return the columns that the screen library counts for a line: format characters and marks take none."""
    return sum(0 if is_zero_width(char) else cell_width(char) for char in line)


def typeset_text(line: str, base: Base) -> str:
    """Return one line as it is printed, from left to right, without filling up."""
    return "".join(
        [unit.glyph.translate(_MIRRORED) if unit.rtl else unit.glyph for unit in _order(line, base, fill=False)]
    )
