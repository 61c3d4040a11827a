"""The library: its texts by project, added, sorted, described, marked done, deleted and opened."""

import os

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.attributes import CodedUnit
from annotations.values.filters import DocumentRow
from reader.ui.dialogs.form import FormScreen
from reader.ui.lists.library import LibraryScreen, _order_key
from tests.reader.ui.lists.steps import (
    WIDE,
    answer,
    cells,
    headings,
    of,
    opened,
    report_in,
    row_of,
    said,
    shelve,
    title,
    until,
    write,
)
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

OTHER = "خبر ثانٍ 🌊\n\nرويترز\n\nالثلاثاء 7 مايو 2024\n\nقال الوزير فهد السالم إن الأمن مستتب.\n"
THIRD = "الأرز يرتفع\n\nقال التاجر إن السعر يزداد.\n"
WATER = "مؤتمر المياه يختتم أعماله في عمّان"


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    path = library_path(tmp_path)
    with report_in(path) as library:
        shelve(library, OTHER, "other")
        shelve(library, THIRD, "third")
        library.passages.annotate(2, of("مؤتمر")._replace(start=0, end=3), [1])
    return path


def test_the_list_holds_the_facts_of_every_text(path: str) -> None:
    with Library(path, "سارة") as library:
        library.document_acts.put_in_project("بيئة", 2)
        library.document_acts.mark_coded(2, coded=True)
        library.document_acts.remember(2, "مهمّ")
        one, other, _third = library.listing.documents()
        assert (one.title, one.agency, one.day, one.annotations, one.coded) == (WATER, "وام", "2024-03-03", 0, False)
        assert other == DocumentRow(2, "خبر ثانٍ 🌊", "بيئة", "رويترز", "2024-05-07", 0, 1, coded=True, memo="مهمّ")


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        ("title", [2, 3, 1]),
        ("day", [1, 3, 2]),
        ("agency", [3, 1, 2]),
        ("annotations", [3, 2, 1]),
        ("project", [3, 1, 2]),
    ],
)
def test_texts_are_ordered_with_what_is_unknown_at_the_end(order: str, numbers: list[int]) -> None:
    texts = [
        DocumentRow(1, "يوم", "ب", "ب", "2024-01-01", 0, 0, coded=False, memo=""),
        DocumentRow(2, "الأرز", "", "", "", 0, 1, coded=False, memo=""),
        DocumentRow(3, "تمر", "ا", "ا", "2024-02-01", 0, 5, coded=False, memo=""),
    ]
    assert [one.id for one in sorted(texts, key=lambda one: _order_key(one, order))] == numbers


def test_texts_stand_under_their_projects_and_are_sorted_otherwise(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, LibraryScreen(text_screen(app)))
        assert headings(screen) == []
        assert title(screen) == ("Library", "3 documents")
        screen.grid.go(2)
        await screen.action_run("select")
        screen.grid.go(3)
        await screen.action_run("select")
        assert screen.grid.selecting
        await screen.action_run("project")
        await answer(app, "بيئة")
        await until(app, lambda: headings(screen) == ["بيئة", "in no project"])
        assert cells(screen) == ["الأرز يرتفع", "خبر ثانٍ 🌊", WATER]  # sorted without the article
        orders = {}
        for _ in range(5):
            await screen.action_run("order")
            orders[said(screen)] = (cells(screen)[0], headings(screen))
        assert orders == {
            "Sorted: title": ("الأرز يرتفع", []),
            "Sorted: date": (WATER, []),
            "Sorted: agency": ("خبر ثانٍ 🌊", []),
            "Sorted: annotations": ("خبر ثانٍ 🌊", []),
            "Sorted: project": ("الأرز يرتفع", ["بيئة", "in no project"]),
        }
        await screen.action_run("select_all")
        assert screen.grid.selected == {1, 2, 3}  # and no heading
        await screen.action_run("select_all")
        assert screen.grid.selected == set()

    act(app, script, size=WIDE)


