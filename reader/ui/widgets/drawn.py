"""A widget that draws its own lines, and only those that are requested.

A stock widget renders, pads and filters all its lines again whenever one of them changes; paging through a text would
cost twice as much.
"""

from collections.abc import Sequence
from typing import Self

from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.style.line_filter import TypesetFilter


class Drawn(Widget):
    """Draws with `line`; TYPESET: whether its lines are in logical order and are to be typeset for the interface."""

    ALLOW_SELECT = False
    TYPESET = True

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the widget's own name for it
        """Draw nothing yet."""
        super().__init__(id=id)
        self._printed: dict[int, Strip] = {}
        self._printed_for: object = None

    def fit(self) -> None:
        """Adapt to the widget's size: lines may be requested before the resize event arrives."""

    def line(self, y: int) -> Strip:
        """Return line `y`, as wide as the widget; subclasses override this."""
        del y
        return Strip.blank(self.size.width)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the line filters except ANSI conversion (lines have true colours) and, unless TYPESET, typesetting."""
        left_out: tuple[type[LineFilter], ...] = (
            (ANSIToTruecolor,) if self.TYPESET else (ANSIToTruecolor, TypesetFilter)
        )
        return [one for one in super().get_line_filters() if not isinstance(one, left_out)]

    def render_line(self, y: int) -> Strip:
        """Return line `y` as it is printed, filters applied."""
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

    def refresh(self, *regions: Region, **options: bool) -> Self:
        """Have some lines drawn anew, or all of them."""
        for y in [y for region in regions for y in region.line_range] if regions else list(self._printed):
            self._printed.pop(y, None)
        return super().refresh(*regions, **options)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget; those that were not refreshed are as they were."""
        self.fit()
        key = (self.size, self.background_colors[1], self.classes, self.has_focus)
        if key != self._printed_for:
            self._printed.clear()
            self._printed_for = key
        missing = [y for y in crop.line_range if y not in self._printed]
        self._printed.update(zip(missing, self._filtered([self.line(y) for y in missing]), strict=True))
        strips = [self._printed[y] for y in crop.line_range]
        start, end = crop.column_span
        if (start, end) == (0, self.size.width):
            return strips
        return [strip.crop(start, end) for strip in strips]
