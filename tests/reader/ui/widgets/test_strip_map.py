"""The strip: one cell for each stretch of the document, from its start side, with a way back by a click."""

import pytest
from rich.style import Style
from textual.pilot import Pilot

from annotations.values.analysis import Analysis, Session, Statement
from annotations.values.spans import Span
from reader.ui.page.place_index import PlaceIndex
from reader.ui.style.inks import style_of
from reader.ui.widgets.strip_map import StripMap
from tests.reader.ui.widgets.mounted import Alone, alone

ANALYSIS = Analysis(
    sessions=(Session(1, Span(200, 500), "one"), Session(2, Span(500, 800), "two")),
    statements=(Statement(Span(300, 400), 1, "quotation"), Statement(Span(600, 640), 1, "quotation")),
)


def strip(*, rtl: bool, length: int = 1000, analysis: Analysis = ANALYSIS) -> StripMap:
    made = StripMap("dark")
    made.show(analysis, length, rtl=rtl)
    return made


@pytest.mark.parametrize("rtl", [True, False])
def test_sessions_and_statements_are_seen_from_the_documents_start_on(rtl: bool) -> None:
    made = strip(rtl=rtl)

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        wanted = "◆─━▅━━━━──"  # a statement that fills less than half of its cell is not shown
        assert app.rows()[0] == (wanted[::-1] if rtl else wanted)
        made.point(999, PlaceIndex())
        ahead = "──━▅━━━━─◆"
        assert app.rows()[0] == (ahead[::-1] if rtl else ahead)
        made.point(650, PlaceIndex([Span(0, 50), Span(950, 951)]))
        lit = "▼─━▅━━◆━─▼"
        assert app.rows()[0] == (lit[::-1] if rtl else lit)

    alone(made, script, size=(10, 1))


def test_each_session_has_its_colour() -> None:
    made = strip(rtl=False)

    async def script(_app: Alone, _pilot: Pilot[None]) -> None:
        inks: list[Style | None] = []
        for text, style, _control in made.line(0):
            inks += [style] * len(text)
        wanted = ["strip.here", "strip.none", *["session.1"] * 3, *["session.2"] * 3, *["strip.none"] * 2]
        assert inks == [style_of((ink,), "dark") for ink in wanted]

    alone(made, script, size=(10, 1))


@pytest.mark.parametrize(("rtl", "x", "offset"), [(False, 0, 0), (False, 7, 700), (True, 9, 0), (True, 2, 700)])
def test_a_click_leads_to_the_stretch_of_its_cell(rtl: bool, x: int, offset: int) -> None:
    made = strip(rtl=rtl)

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        await pilot.click(offset=(x, 0))
        assert [message.offset for message in app.of(StripMap.Chosen)] == [offset]

    alone(made, script, size=(10, 1))


@pytest.mark.parametrize("length", [0, 1, 5])
def test_a_text_shorter_than_the_strip(length: int) -> None:
    made = strip(rtl=False, length=length, analysis=Analysis())

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        for cursor in range(length + 1):
            made.point(cursor, PlaceIndex())
            row = app.rows()[0]
            assert len(row) == 20
            assert set(row) == {"─", "◆"}
            assert row.index("◆") == min(cursor * 20 // max(1, length), 19)

    alone(made, script, size=(20, 1))


def test_the_strip_fits_another_width() -> None:
    made = strip(rtl=True)

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        for width in (10, 33, 5):
            await pilot.resize_terminal(width, 1)
            await pilot.pause()
            assert len(app.rows()[0]) == width
            assert app.rows()[0].endswith("◆")

    alone(made, script, size=(20, 1))
