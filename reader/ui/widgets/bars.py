"""The bars that frame the text: one row each, with a text at the start and one at the end."""

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from reader.typeset.line import columns
from reader.ui.widgets.drawn import Drawn


class Bar(Drawn):
    """A row with a text at its start and one at its end; if both do not fit, `keep` says which stays whole."""

    def __init__(self, *, id: str, keep: str = "end") -> None:  # noqa: A002 - the widget's own name for it
        """Start empty. keep: the side that stays whole, "start" or "end"."""
        super().__init__(id=id)
        self._start, self._end, self._keep = Text(), Text(), keep

    def show(self, start: Text | str, end: Text | str = "") -> None:
        """Show other texts, given in logical order."""
        first = start if isinstance(start, Text) else Text(start)
        last = end if isinstance(end, Text) else Text(end)
        if (first, last) != (self._start, self._end):
            self._start, self._end = first, last
            self.refresh()

    def line(self, y: int) -> Strip:
        """Return the row, as wide as the widget."""
        del y
        variables = self.app.theme_variables
        plain = Style(color=variables["secondary"], bgcolor=variables["surface"])
        segments = self._row().render(self.app.console)
        return Strip(
            [Segment(text, plain + style if style else plain) for text, style, _control in segments], self.size.width
        )

    def _row(self) -> Text:
        room = self.size.width
        kept, cut = (self._end, self._start) if self._keep == "end" else (self._start, self._end)
        kept, cut = kept.copy(), cut.copy()
        kept = shortened(kept, room)
        cut = shortened(cut, room - columns(kept.plain) - (2 if kept.plain else 0))
        start, end = (cut, kept) if self._keep == "end" else (kept, cut)
        gap = max(0, room - columns(start.plain) - columns(end.plain))
        return Text.assemble(start, " " * gap, end, end="")


def shortened(text: Text, room: int) -> Text:
    """Return `text` in at most `room` columns, cut at its logical end, with an ellipsis."""
    if columns(text.plain) <= room:
        return text
    if room < 2:
        return Text()
    kept = taken = 0
    while taken + columns(text.plain[kept]) < room:
        taken += columns(text.plain[kept])
        kept += 1
    blank = text.plain.rfind(" ", room // 2, kept)
    cut = text[: blank if blank > 0 else kept]
    cut.rstrip()
    opened = sum(cut.plain.count(mark) for mark in "\u2066\u2067\u2068") - cut.plain.count("\u2069")
    cut.append("…" + "\u2069" * max(0, opened))
    return cut
