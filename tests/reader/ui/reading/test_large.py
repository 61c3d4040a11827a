"""A large text: it is read while it is being understood, in another process, and leaving does not wait for that."""

import asyncio
import os

from textual.pilot import Pilot

from reader.ui.reading.screen import ReadingScreen
from tests.reader.article.test_language import BOOK
from tests.reader.ui.stage import library_path, start, text_screen, until

LARGE = BOOK * 3_000  # some 3 MB of UTF-8


async def told(pilot: Pilot[None], screen: ReadingScreen) -> None:
    """Wait until the reader is told how far the text is understood."""
    for _ in range(200):
        if "Analysing" in screen._message:
            return
        await pilot.pause(0.02)
    raise AssertionError(screen._message)


def test_one_reads_on_meanwhile(tmp_path: os.PathLike[str]) -> None:
    app = start(LARGE, library_path(tmp_path), language="en")

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            screen = text_screen(app)
            await told(pilot, screen)
            assert "%" in screen._message
            await pilot.press("pagedown", "pagedown")
            assert screen.pane.top > 0
            top = screen.pane.top
            assert not screen.stored.is_set()
            await pilot.press("1")
            assert "still being analysed" in screen._message
            await asyncio.wait_for(screen.stored.wait(), 60)
            await pilot.pause(0.05)
            assert screen.pane.top == top
            assert screen.opened.analysis.speakers == ()
            await pilot.press("1")
            await until(pilot, lambda: len(screen.opened.annotations) == 1)

    asyncio.run(run())
