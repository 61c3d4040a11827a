"""The clipboard: by the terminal or by the desktop, and which is said."""

from base64 import b64decode

import pyperclip
import pytest

from reader.desktop import clipboard
from reader.desktop.clipboard import BY_DESKTOP, BY_TERMINAL, NOWHERE, desktop_copy, osc52, plan, terminal_copies


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test begin in a terminal that copies."""
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def desktop(monkeypatch: pytest.MonkeyPatch, *, works: bool) -> list[str]:
    """Put a desktop clipboard in place, and return what is copied to it."""
    copied: list[str] = []

    def copy(text: str) -> None:
        if not works:
            raise pyperclip.PyperclipException
        copied.append(text)

    monkeypatch.setattr(pyperclip, "copy", copy)
    return copied


@pytest.mark.parametrize("text", ["", "x", "مُحَمَّد\n😀"])
def test_the_terminal_is_sent_the_text_as_base64(text: str) -> None:
    sequence = osc52(text, tmux=False)
    assert b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == text
    assert osc52("x", tmux=True) == "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, True), ({"TERM_PROGRAM": "iTerm.app"}, True), ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "linux"}, False), ({"TERM": "dumb"}, False), ({"VTE_VERSION": "7006"}, False),
        ({"KONSOLE_VERSION": "221203"}, False), ({"VTE_VERSION": ""}, True),
    ],
)  # fmt: skip
def test_which_terminals_copy(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: bool) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert terminal_copies() is expected


@pytest.mark.parametrize("works", [True, False])
def test_the_desktop_says_whether_it_could_be_reached(monkeypatch: pytest.MonkeyPatch, works: bool) -> None:
    copied = desktop(monkeypatch, works=works)
    assert desktop_copy("نعم") is works
    assert copied == ["نعم"] * works


@pytest.mark.parametrize("tmux", ["", "/tmp/tmux,1,0"])
def test_a_terminal_that_copies_is_asked_and_the_desktop_left_alone(monkeypatch: pytest.MonkeyPatch, tmux: str) -> None:
    monkeypatch.setenv("TMUX", tmux)
    copied = desktop(monkeypatch, works=True)
    assert plan("نعم") == (osc52("نعم", tmux=bool(tmux)), BY_TERMINAL)
    assert copied == []


@pytest.mark.parametrize(
    ("term", "works", "sends", "said"),
    [
        ("xterm-256color", True, False, BY_DESKTOP),
        ("xterm-256color", False, True, BY_TERMINAL),  # it may copy after all
        ("linux", True, False, BY_DESKTOP), ("linux", False, False, NOWHERE), ("dumb", False, False, NOWHERE),
    ],
)  # fmt: skip
def test_where_the_terminal_does_not_copy_the_desktop_does(
    monkeypatch: pytest.MonkeyPatch, term: str, works: bool, sends: bool, said: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("VTE_VERSION", "7006")
    copied = desktop(monkeypatch, works=works)
    assert plan("x") == (osc52("x", tmux=False) if sends else None, said)
    assert copied == ["x"] * works


def test_what_a_terminal_cannot_hold_goes_to_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    most = clipboard._MOST
    copied = desktop(monkeypatch, works=True)
    fits, too_long = "ن" * (most // 2), "ن" * (most // 2) + "x"
    assert len(fits.encode()) == most
    assert plan(fits)[1] == BY_TERMINAL
    assert plan(too_long) == (None, BY_DESKTOP)
    assert copied == [too_long]
