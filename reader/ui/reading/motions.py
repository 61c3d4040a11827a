"""The motion commands, by id."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.typeset import navigate
from reader.typeset.view import View

if TYPE_CHECKING:
    from reader.ui.reading.screen import ReadingScreen

_BY_VIEW: dict[str, Callable[[View, int], int]] = {
    "move.left": partial(navigate.by_cell, step=-1),
    "move.right": partial(navigate.by_cell, step=1),
    "row.start": partial(navigate.row_edge, first=True),
    "row.end": partial(navigate.row_edge, first=False),
    "text.start": partial(navigate.text_edge, first=True),
    "text.end": partial(navigate.text_edge, first=False),
    "word.next": partial(navigate.by_segment, step=1, kind="word"),
    "word.previous": partial(navigate.by_segment, step=-1, kind="word"),
    "sentence.next": partial(navigate.by_segment, step=1, kind="sentence"),
    "sentence.previous": partial(navigate.by_segment, step=-1, kind="sentence"),
    "paragraph.next": partial(navigate.by_segment, step=1, kind="paragraph"),
    "paragraph.previous": partial(navigate.by_segment, step=-1, kind="paragraph"),
}
_ROWS = {"move.up": -1, "move.down": 1}
_PAGES = {"page.up": -1, "page.down": 1}
_SESSIONS = {"session.previous": -1, "session.next": 1}
MOTIONS = frozenset((*_BY_VIEW, *_ROWS, *_PAGES, *_SESSIONS))


def motion(screen: "ReadingScreen", name: str) -> None:
    """Do a motion command on the screen's text."""
    if name in _BY_VIEW:
        screen.pane.move(_BY_VIEW[name])
    elif name in _ROWS:
        screen.pane.move_rows(_ROWS[name])
    elif name in _PAGES:
        screen.pane.page(_PAGES[name])
    else:
        starts = sorted(session.span.start for session in screen.opened.reading.sessions)
        found = navigate.by_start(starts, screen.pane.cursor, _SESSIONS[name])
        if found is not None:
            screen.pane.go(found, near_top=True)
