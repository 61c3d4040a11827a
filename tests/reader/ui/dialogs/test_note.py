"""A note is written, saved, and dropped only when asked twice in a row."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.pilot import Pilot

from reader.ui.app import HashiyaApp
from reader.ui.dialogs import note as module
from reader.ui.dialogs.note import NoteScreen
from reader.ui.widgets.field import Lines
from tests.reader.ui.lists.steps import until
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen


async def shown(app: HashiyaApp, screen: NoteScreen, results: list[str | None]) -> Lines:
    await app.push_screen(screen, results.append)
    await until(app, lambda: screen.is_mounted and screen.query(Lines) and screen.query_one(Lines).has_focus)
    return screen.query_one(Lines)


def test_a_note_is_saved_without_its_outer_blanks_and_left_unchanged_at_once(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")
    results: list[str | None] = []

    async def script(pilot: Pilot[None]) -> None:
        lines = await shown(app, NoteScreen("  مؤتمر\nالمياه ", "رأيٌ 🌊", "Memo"), results)
        assert "Memo" in screen_text(app)
        assert "مؤتمر المياه" in screen_text(app)  # the passage in one line
        await pilot.press("enter", "x", "space")
        assert lines.value == "رأيٌ 🌊\nx "
        await pilot.press("ctrl+s")
        await until(app, lambda: results == ["رأيٌ 🌊\nx"])
        await shown(app, NoteScreen("q", "note"), results)
        assert "Note" in screen_text(app)
        await pilot.press("escape")
        await until(app, lambda: results[1:] == [None])
        lines = await shown(app, NoteScreen("q", "note"), results)
        lines.value = " note "  # nothing but blanks has changed
        await pilot.press("escape")
        await until(app, lambda: results[2:] == [None])

    act(app, script)


def test_a_changed_note_is_dropped_only_when_asked_twice_in_a_row(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")
    results: list[str | None] = []

    async def script(pilot: Pilot[None]) -> None:
        screen = NoteScreen("q", "")
        await shown(app, screen, results)
        await pilot.press(*"أول", "escape")
        await until(app, lambda: "لم يُحفظ" in screen_text(app))
        await pilot.press(*"ثان")  # writing on withdraws the request
        await until(app, lambda: "لم يُحفظ" not in screen_text(app))
        await pilot.press("escape")
        await until(app, lambda: "لم يُحفظ" in screen_text(app))
        assert (app.screen, results) == (screen, [])
        await pilot.press("escape")
        await until(app, lambda: results == [None])
        await pilot.press("a", *"أول", "escape", "escape")  # the note of a passage, likewise
        await until(app, lambda: app.screen is text_screen(app))
        assert len(text_screen(app).opened.annotations) == 0

    act(app, script)


@pytest.mark.parametrize(
    ("edited", "value", "told"), [("من المحرر", "من المحرر", "save"), (None, "أول", "Could not run")]
)
def test_the_text_of_an_external_editor_comes_back_or_the_failure_is_told(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch, edited: str | None, value: str, told: str
) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")
    given: list[str] = []

    @contextmanager
    def suspended() -> Iterator[None]:
        yield

    def editor(text: str) -> str | None:
        given.append(text)
        return edited

    monkeypatch.setattr(module, "edited", editor)
    monkeypatch.setattr(app, "suspend", suspended)  # there is no terminal to hand over

    async def script(pilot: Pilot[None]) -> None:
        lines = await shown(app, NoteScreen("q", "أول"), [])
        await pilot.press("f4")
        await until(app, lambda: given == ["أول"] and lines.value == value and told in screen_text(app))

    act(app, script)
