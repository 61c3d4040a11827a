"""What is sent, run through a model of each terminal's own behaviour, gives back the visual row."""

import re
from unicodedata import category

import pytest
from bidi.mirror import MIRRORED
from hypothesis import given
from hypothesis import strategies as st

from reader.text.clusters import cluster_starts
from reader.typeset.bidi import resolve
from reader.typeset.emit import Strategy, emit, is_letter, with_harakat
from reader.typeset.row import lay_out, prepare
from tests.strategies import PARAGRAPHS


def clusters(text: str) -> list[str]:
    starts = cluster_starts(text)
    return [] if not text else [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def ordering(sent: str) -> str:
    """Show what a terminal does that orders each line by UAX #9, left to right, and mirrors brackets (PuTTY, xterm.js's DOM)."""
    resolved = resolve(sent, "L")
    rank = {offset: place for place, offset in enumerate(resolved.order)}
    starts = cluster_starts(sent)
    cells = {a: sent[a:b] for a, b in zip(starts, [*starts[1:], len(sent)], strict=True)}
    shown = [
        (MIRRORED.get(cells[a], cells[a]) if resolved.rtl[a] else cells[a])
        for a in sorted(starts, key=rank.__getitem__)
    ]
    return "".join(cell for cell in shown if category(cell[0]) != "Cf")


def turning_words(sent: str) -> str:
    """Show what kitty does: what lies between blanks is turned round whole where its first letter is Arabic, brackets mirrored."""
    found = []
    for part in re.split(r"(\s|[│┃▌▎•┆■◆])", sent):
        cells = clusters(part)
        first = next((cell for cell in cells if cell[0].isalpha()), "")
        if first and is_letter(first):
            cells = [MIRRORED.get(cell, cell) for cell in reversed(cells)]
        found.append("".join(cells))
    return "".join(found)


MODELS = {"runs": ordering, "override": ordering, "words": turning_words}
ROWS = [
    "قال الوزير إن 25 ألف شخص شاركوا", "بلغ السعر 1,234.5 اليوم", "(قنا) الدوحة [خبر]", "فيروس COVID-19 ينتشر", "«الأمن» و(السلم)",
    "لا إله", "من 26/10/2021 إلى اليوم", "الساعة 9:06 م", "/كوفيد- 19/ ووباء", "سلام peace سلام",
]  # fmt: skip


def visual(text: str, width: int = 60) -> list[list[tuple[str, int]]]:
    rows = lay_out(prepare(text, "R"), width)
    return [[(cell, 0) for i in row.order for cell in clusters(row.units[i].glyph)] for row in rows]


@pytest.mark.parametrize("strategy", MODELS)
@pytest.mark.parametrize("text", ROWS)
def test_a_row_comes_out_as_it_was_laid(text: str, strategy: Strategy) -> None:
    for row in visual(text):
        sent = "".join(glyph for glyph, _style in emit(row, strategy))
        assert MODELS[strategy](sent) == "".join(glyph for glyph, _style in row)


KEPT = {"override": " ()[]«»/.:,-%،0123456789abcXYZ", "words": " ()[]«»/.:,-%،0123456789"}


def clean(text: str, strategy: str) -> str:
    """Return a text with what the strategy is for: a terminal that turns words cannot show Arabic and Latin in one word."""
    kept = "".join(c for c in text if c in KEPT[strategy] or "\u0621" <= c <= "\u064a" or "\u064b" <= c <= "\u0652")
    return re.sub("(^|[^\u0621-\u064a])[\u064b-\u0652]+", r"\1", kept).strip()  # a mark needs its letter


@pytest.mark.parametrize("strategy", ["words", "override"])
@given(PARAGRAPHS, PARAGRAPHS, st.integers(8, 70))
def test_generated_rows_of_two_panes_come_out_as_they_were_laid(
    strategy: Strategy, first: str, second: str, width: int
) -> None:
    first, second = clean(first, strategy), clean(second, strategy)
    if not first or not second:
        return
    bar = [(" ", 0), ("│", 0), (" ", 0)]
    for row in visual(first, width):
        for whole in (row, [*visual(second, width)[0], *bar, *row]):
            sent = "".join(glyph for glyph, _style in emit(whole, strategy))
            assert MODELS[strategy](sent) == "".join(glyph for glyph, _style in whole)


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
