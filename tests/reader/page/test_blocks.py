"""The page of a document: every line once, with its kind, its number, the headings and the folds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.analysis import Analysis, Article, Noise, Session
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.language.i18n import set_language
from reader.page.blocks import build_blocks, fold_label, paragraph_number
from reader.text.segments import paragraphs
from reader.typeset.view import Block
from tests.strategies import PARAGRAPHS

LINES = [
    "شارك",
    "اطبع",
    "مؤتمر المياه يختتم أعماله",
    "خبراء يدعون إلى التعاون",
    "الأحد 3 مارس",
    "عمّان (وام)",
    "اختتمت أعمال المؤتمر 😀 اليوم.",
    "***",
    "وفي جلسة أولى بحث المشاركون كلفة التحلية.",
    "وفي جلسة ثانية تناولوا الأنهار.",
    "المزيد",
]
TEXT = "\n\n".join(LINES)


def span(first: int, last: int | None = None) -> Span:
    """Return the span from the beginning of one line to the end of another, or of the same."""
    start = TEXT.index(LINES[first])
    end = TEXT.index(LINES[first if last is None else last]) + len(LINES[first if last is None else last])
    return Span(start, end)


ANALYSIS = Analysis(
    noise=(Noise(span(0, 1), "share"), Noise(span(10), "links")),
    articles=(
        Article(span(2, 9), title=span(2), subtitles=(span(3),), dateline=(span(4), span(5)), subheads=(span(9),)),
    ),
    sessions=(Session(1, Span(span(8).start + 3, span(8).end), "التحلية"), Session(2, span(9), "الأنهار")),
    separators=(span(7),),
)


def test_every_line_has_its_kind_gap_and_number() -> None:
    blocks = build_blocks(TEXT, ANALYSIS)
    assert [(block.kind, block.gap, block.number) for block in blocks] == [
        ("noise", 1, 0),
        ("noise", 0, 0),  # a stretch of boilerplate is not spaced
        ("title", 1, 0),
        ("subtitle", 1, 0),
        ("dateline", 1, 0),
        ("dateline", 0, 0),
        ("body", 1, 1),
        ("separator", 1, 0),
        ("heading", 2, 1),
        ("body", 1, 2),
        ("heading", 2, 2),
        ("subtitle", 1, 0),
        ("noise", 1, 0),
    ]
    assert [TEXT[block.start : block.end] for block in blocks if not block.virtual] == LINES


def test_a_heading_stands_above_the_paragraph_in_which_its_session_begins() -> None:
    first, second = [block for block in build_blocks(TEXT, ANALYSIS) if block.kind == "heading"]
    assert (first.start, first.end, first.label) == (span(8).start, span(8).start, "1 · التحلية")
    assert (second.start, second.label) == (span(9).start, "2 · الأنهار")


def test_folded_boilerplate_is_one_row_that_counts_its_lines() -> None:
    blocks = build_blocks(TEXT, ANALYSIS, folded=True)
    folds = [block for block in blocks if block.kind == "fold"]
    assert [(block.start, block.end, block.gap, block.label) for block in folds] == [
        (0, 0, 1, "⋯ 2 boilerplate lines ⋯"),
        (span(10).start, span(10).start, 1, "⋯ 1 boilerplate line ⋯"),
    ]
    assert "noise" not in {block.kind for block in blocks}
    shown = build_blocks(TEXT, ANALYSIS)
    assert [block for block in blocks if block.kind != "fold"] == [block for block in shown if block.kind != "noise"]


@pytest.mark.parametrize(
    ("count", "label"),
    [(1, "⋯ سطر زائد ⋯"), (2, "⋯ سطران زائدان ⋯"), (3, "⋯ 3 أسطر زائدة ⋯"), (11, "⋯ 11 سطرًا زائدًا ⋯")],
)
def test_a_folds_label_counts_in_arabic(count: int, label: str) -> None:
    set_language("ar")
    assert fold_label(count) == label


@pytest.mark.parametrize(
    ("offset", "number"),
    [
        (span(6).start, 1), (span(6).end - 1, 1),
        (span(6).end, 0),  # the newline after it
        (span(8).start, 2), (span(2).start, 0), (span(9).start, 0), (-1, 0), (len(TEXT), 0),
    ],
)  # fmt: skip
def test_the_number_of_the_paragraph_at_an_offset(offset: int, number: int) -> None:
    assert paragraph_number(build_blocks(TEXT, ANALYSIS), offset) == number
    assert paragraph_number(tuple(build_blocks(TEXT, ANALYSIS, folded=True)), offset) == number


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_nothing_makes_no_page(text: str) -> None:
    assert build_blocks(text, Analysis()) == []
    assert paragraph_number([], 0) == 0


@given(st.lists(PARAGRAPHS, min_size=1, max_size=6), st.booleans())
def test_without_an_analysis_every_line_is_a_numbered_paragraph(lines: list[str], folded: bool) -> None:
    text = "\n".join(lines)
    assert build_blocks(text, Analysis(), folded=folded) == [
        Block("body", start, end, 1, "", number) for number, (start, end) in enumerate(paragraphs(text), 1)
    ]


def test_the_samples_page_shows_each_of_its_lines_once_and_each_session(sample: str) -> None:
    analysis = parse(sample)
    blocks = build_blocks(sample, analysis)
    assert [(block.start, block.end) for block in blocks if not block.virtual] == paragraphs(sample)
    headings = [block for block in blocks if block.kind == "heading"]
    assert len(headings) > 1
    assert [block.number for block in headings] == [session.number for session in analysis.sessions]
    assert [blocks[blocks.index(block) + 1].virtual for block in headings] == [False] * len(headings)
    numbers = [block.number for block in blocks if block.kind == "body"]
    assert numbers == list(range(1, len(numbers) + 1))
