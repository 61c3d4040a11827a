"""The paragraphs before each block of a text are those of the page."""

import bisect

from annotations.values.analysis import Analysis, Noise
from annotations.values.long_text import BLOCK
from annotations.values.spans import Span
from reader.page.blocks import build_blocks
from reader.page.body_counts import body_counts
from reader.page.page_layout import WholeLayout


def test_counts_are_the_body_paragraphs_that_begin_before_each_block() -> None:
    text = "قال الوزير إن الماء قليل.\n" * 6_000 + "س" * 70_000 + "\nختام\n"
    analysis = Analysis(noise=(Noise(Span(0, 1_000), "share"), Noise(Span(90_000, 90_500), "links")))
    starts = [block.start for block in build_blocks(text, analysis) if block.kind == "body" and block.gap]
    counts = body_counts(text, WholeLayout(analysis))
    assert counts == [bisect.bisect_left(starts, n * BLOCK) for n in range(len(counts))]
    assert len(counts) == len(text) // BLOCK + 1
