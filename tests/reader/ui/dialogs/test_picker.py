"""The picker: choices matched as one types, a new one offered, moving, picking and leaving."""

import os

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from annotations.values.folding import fold_text
from reader.ui.app import HashiyaApp
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.picker import Choice, Picked, Picker
from reader.ui.style.emit_filter import EmitFilter
from reader.ui.style.line_filter import TypesetFilter
from reader.ui.widgets.field import Field
from tests.reader.ui.lists.steps import until
from tests.reader.ui.stage import ARABIC, act, library_path, quiet, screen_text, start

CHOICES = [Choice("1", "مَوقف", "١"), Choice("2", "مطالبة"), Choice("3", "cause", "3")]


def matching(typed: str) -> list[Choice]:
    return [choice for choice in CHOICES if fold_text(typed) in fold_text(choice.name)]


async def shown(app: HashiyaApp, picker: Picker, results: list[Picked | None]) -> Field:
    await app.push_screen(picker, results.append)
    await until(app, lambda: picker.is_mounted and picker.query(Field) and picker.query_one(Field).has_focus)
    await quiet(app)  # until the choices are laid out to its width
    return picker.query_one(Field)


def names(picker: Picker) -> list[str]:
    options = picker.query_one(OptionList)
    return [" ".join(str(option.prompt).split()) for option in options.options]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_typed_narrows_the_choices_and_enter_picks_the_highlighted_one(
    tmp_path: os.PathLike[str], language: str
) -> None:
    app = start(ARABIC, library_path(tmp_path), language=language)
    results: list[Picked | None] = []

    async def script(pilot: Pilot[None]) -> None:
        picker = Picker("Title", matching, mode="dark", about="what it is about", empty="none of these")
        await shown(app, picker, results)
        assert "what it is about" in screen_text(app)
        assert len(names(picker)) == 3
        options = picker.query_one(OptionList)
        assert options.highlighted == 0
        await pilot.press("up")  # round the end
        assert options.highlighted == 2
        await pilot.press("down", "down")
        assert options.highlighted == 1
        await pilot.press("م")
        await until(app, lambda: len(names(picker)) == 2)
        await pilot.press("و")
        await until(app, lambda: names(picker) == ["مَوقف ١"])
        await pilot.press("x")
        await until(app, lambda: names(picker) == ["none of these"])
        await pilot.press("up", "down", "enter")  # there is nothing to pick
        assert (app.screen, results) == (picker, [])
        await pilot.press("backspace", "enter")
        await until(app, lambda: results == [Picked("1", "مَوقف")])

    act(app, script)


def test_a_new_name_is_offered_unless_it_is_there_once_folded(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")
    results: list[Picked | None] = []

    async def script(pilot: Pilot[None]) -> None:
        picker = Picker("Title", matching, mode="light", new="Add {name}", value="مُوقف")
        field = await shown(app, picker, results)
        assert names(picker) == ["مَوقف ١"]
        await pilot.press("c", "a")  # the initial text is replaced, since it is selected
        await until(app, lambda: field.value == "ca" and len(names(picker)) == 2)
        assert "ca" in names(picker)[1]
        field.value = " 🌊 بحر "
        await until(app, lambda: len(names(picker)) == 1 and "🌊 بحر" in names(picker)[0])
        await pilot.press("enter")
        await until(app, lambda: results == [Picked("", "🌊 بحر")])

    act(app, script)


def test_a_choice_is_clicked_and_leaving_picks_nothing(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")
    results: list[Picked | None] = []

    async def script(pilot: Pilot[None]) -> None:
        picker = Picker("Title", matching, mode="dark")
        await shown(app, picker, results)
        await until(app, lambda: picker.query_one(OptionList).size.width)
        before = picker.query_one(OptionList).size.width
        await pilot.resize_terminal(50, 20)
        await until(app, lambda: picker.query_one(OptionList).size.width < before and len(names(picker)) == 3)
        await pilot.click("#choices", offset=(3, 1))
        await until(app, lambda: results == [Picked("2", "مطالبة")])
        await shown(app, Picker("Title", matching, mode="dark"), results)
        await pilot.press("escape")
        await until(app, lambda: results[1:] == [None])

    act(app, script)


def test_a_change_of_size_keeps_what_was_typed_since_and_the_highlight(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")
    results: list[Picked | None] = []

    async def script(pilot: Pilot[None]) -> None:
        picker = Picker("Title", matching, mode="dark", empty="none of these")
        field = await shown(app, picker, results)
        picker.on_resize(events.Resize(app.size, app.size))
        field.value = "م"  # typed before the choices are laid out again
        await until(app, lambda: len(names(picker)) == 2)
        await quiet(app)
        assert len(names(picker)) == 2
        await pilot.press("down")
        picker.on_resize(events.Resize(app.size, app.size))
        await quiet(app)
        await pilot.press("enter")
        await until(app, lambda: results == [Picked("2", "مطالبة")])

    act(app, script)


def test_a_dialog_leaves_typesetting_to_its_widgets(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        assert any(isinstance(one, TypesetFilter) for one in app.screen.get_line_filters())
        dialog = Picker("Title", matching, mode="dark")
        await shown(app, dialog, [])
        assert isinstance(dialog, Dialog)
        assert not any(isinstance(one, (TypesetFilter, EmitFilter)) for one in dialog.get_line_filters())

    act(app, script)