def test_a_text_gets_a_memo_is_marked_done_and_coded(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, LibraryScreen(text_screen(app)))
        screen.grid.go(2)
        await screen.action_run("memo")
        await write(app, "يُراجع\nغدا")
        await until(app, lambda: "يُراجع غدا" in screen.about())
        acts = await app.jobs.run(lambda library: library.last_act())
        await screen.action_run("memo")
        await write(app, "يُراجع\nغدا")
        assert await app.jobs.run(lambda library: library.last_act()) == acts  # unchanged
        await screen.action_run("coded")
        assert dict(zip(cells(screen), cells(screen, 5), strict=True))["خبر ثانٍ 🌊"] == "done"
        await screen.action_run("coded")
        assert set(cells(screen, 5)) == {""}
        await app.jobs.run(lambda library: library.form.new("document", "النوع", ["خبر", "تقرير"], "ar"))
        await screen.action_run("code")
        form = app.screen
        assert isinstance(form, FormScreen)
        await until(app, lambda: form._attributes)
        await form.action_value(2)
        assert await app.jobs.run(lambda library: library.form.set_on(CodedUnit(2))) == {1: 2}
        form.dismiss()
        await until(app, lambda: app.screen is screen)
        screen.words = "غدا"
        await screen.again()
        assert cells(screen) == ["خبر ثانٍ 🌊"]  # its memo holds the word
        screen.words = "لا شيء كهذا"
        await screen.again()
        assert screen.empty() == "No texts match the filter"
        for name in ("go", "memo", "coded", "code", "project"):
            await screen.action_run(name)
            assert app.screen is screen

    act(app, script, size=WIDE)


def test_files_and_folders_are_added_once(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")
    folder = os.path.join(tmp_path, "texts")
    os.mkdir(folder)
    for name, data in (("a.txt", OTHER.encode()), ("b.txt", THIRD.encode()), ("c.txt", b"\0\1\2\0")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, LibraryScreen(text_screen(app)))
        os.mkdir(os.path.join(tmp_path, "empty"))

        async def added(typed: str, count: int, told: str) -> None:
            await screen.action_run("add")
            await answer(app, typed)
            await until(app, lambda: said(screen).startswith(told) and len(screen.grid.keys) == count)

        await added(os.path.join(folder, "a.txt"), 2, "Added: 1 document")
        await added(f"  {folder}/a.txt ", 2, "Added: 0 documents")
        await added(folder, 3, f"Cannot open {folder}/c.txt: it is not a text file.")  # but the others are added
        await added(os.path.join(folder, "none.txt"), 3, f"Cannot open {folder}/none.txt: there is no such file.")
        await added(os.path.join(tmp_path, "empty"), 3, f"There is no text file in {tmp_path}/empty.")

    act(app, script, size=(200, 30))


def test_texts_are_deleted_but_not_the_one_that_is_open_and_another_is_opened(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, LibraryScreen(text_screen(app)))
        screen.grid.go(1)
        await screen.action_run("delete")
        assert said(screen) == "Cannot delete the open text; open another first"
        assert len(screen.grid.keys) == 3
        await screen.action_run("select_all")
        await screen.action_run("delete")
        assert said(screen) == "Deleted 2 documents. u to undo."
        assert list(screen.grid.keys) == [1]
        await screen.action_run("undo")
        assert sorted(map(int, screen.grid.keys)) == [1, 2, 3]
        screen.grid.go(2)
        await screen.action_run("go")
        await until(app, lambda: text_screen(app).opened.text == OTHER)
        assert app.screen is text_screen(app)
        assert len(text_screen(app).opened.annotations) == 1  # it came back with the text
        screen = await opened(app, LibraryScreen(text_screen(app)))
        assert [row_of(screen, key).inks[0] for key in (1, 2)] == ["text", "heading"]  # the open text stands out

    act(app, script)
