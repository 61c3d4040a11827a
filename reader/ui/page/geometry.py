"""The layout of the screen, in cells. No Textual here: the first page is painted from these figures too.

Start and end follow the direction of the interface's language, except within the text pane, where they follow the
document's.
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
STRIPES = 4  # the innermost stays blank: an initial there would look like a letter of the text
_NUMBERS = 4
_MARGIN = STRIPES + _NUMBERS + 1
_LEAST_STACK = 8  # a sidebar with fewer rows than this shows only its first list
_NARROW = 40  # a pane below this width has no numbers


class Pane(NamedTuple):
    """The size of the text pane, and its columns counted from the left edge.

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
    """A rectangle on the screen; one without columns or rows is not shown."""

    x: int
    y: int
    width: int
    height: int


class Screen(NamedTuple):
    """The layout of the whole screen.

    start, end: the lists of each sidebar, from top to bottom; overlay: whether a sidebar lies over the text; pane: the
    columns inside the box of the text.
    """

    title: Box
    strip: Box
    text: Box
    status: Box
    hints: Box
    start: tuple[Box, ...]
    end: tuple[Box, ...]
    overlay: bool
    pane: Pane


def pane_columns(width: int, height: int, *, rtl: bool, most: int = _MOST_TEXT) -> Pane:
    """Return the columns of a text pane of this size.

    rtl: whether the document runs from right to left; most: the maximum width of the text, in cells.
    """
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
    """Return whether the start and the end sidebar are shown by default on a screen of `columns` columns."""
    both = columns >= _TWO_SIDEBARS
    return both, both


def fits_both(columns: int) -> bool:
    """Return whether both sidebars fit beside the text."""
    return columns >= _TWO_SIDEBARS


def _stacked(x: int, width: int, height: int, lines: tuple[int, ...]) -> tuple[Box, ...]:
    """Return the boxes of stacked lists: each as high as it needs, up to an even share; the last one takes the rest.

    lines: the number that each list would fill. In a low sidebar only the first list is shown.
    """
    boxes: list[Box] = []
    top, left = TOP, height
    for at, wanted in enumerate(lines):
        share = left // (len(lines) - at)
        fills = left if at == len(lines) - 1 else min(wanted, share)
        taken = left if height < _LEAST_STACK else fills or left
        boxes.append(Box(x, top, width, taken))
        top, left = top + taken, left - taken
    return tuple(boxes)


def measure(
    columns: int,
    rows: int,
    *,
    ui_rtl: bool,
    text_rtl: bool,
    shown: tuple[bool, bool],
    lines: tuple[tuple[int, ...], tuple[int, ...]] = ((), ()),
    most: int = _MOST_TEXT,
) -> Screen:
    """Return the geometry of a screen of `columns` x `rows`.

    shown: whether the start and the end sidebar are wanted; lines: the number that each of their lists would fill.
    Below 100 columns only one sidebar is shown at a time, beside the text; below 70 it lies over the text.
    """
    height = max(1, rows - TOP - BOTTOM)
    side = min(WIDE_SIDEBAR if columns >= _WIDE else SIDEBAR, columns)
    overlay = columns < _DOCKED
    start_width = side if shown[0] else 0
    end_width = side if shown[1] and (columns >= _TWO_SIDEBARS or not shown[0]) else 0
    left, right = (end_width, start_width) if ui_rtl else (start_width, end_width)
    text = Box(0, TOP, columns, height) if overlay else Box(left, TOP, columns - left - right, height)
    sides = {True: columns - right, False: 0}
    return Screen(
        title=Box(0, 0, columns, 1),
        strip=Box(0, 1, columns, 1),
        text=text,
        status=Box(0, rows - 2, columns, 1),
        hints=Box(0, rows - 1, columns, 1),
        start=_stacked(sides[ui_rtl], start_width, height, lines[0]),
        end=_stacked(sides[not ui_rtl], end_width, height, lines[1]),
        overlay=overlay and start_width + end_width > 0,
        pane=pane_columns(text.width, height, rtl=text_rtl, most=most),
    )
