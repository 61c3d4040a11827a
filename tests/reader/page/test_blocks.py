"""The page of a document: every line once, with its kind, its number, the headings and the folds."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.analysis import Analysis, Article, Noise, Session
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.language.i18n import set_language
from reader.page import blocks as blocks_module
from reader.page import page_lines
from reader.page.blocks import build_blocks, fold_label
from reader.page.page_layout import layout_of
from reader.page.page_lines import LaidLine
from reader.text.segments import paragraphs
from reader.typeset.block import Block, Kind
from reader.typeset.view import View
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
    blocks = [*build_blocks(TEXT, ANALYSIS)]
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
    blocks = [*build_blocks(TEXT, ANALYSIS, folded=True)]
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
    for folded in (False, True):
        view = View(TEXT, build_blocks(TEXT, ANALYSIS, folded=folded), 60, "R")
        assert view.number_at(offset) == number


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_nothing_makes_no_page(text: str) -> None:
    assert [*build_blocks(text, Analysis())] == []
    assert View(text, build_blocks(text, Analysis()), 60, "R").number_at(0) == 0


@given(st.lists(PARAGRAPHS, min_size=1, max_size=6), st.booleans())
def test_without_an_analysis_every_line_is_a_numbered_paragraph(lines: list[str], folded: bool) -> None:
    text = "\n".join(lines)
    assert [*build_blocks(text, Analysis(), folded=folded)] == [
        Block("body", start, end, 1, "", number) for number, (start, end) in enumerate(paragraphs(text), 1)
    ]


def test_the_samples_page_shows_each_of_its_lines_once_and_each_session(sample: str) -> None:
    analysis = parse(sample)
    blocks = [*build_blocks(sample, analysis)]
    assert [(block.start, block.end) for block in blocks if not block.virtual] == paragraphs(sample)
    headings = [block for block in blocks if block.kind == "heading"]
    assert len(headings) > 1
    assert [block.number for block in headings] == [session.number for session in analysis.sessions]
    assert [blocks[blocks.index(block) + 1].virtual for block in headings] == [False] * len(headings)
    numbers = [block.number for block in blocks if block.kind == "body"]
    assert numbers == list(range(1, len(numbers) + 1))


def by_definition(text: str, analysis: Analysis, *, folded: bool) -> list[Block]:
    """Return the blocks of a text, made from its beginning to its end."""
    layout = layout_of(analysis)
    blocks: list[Block] = []
    number, fold_end = 0, -1
    for line in (LaidLine(*pair) for pair in paragraphs(text)):
        if line.start < fold_end:
            continue
        session = next((s for s in analysis.sessions if line.start <= s.span.start < line.end), None)
        noise = next((n.span for n in analysis.noise if n.span.holds(line.start)), None)
        kind: Kind = "noise" if noise else layout.kinds.get(line.start, "body")
        if session is not None:
            label = f"{session.number} · {session.label}"
            blocks.append(Block("heading", line.start, line.start, 2, label, session.number))
        if noise is not None and folded:
            label = fold_label(sum(1 for start, _end in paragraphs(text) if noise.holds(start)))
            blocks.append(Block("fold", line.start, line.start, 1, label))
            fold_end = noise.end
            continue
        previous = blocks[-1].kind if blocks else None
        number += kind == "body"
        gap = 0 if kind == previous and kind in ("noise", "dateline") else 1
        blocks.append(Block(kind, line.start, line.end, gap, "", number if kind == "body" else 0))
    return blocks


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, Analysis]:
    """Draw a text of short lines with an analysis that makes some of them special."""
    lines = draw(st.lists(st.sampled_from(["", " ", "خبر", "عنوان طويل", "شارك"]), min_size=1, max_size=14))
    text = "\n".join(lines)
    spans = [Span(*pair) for pair in paragraphs(text)]
    kinds = draw(st.lists(st.sampled_from("tsdxb---"), min_size=len(spans), max_size=len(spans)))
    pick = {kind: tuple(s for s, k in zip(spans, kinds, strict=True) if k == kind) for kind in "tsdx"}
    articles = tuple(Article(span, title=span) for span in pick["t"])
    articles += (Article(Span(0, 1), subtitles=pick["s"], dateline=pick["d"]),)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    noise = tuple(Noise(Span(a, b), "share") for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    starts = sorted(draw(st.sets(st.sampled_from(spans), max_size=3))) if spans else []
    sessions = tuple(Session(n, span, f"ج{n}") for n, span in enumerate(starts, 1))
    return text, Analysis(noise, articles, sessions, separators=pick["x"])


@given(pages(), st.booleans(), st.sampled_from([16, 24, 64]), st.randoms())
def test_blocks_made_from_anywhere_are_those_made_from_the_beginning(
    page: tuple[str, Analysis], folded: bool, part: int, chance: random.Random
) -> None:
    text, analysis = page
    wanted = by_definition(text, analysis, folded=folded)
    with pytest.MonkeyPatch.context() as patch:
        for module in (blocks_module, page_lines):
            patch.setattr(module, "LONG", part)
        assert [*build_blocks(text, analysis, folded=folded)] == wanted
        made = build_blocks(text, analysis, folded=folded)
        for offset in chance.sample(range(len(text) + 2), min(4, len(text) + 2)):
            key = made.at(offset)
            assert (key is None) == (not wanted)
            if key is not None:
                keys = [made.before(key), key, made.after(key)]
                found = [None if one is None else made[one]._replace(number=made.number(one)) for one in keys]
                assert found[1] == next((b for b in reversed(wanted) if b.start <= offset), wanted[0])
                at = wanted.index(found[1])
                assert found[2] == (wanted[at + 1] if at + 1 < len(wanted) else None)
                assert found[0] == (wanted[at - 1] if at else None)


def test_sections_of_a_long_paragraph_have_its_number_and_stand_close() -> None:
    line = "قال الوزير إن الأمن ضروري. " * 1_500
    text = f"عنوان\n{line}\nختام"
    made = [*build_blocks(text, Analysis())]
    assert [(block.number, block.gap) for block in made] == [(1, 1), (2, 1), *[(2, 0)] * (len(made) - 3), (3, 1)]
    assert {block.section for block in made[1:-1]} == {True}
    assert "".join([text[block.start : block.end] for block in made[1:-1]]) == line.strip()
