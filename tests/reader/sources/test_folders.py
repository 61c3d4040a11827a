"""The files that a command line names: folders searched, hidden files left out, each file once."""

import os

import pytest

from reader.errors import FolderEmpty
from reader.sources.folders import text_files
from reader.sources.source import STDIN


@pytest.fixture
def folder(tmp_path: os.PathLike[str]) -> str:
    """Return a folder of texts, and of other files."""
    for name in (
        "ب.txt", "أ.txt", "notes.md", "old.text", "photo.jpg", "README", "txt", ".hidden.txt", "deep/er/c.txt", "deep/a.txt", ".git/x.txt", "empty/x.png",
    ):  # fmt: skip
        path = os.path.join(tmp_path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("نص")
    return os.fspath(tmp_path)


def names(folder: str, paths: list[str]) -> list[str]:
    return [os.path.relpath(path, folder) for path in text_files(paths)]


def test_a_folder_is_searched_in_the_order_of_names(folder: str) -> None:
    assert names(folder, [folder]) == ["notes.md", "old.text", "أ.txt", "ب.txt", "deep/a.txt", "deep/er/c.txt"]


def test_a_file_that_is_named_is_taken_whatever_its_name(folder: str) -> None:
    given = [os.path.join(folder, name) for name in ("README", ".hidden.txt", "missing.txt")]
    assert text_files(given) == given


def test_each_file_is_taken_once_by_whatever_name_in_the_order_given(folder: str) -> None:
    link = os.path.join(folder, "deep", "link.txt")
    os.symlink(os.path.join(folder, "أ.txt"), link)
    deep, file = os.path.join(folder, "deep"), os.path.join(folder, "deep", "..", "أ.txt")
    assert names(folder, [deep, file, folder]) == [
        "deep/a.txt",
        "deep/link.txt",
        "deep/er/c.txt",
        "notes.md",
        "old.text",
        "ب.txt",
    ]
    assert names(folder, [file, deep]) == ["أ.txt", "deep/a.txt", "deep/er/c.txt"]


def test_standard_input_is_taken_once_and_nothing_is_nothing() -> None:
    assert text_files([STDIN, STDIN]) == [STDIN]
    assert text_files([]) == []


def test_a_folder_without_texts_is_refused_even_beside_others(folder: str) -> None:
    with pytest.raises(FolderEmpty, match="empty"):
        text_files([folder, os.path.join(folder, "empty")])
