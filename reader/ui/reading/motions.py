"""The actions of the motion commands."""

from functools import partial

from reader.typeset import navigate
from reader.ui.protocols import Command, TextScreen

_BY_VIEW = {
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


def _to_session(screen: TextScreen, count: int) -> None:
    starts = sorted(session.span.start for session in screen.opened.analysis.sessions)
    found = navigate.by_start(starts, screen.pane.cursor, count)
    if found is not None:
        screen.pane.go(found, near_top=True)


def motion_table(screen: TextScreen) -> dict[str, Command]:
    """Return the action of each motion command on a screen, by the command's id."""
    pane = screen.pane
    return {
        **{name: partial(pane.move, motion) for name, motion in _BY_VIEW.items()},
        "move.up": partial(pane.move_rows, -1),
        "move.down": partial(pane.move_rows, 1),
        "page.up": partial(pane.page, -1),
        "page.down": partial(pane.page, 1),
        "session.previous": partial(_to_session, screen, -1),
        "session.next": partial(_to_session, screen, 1),
    }
