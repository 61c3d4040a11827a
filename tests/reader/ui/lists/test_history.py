"""The history: every act with its state, under the names that were valid then."""

import os

from textual.pilot import Pilot

from annotations.library import Library
from reader.ui.lists.history import HistoryScreen
from tests.reader.ui.lists.steps import cells, of, opened, report_in, row_of, said, shelve, title
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen


def test_acts_are_listed_latest_first_with_coder_state_and_the_names_of_then(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        other = shelve(library, "خبر ثانٍ 🌊\n", "other")
        library.passages.toggle_tag(1, of("الشح"), 1)
        library.codebook.rename(1, "رأي", "ar")
        library.codebook.rename(1, "موقف", "ar")
        library.document_acts.put_in_project("بيئة", other)
        library.codebook.new("عابر", "ar")
    with Library(path, "عمر") as library:
        library.passages.toggle_tag(1, of("المناخ"), 3)
    app = start(ARABIC, path, language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, HistoryScreen(text_screen(app)))
        assert cells(screen)[:2] == ["وسم بـ«اتهام»", "وسم جديد «عابر»"]
        assert cells(screen)[3:6] == ["تسمية الوسم «رأي»: «موقف»", "تسمية الوسم «موقف»: «رأي»", "وسم بـ«موقف»"]
        assert cells(screen, 2)[:2] == ["عمر", "سارة"]
        assert cells(screen, 4)[0].startswith("مؤتمر المياه")
        assert set(cells(screen, 1)[:2]) == {""}
        everything = len(screen.grid.keys)
        assert title(screen)[1].startswith(str(everything))
        await screen.action_run("undo")  # one's own last act, not the other coder's
        assert said(screen) == "تراجع عن وسم جديد «عابر»"
        assert cells(screen)[1:3] == ["وسم بـ«اتهام»", "وسم جديد «عابر»"]
        assert cells(screen, 1)[:3] == ["تراجع", "", "متراجَع عنه"]
        await screen.action_run("redo")
        assert cells(screen, 1)[0] == "إعادة"
        assert len(screen.grid.keys) == everything + 2
        await screen.action_run("redo")
        assert said(screen) == "لا إجراء لإعادته"
        assert any("خبر ثانٍ" in act for act in cells(screen))
        await screen.action_run("scope")
        assert not any("خبر ثانٍ" in act for act in cells(screen))  # done to another text
        screen.words = "اتّهام"
        await screen.again()
        assert cells(screen) == ["وسم بـ«اتهام»"]
        screen.words = "لا شيء كهذا"
        await screen.again()
        assert screen.empty() == "لم يجر شيء بعد"

    act(app, script, size=(140, 30))


def test_in_english_the_history_speaks_of_undone_changes(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        library.passages.annotate(1, of("الشح"), [1])
        library.undo(1)
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, HistoryScreen(text_screen(app)))
        assert cells(screen, 1)[:2] == ["undo", "undone"]
        assert [row_of(screen, key).inks[0] for key in screen.grid.keys[:3]] == ["detail", "detail", "text"]

    act(app, script)
