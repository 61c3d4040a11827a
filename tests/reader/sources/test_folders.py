"""The files that a command line names: folders searched, hidden files left out, each file once."""

import os

import pytest

from reader.errors import FolderEmpty
from reader.sources.folders import find_texts
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
    return [os.path.relpath(path, folder) for path in find_texts(paths).files]


def test_a_folder_is_searched_in_the_order_of_names(folder: str) -> None:
    assert names(folder, [folder]) == ["notes.md", "old.text", "أ.txt", "ب.txt", "deep/a.txt", "deep/er/c.txt"]


def test_a_file_that_is_named_is_taken_whatever_its_name(folder: str) -> None:
    given = [os.path.join(folder, name) for name in ("README", ".hidden.txt", "missing.txt")]
    assert find_texts(given).files == given


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
    assert find_texts([STDIN, STDIN]).files == [STDIN]
    assert find_texts([]).files == []


def test_a_folder_without_texts_is_an_error_that_leaves_the_others(folder: str) -> None:
    found = find_texts([os.path.join(folder, "empty"), os.path.join(folder, "deep")])
    assert [type(error) for error in found.errors] == [FolderEmpty]
    assert len(found.files) == 2
    assert [os.path.basename(path) for path in found.skipped] == ["x.png"]


def test_what_a_folder_holds_besides_texts_is_told(folder: str) -> None:
    skipped = [os.path.relpath(path, folder) for path in find_texts([folder]).skipped]
    assert skipped == ["README", "photo.jpg", "txt", "empty/x.png"]


def test_a_pattern_is_expanded_unless_a_file_has_that_name(folder: str) -> None:
    assert names(folder, [os.path.join(folder, "*.t*t")]) == ["old.text", "أ.txt", "ب.txt"]
    assert names(folder, [os.path.join(folder, "**", "a.txt")]) == ["deep/a.txt"]
    with open(os.path.join(folder, "[1].txt"), "w", encoding="utf-8") as file:
        file.write("نص")
    assert names(folder, [os.path.join(folder, "[1].txt")]) == ["[1].txt"]
    assert names(folder, [os.path.join(folder, "*.none")]) == ["*.none"]  # to be told that there is no such file
