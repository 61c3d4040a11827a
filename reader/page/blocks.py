"""A document's analysis laid out as a page: its paragraphs with their kinds, session headings and folds.

Only the blocks near a place that is asked for are made. A block's key is four times the offset at which it begins, plus
a number for what it is, so that the key of a block does not depend on those before it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from annotations.values.analysis import Analysis
from annotations.values.long_text import AnyText
from annotations.values.spans import Span
from reader.language.i18n import counted
from reader.page.page_layout import LayoutSource, PageLayout, WholeLayout
from reader.page.page_lines import LONG, LaidLine, lines_in
from reader.typeset.block import Block, Kind

_HEADING, _FOLD, _TEXT = 0, 1, 2
_CACHED = 256  # parts: 4 M code points
_COUNTED = 64  # parts whose paragraphs are counted at once: a million code points


class _Part(NamedTuple):
    """The blocks whose lines begin in one stretch of LONG code points, their keys, and the body paragraphs among them."""

    keys: list[int]
    blocks: list[Block]
    bodies: int


def fold_label(lines: int) -> str:
    """Return the label that replaces `lines` folded lines of page boilerplate."""
    return "⋯ " + counted("{n} boilerplate line", "{n} boilerplate lines", lines) + " ⋯"


def _gap(kind: Kind, previous: Kind | None) -> int:
    if kind == previous and kind in ("noise", "dateline"):
        return 0
    return 2 if kind == "heading" else 1


def _heading(start: int, number: int, label: str) -> Block:
    return Block("heading", start, start, 2, f"{number} · {label}", number)


class PageBlocks:
    """The blocks of a document in order: every non-blank line, with headings and folds inserted between them.

    A session's heading stands above its first paragraph. folded: show each stretch of page boilerplate as one row.
    Body paragraphs are numbered throughout the document; citations refer to these numbers.
    """

    def __init__(self, text: AnyText, source: LayoutSource, *, folded: bool = False) -> None:
        """Make nothing yet."""
        self._text, self._source, self._folded = text, source, folded
        self._parts: dict[int, _Part] = {}
        self._bodies: dict[int, int] = {}
        self._count = len(text) // LONG + 1

    def __getitem__(self, key: int, /) -> Block:
        """Return the block with a key."""
        part = self._part(key // 4 // LONG)
        at = bisect_left(part.keys, key)
        if at == len(part.keys) or part.keys[at] != key:
            raise KeyError(key)
        return part.blocks[at]

    def __iter__(self) -> Iterator[Block]:
        """Yield all blocks, each with its number in the document."""
        for number in range(self._count):
            part = self._part(number)
            yield from (
                block._replace(number=self.number(key)) for key, block in zip(part.keys, part.blocks, strict=True)
            )

    def number(self, key: int) -> int:
        """Return the number of a paragraph in the document or of a heading's session, 0 for others.

        It is 0 too where no one has counted the paragraphs of a large text and its beginning is far.
        """
        block = self[key]
        if block.kind != "body":
            return block.number
        before = self._bodies_before(key // 4 // LONG)
        return block.number + before if before is not None else 0

    def at(self, offset: int) -> int | None:
        """Return the key of the last block that begins at or before `offset`, else of the first; None without any."""
        number = min(max(offset, 0) // LONG, self._count - 1)
        keys = self._part(number).keys
        place = bisect_right(keys, 4 * offset + 3) - 1
        if place >= 0:
            return keys[place]
        found = self._last_before(number)
        return found if found is not None else self._first_from(number)

    def after(self, key: int) -> int | None:
        """Return the key of the following block, or None."""
        number = key // 4 // LONG
        keys = self._part(number).keys
        at = bisect_right(keys, key)
        return keys[at] if at < len(keys) else self._first_from(number + 1)

    def before(self, key: int) -> int | None:
        """Return the key of the preceding block, or None."""
        number = key // 4 // LONG
        keys = self._part(number).keys
        at = bisect_left(keys, key)
        return keys[at - 1] if at > 0 else self._last_before(number)

    def _first_from(self, number: int) -> int | None:
        for part in range(number, self._count):
            if self._part(part).keys:
                return self._part(part).keys[0]
        return None

    def _last_before(self, number: int) -> int | None:
        for part in range(number - 1, -1, -1):
            if self._part(part).keys:
                return self._part(part).keys[-1]
        return None

    def _part(self, number: int) -> _Part:
        found = self._parts.get(number)
        if found is None:
            found = self._made(number)
            if len(self._parts) >= _CACHED:
                self._parts.clear()
            self._parts[number] = found
        return found

    def _bodies_before(self, number: int) -> int | None:
        """Return how many body paragraphs begin before a part, each part's counted only once; None if that takes long."""
        known = number
        while known > 0 and known not in self._bodies:
            given = self._source.bodies_before(known * LONG)
            if given is not None:
                self._bodies[known] = given
                break
            known -= 1
            if number - known > _COUNTED:
                return None
        count = self._bodies.get(known, 0)
        for part in range(known, number):
            count += self._part_bodies(part)
            self._bodies[part + 1] = count
        return count

    def _part_bodies(self, number: int) -> int:
        if number in self._parts:
            return self._parts[number].bodies
        low = number * LONG
        layout = self._source.near(low, low + LONG)
        found = lines_in(self._text, low, low + LONG)
        return sum([1 for one in found if one.first and layout.kind_at(one.start) == "body"])

    def _made(self, number: int) -> _Part:
        """Return a part; its body paragraphs are numbered from its own beginning."""
        low = number * LONG
        layout = self._source.near(low, low + 2 * LONG)
        part = _Part([], [], 0)
        count = 0
        for stretch in lines_in(self._text, low, low + LONG):
            noise = layout.noise_at(stretch.start)
            if noise is not None and self._folded and not self._begins_fold(layout, noise, stretch):
                continue
            previous = part.blocks[-1].kind if part.blocks else None
            session = layout.session_in(stretch.start, stretch.end)
            if session is not None:
                part.keys.append(4 * stretch.start + _HEADING)
                part.blocks.append(_heading(stretch.start, session.number, session.label))
                previous = "heading"
            if noise is not None and self._folded:
                part.keys.append(4 * stretch.start + _FOLD)
                part.blocks.append(Block("fold", stretch.start, stretch.start, 1, fold_label(self._lines(noise))))
                continue
            kind: Kind = "noise" if noise is not None else layout.kinds.get(stretch.start, "body")
            count += kind == "body" and stretch.first
            if previous is None and kind in ("noise", "dateline"):
                previous = self._kind_above(stretch.start)
            gap = _gap(kind, previous) if stretch.first or previous == "heading" else 0
            part.keys.append(4 * stretch.start + _TEXT)
            part.blocks.append(Block(kind, *stretch[:2], gap, "", count if kind == "body" else 0, stretch.section))
        return part._replace(bodies=count)

    def _begins_fold(self, layout: PageLayout, noise: Span, stretch: LaidLine) -> bool:
        """Return whether a line is the first of its boilerplate, in whose place the fold stands."""
        above = self._line_above(stretch.start)
        return above is None or above.start < noise.start or layout.noise_at(above.start) != noise

    def _line_above(self, offset: int) -> LaidLine | None:
        """Return the last stretch that begins before `offset`, or None."""
        number = offset // LONG
        while number >= 0:
            found = [one for one in lines_in(self._text, number * LONG, (number + 1) * LONG) if one.start < offset]
            if found:
                return found[-1]
            number -= 1
        return None

    def _kind_above(self, offset: int) -> Kind | None:
        """Return the kind of the line above the first one of a part."""
        above = self._line_above(offset)
        if above is None:
            return None
        return self._source.near(above.start, offset).kind_at(above.start)

    def _lines(self, noise: Span) -> int:
        found = lines_in(self._text, noise.start // LONG * LONG, noise.end)
        return sum([1 for one in found if one.first and noise.holds(one.start)])


def build_blocks(text: AnyText, analysis: Analysis, *, folded: bool = False) -> PageBlocks:
    """Return the blocks of a document whose analysis is at hand."""
    return PageBlocks(text, WholeLayout(analysis), folded=folded)
