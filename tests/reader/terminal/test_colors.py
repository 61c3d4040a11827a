"""True colour is announced for an xterm that has it and does not say so."""

import os

import pytest

from reader.terminal.colors import announce


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"XTERM_VERSION": "XTerm(379)"}, "truecolor"), ({"XTERM_VERSION": "XTerm(331)"}, "truecolor"),
        ({"XTERM_VERSION": "XTerm(330)"}, None), ({"XTERM_VERSION": "XTerm(x)"}, None), ({"XTERM_VERSION": ""}, None),
        ({}, None),
        ({"XTERM_VERSION": "XTerm(379)", "TMUX": "/tmp/tmux,1,0"}, None),  # what xterm can do is not what tmux sends on
        ({"XTERM_VERSION": "XTerm(379)", "COLORTERM": "24bit"}, "24bit"),
        ({"XTERM_VERSION": "XTerm(379)", "COLORTERM": ""}, ""),  # the user's own choice
    ],
)  # fmt: skip
def test_colours(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str | None) -> None:
    monkeypatch.setenv("COLORTERM", "unset")  # so that it is put back
    monkeypatch.delenv("COLORTERM")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    announce()
    assert os.environ.get("COLORTERM") == expected
