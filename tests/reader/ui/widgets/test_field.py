"""The field and the editor in the running app."""

import os

from textual import events
from textual.pilot import Pilot

from reader.ui.widgets.field import Field, Lines
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen, visual_rows


def test_a_note_is_edited_as_in_a_desktops_text_field(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a", *"قال الوزير")
        editor = app.screen.query_one(Lines)
        await pilot.press("shift+right", "shift+right", "shift+right", "ctrl+z")
        assert editor.value == ""  # what was typed in a row is undone together
        await pilot.press("ctrl+y")
        assert editor.value == "قال الوزير"
        await pilot.press("ctrl+end")
        editor.post_message(events.Paste("\r\nسطر\r\nثان"))
        await pilot.pause()
        assert editor.value == "قال الوزير\nسطر\nثان"
        await pilot.press("ctrl+a", "x")
        assert editor.value == "x"
        await pilot.press("ctrl+z", "ctrl+home", "delete", "enter")
        assert editor.value == "\nال الوزير\nسطر\nثان"
        await pilot.press("up", "down", "end", "backspace")
        assert editor.value == "\nال الوزي\nسطر\nثان"

    act(app, script)


def test_a_field_is_one_line(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("slash")
        field = app.screen.query_one("#find", Field)
        field.post_message(events.Paste("مؤتمر\nالمياه"))
        await pilot.pause()
        assert field.value == "مؤتمر المياه"
        assert len(text_screen(app).finding.places) == 2
        await pilot.press("home", "left", "left", "backspace")
        assert field.value == "متمر المياه"
        rows = visual_rows(app)
        assert rows[-1].rstrip().endswith("ﻩﺎﻴﻤﻟﺍ ﺮﻤﺘﻣ")

    act(app, script)


def test_a_click_sets_the_cursor_and_dragging_selects(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a", *"سلام عليكم")
        editor = app.screen.query_one(Lines)
        right = editor.size.width - 1
        await pilot.click(Lines, offset=(right, 0))
        await pilot.press("x")
        assert editor.value == "xسلام عليكم"
        await pilot.press("backspace")
        await pilot.mouse_down(Lines, offset=(right, 0))
        await pilot.hover(Lines, offset=(right - 3, 0))
        await pilot.mouse_up(Lines, offset=(right - 3, 0))
        await pilot.press("y")
        assert editor.value == "y عليكم"

    act(app, script)


def test_a_long_text_in_a_narrow_field_shows_the_part_with_the_cursor(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("slash")
        app.screen.query_one("#find", Field).value = "كلمة " * 20
        await pilot.press(*"آخر")
        assert "ﺮﺧﺁ" in visual_rows(app)[-1]
        await pilot.press("home", *"أول ")
        assert "ﻝﻭﺃ" in visual_rows(app)[-1]
        assert all(strip.cell_length == 40 for strip in app.screen._compositor.render_strips())

    act(app, script, size=(40, 16))
