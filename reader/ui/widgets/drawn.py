"""A widget that draws its own lines, and keeps each until it changes.

The stock way renders, pads and filters every line of a widget again whenever one of them changes; paging through a
text would cost twice as much.
"""

from collections.abc import Sequence

from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.style.line_filter import TypesetFilter


class Drawn(Widget):
    """Draws by `line`; TYPESET says whether its lines are in logical order and want the interface's direction."""

    ALLOW_SELECT = False
    TYPESET = True

    def fit(self) -> None:
        """Take note of the widget's size: lines may be asked for before the event that tells of a new one."""

    def line(self, y: int) -> Strip:
        """Return line `y`, as wide as the widget; each kind of widget says how."""
        del y
        return Strip.blank(self.size.width)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters that lines of true colours need: none but typesetting and, without colours, its filter."""
        left_out: tuple[type[LineFilter], ...] = (
            (ANSIToTruecolor,) if self.TYPESET else (ANSIToTruecolor, TypesetFilter)
        )
        return [one for one in super().get_line_filters() if not isinstance(one, left_out)]

    def render_line(self, y: int) -> Strip:
        """Return line `y` as it is printed."""
        self.fit()
        return self._filtered([self.line(y)])[0]

    def _filtered(self, strips: list[Strip]) -> list[Strip]:
        filters = self.get_line_filters()
        if not filters:
            return strips
        background = self.background_colors[1]
        for one in filters:
            strips = [strip.apply_filter(one, background) for strip in strips]
        return strips

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget."""
        self.fit()
        strips = self._filtered([self.line(y) for y in crop.line_range])
        start, end = crop.column_span
        if (start, end) == (0, self.size.width):
            return strips
        return [strip.crop(start, end) for strip in strips]
