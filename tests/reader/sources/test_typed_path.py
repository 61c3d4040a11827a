"""Paths as people type, paste or drop them."""

import os

import pytest

from reader.sources.typed_path import pasted_file, typed_path


@pytest.fixture(autouse=True)
def folder(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("a b.txt", "خبر.txt", "it's.txt", "100%.txt", "a\\b.txt", '"q".txt'):
        with open(os.path.join(tmp_path, name), "w", encoding="utf-8") as file:
            file.write("نص")
    return os.fspath(tmp_path)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("a b.txt", "a b.txt"), ("  a b.txt \n", "a b.txt"), ("'a b.txt'", "a b.txt"), ('"a b.txt"', "a b.txt"), ("«خبر.txt»", "خبر.txt"),
        ("a\\ b.txt", "a b.txt"), ("it\\'s.txt", "it's.txt"), ("a\\b.txt", "a\\b.txt"), ('"q".txt', '"q".txt'), ("~/خبر.txt", "خبر.txt"),
        ("'~/a b.txt'", "a b.txt"), ("\u200fخبر.txt\u200e", "خبر.txt"), ("100%.txt", "100%.txt"),
    ],
)  # fmt: skip
def test_a_file_is_found_however_it_is_named(folder: str, typed: str, name: str) -> None:
    assert os.path.samefile(typed_path(typed), os.path.join(folder, name))
    assert pasted_file(typed) == typed_path(typed)


@pytest.mark.parametrize("host", ["", "localhost"])
@pytest.mark.parametrize(
    ("part", "name"), [("a%20b.txt", "a b.txt"), ("%D8%AE%D8%A8%D8%B1.txt", "خبر.txt"), ("100%25.txt", "100%.txt")]
)
def test_an_address_of_a_file_is_its_path(folder: str, host: str, part: str, name: str) -> None:
    assert typed_path(f"file://{host}{folder}/{part}") == os.path.join(folder, name)
    assert typed_path(f"'FILE://{host}{folder}/{part}'") == os.path.join(folder, name)


@pytest.mark.parametrize(
    "text", ["", "~", "/", "none.txt", "قال الوزير إن الأمن مستتب.\nوأضاف", "a b.txt\nخبر.txt", "x" * 5000]
)
def test_what_names_no_file_is_none(text: str) -> None:
    assert pasted_file(text) == ""
