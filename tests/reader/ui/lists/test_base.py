"""What all lists have in common: keys, the filter, selecting, help, dialogs, and that they fit their window."""

import os
from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from annotations.errors import TagTaken
from annotations.library import Library
from annotations.values.model import Tag
from reader.language.i18n import set_language
from reader.ui.dialogs.help import ListHelp
from reader.ui.lists.annotations import AnnotationList
from reader.ui.lists.base import ListScreen
from reader.ui.lists.codebook import CodebookScreen
from reader.ui.lists.cross import CrossScreen
from reader.ui.lists.library import LibraryScreen
from reader.ui.lists.occurrences import OccurrencesScreen
from reader.ui.lists.screens import LIST_SCREENS
from reader.ui.protocols import Command, TextScreen
from reader.ui.widgets.field import Field
from reader.ui.widgets.grid import Column, GridRow, Key
from tests.reader.ui.lists.steps import (
    answer,
    at_end,
    cells,
    of,
    offered,
    opened,
    reached,
    report_in,
    said,
    title,
    until,
)
from tests.reader.ui.stage import (
    ARABIC,
    LATIN,
    act,
    library_path,
    logical,
    screen_text,
    start,
    text_screen,
    visual_rows,
)


class Fruit(ListScreen):
    """A list of a heading and three rows, of which one comes late."""

    NAME = "fruit"
    WITHOUT = ()
    SELECTS = True

    def __init__(self, text_screen: TextScreen) -> None:
        super().__init__(text_screen)
        self.went: list[Key | None] = []

    def commands(self) -> dict[str, Command]:
        return {**super().commands(), "go": lambda: self.went.append(self.grid.key)}

    def heading(self) -> tuple[str, str]:
        return f"Fruit: {self.where()}", str(len(self.grid.keys))

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        rows: dict[Key, GridRow] = {
            "all": GridRow(("all",), heading=True),
            1: GridRow(("تُفّاح",)),
            2: GridRow(("خوخ 🍑",)),
        }
        shown = {key: row for key, row in rows.items() if row.heading or self.holds(*row.cells)}
        return [Column("fruit")], [*shown, *([3] if not self.words else [])], shown

    async def more(self, keys: Sequence[Key]) -> dict[Key, GridRow]:
        return {key: GridRow(("late",)) for key in keys}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_list_is_filtered_by_keys_as_one_types(tmp_path: os.PathLike[str], language: str) -> None:
    app = start(ARABIC, library_path(tmp_path), language=language)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("T", "f", *"موقف")
        screen = await reached(app, CodebookScreen)
        await until(app, lambda: len(screen.grid.keys) == 1)
        field = screen.query_one("#filter", Field)
        assert (screen.words, field.value, field.has_focus) == ("موقف", "موقف", True)
        await pilot.press("enter")  # the filter stays
        await until(app, lambda: screen.grid.has_focus)
        assert (field.display, screen._hints.display) == (False, True)
        assert "موقف" in at_end(screen)
        assert len(screen.grid.keys) == 1
        await pilot.press("slash", "q")  # what is typed on is the field's
        await until(app, lambda: screen.words == "موقفq")
        assert len(screen.grid.keys) == 0
        await pilot.press("escape")  # the filter goes, the list stays
        await until(app, lambda: len(screen.grid.keys) == 9 and not field.display)
        assert app.screen is screen
        assert at_end(screen) == ""
        await pilot.press("f", "س")
        screen.set_focus(screen.grid)  # a click elsewhere keeps the filter
        await until(app, lambda: not field.display)
        assert screen.words == "س"
        await pilot.press("q")
        await until(app, lambda: app.screen is text_screen(app))

    act(app, script)


