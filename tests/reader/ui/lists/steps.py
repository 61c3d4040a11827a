"""Steps of a test of the lists: open one over the text, answer its dialogs, wait for what it then shows."""

import asyncio
import os
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from textual import events

from annotations.library import Library
from annotations.values.spans import Span
from reader.sources.add import add_source
from reader.sources.source import Source
from reader.ui.app import HashiyaApp
from reader.ui.dialogs.note import NoteScreen
from reader.ui.dialogs.picker import Picker
from reader.ui.lists.base import ListScreen
from reader.ui.widgets.bars import Bar
from reader.ui.widgets.field import Field
from reader.ui.widgets.grid import GridRow, Key
from tests.reader.ui.stage import ARABIC, quiet, screen_text

S = TypeVar("S", bound=ListScreen)
_PATIENCE = 15.0
_ISOLATES = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
WIDE = (120, 30)


async def until(app: HashiyaApp, holds: Callable[[], object]) -> None:
    """Wait until a condition holds; fail with the screen if it does not come to hold."""
    latest = monotonic() + _PATIENCE
    while not holds():
        assert monotonic() < latest, f"it never held over\n{screen_text(app)}"
        await asyncio.sleep(0.004)


async def opened(app: HashiyaApp, screen: S) -> S:
    """Open a list over whatever is shown, and return it with its rows."""
    await app.push_screen(screen)
    await until(app, lambda: screen.grid._columns)
    return screen


async def reached(app: HashiyaApp, kind: type[S]) -> S:
    """Wait until a list of this kind is on top, and return it with its rows."""
    await until(app, lambda: isinstance(app.screen, kind) and app.screen.grid._columns)
    assert isinstance(app.screen, kind)
    return app.screen


async def answer(app: HashiyaApp, words: str) -> None:
    """Type words into the field of the dialog on top and press Enter; wait until the dialog is closed."""
    dialog = app.screen
    await quiet(app)
    field = dialog.query_one(Field)
    field.value = words
    field.post_message(events.Key("enter", "\r"))
    await until(app, lambda: app.screen is not dialog)


async def offered(app: HashiyaApp, typed: str = "") -> list[str]:
    """Return the choices that the picker on top offers for what is typed."""
    dialog = app.screen
    assert isinstance(dialog, Picker)
    await quiet(app)
    return [choice.name for choice in dialog._matching(typed)]


async def write(app: HashiyaApp, text: str) -> None:
    """Replace the text of the note on top and save it."""
    dialog = app.screen
    assert isinstance(dialog, NoteScreen)
    await quiet(app)
    dialog.query_one(Field).value = text
    dialog.action_save()
    await until(app, lambda: app.screen is not dialog)


def row_of(screen: ListScreen, key: Key) -> GridRow:
    """Return a row that is loaded."""
    row = screen.grid.row(key)
    assert row is not None
    return row


def key_of(screen: ListScreen, words: str) -> Key:
    """Return the key of the last row whose first cell says these words."""
    return {row_of(screen, key).cells[0]: key for key in screen.grid.keys}[words]


def cells(screen: ListScreen, column: int = 0) -> list[str]:
    """Return a column of the rows that are loaded, without the headings of groups."""
    rows = [row for key in screen.grid.keys if (row := screen.grid.row(key)) is not None and not row.heading]
    return [row.cells[column].translate(_ISOLATES) for row in rows]


def headings(screen: ListScreen) -> list[str]:
    """Return the headings of groups."""
    rows = [row for key in screen.grid.keys if (row := screen.grid.row(key)) is not None and row.heading]
    return [row.cells[0].translate(_ISOLATES) for row in rows]


def _bar(bar: Bar) -> tuple[str, str]:
    return bar._start.plain.translate(_ISOLATES).strip(), bar._end.plain.translate(_ISOLATES).strip()


def title(screen: ListScreen) -> tuple[str, str]:
    """Return both ends of the title row."""
    return _bar(screen._title)


def said(screen: ListScreen) -> str:
    """Return what the status row says at its start."""
    return _bar(screen._status)[0]


def at_end(screen: ListScreen) -> str:
    """Return what the status row says at its end: the filter, and how many rows are selected."""
    return _bar(screen._status)[1]


def shelve(library: Library, text: str, name: str) -> int:
    """Add a text to a library as `hashiya read` does, and return its id."""
    return add_source(library, Source(text.encode(), f"/texts/{name}.txt", name)).id


def report_in(path: str | os.PathLike[str], coder: str = "سارة") -> Library:
    """Return an open library that holds the report of the stage as document 1."""
    library = Library(os.fspath(path), coder)
    assert shelve(library, ARABIC, "report") == 1
    return library


def of(words: str, nth: int = 0) -> Span:
    """Return the passage of the report that says these words, the nth time it does."""
    at = -1
    for _ in range(nth + 1):
        at = ARABIC.index(words, at + 1)
    return Span(at, at + len(words))
