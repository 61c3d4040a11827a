"""A file of the user's is written whole or not at all, where it is, and never over a library."""

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from annotations.errors import OutputError, OutputIsLibrary
from annotations.files.library_files import belongs_to_library, is_library
from annotations.files.write import write_file
from annotations.library import Library

OLD, NEW = b"old \xd8\xa3\n", b"new \xd8\xa8\n"


def read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def put(folder: os.PathLike[str], name: str, data: bytes = OLD) -> str:
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def alone(folder: os.PathLike[str], *names: str) -> bool:
    """Return whether a folder holds these files and nothing left over."""
    return sorted(os.listdir(folder)) == sorted(names)


@pytest.mark.parametrize("name", ["out.json", "حاشية 😀.json", "x" * 255, "-", "a\nb", "b.part", " "])
def test_a_new_file_has_the_mode_of_the_umask(tmp_path: os.PathLike[str], name: str) -> None:
    path = os.path.join(tmp_path, name)
    for mask in (0o022, 0o077, 0o002):
        before = os.umask(mask)
        try:
            write_file(path, [NEW[:4], NEW[4:]])
        finally:
            os.umask(before)
        assert (read(path), stat.S_IMODE(os.stat(path).st_mode)) == (NEW, 0o666 & ~mask)
        os.unlink(path)
    assert alone(tmp_path)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o755, 0o4644])
def test_an_existing_file_keeps_its_mode(tmp_path: os.PathLike[str], mode: int) -> None:
    path = put(tmp_path, "out")
    os.chmod(path, mode)
    write_file(path, [NEW])
    assert (read(path), stat.S_IMODE(os.stat(path).st_mode)) == (NEW, mode)
    assert alone(tmp_path, "out")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file to somebody")
def test_an_existing_file_keeps_its_owner(tmp_path: os.PathLike[str]) -> None:
    path = put(tmp_path, "out")
    os.chown(path, 1234, 4321)
    write_file(path, [NEW])
    assert (os.stat(path).st_uid, os.stat(path).st_gid) == (1234, 4321)


def test_a_file_of_another_owner_is_overwritten_in_its_place(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: int) -> None:
        raise PermissionError

    path = put(tmp_path, "out", OLD * 9)
    number, real = os.stat(path).st_ino, os.fstat
    monkeypatch.setattr(os, "fchown", refuse)
    monkeypatch.setattr(
        os, "fstat", lambda descriptor: os.stat_result((*real(descriptor)[:4], 999, *real(descriptor)[5:]))
    )
    write_file(path, [NEW])
    monkeypatch.undo()
    assert (read(path), os.stat(path).st_ino) == (NEW, number)
    assert alone(tmp_path, "out")


def test_links_are_followed_however_many(tmp_path: os.PathLike[str]) -> None:
    real, folder = put(tmp_path, "real"), os.path.join(tmp_path, "deep")
    os.mkdir(folder)
    os.symlink("real", os.path.join(tmp_path, "one"))
    os.symlink("../one", os.path.join(folder, "two"))
    write_file(os.path.join(folder, "two"), [NEW])
    assert read(real) == NEW
    assert os.path.islink(os.path.join(folder, "two"))
    assert os.listdir(folder) == ["two"]
    os.symlink("later", os.path.join(tmp_path, "dangling"))
    write_file(os.path.join(tmp_path, "dangling"), [NEW])
    assert read(os.path.join(tmp_path, "later")) == NEW
    assert os.path.islink(os.path.join(tmp_path, "dangling"))


def test_a_circle_of_links_is_an_error(tmp_path: os.PathLike[str]) -> None:
    os.symlink("b", os.path.join(tmp_path, "a"))
    os.symlink("a", os.path.join(tmp_path, "b"))
    with pytest.raises(OutputError):
        write_file(os.path.join(tmp_path, "a"), [NEW])
    assert alone(tmp_path, "a", "b")


def test_a_pipe_is_written_to_and_stays_one(tmp_path: os.PathLike[str]) -> None:
    path, got = os.path.join(tmp_path, "pipe"), []
    os.mkfifo(path)
    reader = threading.Thread(target=lambda: got.append(read(path)))
    reader.start()
    write_file(path, [NEW, NEW])
    reader.join(10)
    assert got == [NEW * 2]
    assert stat.S_ISFIFO(os.stat(path).st_mode)
    assert alone(tmp_path, "pipe")


