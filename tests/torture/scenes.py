"""What is done while a program is killed or its disk is full, and what must hold afterwards."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

from annotations.library import Library, backups_of
from annotations.values.spans import Span
from tests.annotations.store.older import as_first_format

TEXT = "الدوحة في 14 أكتوبر /قنا/ قال الوزير فهد السالم إن الأمن مستتب في البلاد. وقال السفير إن الماء قليل. {}\n"


class Scene(NamedTuple):
    """A command and its stage. check: raises AssertionError unless all is well, after a kill or a full disk.

    again: run to the end, must give what one run gives: `result` is then the same.
    """

    arguments: tuple[str, ...]
    prepare: Callable[[str], None]
    check: Callable[[str], None]
    result: Callable[[str], object]


def run(folder: str, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """Run the command line on the library of a folder."""
    return subprocess.run(command(folder, *arguments), capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def command(folder: str, *arguments: str) -> list[str]:
    """Return the command line on the library of a folder."""
    own = [] if arguments[0] == "-c" else ["-m", "reader"]
    end = [] if own == [] else ["--library", os.path.join(folder, "l.db"), "--lang", "en"]
    return [sys.executable, *own, *(one.replace("FOLDER", folder) for one in arguments), *end]


def mine(folder: str) -> Library:
    """Open the library of a folder."""
    return Library(os.path.join(folder, "l.db"), "sara")


def texts(folder: str, count: int = 12) -> None:
    """Write some texts into the folder "in"."""
    os.makedirs(os.path.join(folder, "in"), exist_ok=True)
    for number in range(count):
        with open(os.path.join(folder, "in", f"{number}.txt"), "w", encoding="utf-8") as file:
            file.write(TEXT.format(number) * 4)


def library(folder: str) -> None:
    """Make a library with texts and annotations, from a template made once."""
    template = os.path.join(os.path.dirname(folder), "template.db")
    if not os.path.exists(template):
        texts(folder)
        assert run(folder, "add", "FOLDER/in").returncode == 0
        with mine(folder) as opened:
            for number in range(1, 13):
                for start in range(0, 60, 4):
                    opened.passages.annotate(number, Span(start, start + 3), [1 + start % 9], "رأي")
        shutil.copy(os.path.join(folder, "l.db"), template)
    texts(folder)
    shutil.copy(template, os.path.join(folder, "l.db"))


def with_colleague(folder: str) -> None:
    """Make a library with two of the texts, and a colleague's with all, as a library and as an export."""
    library(folder)
    os.rename(os.path.join(folder, "l.db"), os.path.join(folder, "theirs.db"))
    assert run(folder, "add", "FOLDER/in/0.txt", "FOLDER/in/1.txt").returncode == 0


def with_colleagues_export(folder: str) -> None:
    """Make a library with two of the texts, and an export of a colleague's with all."""
    with_colleague(folder)
    out = os.path.join(folder, "theirs.json")
    theirs = ("--library", os.path.join(folder, "theirs.db"))
    subprocess.run([sys.executable, "-m", "reader", "export", *theirs, "-o", out], check=True, capture_output=True)


def older(folder: str) -> None:
    """Make a library of the first format."""
    library(folder)
    as_first_format(os.path.join(folder, "l.db"))


def with_export(folder: str) -> None:
    """Make a library and an export of before."""
    library(folder)
    with open(os.path.join(folder, "out.json"), "w", encoding="utf-8") as file:
        file.write('{"old": true}')


def with_backup(folder: str) -> None:
    """Make a library with a backup that has one annotation less."""
    library(folder)
    with mine(folder) as opened:
        opened.back_up(os.path.join(folder, "b.db"))
        opened.passages.annotate(1, Span(70, 75), [1])


def sound(folder: str) -> None:
    """Check that the library, if there is one, is sound, and no part of a text is shown."""
    path = os.path.join(folder, "l.db")
    if os.path.exists(path):
        with mine(folder) as opened:
            assert opened.examine().faults == ()
            for document in opened.documents():
                assert len(opened.text(document.id)) == document.length
    for backup in backups_of(path):
        with Library(backup, "x", read_only=True) as copied:
            assert copied.examine().faults == ()
            assert len(copied.documents()) == 12


def old_or_new(folder: str) -> None:
    """Check that the export is the old one or a whole new one."""
    sound(folder)
    with open(os.path.join(folder, "out.json"), encoding="utf-8") as file:
        found = json.load(file)
    assert found == {"old": True} or len(found["documents"]) == 12


def whole_export(folder: str) -> bool:
    """Return whether the export is a whole new one."""
    with open(os.path.join(folder, "out.json"), encoding="utf-8") as file:
        return len(json.load(file)["documents"]) == 12


def there(folder: str) -> None:
    """Check that there is a library, the one of before or the restored one."""
    sound(folder)
    with mine(folder) as opened:
        assert len(opened.annotations(1)) in (15, 16)


def contents(folder: str) -> object:
    """Return what the library holds, by what things are rather than by their numbers."""
    with mine(folder) as opened:
        work = opened.work()
        return sorted(
            (
                item.document.digest,
                item.text,
                item.analysis.speakers,
                sorted((a.anchor, a.note, a.coder, len(a.tags)) for a in item.annotations),
            )
            for item in work.documents
        )


SCENES = {
    "add": Scene(("add", "FOLDER/in"), texts, sound, contents),
    "merge library": Scene(("merge", "FOLDER/theirs.db"), with_colleague, sound, contents),
    "merge export": Scene(("merge", "FOLDER/theirs.json"), with_colleagues_export, sound, contents),
    "migration": Scene(("annotate", "FOLDER/in/3.txt", "--span", "0:6", "--tag", "1"), older, sound, contents),
    "backup": Scene(("backup",), library, sound, lambda folder: len(backups_of(os.path.join(folder, "l.db"))) > 0),
    "restore": Scene(("restore", "FOLDER/b.db"), with_backup, there, contents),
    "export": Scene(("export", "-o", "FOLDER/out.json"), with_export, old_or_new, whole_export),
    "report": Scene(
        ("report", "--html", "-o", "FOLDER/out.html"),
        library,
        sound,
        lambda folder: os.path.getsize(os.path.join(folder, "out.html")) > 5000,
    ),
}
