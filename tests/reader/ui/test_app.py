"""The app: what it says as it opens a library, its dialogs, its aids and its looks, and what it leaves behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.analysis import Analysis, Session
from annotations.values.corrections import RenameSpeaker
from annotations.values.model import ReadingPlace
from annotations.values.spans import Span
from reader.article.worker import AnalysisStopped
from reader.cli.read import _fresh
from reader.keys.keymap import bindings
from reader.page.aids import Aids
from reader.page.aids import load as load_aids
from reader.settings.config import Config
from reader.settings.rendering import VISUAL, Rendering
from reader.sources.add import add_source
from reader.sources.source import Source
from reader.ui.app import HashiyaApp, Start, Terminal, theme
from reader.ui.dialogs.aids import AidsScreen
from reader.ui.dialogs.help import HelpScreen
from reader.ui.lists.library import LibraryScreen
from reader.ui.page.open_document import load
from reader.ui.style.palette import PAPER, mix
from tests.reader.ui.opened import span
from tests.reader.ui.reading.steps import answer, cancel, choices, said
from tests.reader.ui.stage import (
    ARABIC,
    LATIN,
    act,
    cells,
    library_path,
    quiet,
    start,
    text_screen,
    visual_rows,
)


def app_on(path: str, *sources: Source, mode: str = "dark", terminal: Terminal | None = None) -> HashiyaApp:
    """Return the app in English on some texts."""
    config = Config("en", path, "sara", "pc")
    return HashiyaApp(config, Start(_fresh(sources[0]), sources), bindings("pc"), mode=mode, terminal=terminal)


def source(text: str, name: str = "report") -> Source:
    return Source(text.encode(), f"/texts/{name}.txt", name)


def colors(app: HashiyaApp, y: int) -> list[tuple[str, str, str]]:
    """Return character, foreground and background of each cell of a row of the screen."""
    found = []
    for text, style, _control in app.screen._compositor.render_strips()[y]:
        assert style is not None
        assert style.color is not None
        assert style.bgcolor is not None
        look = (style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex)
        found += [(char, *look) for char in cells(text)]
    return found


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_the_screen_has_the_papers_and_the_texts_colours(mode: str, tmp_path: os.PathLike[str]) -> None:
    app = app_on(library_path(tmp_path), source(ARABIC), mode=mode)

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        body, title = ARABIC.index("وناقشت"), ARABIC.index("مؤتمر")
        for offset, inks in ((body, ("text",)), (title, ("title",))):
            y = screen.pane._line_of(offset) + screen.pane.region.y
            row = colors(app, y)[screen.pane._pane.text :][: screen.pane._pane.text_width]
            cursor = mix(("cursor",), mode)
            looks = [(fore, back) for char, fore, back in row if char.strip()]
            assert set(looks) - {cursor[:2]} == {(mix(inks, mode).fore, PAPER[mode])}
            assert looks.count(cursor[:2]) == (inks == ("title",))  # the cursor is on the title's first letter
            assert {back for _char, _fore, back in row} - {cursor.back} == {PAPER[mode]}
        surface = theme(mode).surface
        assert {back for _char, _fore, back in colors(app, 0)} == {surface}
        assert surface != PAPER[mode]

    act(app, script)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_latin_text_stands_left_to_right_with_numbers_and_stripes_at_its_left(
    language: str, tmp_path: os.PathLike[str]
) -> None:
    app = start(LATIN, library_path(tmp_path), language=language)

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        words = span("The conference ended", LATIN)
        await app.jobs.run(lambda library: library.passages.annotate(1, words, [1]))
        await screen.refresh_annotations()
        pane = screen.pane._pane
        assert (pane.rtl, pane.bar) == (False, screen.pane.size.width - 1)
        y = screen.pane._line_of(words.start) + screen.pane.region.y
        row = cells(visual_rows(app)[y])
        assert "".join(row[pane.text :]).startswith("The conference ended")
        assert "".join(row[pane.numbers : pane.numbers + 4]).strip() == "1"
        assert len("".join(row[pane.stripes : pane.stripes + 4]).strip()) == 1  # the tag's initial
        assert row[pane.bar] in "│┃"
        assert visual_rows(app)[1].startswith("◆")  # the strip begins at the left

    act(app, script)


def test_a_text_already_there_is_opened_where_reading_stopped(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with Library(path, "sara") as library:
        document = add_source(library, source(ARABIC))
        offset = ARABIC.index("وأضافت")
        library.keep_place(document.id, ReadingPlace(0, offset, folded=True))
        opened = load(library, document)
    app = HashiyaApp(Config("en", path, "sara", "pc"), Start(opened, ()), bindings("pc"))

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        assert (screen.pane.cursor, screen.folded) == (offset, True)
        await screen.action_run("tag.1")
        assert len(screen.opened.annotations) == 1
        screen.pane.go(ARABIC.index("يذكر"))

    act(app, script)
    with Library(path, "sara") as library:
        assert library.place(1).cursor == ARABIC.index("يذكر")  # saved on exit


def test_a_library_that_cannot_be_used_ends_the_app_with_the_reason(tmp_path: os.PathLike[str]) -> None:
    app = app_on(str(tmp_path), source(ARABIC))  # a folder is no library
    act(app, nothing)
    assert app.return_code == 4
    assert app.failure is not None


async def nothing(_pilot: Pilot[None]) -> None:
    """Do nothing."""


def test_what_a_corrected_text_brought_along_is_told(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with Library(path, "sara") as library:
        old = add_source(library, source(ARABIC))
        for words in ("مؤتمر المياه (WATER-24)", "يذكر أن المؤتمر يعقد"):
            library.passages.annotate(old.id, span(words, ARABIC), [1])
        speaker = library.analysis(old.id).speakers[0]
        library.correct(old.id, RenameSpeaker(speaker.id, "ليلى المنصوري"))
    corrected = ARABIC.replace("بعد ثلاثة أيام", "بعد أربعة أيام").replace("يذكر أن المؤتمر يعقد كل عامين.", "")
    app = app_on(path, source(corrected))

    async def script(_pilot: Pilot[None]) -> None:
        message = said(app)
        assert message.startswith("The text was corrected: ")
        assert "annotations re-anchored: 1" in message
        assert "orphaned: 1" in message
        assert "corrections: 1" in message

    act(app, script)


def test_several_texts_are_added_and_the_progress_of_a_large_one_is_told(tmp_path: os.PathLike[str]) -> None:
    app = app_on(library_path(tmp_path), source(ARABIC), source(LATIN, "other"))

    async def script(_pilot: Pilot[None]) -> None:
        assert await app.jobs.run(lambda library: len(library.documents())) == 2
        assert text_screen(app).opened.document.name == "report"
        assert app._progress(499_999) is None
        report = app._progress(500_000)
        assert report is not None
        for share in (0.301, 0.309, 0.2):
            report(share)
        await quiet(app)
        assert said(app) == "Analysing… 30%. You can keep reading."
        text_screen(app).say("")
        report(0.305)  # no more than before
        await quiet(app)
        assert said(app) == ""
        app._leaving = True
        with pytest.raises(AnalysisStopped):
            report(0.5)
        app._leaving = False

    act(app, script)


def test_each_dialog_of_the_app_opens(tmp_path: os.PathLike[str]) -> None:
    app = app_on(library_path(tmp_path), source(ARABIC))

    async def script(_pilot: Pilot[None]) -> None:
        for show, kind in ((app.show_help, HelpScreen), (app.show_aids, AidsScreen)):
            show()
            await quiet(app)
            assert isinstance(app.screen, kind)
            app.pop_screen()
            await quiet(app)
        app.action_help_quit()
        assert "to quit" in said(app)
        app.show_palette()
        await quiet(app)
        everything = len(choices(app))
        await answer(app, "memo on the text")  # found by what a command is about, too
        assert len(app.screen_stack) == 2
        app.pop_screen()
        await quiet(app)
        app.show_palette()
        await answer(app, "zzz")
        assert choices(app) == ["No matching command"]
        await cancel(app)
        assert everything > 50

    act(app, script)


def test_lists_over_the_text_show_what_another_window_wrote(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    app = app_on(path, source(ARABIC))

    async def script(_pilot: Pilot[None]) -> None:
        screen = LibraryScreen(text_screen(app))
        await app.push_screen(screen)
        await quiet(app)
        before = len(screen.grid.keys)
        with Library(path, "omar") as library:
            add_source(library, source(LATIN, "other"))
        await app.catch_up_lists()
        await quiet(app)
        assert len(screen.grid.keys) == before + 1

    act(app, script)


def test_reading_aids_are_shown_at_once_and_kept(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "قالَ مُحَمَّدٌ إن السلامَ قريبٌ.\n"
    app = app_on(library_path(tmp_path), source(text))

    async def script(pilot: Pilot[None]) -> None:
        def marks() -> int:
            return sum(char in "\u064b\u064c\u064d\u064e\u064f\u0650\u0651" for row in visual_rows(app) for char in row)

        shown = marks()
        app.set_aids(Aids(harakat="hide"))
        await pilot.pause()
        assert (marks(), load_aids().harakat) == (0, "hide")
        app.set_aids(Aids(harakat="essential"))
        await pilot.pause()
        assert 0 < marks() < shown
        monkeypatch.setattr("reader.ui.app.keep_aids", unwritable)
        app.set_aids(Aids())
        await pilot.pause()
        assert marks() == shown  # though it cannot be kept

    act(app, script)


def unwritable(_aids: Aids) -> None:
    raise OSError


def test_the_display_test_decides_how_arabic_is_sent(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Rendering | None] = [Rendering("runs"), None, VISUAL]
    given_back: list[bool] = []

    @contextmanager
    def suspend(_app: HashiyaApp) -> Iterator[None]:
        given_back.append(True)
        yield

    monkeypatch.setattr(HashiyaApp, "suspend", suspend)
    terminal = Terminal(VISUAL, known=False, test=lambda: answers.pop(0))
    app = app_on(library_path(tmp_path), source(ARABIC), terminal=terminal)

    async def script(_pilot: Pilot[None]) -> None:
        assert "Unknown terminal" in said(app)  # how to test it is told once
        sent = []
        for strategies in (["runs"], ["runs"], []):
            app.calibrate()
            await quiet(app)
            sent.append(visual_rows(app))
            assert [one.rendering.strategy for one in app._emit] == strategies  # type: ignore[attr-defined]
        assert sent[0] == sent[1] != sent[2]
        assert len(given_back) == 3

    act(app, script)
    again = app_on(library_path(tmp_path), source(ARABIC), terminal=terminal)

    async def silent(_pilot: Pilot[None]) -> None:
        assert said(again) == ""

    act(again, silent)


def test_without_a_terminal_there_is_nothing_to_calibrate(tmp_path: os.PathLike[str]) -> None:
    app = app_on(library_path(tmp_path), source(ARABIC))

    async def script(_pilot: Pilot[None]) -> None:
        before = visual_rows(app)
        app.calibrate()
        await quiet(app)
        assert visual_rows(app) == before

    act(app, script)


def test_a_terminal_that_orders_whole_lines_shows_the_text_alone(tmp_path: os.PathLike[str]) -> None:
    terminal = Terminal(Rendering("plain"), known=True, test=lambda: None)
    app = app_on(library_path(tmp_path), source(ARABIC), terminal=terminal)

    async def script(_pilot: Pilot[None]) -> None:
        assert not [entries.id for entries in text_screen(app).sidebars.lists if entries.display]
        assert text_screen(app).pane.size.width == 120

    act(app, script, size=(120, 30))


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_the_theme_is_made_of_the_palette(mode: str) -> None:
    found = theme(mode)
    assert (found.name, found.dark, found.background) == (f"hashiya-{mode}", mode == "dark", PAPER[mode])
    assert found.foreground == mix(("text",), mode).fore
    assert len({found.background, found.surface, found.panel}) == 3


def test_the_document_is_told_apart_from_what_was_shown_before_it(tmp_path: os.PathLike[str]) -> None:
    app = app_on(library_path(tmp_path), source(ARABIC), source(LATIN, "other"))

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        target = span("many guests", LATIN)
        await screen.go_to(2, target)
        assert (screen.opened.document.name, screen.pane.cursor) == ("other", target.start)
        assert list(screen.finding.places) == [target]
        await screen.go_to(1, Span(0, 0))
        assert screen.opened.document.name == "report"
        assert not list(screen.finding.places)
        text = "نص قصير.\n"
        other = screen.opened._replace(text=text, analysis=Analysis(sessions=(Session(1, Span(0, 8), "جلسة"),)))
        screen.pane.go(60)
        screen.show(other)
        assert screen.pane.cursor < len(text)

    act(app, script)
