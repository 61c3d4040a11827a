"""Selecting from the cursor onwards, and in steps from the word to the session."""

from dataclasses import dataclass, field
from typing import cast

from annotations.values.spans import Span
from reader.ui.page.open_document import OpenDocument
from reader.ui.protocols import TextScreen
from reader.ui.reading.selecting import Selecting
from tests.reader.ui.opened import FIRST, TEXT, opened


@dataclass
class Pane:
    """What selecting needs of a text pane: a cursor, an origin, and letters of one code point each."""

    cursor: int
    origin: int | None = None

    @property
    def selection(self) -> Span | None:
        if self.origin is None:
            return None
        first, last = sorted((self.origin, self.cursor))
        return Span(first, last + 1)

    def select(self, span: Span) -> None:
        self.origin, self.cursor = span.start, span.end - 1

    def drop_selection(self) -> None:
        self.origin = None

    def go(self, offset: int) -> None:
        self.cursor = offset


@dataclass
class Screen:
    """A screen with such a pane."""

    pane: Pane
    opened: OpenDocument = field(default_factory=opened)

    @property
    def selected(self) -> str:
        return self.pane.selection.cut(TEXT) if self.pane.selection else ""


def at(words: str) -> tuple[Screen, Selecting]:
    screen = Screen(Pane(TEXT.index(words)))
    return screen, Selecting(cast("TextScreen", screen))


def test_a_selection_begins_at_the_cursor_and_is_dropped_again() -> None:
    screen, selecting = at("سالم")
    selecting.toggle()
    assert screen.selected == "س"
    screen.pane.cursor -= 2  # backwards: the letter where it began stays in it
    assert screen.selected == "د س"
    selecting.toggle()
    assert screen.selected == ""


def test_the_selection_widens_to_the_session_and_narrows_back_to_where_it_began() -> None:
    screen, selecting = at("قليل")
    cursor = screen.pane.cursor
    seen = []
    for _ in range(5):
        selecting.widen()
        seen.append(screen.selected)
    assert seen[0] == "قليل"
    assert seen[-1] == FIRST.span.cut(TEXT)
    assert sorted(seen, key=len) == seen
    selecting.widen()
    assert screen.selected == seen[-1]  # there is nothing wider
    for wanted in reversed(seen[:-1]):
        selecting.narrow()
        assert screen.selected == wanted
    selecting.narrow()
    assert (screen.selected, screen.pane.cursor) == ("", cursor)
    selecting.narrow()
    assert (screen.selected, screen.pane.cursor) == ("", cursor)


def test_a_selection_made_elsewhere_widens_from_its_own_start() -> None:
    screen, selecting = at("قليل")
    selecting.widen()
    start = TEXT.index("سالم")
    screen.pane.select(Span(start, start + 2))
    selecting.widen()
    assert screen.selected == "سالم"
    selecting.widen()
    assert screen.selected == "ورد سالم أن السدود ممتلئة."


def test_on_a_blank_line_only_the_session_is_selected() -> None:
    screen, selecting = at("سالم")
    screen.pane.cursor = TEXT.index("\n\nوأضافت") + 1
    selecting.widen()
    assert screen.selected == FIRST.span.cut(TEXT)
