"""The first page, painted with plain escapes before the screen library is loaded. No Textual here.

It is exactly the page that the app shows a moment later, in the same cells, so that the user can begin to read at once.
"""

import os

from reader.language.i18n import is_rtl
from reader.page.aids import load as load_aids
from reader.page.aids import look_of
from reader.settings.rendering import VISUAL, Rendering
from reader.typeset.paint import Piece
from reader.typeset.view import View
from reader.ui.page.geometry import TOP, default_sidebars, measure
from reader.ui.page.open_document import OpenDocument
from reader.ui.page.pane_lines import Marks, joined, marks_on, pane_line
from reader.ui.style.palette import sgr, true_color

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H"


def _emitted(pieces: list[Piece], rendering: Rendering) -> list[tuple[str, tuple[str, ...]]]:
    """Return the pieces of a line in the form in which they are sent to this terminal."""
    if rendering == VISUAL:
        return [(piece.glyphs, piece.inks) for piece in pieces]
    from reader.text.clusters import bounds
    from reader.typeset.emit import emit

    cells = [(piece.glyphs[a:b], piece.inks) for piece in pieces for a, b in bounds(piece.glyphs)]
    return emit(cells, rendering.strategy, rendering.harakat)


def page_lines(opened: OpenDocument, columns: int, rows: int, mode: str, rendering: Rendering = VISUAL) -> list[str]:
    """Return the lines of the text pane in colour, with blank ones above and below, `rows` in all."""
    aids = load_aids()
    rtl = opened.document.direction == "R"
    screen = measure(columns, rows, ui_rtl=is_rtl(), text_rtl=rtl, shown=default_sidebars(columns), most=aids.width)
    blocks = opened.blocks(folded=opened.place.folded)
    view = View(opened.text, blocks, screen.pane.text_width, opened.document.direction, look_of(aids))
    window = view.page_from(view.with_heading(view.place_of(opened.place.top)), screen.pane.height)
    every = true_color()
    paper = sgr(("text",), mode, every=every)
    lines = [paper + " " * columns] * rows
    for y in range(min(screen.pane.height, rows - TOP)):
        line = window[y] if y < len(window) else None
        marks = marks_on(view, line, opened.marked) if line is not None else Marks()
        pieces = joined(pane_line(view, line, marks, screen.pane, here=False))
        painted = "".join([sgr(inks, mode, every=every) + text for text, inks in _emitted(pieces, rendering)])
        right = columns - screen.text.x - screen.text.width
        lines[TOP + y] = paper + " " * screen.text.x + painted + paper + " " * max(0, right)
    return lines


def paint(opened: OpenDocument, mode: str, rendering: Rendering = VISUAL) -> None:
    """Switch to the alternate screen and paint the page on it."""
    size = os.get_terminal_size(1)
    lines = page_lines(opened, size.columns, size.lines, mode, rendering)
    page = "".join([f"\x1b[{y + 1};1H{line}" for y, line in enumerate(lines)])
    data = (_ENTER + page + "\x1b[0m").encode()
    while data:
        data = data[os.write(1, data) :]
