"""Keys typed straight after a key that opens a field belong to the field.

The screen library forwards each key to the focused widget as it arrives, before the preceding key has moved the focus;
such keys bubble up unhandled and are passed on here.
"""

from textual import events
from textual.screen import Screen

from reader.ui.widgets.field import Field

_EDITING = ("backspace", "enter", "left", "right", "delete")


def hand_on(screen: Screen[None], event: events.Key) -> bool:
    """Pass an unhandled key to the visible field of the topmost screen; return whether it was passed on.

    screen: where the key bubbled up; the field may be on it or on a screen above it.
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
