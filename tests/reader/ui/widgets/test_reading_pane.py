"""The text pane: cursor, selection, paging and the mouse, in both directions."""

import os

import pytest
from textual import events
from textual.pilot import Pilot

from annotations.values.spans import Span
from reader.page.aids import Aids
from reader.page.blocks import build_blocks
from reader.typeset.paint import Layer
from reader.ui.page.annotation_index import AnnotationIndex
from reader.ui.widgets.reading_pane import AHEAD, ReadingPane
from reader.ui.widgets.typeahead import hand_on
from tests.reader.ui.opened import ANALYSIS, TAGS, TEXT, annotation, span
from tests.reader.ui.stage import ARABIC, act, library_path, quiet, start, text_screen
from tests.reader.ui.widgets.mounted import Alone, alone

LATIN = "".join(f"Line {n} is here.\n" for n in range(60))


def pane(text: str = TEXT, *, aids: Aids | None = None, cursor: int = 0) -> ReadingPane:
    made = ReadingPane("dark", aids or Aids())
    analysis = ANALYSIS if text == TEXT else ANALYSIS._replace(noise=(), articles=(), sessions=())
    made.show(text, build_blocks(text, analysis), "R" if text == TEXT else "L", top=0, cursor=cursor)
    return made


def test_a_selection_is_of_whole_letters_whichever_way_it_was_made() -> None:
    made = pane()

    async def script(_app: Alone, _pilot: Pilot[None]) -> None:
        assert made.selection is None
        made.select(span("الماءَ"))
        assert made.selection == span("الماءَ")  # with the vowel sign of its last letter
        made.drop_selection()
        for origin, cursor, words in ((9, 7, "وة "), (7, 9, "وة ")):
            made.origin, made.cursor = TEXT.index("ندوة") + origin - 5, TEXT.index("ندوة") + cursor - 5
            assert made.selection is not None
            assert made.selection.cut(TEXT) == words
        emoji = TEXT.index("😀")
        made.select(Span(emoji, emoji + 1))
        assert made.selection == Span(emoji, emoji + 1)
        made.drop_selection()
        made.go(TEXT.index("َ قليل"))  # the vowel sign belongs to the letter before it
        assert made.cursor == TEXT.index("َ قليل") - 1

    alone(made, script, size=(80, 24))


def test_a_page_turns_with_one_row_repeated_and_stops_at_the_ends() -> None:
    made = pane(LATIN)

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        def first() -> str:
            return next(row for row in app.rows() if "Line" in row).split("Line ")[1].split()[0]

        seen = [first()]
        for _ in range(3):
            last = [row for row in app.rows() if "Line" in row][-1].split("Line ")[1].split()[0]
            made.page(1)
            assert first() == last
            seen.append(first())
        assert seen == sorted(seen, key=int)
        for _ in range(20):
            made.page(1)
        assert "Line 59" in " ".join(app.rows())
        assert LATIN[made.cursor :].startswith(".")  # the end of the text
        for _ in range(20):
            made.page(-1)
        assert (first(), made.top, made.cursor) == ("0", 0, 0)

    alone(made, script, size=(60, 9))  # the last row is one of text


def test_a_move_of_the_cursor_draws_the_line_that_it_leaves_and_the_one_that_it_reaches() -> None:
    made = pane(LATIN)

    async def script(_app: Alone, pilot: Pilot[None]) -> None:
        made.move_rows(1)
        await pilot.pause(0.03)
        made._dirty_regions.clear()
        made.move_rows(1)
        assert {region.y for region in made._dirty_regions} == {2, 4}
        assert {region.height for region in made._dirty_regions} == {1}
        await pilot.pause(0.03)
        made.origin = made.cursor
        made._dirty_regions.clear()
        made.move_rows(1)  # with a selection, the lines between change too
        assert {region.y for region in made._dirty_regions} >= {4, 6}
        assert {region.height for region in made._dirty_regions} == {1}

    alone(made, script, size=(60, 9))


def test_going_to_what_is_off_screen_leaves_some_rows_above_it() -> None:
    made = pane(LATIN)

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        target = LATIN.index("Line 30")
        made.go(target, near_top=True)
        rows = [n for n, row in enumerate(app.rows()) if "Line 30 " in row]
        assert rows
        assert 1 <= rows[0] <= 4
        top = made.top
        made.go(target + 5, near_top=True)  # it is on the screen: nothing scrolls
        assert (made.top, made.cursor) == (top, target + 5)
        made.go(LATIN.index("Line 5 "))
        assert "Line 5 " in app.rows()[0]
        made.go(LATIN.index("Line 40"))
        assert "Line 40 " in app.rows()[-1]

    alone(made, script, size=(60, 10))


def test_up_and_down_keep_the_column_over_a_shorter_row() -> None:
    text = "A long first line here.\nShort.\nA long third line here.\n"
    made = pane(text)

    async def script(_app: Alone, _pilot: Pilot[None]) -> None:
        made.go(15)
        made.move_rows(1)
        assert text[made.cursor :].startswith(".\nA long third")  # the end of the short row
        made.move_rows(1)
        assert made.cursor == text.index("A long third") + 15
        made.move_rows(-2)
        assert made.cursor == 15

    alone(made, script, size=(60, 10))


