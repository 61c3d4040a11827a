"""Which list, dialog or form a command opens, and what it is opened on."""

import os

import pytest
from textual.pilot import Pilot

from annotations.errors import HashiyaError
from annotations.values.attributes import CodedUnit
from annotations.values.model import SLOTS
from reader.ui.app import HashiyaApp
from reader.ui.dialogs.form import FormScreen
from reader.ui.dialogs.note import NoteScreen
from reader.ui.lists.occurrences import OccurrencesScreen
from reader.ui.lists.screens import LIST_SCREENS
from reader.ui.reading.open_lists import LISTS, ListOpener
from tests.reader.ui.opened import span
from tests.reader.ui.reading.steps import answer, cancel, choices, said
from tests.reader.ui.stage import ARABIC, act, library_path, quiet, start, text_screen


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    return start(ARABIC, library_path(tmp_path), language="en")


async def closed(app: HashiyaApp) -> None:
    app.pop_screen()
    await quiet(app)


def on_top(app: HashiyaApp) -> OccurrencesScreen:
    assert isinstance(app.screen, OccurrencesScreen)
    return app.screen


def test_each_command_opens_its_own_list(app: HashiyaApp) -> None:
    assert set(LISTS) == set(LIST_SCREENS)

    async def script(_pilot: Pilot[None]) -> None:
        opener = ListOpener(text_screen(app))
        for name in LISTS:
            await opener.open(name)
            await quiet(app)
            assert type(app.screen) is LIST_SCREENS[name]
            await closed(app)

    act(app, script)


def test_before_the_text_is_stored_no_list_opens(app: HashiyaApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.reading.screen._PATIENCE", 0.01)

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        screen.stored.clear()
        with pytest.raises(HashiyaError):
            await ListOpener(screen).open("list.library")
        await screen.action_run("list.library")
        assert len(app.screen_stack) == 1
        assert "still being analysed" in said(app)

    act(app, script)


def test_the_menu_lists_the_views_and_runs_the_one_that_is_picked(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        opener = ListOpener(text_screen(app))
        opener.menu()
        await quiet(app)
        every = choices(app)
        assert len(every) == len(LISTS) + 5
        await answer(app, "MEMO")
        assert isinstance(app.screen, NoteScreen)
        await closed(app)
        opener.menu()
        await answer(app, "zzz")  # nothing to pick: the dialog stays
        assert choices(app) == ["No matching view"]
        await cancel(app)

    act(app, script)


@pytest.mark.parametrize(
    ("at", "selected", "word"),
    [
        ("الأنهار.", "", "الأنهار"),
        ("والطاقة» ", "", "الطاقة"),  # the word without its conjunction
        ("دول المنبع", "دول المنبع", "دول المنبع"),  # a selection as it is
        ("والطاقة» ", "والطاقة", "والطاقة"),
    ],
)
def test_occurrences_are_those_of_the_selection_or_the_word(app: HashiyaApp, at: str, selected: str, word: str) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        screen.pane.go(ARABIC.index(at))
        if selected:
            screen.pane.select(span(selected, ARABIC))
        ListOpener(screen).same()
        await quiet(app)
        assert on_top(app)._query == word

    act(app, script)


def test_a_selection_across_lines_is_one_line_in_a_list(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        start_offset = ARABIC.index("وام")
        screen.pane.select(span("وام\n\nالأحد", ARABIC))
        ListOpener(screen).same()
        await quiet(app)
        assert on_top(app)._query == "وام الأحد"
        await closed(app)
        screen.pane.go(start_offset)
        screen.pane.drop_selection()
        opener = ListOpener(screen)
        opener.concordance()
        await quiet(app)
        await answer(app, None)  # the word under the cursor is offered
        assert on_top(app)._query == "وام"
        await closed(app)
        opener.concordance()
        await answer(app, "مؤتمر المياه")
        assert on_top(app)._query == "مؤتمر المياه"
        await closed(app)
        opener.concordance()
        await cancel(app, "سدود")

    act(app, script)


def test_the_form_is_that_of_the_statement_here_or_of_the_text(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        opener, number = ListOpener(screen), screen.opened.document.id
        statement = screen.opened.analysis.statements[0]
        for at, unit in ((statement.span.start, CodedUnit(number, statement.span)), (0, CodedUnit(number))):
            screen.pane.go(at)
            opener.form()
            await quiet(app)
            assert isinstance(app.screen, FormScreen)
            assert app.screen._unit == unit
            await closed(app)
        screen.opened = screen.opened._replace(document=screen.opened.document._replace(id=0))
        opener.form()
        await quiet(app)
        assert len(app.screen_stack) == 1  # the text is not in the library yet

    act(app, script)


def test_every_digit_key_is_a_command(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        for slot in SLOTS:
            await screen.action_run(f"tag.{slot}")
        (one,) = screen.opened.annotations
        assert set(one.tags) == {tag.id for tag in screen.opened.tags if tag.slot in SLOTS}
        assert len(one.tags) == 9

    act(app, script)