def test_rows_are_selected_moved_over_loaded_and_clicked(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(pilot: Pilot[None]) -> None:
        screen = await opened(app, Fruit(text_screen(app)))
        await until(app, lambda: screen.grid.row(3) == GridRow(("late",)))  # asked for as it comes into view
        assert screen.grid.key == 1  # not the heading
        assert title(screen) == ("Fruit: this text", "4")
        assert at_end(screen) == "0 selected"
        await pilot.press("space")
        assert (screen.grid.selected, screen.grid.key) == ({1}, 2)
        await pilot.press("home", "space")
        assert screen.grid.selected == set()
        await pilot.press("a")
        assert screen.grid.selected == {1, 2, 3}
        assert at_end(screen) == "3 selected"
        await pilot.press("a")
        assert screen.grid.selected == set()
        screen.say("something")
        assert said(screen) == "something"
        await pilot.press("end")
        assert (screen.grid.key, said(screen)) == (3, "")  # a message lasts until the next move
        screen.words = "تفاح"
        screen.grid.select([1, 2], selected=True)
        await screen.again()
        assert list(screen.grid.keys) == ["all", 1]  # folded: harakat do not matter
        assert screen.grid.selected == {1}
        await screen.action_run("scope")
        assert title(screen)[0] == "Fruit: library"
        for words, texts, held in (
            ("", (), True),
            ("مياه", ("المِياه",), True),
            ("مياه", ("نفط", "مياه"), True),
            ("مياه", ("نفط",), False),
            ("مياه", (), False),
        ):
            screen.words = words
            assert screen.holds(*texts) == held
        await pilot.click("#grid", offset=(4, 2))
        await until(app, lambda: screen.went == [1])  # the current row, clicked

    act(app, script)


@pytest.mark.parametrize(
    ("since", "until_", "told"),
    [("", "", ""), ("2024-01-01", "", "from 2024-01-01 to …"), ("", "2024-02-01", "from … to 2024-02-01")],
)
def test_a_range_of_dates_is_told_with_its_open_ends(since: str, until_: str, told: str) -> None:
    set_language("en")
    assert ListScreen.dates(since, until_).translate(dict.fromkeys((0x2068, 0x2069))) == told


def test_dates_are_asked_for_with_either_end_open(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")
    told: list[tuple[str, str]] = []

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, Fruit(text_screen(app)))

        async def then(since: str, until_: str) -> None:
            told.append((since, until_))

        for typed, asked in (
            ("2024-01-01 2024-02-01", ("2024-01-01", "2024-02-01")),
            ("2024-01-01", ("2024-01-01", "")),
            ("2024-01-01 …", ("2024-01-01", "")),
            ("…  2024-02-01", ("", "2024-02-01")),
            ("- -", ("", "")),
        ):
            screen.ask_dates(then)
            await answer(app, typed)
            await until(app, lambda: told)
            assert told.pop() == asked

    act(app, script)


def test_a_tag_is_chosen_among_those_in_use_or_none_and_errors_are_reported(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.codebook.retire(9)
    app = start(ARABIC, path, language="en")
    chosen: list[int] = []

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, Fruit(text_screen(app)))

        async def then(tag: Tag) -> None:
            chosen.append(tag.id)
            if len(chosen) == 3:
                raise TagTaken(name="موقف")

        await screen.choose_tag("Which", then, besides=1)
        names = await offered(app)
        assert {"position", "to review"} & set(names) == set()
        assert await offered(app, "EVID") == ["evidence or figure"]
        await answer(app, "evid")
        await until(app, lambda: chosen == [4])
        await screen.choose_tag("Which", then, any_="none of them")
        assert (await offered(app))[0] == "none of them"
        await answer(app, "none")
        await until(app, lambda: chosen == [4, 0])
        await screen.choose_tag("Which", then)
        await answer(app, "position")
        await until(app, lambda: "The codebook already has this tag: موقف" in said(screen))
        await screen.choose_tag("Which", then)
        await offered(app)
        app.screen.dismiss(None)
        await until(app, lambda: app.screen is screen)
        assert chosen == [4, 0, 1]  # leaving chooses nothing

    act(app, script)


def test_undo_and_redo_say_what_they_did_or_that_there_is_nothing(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with Library(path, "عمر") as library:  # whose acts are not one's own
        report = report_in(path, "عمر")
        report.close()
        library.passages.annotate(1, of("الشح"), [1])
    app = start(ARABIC, path, language="en")

    async def script(pilot: Pilot[None]) -> None:
        screen = await opened(app, LibraryScreen(text_screen(app)))
        await pilot.press("u")
        assert said(screen) == "Nothing to undo"
        await pilot.press("r")
        assert said(screen) == "Nothing to redo"
        await screen.action_run("coded")
        assert said(screen).endswith(". u to undo.")
        await pilot.press("u")
        assert said(screen).startswith("Undone: ")
        await pilot.press("r")
        assert said(screen) == f"Redone: {said(screen).removeprefix('Redone: ')}"
        (one,) = await app.jobs.run(lambda library: library.documents())
        assert one.coded

    act(app, script)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_help_shows_the_keys_of_the_list_and_the_hints_those_that_fit(
    tmp_path: os.PathLike[str], language: str
) -> None:
    app = start(ARABIC, library_path(tmp_path), language=language)
    merge, sort = ("دمج", "ترتيب") if language == "ar" else ("Merge into another tag", "Sort by")

    async def script(pilot: Pilot[None]) -> None:
        screen = await opened(app, CodebookScreen(text_screen(app)))
        hints = logical(visual_rows(app)[-1])
        assert "Esc" in hints
        await pilot.resize_terminal(40, 12)
        await until(app, lambda: logical(visual_rows(app)[-1]) != hints)
        assert "Esc" in logical(visual_rows(app)[-1])  # the most useful ones stay
        await pilot.resize_terminal(100, 30)
        await pilot.press("question_mark")
        await until(app, lambda: isinstance(app.screen, ListHelp) and merge in screen_text(app))
        assert sort not in screen_text(app)  # the codebook has one order
        await pilot.press("question_mark")
        await until(app, lambda: app.screen is screen)

    act(app, script, size=(100, 30))


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 12)])
def test_every_list_fits_its_window(tmp_path: os.PathLike[str], size: tuple[int, int]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.passages.annotate(1, of("التحلية مكلفة"), [1], "رأيٌ 🌊")
    app = start(ARABIC, path, language="ar" if size[0] == 60 else "en")

    async def script(_pilot: Pilot[None]) -> None:
        below = text_screen(app)
        screens = [
            *(kind(below) for kind in LIST_SCREENS.values()),
            CrossScreen(below),
            OccurrencesScreen(below, "التحلية"),
        ]
        for screen in screens:
            await opened(app, screen)
            rows = visual_rows(app)
            assert len(rows) == size[1]
            assert {strip.cell_length for strip in screen._compositor.render_strips()} == {size[0]}
            assert title(screen)[0].split()[0] in logical(rows[0])
            assert "Esc" in logical(rows[-1])
            await screen.action_run("close")
            await until(app, lambda: app.screen is below)

    act(app, script, size=size)


def test_a_passage_is_gone_to_over_every_list_that_lies_on_the_text(tmp_path: os.PathLike[str]) -> None:
    app = start(LATIN, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        below = text_screen(app)
        await opened(app, CodebookScreen(below))
        screen = await opened(app, AnnotationList(below))
        assert cells(screen) == []
        await screen.go_to(1, of("شارك")._replace(start=9, end=14))
        assert app.screen is below
        assert below.pane.cursor == 9

    act(app, script)
