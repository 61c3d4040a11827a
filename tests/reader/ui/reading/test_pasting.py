"""A pasted path opens its file; another text does nothing."""

import os

import pytest
from textual import events
from textual.pilot import Pilot

from reader.ui.reading import pasting
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen, until


@pytest.mark.parametrize("form", ["{path}", "'{path}'\n", "file://{path}"])
def test_a_pasted_path_is_opened(tmp_path: os.PathLike[str], form: str) -> None:
    path = os.path.join(tmp_path, "other.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("قال السفير إن الماء قليل.\n")
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        text_screen(app).post_message(events.Paste(form.format(path=path)))
        await until(_pilot, lambda: text_screen(app).opened.document.name == "other")
        assert text_screen(app).opened.text[:].startswith("قال السفير")

    act(app, script)


@pytest.mark.parametrize("text", ["قال السفير إن الماء قليل.", "/nowhere/x.txt", ""])
def test_another_text_is_left_alone(tmp_path: os.PathLike[str], text: str) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        before = text_screen(app).opened
        await pasting.open_pasted(text_screen(app), events.Paste(text))
        assert text_screen(app).opened is before

    act(app, script)


def test_a_file_that_is_no_text_is_told(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "x.bin")
    with open(path, "wb") as file:
        file.write(b"\0\1\2")
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        await pasting.open_pasted(text_screen(app), events.Paste(path))
        assert "not a text file" in text_screen(app)._message

    act(app, script)
