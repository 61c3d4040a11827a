"""The text that lists lie on: what was done in a list or by another window shows in it, and blind coding holds in lists too."""

import os

from textual.pilot import Pilot

from annotations.library import Library
from reader.ui.lists.annotations import AnnotationList
from reader.ui.lists.charts import ChartsScreen
from reader.ui.lists.history import HistoryScreen
from tests.reader.ui.lists.steps import cells, of, opened, report_in, shelve, until
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen


def test_undo_and_redo_of_a_corrected_text_change_what_is_shown(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.passages.annotate(1, of("الشح يزداد"), [1])
    app = start(ARABIC, path, language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        below = text_screen(app)
        first = below.opened.document
        with Library(path, "سارة") as other:  # as another window would
            shelve(other, f"سطر جديد\n{ARABIC}", "report")
        await until(app, lambda: below.opened.text[:].startswith("سطر جديد"))
        assert [a.placed for a in below.opened.annotations] == ["moved"]
        screen = await opened(app, HistoryScreen(below))
        await screen.action_run("undo")
        await screen.action_run("close")
        await until(app, lambda: below.opened.document.id == first.id)
        assert len(below.opened.annotations) == 1
        screen = await opened(app, HistoryScreen(below))
        await screen.action_run("redo")
        await screen.action_run("close")
        await until(app, lambda: below.opened.text[:].startswith("سطر جديد"))
        assert "سطر جديد" in screen_text(app)

    act(app, script, size=(100, 30))


def test_what_is_shown_knows_the_last_act_so_that_the_first_key_reads_no_history(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("1", "2")
        below = text_screen(app)
        last = await app.jobs.run(lambda library: library.last_act())
        await until(app, lambda: below.opened.acts == (last, 0))
        assert await app.jobs.run(lambda library: library.annotations_touched(last)) == set()

    act(app, script)


def test_coding_blind_hides_other_coders_in_the_text_and_its_lists(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.passages.annotate(1, of("الشح"), [1])
    with Library(path, "عمر") as library:
        library.passages.annotate(1, of("الشح"), [2])
        library.passages.annotate(1, of("المناخ"), [3])
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        below = text_screen(app)
        assert len(below.opened.annotations) == 3
        for hidden in (True, False):
            await below.action_run("blind")
            assert len(below.opened.annotations) == (1 if hidden else 3)
            listed = await opened(app, AnnotationList(below))
            assert set(cells(listed, 3)) == ({"سارة"} if hidden else {"سارة", "عمر"})
            await listed.action_run("close")
            charts = await opened(app, ChartsScreen(below))
            assert cells(charts) == (["position"] if hidden else ["position", "demand", "accusation"])
            await charts.action_run("close")
            await until(app, lambda: app.screen is below)

    act(app, script)
