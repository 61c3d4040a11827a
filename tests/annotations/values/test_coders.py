"""Coders whose names look the same are the same."""

import pytest

from annotations.library import Library
from annotations.values.coders import clean_name
from annotations.values.spans import Span
from tests.annotations.test_library import add


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("سارة", "سارة"),
        (" سارة \n", "سارة"),
        ("سا\u200fرة", "سارة"),
        ("سارة\u2069", "سارة"),
        ("a  b", "a b"),
        ("e\u0301", "é"),
        ("نمی\u200cدانم", "نمی\u200cدانم"),
        ("\u200f ", ""),
    ],
)
def test_what_nobody_sees_is_no_part_of_a_name(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_one_coder_has_one_work(tmp_path: object) -> None:
    path = f"{tmp_path}/l.db"
    with Library(path, "سارة") as library:
        add(library)
        library.passages.annotate(1, Span(0, 3), [1])
    with Library(path, " سا\u200eرة ") as library:
        assert library.coder_name == "سارة"
        assert library.undo(1) is not None
        library.redo(1)
        assert library.passages.annotate(1, Span(0, 3), [2]).tags == (1, 2)
        assert library.coders() == ["سارة"]


def test_a_name_stored_before_with_a_blank_is_still_that_coder(tmp_path: object) -> None:
    path = f"{tmp_path}/l.db"
    with Library(path, "سارة") as library:
        add(library)
        library.passages.annotate(1, Span(0, 3), [1])
        library._connection.db.execute("UPDATE coder SET name = 'سارة '")
    with Library(path, "سارة") as library:
        assert library.passages.annotate(1, Span(0, 3), [2]).tags == (1, 2)
