"""The pages of keys: every command with its keys, in both languages, scrolled and closed."""

import os

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from reader.keys.commands import COMMANDS
from reader.keys.list_commands import commands_of
from reader.language.i18n import _
from reader.ui.dialogs.help import HelpScreen, ListHelp, arabic_caps
from tests.reader.ui.lists.steps import until
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen


@pytest.mark.parametrize(
    ("keys", "caps"),
    [(("f", "ب"), "ب"), (("ظ", "slash", "ط"), "ظ ط"), (("؟", "1", "١"), ""), (tuple("ابتث"), "ا ب ت"), ((), "")],
)
def test_the_arabic_letters_among_keys_are_at_most_three(keys: tuple[str, ...], caps: str) -> None:
    assert arabic_caps(keys) == caps


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_command_is_told_under_its_group(tmp_path: os.PathLike[str], language: str) -> None:
    app = start(ARABIC, library_path(tmp_path), language=language)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        await until(app, lambda: isinstance(app.screen, HelpScreen) and app.screen.query(VerticalScroll))
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        table = str(screen._table())
        for command in COMMANDS:
            if not command.id.startswith("tag.") or command.id == "tag.pick":
                assert _(command.about) in table, command.id
            assert table.count(f"{_(command.group)}\n") >= 1
        assert len({command.group for command in COMMANDS}) == table.count("\n\n")  # a blank line after each
        assert table.count("1-9") == 1  # the nine tags share a row
        scroll = screen.query_one(VerticalScroll)
        top = screen_text(app)
        await pilot.press("j")
        await until(app, lambda: scroll.scroll_offset.y == 1)
        await pilot.press("space")
        await until(app, lambda: scroll.scroll_offset.y == 13)
        assert screen_text(app) != top
        await pilot.press("k")
        await until(app, lambda: scroll.scroll_offset.y == 12)
        await pilot.press("q")
        await until(app, lambda: app.screen is text_screen(app))

    act(app, script)


def test_the_keys_of_a_list_leave_out_what_does_not_apply(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="en")

    async def script(pilot: Pilot[None]) -> None:
        help_ = ListHelp("history", ("go", "order"), "History 🌊", "dark")
        await app.push_screen(help_)
        await until(app, lambda: help_.query(".dialog-table"))
        table = str(help_.query_one(".dialog-table", Static).content).splitlines()
        assert len(table) == len(commands_of("history")) - 2
        assert table[0].split()[0].strip("\u2066\u2069") == "l"  # its own first
        assert not any("Sort by" in row for row in table)
        assert "History 🌊" in screen_text(app)
        await pilot.press("escape")
        await until(app, lambda: app.screen is text_screen(app))

    act(app, script)