def test_the_place_is_kept_through_other_sizes_and_other_aids() -> None:
    made = pane(LATIN)

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        made.go(LATIN.index("Line 30"), near_top=True)
        before = (made.top, made.cursor, app.rows())
        for size in ((30, 6), (100, 20), (60, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert any("Line 30" in row for row in app.rows())
        assert (made.top, made.cursor, app.rows()) == before
        assert app.of(ReadingPane.Moved)
        made.aid(Aids(width=50, spaced=True))
        assert made.view.look.spaced
        assert "Line 30" in " ".join(app.rows())
        made.aid(Aids())
        assert app.rows() == before[2]

    alone(made, script, size=(60, 10))


def test_annotations_highlights_and_cursor_are_drawn_over_one_another() -> None:
    made = pane(cursor=TEXT.index("سالم"))

    async def script(_app: Alone, _pilot: Pilot[None]) -> None:
        def colors(words: str) -> set[str]:
            place = made.view.place_of(TEXT.index(words))
            y = made.view.distance(made._top, place, 99)
            return {s.style.bgcolor.name for s in made.line(y) if s.style and s.style.bgcolor and s.text.strip()}

        plain = colors("ورد")
        made.mark(AnnotationIndex([annotation(1, span("السدود"), [4])], TAGS))
        tagged = colors("ورد") - plain
        assert tagged == {"#7c2a2e"}
        made.highlight(lambda _low, _high: [Layer(*span("السدود"), "hit"), Layer(*span("الهيئة"), "hit")])
        assert colors("ورد") - plain == {"#6b5a1e"}  # the match hides the tag
        assert "#6b5a1e" in colors("وأضافت")
        made.highlight(lambda _low, _high: [])
        assert colors("ورد") - plain == tagged
        made.select(span("سالم"))
        assert "#d8d2c4" in colors("ورد")

    alone(made, script, size=(80, 24))


def test_the_mouse_sets_the_cursor_drags_a_selection_and_scrolls() -> None:
    made = pane(LATIN)

    async def script(_app: Alone, pilot: Pilot[None]) -> None:
        x = made._pane.text
        await pilot.click(offset=(x + 5, 2))
        assert made.cursor == made.view.offset_of(made._window()[2].place) + 5
        assert made.offset_under(x, 99) is None
        assert made.offset_under(x + 5, 2) == made.cursor
        await pilot.mouse_down(offset=(x, 0))
        await pilot.hover(offset=(x + 3, 0))
        assert made.selection == Span(0, 4)
        await pilot.mouse_up(offset=(x + 3, 0))
        await pilot.hover(offset=(x + 9, 0))  # the button is up
        assert made.selection == Span(0, 4)
        await pilot.click(offset=(x + 1, 0))
        assert made.origin is None
        assert made.cursor == 1
        for kind, count in ((events.MouseScrollDown, 3), (events.MouseScrollDown, 3), (events.MouseScrollUp, -3)):
            top = made.view.distance(made.view.place_of(0), made._top, 999)
            made.post_message(kind(made, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await pilot.pause()
            assert made.view.distance(made.view.place_of(0), made._top, 999) - top == count
            assert 0 <= made._line_of(made.cursor) < made.size.height  # the cursor stays on the screen

    alone(made, script, size=(60, 8))


def test_dragging_beyond_the_edge_scrolls() -> None:
    made = pane(LATIN)

    async def script(_app: Alone, pilot: Pilot[None]) -> None:
        x = made._pane.text
        await pilot.mouse_down(offset=(x, 2))
        for y, down in ((made.size.height, True), (-1, False)):
            before = made._top
            made.post_message(events.MouseMove(made, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False))
            await pilot.pause()
            assert (made._top > before, made._top < before) == (down, not down)
        assert made.selection is not None
        made.post_message(events.MouseUp(made, x, 1, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await pilot.pause()
        assert not made._dragging

    alone(made, script, size=(60, 8))


def test_paragraphs_are_laid_out_ahead_a_few_at_a_time() -> None:
    made = pane(LATIN)

    async def script(_app: Alone, _pilot: Pilot[None]) -> None:
        made.view._rows.clear()
        made._strips.clear()
        made.view.window(made._top, made.size.height)
        shown = count = len(made.view._rows)
        while made.warm() and len(made.view._rows) > count:
            count += 1
            assert len(made.view._rows) == count  # one at a time
        high = sum(made.view.height(key) for key in made.view._rows)
        assert count > shown
        assert AHEAD * made.size.height < high < (AHEAD + 2) * made.size.height
        while made.warm():
            assert made._strips
        lines = made.view.window(made._window()[-1].place, made.size.height)
        assert all((line.place, False) in made._strips for line in lines)  # the next page is drawn
        made._strips.clear()
        own = next(line.place for line in lines if line.row is not None)
        made.cursor = made.view.offset_of(own)
        while made.warm():
            pass
        assert (own, False) not in made._strips  # the line of the cursor changes with it

    alone(made, script, size=(60, 8))


def test_an_empty_pane_can_be_drawn_and_moved_in() -> None:
    made = ReadingPane("dark", Aids())

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        assert {row.strip() for row in app.rows()} <= {"│", "┃"}
        assert made.offset_under(3, 0) is None
        assert made.selection is None

    alone(made, script, size=(40, 6))


@pytest.mark.parametrize(
    ("key", "character", "handed"),
    [("x", "x", True), ("backspace", None, True), ("f5", None, False), ("escape", "\x1b", False)],
)
def test_a_key_that_comes_early_is_handed_to_the_open_field(
    key: str, character: str | None, handed: bool, tmp_path: os.PathLike[str]
) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        assert not hand_on(screen, events.Key(key, character))  # no field is open
        screen.finding.begin()
        await quiet(app)
        field = screen.query_one("#find")
        field.value = "ab"  # type: ignore[attr-defined]
        assert hand_on(screen, events.Key(key, character)) == handed
        await quiet(app)
        assert field.value == {"x": "abx", "backspace": "a"}.get(key, "ab")  # type: ignore[attr-defined]

    act(app, script)
