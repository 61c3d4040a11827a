"""Lines as they are sent to a terminal that orders Arabic itself, one by one and as a whole screen."""

import os

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from reader.settings.rendering import Rendering
from reader.typeset.runs import BLANK
from reader.ui.style.emit_filter import EmitFilter
from tests.reader.typeset.terminal_models import putty
from tests.reader.ui.stage import ARABIC, LATIN, act, library_path, start, visual_rows

RED, BLUE = Style(color="red"), Style(color="blue")
TEXTS = {"arabic": ARABIC, "latin": LATIN}


def sent(rendering: Rendering, *segments: tuple[str, Style]) -> list[tuple[str, Style | None]]:
    found = EmitFilter(rendering).apply([Segment(*segment) for segment in segments], Color(0, 0, 0))
    return [(segment.text, segment.style) for segment in found]


def test_neighbours_of_one_style_are_one_segment_and_marks_stay_with_their_letter() -> None:
    row = ("ﺎﻣ", RED), (" ﺏ\u064eﺏ", RED), ("!", BLUE)
    assert sent(Rendering("visual"), *row) == [("ﺎﻣ ", RED), ("ﺏ\u064e", RED), ("ﺏ", RED), ("!", BLUE)]


@pytest.mark.parametrize(("harakat", "shown"), [("show", "ﺏ\u0651ﺏ\u0650"), ("essential", "ﺏ\u0651ﺏ"), ("hide", "ﺏﺏ")])
def test_harakat_are_those_that_are_wanted(harakat: str, shown: str) -> None:
    found = sent(Rendering("visual", harakat), ("ﺏ\u0651ﺏ\u0650", RED))  # type: ignore[arg-type]
    assert "".join(text for text, _style in found) == shown


def test_blanks_keep_their_place_where_the_terminal_orders_lines() -> None:
    assert sent(Rendering("runs"), ("a  b", RED)) == [(f"a{BLANK * 2}b", RED)]
    assert sent(Rendering("visual"), ("a  b", RED)) == [("a  b", RED)]
    ((text, style),) = sent(Rendering("runs"), (" ﻡ ﺱ", BLUE))  # a row begins with a blank
    assert (putty(text), style) == (" ﻡ ﺱ", BLUE)


def test_control_segments_are_not_text() -> None:
    control = Segment("\x1b[H", None, [(1,)])  # type: ignore[list-item]
    plain = EmitFilter(Rendering("runs")).apply([control, Segment("a b", RED)], Color(0, 0, 0))
    assert plain == [control, Segment(f"a{BLANK}b", RED)]
    arabic = EmitFilter(Rendering("visual")).apply([control, Segment("ﻡ", RED)], Color(0, 0, 0))
    assert [segment.text for segment in arabic] == ["ﻡ"]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("text", TEXTS)
def test_the_whole_screen_comes_out_as_others_show_it(text: str, language: str, tmp_path: os.PathLike[str]) -> None:
    """Behind a dialog words are cut: that screen is left out."""
    runs = Rendering("runs")
    app = start(TEXTS[text], library_path(tmp_path), language=language, rendering=runs)

    async def script(pilot: Pilot[None]) -> None:
        for keys in ("", "down down down down down 4", "z", "v e e"):
            await pilot.press(*keys.split())
            for size in ((60, 20), (140, 40)):
                await pilot.resize_terminal(*size)
                screens = []
                for filters in ([EmitFilter(runs)], []):
                    app._emit = list(filters)
                    app.set_aids(app.aids)  # shows everything anew
                    await pilot.pause()
                    screens.append(visual_rows(app))
                assert len(screens[1]) == size[1]
                assert [putty(row) for row in screens[0]] == screens[1]
                assert text == "latin" or screens[0] != screens[1]

    act(app, script)
