"""When things go wrong or come early: the library busy, another window, keys before the library is open."""

import os
import sqlite3

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.store import open_file
from annotations.values.spans import Span
from reader.typeset.block import Block, ListedBlocks
from reader.typeset.navigate import by_segment
from reader.typeset.view import View
from reader.ui.reading import place_keeper, screen
from tests.reader.ui.stage import ARABIC, act, library_path, settled, start, text_screen, until
from tests.reader.ui.terminal import hashiya


def test_a_locked_library_is_said_and_the_app_goes_on(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_file, "BUSY_MS", 100)
    monkeypatch.setattr(place_keeper, "_KEEP_AFTER", 0.02)
    path = library_path(tmp_path)
    app = start(ARABIC, path, language="en")

    async def script(pilot: Pilot[None]) -> None:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        await pilot.press("f8", "1")
        assert "locked by another program" in text_screen(app)._message
        await pilot.press("w")
        await pilot.pause(0.2)  # the reading place cannot be written either
        await pilot.press("a", *"kept", "ctrl+s")
        await until(pilot, lambda: len(app.screen_stack) == 2)  # the note is not lost: its editor is open again
        holder.execute("ROLLBACK")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [a.note for a in text_screen(app).opened.annotations] == ["kept"]
        await pilot.press("1")
        assert text_screen(app).opened.annotations[0].tags == (1,)

    act(app, script)


def test_a_note_on_an_annotation_that_is_gone(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    app = start(ARABIC, path, language="en")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "1", "a", *"text")
        with Library(path, "سارة") as other:
            other.passages.remove(1, [a.id for a in other.annotations(1)])
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "removed in the meantime" in text_screen(app)._message)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: [a.note for a in text_screen(app).opened.annotations] == ["text"])

    act(app, script)


def test_what_another_window_tags_is_shown(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_LOOK_EVERY", 0.05)
    path = library_path(tmp_path)
    app = start(ARABIC, path, language="en")

    async def script(pilot: Pilot[None]) -> None:
        with Library(path, "omar") as other:
            other.passages.annotate(1, Span(0, 4), [1])
        await until(pilot, lambda: [a.coder for a in text_screen(app).opened.annotations] == ["omar"])

    act(app, script)


def test_keys_before_the_library_is_open(tmp_path: os.PathLike[str]) -> None:
    import asyncio

    text = ARABIC + "سطر من النص الطويل يتكرر هنا.\n" * 3_000
    app = start(text, library_path(tmp_path), language="en")

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("pagedown", "pagedown", "v", "w")
            before = (text_screen(app).pane.top, text_screen(app).pane.selection)
            await pilot.press("t", *"zz", "enter")
            await settled(app, pilot)
            await until(pilot, lambda: bool(text_screen(app).opened.annotations))
            assert text_screen(app).pane.top == before[0]
            (annotation,) = text_screen(app).opened.annotations
            assert annotation.anchor.span == before[1]

    asyncio.run(run())


def test_motions_do_not_stick_on_unseen_characters() -> None:
    text = "\u200fكلمة أولى \u200fثانية. \u200fجملة ثانية هنا. ثالثة."
    view = View(text, ListedBlocks([Block("body", 0, len(text))]), 40, "R")
    seen = [0]
    while (found := by_segment(view, seen[-1], 1, "word")) != seen[-1]:
        seen.append(found)
    assert len(seen) == 7
    back = [seen[-1]]
    while (found := by_segment(view, back[-1], -1, "word")) != back[-1]:
        back.append(found)
    assert back == seen[::-1]
    second = by_segment(view, 0, 1, "sentence")
    assert text[second:].lstrip("\u200f").startswith("جملة")
    assert text[by_segment(view, second, 1, "sentence") :] == "ثالثة."


def test_annotations_that_begin_inside_lam_alef_are_passed(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    app = start("كلمة لا كلمة لا كلمة.\n", path, language="en")

    async def script(pilot: Pilot[None]) -> None:
        for start_offset in (6, 14, 16):
            await app.jobs.run(lambda library, s=start_offset: library.passages.annotate(1, Span(s, s + 1), [1]))  # type: ignore[misc]
        await text_screen(app).refresh_annotations()
        seen = []
        for _ in range(4):
            await pilot.press("semicolon")
            seen.append(text_screen(app).pane.cursor)
        assert seen == [5, 13, 16, 5]

    act(app, script)


def test_leaving_the_search_field_by_tab(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("slash", *"الأنهار", "tab")
        await pilot.pause()
        assert not text_screen(app).finding.typing
        assert text_screen(app).finding.places
        assert not app.screen.query_one("#find").display

    act(app, script, size=(120, 40))


@pytest.mark.slow
def test_standard_input_that_is_no_terminal(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=library_path(tmp_path), closed_input="yes") as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.press("q")
        assert terminal.end() == 0
