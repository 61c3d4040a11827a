"""A list in columns: what is current and selected, what is asked for, and how columns share the room."""

import pytest
from textual import events
from textual.pilot import Pilot

from reader.language.i18n import set_language
from reader.ui.widgets.grid import Column, Grid, GridRow, Key
from tests.reader.ui.widgets.mounted import Alone, alone

COLUMNS = (Column("Name"), Column("No", 4, align="end"))
KEYS = list(range(30))


def rows_of(keys: list[int], headings: tuple[int, ...] = ()) -> dict[Key, GridRow]:
    return {key: GridRow((f"row {key}", str(key)), heading=key in headings) for key in keys}


def grid(keys: list[int] | None = None, *, headings: tuple[int, ...] = (), text_rtl: bool = False) -> Grid:
    made = Grid("dark", text_rtl=text_rtl)
    wanted = KEYS if keys is None else keys
    made.show(COLUMNS, wanted, rows_of(wanted, headings), "Nothing here")
    return made


def test_rows_stand_under_their_headings_with_the_current_one_marked_when_focused() -> None:
    made = grid([1, 22])

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        assert [row.rstrip() for row in app.rows()] == [
            "   Name                No", "   row 1                1", "   row 22              22", "", "",
        ]  # fmt: skip
        made.focus()
        await pilot.pause()
        assert [row[1] for row in app.rows()] == [" ", "▸", " ", " ", " "]
        assert {len(row) for row in app.rows()} == {26}

    alone(made, script, size=(26, 5))


def test_an_empty_grid_says_why_and_has_no_current_row() -> None:
    made = grid([])

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        made.focus()
        await pilot.press("down", "end", "pageup")
        await pilot.click(offset=(3, 1))
        assert [row.strip() for row in app.rows()] == ["Name                No", "", "Nothing here", "", ""]
        assert (made.key, made.chosen(), made.at) == (None, [], 0)
        assert (app.of(Grid.Moved), app.of(Grid.Opened)) == ([], [])

    alone(made, script, size=(26, 5))


def test_moving_stays_within_the_rows_and_keeps_them_in_view() -> None:
    made = grid()

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        made.focus()
        seen = []
        for key in ("down", "pagedown", "end", "down", "up", "pageup", "home", "up"):
            await pilot.press(key)
            seen.append(made.key)
            assert any(f"row {made.key} " in row and "▸" in row for row in app.rows())
        assert seen == [1, 4, 29, 29, 28, 25, 0, 0]  # a page is four rows, of which one is seen again
        assert len(app.of(Grid.Moved)) == 6  # not where nothing moved
        for at, there in ((7, 7), (-3, 0), (99, 29)):
            made.go_at(at)
            assert made.key == there
        made.go(12)
        assert (made.key, made.row(12)) == (12, GridRow(("row 12", "12")))
        made.go("nowhere")
        assert (made.key, made.row("nowhere")) == (12, None)

    alone(made, script, size=(26, 5))


def test_headings_are_passed_over_in_either_direction() -> None:
    made = grid([0, 1, 2, 3, 4], headings=(0, 2, 4))

    async def script(_app: Alone, _pilot: Pilot[None]) -> None:
        seen = [made.key]
        for step in (1, 1, 1, -1, -1, -1):
            made.action_step(step)
            seen.append(made.key)
        assert seen == [1, 3, 3, 3, 1, 1, 1]  # no row lies beyond the first and the last heading
        made.go_at(2)
        assert made.key == 3

    alone(made, script)


def test_the_heading_of_a_group_is_shown_with_its_first_row() -> None:
    made = grid(KEYS[:10], headings=(0, 4))

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        tops = []
        for step in (100, -4, -100):
            made.action_step(step)
            tops.append(app.rows()[1].split()[:2])
        assert tops == [["row", "6"], ["row", "4"], ["row", "0"]]

    alone(made, script, size=(26, 5))


def test_other_rows_keep_the_current_one_or_its_place() -> None:
    made = grid([10, 11, 12, 13])

    async def script(_app: Alone, _pilot: Pilot[None]) -> None:
        made.go(12)
        made.select([10, 12], selected=True)
        for keys, current, selected in (
            ([9, 10, 11, 12], 12, {10, 12}),  # the row went down
            ([9, 10, 11], 11, {10}),  # it is gone: the last one
            ([20, 21, 22], 22, set()),
            ([], None, set()),
        ):
            made.show(COLUMNS, keys, rows_of(keys), "")
            assert (made.key, made.selected) == (current, selected)

    alone(made, script)


