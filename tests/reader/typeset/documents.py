"""Documents laid out for the tests of the view and of the motions over it."""

from collections.abc import Iterable

from hypothesis import strategies as st

from reader.text.segments import paragraphs
from reader.typeset.block import Block, ListedBlocks
from reader.typeset.look import PLAIN, Look
from reader.typeset.view import View
from tests.strategies import PARAGRAPHS

SHORT = """سلام عليكم
قال مُحَمَّد إن السلام قريب. وأضاف: «نعم 😀»
Peace was made
لا، 25 يوما"""
"""A line of Arabic, one with harakat and an emoji, one of Latin, and one with lam-alef and a number."""


def blocks_of(text: str, *, headings: Iterable[int] = (), gap: int = 1) -> list[Block]:
    """Return a block for every line with text, and a heading before those whose numbers are in `headings`."""
    above = frozenset(headings)
    blocks: list[Block] = []
    for i, (start, end) in enumerate(paragraphs(text)):
        if i in above:
            blocks.append(Block("heading", start, start, 2, f"{i} · جلسة", i))
        blocks.append(Block("body", start, end, gap, "", i + 1))
    return blocks


def view_of(
    text: str, width: int = 60, *, direction: str = "R", headings: Iterable[int] = (), look: Look = PLAIN
) -> View:
    """Return a text laid out."""
    return View(text, ListedBlocks(blocks_of(text, headings=headings)), width, direction, look)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Draw a document of a few paragraphs, some under headings, in a narrow or a wide column."""
    lines = draw(st.lists(PARAGRAPHS, min_size=1, max_size=5))
    headings = draw(st.sets(st.integers(0, len(lines) - 1)))
    blocks = blocks_of("\n".join(lines), headings=headings, gap=draw(st.integers(0, 2)))
    look = Look(spaced=draw(st.booleans()))
    return View("\n".join(lines), ListedBlocks(blocks), draw(st.integers(5, 50)), draw(st.sampled_from("RL")), look)
