"""`hashiya add`: all that can be read is added, what cannot is told, and nothing twice."""

import os
import subprocess
import sys

import pytest

from annotations.library import Library
from reader.cli import add as command

TEXT = "الدوحة في 14 أكتوبر /قنا/ قال الوزير فهد السالم إن الأمن مستتب في البلاد. {}\n"


@pytest.fixture
def folder(tmp_path: os.PathLike[str]) -> str:
    """Return a folder with three texts, a binary file called a text, an empty one and a picture."""
    for name, data in (
        ("1.txt", TEXT.format("أ")), ("ب 2.txt", TEXT.format("ب")), ("deep/3.txt", TEXT.format("ج")), ("bad.txt", "\0\1\2" * 40),
        ("empty.txt", " \n"), ("photo.jpg", "x"),
    ):  # fmt: skip
        path = os.path.join(tmp_path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(data)
    return os.fspath(tmp_path)


def add(folder: str, *arguments: str, given: str = "") -> tuple[int, str]:
    """Run the command beside a library of its own; return its exit code and what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", "add", *arguments, "--library", os.path.join(folder, "l.db"), "--lang", "en"],
        input=given, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == ""
    return done.returncode, done.stderr


def names(folder: str) -> list[str]:
    with Library(os.path.join(folder, "l.db"), "x", read_only=True) as library:
        return sorted(document.name for document in library.documents())


@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_what_cannot_be_read_does_not_stop_the_rest(folder: str, jobs: tuple[str, ...]) -> None:
    code, told = add(folder, folder, os.path.join(folder, "none.txt"), *jobs)
    assert code == 3
    assert names(folder) == ["1", "3", "ب 2"]
    assert "bad.txt: it is not a text file" in told
    assert "empty.txt: there is no text in it" in told
    assert "none.txt: there is no such file" in told
    assert "Skipped (not text): 1 file" in told
    assert told.endswith("Added: 3 documents\n")


def test_what_is_there_already_is_not_added_again(folder: str) -> None:
    first = os.path.join(folder, "1.txt")
    assert add(folder, first) == (0, "Added: 1 document\n")
    assert add(folder, first, os.path.join(folder, "deep", "*.txt"), "--jobs", "2") == (
        0, "Already in the library: 1 document\nAdded: 1 document\n",
    )  # fmt: skip
    assert add(folder, f"file://{folder}/ب%202.txt")[0] == 0
    assert names(folder) == ["1", "3", "ب 2"]


def test_a_text_from_standard_input(folder: str) -> None:
    assert add(folder, "-", given=TEXT.format("د")) == (0, "Added: 1 document\n")
    assert names(folder) == ["stdin"]


def test_nothing_that_can_be_read_makes_no_library(folder: str) -> None:
    assert add(folder, os.path.join(folder, "none.txt"))[0] == 3
    assert add(folder, os.path.join(folder, "nowhere"), "--jobs", "0")[0] == 2


def test_a_library_that_has_all_is_told(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    from argparse import Namespace

    from reader.settings.config import Config

    config = Config("en", os.path.join(folder, "l.db"), "sara", "pc")
    for told in ("Added: 1 document\n", "Already in the library: 1 document\nAdded: no documents\n"):
        assert command.run(config, Namespace(paths=[os.path.join(folder, "1.txt")], jobs=None)) == 0
        assert capsys.readouterr().err.replace("0 documents", "no documents") == told
