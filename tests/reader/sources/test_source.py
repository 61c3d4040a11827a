"""Bytes from a file or from standard input, and what they are called; files that cannot be read."""

import hashlib
import io
import os

import pytest

from annotations.values.file_stamp import stamp_of
from reader.errors import FileIsDirectory, FileMissing, FileUnreadable
from reader.sources.source import STDIN, Source, digest, read_source


def write(folder: os.PathLike[str], name: str, data: bytes = "نص 😀".encode()) -> str:
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    return path


@pytest.mark.parametrize(
    ("name", "called"),
    [("تقرير.txt", "تقرير"), ("two.parts.txt", "two.parts"), ("README", "README"), (".hidden", ".hidden")],
)
def test_a_file_is_called_by_its_name_without_the_suffix(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch, name: str, called: str
) -> None:
    path = write(tmp_path, name)
    assert read_source(path) == Source("نص 😀".encode(), path, called, -1, stamp_of(path))
    monkeypatch.chdir(tmp_path)
    assert read_source(name).path == path


def test_the_bytes_are_as_they_were(tmp_path: os.PathLike[str]) -> None:
    data = b"\xef\xbb\xbf\xd3\r\n\x00\xff"
    assert read_source(write(tmp_path, "x.txt", data)).data == data
    assert read_source(write(tmp_path, "empty.txt", b"")).data == b""


def test_a_name_that_is_no_utf8_is_told_with_replacement_characters(tmp_path: os.PathLike[str]) -> None:
    path = write(tmp_path, os.fsdecode(b"caf\xe9.txt"))
    source = read_source(path)
    assert source.name == "caf\ufffd"
    assert source.path.endswith("caf\ufffd.txt")
    source.path.encode()


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\r\nx")))
    assert read_source(STDIN) == Source(b"\xff\r\nx", "-", "stdin")


def test_what_cannot_be_read_says_why(tmp_path: os.PathLike[str]) -> None:
    with pytest.raises(FileMissing, match=r"none\.txt"):
        read_source(os.path.join(tmp_path, "none.txt"))
    with pytest.raises(FileIsDirectory):
        read_source(os.fspath(tmp_path))
    loop = os.path.join(tmp_path, "loop.txt")
    os.symlink(loop, loop)
    with pytest.raises(FileUnreadable, match=r"loop\.txt"):
        read_source(loop)
    with pytest.raises(FileUnreadable, match="part of the path is not a folder"):
        read_source(os.path.join(write(tmp_path, "x.txt"), "y.txt"))


def test_a_document_is_recognised_by_the_bytes_alone() -> None:
    assert digest("نص".encode()) == hashlib.sha256("نص".encode()).hexdigest()
    assert digest(b"a") != digest(b"a\n")
