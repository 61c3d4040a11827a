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
STRIPES = 4  # the innermost stays blank: an initial there would read as a letter of the text
_NUMBERS = 4
_MARGIN = STRIPES + _NUMBERS + 1
_LEAST_STACK = 8  # a sidebar lower than this shows speakers alone
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


class Box(NamedTuple):
    """A rectangle of the screen; one without columns or rows is not shown."""

    x: int
    y: int
    width: int
    height: int


class Screen(NamedTuple):
    """Where everything stands. overlay: a sidebar lies over the text; pane: the columns inside the text's box."""

    title: Box
    strip: Box
    text: Box
    sessions: Box
    speakers: Box
    topics: Box
    status: Box
    hints: Box
    overlay: bool
    pane: Pane


def pane_columns(width: int, height: int, *, rtl: bool, most: int = _MOST_TEXT) -> Pane:
    """Return the columns of a text pane of this size. rtl: the document's direction; most: cells of text, where there is room."""
    narrow = width < _NARROW
    margin = STRIPES + 1 if narrow else _MARGIN
    text_width = max(1, min(most, width - margin - 2))
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


def _stacked(x: int, width: int, height: int, speakers: int) -> tuple[Box, Box]:
    """Return the boxes of speakers and topics, one above the other: what the speakers need, half the height at most."""
    upper = min(speakers, height // 2) if height >= _LEAST_STACK else 0
    upper = upper or height
    return Box(x, TOP, width, upper), Box(x, TOP + upper, width, height - upper)


def measure(
    columns: int,
    rows: int,
    *,
    ui_rtl: bool,
    text_rtl: bool,
    outline: bool,
    voices: bool,
    speakers: int = 10,
    most: int = _MOST_TEXT,
) -> Screen:
    """Return the geometry of a screen of `columns` x `rows`, with the sidebars that are wanted.

    Under 100 columns one sidebar stands beside the text at a time, under 70 it lies over it. speakers: the lines
    that the list of speakers would fill.
    """
    height = max(1, rows - TOP - BOTTOM)
    side = min(WIDE_SIDEBAR if columns >= _WIDE else SIDEBAR, columns)
    overlay = columns < _DOCKED
    outline_width = side if outline else 0
    voices_width = side if voices and (columns >= _TWO_SIDEBARS or not outline) else 0
    left, right = (voices_width, outline_width) if ui_rtl else (outline_width, voices_width)
    text = Box(0, TOP, columns, height) if overlay else Box(left, TOP, columns - left - right, height)
    sides = {True: columns - right, False: 0}
    sessions = Box(sides[ui_rtl], TOP, outline_width, height)
    upper, lower = _stacked(sides[not ui_rtl], voices_width, height, speakers)
    return Screen(
        title=Box(0, 0, columns, 1),
        strip=Box(0, 1, columns, 1),
        text=text,
        sessions=sessions,
        speakers=upper,
        topics=lower,
        status=Box(0, rows - 2, columns, 1),
        hints=Box(0, rows - 1, columns, 1),
        overlay=overlay and outline_width + voices_width > 0,
        pane=pane_columns(text.width, height, rtl=text_rtl, most=most),
    )
