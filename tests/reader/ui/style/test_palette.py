"""The palette: inks over one another on either paper, readable, and as escapes for terminals with fewer colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.style.inks import fore_of, style_of
from reader.ui.style.palette import (
    PAPER,
    SESSION_COLORS,
    TAG_COLORS,
    Ink,
    _nearest,
    _table,
    mix,
    session_ink,
    sgr,
    true_color,
)

MODES = ("dark", "light")
INKS = sorted(set(_table()))


def luminance(color: str) -> float:
    """Return the relative luminance of a colour as WCAG defines it."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: Ink, mode: str) -> float:
    fore, back = luminance(ink.fore or mix(("text",), mode).fore), luminance(ink.back or PAPER[mode])
    return (max(fore, back) + 0.05) / (min(fore, back) + 0.05)


@pytest.mark.parametrize("mode", MODES)
def test_text_is_readable_in_every_ink_that_it_may_have(mode: str) -> None:
    tags = [("text", f"tag.{n + 1}") for n in range(TAG_COLORS)]
    over = [("text", ink) for ink in ("ruler", "lit", "hit", "hit.now", "selection", "cursor")]
    for inks in [("text",), ("title",), ("chrome",), ("chrome.strong",), *tags, *over]:
        assert contrast(mix(inks, mode), mode) >= 4.5, inks
    stripes = [f"stripe.{n + 1}" for n in range(TAG_COLORS)]
    for ink in (*stripes, *(session_ink(n + 1) for n in range(SESSION_COLORS)), "note"):
        assert contrast(mix((ink,), mode), mode) >= 3, ink


@pytest.mark.parametrize("mode", MODES)
def test_every_tag_and_session_has_a_colour_of_its_own(mode: str) -> None:
    assert len({mix((f"tag.{n + 1}",), mode).back for n in range(TAG_COLORS)}) == TAG_COLORS
    assert len({mix((f"stripe.{n + 1}",), mode).fore for n in range(TAG_COLORS)}) == TAG_COLORS
    assert len({mix((session_ink(n + 1),), mode).fore for n in range(SESSION_COLORS)}) == SESSION_COLORS


def test_a_later_ink_overrides_only_what_it_sets() -> None:
    assert mix((), "dark") == Ink("", "", bold=False)
    assert mix(("title", "ruler"), "dark") == Ink("#ffffff", "#2b2922", bold=True)
    assert mix(("tag.1", "hit.now"), "light") == Ink("#000000", "#ffb81c", bold=False)
    assert mix(("hit.now", "tag.1"), "light") == Ink("#0b2440", "#bcd6f5", bold=False)
    with pytest.raises(KeyError):
        mix(("no such ink",), "dark")


def test_session_colours_repeat() -> None:
    assert [session_ink(n) for n in (1, 8, 9, 16)] == ["session.1", "session.8", "session.1", "session.8"]


@pytest.mark.parametrize(
    ("value", "found"), [("truecolor", True), ("24bit", True), ("TrueColor", True), ("", False), ("256", False)]
)
def test_true_colour_is_what_the_terminal_says(value: str, found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", value)
    assert true_color() == found


def xterm(number: int) -> tuple[int, int, int]:
    """Return a colour of xterm's 256, from 16 on."""
    if number >= 232:
        return (8 + 10 * (number - 232),) * 3
    cube = (0, 95, 135, 175, 215, 255)
    return cube[(number - 16) // 36], cube[(number - 16) // 6 % 6], cube[(number - 16) % 6]


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_the_nearest_of_256_colours_is_found(color: tuple[int, int, int]) -> None:
    def distance(number: int) -> int:
        return sum((a - b) ** 2 for a, b in zip(xterm(number), color, strict=True))

    found = _nearest("#{:02x}{:02x}{:02x}".format(*color))
    assert 16 <= found <= 255
    assert distance(found) == min(map(distance, range(16, 256)))


@pytest.mark.parametrize(
    ("inks", "mode", "every", "escape"),
    [
        (("text",), "dark", True, "\x1b[0;38;2;230;227;218;48;2;26;25;22m"),
        (("title",), "light", True, "\x1b[0;1;38;2;0;0;0;48;2;250;247;239m"),
        (("ruler",), "dark", True, "\x1b[0;38;2;230;227;218;48;2;43;41;34m"),
        (("title",), "dark", False, "\x1b[0;1;38;5;231;48;5;234m"),
    ],
)
def test_an_ink_as_an_escape_sequence(inks: tuple[str, ...], mode: str, every: bool, escape: str) -> None:
    sgr.cache_clear()
    assert sgr(inks, mode, every=every) == escape


def test_without_colours_only_cursor_and_selection_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    sgr.cache_clear()
    looks = {
        inks: sgr(inks, "dark", every=True) for inks in (("text",), ("title",), ("cursor",), ("text", "selection"))
    }
    sgr.cache_clear()
    assert list(looks.values()) == ["\x1b[0m", "\x1b[0;1m", "\x1b[0;7m", "\x1b[0;7m"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ink", INKS)
def test_styles_say_what_the_palette_says(ink: str, mode: str) -> None:
    wanted = mix((ink,), mode)
    style = style_of((ink,), mode)
    assert style.color is not None
    assert style.bgcolor is not None
    assert style.color.name == (wanted.fore or mix(("text",), mode).fore)
    assert style.bgcolor.name == (wanted.back or PAPER[mode])
    assert bool(style.bold) == wanted.bold
    if wanted.fore:
        alone = fore_of(ink, mode)
        assert alone.color == style.color
        assert (alone.bgcolor, bool(alone.bold)) == (None, wanted.bold)
