"""What is remembered of a terminal, and whose word goes first."""

import os

import pytest

from reader.settings.paths import config_directory
from reader.settings.rendering import VISUAL, Rendering
from reader.terminal.profile import Profile, chosen, offer_once, remember, remembered, rendering_of

KITTY = Profile("kitty", "words", "hide", "none", "version=kitty(0.26.5)")


def write(content: str) -> None:
    os.makedirs(config_directory(), exist_ok=True)
    with open(os.path.join(config_directory(), "terminals.txt"), "w", encoding="utf-8") as file:
        file.write(content)


def test_nothing_is_remembered_before_the_first_test() -> None:
    assert remembered() == {}
    assert chosen(KITTY) == KITTY


def test_what_is_remembered_replaces_what_was_and_leaves_the_others() -> None:
    remember("vte", "visual", "show")
    remember("kitty", "override", "shift")
    remember("vte", "runs", "essential")
    assert remembered() == {"vte": ("runs", "essential"), "kitty": ("override", "shift")}


@pytest.mark.parametrize(
    "row",
    ["# kitty visual show", "kitty", "kitty visual", "kitty upside show", "kitty visual loud", "", "  "],
)
def test_a_row_that_cannot_be_understood_is_passed_over(row: str) -> None:
    write(f"{row}\nvte runs hide\n")
    assert remembered() == {"vte": ("runs", "hide")}


@pytest.mark.parametrize(
    ("kept", "strategy", "harakat", "expected"),
    [
        ("", "", "", ("words", "hide", KITTY.why)),
        ("kitty visual show\n", "", "", ("visual", "show", "eye test")),
        ("vte visual show\n", "", "", ("words", "hide", KITTY.why)),
        ("kitty visual show\n", "runs", "", ("runs", "show", "set")),
        ("kitty visual show\n", "", "shift", ("visual", "shift", "set")),
        ("", "", "essential", ("words", "essential", "set")),
        ("kitty visual show\n", "plain", "hide", ("plain", "hide", "set")),
    ],
)
def test_what_is_set_goes_first_then_the_eye_test_then_the_table(
    kept: str, strategy: str, harakat: str, expected: tuple[str, str, str]
) -> None:
    write(kept)
    found = chosen(KITTY, strategy, harakat)
    assert (found.strategy, found.harakat, found.why) == expected
    assert (found.id, found.switch) == (KITTY.id, KITTY.switch)
    assert rendering_of(found) == Rendering(found.strategy, found.harakat)  # type: ignore[arg-type]


def test_a_plain_terminal_is_sent_glyphs_in_place() -> None:
    assert rendering_of(Profile("xterm", "visual", "show", "none", "")) == VISUAL


def test_the_display_test_is_offered_once() -> None:
    assert [offer_once() for _ in range(3)] == [True, False, False]


def test_where_the_offer_cannot_be_recorded_it_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", os.devnull)
    assert [offer_once() for _ in range(2)] == [False, False]
