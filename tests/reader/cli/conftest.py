"""What the tests of the subcommands share: a runner inside the process, and an article."""

import os

import pytest

from tests.reader.cli.command_line import Done, Run, called, standard_input


@pytest.fixture
def library(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the path of the library that commands use, which does not exist yet."""
    path = os.path.join(tmp_path, "library.db")
    monkeypatch.setenv("HASHIYA_LIBRARY", path)
    return path


@pytest.fixture
def run(library: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command line and returns what it gave; text: its standard input."""
    del library

    def call(*arguments: str, text: str = "") -> Done:
        capsys.readouterr()
        with standard_input(text.encode()):
            code = called(monkeypatch, *arguments)
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture
def article(tmp_path: os.PathLike[str]) -> str:
    """Return the path of an article."""
    path = os.path.join(tmp_path, "خبر.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("قال الوزير: «الأمن 😀 أولا». وأضاف أن الأمن حق.\n")
    return path
