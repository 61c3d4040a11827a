"""The lists at the sides: sessions, speakers, topics. Each entry leads to places of the text."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from annotations.spans import Span
from reader.typeset.line import columns
from reader.ui.inks import fore_of


class Entry(NamedTuple):
    """An entry: what it is called, a dim line below it, a figure at its end, its places, its ink."""

    key: str
    name: str
    detail: str
    figure: str
    places: tuple[Span, ...]
    ink: str = ""


def _wrapped(text: str, room: int, most: int) -> list[str]:
    """Return `text` in at most `most` lines of `room` columns, an ellipsis where it does not end."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if columns(longer) <= room or not lines[-1]:
            lines[-1] = longer
        elif len(lines) == most:
            lines[-1] = lines[-1][: room - 1].rstrip() + "…"
            return lines
        else:
            lines.append(word)
    return [line if columns(line) <= room else line[: room - 1] + "…" for line in lines]


class Entries(OptionList):
    """A list of entries under a heading."""

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, entry: Entry) -> None:
            """Keep the entry."""
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str, mode: str, rows: int, empty: str) -> None:  # noqa: A002 - the widget's own name for it
        """Begin empty. rows: how many rows a name may take; empty: what to say where there is no entry."""
        super().__init__(id=id)
        self._mode, self._rows, self._empty = mode, rows, empty
        self._entries: tuple[Entry, ...] = ()
        self._current = ""

    def show(self, entries: Sequence[Entry], current: str = "") -> None:
        """Show other entries. current: the key of the one to mark."""
        if tuple(entries) == self._entries and current == self._current and self.option_count:
            return
        self._entries, self._current = tuple(entries), current
        self._fill()

    def mark(self, current: str) -> None:
        """Mark the entry with this key as the one where the cursor is."""
        if current != self._current:
            self._current = current
            self._fill()

    def _fill(self) -> None:
        highlighted, top = self.highlighted, self.scroll_offset.y
        self.clear_options()
        for entry in self._entries:
            self.add_option(Option(self._prompt(entry), id=entry.key))
        if not self._entries:
            self.add_option(Option(Text(self._empty, style=fore_of("number", self._mode)), disabled=True))
        if highlighted is not None and highlighted < self.option_count:
            self.highlighted = highlighted
        self.scroll_to(y=top, animate=False)

    def _prompt(self, entry: Entry) -> Text:
        room = max(4, self.content_size.width - 2)
        current = entry.key == self._current
        figure_room = columns(entry.figure) + 1 if entry.figure else 0
        lines = _wrapped(entry.name, room - figure_room, self._rows)
        mark = Text("▸ " if current else "  ", style=fore_of("bar.here", self._mode))
        name_style = fore_of("heading" if current else "text", self._mode)
        if entry.ink and not current:
            mark = Text("▎ ", style=fore_of(entry.ink, self._mode))
        gap = " " * (room - columns(lines[0]) - columns(entry.figure))
        prompt = Text.assemble(mark, (lines[0], name_style), gap, (entry.figure, fore_of("number", self._mode)))
        for line in lines[1:]:
            prompt.append_text(Text.assemble("\n  ", (line, name_style)))
        for line in _wrapped(entry.detail, room, 2) if entry.detail else []:
            prompt.append_text(Text.assemble("\n  ", (line, fore_of("number", self._mode))))
        return prompt

    def on_resize(self, event: events.Resize) -> None:
        """Break the names anew."""
        del event
        self._fill()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which entry was chosen."""
        event.stop()
        self.post_message(self.Chosen(next(e for e in self._entries if e.key == event.option_id)))
