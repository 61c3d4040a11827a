"""The motion commands of the reading screen, and the place that is saved for the next time."""

import os
import sqlite3

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.store import open_file
from annotations.values.model import SLOTS, ReadingPlace
from reader.keys.commands import COMMANDS
from reader.ui.app import HashiyaApp
from reader.ui.reading import place_keeper
from reader.ui.reading.commands import ScreenParts, command_table
from reader.ui.reading.correcting import Correcting
from reader.ui.reading.motions import motion_table
from reader.ui.reading.open_lists import ListOpener
from reader.ui.reading.place_keeper import PlaceKeeper
from reader.ui.reading.selecting import Selecting
from reader.ui.reading.tagging import Tagging
from tests.reader.ui.stage import ARABIC, LATIN, act, library_path, start, text_screen, until


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    return start(ARABIC, library_path(tmp_path), language="en")


def test_every_command_but_the_screens_own_is_in_the_table(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        parts = ScreenParts(
            Selecting(screen), Tagging(screen), Correcting(screen), screen.finding, screen.sidebars, ListOpener(screen)
        )
        table = command_table(screen, parts, screen.host)
        assert {command.id for command in COMMANDS} - set(table) == {"fold", "cancel"}
        assert {f"tag.{slot}" for slot in SLOTS} <= set(table)

    act(app, script)


def test_each_motion_undoes_its_opposite(app: HashiyaApp) -> None:
    pairs = (
        ("move.left", "move.right"), ("move.down", "move.up"), ("word.next", "word.previous"),
        ("sentence.next", "sentence.previous"), ("paragraph.next", "paragraph.previous"),
    )  # fmt: skip

    async def script(_pilot: Pilot[None]) -> None:
        pane, table = text_screen(app).pane, motion_table(text_screen(app))
        assert set(table) <= {command.id for command in COMMANDS}
        for there, back in pairs:
            pane.go(ARABIC.index("وناقشت"))
            before = pane.cursor
            table[there]()
            assert pane.cursor > before, there
            table[back]()
            assert pane.cursor == before, back
        for name, offset in (("text.end", len(ARABIC.rstrip())), ("text.start", 0)):
            table[name]()
            assert abs(pane.cursor - offset) <= 1, name

    act(app, script)


def test_sessions_are_stepped_through_and_end_at_the_last(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        table = motion_table(screen)
        starts = [session.span.start for session in screen.opened.analysis.sessions]
        assert len(starts) == 2
        seen = []
        for name in ("session.next", "session.next", "session.next", "session.previous", "session.previous"):
            table[name]()
            seen.append(screen.pane.cursor)
        assert seen == [starts[0], starts[1], starts[1], starts[0], starts[0]]

    act(app, script)


@pytest.mark.parametrize(("text", "first"), [(ARABIC, "move.left"), (LATIN, "move.right")])
def test_a_row_begins_at_the_side_of_its_direction(text: str, first: str, tmp_path: os.PathLike[str]) -> None:
    app = start(text, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        pane, table = text_screen(app).pane, motion_table(text_screen(app))
        table["row.end"]()
        end = pane.cursor
        table["row.start"]()
        begin = pane.cursor
        assert begin < end
        table[first]()
        assert pane.cursor == begin + 1

    act(app, script)


def test_pages_turn_to_the_end_and_back(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        pane, table = text_screen(app).pane, motion_table(text_screen(app))
        tops = [pane.top]
        for _ in range(8):
            table["page.down"]()
            tops.append(pane.top)
        assert tops == sorted(tops)
        assert tops[-1] > tops[0]
        for _ in range(8):
            table["page.up"]()
        assert pane.top == 0

    act(app, script, size=(60, 12))


def stored(path: str) -> ReadingPlace:
    with Library(path, "x") as library:
        return library.place(1)


def test_the_place_is_saved_when_the_keys_rest(
    app: HashiyaApp, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place_keeper, "_KEEP_AFTER", 0.02)
    monkeypatch.setattr(open_file, "BUSY_MS", 50)
    path = library_path(tmp_path)

    async def script(pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        offset = ARABIC.index("وأضافت")
        screen.pane.go(offset)
        keeper = PlaceKeeper(screen)
        keeper.soon()
        keeper.soon()  # a second key within that time: one timer is enough
        await until(pilot, lambda: stored(path) == ReadingPlace(screen.pane.top, offset, folded=False))
        screen.folded = True
        keeper.keep_now()
        assert stored(path).folded
        screen.pane.go(0)
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        await keeper.keep()  # a busy library is no reason to stop
        keeper.keep_now()
        holder.execute("ROLLBACK")
        holder.close()
        assert stored(path).cursor == offset

    act(app, script)


def test_the_place_of_a_text_that_is_not_stored_is_not_saved(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        keeper = PlaceKeeper(screen)
        before = stored(library_path(tmp_path))
        document = screen.opened.document
        screen.opened = screen.opened._replace(document=document._replace(id=0))
        screen.pane.go(50)
        keeper.soon()
        assert keeper._timer is None
        await keeper.keep()
        keeper.keep_now()
        assert stored(library_path(tmp_path)) == before
        screen.opened = screen.opened._replace(document=document)

    act(app, script)
