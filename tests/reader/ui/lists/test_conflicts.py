"""The conflicts that a merge left: both sides in words, each way of resolving them, and undoing that alone."""

import os

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.merging.merge import merge
from annotations.values.corrections import RenameSession
from reader.cli.merge import read_work
from reader.ui.lists.conflicts import ConflictsScreen
from tests.reader.ui.lists.steps import WIDE, cells, of, opened, report_in, said, title, until
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return the path of a library merged with one that differs in a note, a description, a tag's name and a session."""
    path, theirs = library_path(tmp_path), os.path.join(tmp_path, "theirs.db")
    with report_in(path) as library:
        library.passages.annotate(1, of("الشح"), [1], "نعم")
    with Library(path, "سارة") as library, Library(theirs, "سارة") as other:
        merge(other._connection, library.work(), "mine.db")
    for one, words, label in ((path, "نعم حقا", "الأخرى"), (theirs, "لا 🌊", "الثانية")):
        with Library(one, "سارة") as library:
            library.passages.note(1, library.annotations(1)[0].id, words)
            library.codebook.rename(2, label, "ar")
            library.codebook.describe(3, f"وصف {label}", "ar")
            library.correct(1, RenameSession(2, label))
    with Library(path, "سارة") as library:
        merge(library._connection, read_work(theirs), "theirs.db")
    return path


def test_each_side_is_kept_or_both_and_only_decisions_are_undone(path: str) -> None:
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, ConflictsScreen(text_screen(app)))
        kinds = cells(screen)
        assert sorted(kinds) == ["description", "name of a tag", "note", "session"]
        assert title(screen) == ("Merge conflicts", "4 conflicts")
        assert set(cells(screen, 4)) == {"theirs.db"}
        await screen.action_run("undo")
        assert said(screen).startswith("The last change is not a resolution: ")
        assert said(screen).endswith("theirs.db. Undo it in History.")
        assert len(screen.grid.keys) == 4

        screen.grid.go_at(kinds.index("name of a tag"))
        assert screen.about().replace("\u2068", "").replace("\u2069", "") == "mine الأخرى | theirs الثانية"
        await screen.action_run("both")
        assert said(screen) == "Only one of these can be kept"
        await screen.action_run("go")
        assert app.screen is screen  # a tag has no place in a text
        await screen.action_run("second")
        assert "name of a tag" not in cells(screen)
        assert (await app.jobs.run(lambda library: library.codebook.tag(2))).names.exactly("ar") == "الثانية"
        await screen.action_run("undo")
        assert cells(screen) == kinds
        screen.grid.go_at(kinds.index("name of a tag"))
        await screen.action_run("first")
        assert (await app.jobs.run(lambda library: library.codebook.tag(2))).names.exactly("ar") == "الأخرى"

        screen.grid.go_at(cells(screen).index("description"))
        await screen.action_run("both")
        tag = await app.jobs.run(lambda library: library.codebook.tag(3))
        assert tag.descriptions.exactly("ar").splitlines() == ["وصف الأخرى", "وصف الثانية"]
        screen.grid.go_at(cells(screen).index("note"))
        await screen.action_run("second")
        (one,) = await app.jobs.run(lambda library: library.annotations(1))
        assert one.note == "لا 🌊"

        assert cells(screen) == ["session"]
        screen.words = "لا شيء كهذا"
        await screen.again()
        assert (screen.grid.key, screen.about()) == (None, "")
        for name in ("first", "second", "both", "go"):
            await screen.action_run(name)
            assert app.screen is screen
        screen.words = "الثّانية"
        await screen.again()
        await screen.action_run("go")
        await until(app, lambda: app.screen is text_screen(app))
        assert text_screen(app).pane.cursor == text_screen(app).opened.analysis.sessions[1].span.start

    act(app, script, size=WIDE)


def test_without_a_merge_there_are_no_conflicts(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, ConflictsScreen(text_screen(app)))
        assert screen.grid.keys == []
        assert screen.empty() == "لا تعارض ينتظر الفصل"
        await screen.action_run("first")
        assert app.screen is screen

    act(app, script)
