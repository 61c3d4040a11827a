"""Where everything stands on the screen, in cells. No Textual here: the first page is painted by these figures too.

Start and end are the sides of the interface's language, except within the text pane, where they are the document's.
"""

from typing import NamedTuple

TOP = 2  # title row and strip
BOTTOM = 2  # status row and key hints
SIDEBAR = 24
WIDE_SIDEBAR = 32
_TWO_SIDEBARS = 100
_DOCKED = 70
_WIDE = 150
_MOST_TEXT = 72
STRIPES = 3
_NUMBERS = 4
_MARGIN = STRIPES + _NUMBERS + 1
_NARROW = 40  # a pane below this width has no numbers


class Pane(NamedTuple):
    """The columns of the text pane, from its left edge, and its size.

    text: first column of the text; stripes: of the stripes; numbers: of the paragraph numbers (-1: none); bar: of the
    scroll indicator.
    """

    width: int
    height: int
    text: int
    text_width: int
    stripes: int
    numbers: int
    bar: int
    rtl: bool


class Screen(NamedTuple):
    """The widths of the two sidebars (0: hidden), whether one lies over the text, and the pane's left edge."""

    outline: int
    voices: int
    overlay: bool
    pane_left: int
    pane: Pane


def pane_columns(width: int, height: int, *, rtl: bool) -> Pane:
    """Return the columns of a text pane of this size. rtl: the document's direction."""
    narrow = width < _NARROW
    margin = STRIPES + 1 if narrow else _MARGIN
    text_width = max(1, min(_MOST_TEXT, width - margin - 2))
    spare = max(0, width - text_width - margin - 2) // 2
    if rtl:
        text = width - 1 - spare - margin - text_width + 1
        stripes = text + text_width
        return Pane(width, height, text, text_width, stripes, -1 if narrow else stripes + STRIPES, 0, rtl)
    stripes = spare + (0 if narrow else _NUMBERS)
    return Pane(width, height, stripes + STRIPES + 1, text_width, stripes, -1 if narrow else spare, width - 1, rtl)


def default_sidebars(columns: int) -> tuple[bool, bool]:
    """Return whether outline and voices show by themselves on a screen of so many columns."""
    both = columns >= _TWO_SIDEBARS
    return both, both


def fits_both(columns: int) -> bool:
    """Tell whether both sidebars may stand beside the text."""
    return columns >= _TWO_SIDEBARS


def measure(columns: int, rows: int, *, ui_rtl: bool, text_rtl: bool, outline: bool, voices: bool) -> Screen:
    """Return the geometry of a screen of `columns` x `rows`, with the sidebars that are wanted.

    Under 100 columns one sidebar stands beside the text at a time, under 70 it lies over it.
    """
    height = max(1, rows - TOP - BOTTOM)
    side = WIDE_SIDEBAR if columns >= _WIDE else SIDEBAR
    overlay = columns < _DOCKED
    outline_width = min(side, columns) if outline else 0
    voices_width = min(side, columns) if voices and (columns >= _TWO_SIDEBARS or not outline) else 0
    taken = 0 if overlay else outline_width + voices_width
    left = 0 if overlay else (voices_width if ui_rtl else outline_width)
    return Screen(outline_width, voices_width, overlay, left, pane_columns(columns - taken, height, rtl=text_rtl))
