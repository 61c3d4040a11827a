"""Persons: which speakers of several texts are one, suggested, merged, separated, renamed, coded and undone."""

import os

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from annotations.values.attributes import CodedUnit
from reader.ui.dialogs.form import FormScreen
from reader.ui.lists.persons import PersonsScreen
from reader.ui.lists.statements import StatementsScreen
from tests.reader.ui.lists.steps import (
    answer,
    cells,
    headings,
    key_of,
    opened,
    reached,
    report_in,
    said,
    shelve,
    title,
    until,
)
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

SECOND = "خبر ثانٍ 🌊\n\nقالت الدكتورة ليلى منصور مديرة مركز الأنهار، إن الشح يزداد.\nوقال الوزير فهد السالم إن الأمن مستتب.\nوقال السالم إن الأمن مسؤولية الجميع.\n"
LAYLA, MANY = "speaker 1 1", "speaker 1 2"


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return the path of a library of two texts in which one person speaks."""
    path = library_path(tmp_path)
    with report_in(path) as library:
        shelve(library, SECOND, "second")
        assert [one.name for one in library.persons.suggestions()] == ["ليلى منصور"]
    return path


def test_a_suggestion_is_merged_and_its_person_separated_and_renamed(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, PersonsScreen(text_screen(app)))
        assert headings(screen) == ["Possibly the same: ليلى منصور", "Not merged"]
        assert cells(screen) == ["ليلى منصور", "ليلى منصور", "فهد السالم", "المشاركون"]
        assert cells(screen, 2) == ["2", "1", "2", "1"]  # of those alone, who says most comes first
        assert title(screen) == ("People", "0 people")
        assert screen.grid.key == LAYLA
        assert said(screen) == "j merges them; s keeps this one separate"
        await screen.action_run("rename")
        assert said(screen) == "This speaker is not in People yet. s adds them."

        await screen.action_run("join")
        assert said(screen) == "Merged into ليلى منصور. u to undo."
        assert headings(screen) == ["ليلى منصور", "Not merged"]
        assert title(screen)[1] == "1 person"
        await screen.action_run("rename")
        await answer(app, "د. ليلى")
        await until(app, lambda: "د. ليلى" in headings(screen))

        await screen.action_run("split")
        assert title(screen)[1] == "2 people"
        (one, other) = await app.jobs.run(lambda library: library.persons.all())
        assert {len(one.speakers), len(other.speakers)} == {1}
        for _ in range(3):
            await screen.action_run("undo")
        assert headings(screen)[0] == "Possibly the same: ليلى منصور"

    act(app, script)


def test_selected_speakers_are_merged_and_groups_refused(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, PersonsScreen(text_screen(app)))
        minister = key_of(screen, "فهد السالم")
        screen.grid.select([LAYLA, minister], selected=True)
        assert screen.about() == ""  # the keys would act on what is selected
        await screen.action_run("join")
        assert said(screen) == "Merged into ليلى منصور. u to undo."
        (person,) = await app.jobs.run(lambda library: library.persons.all())
        assert [one.name for one in person.speakers] == ["ليلى منصور", "فهد السالم"]
        assert screen.grid.selected == set()

        other = next(str(key) for key in screen.grid.keys if str(key).startswith("speaker 2 ") and key != minister)
        screen.grid.select([other, minister], selected=True)
        await screen.action_run("join")  # into the person that one of them is
        (person,) = await app.jobs.run(lambda library: library.persons.all())
        assert len(person.speakers) == 3

        screen.grid.select([MANY, LAYLA], selected=True)
        await screen.action_run("join")
        assert said(screen).startswith("This is not possible here.")
        (same,) = await app.jobs.run(lambda library: library.persons.all())
        assert same == person

    act(app, script)


def test_a_speaker_leads_to_statements_form_and_text(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, PersonsScreen(text_screen(app)))
        screen.grid.go(MANY)
        await screen.action_run("said")
        listed = await reached(app, StatementsScreen)
        assert title(listed) == ("Statements: المشاركون", "1 statement")
        await listed.action_run("close")
        screen.grid.go(LAYLA)
        await screen.action_run("join")
        await screen.action_run("said")
        listed = await reached(app, StatementsScreen)
        assert title(listed) == ("Statements: ليلى منصور", "3 statements")  # of both texts
        await listed.action_run("close")

        await app.jobs.run(lambda library: library.form.new("person", "الصفة", ["رسمي", "خبير"], "ar"))
        screen.grid.go(LAYLA)
        await screen.action_run("code")
        form = app.screen
        assert isinstance(form, FormScreen)
        await until(app, lambda: form._attributes)
        await form.action_value(2)
        (person,) = await app.jobs.run(lambda library: library.persons.all())
        assert await app.jobs.run(lambda library: library.form.set_on(CodedUnit(person=person.id))) == {1: 2}
        form.dismiss()
        await until(app, lambda: app.screen is screen)

        screen.grid.go("speaker 2 1")
        await screen.action_run("go")
        await until(app, lambda: text_screen(app).opened.text == SECOND)
        assert text_screen(app).pane.cursor == SECOND.index("ليلى منصور")
        assert len(text_screen(app).finding.places) == 1

    act(app, script)


def test_coding_a_speaker_makes_a_person_of_them(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, PersonsScreen(text_screen(app)))
        screen.words = "لَيلى"
        await screen.again()
        assert cells(screen) == ["ليلى منصور"] * 2
        screen.grid.go(LAYLA)
        await screen.action_run("code")
        form = app.screen
        assert isinstance(form, FormScreen)
        await until(app, lambda: form.query(OptionList) and form.query_one(OptionList).option_count)
        assert [p.name for p in await app.jobs.run(lambda library: library.persons.all())] == ["ليلى منصور"]
        form.dismiss()
        await until(app, lambda: app.screen is screen)
        screen.words = "لا أحد"
        await screen.again()
        assert (screen.grid.key, screen.empty()) == (None, "No statements in the library")
        for name in ("join", "split", "said", "code", "go"):
            await screen.action_run(name)
            assert app.screen is screen
        assert screen.about() == ""

    act(app, script)
