"""The lists beside the text, one table row each. A new list needs a row here and a function for its entries."""

from collections.abc import Callable
from typing import NamedTuple

from reader.language.i18n import N_, _
from reader.ui.page.geometry import SIDEBAR, Box, Screen, default_sidebars, fits_both
from reader.ui.page.open_document import OpenDocument
from reader.ui.protocols import SidebarScreen, TextPane
from reader.ui.widgets.entries import Entries, SidebarEntry
from reader.ui.wording import reading_bars

START, END = 0, 1  # sides in the direction of the interface language


class Sidebar(NamedTuple):
    """A list in a sidebar.

    rows: how many a name may take; empty, empty_part: the messages shown without entries, for a text and for a part of a
    large one; entries: those of a document; here: the key of the entry that an offset in the text belongs to, or an empty
    string for none; live: whether annotating changes the entries.
    """

    id: str
    side: int
    title: str
    empty: str
    empty_part: str
    rows: int
    entries: Callable[[OpenDocument], list[SidebarEntry]]
    here: Callable[[OpenDocument, int], str]
    live: bool = False


def _session_here(opened: OpenDocument, cursor: int) -> str:
    session = opened.analysis.session_at(cursor)
    return f"session-{session.number}" if session else ""


def _speaker_here(opened: OpenDocument, cursor: int) -> str:
    statement = opened.analysis.statement_at(cursor)
    return f"speaker-{statement.speaker}" if statement else ""


SIDEBARS = (
    Sidebar(
        "sessions", START, N_("Sessions"), N_("No sessions in this text"), N_("No sessions in this part"), 3, reading_bars.session_entries, _session_here
    ),
    Sidebar(
        "speakers", END, N_("Speakers"), N_("No speakers in this text"), N_("No speakers in this part"), 2,
        lambda opened: reading_bars.speaker_entries(opened.analysis), _speaker_here,
    ),
    Sidebar(
        "topics", END, N_("Topics"), N_("No topics in this text"), N_("No topics in this part"), 2,
        lambda opened: reading_bars.topic_entries(opened.analysis), lambda _opened, _cursor: "",
    ),
)  # fmt: skip


def _empty(kind: Sidebar, opened: OpenDocument) -> str:
    """Return what a list says without entries: of a large text, only the part that one reads is listed."""
    if opened.stretch is None:
        return kind.empty
    return kind.empty_part if opened.stretch.start < opened.stretch.end else N_("Not analysed yet")


class Sidebars:
    """The sidebar lists of one screen, and which sides are shown."""

    def __init__(self, screen: SidebarScreen, *, shown: tuple[bool, bool] | None = None) -> None:
        """Create the lists. shown: whether the start and end sidebars are shown, None for as many as fit."""
        self._screen = screen
        self._wanted = shown
        self.lists = tuple(
            Entries(
                _(kind.title), id=kind.id, mode=screen.mode, rows=kind.rows, empty=_(kind.empty),
                first_side=kind.side == START,
            )
            for kind in SIDEBARS
        )  # fmt: skip

    def show(self, opened: OpenDocument) -> None:
        """Show the entries of a document."""
        for kind, entries in zip(SIDEBARS, self.lists, strict=True):
            entries.show(kind.entries(opened), _(_empty(kind, opened)))

    def show_annotations(self, opened: OpenDocument) -> None:
        """Show the entries that annotating changes."""
        for kind, entries in zip(SIDEBARS, self.lists, strict=True):
            if kind.live:
                entries.show(kind.entries(opened))

    def mark(self, opened: OpenDocument, cursor: int) -> None:
        """Mark the entries that the cursor position belongs to."""
        for kind, entries in zip(SIDEBARS, self.lists, strict=True):
            entries.mark(kind.here(opened, cursor))

    def highlighted(self) -> str:
        """Return the key of the focused entry, or an empty string if the focus is in the text."""
        return next(filter(None, (entries.highlighted() for entries in self.lists)), "")

    def shown(self, columns: int) -> tuple[bool, bool]:
        """Return whether the start and end sidebars are shown on a screen of this many columns."""
        return self._wanted or default_sidebars(columns)

    def lines(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return how many lines each list would fill, for the start and the end side."""
        start, end = (
            tuple(
                entries.lines_at(entries.size.width or SIDEBAR)
                for kind, entries in zip(SIDEBARS, self.lists, strict=True)
                if kind.side == side
            )
            for side in (START, END)
        )
        return start, end

    def boxes(self, found: Screen) -> list[tuple[Entries, Box]]:
        """Return each list with its box on a screen."""
        sides = (iter(found.start), iter(found.end))
        return [(entries, next(sides[kind.side])) for kind, entries in zip(SIDEBARS, self.lists, strict=True)]

    def close(self) -> None:
        """Show the text alone."""
        self._wanted = (False, False)
        self._screen.lay_out()
        self._screen.pane.focus()

    def toggle_start(self) -> None:
        """Show or hide the outline."""
        self._toggle(START)

    def toggle_end(self) -> None:
        """Show or hide speakers and topics."""
        self._toggle(END)

    def _toggle(self, side: int) -> None:
        columns = self._screen.app.size.width
        wanted = list(self.shown(columns))
        wanted[side] = not wanted[side]
        if wanted[side] and not fits_both(columns):
            wanted[1 - side] = False
        self._wanted = (wanted[0], wanted[1])
        self._screen.lay_out()
        first = next(entries for kind, entries in zip(SIDEBARS, self.lists, strict=True) if kind.side == side)
        (first if wanted[side] else self._screen.pane).focus()

    def next_pane(self) -> None:
        """Go to the next list, or back to the text."""
        self._step(1)

    def previous_pane(self) -> None:
        """Go to the previous list, or back to the text."""
        self._step(-1)

    def _step(self, step: int) -> None:
        shown = [entries for entries in self.lists if all(node.display for node in entries.ancestors_with_self)]
        if not shown:
            self.toggle_start()
            return
        panes: list[TextPane | Entries] = [self._screen.pane, *shown]
        at = next((i for i, pane in enumerate(panes) if pane is self._screen.focused), 0)
        panes[(at + step) % len(panes)].focus()
