"""Typing Arabic: a one-line field and a multi-line editor, typeset in the same way as the text.

Stock editors step by code point and to the wrong side. Here the cursor moves visually, by cluster. The block cursor is
on the letter before which typing inserts, or on the cell after the end of the text; in the middle of a lam-alef
ligature, the ligature is highlighted instead.
"""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.language.i18n import is_rtl
from reader.typeset import edit
from reader.typeset.bidi import Base
from reader.typeset.edit import Edit, EditorLine
from reader.typeset.line import columns
from reader.typeset.row import one_row
from reader.ui.widgets.drawn import Drawn

_MOTIONS = {"left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end"}
_NEWLINES = ("enter", "ctrl+j")


class Field(Drawn, can_focus=True):
    """A one-line field. `value` is its text."""

    TYPESET = False
    LINES: ClassVar[bool] = False

    class Changed(Message):
        """The text changed."""

        def __init__(self, value: str) -> None:
            """Store the text."""
            super().__init__()
            self.value = value

    class Submitted(Changed):
        """Enter was pressed in a one-line field."""

    class Blurred(Changed):
        """The field lost the focus."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - the widget's own name
        selected: bool = False,
        changed: Callable[[str], None] | None = None,
    ) -> None:
        """Start with `value`, the cursor after it.

        placeholder: the text shown in an empty field; selected: `value` is selected, so that typing replaces it;
        changed: called with the text in the place of a message, so that what it shows is painted with the letter.
        """
        super().__init__(id=id)
        self._edit = Edit(value, len(value), 0 if selected else len(value))
        self._placeholder = placeholder
        self._changed = changed
        self._laid_for: object = None
        self._laid: list[EditorLine] = []
        self._undone: list[Edit] = []
        self._done: list[Edit] = []
        self._goal: float | None = None
        self._first = 0
        self._kind = ""
        self._dragging = False

    @property
    def value(self) -> str:
        """The text."""
        return self._edit.text

    @value.setter
    def value(self, text: str) -> None:
        self._done.clear()
        self._undone.clear()
        self._put(Edit(text, len(text), len(text)))

    @property
    def _default(self) -> Base:
        return "R" if is_rtl() else "L"

    def _lines(self) -> list[EditorLine]:
        width = max(1, self.size.width - 1) if self.LINES else 1 << 30
        key = (self._edit.text, width, self._default)
        if key != self._laid_for:
            self._laid_for, self._laid = key, edit.lines_of(*key)
        return self._laid

    def _put(self, new: Edit, kind: str = "") -> None:
        """Set a new state; `kind` says what produced it, so that letters typed in a row are undone together."""
        old = self._edit
        if new.text != old.text:
            if kind != "typing" or self._kind != "typing":
                self._done.append(old)
            self._undone.clear()
        self._kind = kind
        self._edit = new
        self._goal = None
        self.refresh()
        if new.text != old.text:
            self._tell(new.text)

    def _tell(self, text: str) -> None:
        if self._changed is not None:
            self._changed(text)
        else:
            self.post_message(self.Changed(text))

    # keys

    async def _on_key(self, event: events.Key) -> None:
        if self._handle(event):
            event.stop()
            event.prevent_default()

    def _handle(self, event: events.Key) -> bool:
        name = event.key.removeprefix("shift+")
        if name in _MOTIONS and (self.LINES or name not in ("up", "down")):
            self._move(name, select=name != event.key)
        elif event.key in _NEWLINES:
            self._enter()
        elif event.key in self._commands:
            self._command(event.key)
        elif event.is_printable and event.character:
            self._put(self._edit.typed(event.character), "typing")
        else:
            return False
        return True

    _commands: ClassVar[frozenset[str]] = frozenset(
        ("backspace", "delete", "ctrl+w", "ctrl+backspace", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+c", "ctrl+x", "ctrl+u")
    )

    def _command(self, key: str) -> None:
        now = self._edit
        if key == "backspace":
            self._put(now.backspaced())
        elif key == "delete":
            self._put(now.deleted())
        elif key in ("ctrl+w", "ctrl+backspace"):
            self._put(now.word_backspaced())
        elif key == "ctrl+u":
            self._put(Edit())
        elif key == "ctrl+a":
            self._put(Edit(now.text, len(now.text), 0))
        elif key in ("ctrl+c", "ctrl+x"):
            self._copy(cut=key == "ctrl+x")
        else:
            self._restore(*((self._done, self._undone) if key == "ctrl+z" else (self._undone, self._done)))

    def _copy(self, *, cut: bool) -> None:
        start, end = self._edit.selected
        if end > start:
            self.app.copy_to_clipboard(self._edit.text[start:end])
            if cut:
                self._put(self._edit.typed(""))

    def _restore(self, source: list[Edit], target: list[Edit]) -> None:
        """Restore a state from one stack and push the current one on the other: undo or redo."""
        if source:
            target.append(self._edit.moved(self._edit.cursor))
            self._edit, self._kind = source.pop(), ""
            self.refresh()
            self._tell(self._edit.text)

    def _enter(self) -> None:
        if self.LINES:
            self._put(self._edit.typed("\n"))
        else:
            self.post_message(self.Submitted(self._edit.text))

    def _move(self, name: str, *, select: bool) -> None:
        now, lines = self._edit, self._lines()
        goal = self._goal
        if name in ("left", "right"):
            offset = edit.by_eye(now.text, lines, now.cursor, 1 if name == "right" else -1)
            if not select and now.cursor != now.origin:
                offset = now.cursor
        elif name in ("up", "down"):
            goal = edit.spot(lines, now.cursor).x if goal is None else goal
            offset = edit.by_row(now.text, lines, now.cursor, 1 if name == "down" else -1, goal)
        elif name in ("ctrl+left", "ctrl+right"):
            onward = (name == "ctrl+left") == (lines[edit.line_at(lines, now.cursor)].direction == "R")
            offset = edit.by_word(now.text, now.cursor, 1 if onward else -1)
        elif name in ("ctrl+home", "ctrl+end"):
            offset = 0 if name == "ctrl+home" else len(now.text)
        else:
            offset = edit.line_edge(now.text, lines, now.cursor, first=name == "home")
        self._put(now.moved(offset, select=select))
        self._goal = goal if name in ("up", "down") else None

    def on_paste(self, event: events.Paste) -> None:
        """Insert pasted text; in a one-line field, line breaks become blanks."""
        event.stop()
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        self._put(self._edit.typed(text if self.LINES else " ".join(text.split("\n"))))

    def on_blur(self) -> None:
        """Report that the field lost the focus."""
        self.refresh()
        self.post_message(self.Blurred(self._edit.text))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    # the mouse

    def _under(self, event: events.MouseEvent) -> int:
        lines = self._lines()
        index = min(max(event.y + self._first, 0), len(lines) - 1)
        x = event.x - self._indent(lines[index]) + (1 if lines[index].direction == "R" else 0)
        return edit.at_place(self._edit.text, lines, index, float(x))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Set the cursor."""
        self._put(self._edit.moved(self._under(event)))
        self._dragging = True
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is down."""
        if self._dragging:
            self._put(self._edit.moved(self._under(event), select=True))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a selection."""
        del event
        self._dragging = False
        self.release_mouse()

    # drawing

    def _indent(self, line: EditorLine) -> int:
        """Return the cells to the left of a line; negative if it is too long and scrolled to show the cursor."""
        width, taken = self.size.width, line.row.width if line.row else 0
        start = width - taken if line.direction == "R" else 0
        if taken < width:
            return start
        end = 1 if line.direction == "R" else width - 1 - taken  # leave a cell for the cursor after the end
        middle = width // 2 - int(edit.spot(self._lines(), self._edit.cursor).x)
        return min(max(middle, min(start, end)), max(start, end))

    def line(self, y: int) -> Strip:
        """Return line `y` as displayed."""
        lines = self._lines()
        here = edit.spot(lines, self._edit.cursor)
        self._first = min(max(self._first, here.line - self.size.height + 1), here.line)
        index = y + self._first
        cells = self._cells(lines[index]) if index < len(lines) else {}
        if not self._edit.text and y == 0:
            cells = self._hint()
        if index == here.line and self.has_focus:
            self._draw_cursor(cells, lines[index], here.x)
        return self._strip(cells)

    def _hint(self) -> dict[int, tuple[str, str]]:
        """Return the cells of the placeholder, which begins one cell after the cursor."""
        row = one_row(self._placeholder, self._default)
        cells: dict[int, tuple[str, str]] = {}
        if row is not None:
            at = self.size.width - row.width - 1 if self._default == "R" else 1
            for index in row.order:
                cells[at] = (row.units[index].glyph, "dim")
                at += row.units[index].width
        return cells

    def _cells(self, line: EditorLine) -> dict[int, tuple[str, str]]:
        """Return the glyph and look of each filled cell of a line."""
        cells: dict[int, tuple[str, str]] = {}
        if line.row is None:
            return cells
        start, end = self._edit.selected
        at = self._indent(line)
        for index in line.row.order:
            unit = line.row.units[index]
            chosen = start < line.base + unit.end and line.base + unit.start < end
            if 0 <= at < self.size.width:
                cells[at] = (unit.glyph, "selected" if chosen else "text")
            at += unit.width
        return cells

    def _draw_cursor(self, cells: dict[int, tuple[str, str]], line: EditorLine, x: float) -> None:
        """Draw the block cursor on the cell of the letter after it, or on the cell after the end."""
        indent = self._indent(line)
        row, inside = line.row, self._edit.cursor - line.base
        if row is not None and inside < row.end:
            at = indent + row.cell_of(inside)
            half = x != int(x)
        else:
            at = indent - 1 if line.direction == "R" else indent + int(x)
            half = False
        at = min(max(at, 0), self.size.width - 1)
        glyph = cells.get(at, (" ", ""))[0]
        cells[at] = (glyph, "half" if half else "cursor")

    def _strip(self, cells: dict[int, tuple[str, str]]) -> Strip:
        variables = self.app.theme_variables
        plain = Style(color=variables["foreground"], bgcolor=variables["panel"])
        looks = {
            "text": plain,
            "dim": plain + Style(color=variables["secondary"]),
            "selected": Style(color=variables["background"], bgcolor=variables["foreground"]),
            "cursor": Style(color=variables["background"], bgcolor=variables["primary"]),
            "half": plain + Style(color=variables["primary"], bold=True),
        }
        segments: list[Segment] = []
        at = 0
        while at < self.size.width:
            glyph, look = cells.get(at, (" ", "text"))
            segments.append(Segment(glyph, looks[look]))
            at += max(1, columns(glyph))
        return Strip(segments, at).crop(0, self.size.width) if at != self.size.width else Strip(segments, at)


class Lines(Field):
    """A multi-line editor that wraps its lines."""

    LINES = True
