"""The codebook as a tree of tags: every act on it, what it then shows, and that it is undone."""

import os

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.model import Tag
from reader.ui.app import HashiyaApp
from reader.ui.lists.annotations import AnnotationList
from reader.ui.lists.codebook import CodebookScreen
from tests.reader.ui.lists.steps import (
    answer,
    cells,
    of,
    offered,
    opened,
    reached,
    report_in,
    row_of,
    said,
    title,
    until,
    write,
)
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen


async def tag_named(app: HashiyaApp, name: str) -> Tag:
    tags = await app.jobs.run(lambda library: library.codebook.tags())
    return next(tag for tag in tags if name in (tag.names.exactly("ar"), tag.names.exactly("en")))


def test_tags_are_created_renamed_described_and_refused_where_the_name_is_taken(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CodebookScreen(text_screen(app)))
        assert title(screen) == ("دليل الترميز", "9 وسوم")
        await screen.action_run("new")
        await answer(app, "المياه")
        await until(app, lambda: said(screen) == "وسم جديد: المياه")
        names = cells(screen)
        assert names.index("موقف") < names.index("المياه") < names.index("نتيجة")  # the article is ignored
        assert screen._chosen() == await tag_named(app, "المياه")
        await screen.action_run("new")
        await answer(app, "مَوْقِف")  # the same name once folded
        await until(app, lambda: "موقف" in said(screen))
        assert len(screen.grid.keys) == 10
        await screen.action_run("rename")
        await answer(app, "ماء 🌊")
        await until(app, lambda: "ماء 🌊" in cells(screen))
        await screen.action_run("describe")
        await write(app, "كل ما يخص المياه")
        await until(app, lambda: "كل ما يخص المياه" in cells(screen, 3))
        await screen.action_run("memo")
        await write(app, "تُراجع\nلاحقا")
        await until(app, lambda: (tag := screen._chosen()) is not None and tag.memo)
        screen.grid.post_message(screen.grid.Moved())
        await until(app, lambda: said(screen) == "المذكرة: تُراجع لاحقا")
        await screen.action_run("memo")
        await write(app, "تُراجع\nلاحقا")  # unchanged: no act
        for _ in range(4):
            await screen.action_run("undo")
        assert len(screen.grid.keys) == 9

    act(app, script)


def test_a_tag_is_moved_coloured_given_a_key_and_retired(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CodebookScreen(text_screen(app)))
        position, cause = await tag_named(app, "position"), await tag_named(app, "cause")
        screen.grid.go(position.id)
        await screen.action_run("move")
        await answer(app, "cause")
        await until(app, lambda: row_of(screen, position.id).depth == 1)
        assert screen.grid.keys.index(position.id) == screen.grid.keys.index(cause.id) + 1
        screen.grid.go(cause.id)
        await screen.action_run("move")
        await answer(app, "position")  # one below it
        await until(app, lambda: said(screen).startswith("This is not possible with this tag."))
        assert (await tag_named(app, "cause")).parent == 0
        screen.grid.go(position.id)
        await screen.action_run("move")
        await answer(app, "top level")
        await until(app, lambda: row_of(screen, position.id).depth == 0)

        await screen.action_run("recolor")
        assert (await tag_named(app, "position")).color == position.color % 12 + 1
        assert row_of(screen, position.id).lead == f"stripe.{position.color % 12 + 1}"

        await screen.action_run("slot")
        await answer(app, "9")
        await until(app, lambda: dict(zip(cells(screen), cells(screen, 1), strict=True))["position"] == "9")
        assert (await tag_named(app, "to review")).slot is None  # the key was taken from it
        await screen.action_run("slot")
        await answer(app, "no key")
        await until(app, lambda: dict(zip(cells(screen), cells(screen, 1), strict=True))["position"] == "")

        await screen.action_run("retire")
        assert row_of(screen, position.id).cells[3] == "retired"
        screen.grid.go(cause.id)
        await screen.action_run("move")
        assert "position" not in await offered(app)
        app.screen.dismiss()
        screen.grid.go(position.id)
        await screen.action_run("retire")
        assert not (await tag_named(app, "position")).retired

    act(app, script)