@pytest.mark.parametrize(("minor", "fails"), [(3, False), (7, True)])  # null and full
def test_a_device_is_written_to_and_stays_one(tmp_path: os.PathLike[str], minor: int, fails: bool) -> None:
    path = os.path.join(tmp_path, "device")
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, minor))
        open(path, "wb").close()
    except OSError:
        pytest.skip("no devices can be made here")
    if fails:
        with pytest.raises(OutputError):
            write_file(path, [NEW])
    else:
        write_file(path, [NEW])
    assert stat.S_ISCHR(os.stat(path).st_mode)
    assert alone(tmp_path, "device")


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev//fd/1"])
def test_a_descriptor_is_written_to_from_where_it_stands(tmp_path: os.PathLike[str], name: str) -> None:
    path = put(tmp_path, "log")
    script = f"from annotations.files.write import write_file; write_file({name!r}, [{NEW!r}])"
    with open(path, "ab") as log:
        subprocess.run([sys.executable, "-c", script], check=True, stdout=log)
    assert read(path) == OLD + NEW
    piped = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert piped.stdout == NEW


@pytest.mark.parametrize("name", ["folder", "folder/", "nowhere/out", "file/out", "\0", "x" * 256])
def test_what_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: os.PathLike[str], name: str) -> None:
    os.mkdir(os.path.join(tmp_path, "folder"))
    put(tmp_path, "file")
    with pytest.raises(OutputError):
        write_file(os.path.join(tmp_path, name), [NEW])
    assert alone(tmp_path, "folder", "file")
    assert os.listdir(os.path.join(tmp_path, "folder")) == []


def test_the_users_own_files_of_other_names_are_left_alone(tmp_path: os.PathLike[str]) -> None:
    path, other = put(tmp_path, "out"), put(tmp_path, "out.part")
    os.symlink(other, os.path.join(tmp_path, "out.tmp"))
    write_file(path, [NEW])
    assert (read(path), read(other)) == (NEW, OLD)
    assert alone(tmp_path, "out", "out.part", "out.tmp")


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: os.PathLike[str]) -> None:
    path = put(tmp_path, "out")

    def parts() -> Iterator[bytes]:
        yield NEW
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(path, parts())
    assert read(path) == OLD
    assert alone(tmp_path, "out")


@pytest.mark.parametrize("limit", [0, 1, 4_095, 4_096, 60_000])
def test_no_room_leaves_the_old_file(tmp_path: os.PathLike[str], limit: int) -> None:
    path = put(tmp_path, "out")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(OutputError):
            write_file(path, [NEW * 20_000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert read(path) == OLD
    assert alone(tmp_path, "out")


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> str:
    """Return the path of a library that is open, with its log beside it."""
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as opened:
        opened.codebook.new("مياه", "ar")
        opened._connection.db.execute("PRAGMA wal_autocheckpoint = 0")
    return path


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("way", ["itself", "link", "hard link", "through a folder"])
def test_a_library_is_never_written_over(tmp_path: os.PathLike[str], library: str, end: str, way: str) -> None:
    path = library + end
    if way == "link":
        path = os.path.join(tmp_path, "out")
        os.symlink(library + end, path)
    elif way == "hard link":
        if end:
            pytest.skip("a library's log has no second name")
        path = os.path.join(tmp_path, "out")
        os.link(library, path)
    elif way == "through a folder":
        os.symlink(tmp_path, os.path.join(tmp_path, "again"))
        path = os.path.join(tmp_path, "again", f"l.db{end}")
    before = read(library)
    with pytest.raises(OutputIsLibrary):
        write_file(path, [NEW])
    assert read(library) == before


def test_a_library_in_use_is_refused_before_it_is_there(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    for name in (path, f"{path}-wal"):
        with pytest.raises(OutputIsLibrary):
            write_file(name, [NEW], path)
    assert alone(tmp_path)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 200, NEW])
def test_other_files_are_no_libraries(tmp_path: os.PathLike[str], data: bytes) -> None:
    path = put(tmp_path, "other.db", data)
    assert not is_library(path)
    assert not belongs_to_library(f"{path}-wal")
    write_file(path, [NEW])
    assert read(path) == NEW


def test_a_folder_or_a_pipe_is_no_library(tmp_path: os.PathLike[str]) -> None:
    os.mkfifo(os.path.join(tmp_path, "pipe"))
    assert not is_library(str(tmp_path))
    assert not is_library(os.path.join(tmp_path, "pipe"))
