"""The coding form of a unit: attributes created, values set by digits or Enter, cleared, removed and undone."""

import os

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from annotations.library import Library
from annotations.values.attributes import CodedUnit
from annotations.values.spans import Span
from reader.ui.app import HashiyaApp
from reader.ui.dialogs.form import FormScreen
from tests.reader.ui.lists.steps import of, report_in, until, write
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen

STATEMENT = CodedUnit(1, Span(313, 426))


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.form.new("statement", "الاتجاه", ["مؤيد", "معارض"], "ar")
        library.form.new("statement", "النبرة", ["هادئة", "حادّة", "ساخرة"], "ar")
        library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
    return path


async def form_of(app: HashiyaApp, unit: CodedUnit, about: str, lines: int) -> FormScreen:
    form = FormScreen(text_screen(app), unit, about)
    await app.push_screen(form)
    await until(app, lambda: form.query(OptionList) and form.query_one(OptionList).option_count == lines)
    return form


def line(form: FormScreen, at: int) -> str:
    return str(form.query_one(OptionList).get_option_at_index(at).prompt)


def at(form: FormScreen) -> int | None:
    return form.query_one(OptionList).highlighted


def test_a_digit_sets_the_value_and_moves_on_and_zero_clears_it(path: str) -> None:
    app = start(ARABIC, path, language="ar")

    async def script(pilot: Pilot[None]) -> None:
        form = await form_of(app, STATEMENT, STATEMENT.span.cut(ARABIC), 2)

        async def held(values: dict[int, int]) -> None:
            assert await app.jobs.run(lambda library: library.form.set_on(STATEMENT)) == values

        assert "وقالت سعادة" in screen_text(app)
        assert at(form) == 0
        await pilot.press("2")
        await until(app, lambda: at(form) == 1)
        await held({1: 2})
        assert "● " in line(form, 0)
        assert "●" not in line(form, 1)
        await pilot.press("9")  # no such value: nothing happens
        await held({1: 2})
        assert at(form) == 1
        await pilot.press("3")
        await until(app, lambda: "●" in line(form, 1))
        assert at(form) == 1  # it is the last one
        await held({1: 2, 2: 5})
        await pilot.press("up", "0")
        await until(app, lambda: "●" not in line(form, 0))
        await held({2: 5})
        await pilot.press("u")
        await until(app, lambda: "●" in line(form, 0))
        await held({1: 2, 2: 5})
        await pilot.press("escape")
        await until(app, lambda: app.screen is text_screen(app))

    act(app, script)


def test_enter_goes_round_the_values_and_none(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        form = await form_of(app, CodedUnit(1), "report", 1)
        options = form.query_one(OptionList)

        async def turned() -> int | None:
            before = line(form, 0)
            options.action_select()
            await until(app, lambda: options.option_count and line(form, 0) != before)
            return await app.jobs.run(lambda library: library.form.set_on(CodedUnit(1)).get(3))

        seen = [await turned() for _ in range(4)]
        assert seen == [6, 7, None, 6]

    act(app, script)


def test_an_attribute_is_created_from_lines_and_refused_without_two_values_or_with_a_taken_name(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        form = await form_of(app, CodedUnit(1), "report", 1)

        def told() -> str:
            return str(form.query_one("#form-help", Static).content)

        for text in ("اللغة\nفصحى", "النَّوع\nأ\nب", "اللغة\nفصحى\nفُصحى"):
            form.action_new()
            await write(app, text)
            await until(app, lambda: told().startswith("This attribute is not valid."))
            assert form.query_one(OptionList).option_count == 1
            form._tell("")
        form.action_new()
        await write(app, "")
        form.action_new()
        await write(app, "  اللغة 🌊\n\n- فصحى\n• عامّية \n")
        await until(app, lambda: form.query_one(OptionList).option_count == 2)
        assert "1-9" in told()
        attributes = await app.jobs.run(lambda library: library.form.attributes("document"))
        assert attributes[-1].names.exactly("ar") == ""
        assert attributes[-1].names.exactly("en") == "اللغة 🌊"
        assert [value.names.exactly("en") for value in attributes[-1].values] == ["فصحى", "عامّية"]

        form.query_one(OptionList).highlighted = 1
        await form.action_remove()
        assert form.query_one(OptionList).option_count == 1
        await form.action_undo()
        assert form.query_one(OptionList).option_count == 2

    act(app, script)


def test_without_attributes_the_form_says_how_to_create_one(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        person = library.persons.split(1, 1)
    app = start(ARABIC, path, language="en")

    async def script(pilot: Pilot[None]) -> None:
        form = await form_of(app, CodedUnit(person=person), "ليلى منصور", 1)
        assert line(form, 0).translate(dict.fromkeys((0x2066, 0x2068, 0x2069))) == "No attributes yet. i to create one."
        assert "Form of the person" in screen_text(app)
        assert at(form) is None
        before = await app.jobs.run(lambda library: library.last_act())
        await pilot.press("1", "0", "d", "enter")
        assert await app.jobs.run(lambda library: library.last_act()) == before
        await form.action_undo()  # the person
        await pilot.press("ض")  # q on an Arabic keyboard
        await until(app, lambda: app.screen is text_screen(app))

    act(app, script)


@pytest.mark.parametrize(("cursor", "scope"), [("إن الشح", "statement"), ("شارك", "document")])
def test_the_key_opens_the_form_of_the_statement_or_else_of_the_text(path: str, cursor: str, scope: str) -> None:
    app = start(ARABIC, path, language="ar")

    async def script(pilot: Pilot[None]) -> None:
        text_screen(app).pane.go(of(cursor).start)
        await pilot.press("F")
        await until(app, lambda: isinstance(app.screen, FormScreen) and app.screen._attributes)
        await pilot.press("1")
        await pilot.press("q")
        await until(app, lambda: app.screen is text_screen(app))

    act(app, script)
    with Library(path, "سارة") as library:
        (coding,) = library.form.codings(1)
        assert coding.unit.scope == scope
