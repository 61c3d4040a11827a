"""The entry point: which subcommand is meant, and what becomes of whatever stops it."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module

import pytest

from reader.cli import main as entry
from reader.cli.parser import VERSION_TEXT
from tests.reader.cli.command_line import Run, called


def _raising(error: BaseException) -> Callable[[list[str]], int]:
    def run(_arguments: list[str]) -> int:
        raise error

    return run


@pytest.mark.parametrize("name", entry.SUBCOMMANDS)
def test_every_subcommand_has_help_and_a_module(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: hashiya {name} ")
    assert callable(import_module(f"reader.cli.{name}").run)


def test_options_may_stand_before_the_subcommand(run: Run, tmp_path: os.PathLike[str]) -> None:
    other = os.path.join(tmp_path, "other.db")
    assert json.loads(run("--library", other, "export").out)["documents"] == []
    assert run("--lang=ar", "list").err.startswith("المكتبة خالية")
    assert "الخيارات" in run("--lang", "ar", "--help").out
    assert "الخيارات" in run("report.txt", "--lang=ar", "--help").out
    assert run("report.txt", "--lang", "ar", "--version").out == f"{VERSION_TEXT}\n"


def test_a_subcommands_name_wins_over_a_file(
    run: Run, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open("list", "w", encoding="utf-8") as file:
        file.write("نص في ملف\n")
    assert run("list").out == ""
    assert run("./list").out == "نص في ملف\n"
    assert run("read", "list").out == "نص في ملف\n"
    assert run("--lang", "ar", "read", "list").out == "نص في ملف\n"


def test_an_option_that_lacks_its_value_takes_no_subcommand_for_it(run: Run) -> None:
    done = run("--library")
    assert (done.code, done.out) == (2, "")
    assert "--library?" in done.err


def test_version_and_help(run: Run) -> None:
    assert run("--version").out == f"{VERSION_TEXT}\n"
    text = run("--help").out
    assert [name for name in entry.SUBCOMMANDS if f"    {name}" not in text] == []


def test_errors_and_help_in_arabic(run: Run) -> None:
    done = run("--lang", "ar", "none.txt")
    assert (
        done.err
        == "تعذّر فتح «none.txt»: الملف غير موجود. الحل: مراجعة الاسم؛ والأمر hashiya list يعرض محتوى المكتبة.\n"
    )
    text = run("list", "--lang", "ar", "--help").out
    assert "الخيارات" in text
    assert "options" not in text.lower()


def test_an_interrupt_ends_with_the_shells_code_and_says_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "_run", _raising(KeyboardInterrupt()))
    assert run("list") == (130, "", "")


def test_a_full_disk_is_explained_and_any_other_fault_of_the_system_is_not_hidden(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry, "_run", _raising(OSError(errno.ENOSPC, "No space left on device")))
    done = run("export")
    assert (done.code, done.out) == (6, "")
    assert done.err.startswith("Cannot write -: no room is left.")
    monkeypatch.setattr(entry, "_run", _raising(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(OSError, match="Input/output error"):
        called(monkeypatch, "export")


@pytest.mark.parametrize(("closed", "code", "says"), [(True, 0, ""), (False, 6, "no room is left")])
def test_a_reader_that_leaves_is_no_error_and_a_full_disk_is(
    tmp_path: os.PathLike[str], closed: bool, code: int, says: str
) -> None:
    path = os.path.join(tmp_path, "a.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("قال الوزير إن الأمن مستتب.\n" * 30)
    if closed:
        reading, out = os.pipe()
        os.close(reading)
    else:
        out = os.open("/dev/full", os.O_WRONLY)
    done = subprocess.run(
        [sys.executable, "-m", "reader", "typeset", path], stdout=out, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(out)
    assert done.returncode == code
    assert (says in done.stderr, done.stderr.count("\n")) == (True, int(code != 0))
