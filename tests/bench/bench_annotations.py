"""A document with ten thousand annotations, thirty deep in places, in a library with a hundred thousand."""

import asyncio
import os
import sqlite3
from statistics import median
from time import perf_counter

from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.filters import AnnotationFilter
from reader.keys.keymap import bindings
from reader.language.i18n import set_language
from reader.settings.config import Config
from reader.ui.app import HashiyaApp, Start
from reader.ui.lists.annotations import AnnotationList
from reader.ui.page.open_document import load
from tests.reader.ui.stage import text_screen

TEXT = "\n".join(
    f"قال المتحدث رقم {n} إن الأمن والتعاون بين الدول ضروري لاستقرار المنطقة كلها." * 4 for n in range(800)
)
HERE, EVERYWHERE, DEEP = 10_000, 100_000, 30
MOVES = 25


def _library(path: str, here: int, everywhere: int) -> int:
    """Make a library whose first document has `here` annotations and the second the rest; return the first's number."""
    with Library(path, "سارة") as library:
        numbers = []
        for name in ("one", "two"):
            facts = {"path": f"/x/{name}", "title": name, "direction": "R", "digest": name, "encoding": "utf-8"}
            numbers.append(library.add(TEXT, Analysis(), name=name, **facts).id)
    rows = []
    for n in range(everywhere):
        document = numbers[0] if n < here else numbers[1]
        start = (n * 37) % (len(TEXT) - 400) if n % 40 else 4_000 + n % DEEP
        end = start + 5 + n % 60 if n % 40 else start + 300
        quote = TEXT[start:end]
        rows.append(
            (
                n + 1,
                document,
                start,
                end,
                quote,
                "",
                "",
                "",
                1,
                "2026-01-01T00:00:00.000+00:00",
                "2026-01-01T00:00:00.000+00:00",
                f"u{n}",
                "",
            )
        )
    db = sqlite3.connect(path)
    db.executemany(
        'INSERT INTO annotation (id, document, start, "end", quote, prefix, suffix, note, coder, created, changed, uid, placed) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    db.executemany(
        "INSERT INTO annotation_tag (annotation, tag) VALUES (?, ?)", ((row[0], row[0] % 9 + 1) for row in rows)
    )
    db.commit()
    db.close()
    return numbers[0]


def _app(path: str, document: int) -> HashiyaApp:
    set_language("ar")
    with Library(path, "سارة") as library:
        opened = load(library, library.document(str(document)))
    return HashiyaApp(Config("ar", path, "سارة", "pc"), Start(opened, ()), bindings("pc"))


async def _timed(app: HashiyaApp, pilot: Pilot[None], key: str) -> float:
    start = perf_counter()
    await pilot.press(key)
    await app.animator.wait_until_complete()
    app.screen._compositor.render_strips()
    return perf_counter() - start


async def _both(first: HashiyaApp, second: HashiyaApp) -> dict[str, list[tuple[float, float]]]:
    """Press the same keys in both apps by turns; return the times of each kind of key."""
    found: dict[str, list[tuple[float, float]]] = {"pagedown": [], "tag": []}
    async with first.run_test(size=(120, 40)) as one, second.run_test(size=(120, 40)) as two:
        await one.pause(0.3)
        await two.pause(0.3)
        for turn in range(MOVES):
            found["pagedown"].append((await _timed(first, one, "pagedown"), await _timed(second, two, "pagedown")))
            if turn % 2:
                found["tag"].append((await _timed(first, one, "4"), await _timed(second, two, "4")))
    return found


def test_paging_and_tagging_cost_little_more_than_without(tmp_path: os.PathLike[str]) -> None:
    full, bare = os.path.join(tmp_path, "full.db"), os.path.join(tmp_path, "bare.db")
    apps = _app(full, _library(full, HERE, EVERYWHERE)), _app(bare, _library(bare, 0, 0))
    deepest = max(len(reading_marked(apps[0], at)) for at in range(4_000, 4_400, 20))
    assert deepest >= DEEP
    times = asyncio.run(_both(*apps))
    for key, pairs in times.items():
        many, none = median(a for a, _ in pairs), median(b for _, b in pairs)
        assert many <= 1.5 * none, (key, many, none, many / none)


def reading_marked(app: HashiyaApp, offset: int) -> tuple[object, ...]:
    return app.get_default_screen().opened.marked.at(offset)


def test_the_list_opens_and_filters_at_once(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "full.db")
    number = _library(path, HERE, EVERYWHERE)
    app = _app(path, number)
    took: dict[str, float] = {}

    async def run() -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(0.3)
            screen = AnnotationList(text_screen(app), everywhere=True)
            start = perf_counter()
            await app.push_screen(screen)
            while not screen.grid.keys:  # noqa: ASYNC110 - what a user would wait for
                await asyncio.sleep(0.002)
            took["open"] = perf_counter() - start
            assert len(screen.grid.keys) == EVERYWHERE
            await pilot.pause(0.2)
            assert "قال" in "".join(strip.text for strip in screen._compositor.render_strips()) or screen.grid.row(
                screen.grid.keys[0]
            )
            await screen.store(
                lambda library: library.listing.fold_words()
            )  # what is done while one reaches for the keys
            await pilot.press("f", *"رقم")
            start = perf_counter()
            await pilot.press("م")
            took["type"] = perf_counter() - start
            assert 0 < len(screen.grid.keys) < EVERYWHERE or not screen.grid.keys

    asyncio.run(run())
    with Library(path, "سارة") as library:
        start = perf_counter()
        library.listing.annotation_ids(AnnotationFilter())
        plain = perf_counter() - start
    assert took["open"] <= 10 * plain, (took, plain)
    assert took["type"] <= 10 * plain, (took, plain)
