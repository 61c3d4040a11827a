"""A large text: it is read while it is being understood, in another process, and leaving does not wait for that."""

import asyncio
import os

from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.spans import Span
from reader.ui.reading.large_text import LargeText
from reader.ui.reading.library_news import LibraryNews
from reader.ui.reading.screen import ReadingScreen
from tests.reader.article.test_language import BOOK
from tests.reader.ui.stage import library_path, screen_text, start, text_screen, until

LARGE = BOOK * 3_000  # some 3 MB of UTF-8


async def told(pilot: Pilot[None], screen: ReadingScreen) -> None:
    """Wait until the reader is told how far the analysis is."""
    for _ in range(500):
        if "Analysing" in screen.large_text.progress:
            return
        await pilot.pause(0.02)
    raise AssertionError(screen.large_text.progress)


def test_one_reads_on_meanwhile(tmp_path: os.PathLike[str]) -> None:
    app = start(LARGE, library_path(tmp_path), language="en")

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            screen = text_screen(app)
            await told(pilot, screen)
            assert "%" in screen.large_text.progress
            assert "Analysing" in screen_text(app).splitlines()[0]
            await pilot.press("pagedown", "pagedown")
            assert screen.pane.top > 0
            top = screen.pane.top
            await pilot.press("1")  # stored already: one may annotate meanwhile
            await until(pilot, lambda: len(screen.opened.annotations) == 1)
            assert screen.pane.top == top
            number, length = screen.opened.document.id, len(screen.opened.text)
            assert length == len(LARGE)
            await until(pilot, lambda: not app.behind.running, 60)
            assert await screen.jobs.run(lambda library: library.large_texts.analysed_to(number)) == length
            await until(pilot, lambda: screen.large_text.progress == "")

    asyncio.run(run())


def test_the_analysis_shown_is_that_of_the_stretch_one_reads(tmp_path: os.PathLike[str]) -> None:
    text = "\n".join(f"قال الوزير سالم رقم {n} إن الماء قليل في هذه المنطقة من البلاد كلها." for n in range(20_000))
    text += "\nقالت الكاتبة هند العمري إن الكتاب قريب.\n"
    app = start(text, library_path(tmp_path), language="en")

    async def run() -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            screen = text_screen(app)
            await told(pilot, screen)
            assert isinstance(screen.large_text, LargeText)
            await pilot.press("ctrl+end")
            await until(pilot, lambda: "Not analysed yet" in screen_text(app))
            await until(pilot, lambda: not app.behind.running, 60)
            await until(pilot, lambda: [s.name for s in screen.opened.analysis.speakers][-1:] == ["هند العمري"])
            assert screen.opened.stretch is not None
            assert screen.opened.stretch.end == len(text)
            await until(pilot, lambda: "هند العمري" in screen_text(app))
            assert screen.sidebars.lists[0]._empty == "No sessions in this part"
            last = screen.opened.stretch
            await pilot.press("ctrl+home")
            await until(pilot, lambda: screen.opened.stretch != last)
            assert screen.opened.stretch.start == 0
            assert "هند العمري" not in [s.name for s in screen.opened.analysis.speakers]
            assert screen.pane.view.number_at(len(text) - 10) == 20_001

    asyncio.run(run())


def test_another_window_sees_what_was_annotated_and_a_moved_library_is_said_once(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    app = start(BOOK, path, language="en")

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            screen = text_screen(app)
            await until(pilot, screen.stored.is_set)
            news = LibraryNews(screen)
            with Library(path, "عمر") as other:
                other.passages.annotate(screen.opened.document.id, Span(0, 4), [1])
            await news.look()
            assert [one.coder for one in screen.opened.annotations] == ["عمر"]
            os.rename(path, path + ".away")
            await news.look()
            first = screen._message
            assert "missing" in first
            screen.say("")
            await news.look()
            assert screen._message == ""
            os.rename(path + ".away", path)

    asyncio.run(run())


def test_the_analysis_is_stopped_by_a_key_and_goes_on_by_it(tmp_path: os.PathLike[str]) -> None:
    app = start(LARGE, library_path(tmp_path), language="en")

    async def run() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            screen = text_screen(app)
            await told(pilot, screen)
            number = screen.opened.document.id
            await pilot.press("W")
            assert "stopped" in screen._message
            await until(pilot, lambda: not app.behind.running and screen.large_text.progress == "")
            half = await screen.jobs.run(lambda library: library.large_texts.analysed_to(number))
            assert half is not None
            assert half < len(LARGE)
            await pilot.press("W")
            await until(pilot, lambda: "goes on" in screen._message)
            await told(pilot, screen)
            await until(pilot, lambda: not app.behind.running, 60)
            assert await screen.jobs.run(lambda library: library.large_texts.analysed_to(number)) == len(LARGE)
            await pilot.press("W")
            await until(pilot, lambda: "whole text" in screen._message)

    asyncio.run(run())
