"""Running the app for a test, and taking its screen down as plain text.

A screen is kept in logical order, so that a person (and a viewer that orders Arabic itself) can read it: each row is
normalised to plain letters and its order undone by the same algorithm that made it.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unicodedata import normalize
from unittest.mock import patch

from bidi.mirror import MIRRORED
from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot

from reader.cli.read import _fresh
from reader.keys.keymap import bindings
from reader.language.i18n import is_rtl, set_language
from reader.settings.config import Config
from reader.settings.rendering import Rendering
from reader.sources.source import Source
from reader.text.clusters import bounds, cluster_starts
from reader.typeset.bidi import Base, resolve
from reader.typeset.line import columns
from reader.ui.app import HashiyaApp, Start, Terminal
from reader.ui.reading.screen import ReadingScreen

ARABIC = """شارك
مؤتمر المياه يختتم أعماله في عمّان

وام

الأحد 3 مارس 2024

خبراء يدعون إلى إدارة الأحواض المشتركة

اختتمت بعمان، اليوم، أعمال مؤتمر المياه (WATER-24) بمشاركة 25 دولة، بعد ثلاثة أيام من النقاش.
وناقشت الجلسة الأولى بعنوان «إدارة الأحواض» سبل التعاون بين دول المنبع ودول المصب، وأثر تغيّر المناخ على الأنهار.
وقالت سعادة الدكتورة ليلى منصور مديرة مركز الأنهار، إن الشح يزداد كل عام بنسبة 3,5 %، داعيةً إلى خطط طويلة الأمد.
وأضافت: "التحلية مكلفة، لكن البدائل قليلة".
وفي جلسة ثانية بعنوان «التحلية والطاقة» تطرق المشاركون إلى كلفة التحلية ودور الطاقة الشمسية في خفض كلفة التحلية.
يذكر أن المؤتمر يعقد كل عامين.

المزيد
"""

LATIN = """Water conference ends

The conference ended today after three days. Delegates of 25 states (and many guests) took part.
A minister said: "Water is short, and it will be shorter." The Arabic word for water is ماء.
"""

_ROUNDS = 3  # without anything to handle, until the app counts as quiet
_PATIENCE = 10  # seconds that it may take until then


def start(
    text: str, path: str, *, language: str, coder: str = "سارة", rendering: Rendering | None = None
) -> HashiyaApp:
    """Return the app on a text, its library at `path`. way: how the terminal is sent Arabic, where it is known."""
    set_language(language)
    source = Source(text.encode(), "/texts/report.txt", "report")
    config = Config(language, path, coder, "pc")
    terminal = Terminal(rendering, known=True, test=lambda: None) if rendering else None
    return HashiyaApp(config, Start(_fresh(source), (source,)), bindings("pc"), terminal=terminal)


def text_screen(app: HashiyaApp) -> ReadingScreen:
    """Return the reading screen."""
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def visual_rows(app: HashiyaApp) -> list[str]:
    """Return the rows of the screen as a terminal would show them, from left to right."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def cells(row: str) -> list[str]:
    """Return what is in each cell of a printed row, marks included; the second cell of a wide character is empty."""
    found: list[str] = []
    for start, end in bounds(row):
        found += [row[start:end], *[""] * (columns(row[start:end]) - 1)]
    return found


def logical(row: str) -> str:
    """Return a printed row in logical order and plain letters."""
    base: Base = "R" if is_rtl() else "L"
    resolved = resolve(row, base)
    rank = {offset: place for place, offset in enumerate(resolved.order)}
    starts = cluster_starts(row)
    letters = {start: row[start:end] for start, end in zip(starts, [*starts[1:], len(row)], strict=True)}
    ordered = sorted(starts, key=rank.__getitem__)
    mirrored = [MIRRORED.get(letters[at], letters[at]) if resolved.rtl[at] else letters[at] for at in ordered]
    return normalize("NFKC", "".join(mirrored)).rstrip()


def screen_text(app: HashiyaApp) -> str:
    """Return the screen as it is kept in the repository."""
    return "\n".join(map(logical, visual_rows(app))) + "\n"


def _pumps(app: App[Any]) -> list[MessagePump]:
    return [app, *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))]


def _is_busy(app: App[Any]) -> bool:
    """Return whether a message, a callback, a layout or the filling of a list is still to come."""
    if any(pump.message_queue_size or pump._next_callbacks or pump._pending_message for pump in _pumps(app)):
        return True
    if app._resize_event or any(worker.is_running and worker.name != "open" for worker in app.workers):
        return True
    return bool(app.screen._callbacks or app.screen._layout_required)


async def _handled(app: App[Any]) -> None:
    """Wait until everything has handled the messages that it has now, or the app has failed."""
    done, left = asyncio.Event(), 0

    def one() -> None:
        nonlocal left
        left -= 1
        if not left:
            done.set()

    left = sum(pump.call_later(one) for pump in _pumps(app))
    if left:
        waiting = [asyncio.create_task(done.wait()), asyncio.create_task(app._exception_event.wait())]
        _done, pending = await asyncio.wait(waiting, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()


async def quiet(app: App[Any], *_seconds: float) -> None:
    """Wait until a key has done all that it does: until there has been nothing to handle for three rounds.

    The screen library's own way sleeps until the processor has rested for 20 ms, twice a key.
    """
    still = 0
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            while still < _ROUNDS and app.screen_stack and not app._exception_event.is_set():
                await _handled(app)
                still = 0 if _is_busy(app) else still + 1
                await asyncio.sleep(0 if still else 0.002)


@contextmanager
def quickly(app: App[Any]) -> Iterator[None]:
    """Let the pilot wait for quiet rather than for the processor to rest."""

    async def wait(*_seconds: float) -> None:
        await quiet(app)

    with patch("textual.app.wait_for_idle", wait), patch("textual.pilot.wait_for_idle", wait):
        yield


def act(
    app: HashiyaApp,
    script: Callable[[Pilot[None]], Awaitable[None]],
    *,
    size: tuple[int, int] = (80, 24),
    keys: str = "",
) -> None:
    """Run the app at a size, press `keys`, then run the script."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            with quickly(app):
                await pilot.press(*keys.split())
                await pilot.pause(0.03 if keys else 0)  # a screen that was opened is drawn at the next 60th of a second
                await script(pilot)

    asyncio.run(run())


async def settled(app: HashiyaApp, pilot: Pilot[None]) -> None:
    """Wait until the library is open and the document in it is shown."""
    await pilot.pause(0)
    await quiet(app)
    await app.workers.wait_for_complete([worker for worker in app.workers if worker.name == "open"])
    await quiet(app)


async def until(pilot: Pilot[None], condition: Callable[[], bool], seconds: float = 15) -> None:
    """Wait until the app is as wanted, however busy the machine is."""
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit, "not in time"
        await pilot.pause(0.01)


def library_path(folder: os.PathLike[str]) -> str:
    """Return a library's path in a folder."""
    return os.path.join(folder, "library.db")
