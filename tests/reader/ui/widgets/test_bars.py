"""Bars: a text at the start, one at the end, and which of them is cut when there is no room for both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text
from textual.pilot import Pilot
from textual.strip import Strip

from reader.language.i18n import isolate, set_language
from reader.typeset.line import columns
from reader.ui.widgets.bars import Bar, shortened
from reader.ui.widgets.drawn import Drawn
from tests.reader.ui.widgets.mounted import Alone, alone
from tests.strategies import PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Sessions", 8, "Sessions"),
        ("Sessions", 7, "Sessio…"),
        ("two words here", 12, "two words…"),  # at a blank in the second half
        ("a longestword", 9, "a longes…"),  # but not at one so early
        ("Sessions", 2, "S…"),
        ("Sessions", 1, ""),
        ("Sessions", 0, ""),
        ("", 0, ""),
        ("مُحَمَّدٌ يقول", 6, "مُحَمَّدٌ…"),  # harakat take no room
        ("😀😀😀", 4, "😀…"),
    ],
)
def test_a_text_is_cut_at_its_logical_end(text: str, room: int, shown: str) -> None:
    assert shortened(Text(text), room).plain == shown


@given(PARAGRAPHS, st.integers(0, 60))
def test_what_is_cut_fits_and_closes_what_it_opens(text: str, room: int) -> None:
    found = shortened(Text(f"قال {isolate(text)} ثم"), room).plain
    assert columns(found) <= room
    assert sum(found.count(mark) for mark in "\u2066\u2067\u2068") == found.count("\u2069")


def test_both_texts_fit_or_one_side_is_cut() -> None:
    bars = {keep: Bar(id="bar", keep=keep) for keep in ("start", "end")}
    rows: dict[str, list[str]] = {}
    for keep, bar in bars.items():

        async def script(app: Alone, _pilot: Pilot[None], bar: Bar = bar, keep: str = keep) -> None:
            seen = []
            for start, end in (("Left", "Right"), ("A rather long text", "Right one"), ("", "R"), ("L", "")):
                bar.show(start, Text(end))
                seen.append(app.rows()[0])
            rows[keep] = seen

        alone(bar, script, size=(20, 1))
    assert rows["end"] == [
        "Left           Right",
        "A rather…  Right one",
        "                   R",
        "L                   ",
    ]
    assert rows["start"] == [
        "Left           Right",
        "A rather long text  ",
        "                   R",
        "L                   ",
    ]


@pytest.mark.parametrize("keep", ["start", "end"])
def test_an_arabic_bar_begins_at_the_right(keep: str) -> None:
    set_language("ar")
    bar = Bar(id="bar", keep=keep)

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        bar.show("نعم", "بلى")
        assert app.rows() == ["ﻰﻠﺑ" + " " * 14 + "ﻢﻌﻧ"]

    alone(bar, script, size=(20, 1))


def test_a_bar_is_drawn_again_only_when_it_changes() -> None:
    bar = Bar(id="bar")

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        bar.show("one")
        await pilot.pause()
        assert app.rows()[0].strip() == "one"
        bar._dirty_regions.clear()
        bar.show("one")
        assert not bar._dirty_regions
        bar.show("two")
        assert bar._dirty_regions

    alone(bar, script, size=(20, 1))


class Numbered(Drawn):
    """Lines that say their number, and how often they were asked for."""

    asked = 0

    def line(self, y: int) -> Strip:
        """Return a line."""
        self.asked += 1
        return Strip([*Strip.blank(0), *Text(f"line {y}".ljust(self.size.width)).render(self.app.console)])


def test_only_lines_that_are_asked_for_are_drawn() -> None:
    from textual.geometry import Region

    widget = Numbered()

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        assert [row.rstrip() for row in app.rows()] == ["line 0", "line 1", "line 2"]
        before = widget.asked
        (strip,) = widget.render_lines(Region(2, 1, 6, 1))
        assert (strip.text, widget.asked - before) == ("ne 1  ", 0)  # it is as it was
        widget.refresh(Region(0, 2, 20, 1))
        widget.render_lines(Region(0, 0, 20, 3))
        assert widget.asked - before == 1
        widget.refresh()
        widget.render_lines(Region(0, 0, 20, 3))
        assert widget.asked - before == 4
        assert widget.render_line(2).text == "line 2".ljust(20)
        assert Drawn.line(widget, 0).text == " " * 20

    alone(widget, script, size=(20, 3))
