"""The index map of UAX #9."""

import pytest
from bidi import get_display
from hypothesis import given

from reader.typeset.bidi import Base, base_direction, paragraph_direction, resolve, visual_order
from tests.strategies import PARAGRAPHS
from tests.unicode_data import lines

BASES: dict[str, Base | None] = {"0": "L", "1": "R", "2": None}


def test_every_line_of_unicodes_character_test() -> None:
    seen = 0
    wrong: list[str] = []
    for line in lines("BidiCharacterTest.txt"):
        points, direction, _level, levels, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        removed = {i for i, level in enumerate(levels.split()) if level == "x"}
        got = [i for i in visual_order(text, BASES[direction]) if i not in removed]
        seen += 1
        if got != [int(i) for i in order.split()]:
            wrong.append(line)
    assert (seen, wrong) == (91_707, [])


@given(PARAGRAPHS)
def test_the_map_is_a_permutation_and_agrees_with_the_string(text: str) -> None:
    order = visual_order(text, "R")
    assert sorted(order) == list(range(len(text)))
    # the library mirrors nothing, so the characters in visual order are its very string
    assert "".join(text[i] for i in order) == get_display(text, base_dir="R")


@given(PARAGRAPHS)
def test_odd_levels_are_where_neighbours_run_leftwards(text: str) -> None:
    found = resolve(text, "R")
    rank = {offset: place for place, offset in enumerate(found.order)}
    for i in range(len(text) - 1):
        if rank[i + 1] == rank[i] - 1:
            assert found.rtl[i] or found.rtl[i + 1]
        elif rank[i + 1] == rank[i] + 1:
            assert not (found.rtl[i] and found.rtl[i + 1])


def test_a_very_long_paragraph_is_whole() -> None:
    text = "قال إن 25 ألف شخص شاركوا. " * 2_000
    order = visual_order(text, "R")
    assert len(text) > 32_767
    assert sorted(order) == list(range(len(text)))
    assert order[-1] == 0
    assert order[0] == len(text) - 1
    from_left = visual_order(text, "L")
    assert from_left[-3:] == [0, len(text) - 2, len(text) - 1]  # one run, and the full stop and blank that end it


@pytest.mark.parametrize("text", ["ا" * 30_001, "كلمة " * 12_001, "ا" * 29_999 + "، ب"])
def test_a_very_long_paragraph_without_a_full_stop_is_whole_too(text: str) -> None:
    found = resolve(text, "R")
    assert found.order == list(reversed(range(len(text))))
    assert found.rtl == bytearray(b"\1" * len(text))


def test_characters_that_number_the_others_may_stand_in_the_text_itself() -> None:
    text = "س\U000e0041ل\U000e007fa"
    assert visual_order(text, "R") == [4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سلام", "R"),
        ("hello", "L"),
        ("12 سلام", "R"),
        ("«hello» سلام", "L"),
        ("\u2067سلام\u2069 abc", "L"),
        ("...", "L"),
    ],
)
def test_the_direction_of_the_first_letter(text: str, expected: str) -> None:
    assert base_direction(text) == expected


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [("COVID-19 ينتشر", "R", "R"), ("COVID-19", "R", None), ("/", "R", "R"), ("2021", "R", "R"), ("سلام", "L", None)],
)
def test_a_paragraph_of_an_arabic_document_is_right_to_left(text: str, document: str, expected: str | None) -> None:
    assert paragraph_direction(text, document) == expected
