"""Two coders side by side: where they differ, how that is resolved, and what stays as it was."""

import os

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.spans import Span
from reader.ui.app import HashiyaApp
from reader.ui.lists.compare import CompareScreen
from tests.reader.ui.lists.steps import WIDE, answer, cells, of, offered, opened, report_in, said, title, until
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

JOINT = "سارة + عمر"


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return the path of a library in which two coders differ in each of the ways they can, and a third has a single annotation."""
    path = library_path(tmp_path)
    first, inner = of("الشح يزداد كل عام"), of("الشح يزداد")
    with report_in(path) as library:
        library.passages.annotate(1, of("مؤتمر المياه"), [1], "رأي")
        library.passages.annotate(1, first, [1])
        library.passages.annotate(1, of("التحلية مكلفة"), [1])
        library.passages.annotate(1, of("الطاقة الشمسية"), [4])
    with Library(path, "عمر") as library:
        library.passages.annotate(1, of("مؤتمر المياه"), [1])
        library.passages.annotate(1, inner, [1])
        library.passages.annotate(1, of("التحلية مكلفة"), [2, 3])
        library.passages.annotate(1, of("كلفة التحلية"), [5])
    with Library(path, "هند") as library:
        library.passages.annotate(1, of("كل عامين"), [6])
    return path


async def under(app: HashiyaApp, coder: str) -> list[tuple[str, tuple[int, ...]]]:
    found = await app.jobs.run(lambda library: library.annotations(1))
    return [(one.anchor.quote, one.tags) for one in found if one.coder == coder]


def test_differences_are_listed_and_resolved_each_way_and_undone(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CompareScreen(text_screen(app)))
        assert title(screen) == ("سارة vs عمر", "4 of 5 disagree")  # the one with the most annotations
        kinds = ["different boundaries", "different tags", "second coder only", "first coder only"]
        assert cells(screen, 3) == kinds
        assert cells(screen, 1)[1:] == ["position", "—", "evidence or figure"]
        assert cells(screen, 2)[1] == "demand, accusation"
        assert said(screen) == "“الشح يزداد كل عام” | “الشح يزداد”"
        await screen.action_run("same")
        assert cells(screen, 3)[0] == "agreed"
        assert cells(screen, 1)[0] == "position • رأي"
        await screen.action_run("same")
        before = await under(app, "سارة"), await under(app, "عمر")

        for at, command, taken in (
            (0, "second", [("الشح يزداد", (1,))]),
            (1, "both", [("التحلية مكلفة", (1, 2, 3))]),
            (2, "neither", []),
            (3, "first", [("الطاقة الشمسية", (4,))]),
        ):
            known = await under(app, JOINT)
            screen.grid.go_at(at)
            await screen.action_run(command)
            assert said(screen) == f"Resolved as {JOINT}. u to undo."
            assert cells(screen, 3)[at] == "resolved"
            assert sorted(await under(app, JOINT)) == sorted([*known, *taken])
        assert title(screen)[1] == "0 of 5 disagree"
        assert (await under(app, "سارة"), await under(app, "عمر")) == before  # their own work stays
        for _ in range(4):
            await screen.action_run("undo")
        assert cells(screen, 3) == kinds
        screen.grid.go_at(1)
        await screen.action_run("go")
        await until(app, lambda: app.screen is text_screen(app))
        assert text_screen(app).pane.cursor == of("التحلية مكلفة").start

    act(app, script, size=WIDE)


def test_other_coders_are_compared_and_a_third_resolves_in_their_own_name(path: str) -> None:
    app = start(ARABIC, path, language="ar", coder="هند")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CompareScreen(text_screen(app)))
        assert "هند" in title(screen)[0]
        await screen.action_run("coders")
        assert len(await offered(app)) == 3
        await answer(app, "سارة وعمر")
        await until(app, lambda: screen._coders == ("سارة", "عمر") and len(screen.grid.keys) == 4)
        screen.words = "مُكلفة"
        await screen.again()
        assert cells(screen) == ["التحلية مكلفة"]
        assert "مطالبة، اتهام" in cells(screen, 2)
        await screen.action_run("first")
        assert ("التحلية مكلفة", (1,)) in await under(app, "هند")
        screen.words = "لا شيء كهذا"
        await screen.again()
        for name in ("go", "first", "second", "both", "neither"):
            await screen.action_run(name)
            assert app.screen is screen
        assert screen.about() == ""

    act(app, script, size=WIDE)


def test_with_one_coder_or_without_differences_there_is_nothing_to_list(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    span = Span(*of("الشح"))
    with report_in(path) as library:
        library.passages.annotate(1, span, [1])
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, CompareScreen(text_screen(app)))
        assert title(screen)[0] == "سارة vs …"
        assert screen.empty().startswith("Only one coder annotated this text.")
        await screen.action_run("coders")
        assert await offered(app) == []
        app.screen.dismiss()
        with Library(path, "عمر") as other:
            other.passages.annotate(1, span, [1])
        await screen.again()
        assert (title(screen)[1], screen.empty()) == ("0 of 1 disagree", "Full agreement")

    act(app, script)
