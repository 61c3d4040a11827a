"""A sidebar's list: how entries are laid out, highlighted, marked, scrolled and chosen."""

import pytest
from textual.pilot import Pilot

from annotations.values.spans import Span
from reader.language.i18n import set_language
from reader.ui.widgets.entries import Entries, SidebarEntry, _wrapped
from tests.reader.ui.widgets.mounted import Alone, alone


def entry(name: str, figure: str = "", detail: str = "", *, number: str = "", ink: str = "") -> SidebarEntry:
    return SidebarEntry(f"key-{name}", name, detail, figure, (Span(0, 1),), ink, number)


def entries(*shown: SidebarEntry, rows: int = 2, first_side: bool = False) -> Entries:
    made = Entries(
        "Speakers", id="list", mode="dark", rows=rows, empty="No speakers in this text", first_side=first_side
    )
    made.show(shown)
    return made


MANY = [entry(f"name {n}", str(n)) for n in range(12)]


@pytest.mark.parametrize(
    ("text", "room", "most", "lines"),
    [
        ("", 5, 2, [""]),
        ("one two", 7, 2, ["one two"]),
        ("one two", 6, 2, ["one", "two"]),
        ("one two six", 6, 2, ["one", "two…"]),
        ("one twofold six", 7, 2, ["one", "twofol…"]),
        ("overlong", 5, 2, ["over…"]),
        ("مُحَمَّدٌ الأَمِين", 5, 1, ["مُحَمَّدٌ…"]),
        ("مُحَمَّدٌ الأَمِين", 6, 2, ["مُحَمَّدٌ", "الأَمِين"]),
    ],
)
def test_a_name_is_wrapped_to_its_room(text: str, room: int, most: int, lines: list[str]) -> None:
    assert _wrapped(text, room, most) == lines


def test_an_entry_has_its_figure_at_the_far_end_and_its_detail_below() -> None:
    made = entries(entry("Leila", "12", "head of it"), entry("Salem", "3", ink="session.1", number="1. "))

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        assert [row.strip("│").rstrip() for row in app.rows()] == [
            "", " Speakers", "   Leila         12", "   head of it", " ▎ 1. Salem       3", "",
        ]  # fmt: skip
        assert made.lines_at(20) == 5
        assert {len(row) for row in app.rows()} == {20}

    alone(made, script, size=(20, 6))


def test_in_arabic_the_list_is_mirrored_and_a_lam_alef_leaves_its_cell_to_the_gap() -> None:
    set_language("ar")
    made = entries(entry("بلال", "12"), entry("سالم", "3"))

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        rows = app.rows()
        assert {len(row) for row in rows} == {20}
        assert [row.strip().split() for row in rows[2:4]] == [["12", "ﻝﻼﺑ"], ["3", "ﻢﻟﺎﺳ"]]
        assert [row[:3] for row in rows[2:4]] == [" 12", "  3"]  # units below units
        assert {len(row) - len(row.rstrip()) for row in rows[2:4]} == {3}  # edge and mark are at the right

    alone(made, script, size=(20, 5))


def test_without_entries_the_reason_is_said_and_nothing_can_be_chosen() -> None:
    made = entries()

    async def script(app: Alone, _pilot: Pilot[None]) -> None:
        assert " ".join(row.strip("│ ") for row in app.rows()[2:4]) == "No speakers in this text"
        made.focus()
        made.action_choose()
        made.action_step(1)
        await _pilot.click(offset=(5, 2))
        await _pilot.pause()
        assert (made.highlighted(), app.of(Entries.Chosen)) == ("", [])

    alone(made, script, size=(20, 6))


def test_the_highlight_stays_within_the_list_and_in_view() -> None:
    made = entries(*MANY)

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        assert made.highlighted() == ""  # it has no focus
        made.focus()
        await pilot.pause()
        seen = []
        for key in ("down", "pagedown", "end", "up", "home", "up"):
            await pilot.press(key)
            seen.append(made.highlighted())
            assert any(made.highlighted().removeprefix("key-") in row for row in app.rows())
        assert seen == [f"key-name {n}" for n in (1, 9, 11, 10, 0, 0)]
        await pilot.press("down", "enter")
        assert [message.entry.key for message in app.of(Entries.Chosen)] == ["key-name 1"]

    alone(made, script, size=(20, 6))


def test_the_entry_at_the_cursor_is_marked_and_scrolled_to() -> None:
    made = entries(*MANY)

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        for n in (0, 1, 9):
            made.mark(f"key-name {n}")
            await pilot.pause()
            (row,) = [row for row in app.rows() if "▸" in row]
            assert f"name {n} " in row
        first = made._first
        assert first > 0
        made.mark("")
        await pilot.pause()
        assert not any("▸" in row for row in app.rows())
        made.focus()
        await pilot.pause()
        made.mark("key-name 0")  # the list is being used: it does not scroll away
        assert made._first == first
        made.show(MANY[:3])
        assert made.highlighted() == "key-name 2"

    alone(made, script, size=(20, 6))


def test_an_entry_is_chosen_by_a_click_wherever_its_lines_are() -> None:
    made = entries(entry("one", detail="its detail"), entry("two"), *MANY)

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        for y in (3, 4, 1, 0):  # the detail, the second entry, the heading, the blank above it
            await pilot.click(offset=(5, y))
        await pilot.pause()
        assert [message.entry.name for message in app.of(Entries.Chosen)] == ["one", "two"]

    alone(made, script, size=(20, 8))


def test_the_wheel_scrolls_no_further_than_the_list() -> None:
    from textual import events

    made = entries(*MANY)

    async def script(_app: Alone, pilot: Pilot[None]) -> None:
        async def wheel(kind: type[events.MouseEvent], times: int) -> int:
            for _ in range(times):
                made.post_message(kind(made, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await pilot.pause()
            return made._first

        assert await wheel(events.MouseScrollDown, 1) == 3
        assert await wheel(events.MouseScrollDown, 9) == 12 - 4
        assert await wheel(events.MouseScrollUp, 1) == 5
        assert await wheel(events.MouseScrollUp, 9) == 0

    alone(made, script, size=(20, 6))


@pytest.mark.parametrize(("language", "first_side", "edge"), [("en", True, -1), ("en", False, 0), ("ar", True, 0)])
def test_over_the_text_a_list_has_an_edge_towards_it(language: str, first_side: bool, edge: int) -> None:
    set_language(language)
    made = entries(entry("one"), first_side=first_side)

    async def script(app: Alone, pilot: Pilot[None]) -> None:
        plain = app.rows()
        made.set_class(True, "over")  # noqa: FBT003 - the library's own parameter
        await pilot.pause()
        rows = app.rows()
        assert {row[edge] for row in rows} == {"│"}
        assert {len(row) for row in (*rows, *plain)} == {20}

    alone(made, script, size=(20, 5))
