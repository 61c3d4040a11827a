"""A text corrected while it is read: undoing that in a list shows the earlier version, doing it again the later one."""

import os

from textual.pilot import Pilot

from annotations.library import Library
from reader.sources.add import add_source
from reader.sources.source import Source
from tests.reader.ui.lists.test_lists import press
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen


def test_undo_and_redo_of_a_corrected_text_change_what_is_shown(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 11, "1")
        first = text_screen(app).opened.document
        with Library(library_path(tmp_path), "سارة") as library:
            add_source(library, Source(f"سطر جديد\n{ARABIC}".encode(), first.path, first.name))
        await pilot.pause(1.2)
        assert text_screen(app).opened.text.startswith("سطر جديد")
        assert [a.placed for a in text_screen(app).opened.annotations] == ["moved"]
        await press(pilot, "H", "u", "q")
        await pilot.pause(0.3)
        assert text_screen(app).opened.document.id == first.id
        assert len(text_screen(app).opened.annotations) == 1
        await press(pilot, "H", "r", "q")
        await pilot.pause(0.3)
        assert text_screen(app).opened.text.startswith("سطر جديد")
        assert "سطر جديد" in screen_text(app)

    act(app, script, size=(100, 30))
