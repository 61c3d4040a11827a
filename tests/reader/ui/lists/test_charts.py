"""Charts of tags and cross tables of the form: what they count, and that every bar leads to its passages."""

import os

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.attributes import CodedUnit
from reader.ui.dialogs.picker import Picker
from reader.ui.lists.annotations import AnnotationList
from reader.ui.lists.charts import ChartsScreen
from reader.ui.lists.cross import CrossScreen
from tests.reader.ui.lists.steps import (
    WIDE,
    answer,
    cells,
    headings,
    of,
    offered,
    opened,
    reached,
    report_in,
    title,
    until,
)
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return the path of a library with three passages tagged "position", one of which has two tags, and one by another coder."""
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.passages.annotate(1, of("الشح"), [1])
        library.passages.annotate(1, of("التحلية مكلفة"), [1, 2])
        library.passages.annotate(1, of("الطاقة الشمسية"), [1])
    with Library(path, "عمر") as library:
        library.passages.annotate(1, of("مؤتمر المياه"), [3])
    return path


def test_each_chart_counts_what_it_is_named_after(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, ChartsScreen(text_screen(app)))
        assert title(screen)[0] == "Tags: this text"
        assert list(zip(cells(screen), cells(screen, 1), strict=True)) == [
            ("position", "3"),
            ("demand", "1"),
            ("accusation", "1"),
        ]
        lengths = [len(bar.strip()) for bar in cells(screen, 2)]
        assert lengths[0] > lengths[1] == lengths[2] > 0
        seen = []
        for _ in range(5):
            await screen.action_run("kind")
            rows = {
                key: [cell.split()[-1] if cell else "" for cell in row.cells[1:]]
                for key in screen.grid.keys
                if (row := screen.grid.row(key))
            }
            seen.append((title(screen)[0], rows.get("tag 1"), rows.get("tag 2")))
        assert seen == [
            ("Tags by speaker: this text", ["2", "1"], ["1", ""]),
            ("Tags by session: this text", ["2", "1"], ["1", ""]),
            ("Tags by month: this text", ["3"], ["1"]),
            ("Co-occurring tags: this text", ["", "1"], ["1", ""]),
            ("Tags: this text", None, None),
        ]
        await screen.action_run("scope")
        assert title(screen)[0] == "Tags: library"
        await screen.action_run("coders")
        assert await offered(app) == ["every coder", "سارة", "عمر"]
        await answer(app, "عمر")
        await until(app, lambda: cells(screen) == ["accusation"])
        assert title(screen)[0] == "Tags: library · عمر"
        screen.words = "موقف"
        await screen.again()
        assert cells(screen) == []
        await screen.action_run("go")
        assert app.screen is screen

    act(app, script, size=WIDE)


def test_a_chart_of_parts_lists_the_columns_under_each_tag(path: str) -> None:
    app = start(ARABIC, path, language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, ChartsScreen(text_screen(app)))
        await screen.action_run("kind")
        await screen.action_run("form")
        assert headings(screen) == ["موقف", "مطالبة"]
        assert cells(screen) == ["ليلى منصور", "المشاركون", "ليلى منصور"]
        assert cells(screen, 1) == ["2", "1", "1"]
        screen.words = "المشاركون"
        await screen.again()
        assert (headings(screen), cells(screen)) == (["موقف"], ["المشاركون"])
        await screen.action_run("go")
        listed = await reached(app, AnnotationList)
        assert cells(listed) == ["الطاقة الشمسية"]
        await listed.action_run("close")
        screen.words = ""
        for _ in range(2):
            await screen.action_run("kind")
        assert cells(screen) == ["2024-03"] * 3

    act(app, script)


def test_months_follow_one_another_and_an_empty_chart_says_so(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, ChartsScreen(text_screen(app)))
        assert screen.empty() == "No tagged passages yet"
        await screen.action_run("kind")
        assert screen.empty() == "No data: no tagged passages in this breakdown"

        def annotated(library: Library) -> None:
            facts = {"direction": "R", "encoding": "utf-8", "name": "r", "title": "r"}
            base = library.analysis(1)
            for month, times in (("2024-05", 1), ("2024-04", 3)):
                (article,) = base.articles
                analysis = base._replace(articles=(article._replace(day=f"{month}-01"),))
                number = library.add(ARABIC, analysis, digest=month, path=f"/x/{month}", **facts).id
                for nth in range(times):
                    library.passages.annotate(number, of("التحلية", nth), [1])

        await app.jobs.run(annotated)
        await screen.action_run("form")
        await screen.action_run("scope")
        for _ in range(2):
            await screen.action_run("kind")
        assert title(screen)[0] == "Tags by month: library"
        assert list(zip(cells(screen), cells(screen, 1), strict=True)) == [("2024-04", "3"), ("2024-05", "1")]

    act(app, script)


def test_a_row_of_the_heat_map_leads_to_the_passages_of_each_cell_or_of_all(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, ChartsScreen(text_screen(app)))
        await screen.action_run("go")  # a bar
        listed = await reached(app, AnnotationList)
        assert cells(listed) == ["الشح", "التحلية مكلفة", "الطاقة الشمسية"]
        await listed.action_run("close")
        await screen.action_run("kind")
        for choice, quotes in (
            ("المشاركون", ["الطاقة الشمسية"]),
            ("whole line", ["الشح", "التحلية مكلفة", "الطاقة الشمسية"]),
        ):
            screen.grid.go("tag 1")
            await screen.action_run("go")
            assert isinstance(app.screen, Picker)
            assert await offered(app) == ["the whole line", "ليلى منصور", "المشاركون"]
            await answer(app, choice)
            listed = await reached(app, AnnotationList)
            assert cells(listed) == quotes
            await listed.action_run("close")
        screen.grid.go("tag 2")
        await screen.action_run("go")  # its only cell, without asking
        listed = await reached(app, AnnotationList)
        assert cells(listed) == ["التحلية مكلفة"]

    act(app, script)


def test_one_attribute_of_the_form_against_another(path: str) -> None:
    app = start(ARABIC, path, language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        charts = await opened(app, ChartsScreen(text_screen(app)))
        await charts.action_run("cross")
        screen = await reached(app, CrossScreen)
        assert screen.empty().startswith("يلزم سمتان")
        await screen.action_run("turn")
        assert screen.grid.keys == []
        spans = [s.span for s in text_screen(app).opened.analysis.statements][:3]

        def coded(library: Library) -> None:
            library.form.new("statement", "الاتجاه", ["مؤيد", "معارض"], "ar")
            library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
            library.form.new("person", "الصفة", ["رسمي", "خبير"], "ar")
            library.form.set(CodedUnit(1), 2, 4)
            for span, value in zip(spans, (1, 1, 2), strict=True):
                library.form.set(CodedUnit(1, span), 1, value)

        await app.jobs.run(coded)
        await screen.again()
        assert title(screen)[0] == "الاتجاه مقابل النوع"
        assert cells(screen) == ["مؤيد", "معارض"]
        assert [cell.split()[-1] for cell in cells(screen, 2)] == ["2", "1"]  # all of them in a report
        assert (cells(screen, 1), cells(screen, 3)) == (["", ""], ["2", "1"])
        screen.words = "معارض"
        await screen.again()
        assert cells(screen) == ["معارض"]
        screen.words = ""
        await screen.action_run("turn")
        assert title(screen)[0] == "النوع مقابل الاتجاه"
        assert cells(screen, 3) == ["0", "3"]
        await screen.action_run("pair")
        assert not [name for name in await offered(app) if "الصفة" in name]  # one of persons meets neither
        await answer(app, "الاتجاه مقابل النوع")
        await until(app, lambda: "الاتجاه مقابل النوع" in title(screen)[0])
        await app.jobs.run(lambda library: library.form.remove(2))
        await screen.again()
        assert screen.grid.keys == []  # an attribute that is gone is not shown

    act(app, script)
