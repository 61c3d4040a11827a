"""The lists beside the text: their entries, which are shown, and how the focus goes through them."""

import os

import pytest
from textual.pilot import Pilot

from reader.ui.app import HashiyaApp
from reader.ui.page.geometry import measure
from reader.ui.reading.sidebars import END, SIDEBARS, START
from tests.reader.ui.opened import SECOND, TEXT, opened
from tests.reader.ui.stage import ARABIC, act, library_path, quiet, start, text_screen


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    return start(ARABIC, library_path(tmp_path), language="en")


def test_each_list_knows_its_entries_and_the_one_at_the_cursor() -> None:
    here = opened()
    found = {kind.id: [entry.key for entry in kind.entries(here)] for kind in SIDEBARS}
    assert found == {
        "sessions": ["session-1", "session-2"],
        "speakers": ["speaker-1", "speaker-2", "speaker-3"],
        "topics": ["topic-الأمطار", "topic-السدود"],
    }
    for offset, keys in (
        (TEXT.index("تكفي"), ["session-2", "speaker-3", ""]),
        (SECOND.span.start - 1, ["session-1", "", ""]),
        (0, ["", "", ""]),
    ):
        assert [kind.here(here, offset) for kind in SIDEBARS] == keys
    assert [kind.side for kind in SIDEBARS] == [START, END, END]


def displayed(app: HashiyaApp) -> list[str]:
    return [entries.id or "" for entries in text_screen(app).sidebars.lists if entries.display]


def focused(app: HashiyaApp) -> str:
    return (app.focused.id if app.focused else "") or ""


def test_on_a_narrow_screen_one_side_at_a_time_is_shown_and_focused(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        sidebars = text_screen(app).sidebars
        for toggle, shown, focus in (
            (sidebars.toggle_start, ["sessions"], "sessions"),
            (sidebars.toggle_end, ["speakers", "topics"], "speakers"),
            (sidebars.toggle_end, [], "text"),
            (sidebars.next_pane, ["sessions"], "sessions"),  # without a list to go to, the outline is opened
            (sidebars.close, [], "text"),
        ):
            toggle()
            await quiet(app)
            assert (displayed(app), focused(app)) == (shown, focus)
        await pilot.resize_terminal(120, 40)
        assert displayed(app) == []  # as it was wished

    act(app, script)


def test_on_a_wide_screen_the_focus_goes_round_text_and_lists(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        assert displayed(app) == ["sessions", "speakers", "topics"]
        assert screen.entry() == ""
        order = ["sessions", "speakers", "topics", "text"]
        for step, names in (
            (screen.sidebars.next_pane, order),
            (screen.sidebars.previous_pane, [*order[2::-1], "text"]),
        ):
            seen = []
            for _ in range(4):
                step()
                await quiet(app)
                seen.append(focused(app))
            assert seen == names
        screen.sidebars.toggle_end()
        await quiet(app)
        assert displayed(app) == ["sessions"]
        screen.sidebars.next_pane()
        await quiet(app)
        assert screen.entry() == "session-1"

    act(app, script, size=(120, 40))


def test_each_list_gets_the_box_of_its_side(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        sidebars = text_screen(app).sidebars
        lines = sidebars.lines()
        assert [len(side) for side in lines] == [1, 2]
        assert all(count > 2 for side in lines for count in side)
        found = measure(120, 40, ui_rtl=False, text_rtl=True, shown=(True, True), lines=lines)
        boxes = {entries.id: box for entries, box in sidebars.boxes(found)}
        assert [boxes["sessions"]] == list(found.start)
        assert [boxes["speakers"], boxes["topics"]] == list(found.end)
        for entries in sidebars.lists:
            region = entries.region
            assert (region.x, region.y, region.width, region.height) == boxes[entries.id]

    act(app, script, size=(120, 40))


def test_the_entry_that_the_cursor_is_in_is_marked(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        session = screen.opened.analysis.sessions[-1]
        for offset, key in ((session.span.start, f"session-{session.number}"), (0, "")):
            screen.pane.go(offset)
            screen.followed()
            assert screen.sidebars.lists[0]._current == key

    act(app, script, size=(120, 40))
