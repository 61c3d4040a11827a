"""What is drawn bit by bit, as keys change this line and that, is what is drawn when all is drawn at once."""

import os

import pyte
import pytest
from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.pilot import Pilot
from textual.screen import Screen

from reader.ui.app import HashiyaApp
from tests.reader.ui.stage import act, library_path, start

STEPS = (
    "f6", "f5", "right_square_bracket v w w", "2 right_parenthesis e 3", "down down up left", "pagedown pagedown pageup", "z",
    "f ا ل enter n n", "semicolon", "u u", "f5", "tab down enter", "T down", "escape",
)  # fmt: skip


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_what_is_drawn_bit_by_bit_is_what_is_drawn_at_once(
    columns: int, sample: str, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start(sample, library_path(tmp_path), language="ar")
    shown = pyte.Screen(columns, 24)
    stream = pyte.Stream(shown)

    def display(self: HashiyaApp, screen: Screen[None], update: RenderableType | None) -> None:
        if isinstance(update, CompositorUpdate) and screen is self.screen:
            stream.feed(update.render_segments(self.console))

    monkeypatch.setattr(HashiyaApp, "_display", display)

    async def script(pilot: Pilot[None]) -> None:
        for keys in ("", *STEPS):
            await pilot.press(*keys.split())
            await pilot.pause(0.04)  # two 60ths of a second: what is dirty is drawn
            whole = pyte.Screen(columns, 24)
            update = app.screen._compositor.render_full_update()
            pyte.Stream(whole).feed(update.render_segments(app.console))
            assert shown.display == whole.display, keys
            for y in range(24):
                assert [shown.buffer[y][x] for x in range(columns)] == [whole.buffer[y][x] for x in range(columns)], (
                    keys
                )

    act(app, script, size=(columns, 24))
