"""Kashida: where, how much, and that nothing but the drawing changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.kashida import find_place, justified, words_of
from reader.typeset.row import Row, lay_out, prepare
from tests.strategies import PARAGRAPHS


def drawn(word: str) -> str:
    """Return a word with one tatweel at its place, in logical order."""
    units = prepare(word, "R").units
    place = find_place(word, units)
    return word if place is None else word[: units[place].end] + "ـ" + word[units[place].end :]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("مسؤولون", "مسـؤولون"),  # after س
        ("مخصصة", "مخصصـة"),  # the one of the same class nearest the end
        ("مدرسة", "مدرسـة"),  # after س goes before before ة
        ("كتابة", "كتابـة"),  # before final ة
        ("محمد", "محمـد"),  # before final د
        ("تعاون", "تعـاون"),  # before final alef, wherever it stands
        ("قريب", "قريـب"),  # before another final letter
        ("كبير", "كبـير"),  # before medial ي followed by final ر
        ("مجتمع", "مجتمـع"),  # before final ع
        ("المجتمع", "المجتمـع"),  # not in the article nor right after it
        ("الله", "الله"),
        ("لله", "لله"),
        ("من", "من"),
        ("قال", "قال"),
        ("سيكون", "سيكـون"),  # not after the س of the future
        ("12345", "12345"),
        ("COVID", "COVID"),
        ("واس", "واس"),
        ("تعـاون", "تعــاون"),  # where the writer did
    ],
)  # fmt: skip
def test_the_place(word: str, expected: str) -> None:
    assert drawn(word) == expected


def kashidas(row: Row) -> list[int]:
    return [unit.width - 1 for unit in row.units if unit.glyph.startswith("ـ") and unit.width > 1]


@given(PARAGRAPHS, st.integers(20, 80))
def test_a_justified_row_is_exactly_as_wide_and_its_text_unchanged(text: str, width: int) -> None:
    paragraph = prepare(text, "R")
    plain = lay_out(paragraph, width)
    wide = justified(paragraph, plain, width)
    assert [(row.start, row.end, row.order) for row in wide] == [(row.start, row.end, row.order) for row in plain]
    assert wide[-1] == plain[-1]
    for before, after in zip(plain, wide, strict=True):
        assert after == before or after.width == width
        assert len(after.cells) == sum(unit.width for unit in after.units)
        for old, new in zip(before.units, after.units, strict=True):
            assert new.glyph.lstrip("ـ " if new.width > old.width else "") in (old.glyph.lstrip("ـ "), old.glyph)


def test_the_sample_is_justified_well(sample: str) -> None:
    rows = even = 0
    for line in filter(None, map(str.strip, sample.split("\n"))):
        paragraph = prepare(line, "R")
        plain = lay_out(paragraph, 60)
        above: set[int] = set()
        for row in justified(paragraph, plain, 60)[:-1]:
            rows += 1
            even += row.width == 60
            found = kashidas(row)
            assert sum(found) <= 60 * 0.12
            assert all(count <= 2 for count in found)
            words = [
                word
                for word in words_of(line, row)
                if any(
                    row.units[i].glyph.startswith("ـ") and row.units[i].width > 1 for i in range(word.first, word.last)
                )
            ]
            assert len(words) == len(found)
            columns = {
                cell
                for cell, i in enumerate(row.cells)
                if row.units[i].width > 1 and row.units[i].glyph.startswith("ـ") and row.cells.index(i) == cell
            }
            assert not {c + d for c in columns for d in (-1, 0, 1)} & above
            above = columns
    assert rows > 80
    assert even >= rows * 0.9


def test_verses_and_rows_that_are_too_short_are_left() -> None:
    paragraph = prepare("﴿كلمات كثيرة تكتب هنا للتجربة وحدها فقط﴾ كلمات أخرى بعدها", "R")
    rows = lay_out(paragraph, 40)
    assert justified(paragraph, rows, 40)[0] == rows[0]
