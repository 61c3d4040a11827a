"""Copies are whole, new and private; a name that is taken stays as it is."""

import os
import sqlite3

import pytest

from annotations.errors import OutputError
from annotations.library import Library
from annotations.store.copies import back_up_beside, copy_files, copy_to, copy_to_new, put_new
from tests.annotations.test_library import add


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> str:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as opened:
        add(opened)
    return path


def texts(path: str) -> int:
    db = sqlite3.connect(path)
    (count,) = db.execute("SELECT count(*) FROM document").fetchone()
    db.close()
    return int(count)


def test_a_copy_is_one_file_of_the_users_own(library: str, tmp_path: os.PathLike[str]) -> None:
    target = os.path.join(tmp_path, "copy.db")
    with Library(library, "sara") as opened:
        assert copy_to_new(opened._connection.db, target)
        add(opened, "2" * 64)
        assert not copy_to_new(opened._connection.db, target)
        assert texts(target) == 1
        copy_to(opened._connection.db, target)
    assert texts(target) == 2
    assert os.stat(target).st_mode & 0o777 == 0o600
    assert sorted(os.listdir(tmp_path)) == ["copy.db", "l.db"]
    with Library(library, "sara") as opened, pytest.raises(OutputError):
        copy_to_new(opened._connection.db, os.path.join(tmp_path, "none", "x.db"))


def test_a_backup_beside_takes_a_name_that_nothing_has(library: str, tmp_path: os.PathLike[str]) -> None:
    mine = os.path.join(tmp_path, "l.db.format-3.backup")
    os.symlink(os.path.join(tmp_path, "elsewhere"), mine)
    with Library(library, "sara") as opened:
        names = [back_up_beside(opened._connection.db, library, "format-3") for _ in range(2)]
    assert [os.path.basename(name) for name in names] == ["l.db.format-3.2.backup", "l.db.format-3.3.backup"]
    assert os.path.islink(mine)
    assert not os.path.exists(os.path.join(tmp_path, "elsewhere"))


def test_what_is_in_the_log_alone_is_copied_with_the_file(library: str, tmp_path: os.PathLike[str]) -> None:
    folder = os.path.join(tmp_path, "folder")
    os.mkdir(folder)
    with Library(library, "sara") as opened:
        add(opened, "2" * 64)
        assert os.path.getsize(f"{library}-wal") > 0
        assert texts(copy_files(library, folder)) == 2


def test_a_name_is_given_once(tmp_path: os.PathLike[str]) -> None:
    one, other, target = (os.path.join(tmp_path, name) for name in ("1", "2", "new"))
    for path in (one, other):
        with open(path, "w", encoding="utf-8") as file:
            file.write(path)
    assert put_new(one, target)
    assert not put_new(other, target)
    with open(target, encoding="utf-8") as file:
        assert file.read() == one
