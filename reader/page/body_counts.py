"""How many body paragraphs begin before each block of a text: with these, a page in the middle knows its numbers."""

from annotations.values.long_text import BLOCK, AnyText
from reader.page.page_layout import LayoutSource
from reader.page.page_lines import LONG, lines_in


def body_counts(text: AnyText, source: LayoutSource) -> list[int]:
    """Return the number of body paragraphs that begin before each block of `text`, and before its end rounded up."""
    counts, count = [0], 0
    for low in range(0, len(text) + 1, LONG):
        layout = source.near(low, low + LONG)
        count += sum(
            [1 for line in lines_in(text, low, low + LONG) if line.first and layout.kind_at(line.start) == "body"]
        )
        if (low + LONG) % BLOCK == 0:
            counts.append(count)
    return counts
