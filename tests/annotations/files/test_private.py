"""What is the user's own is readable by nobody else, whatever the umask; what exists stays as it is."""

import os
import stat

import pytest

from annotations.files.private import keep, make_folder
from annotations.library import Library


def mode(path: str) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o277])
def test_new_folders_and_files_are_private(tmp_path: os.PathLike[str], mask: int) -> None:
    folder = os.path.join(tmp_path, "a", "b")
    before = os.umask(mask)
    try:
        make_folder(folder)
        keep(os.path.join(folder, "c", "settings"), "x 1\n")
        library = Library(os.path.join(folder, "l.db"), "sara")
        library.codebook.new("مياه", "ar")
        modes = {name: mode(os.path.join(folder, name)) for name in os.listdir(folder)}
        library.close()
    finally:
        os.umask(before)
    assert [mode(os.path.join(tmp_path, name)) for name in ("a", "a/b", "a/b/c")] == [0o700] * 3
    assert mode(os.path.join(folder, "c", "settings")) in (0o600, 0o600 & ~mask)
    assert modes == {"c": 0o700, **dict.fromkeys(("l.db", "l.db-wal", "l.db-shm"), 0o600 & ~mask)}


def test_what_exists_keeps_its_mode(tmp_path: os.PathLike[str]) -> None:
    os.chmod(tmp_path, 0o740)
    path = os.path.join(tmp_path, "settings")
    keep(path, "old")
    os.chmod(path, 0o640)
    make_folder(str(tmp_path))
    keep(path, "new")
    assert (mode(str(tmp_path)), mode(path)) == (0o740, 0o640)
    with open(path, encoding="utf-8") as file:
        assert file.read() == "new"


def test_a_file_where_a_folder_should_be_is_an_error(tmp_path: os.PathLike[str]) -> None:
    keep(os.path.join(tmp_path, "file"), "")
    with pytest.raises(NotADirectoryError):
        make_folder(os.path.join(tmp_path, "file", "deep"))


def test_the_library_of_a_private_folder_keeps_its_mode(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    Library(path, "sara").close()
    os.chmod(path, 0o660)
    with Library(path, "sara") as library:
        library.codebook.new("مياه", "ar")
        assert {mode(path + end) for end in ("", "-wal", "-shm")} == {0o660}
