"""Every command is reached by what terminals send for its keys, under the Latin and the Arabic layout."""

import os

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from reader.keys.commands import COMMANDS
from reader.keys.keymap import bindings, expand
from reader.keys.list_commands import COMMON, LIST_COMMANDS, commands_of
from reader.language.i18n import _, set_language
from reader.ui.lists.base import ListScreen
from reader.ui.lists.cross import CrossScreen
from reader.ui.lists.occurrences import OccurrencesScreen
from reader.ui.lists.screens import LIST_SCREENS
from reader.ui.reading.screen import ReadingScreen
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

SENT = {
    "left": "\x1b[D", "right": "\x1b[C", "up": "\x1b[A", "down": "\x1b[B", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "home": "\x1b[H",
    "end": "\x1b[F", "space": " ", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b", "ctrl+home": "\x1b[1;5H", "ctrl+end": "\x1b[1;5F",
    "ctrl+down": "\x1b[1;5B", "ctrl+up": "\x1b[1;5A", "ctrl+r": "\x12", "ctrl+p": "\x10", "ctrl+q": "\x11", "ctrl+z": "\x1a", "ctrl+b": "\x02",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~",
    "shift+f1": "\x1b[1;2P", "shift+f2": "\x1b[1;2Q", "shift+f4": "\x1b[1;2S", "shift+f5": "\x1b[15;2~", "shift+f6": "\x1b[17;2~",
    "shift+f7": "\x1b[18;2~", "shift+f8": "\x1b[19;2~", "shift+f9": "\x1b[20;2~", "shift+f10": "\x1b[21;2~", "shift+f11": "\x1b[23;2~",
    "shift+f12": "\x1b[24;2~", "ctrl+g": "\x07", "ctrl+f": "\x06", "ctrl+k": "\x0b", "ctrl+x": "\x18", "ctrl+o": "\x0f", "ctrl+w": "\x17",
    "ctrl+t": "\x14", "ctrl+s": "\x13", "ctrl+y": "\x19", "enter": "\r", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~",
}  # fmt: skip


def key_of(sent: str) -> str:
    """Return the name of the key that the screen library makes of what a terminal sends."""
    parser = XTermParser()
    found = [event for event in parser.feed(sent) if isinstance(event, events.Key)]
    found += [event for event in parser.tick() if isinstance(event, events.Key)] if not found else []
    if not found:
        parser.feed("")
        return "escape" if sent == "\x1b" else ""
    return found[0].key


@pytest.fixture(scope="module")
def screens() -> dict[str, ReadingScreen]:
    """Return a screen for each layout, its keys bound."""
    from reader.cli.read import _fresh
    from reader.settings.config import Config
    from reader.sources.source import Source
    from reader.ui.app import HashiyaApp, Start

    source = Source(ARABIC.encode(), "/x", "x")
    made = {}
    for layout in ("pc", "mac", "azerty"):
        app = HashiyaApp(Config("ar", ":memory:", "x", layout), Start(_fresh(source), (source,)), bindings(layout))
        made[layout] = app.get_default_screen()
    return made


@pytest.mark.parametrize("layout", ["pc", "mac", "azerty"])
@pytest.mark.parametrize("command", [command.id for command in COMMANDS])
def test_every_key_of_a_command_reaches_it(screens: dict[str, ReadingScreen], command: str, layout: str) -> None:
    screen = screens[layout]
    for key in bindings(layout)[command]:
        name = key_of(SENT.get(key, key))
        bound = screen._bindings.key_to_bindings.get(name, [])
        assert [binding.action for binding in bound] == [f"run('{command}')"], (key, name)


def test_every_command_of_text_and_lists_has_something_to_do_and_nothing_else_has(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        del pilot
        screen = text_screen(app)
        assert set(screen._commands) == {command.id for command in COMMANDS}
        lists: list[ListScreen] = [one(screen) for one in LIST_SCREENS.values()]
        lists += [OccurrencesScreen(screen, "كلمة"), CrossScreen(screen)]
        for one in lists:
            known, offered = set(one.commands()), {command.id for command in commands_of(one.NAME, one.WITHOUT)}
            assert offered <= known, (one.NAME, offered - known)
            assert known - offered <= {"scope", *one.WITHOUT}, (one.NAME, known - offered)
        assert {command.screen for command in LIST_COMMANDS} - {COMMON} == {one.NAME for one in lists}
        assert set(LIST_SCREENS) == {command.id for command in COMMANDS if command.id.startswith("list.")}

    act(app, script)


@pytest.mark.parametrize("layout", ["pc", "mac", "azerty"])
def test_the_keys_of_a_list_are_its_own_under_every_layout(layout: str) -> None:
    for name in {command.screen for command in LIST_COMMANDS} - {COMMON}:
        seen: dict[str, str] = {}
        for command in commands_of(name):
            for key in expand(command.keys, layout):
                assert seen.setdefault(key, command.id) == command.id, (name, key)
            assert set("".join(key for key in command.keys if len(key) == 1)) <= set("qwertyuiopasdfjkl"), command.id


def test_every_command_says_what_it_does_in_both_languages() -> None:
    for command in COMMANDS:
        for message in (command.name, command.about, command.group):
            set_language("ar")
            arabic = _(message)
            set_language("en")
            assert arabic != _(message) == message


def test_lam_then_alef_are_the_key_b(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        before = pane.cursor
        await pilot.press("w", "w")
        further = pane.cursor
        await pilot.press("ل", "ا")
        assert before < pane.cursor < further
        here = pane.cursor
        await pilot.press("ا", "ل", "س")  # alef alone, lam alone: nothing; then a selection
        assert pane.cursor == here
        assert pane.origin == here

    act(app, script)


def test_a_field_takes_letters_for_itself(tmp_path: os.PathLike[str]) -> None:
    app = start(ARABIC, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        await pilot.press("ظ", "ل", "ا", "ء", "escape")
        assert not screen.finding.typing
        await pilot.press("slash", "q", "1")
        assert screen.finding.typing
        assert screen.opened.annotations == ()

    act(app, script)