def test_what_is_chosen_are_the_selected_rows_in_order_or_the_current_one() -> None:
    made = grid([3, 1, 2])

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        assert made.chosen() == [3]
        made.select([2, 3], selected=True)
        assert made.chosen() == [3, 2]
        made.select([3], selected=False)
        assert made.chosen() == [2]
        made.selecting = True
        made.focus()
        await pilot.pause()
        assert [row[1:5] for row in app.rows()[:4]] == ["    ", "▸ · ", "  · ", "  ✓ "]

    alone(made, script, size=(26, 5))


def test_rows_are_asked_for_once_when_they_are_to_be_seen() -> None:
    made = Grid("dark")
    keys = list(range(200))
    made.show(COLUMNS, keys, rows_of(keys[:2]), "")

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert [row.strip()[:5] for row in app.rows()[1:5]] == ["row 0", "row 1", "…", "…"]
        await pilot.pause()
        asked = [key for message in app.of(Grid.Needed) for key in message.keys]
        assert asked == keys[2 : 2 + len(asked)]  # each once
        assert 2 <= len(asked) < 60  # those in view and some ahead, never all
        made.fill(rows_of(keys[2:60]))
        assert "row 3" in app.rows()[4]

    alone(made, script, size=(26, 5))


def test_the_mouse_moves_to_a_row_and_opens_the_current_one() -> None:
    made = grid(KEYS[:9], headings=(1,))

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        for y, moved, opened in ((3, 1, 0), (3, 1, 1), (2, 1, 1), (0, 1, 1), (1, 2, 1)):
            await pilot.click(offset=(3, y))
            assert (len(app.of(Grid.Moved)), len(app.of(Grid.Opened))) == (moved, opened)
        for kind, key in ((events.MouseScrollDown, 3), (events.MouseScrollDown, 6), (events.MouseScrollUp, 3)):
            made.post_message(kind(made, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await pilot.pause()
            assert made.key == key

    alone(made, script, size=(26, 5))


@pytest.mark.parametrize(
    ("width", "shown"),
    [(90, "Name Where When"), (60, "Name Where When"), (52, "Name When"), (26, "Name"), (10, "Name")],
)
def test_dispensable_columns_are_left_out_until_the_others_are_readable(width: int, shown: str) -> None:
    made = Grid("dark")
    layout = (Column("Name"), Column("Where", spare=2), Column("When", 8, spare=1))
    made.show(layout, [1], {1: GridRow(("name", "where", "when"))}, "")

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        assert " ".join(app.rows()[0].split()) == shown
        assert " ".join(app.rows()[1].split()) == shown.casefold()

    alone(made, script, size=(width, 3))


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (Column("", 8), "word    "),
        (Column("", 8, align="end"), "    word"),
        (Column("", 8, align="middle"), "  word  "),
        (Column("", 7, align="middle"), " word  "),
        (Column("", 4), "word"),
        (Column("", 3), "wo…"),
        (Column("", 3, keep="end"), "…rd"),
    ],
)
def test_a_cell_is_aligned_or_keeps_one_end(column: Column, shown: str) -> None:
    made = Grid("dark")
    made.show((column,), [1], {1: GridRow(("word",))}, "")

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        assert app.rows()[1][3 : 3 + column.width] == shown

    alone(made, script, size=(30, 3))


@pytest.mark.parametrize(
    ("language", "text_rtl", "order"),
    [("en", False, ["one", "two"]), ("ar", False, ["two", "one"]), ("en", True, ["two", "one"])],
)
def test_columns_run_as_the_interface_or_the_text_does(language: str, text_rtl: bool, order: list[str]) -> None:
    set_language(language)
    made = Grid("dark", text_rtl=text_rtl)
    made.show((Column("", 6), Column("", 6)), [1], {1: GridRow(("one", "two"))}, "")

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        assert app.rows()[1].split() == order
        assert len(app.rows()[1]) == 30

    alone(made, script, size=(30, 3))


def test_a_row_may_be_deeper_have_a_colour_and_too_few_cells() -> None:
    made = Grid("dark")
    made.show(
        COLUMNS, [1, 2], {1: GridRow(("one",), depth=2, lead="stripe.1"), 2: GridRow(("Head", "x"), heading=True)}, ""
    )

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        rows = [row.rstrip() for row in app.rows()]
        assert rows[1:3] == [" ■     one", "   Head"]

    alone(made, script, size=(26, 5))
