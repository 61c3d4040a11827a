"""The lines of a text, and the sections of long ones: the same from wherever one comes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.page import page_lines
from reader.page.page_lines import LONG, LaidLine, line_end, line_start, lines_in
from reader.text.segments import paragraphs

WORDS = "قال الوزير إن الأمن والسلم في المنطقة يحتاجان إلى الحوار. "


def every_line(text: str, step: int = LONG) -> list[LaidLine]:
    """Return the lines of a text as they come part by part."""
    return [line for low in range(0, len(text) + 1, step) for line in lines_in(text, low, low + step)]


def test_short_lines_are_the_paragraphs_of_the_text(sample: str) -> None:
    text = "\n" + sample * 9 + " \n\n"
    assert [(line.start, line.end) for line in every_line(text)] == paragraphs(text)
    assert all(line.first and not line.section for line in every_line(text))


@pytest.mark.parametrize("length", [LONG - 1, LONG, LONG + 1, LONG + 5_000, 5 * LONG])
@pytest.mark.parametrize("before", [0, 1, 4_095, 4_096, LONG - 1, LONG, 3 * LONG + 17])
def test_a_line_of_over_16_k_is_cut_at_sentence_ends(before: int, length: int) -> None:
    head = "س" * max(0, before - 1) + "\n" if before else ""
    line = (WORDS * (length // len(WORDS) + 1))[:length].rstrip()
    line += "." * (length - len(line))
    text = head + line + "\n" + WORDS.strip()
    found = [one for one in every_line(text) if len(head) <= one.start < len(head) + length]
    assert "".join([text[one.start : one.end] for one in found]) == line
    assert [one.first for one in found] == [True] + [False] * (len(found) - 1)
    if length <= LONG:
        assert found == [LaidLine(len(head), len(head) + length)]
    else:
        assert len(found) > 2
        assert all(one.section and 1_000 < one.end - one.start < 4_000 for one in found)
        assert all(text[one.end - 2 : one.end] == ". " for one in found[:-1])


@pytest.mark.parametrize("unit", ["(", "\u200b", "ب", "ب\u064e", "«", " "])
def test_a_line_without_a_sentence_end_is_cut_all_the_same(unit: str) -> None:
    line = "ب" + unit * 50_000
    sections = every_line(f"س\n{line}\nس")[1:-1]
    if unit in " \u200b":
        end = 2_049 if unit == " " else 2_080  # the first section ends in what shows nothing, and there is no other
        assert sections == [LaidLine(2, end, section=True, first=True)]
    else:
        assert "".join([f"س\n{line}\nس"[one.start : one.end] for one in sections]) == line
        assert max(one.end - one.start for one in sections) < 4_000


LINES = st.lists(st.tuples(st.sampled_from(["س", ". ", " ", "x. y "]), st.integers(0, 220)), max_size=6)


@settings(max_examples=200)
@given(LINES)
def test_sections_are_the_same_whatever_part_is_asked_for(lines: list[tuple[str, int]]) -> None:
    text = "\n".join([unit * count for unit, count in lines])
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("LONG", 128), ("_EVERY", 32), ("_LEAST", 16), ("_SEARCHED", 8)):
            patch.setattr(page_lines, name, value)
        whole = every_line(text, 1_280)
        assert every_line(text, 128) == whole
        assert [line.start for line in whole] == sorted({line.start for line in whole})
        kept = "".join([text[line.start : line.end] for line in whole])
        assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
        long = [line for line in whole if line.section]
        assert [line for line in whole if not line.section] == [
            LaidLine(*pair) for pair in paragraphs(text) if not any(pair[0] <= one.start < pair[1] for one in long)
        ]


def test_the_bounds_of_a_line_are_looked_for_no_further_than_asked() -> None:
    text = "a" * 10 + "\n" + "b" * 10
    assert [line_start(text, 15, reach) for reach in (3, 4, 5)] == [-1, -1, 11]
    assert line_start(text, 3, 5) == 0
    assert [line_end(text, 2, reach) for reach in (7, 8)] == [-1, 10]
    assert line_end(text, 12, 9) == 21
