"""Keys that were typed in one go after a key that opens a field: they belong to the field.

The screen library forwards each key to what has the focus as it arrives, before the key that moves the focus has done
so; such keys come up from there unhandled, and are handed on here.
"""

from textual import events
from textual.screen import Screen

from reader.ui.widgets.field import Field

_EDITING = ("backspace", "enter", "left", "right", "delete")


def hand_on(screen: Screen[None], event: events.Key) -> bool:
    """Give a key that nobody took to the field that is shown on the topmost screen; return whether there is one.

    screen: where the key came up. On that screen itself a field counts while it is shown, on one above it always.
    """
    if event.character is None and event.key not in _EDITING:
        return False
    top = screen.app.screen
    fields = [field for field in top.query(Field) if field.display]
    if not fields or (not event.is_printable and event.key not in _EDITING):
        return False
    event.stop()
    event.prevent_default()
    fields[0].post_message(events.Key(event.key, event.character))
    return True