def test_a_merged_tag_hands_its_passages_to_the_other(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.passages.annotate(1, of("الشح"), [2])
        library.passages.annotate(1, of("المناخ"), [1, 2])
    app = start(ARABIC, path, language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CodebookScreen(text_screen(app)))
        screen.grid.go(2)
        await until(app, lambda: screen.grid.key == 2)
        await screen.action_run("join")
        await answer(app, "موقف")
        await until(app, lambda: "مطالبة" not in cells(screen))
        await until(app, lambda: "«مطالبة» في «موقف»" in said(screen))
        assert screen.grid.key == 1
        uses = dict(zip(cells(screen), cells(screen, 2), strict=True))
        assert uses["موقف"] == "2"
        await screen.action_run("undo")
        uses = dict(zip(cells(screen), cells(screen, 2), strict=True))
        assert (uses["موقف"], uses["مطالبة"]) == ("1", "2")
        screen.grid.go(2)
        await screen.action_run("go")
        listed = await reached(app, AnnotationList)
        assert sorted(cells(listed)) == ["الشح", "المناخ"]
        assert "مطالبة" in title(listed)[0]

    act(app, script)


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("ab: x\n  cd\nموقف", {"ab": (0, "x"), "cd": (1, "")}),
        ("• أول 🌊\tوصفٌ\n• ثانٍ", {"أول 🌊": (0, "وصفٌ"), "ثانٍ": (0, "")}),
        ("AB\nab\n\n", {"AB": (0, "")}),
    ],
)
def test_a_pasted_list_adds_the_tags_not_there_yet(
    tmp_path: os.PathLike[str], pasted: str, rows: dict[str, tuple[int, str]]
) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")
    file = os.path.join(tmp_path, "list.txt")
    with open(file, "w", encoding="utf-8") as out:
        out.write(pasted)

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CodebookScreen(text_screen(app)))
        for text in (pasted, file):  # the file says the same
            await screen.action_run("paste")
            await write(app, text)
            await until(app, lambda: len(screen.grid.keys) == 9 + len(rows))
            shown = {
                row.cells[0]: (row.depth, row.cells[3]) for key in screen.grid.keys if (row := screen.grid.row(key))
            }
            assert {name: shown[name] for name in rows} == rows
            await until(app, lambda: said(screen).startswith("قراءة"))
            await screen.action_run("undo")
            assert len(screen.grid.keys) == 9

    act(app, script)


def test_what_is_said_of_a_tag_is_its_memo_or_an_example(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.passages.annotate(1, of("الشح"), [1])
        library.passages.annotate(1, of("المناخ"), [1])
        library.passages.annotate(1, of("الأنهار"), [2])
        library.codebook.remember(2, "يُنظر\nفيه")
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CodebookScreen(text_screen(app)))
        told = {}
        for number in (1, 2, 3):
            screen.grid.go(number)
            told[number] = screen.about()
        assert "“المناخ”" in told[1].replace("\u2068", "").replace("\u2069", "")  # the latest
        assert "يُنظر فيه" in told[2]
        assert told[3] == ""
        screen.words = "لا شيء كهذا"
        await screen.again()
        assert screen.empty() == "No matching tag"
        assert (screen.grid.key, screen.about()) == (None, "")
        for name in ("rename", "describe", "memo", "move", "join", "recolor", "slot", "retire", "go"):
            await screen.action_run(name)
            assert app.screen is screen  # without a row there is nothing to do
        screen.words = "موقَف"
        await screen.again()
        assert cells(screen) == ["position"]  # found by its Arabic name

    act(app, script)
    with Library(path, "سارة") as library:
        assert len(library.codebook.tags()) == 9
