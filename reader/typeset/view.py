"""A document laid out in rows, lazily: only the paragraphs near the visible part are reordered and broken.

A place in the view is (block, line): blocks are the paragraphs of the document and the headings and folds inserted
between them, named by their keys; the lines of a block are the blank rows above it, followed by its own rows. Layout
therefore costs the same whatever the size of the text.
"""

from bisect import bisect_right
from typing import NamedTuple

from annotations.values.long_text import AnyText
from reader.typeset.bidi import Base, paragraph_direction
from reader.typeset.block import Blocks
from reader.typeset.look import PLAIN, Look
from reader.typeset.row import Paragraph, Row, lay_out, prepare, prepare_part

_MOST_HELD = 1 << 15  # code points that are held ordered and in rows: some 10 MB, a dozen pages
_REACH = 1 << 14  # code points around a section that may decide its order: pairs of brackets, embeddings


class ViewPlace(NamedTuple):
    """A line of the view: the key of its block, and the number of the line in that block, counting its blank rows."""

    block: int
    line: int


class Line(NamedTuple):
    """The content of one screen line: its place, its row, and nth, the row's number in its block (-1: a blank line)."""

    place: ViewPlace
    row: Row | None
    nth: int


class View:
    """The rows of `blocks` of a text in a column of `width` cells. direction: the document's, "R" or "L"."""

    def __init__(self, text: AnyText, blocks: Blocks, width: int, direction: str, look: Look = PLAIN) -> None:
        """Store the blocks; lay out nothing yet."""
        self.look = look
        self._step = 2 if look.spaced else 1
        self.text = text
        self.blocks = blocks
        self.width = max(1, width)
        self.direction = direction
        self._rows: dict[int, list[Row]] = {}
        self._prepared: dict[int, Paragraph] = {}
        self._held = 0

    def with_width(self, width: int) -> "View":
        """Return the same blocks in a column of another width, reusing what is already ordered and shaped."""
        other = View(self.text, self.blocks, width, self.direction, self.look)
        other._prepared, other._held = self._prepared, self._held
        return other

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.blocks.at(0) is None

    def content(self, key: int) -> str:
        """Return what the block shows."""
        block = self.blocks[key]
        return block.label if block.virtual else self.text[block.start : block.end]

    def paragraph(self, key: int) -> Paragraph:
        """Return the block, ordered and shaped."""
        found = self._prepared.get(key)
        if found is None:
            found = self._section(key) if self.blocks[key].section else self._whole(key)
            self._held += len(found.text)
            if self._held > _MOST_HELD:
                self._prepared.clear()
                self._rows.clear()
                self._held = len(found.text)
            self._prepared[key] = found
        return found

    def _whole(self, key: int) -> Paragraph:
        content = self.content(key)
        base = paragraph_direction(content, self.direction)
        return prepare(content, base, reveal=not self.blocks[key].virtual, look=self.look)

    def _section(self, key: int) -> Paragraph:
        """Return a part of a long paragraph, in the order it has in the whole; its direction is the document's."""
        block = self.blocks[key]
        low = self.text.rfind("\n", block.start - _REACH, block.start) + 1 or max(0, block.start - _REACH)
        high = self.text.find("\n", block.end, block.end + _REACH)
        around = self.text[low : high if high >= 0 else block.end + _REACH]
        base: Base = "R" if self.direction == "R" else "L"
        return prepare_part(around, block.start - low, block.end - low, base, look=self.look)

    def rows(self, key: int) -> list[Row]:
        """Return the rows of a block, offsets counted from its start."""
        found = self._rows.get(key)
        if found is None:
            found = lay_out(self.paragraph(key), self.width)
            if self.look.justify and self.blocks[key].kind == "body":
                from reader.typeset.kashida import justified

                found = justified(self.paragraph(key), found, self.width)
            self._rows[key] = found
        return found

    def is_laid_out(self, key: int) -> bool:
        """Return whether the rows of a block are at hand."""
        return key in self._rows

    def height(self, key: int) -> int:
        """Return the number of lines a block takes, including the blank rows above it; the first block has none."""
        return self._gap(key) + max(0, len(self.rows(key)) * self._step - self._step + 1)

    def _gap(self, key: int) -> int:
        gap = self.blocks[key].gap
        return gap if gap and self.blocks.before(key) is not None else 0

    def _nth(self, key: int, line: int) -> int:
        """Return the number of the row on a line of a block, or -1 if the line is blank."""
        at = line - self._gap(key)
        return at // self._step if at >= 0 and at % self._step == 0 else -1

    def clamp(self, place: ViewPlace) -> ViewPlace:
        """Return the nearest line of the block of a place."""
        if self.empty:
            return ViewPlace(0, 0)
        return ViewPlace(place.block, min(max(place.line, 0), max(self.height(place.block) - 1, 0)))

    def move(self, place: ViewPlace, count: int) -> ViewPlace:
        """Return the place `count` lines further down (up if negative), no further than the last (first) line."""
        key, line = self.clamp(place)
        if self.empty:
            return ViewPlace(key, line)
        line += count
        while line < 0 and (above := self.blocks.before(key)) is not None:
            key = above
            line += self.height(key)
        while line >= (height := self.height(key)) and (below := self.blocks.after(key)) is not None:
            line -= height
            key = below
        return self.clamp(ViewPlace(key, line))

    def window(self, top: ViewPlace, height: int) -> list[Line]:
        """Return at most `height` lines, starting at the place `top`."""
        lines: list[Line] = []
        key: int | None
        key, line = self.clamp(top)
        if self.empty:
            return lines
        while key is not None and len(lines) < height:
            rows = self.rows(key)
            for at in range(line, min(self.height(key), line + height - len(lines))):
                nth = self._nth(key, at)
                lines.append(Line(ViewPlace(key, at), rows[nth] if nth >= 0 else None, nth))
            key, line = self.blocks.after(key), 0
        return lines

    def distance(self, first: ViewPlace, last: ViewPlace, most: int) -> int:
        """Return how many lines `last` is below `first`, at most `most`; negative if it is above."""
        if last < first:
            return -self.distance(last, first, most)
        count, key = -first.line, first.block
        while key < last.block:
            count += self.height(key)
            following = self.blocks.after(key)
            if count > most or following is None:
                return most
            key = following
        return min(count + last.line, most)

    def block_at(self, offset: int) -> int:
        """Return the key of the block of text that holds `offset`, or else of the nearest one before or after it."""
        found = self.blocks.at(offset)
        assert found is not None  # noqa: S101 - asked of views with blocks only
        low: int | None = found
        while low is not None and self.blocks[low].virtual:
            low = self.blocks.before(low)
        if low is not None:
            return low
        high: int | None = found
        while high is not None and self.blocks[high].virtual:
            high = self.blocks.after(high)
        return found if high is None else high

    def number_at(self, offset: int) -> int:
        """Return the number of the body paragraph that contains `offset`, or 0 if there is none."""
        if self.empty:
            return 0
        key = self.block_at(offset)
        block = self.blocks[key]
        return self.blocks.number(key) if block.kind == "body" and block.start <= offset < block.end else 0

    def place_of(self, offset: int) -> ViewPlace:
        """Return the line on which the character at `offset` stands."""
        if self.empty:
            return ViewPlace(0, 0)
        key = self.block_at(offset)
        ends = [row.end for row in self.rows(key)]
        inside = min(max(offset - self.blocks[key].start, 0), max(ends[-1] - 1, 0)) if ends else 0
        return ViewPlace(key, self._gap(key) + bisect_right(ends, inside) * self._step)

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
        if self.empty:
            return ViewPlace(0, 0)
        key, line = self.clamp(place)
        while line <= self._gap(key):
            above = self.blocks.before(key)
            if above is None or not self.blocks[above].virtual:
                break
            key, line = above, 0
        return ViewPlace(key, max(line, self._gap(key)))

    def page_from(self, top: ViewPlace, height: int) -> list[Line]:
        """Return the lines of a screen that begins at `top`, or at the lowest place that leaves no line of it empty."""
        lines = self.window(top, height)
        if len(lines) < height and (last := self.last_top(height)) < top:
            return self.window(last, height)
        return lines

    def last_top(self, height: int) -> ViewPlace:
        """Return the lowest place allowed at the top of a screen of `height` lines."""
        last = self.blocks.at(len(self.text))
        return ViewPlace(0, 0) if last is None else self.move(ViewPlace(last, self.height(last) - 1), 1 - height)
