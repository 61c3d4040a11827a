"""A floor: what any reader of Arabic in Textual must do, and no more. Run as a script with the text's path.

The text is mapped, not read; a place is a paragraph and a row of it; only paragraphs that are on the screen are broken
into rows, by cells, and only their rows are ordered.
"""

import mmap
import sys
from functools import lru_cache
from typing import ClassVar

from bidi import get_display
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget


def broken(text: str, width: int) -> list[str]:
    """Return the rows of a paragraph, none wider than `width` cells unless a single word is."""
    rows, row, used = [], [""], 0
    for word in text.split(" "):
        cells = cell_len(word)
        if used and used + 1 + cells > width:
            rows.append(" ".join(row))
            row, used = [word], cells
        else:
            row, used = ([*row, word], used + 1 + cells) if used else ([word], cells)
    return [*rows, " ".join(row)]


class Page(Widget, can_focus=True):
    """The rows from a place on."""

    BINDINGS: ClassVar = [
        ("down", "go(1)", ""), ("up", "go(-1)", ""), ("pagedown", "page(1)", ""), ("pageup", "page(-1)", ""),
        ("q", "app.quit", ""),
    ]  # fmt: skip

    def __init__(self, path: str) -> None:
        super().__init__()
        with open(path, "rb") as file:
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._start = self._row = 0
        self._rows: list[str] = []
        self._paragraph = lru_cache(256)(self._typeset)

    def _typeset(self, start: int, width: int) -> tuple[list[str], int]:
        """Return the rows of the paragraph at a byte, and where the next one starts."""
        end = self._text.find(b"\n", start)
        end = len(self._text) if end < 0 else end
        rows = broken(self._text[start:end].decode("utf-8", "replace"), width)
        return [str(get_display(row, base_dir="R")) for row in rows], end + 1

    def _lay_out(self) -> None:
        rows: list[str] = []
        start, hidden = self._start, self._row
        while len(rows) < self.size.height and start < len(self._text):
            found, start = self._paragraph(start, self.size.width)
            rows += found[hidden:]
            hidden = 0
        self._rows = rows
        self.refresh()

    def on_resize(self) -> None:
        """Break the rows anew."""
        self._lay_out()

    def action_go(self, rows: int) -> None:
        """Go down by so many rows, or up if it is negative."""
        for _step in range(abs(rows)):
            here, following = self._paragraph(self._start, self.size.width)
            if 0 <= self._row + (1 if rows > 0 else -1) < len(here):
                self._row += 1 if rows > 0 else -1
            elif rows > 0 and following < len(self._text):
                self._start, self._row = following, 0
            elif rows < 0 and self._start:
                self._start = self._text.rfind(b"\n", 0, self._start - 1) + 1
                self._row = len(self._paragraph(self._start, self.size.width)[0]) - 1
        self._lay_out()

    def action_page(self, pages: int) -> None:
        """Go down by so many pages, or up."""
        self.action_go(pages * (self.size.height - 1))

    def render_line(self, y: int) -> Strip:
        """Return a row at the right side."""
        row = self._rows[y] if y < len(self._rows) else ""
        blank = " " * max(0, self.size.width - cell_len(row))
        return Strip([Segment(blank + row)]).adjust_cell_length(self.size.width)


class MiniWrap(App[None]):
    """One page."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """Show the page."""
        yield Page(self._path)


if __name__ == "__main__":
    MiniWrap(sys.argv[1]).run()
