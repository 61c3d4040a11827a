"""The statements of the library: filtered by each condition, tagged together, coded and opened."""

import os

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.attributes import CodedUnit
from reader.ui.dialogs.form import FormScreen
from reader.ui.lists.statements import StatementsScreen
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
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

OTHER = "خبر ثانٍ 🌊\n\nرويترز\n\nالثلاثاء 7 مايو 2024\n\nقال الوزير فهد السالم إن الأمن مستتب.\n"
LAYLA, MANY, FAHD = "ليلى منصور", "المشاركون", "فهد السالم"


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    path = library_path(tmp_path)
    with report_in(path) as library:
        shelve(library, OTHER, "other")
        library.passages.annotate(1, of("التحلية مكلفة"), [4])
        library.persons.split(1, 1)
        library.persons.rename(1, "د. ليلى")
    return path


def test_statements_are_filtered_by_each_condition(path: str) -> None:
    app = start(ARABIC, path, language="en")
    every = [LAYLA, LAYLA, MANY, FAHD]

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, StatementsScreen(text_screen(app)))
        assert cells(screen) == every
        assert cells(screen, 2) == ["paraphrase", "quotation", "mention", "paraphrase"]
        assert cells(screen, 3)[:3] == ["وام"] * 3
        assert title(screen) == ("Statements", "4 statements")
        assert said(screen).startswith("In: مؤتمر المياه")

        async def narrowed(command: str, to: str, left: list[str], told: str) -> None:
            await screen.action_run(command)
            await answer(app, to)
            await until(app, lambda: cells(screen) == left and title(screen)[0] == told)

        await narrowed("speaker", FAHD, [FAHD], f"Statements: {FAHD}")
        await narrowed("speaker", "د. ليلى", [LAYLA, LAYLA], "Statements: د. ليلى")
        await narrowed("speaker", "every", every, "Statements")
        await narrowed("topic", "التحلية", [LAYLA, MANY], "Statements: التحلية")
        await narrowed("topic", "every", every, "Statements")
        await narrowed("agency", "وام", [LAYLA, LAYLA, MANY], "Statements: وام")
        await narrowed("agency", "every", every, "Statements")
        await narrowed("tagged", "evidence", [LAYLA], "Statements: evidence or figure")
        await narrowed("tagged", "with or without", every, "Statements")
        await narrowed("dates", "2024-05-01", [FAHD], "Statements: from 2024-05-01 to …")
        await narrowed("dates", "… 2024-05-01", [LAYLA, LAYLA, MANY], "Statements: from … to 2024-05-01")
        await narrowed("dates", "… …", every, "Statements")
        kinds = []
        for _ in range(3):
            await screen.action_run("kind")
            kinds.append(cells(screen))
        assert kinds == [[LAYLA], [LAYLA, FAHD], every]
        screen.words = "الشُّحّ"
        await screen.again()
        assert cells(screen) == [LAYLA]
        screen.words = "لا شيء كهذا"
        await screen.again()
        assert screen.empty() == "No statements match the filter"
        for name in ("go", "tag", "code"):
            await screen.action_run(name)
            assert app.screen is screen
        assert screen.about() == ""

    act(app, script, size=WIDE)


def test_selected_statements_are_tagged_in_one_act(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, StatementsScreen(text_screen(app)))
        await screen.action_run("select")
        await screen.action_run("select")
        await screen.action_run("tag")
        assert "evidence or figure" in await offered(app)
        await answer(app, "cause")
        await until(app, lambda: said(screen) == "“cause”: 2 matches. u to undo.")
        tagged = await app.jobs.run(lambda library: [a.anchor.span for a in library.annotations(1) if 5 in a.tags])
        assert tagged == [s.span for s in text_screen(app).opened.analysis.statements[:2]]
        await screen.action_run("undo")
        assert len(await app.jobs.run(lambda library: library.annotations(1))) == 1
        await screen.action_run("kind")
        assert screen.grid.selected == set()

    act(app, script)


def test_a_statement_is_coded_and_opened_in_its_text(path: str) -> None:
    app = start(ARABIC, path, language="ar")
    with Library(path, "سارة") as library:
        library.form.new("statement", "الاتجاه", ["مؤيد", "معارض"], "ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, StatementsScreen(text_screen(app)))
        screen.grid.go_at(1)
        await screen.action_run("code")
        form = app.screen
        assert isinstance(form, FormScreen)
        await until(app, lambda: form._attributes)
        await form.action_value(2)
        span = text_screen(app).opened.analysis.statements[1].span
        assert await app.jobs.run(lambda library: library.form.set_on(CodedUnit(1, span))) == {1: 2}
        form.dismiss()
        await until(app, lambda: app.screen is screen)
        screen.grid.go_at(3)
        await screen.action_run("go")
        await until(app, lambda: text_screen(app).opened.text == OTHER)
        assert text_screen(app).pane.cursor == OTHER.index("قال الوزير")  # in code points, behind an emoji

    act(app, script)
