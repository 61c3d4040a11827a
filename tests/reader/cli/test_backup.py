"""`hashiya backup`, `restore` and `doctor --repair` as commands: exit codes, what they say, what they leave."""

import os
import subprocess
import sys

import pytest

from annotations.library import Library
from annotations.values.spans import Span
from reader.cli import backup, restore
from tests.annotations.test_library import add


@pytest.fixture
def folder(tmp_path: os.PathLike[str]) -> str:
    with Library(os.path.join(tmp_path, "l.db"), "sara") as library:
        add(library)
    return os.fspath(tmp_path)


def run(folder: str, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments, "--library", os.path.join(folder, "l.db"), "--lang", "en"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_a_library_is_backed_up_and_restored(folder: str) -> None:
    assert backup.run.__doc__
    assert restore.run.__doc__
    code, told = run(folder, "backup")
    assert code == 0
    made = told.split(": ", 1)[1].strip()
    with Library(os.path.join(folder, "l.db"), "sara") as library:
        library.passages.annotate(1, Span(0, 3), [1])
    code, told = run(folder, "restore", made)
    assert (code, told.count("\n")) == (0, 2)
    with Library(os.path.join(folder, "l.db"), "sara") as library:
        assert library.annotations(1) == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("backup", "nowhere/x.db"), 6, "there is no such file or folder"),
        (("backup", "l.db"), 6, "it belongs to a Hashiya library"),
        (("restore", "none.db"), 3, "there is no such file"),
        (("restore", "l.db"), 4, "is the library itself"),
        (("restore",), 2, "Cannot understand"),
        (("export", "-o", "l.db"), 6, "it belongs to a Hashiya library"),
        (("report", "-o", "l.db-wal"), 6, "it belongs to a Hashiya library"),
        (("form", "--csv", "-o", "l.db"), 6, "it belongs to a Hashiya library"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_changed(
    folder: str, arguments: tuple[str, ...], code: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    found, told = run(folder, *arguments)
    assert (found, told.count("\n")) == (code, 1)
    assert words in told
    with Library(os.path.join(folder, "l.db"), "sara") as library:
        assert len(library.documents()) == 1
        assert library.health() == "ok"


def test_a_damaged_library_is_salvaged(folder: str) -> None:
    path = os.path.join(folder, "l.db")
    with open(path, "r+b") as file:
        file.seek(os.path.getsize(path) - 8192)
        file.write(bytes(4000))
    code, told = run(folder, "doctor", "--repair")
    assert code == 0
    assert "salvaged into" in told
    (new,) = [name for name in os.listdir(folder) if name.startswith("l.repaired-") and name.endswith(".db")]
    with Library(os.path.join(folder, new), "sara") as library:
        assert library.codebook.new("بعد الإنقاذ", "ar") in library.codebook.tags()
    os.unlink(path)
    assert run(folder, "doctor", "--repair")[0] == run(folder, "backup")[0] == 4
