"""What all subcommands have in common: one line and a code for wrong input, and nothing written by a command that fails."""

import json
import os
import sqlite3

import pytest

from annotations.library import Library
from annotations.store import open_file
from tests.reader.cli.command_line import Run


def _binary(path: str) -> None:
    with open(path, "wb") as file:
        file.write(b"\x7fELF\0\0\0" * 50)


def _text(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("no database " * 100)


def _newer(path: str) -> None:
    Library(path, "x").close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a folder of files, most of which are no texts."""
    folder = str(tmp_path_factory.mktemp("given"))
    for name, make in (("binary", _binary), ("text.db", _text), ("newer.db", _newer)):
        make(os.path.join(folder, name))
    with (
        open(os.path.join(folder, "empty"), "w", encoding="utf-8"),
        open(os.path.join(folder, "good.txt"), "w", encoding="utf-8") as file,
    ):
        file.write("كلمة ثم كلمة أخرى")
    return folder


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["FILE/none.txt"], 3, "there is no such file"), (["merge", "FILE"], 3, "it is a directory"),
        (["parse", "FILE/binary"], 3, "it is not a text file"),
        (["typeset", "FILE/none.txt"], 3, "there is no such file"), (["FILE/empty"], 3, "there is no text in it"),
        (["list", "--library", "FILE/text.db"], 4, "is not a Hashiya library"),
        (["--library", "FILE/text.db", "FILE/good.txt"], 4, "is not a Hashiya library"),
        (["list", "--library", "FILE/newer.db"], 4, "newer version"),
        (["--library=FILE/newer.db", "FILE/good.txt"], 4, "newer version"),
        (["annotate", "FILE/good.txt", "--quote", "غير موجود", "--tag", "1"], 5, "is not in the text"),
        (["annotate", "FILE/good.txt", "--quote", "كلمة", "--tag", "1"], 5, "occurs 2 times"),
        (["annotate", "FILE/good.txt", "--quote", "كلمة", "--occurrence", "3", "--tag", "1"], 5, "is not in the text"),
        (["annotate", "FILE/good.txt", "--span", "0:18", "--tag", "1"], 5, "is not inside the text"),
        (["annotate", "FILE/good.txt", "--span", "4:4", "--tag", "1"], 5, "is not inside the text"),
        (["annotate", "FILE/good.txt", "--span", "4", "--tag", "1"], 2, "START:END"),
        (["annotate", "FILE/good.txt", "--span", ":4", "--tag", "1"], 2, "START:END"),
        (["annotate", "FILE/good.txt", "--span=-1:4", "--tag", "1"], 2, "START:END"),
        (["annotate", "FILE/good.txt", "--span", "0:4", "--tag", "1", "--tag", "nothing"], 5, "has no tag"),
        (["export", "nothing"], 5, "has no document"), (["agreement", "nothing"], 5, "has no document"),
        (["report", "nothing"], 5, "has no document"), (["form", "--cross", "أ", "ب"], 5, "has no attribute"),
        (["merge", "FILE/none.db"], 3, "there is no such file"), (["export", "--format", "pdf"], 2, "invalid choice"),
        (["--nothing"], 2, "--nothing"), (["typeset", "--width", "0", "FILE/good.txt"], 2, "--width"),
        (["calibrate"], 2, "not a terminal"),
    ],
)  # fmt: skip
def test_wrong_input_gets_one_line_and_a_code_and_nothing_is_written(
    run: Run, given: str, arguments: list[str], code: int, says: str
) -> None:
    library = os.environ["HASHIYA_LIBRARY"]
    files = [name for name in os.listdir(given) if not name.endswith(("-shm", "-wal"))]  # these SQLite makes to read
    before = [os.path.getsize(os.path.join(given, name)) for name in files]
    done = run(*[argument.replace("FILE", given) for argument in arguments])
    assert (done.code, done.out) == (code, "")
    assert done.err.count("\n") == 1
    assert says in done.err
    assert [os.path.getsize(os.path.join(given, name)) for name in files] == before
    if os.path.exists(library):
        with Library(library, "x", read_only=True) as opened:
            assert opened.documents() == []


def test_a_locked_library(run: Run, article: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_file, "BUSY_MS", 50)
    run("annotate", article, "--quote", "حق", "--tag", "1")
    holder = sqlite3.connect(library, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    done = run("annotate", article, "--quote", "حق", "--tag", "2")
    holder.execute("ROLLBACK")
    holder.close()
    assert (done.code, done.out) == (4, "")
    assert "is locked by another program" in done.err
    assert done.err.count("\n") == 1


def test_output_that_cannot_be_written(run: Run, article: str, tmp_path: os.PathLike[str]) -> None:
    run("annotate", article, "--quote", "حق", "--tag", "1")
    for command in ("export", "form", "report"):
        for target in (os.path.join(tmp_path, "none", "x.json"), str(tmp_path)):
            done = run(command, "-o", target)
            assert (done.code, done.out, done.err.count("\n")) == (6, "", 1)
            assert not os.path.exists(f"{target}.part")
    done = run("annotate", article, "--quote", "حق", "--tag", "1", "--library", "/dev/null/a/b.db")
    assert (done.code, done.err.count("\n")) == (4, 1)
    told = run("report", "-o", "/no/such/r.html", "--lang", "ar")
    assert ": لا يوجد ملف أو مجلد بهذا الاسم. الحل: " in told.err
    assert "No such" not in told.err


def test_an_empty_library_is_read_and_not_made(run: Run, library: str) -> None:
    assert json.loads(run("export").out)["documents"] == []
    assert run("form").out == "scope\tdocument\tstart\tend\twords\tcoder\n"
    for command, hint in (
        ("list", "The library is empty"),
        ("report", "No tagged passages yet"),
        ("agreement", "Needs two coders"),
    ):
        done = run(command)
        assert (done.code, done.err.startswith(hint)) == (0, True)
    assert not os.path.exists(library)


def test_a_library_that_may_only_be_read_is_listed_and_exported(run: Run, article: str, library: str) -> None:
    run("annotate", article, "--quote", "حق", "--tag", "1")
    db = open_file.connect_to_read(library)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM tag")
    db.close()
    assert len(json.loads(run("export").out)["documents"]) == 1
