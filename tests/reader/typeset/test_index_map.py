"""The map of a text of up to 30,000 characters; `test_bidi.py` compares it with Unicode's own test."""

from reader.typeset.index_map import LONGEST, index_map


def test_the_longest_text_and_what_may_stand_around_it_can_be_numbered() -> None:
    text = "اb" * (LONGEST // 2) + "ج" * 200
    found = index_map(text, "R")
    assert sorted(found.order) == list(range(len(text)))
