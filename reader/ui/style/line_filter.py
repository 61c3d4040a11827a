"""The filter through which every line of a stock widget passes: Arabic ordered and joined, the screen mirrored.

A widget's line arrives whole, border and padding included, in logical order. In an Arabic interface all of it is
mirrored, so that what is on the left in English is on the right; each character keeps its style, and with it the
target of a click.
"""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from reader.typeset.bidi import Base
from reader.typeset.line import Cell, is_plain, typeset_line

_NOTHING = Style.null()


def _joined(cells: tuple[Cell, ...], styles: list[Style]) -> list[Segment]:
    """Return cells as segments of one style each; a glyph with marks stands alone, as segments may be cut anywhere."""
    found: list[tuple[str, Style]] = []
    alone = True
    for cell in cells:
        style = styles[cell.source]
        marked = len(cell.glyph) > 1
        if found and not alone and not marked and found[-1][1] == style:
            found[-1] = (found[-1][0] + cell.glyph, style)
        else:
            found.append((cell.glyph, style))
        alone = marked
    return [Segment(text, style) for text, style in found]


class TypesetFilter(LineFilter):
    """Typesets lines for one base direction; a new direction needs a new filter, since lines are cached per filter."""

    def __init__(self, base: Base) -> None:
        """Set the interface's direction."""
        super().__init__()
        self.base: Base = base

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the filter's interface
        """Return one line of a widget in visual order, as wide as before."""
        line = "".join([segment.text for segment in segments if not segment.control])
        if not line or (self.base == "L" and is_plain(line)):
            return segments
        styles: list[Style] = []
        for segment in segments:
            if not segment.control:
                styles += [segment.style or _NOTHING] * len(segment.text)
        return _joined(typeset_line(line, self.base), styles)
