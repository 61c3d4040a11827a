"""Running the app for a test, and taking its screen down as plain text.

A screen is kept in logical order, so that a person (and a viewer that orders Arabic itself) can read it: each row is
normalised to plain letters and its order undone by the same algorithm that made it.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from unicodedata import normalize

from bidi.mirror import MIRRORED
from textual.pilot import Pilot

from reader.cli.read import _fresh
from reader.keys.keymap import bindings
from reader.language.i18n import is_rtl, set_language
from reader.settings.config import Config
from reader.settings.rendering import Rendering
from reader.sources.source import Source
from reader.text.clusters import cluster_starts
from reader.typeset.bidi import Base, resolve
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
            for key in keys.split():
                await pilot.press(key)
            await pilot.pause()
            await script(pilot)

    asyncio.run(run())


async def settled(app: HashiyaApp, pilot: Pilot[None]) -> None:
    """Wait until the library is open and the document in it is shown."""
    for _ in range(200):
        await pilot.pause(0.02)
        if text_screen(app).opened.document.id and app._start.sources:
            break
    await pilot.pause(0.05)


def library_path(folder: os.PathLike[str]) -> str:
    """Return a library's path in a folder."""
    return os.path.join(folder, "library.db")
