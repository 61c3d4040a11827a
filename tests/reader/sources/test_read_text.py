"""The text of a source, by the suffix of its name."""

import os
import sys
from types import ModuleType

import pytest

from reader.errors import FileEmpty, FileIsBinary
from reader.sources import read_text as subject
from reader.sources.read_text import read_text, suffixes
from reader.sources.source import Source
from reader.text.decode import Decoded


def source(data: bytes, path: str = "/texts/report.txt") -> Source:
    return Source(data, path, "report")


def test_each_suffix_has_a_module() -> None:
    assert suffixes() == (".md", ".text", ".txt")


@pytest.mark.parametrize("path", ["/t/a.txt", "/t/a.TXT", "/t/a.md", "/t/a.text", "/t/a", "/t/a.docx", "/t.txt/a", "-"])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("قالَ 😀\r\nنعم".encode(), Decoded("قالَ 😀\nنعم", "utf-8")),
        ("قال نعم".encode("cp1256"), Decoded("قال نعم", "cp1256")),
    ],
)
def test_plain_text_is_read_under_any_name(path: str, data: bytes, expected: Decoded) -> None:
    assert read_text(source(data, path)) == expected


@pytest.mark.parametrize("path", ["/t/a.md", "/t/a"])
def test_what_holds_no_text_is_refused_by_its_path(path: str) -> None:
    with pytest.raises(FileEmpty, match=path):
        read_text(source(b" \r\n", path))
    with pytest.raises(FileIsBinary, match=path):
        read_text(source(b"\x89PNG\x00\x00", path))


def test_a_module_of_another_type_reads_the_files_of_its_suffix(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("__init__.py", "_shared.py", "sub.py", "notes.txt"):
        with open(os.path.join(tmp_path, name), "w", encoding="utf-8"):
            pass
    monkeypatch.setattr(subject, "_TYPES", os.fspath(tmp_path))
    module = ModuleType("reader.sources.types.sub")
    module.read = lambda data, path: Decoded(f"{path}: {len(data)}", "own")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    assert suffixes() == (".sub",)
    assert read_text(source(b"abc", "/t/a.SUB")) == Decoded("/t/a.SUB: 3", "own")
    assert read_text(source(b"abc", "/t/a._shared")) == Decoded("abc", "utf-8")
