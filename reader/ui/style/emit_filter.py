"""The last filter of every line: turns the visual row into what is sent to this terminal."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from reader.settings.rendering import Rendering
from reader.text.clusters import bounds
from reader.typeset.emit import emit
from reader.typeset.runs import BLANK


class EmitFilter(LineFilter):
    """Emits lines by a strategy; needed only if that is not the visual row with all harakat."""

    def __init__(self, rendering: Rendering) -> None:
        """Set the rendering that the terminal needs."""
        super().__init__()
        self.rendering = rendering

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line as it is to be sent, one segment per run of one style."""
        del background
        if all(segment.text.isascii() for segment in segments):
            return self._held(segments)
        row: list[tuple[str, Style | None]] = []
        for text, style, control in segments:
            if not control:
                row += [(text[a:b], style) for a, b in bounds(text)]
        found: list[Segment] = []
        alone = True
        for glyph, style in emit(row, self.rendering.strategy, self.rendering.harakat):
            if found and not alone and len(glyph) == 1 and found[-1].style == style:
                found[-1] = Segment(found[-1].text + glyph, style)
            else:
                found.append(Segment(glyph, style))
            alone = len(glyph) > 1
        return self._held(found)

    def _held(self, segments: list[Segment]) -> list[Segment]:
        """Return the segments with blanks that keep their position next to the Arabic of another widget."""
        if self.rendering.strategy != "runs":
            return segments
        return [
            segment if segment.control else Segment(segment.text.replace(" ", BLANK), segment.style)
            for segment in segments
        ]
