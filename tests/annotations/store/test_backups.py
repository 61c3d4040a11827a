"""Backups: sound, one a day, five kept, and restored with what was there kept aside."""

import os
import sqlite3
from datetime import datetime

import pytest

from annotations.errors import LibraryDamaged, LibraryDamagedBackup, NotALibrary, OutputExists, OutputIsLibrary
from annotations.library import Library, backups_of, restore
from annotations.store import backups
from annotations.values.spans import Span
from tests.annotations.test_library import add


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        add(library)
    return path


def damage(path: str) -> None:
    with open(path, "r+b") as file:
        file.seek(8192)
        for _ in range(os.path.getsize(path) // 4096 - 2):
            file.write(b"\x5a" * 2048)
            file.seek(2048, os.SEEK_CUR)


def count(path: str) -> int:
    with Library(path, "x", read_only=True) as library:
        return len(library.annotations(1))


def test_one_a_day_is_due_and_five_are_kept(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    with Library(path, "sara") as library:
        for day in range(1, 9):
            monkeypatch.setattr(backups, "_now", lambda day=day: datetime(2024, 2, day))  # noqa: DTZ001
            assert backups.is_due(path)
            made.append(library.back_up())
            assert not backups.is_due(path)
    assert backups_of(path) == made[:2:-1]
    assert [os.path.basename(one) for one in made[-1:]] == ["2024-02-08.db"]
    assert all(os.stat(one).st_mode & 0o777 == 0o600 for one in backups_of(path))
    assert os.stat(os.path.dirname(made[-1])).st_mode & 0o777 == 0o700
    assert len(os.listdir(os.path.dirname(made[-1]))) == 5


def test_a_second_backup_of_a_day_is_another_and_the_newest(path: str) -> None:
    with Library(path, "sara") as library:
        first = library.back_up()
        library.passages.annotate(1, Span(0, 3), [1])
        second = library.back_up()
    assert backups_of(path) == [second, first]
    assert (count(first), count(second)) == (0, 1)


def test_a_backup_is_of_one_moment_while_others_write(path: str) -> None:
    with Library(path, "sara") as library, Library(path, "omar") as other:
        other.passages.annotate(1, Span(0, 3), [1])
        with other._connection.act("annotate", 1):
            other._connection.db.execute("UPDATE document SET memo = 'half'")
            copied = library.back_up()
        assert count(copied) == 1
    db = sqlite3.connect(copied)
    assert db.execute("SELECT memo FROM document").fetchone()[0] == ""
    db.close()


def test_a_backup_goes_to_a_new_file_or_into_a_folder(path: str, tmp_path: os.PathLike[str]) -> None:
    new, text = os.path.join(tmp_path, "نسخة.db"), os.path.join(tmp_path, "a.txt")
    with open(text, "w", encoding="utf-8") as file:
        file.write("نص")
    os.mkdir(os.path.join(tmp_path, "folder"))
    with Library(path, "sara") as library:
        assert library.back_up(new) == new
        assert os.path.dirname(library.back_up(os.path.join(tmp_path, "folder"))) == os.path.join(tmp_path, "folder")
        for taken, kind in (
            (new, OutputIsLibrary),
            (path, OutputIsLibrary),
            (f"{path}-wal", OutputIsLibrary),
            (text, OutputExists),
        ):
            with pytest.raises(kind):
                library.back_up(taken)
    assert backups_of(path) == []


def test_a_damaged_library_is_not_backed_up_and_names_the_newest(path: str) -> None:
    with Library(path, "sara") as library:
        copied = library.back_up()
    damage(path)
    with pytest.raises(LibraryDamagedBackup) as error, Library(path, "sara") as library:
        library.back_up()
    assert error.value.values["backup"] == copied
    assert backups_of(path) == [copied]
    os.unlink(copied)
    with pytest.raises(LibraryDamaged) as without, Library(path, "sara") as library:
        library.back_up()
    assert type(without.value) is LibraryDamaged


def test_a_restored_library_keeps_what_was_there(path: str) -> None:
    with Library(path, "sara") as library:
        copied = library.back_up()
        library.passages.annotate(1, Span(0, 3), [1])
        aside = restore(copied, path)
    assert (count(path), count(aside)) == (0, 1)
    assert os.stat(path).st_mode & 0o777 == 0o600
    damage(path)
    assert count(restore(copied, path) and path) == 0
    os.unlink(path)
    assert restore(copied, path) == ""
    assert count(path) == 0


def test_what_is_no_sound_library_is_not_restored(path: str, tmp_path: os.PathLike[str]) -> None:
    text, bad = os.path.join(tmp_path, "a.txt"), os.path.join(tmp_path, "bad.db")
    with open(text, "w", encoding="utf-8") as file:
        file.write("نص")
    with Library(path, "sara") as library:
        library.back_up(bad)
    damage(bad)
    before = sorted(os.listdir(tmp_path))
    for wrong, kind in ((text, NotALibrary), (bad, LibraryDamaged)):
        with pytest.raises(kind):
            restore(wrong, path)
    assert sorted(os.listdir(tmp_path)) == before
    assert count(path) == 0


def test_parts_that_kills_left_are_cleared_after_a_day(path: str) -> None:
    with Library(path, "sara") as library:
        folder = os.path.dirname(library.back_up())
    for name, age in ((".hashiya-1.part", 90_000), (".hashiya-2.part", 10), ("mine", 90_000)):
        part = os.path.join(folder, name)
        with open(part, "w", encoding="utf-8"):
            pass
        os.utime(part, (os.stat(part).st_atime - age, os.stat(part).st_mtime - age))
    backups.clear_parts(path)
    assert {name for name in os.listdir(folder) if not name.endswith(".db")} == {".hashiya-2.part", "mine"}


def test_a_rest_writes_the_log_back_and_makes_the_days_backup(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotations.store import connection

    with Library(path, "sara") as library:
        library.passages.annotate(1, Span(0, 3), [1])
        assert os.path.getsize(f"{path}-wal") > 0
        library.rest()
        assert os.path.getsize(f"{path}-wal") > 0  # too soon
        monkeypatch.setattr(connection, "_RESTS_AFTER", 0.0)
        monkeypatch.setattr(connection, "_BACKS_UP_AFTER", 0.0)
        library.rest()
        assert os.path.getsize(f"{path}-wal") == 0
        for thread in __import__("threading").enumerate():
            if thread.daemon and thread.name.startswith("Thread"):
                thread.join(10)
    assert [count(one) for one in backups_of(path)] == [1]
