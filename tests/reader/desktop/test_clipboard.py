"""The clipboard: by the terminal or by the desktop."""

from base64 import b64decode

import pytest

from reader.desktop import clipboard


def test_copying_by_the_terminal() -> None:
    sequence = clipboard.osc52("سلام", tmux=False)
    assert b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == "سلام"
    assert clipboard.osc52("x", tmux=True) == "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\"


def test_the_way_of_copying_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert clipboard.plan("x") == (clipboard.osc52("x", tmux=False), clipboard.BY_TERMINAL)
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    assert clipboard.plan("x")[0] == clipboard.osc52("x", tmux=True)
    monkeypatch.delenv("TMUX")
    monkeypatch.setenv("VTE_VERSION", "7006")
    monkeypatch.setattr(clipboard, "desktop_copy", lambda _text: True)
    assert clipboard.plan("x") == (None, clipboard.BY_DESKTOP)
    monkeypatch.setattr(clipboard, "desktop_copy", lambda _text: False)
    monkeypatch.setenv("TERM", "linux")
    assert clipboard.plan("x") == (None, clipboard.NOWHERE)
