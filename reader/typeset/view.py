"""A document laid out in rows, lazily: only the paragraphs near the visible part are reordered and broken.

A place in the view is (block, line): blocks are the paragraphs of the document and the headings and folds inserted
between them; the lines of a block are the blank rows above it, followed by its own rows. Layout therefore costs the
same whatever the size of the text.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from reader.typeset.bidi import paragraph_direction
from reader.typeset.kashida import justified
from reader.typeset.look import PLAIN, Look
from reader.typeset.row import Paragraph, Row, lay_out, prepare

Kind = Literal["title", "subtitle", "dateline", "body", "noise", "separator", "heading", "fold"]
_CACHED = 512


class Block(NamedTuple):
    """A stretch of text that is laid out on its own.

    start, end: its span of the text in code points; empty for a heading or a fold, which show `label` instead and
    stand before `start`. gap: blank rows above it. number: the number of the paragraph, or of the heading's session.
    """

    kind: Kind
    start: int
    end: int
    gap: int = 1
    label: str = ""
    number: int = 0

    @property
    def virtual(self) -> bool:
        """Whether the block shows words that are not in the text."""
        return self.end == self.start


class ViewPlace(NamedTuple):
    """A line of the view: the index of its block, and of the line in that block, counting its blank rows."""

    block: int
    line: int


class Line(NamedTuple):
    """The content of one screen line: its place, its row, and nth, the row's number in its block (-1: a blank line)."""

    place: ViewPlace
    row: Row | None
    nth: int


class View:
    """The rows of `blocks` of a text in a column of `width` cells. direction: the document's, "R" or "L"."""

    def __init__(self, text: str, blocks: Sequence[Block], width: int, direction: str, look: Look = PLAIN) -> None:
        """Store the blocks; lay out nothing yet."""
        self.look = look
        self._step = 2 if look.spaced else 1
        self.text = text
        self.blocks = tuple(blocks)
        self.width = max(1, width)
        self.direction = direction
        self._starts = [block.start for block in self.blocks]
        self._rows: dict[int, list[Row]] = {}
        self._prepared: dict[int, Paragraph] = {}

    def with_width(self, width: int) -> "View":
        """Return the same blocks in a column of another width, reusing what is already ordered and shaped."""
        other = View(self.text, self.blocks, width, self.direction, self.look)
        other._prepared = self._prepared
        return other

    def content(self, index: int) -> str:
        """Return what the block shows."""
        block = self.blocks[index]
        return block.label if block.virtual else self.text[block.start : block.end]

    def paragraph(self, index: int) -> Paragraph:
        """Return the block, ordered and shaped."""
        found = self._prepared.get(index)
        if found is None:
            content = self.content(index)
            base = paragraph_direction(content, self.direction)
            found = prepare(content, base, reveal=not self.blocks[index].virtual, look=self.look)
            if len(self._prepared) >= _CACHED:
                self._prepared.clear()
            self._prepared[index] = found
        return found

    def rows(self, index: int) -> list[Row]:
        """Return the rows of a block, offsets counted from its start."""
        found = self._rows.get(index)
        if found is None:
            found = lay_out(self.paragraph(index), self.width)
            if self.look.justify and self.blocks[index].kind == "body":
                found = justified(self.paragraph(index), found, self.width)
            if len(self._rows) >= _CACHED:
                self._rows.clear()
            self._rows[index] = found
        return found

    def height(self, index: int) -> int:
        """Return the number of lines a block takes, including the blank rows above it; the first block has none."""
        return self._gap(index) + max(0, len(self.rows(index)) * self._step - self._step + 1)

    def _gap(self, index: int) -> int:
        return self.blocks[index].gap if index else 0

    def _nth(self, block: int, line: int) -> int:
        """Return the number of the row on a line of a block, or -1 if the line is blank."""
        at = line - self._gap(block)
        return at // self._step if at >= 0 and at % self._step == 0 else -1

    def clamp(self, place: ViewPlace) -> ViewPlace:
        """Return the nearest place that exists."""
        if not self.blocks:
            return ViewPlace(0, 0)
        block = min(max(place.block, 0), len(self.blocks) - 1)
        return ViewPlace(block, min(max(place.line, 0), max(self.height(block) - 1, 0)))

    def move(self, place: ViewPlace, count: int) -> ViewPlace:
        """Return the place `count` lines further down (up if negative), no further than the last (first) line."""
        block, line = self.clamp(place)
        line += count
        while line < 0 and block > 0:
            block -= 1
            line += self.height(block)
        while block < len(self.blocks) - 1 and line >= self.height(block):
            line -= self.height(block)
            block += 1
        return self.clamp(ViewPlace(block, line))

    def window(self, top: ViewPlace, height: int) -> list[Line]:
        """Return at most `height` lines, starting at the place `top`."""
        lines: list[Line] = []
        block, line = self.clamp(top)
        while block < len(self.blocks) and len(lines) < height:
            rows = self.rows(block)
            for at in range(line, self.height(block)):
                if len(lines) == height:
                    break
                nth = self._nth(block, at)
                lines.append(Line(ViewPlace(block, at), rows[nth] if nth >= 0 else None, nth))
            block, line = block + 1, 0
        return lines

    def distance(self, first: ViewPlace, last: ViewPlace, most: int) -> int:
        """Return how many lines `last` is below `first`, at most `most`; negative if it is above."""
        if last < first:
            return -self.distance(last, first, most)
        count = -first.line
        for block in range(first.block, last.block):
            count += self.height(block)
            if count > most:
                return most
        return min(count + last.line, most)

    def block_at(self, offset: int) -> int:
        """Return the index of the block of text that holds `offset`, or else of the nearest one before or after it."""
        index = min(max(bisect_right(self._starts, offset) - 1, 0), len(self.blocks) - 1)
        low = index
        while low >= 0 and self.blocks[low].virtual:
            low -= 1
        if low >= 0:
            return low
        while index < len(self.blocks) - 1 and self.blocks[index].virtual:
            index += 1
        return index

    def place_of(self, offset: int) -> ViewPlace:
        """Return the line on which the character at `offset` stands."""
        if not self.blocks:
            return ViewPlace(0, 0)
        index = self.block_at(offset)
        ends = [row.end for row in self.rows(index)]
        inside = min(max(offset - self.blocks[index].start, 0), max(ends[-1] - 1, 0)) if ends else 0
        return ViewPlace(index, self._gap(index) + bisect_right(ends, inside) * self._step)

    def row_at(self, place: ViewPlace) -> Row | None:
        """Return the row on a line, or None if it is blank."""
        nth = self._nth(place.block, place.line)
        return self.rows(place.block)[nth] if nth >= 0 else None

    def offset_of(self, place: ViewPlace) -> int:
        """Return the offset (code points of the text) at which a line begins; for a blank line, its block's start."""
        block = self.blocks[place.block]
        row = self.row_at(place)
        return block.start if row is None or block.virtual else block.start + row.start

    def with_heading(self, place: ViewPlace) -> ViewPlace:
        """Return where a page with this line should begin: not at a blank row, and at the heading above a first row."""
        block, line = self.clamp(place)
        while block > 0 and line <= self._gap(block) and self.blocks[block - 1].virtual:
            block, line = block - 1, 0
        return ViewPlace(block, max(line, self._gap(block)))

    def last_top(self, height: int) -> ViewPlace:
        """Return the lowest place allowed at the top of a screen of `height` lines."""
        last = len(self.blocks) - 1
        return self.move(ViewPlace(last, self.height(last) - 1), 1 - height) if self.blocks else ViewPlace(0, 0)
