"""The annotations of a text or of the library: filtered, sorted, opened, tagged otherwise and removed."""

import os
import re

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.spans import Span
from reader.ui.lists.annotations import AnnotationList
from tests.reader.ui.lists.steps import (
    WIDE,
    answer,
    cells,
    of,
    offered,
    opened,
    report_in,
    said,
    shelve,
    title,
    until,
)
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen

OTHER = "خبر ثانٍ 🌊\n\nقال الوزير فهد السالم إن التحلية مكلفة.\n"
SECOND = OTHER.replace("الوزير فهد السالم", "الخبير رامي حداد").replace("ثانٍ", "ثالث")
LONG = "\n".join(f"سطر رقم {n} عن النهر وعن البحر." for n in range(2_000))


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return the path of a library of the report and another text, with annotations by two coders."""
    path = library_path(tmp_path)
    with report_in(path) as library:
        other = shelve(library, OTHER, "other")
        child = library.codebook.new("كلفة", "ar", parent=2).id
        library.passages.annotate(1, of("الشح يزداد"), [1], "يُراجع")
        library.passages.annotate(1, of("التحلية مكلفة"), [child])
        library.passages.annotate(1, of("الطاقة الشمسية"), [2])
        library.passages.annotate(other, Span(OTHER.index("🌊"), OTHER.index("🌊") + 1), [2])
    with Library(path, "عمر") as library:
        library.passages.annotate(1, of("الشح"), [3])
    return path


def test_the_list_is_filtered_by_each_of_its_conditions(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, AnnotationList(text_screen(app)))

        async def limited(command: str, to: str, quotes: list[str], *, named: bool = True) -> None:
            await screen.action_run(command)
            await answer(app, to)
            await until(app, lambda: cells(screen) == quotes and (to in title(screen)[0]) == named)

        every = ["الشح", "الشح يزداد", "التحلية مكلفة", "الطاقة الشمسية"]
        assert cells(screen) == every
        assert title(screen) == ("Annotations: this text", "4 annotations")
        await limited("tags", "demand", ["التحلية مكلفة", "الطاقة الشمسية"])  # the tag below it too
        await limited("tags", "every tag", every, named=False)
        await limited("coders", "عمر", ["الشح"])
        await limited("coders", "every coder", every, named=False)
        await limited("speakers", "ليلى", ["الشح", "الشح يزداد", "التحلية مكلفة"])
        await limited("speakers", "every speaker", every, named=False)
        await limited("sessions", "التحلية والطاقة", ["الطاقة الشمسية"], named=False)
        assert "session 2" in title(screen)[0]
        await limited("sessions", "whole text", every, named=False)
        await limited("dates", "2024-03-04", [], named=True)
        assert screen.empty().startswith("No annotations match the filter.")
        await limited("dates", "… 2024-03-03", every, named=False)
        assert "from … to 2024-03-03" in title(screen)[0]
        await limited("dates", "… …", every, named=False)
        await until(app, lambda: title(screen)[0] == "Annotations: this text")
        await screen.action_run("scope")
        assert cells(screen) == [*every, "🌊"]
        assert "library" in title(screen)[0]
        screen.words = "يُراجع"
        await screen.again()
        assert cells(screen) == ["الشح يزداد"]  # the words of its note

    act(app, script, size=WIDE)


def test_the_list_is_sorted_by_place_tag_coder_and_time(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, AnnotationList(text_screen(app)))
        orders = {}
        for _ in range(4):
            await screen.action_run("order")
            orders[said(screen)] = cells(screen)
        assert orders == {
            "Sorted: tag": ["الشح يزداد", "الطاقة الشمسية", "الشح", "التحلية مكلفة"],
            "Sorted: coder": ["الشح يزداد", "التحلية مكلفة", "الطاقة الشمسية", "الشح"],
            "Sorted: newest first": ["الشح", "الطاقة الشمسية", "التحلية مكلفة", "الشح يزداد"],
            "Sorted: place": ["الشح", "الشح يزداد", "التحلية مكلفة", "الطاقة الشمسية"],
        }

    act(app, script)


def test_selected_annotations_are_retagged_and_removed_while_those_of_others_stay(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, AnnotationList(text_screen(app), tag=2))
        assert cells(screen) == ["التحلية مكلفة", "الطاقة الشمسية"]
        screen.grid.go_at(1)
        await screen.action_run("retag")
        assert "demand" not in await offered(app)
        await answer(app, "cause")
        await until(app, lambda: cells(screen) == ["التحلية مكلفة"])
        await until(app, lambda: said(screen) == "“cause”: 1 annotation. u to undo.")
        await screen.action_run("undo")
        assert len(screen.grid.keys) == 2

        await screen.action_run("tags")
        await answer(app, "every tag")
        await until(app, lambda: len(screen.grid.keys) == 4)
        await screen.action_run("select_all")
        await screen.action_run("retag")
        await answer(app, "cause")
        await until(app, lambda: said(screen) == "“cause”: 3 annotations. u to undo. 1 by other coders kept.")
        assert all(
            "cause" in tags for quote, tags in zip(cells(screen), cells(screen, 1), strict=True) if quote != "الشح"
        )
        assert screen.grid.selected == set()
        await screen.action_run("select_all")
        await screen.action_run("remove")
        assert said(screen) == "Removed 3 annotations. u to undo. 1 by other coders kept."
        assert cells(screen) == ["الشح"]
        await screen.action_run("undo")
        await screen.action_run("undo")
        assert cells(screen, 1)[1:] == ["position", "كلفة", "demand"]

    act(app, script)


def test_an_annotation_is_opened_in_its_text_and_shown_with_its_facts(path: str) -> None:
    app = start(ARABIC, path, language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, AnnotationList(text_screen(app), everywhere=True))
        assert cells(screen, 4)[-1].startswith("خبر ثانٍ")  # the title of its text
        screen.grid.go_at(1)
        assert "«الشح يزداد»" in screen.about().replace("\u2068", "").replace("\u2069", "")
        await screen.action_run("go")
        await until(app, lambda: app.screen is text_screen(app))
        assert text_screen(app).pane.cursor == of("الشح يزداد").start
        screen = await opened(app, AnnotationList(text_screen(app), everywhere=True))
        screen.grid.go_at(4)
        await screen.action_run("go")
        await until(app, lambda: text_screen(app).opened.text == OTHER)
        assert text_screen(app).pane.cursor == OTHER.index("🌊")  # in code points

    act(app, script, size=WIDE)


def test_an_empty_list_says_why(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, AnnotationList(text_screen(app)))
        assert screen.empty().startswith("No annotations yet.")
        for name in ("go", "retag", "remove"):
            await screen.action_run(name)
            assert app.screen is screen
        assert said(screen).startswith("No annotations yet.")
        await screen.action_run("orphans")
        assert screen.empty() == "All annotations are anchored"
        assert screen.about() == ""

    act(app, script)


def test_annotations_placed_by_guess_and_orphans_are_listed_apart(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        first, lost = library.analysis(1).statements[0].span, library.analysis(1).statements[-1].span
        library.passages.annotate(1, Span(first.start, first.start + 12), [1])
        library.passages.annotate(1, Span(first.end - 14, first.end), [2])
        library.passages.annotate(1, lost, [3])
        changed = ARABIC[: lost.start - 6] + "جملة أخرى." + ARABIC[lost.end + 6 :]
        middle = first.end - 7
        changed = changed[:middle] + "س" + changed[middle:]
        new = shelve(library, changed, "report")
        placed = sorted(a.placed for a in [*library.annotations(new), *library.orphans(new)])
        assert placed == ["exact", "guessed", "lost"]
    app = start(changed, path, language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, AnnotationList(text_screen(app)))
        assert len(screen.grid.keys) == 2
        assert [quote.startswith("≈ ") for quote in cells(screen)] == [False, True]
        await screen.action_run("orphans")
        assert title(screen)[0].startswith("حواشٍ موضعها مرجَّح")
        assert len(screen.grid.keys) == 1
        await screen.action_run("orphans")
        assert cells(screen) == [lost.cut(ARABIC)]
        await screen.action_run("go")
        assert app.screen is screen
        assert "كلماتها لم تعد في النص" in screen_text(app)

    act(app, script, size=(100, 30))


@pytest.mark.slow
def test_thousands_of_annotations_show_their_first_rows_and_are_filtered_as_one_types(
    tmp_path: os.PathLike[str],
) -> None:
    path = library_path(tmp_path)
    with Library(path, "سارة") as library:
        number = shelve(library, LONG, "long")
        lines = [Span(*found.span()) for found in re.finditer(r"سطر رقم \d+ عن النهر", LONG)]
        assert library.passages.tag_places([(number, span) for span in lines], 1) == len(lines) == 2_000
    app = start(LONG, path, language="ar")
    wanted = [span.cut(LONG) for span in lines if "رقم 77" in span.cut(LONG)]
    assert 0 < len(wanted) < len(lines)

    async def script(pilot: Pilot[None]) -> None:
        screen = await opened(app, AnnotationList(text_screen(app), everywhere=True))
        assert len(screen.grid.keys) == len(lines)
        assert len(cells(screen)) < 100  # the rest are loaded as they come into view
        assert cells(screen)[:20] == [span.cut(LONG) for span in lines[:20]]
        assert lines[0].cut(LONG) in screen_text(app)
        await pilot.press("end")
        await until(app, lambda: screen.grid.row(screen.grid.keys[-1]))
        await until(app, lambda: " ".join(lines[-1].cut(LONG).split()) in screen_text(app))
        await pilot.press("f", *"رقم", "space", *"77")
        await until(app, lambda: screen.words == "رقم 77" and cells(screen) == wanted)
        assert title(screen)[1].startswith(str(len(wanted)))
        await pilot.press("x")
        await until(app, lambda: not screen.grid.keys)
        await pilot.press("escape")
        await until(app, lambda: len(screen.grid.keys) == len(lines))

    act(app, script, size=WIDE)
