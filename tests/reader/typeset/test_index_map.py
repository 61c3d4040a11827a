"""The map of a text of up to 30,000 characters; `test_bidi.py` compares it with Unicode's own test."""

import pytest

from reader.typeset.index_map import LONGEST, Base, _made, index_map
from tests.uax9 import reference


def test_the_longest_text_and_what_may_stand_around_it_can_be_numbered() -> None:
    text = "اb" * (LONGEST // 2) + "ج" * 200
    found = index_map(text, "R")
    assert sorted(found.order) == list(range(len(text)))


@pytest.mark.parametrize("base", ["L", "R"])
@pytest.mark.parametrize(
    "text",
    ["12\tنص", "ab12\t", "ab12\tx", "نص 12\t", "نص (12) \t \tab", "\tab", "ab  \t", "اسم\tعمر\t35\tab-12", "ab\x1fنص"],
)
def test_what_stands_before_a_tab_keeps_its_order(text: str, base: Base) -> None:
    assert index_map(text, base) == reference(text, base)


def test_numbers_are_made_as_they_are_needed() -> None:
    _made.clear()
    index_map("ab", "L")
    assert len(_made) == 1024
    assert index_map("ا" * 2_000, "R").order == list(range(1_999, -1, -1))
    assert len(_made) == len(set(_made)) == 2048
