"""The commands of the lists: each list has its own and the common ones, reached under every layout."""

import pytest

from reader.keys.keymap import arabic_keys
from reader.keys.list_commands import COMMON, LIST_COMMANDS, commands_of

SCREENS = sorted({command.screen for command in LIST_COMMANDS} - {COMMON})


@pytest.mark.parametrize("screen", SCREENS)
def test_a_list_has_its_own_commands_first_and_then_the_common_ones(screen: str) -> None:
    found = commands_of(screen)
    own = [command for command in found if command.screen == screen]
    assert own
    assert found[: len(own)] == own
    assert found[len(own) :] == commands_of("a list without any")
    assert {command.id for command in found} >= {"go", "filter", "undo", "close"}


@pytest.mark.parametrize("screen", SCREENS)
def test_in_a_list_no_key_and_no_id_means_two_commands(screen: str) -> None:
    found = commands_of(screen)
    keys = [key for command in found for key in command.keys]
    assert len(keys) == len(set(keys))
    assert len({command.id for command in found}) == len(found)


def test_common_commands_that_do_not_apply_are_left_out_but_never_a_lists_own() -> None:
    found = commands_of("library", ("order", "select_all", "delete", "no such command"))
    assert {command.id for command in commands_of("library")} - {command.id for command in found} == {
        "order",
        "select_all",
    }
    assert commands_of("history", tuple(command.id for command in LIST_COMMANDS)) == [
        command for command in LIST_COMMANDS if command.screen == "history"
    ]


def test_every_key_is_the_same_on_arabic_pc_and_mac() -> None:
    pc, mac = arabic_keys("pc"), arabic_keys("mac")
    for command in LIST_COMMANDS:
        assert command.keys
        for key in command.keys:
            if len(key) == 1:
                assert pc[key] == mac[key] != (), (command.screen, command.id, key)
