"""`python -m reader` is the command line; importing it runs nothing."""

import runpy
import sys

import pytest


def test_python_dash_m_reader_is_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["hashiya", "--version"])
    runpy.run_module("reader.__main__")  # imported under its own name: nothing runs
    assert capsys.readouterr().out == ""
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("reader", run_name="__main__")
    assert capsys.readouterr().out.startswith("hashiya ")
