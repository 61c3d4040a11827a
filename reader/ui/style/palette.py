"""The palette: what each ink looks like on a dark and on a light screen. No Textual here.

Inks are applied in order: a later one overrides the colours of an earlier one where it has its own.
"""

import os
from functools import cache
from typing import NamedTuple

PAPER = {"dark": "#1a1916", "light": "#faf7ef"}
SESSION_COLORS = 8
TAG_COLORS = 12
_GRAY_FIRST, _GRAY_STEP = 8, 10
_CUBE = (0, 95, 135, 175, 215, 255)


class Ink(NamedTuple):
    """Colours as #rrggbb, empty where the ink does not set them, and whether it is bold."""

    fore: str
    back: str
    bold: bool


@cache
def _table() -> dict[str, list[str]]:
    with open(os.path.join(os.path.dirname(__file__), "palette.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[:2] != "# "]
    return {row[0]: ["" if cell == "-" else cell for cell in row[1:]] for row in rows}


@cache
def mix(inks: tuple[str, ...], mode: str = "dark") -> Ink:
    """Return the combined look of several inks, applied in order. mode: "dark" or "light"."""
    fore, back, bold = "", "", False
    at = 0 if mode == "dark" else 2
    for name in inks:
        row = _table()[name]
        fore, back, bold = row[at] or fore, row[at + 1] or back, bold or row[4] == "bold"
    return Ink(fore, back, bold)


def session_ink(number: int) -> str:
    """Return the ink of a session by its number, counted from 1."""
    return f"session.{(number - 1) % SESSION_COLORS + 1}"


def true_color() -> bool:
    """Return whether the terminal reports that it supports true colour."""
    return os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")


def _nearest(color: str) -> int:
    """Return the number of the nearest colour among xterm's 256."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    steps = [min(range(6), key=lambda i: abs(_CUBE[i] - value)) for value in (red, green, blue)]
    cube = tuple(_CUBE[i] for i in steps)
    gray = min(max(round((sum((red, green, blue)) / 3 - _GRAY_FIRST) / _GRAY_STEP), 0), 23)
    level = _GRAY_FIRST + gray * _GRAY_STEP
    off_cube = sum((a - b) ** 2 for a, b in zip(cube, (red, green, blue), strict=True))
    off_gray = sum((level - value) ** 2 for value in (red, green, blue))
    return 232 + gray if off_gray < off_cube else 16 + 36 * steps[0] + 6 * steps[1] + steps[2]


def _sgr_color(color: str, ground: int, *, every: bool) -> str:
    if every:
        return f"{ground};2;" + ";".join(str(int(color[i : i + 2], 16)) for i in (1, 3, 5))
    return f"{ground};5;{_nearest(color)}"


@cache
def sgr(inks: tuple[str, ...], mode: str, *, every: bool) -> str:
    """Return the escape sequence that sets the look of `inks`. every: in true colour, else in xterm's 256 colours."""
    ink = mix(inks, mode)
    codes = ["0"] + (["1"] if ink.bold else [])
    if "NO_COLOR" not in os.environ:
        codes.append(_sgr_color(ink.fore or mix(("text",), mode).fore, 38, every=every))
        codes.append(_sgr_color(ink.back or PAPER[mode], 48, every=every))
    elif "cursor" in inks or "selection" in inks:
        codes.append("7")
    return f"\x1b[{';'.join(codes)}m"
