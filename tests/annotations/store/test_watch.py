"""A library whose file is removed or replaced while it is open: nothing is claimed, nothing of the new one is harmed."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable

import pytest

from annotations.errors import LibraryReplaced
from annotations.library import Library
from annotations.store import history
from annotations.store.watch import Watch
from annotations.values.log import Act
from annotations.values.spans import Span
from tests.annotations.test_library import add


def removed(path: str) -> None:
    os.unlink(path)


def removed_with_its_log(path: str) -> None:
    for end in ("", "-wal", "-shm"):
        os.unlink(path + end)


def moved(path: str) -> None:
    os.rename(path, f"{path}.moved")


def replaced(path: str) -> None:
    """Put a library with two texts in its place, as a sync client does."""
    os.replace(f"{path}.other", path)


def replaced_with_its_log(path: str) -> None:
    """Put another open library in its place, with a log of its own."""
    shutil.copyfile(f"{path}.other", f"{path}.new")
    for end in ("-wal", "-shm"):
        with open(f"{path}.log{end}", "wb") as file:
            file.write(b"")
        os.replace(f"{path}.log{end}", path + end)
    os.replace(f"{path}.new", path)


WAYS: list[Callable[[str], None]] = [removed, removed_with_its_log, moved, replaced, replaced_with_its_log]


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return the path of a library with one text, beside which lies one with two."""
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        add(library)
    with Library(f"{path}.other", "omar") as other:
        add(other)
        add(other, "2" * 64)
        other.passages.annotate(1, Span(0, 3), [2])
    return path


def contents(path: str) -> tuple[str, int, int]:
    db = sqlite3.connect(path)
    found = (
        db.execute("PRAGMA integrity_check").fetchone()[0],
        db.execute("SELECT count(*) FROM document").fetchone()[0],
        db.execute("SELECT count(*) FROM annotation").fetchone()[0],
    )
    db.close()
    return found


@pytest.mark.parametrize("way", WAYS)
def test_no_act_is_claimed_and_the_new_file_is_whole(path: str, way: Callable[[str], None]) -> None:
    script = f"""
import sys
from annotations.library import Library
from annotations.store.watch import Watch
from annotations.errors import LibraryReplaced
from annotations.values.spans import Span
library = Library({path!r}, "sara")
library.passages.annotate(1, Span(0, 3), [1])
print("ready", flush=True)
sys.stdin.readline()
for act in (lambda: library.passages.annotate(1, Span(4, 6), [1]), lambda: library.undo(None), library.changed_elsewhere):
    try:
        act()
        print("claimed")
    except LibraryReplaced:
        print("refused")
library.save_copy({path + ".saved"!r})
library.close()
"""
    run = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert run.stdin is not None
    assert run.stdout is not None
    assert run.stdout.readline() == "ready\n"
    way(path)
    run.stdin.write("\n")
    run.stdin.close()
    assert run.stdout.read() == "refused\n" * 3
    assert run.wait() == 0
    run.stdout.close()
    assert contents(f"{path}.saved") == ("ok", 1, 1)
    assert os.stat(f"{path}.saved").st_mode & 0o777 == 0o600
    if way in (replaced, replaced_with_its_log):
        assert contents(path) == ("ok", 2, 1)
    elif way is moved:
        assert contents(f"{path}.moved") == ("ok", 1, 1)
    else:
        assert not os.path.exists(path)
    with Library(path, "sara") as library:
        assert library.health() == "ok"
        library.codebook.new("مياه", "ar")


def test_an_act_during_which_the_file_goes_is_not_claimed(path: str) -> None:
    library = Library(path, "sara")
    with pytest.raises(LibraryReplaced), library._connection.act("new tag"):
        os.unlink(path)
    library.close()


@pytest.mark.parametrize("step", [history.undo, history.redo])
def test_an_undo_during_which_the_file_goes_is_not_claimed(
    path: str, step: Callable[..., Act | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(path, "sara")
    library.passages.annotate(1, Span(0, 3), [1])
    if step is history.redo:
        library.undo(None)

    def goes(*args: object) -> Act | None:
        taken = step(*args)
        os.unlink(path)
        return taken

    monkeypatch.setattr(history, step.__name__, goes)
    with pytest.raises(LibraryReplaced):
        getattr(library, step.__name__)(None)
    library.close()


def test_a_library_that_stays_is_no_trouble(path: str) -> None:
    with Library(path, "sara") as library:
        os.chmod(path, 0o640)
        os.link(path, f"{path}.second")
        os.utime(path)
        library.passages.annotate(1, Span(0, 3), [1])
        assert library.changed_elsewhere() is False
    assert contents(path) == ("ok", 1, 1)


def test_a_library_in_memory_is_never_replaced() -> None:
    db = sqlite3.connect(":memory:")
    assert Watch(db, ":memory:").look()
    db.close()
