"""Typing a line and typing a note: the stock editors, with the arrow keys going as the eye sees."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from reader.i18n import is_rtl
from reader.text.decode import is_arabic


def _mirrored(text: str) -> bool:
    """Tell whether the arrows are to be turned round: the line shown runs from right to left."""
    return any(map(is_arabic, text)) or (is_rtl() and not any(map(str.isalpha, text)))


class Field(Input):
    """One line."""

    async def _on_key(self, event: events.Key) -> None:
        """Turn left and right round where the text runs from right to left."""
        if event.key in ("left", "right") and _mirrored(self.value):
            event.stop()
            event.prevent_default()
            if event.key == "left":
                self.action_cursor_right()
            else:
                self.action_cursor_left()
            return
        await super()._on_key(event)


class Lines(TextArea):
    """Several lines."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "screen.save", show=False)]

    async def _on_key(self, event: events.Key) -> None:
        """Turn left and right round where the line runs from right to left."""
        if event.key in ("left", "right") and _mirrored(self.document.get_line(self.cursor_location[0])):
            event.stop()
            event.prevent_default()
            if event.key == "left":
                self.action_cursor_right()
            else:
                self.action_cursor_left()
            return
        await super()._on_key(event)
