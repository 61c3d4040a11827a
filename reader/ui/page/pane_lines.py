"""The lines of the text pane, as pieces of one style each, from left to right. No Textual here.

A line holds the scroll indicator, the text column, the margin stripes of the annotations and the paragraph's number;
their sides follow the direction of the document, whatever the interface's language.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reader.typeset.paint import CURSOR, Layer, Piece, inks_of, pieces, plain_piece
from reader.typeset.shape import shape
from reader.typeset.view import Line, View
from reader.ui.page.annotation_index import AnnotationIndex, Stripe
from reader.ui.page.geometry import STRIPES, Pane

_PLAIN = ("text",)
_BAR, _STRIPE, _MORE = "│", "▌", "┆"


class Marks(NamedTuple):
    """All that lies over the text: layers from the bottom up, stripes, the cursor's offset (-1: none).

    ruler: whether the row of the cursor is highlighted.
    """

    layers: tuple[Layer, ...] = ()
    stripes: tuple[Stripe, ...] = ()
    cursor: int = -1
    ruler: bool = False


def marks_on(view: View, line: Line, marked: AnnotationIndex, lit: Sequence[Layer] = ()) -> Marks:
    """Return what lies over one line: the annotations that it meets, with the highlights `lit` on top."""
    if line.row is None or view.blocks[line.place.block].virtual:
        return Marks()
    base = view.blocks[line.place.block].start
    low, high = base + line.row.start, base + line.row.end
    return Marks((*marked.layers(low, high), *lit), tuple(marked.stripes(low, high)))


def _text(view: View, line: Line, marks: Marks, pane: Pane) -> list[Piece]:
    """Return the text column of a line, padded to its full width."""
    block = view.blocks[line.place.block]
    row = line.row
    if row is None:
        return [Piece(" " * pane.text_width, pane.text_width, ())]
    if block.virtual:
        found = pieces(row, [(block.kind,)] * len(row.units))
    else:
        layers = marks.layers
        ruled: tuple[str, ...] = ()
        if marks.cursor >= 0 and block.start + row.start <= marks.cursor < block.start + row.end:
            ruled = ("ruler",) if marks.ruler else ()
            from reader.typeset.navigate import unit_end

            layers = (*layers, Layer(marks.cursor, unit_end(view, marks.cursor), CURSOR))
        ground = ("text" if block.kind == "body" else block.kind, *ruled)
        whole = None if layers else plain_piece(row, ground)
        if whole is not None:
            found = [whole]
        else:
            found = pieces(row, [(*ground, *over) for over in inks_of(row, block.start, layers)])
    left = row.indent(view.width)
    right = pane.text_width - left - row.width
    return [*_blank(left), *found, *_blank(right)]


def _blank(count: int) -> list[Piece]:
    return [Piece(" " * count, count, ())] if count > 0 else []


def _stripe_cells(view: View, line: Line, marks: Marks, pane: Pane) -> list[Piece]:
    """Return the margin stripes of a line; a passage's first row has the tag's initial, readable without colour."""
    cells = [Piece(" ", 1, ())] * STRIPES
    block = view.blocks[line.place.block]
    if line.row is not None and not block.virtual:
        low, high = block.start + line.row.start, block.start + line.row.end
        for cell, stripe in enumerate(marks.stripes[: STRIPES - 1], 1):
            begins = low <= stripe.start < high
            cells[cell] = Piece(shown(stripe.initial) if begins else _STRIPE, 1, (stripe.ink,))
        if len(marks.stripes) > STRIPES - 1:
            cells[-1] = Piece(_MORE, 1, ("number",))
    return cells if pane.rtl else cells[::-1]


@cache
def shown(initial: str) -> str:
    """Return an initial as printed: a letter in its isolated form, one cell wide."""
    return shape(initial, bytearray([1] * len(initial)), circle=False)[0].glyph


def _number(view: View, line: Line, pane: Pane) -> list[Piece]:
    if pane.numbers < 0:
        return []
    block = view.blocks[line.place.block]
    number = view.blocks.number(line.place.block) if block.kind == "body" and line.nth == 0 and block.gap else 0
    shown = str(number) if number else ""
    return [Piece(shown.rjust(3) + " " if not pane.rtl else " " + shown.rjust(3), 4, ("number",))]


def joined(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of one look merged; no ink counts as text. A glyph with marks stays alone."""
    runs: list[Piece] = []
    for piece in found:
        inks = piece.inks or _PLAIN
        last = runs[-1] if runs else None
        if (
            last is not None
            and last.inks == inks
            and len(last.glyphs) == last.width
            and len(piece.glyphs) == piece.width
        ):
            runs[-1] = Piece(last.glyphs + piece.glyphs, last.width + piece.width, inks)
        else:
            runs.append(Piece(piece.glyphs, piece.width, inks))
    return runs


def pane_line(view: View, line: Line | None, marks: Marks, pane: Pane, *, here: bool) -> list[Piece]:
    """Return one line of the pane. line: None below the end of the text; here: the scroll indicator is on it."""
    bar = [Piece("┃" if here else _BAR, 1, ("bar.here" if here else "bar",))]
    if line is None:
        filler = _blank(pane.width - 1)
        return bar + filler if pane.rtl else filler + bar
    text, stripes, number = (
        _text(view, line, marks, pane),
        _stripe_cells(view, line, marks, pane),
        _number(view, line, pane),
    )
    if pane.rtl:
        used = pane.text + pane.text_width + STRIPES + (4 if number else 0)
        return [*bar, *_blank(pane.text - 1), *text, *stripes, *number, *_blank(pane.width - used)]
    before = pane.numbers if number else pane.stripes
    return [
        *_blank(before),
        *number,
        *stripes,
        *_blank(1),
        *text,
        *_blank(pane.width - 1 - pane.text - pane.text_width),
        *bar,
    ]
