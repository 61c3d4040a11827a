"""A text cut to its cells: never wider, never half a word where that costs little, its isolates closed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.i18n import FSI, PDI, RLI, isolate
from reader.typeset.cut import cut_cells
from reader.typeset.line import columns


@pytest.mark.parametrize(
    ("text", "room", "keep", "expected"),
    [
        ("", 5, "start", ""), ("كلمة", 4, "start", "كلمة"), ("كلمة", 3, "start", "كل…"),
        ("كلمة طويلة جدا", 13, "start", "كلمة طويلة…"),  # without the begun word
        ("كلمة طويلة", 9, "start", "كلمة طوي…"),  # too much of it to lose
        ("مُحَمَّد وعلي", 7, "start", "مُحَمَّد…"), ("كلمة طويلة جدا", 6, "end", "…جدا"),
        ("كلمة طويلة جدا", 7, "end", "…لة جدا"), ("/home/sara/texts", 9, "end", "…ra/texts"),
        ("سطر\nسطر", 20, "start", "سطر سطر"), ("😀😀😀", 5, "start", "😀😀…"), ("كلمة", 1, "start", ""),
        ("كلمة", 0, "end", ""),
    ],
)  # fmt: skip
def test_a_text_is_cut_at_a_word_where_that_costs_little(text: str, room: int, keep: str, expected: str) -> None:
    assert cut_cells(text, room, keep) == expected


PARTS = st.lists(st.sampled_from(["كلمة", "word", " ", "سَ", "ـ", "م"]), max_size=12).map("".join)


@given(PARTS, PARTS, st.integers(2, 30), st.sampled_from(["start", "end"]))
def test_it_is_never_wider_than_its_room_and_what_is_cut_says_so(first: str, second: str, room: int, keep: str) -> None:
    text = f"{isolate(first)}: {RLI}{isolate(second)}{PDI}"
    cut = cut_cells(text, room, keep)
    assert columns(cut) <= room
    assert cut == text or "…" in cut
    if keep == "start":
        opened = sum(char in (FSI, RLI) for char in cut)
        assert opened == cut.count(PDI)
