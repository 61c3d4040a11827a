"""The reading aids change what is seen, never what is stored, copied or found."""

import os
from unicodedata import normalize

import pytest
from textual.pilot import Pilot

from reader.page.aids import CHOICES, Aids, keep, load, turned
from reader.typeset.block import Block, ListedBlocks
from reader.typeset.look import Look
from reader.typeset.view import View, ViewPlace
from reader.ui.dialogs.aids import AidsScreen
from tests.reader.ui.stage import act, library_path, start, text_screen, visual_rows

TEXT = "قَالَ مُحَمَّدٌ عام 2021 إن COVID-19 انتشر.\nوأضاف أن التطرف العنيف والإرهاب يقسم العالم، وأن من مصلحة الجميع التصدي له بكل الوسائل الممكنة.\n"


def test_aids_are_kept() -> None:
    assert load() == Aids()
    aids = Aids("essential", "arabic_indic", justify=True, ruler=True, invisibles=True, width=60, spaced=True)
    keep(aids)
    assert load() == aids


@pytest.mark.parametrize("name", CHOICES)
def test_an_aid_turns_round(name: str) -> None:
    aids = Aids()
    for _ in CHOICES[name]:
        aids = turned(aids, name)
    assert aids == Aids()


def test_the_text_follows_at_once_and_the_place_stays(tmp_path: os.PathLike[str]) -> None:
    app = start(TEXT, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        await pilot.press("w", "w", "e")
        before = pane.selection
        await pilot.press("equals_sign", "enter", "enter")  # harakat: the essential ones, then none
        rows = "".join(visual_rows(app))
        assert not any("\u064b" <= c <= "\u0652" for c in rows)
        await pilot.press("down", "enter", "enter", "escape")  # digits: Arabic-Indic
        await pilot.pause()
        shown = normalize("NFKC", "".join(visual_rows(app)))
        assert "٢٠٢١" in shown
        assert "COVID-19" in shown
        assert pane.selection == before
        assert load() == Aids(harakat="hide", digits="arabic_indic")
        assert text_screen(app).opened.text == TEXT

    act(app, script)


def test_every_aid_in_the_running_app(tmp_path: os.PathLike[str]) -> None:
    app = start(TEXT, library_path(tmp_path), language="en")

    async def script(pilot: Pilot[None]) -> None:
        for at in range(len(CHOICES)):
            await pilot.press("f10", *["down"] * at)
            assert isinstance(app.screen, AidsScreen)
            await pilot.press("enter", "escape")
            await pilot.pause()
            assert all(strip.cell_length == 80 for strip in app.screen._compositor.render_strips())
        assert load() == Aids("essential", "western", justify=True, ruler=True, invisibles=True, width=60, spaced=True)
        await pilot.press("down", "down", "w", "v", "w", "1")
        assert len(text_screen(app).opened.annotations) == 1

    act(app, script)


def test_rows_apart() -> None:
    text = "كلمة " * 40
    blocks = [Block("body", 0, len(text)), Block("body", len(text), 2 * len(text))]
    view = View(text * 2, ListedBlocks(blocks), 30, "R", Look(spaced=True))
    lines = view.window(ViewPlace(0, 0), 100)
    assert len(lines) == view.height(0) + view.height(1)
    assert [line.row is None for line in lines[: view.height(0)]] == [n % 2 == 1 for n in range(view.height(0))]
    for line in lines[: view.height(0)]:
        if line.row is not None:
            assert view.place_of(line.row.start) == line.place
            assert view.row_at(line.place) == line.row


def test_what_lies_behind_a_dialog_is_sent_once(tmp_path: os.PathLike[str]) -> None:
    from reader.settings.rendering import Rendering

    app = start(TEXT, library_path(tmp_path), language="ar")
    app._emit = app._emit_filter(Rendering("words", "hide"))

    async def script(pilot: Pilot[None]) -> None:
        before = visual_rows(app)
        assert any("ﺮﺸﺘﻧﺍ" in row or "ﺍﻧﺘﺸﺮ" in row for row in before)
        await pilot.press("t")
        await pilot.pause()
        after = visual_rows(app)
        assert list(after[:3] + after[-2:]) == before[:3] + before[-2:]

    act(app, script)
