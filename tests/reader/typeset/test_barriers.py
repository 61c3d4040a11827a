"""Where a paragraph can be taken apart."""

import pytest

from reader.settings.paths import sample_path
from reader.typeset.barriers import Barrier, Barriers, Joint
from reader.typeset.index_map import Base


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("اa ! ب", [1, 5]),
        ("ا(بج)د", [5]),
        ("ا(بج د", [2, 3, 5]),
        ("ا\u2067بج\u2069د", [5]),
        ("ا\u202eبج\u202cد", [5]),
        ("ا 12, 3", [2, 6]),
        ("\u202bا\u202c 1", []),  # what the digit becomes depends on the level of the embedding (X10)
        ("\u2067ا\u2069 1", [4]),
        ("!!!", []),
    ],
)
def test_barriers_are_letters_and_digits_behind_blanks_outside_pairs(text: str, offsets: list[int]) -> None:
    barriers = Barriers(text, "L")
    found = [at for at in range(1, len(text)) if barriers.before(at).at == at]
    assert found == offsets
    assert [at for at in range(1, len(text)) if barriers.after(at) == at] == offsets


def test_a_digit_brings_the_last_letter_with_it() -> None:
    barriers = Barriers("ا\u2067a\u2069 1 2", "L")
    assert barriers.before(7) == Barrier(7, "ا")
    assert barriers.before(6) == Barrier(5, "ا")
    assert Barriers("1 2", "L", "ا").before(2) == Barrier(2, "ا")
    assert Barriers("1 2", "L").before(2) == Barrier(2, "")


@pytest.mark.parametrize(
    ("text", "at", "base", "joint"),
    [
        ("ab", 1, "L", "base"), ("ab", 1, "R", "run"), ("ا b", 2, "R", None), ("a b", 2, "R", "run"),
        ("ا 1", 2, "R", "base"), ("a 1", 2, "R", None), ("a ٢", 2, "R", "base"), ("a 1", 2, "L", "base"), ("ا 1", 2, "L", None),
    ],
)  # fmt: skip
def test_how_parts_join_at_a_barrier(text: str, at: int, base: Base, joint: Joint | None) -> None:
    barriers = Barriers(text, base)
    assert barriers.joint(barriers.before(at)) == joint


def test_a_long_pair_has_barriers_inside_but_is_no_start() -> None:
    text = "ا (" + "ب " * 600 + ") ج"
    barriers = Barriers(text, "R")
    assert barriers.long_pairs == [(2, 1203)]
    assert barriers.before(500).at == 499
    assert barriers.restart(500).at == 0
    assert barriers.restart(1205).at == 1205
    assert Barriers(text, "L").after(500) == 1205  # no letter says which way its brackets turn


def test_in_the_sample_barriers_stand_close() -> None:
    with open(sample_path(), encoding="utf-8") as file:
        text = file.read().replace("\n", " ")
    bases: tuple[Base, Base] = ("L", "R")
    for base in bases:
        barriers = Barriers(text, base)
        at = widest = 0
        while at < len(text):
            following = barriers.after(at + 1)
            widest, at = max(widest, following - at), following
        assert widest < 200
