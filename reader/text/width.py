"""How many terminal columns a glyph takes.

The thirteen terminals tested agree on Arabic: a letter takes one cell with or without marks. Wide characters follow
East Asian Width (UAX #11); emoji presentation takes two cells, and so does a flag, a pair of regional indicators
(seen: xterm 379, PuTTY 0.78).
"""

from unicodedata import category, east_asian_width

_FIRST_WIDE = 0x1100
_ZERO = frozenset(("Mn", "Me", "Cf"))
_EMOJI_PRESENTATION = "\ufe0f"


def is_zero_width(char: str) -> bool:
    """Return whether `char` takes no column of its own: a non-spacing mark or a format character."""
    return char > "\x7f" and category(char) in _ZERO


def cell_width(glyph: str) -> int:
    """Return the columns (0, 1 or 2) that one cluster takes, however many code points it has."""
    first = glyph[:1]
    if not first or is_zero_width(first):
        return 0
    if ord(first) < _FIRST_WIDE:
        return 2 if _EMOJI_PRESENTATION in glyph and first not in "#*0123456789" else 1
    flag = "\U0001f1e6" <= first <= "\U0001f1ff" and len(glyph) > 1
    if flag or east_asian_width(first) in "WF" or _EMOJI_PRESENTATION in glyph:
        return 2
    return 1
