"""The blocks a document is laid out in: its paragraphs, and the headings and folds between them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, Protocol

Kind = Literal["title", "subtitle", "dateline", "body", "noise", "separator", "heading", "fold"]


class Block(NamedTuple):
    """A stretch of text that is laid out on its own.

    start, end: its span of the text in code points; empty for a heading or a fold, which show `label` instead and
    stand before `start`. gap: blank rows above it. number: of the heading's session, or of the paragraph, where
    `Blocks.number` begins to count.
    section: it is a part of a long paragraph, whose order depends on what stands around it.
    """

    kind: Kind
    start: int
    end: int
    gap: int = 1
    label: str = ""
    number: int = 0
    section: bool = False

    @property
    def virtual(self) -> bool:
        """Whether the block shows words that are not in the text."""
        return self.end == self.start


class Blocks(Protocol):
    """The blocks of a document in order, each with a key; keys ascend. Nothing need be known of those not asked for."""

    def __getitem__(self, key: int, /) -> Block:
        """Return the block with a key."""

    def __iter__(self) -> Iterator[Block]:
        """Yield all blocks."""

    def number(self, key: int) -> int:
        """Return the number of a paragraph in the document or of a heading's session; 0 for others, or if not known."""

    def at(self, offset: int) -> int | None:
        """Return the key of the last block that begins at or before `offset`, else of the first; None without any."""

    def after(self, key: int) -> int | None:
        """Return the key of the following block, or None."""

    def before(self, key: int) -> int | None:
        """Return the key of the preceding block, or None."""


class ListedBlocks:
    """Blocks given as a sequence; their keys are their positions in it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Store the blocks."""
        self._blocks = tuple(blocks)
        self._starts = [block.start for block in self._blocks]

    def __getitem__(self, key: int, /) -> Block:
        """Return the block at a position."""
        return self._blocks[key]

    def __len__(self) -> int:
        """Return the number of blocks."""
        return len(self._blocks)

    def __iter__(self) -> Iterator[Block]:
        """Yield all blocks."""
        return iter(self._blocks)

    def number(self, key: int) -> int:
        """Return the number of the block at a position."""
        return self._blocks[key].number

    def at(self, offset: int) -> int | None:
        """Return the position of the last block that begins at or before `offset`, else of the first, or None."""
        return max(bisect_right(self._starts, offset) - 1, 0) if self._blocks else None

    def after(self, key: int) -> int | None:
        """Return the following position, or None."""
        return key + 1 if key + 1 < len(self._blocks) else None

    def before(self, key: int) -> int | None:
        """Return the preceding position, or None."""
        return key - 1 if key > 0 else None
