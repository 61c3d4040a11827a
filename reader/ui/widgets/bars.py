"""The rows that frame the text: one row each, something at the start, something at the end."""

from rich.text import Text
from textual.widget import Widget

from reader.typeset.line import columns


class Bar(Widget):
    """A row with a text at its start and one at its end; where both do not fit, `keep` says which is cut."""

    DEFAULT_CSS = "Bar { height: 1; }"

    def __init__(self, *, id: str, keep: str = "end") -> None:  # noqa: A002 - the widget's own name for it
        """Begin empty. keep: the side that stays whole, "start" or "end"."""
        super().__init__(id=id)
        self._start, self._end, self._keep = Text(), Text(), keep

    def show(self, start: Text | str, end: Text | str = "") -> None:
        """Put other texts in; they are in logical order."""
        self._start = start if isinstance(start, Text) else Text(start)
        self._end = end if isinstance(end, Text) else Text(end)
        self.refresh()

    def render(self) -> Text:
        """Return the row, as wide as the widget."""
        room = self.content_size.width
        kept, cut = (self._end, self._start) if self._keep == "end" else (self._start, self._end)
        kept, cut = kept.copy(), cut.copy()
        kept = shortened(kept, room)
        cut = shortened(cut, room - columns(kept.plain) - (2 if kept.plain else 0))
        start, end = (cut, kept) if self._keep == "end" else (kept, cut)
        gap = max(0, room - columns(start.plain) - columns(end.plain))
        return Text.assemble(start, " " * gap, end, no_wrap=True, overflow="crop")


def shortened(text: Text, room: int) -> Text:
    """Return `text` in at most `room` columns, cut at its end in its own direction, with an ellipsis."""
    if columns(text.plain) <= room:
        return text
    if room < 2:
        return Text()
    taken, at = 0, 0
    for at, char in enumerate(text.plain):
        taken += columns(char)
        if taken > room - 1:
            break
    cut = text[:at]
    cut.rstrip()
    open_isolates = sum(cut.plain.count(mark) for mark in "\u2066\u2067\u2068") - cut.plain.count("\u2069")
    return Text.assemble(cut, "…", "\u2069" * max(0, open_isolates))
