"""A text that is read block by block as it is looked at, in the place of one string.

Block n holds the code points from n * BLOCK up to (n + 1) * BLOCK, so that the block of any offset is known at once.
"""

from collections.abc import Callable
from typing import Protocol

BLOCK = 1 << 16  # code points
_CACHED = 12  # blocks: 1.5 MB of Arabic


class AnyText(Protocol):
    """What reading a text needs of it; `str` has all of this. Offsets are code points."""

    def __len__(self) -> int:
        """Return the length."""

    def __getitem__(self, where: slice, /) -> str:
        """Return the stretch `start:end`; slices have no step."""

    def find(self, wanted: str, start: int, end: int, /) -> int:
        """Return where `wanted` first occurs in `start:end`, or -1."""

    def rfind(self, wanted: str, start: int, end: int, /) -> int:
        """Return where `wanted` last occurs in `start:end`, or -1."""


class LongText:
    """A text of `length` code points whose blocks are read when they are needed; the last few are remembered."""

    def __init__(self, length: int, read: Callable[[int], str]) -> None:
        """Read nothing yet. read: returns the block with a number, counted from 0."""
        self._length, self._read = length, read
        self._blocks: dict[int, str] = {}

    def __len__(self) -> int:
        """Return the length in code points."""
        return self._length

    def __getitem__(self, where: slice, /) -> str:
        """Return the stretch `start:end`, as of a string."""
        start, end, _step = where.indices(self._length)
        if end <= start:
            return ""
        first, last = start // BLOCK, (end - 1) // BLOCK
        if first == last:
            return self.block(first)[start - first * BLOCK : end - first * BLOCK]
        parts = [self.block(number) for number in range(first, last + 1)]
        parts[0], parts[-1] = parts[0][start - first * BLOCK :], parts[-1][: end - last * BLOCK]
        return "".join(parts)

    def find(self, wanted: str, start: int, end: int, /) -> int:
        """Return where `wanted`, of at most a block, first occurs in `start:end`, or -1."""
        start, end = max(0, start), min(end, self._length)
        more = len(wanted) - 1
        while start < end:
            stop = min(end, (start // BLOCK + 1) * BLOCK)
            at = self[start : min(end, stop + more)].find(wanted)
            if at >= 0:
                return start + at
            start = stop
        return -1

    def rfind(self, wanted: str, start: int, end: int, /) -> int:
        """Return where `wanted`, of at most a block, last occurs in `start:end`, or -1."""
        start, end = max(0, start), min(end, self._length)
        more, stop = len(wanted) - 1, end
        while start < stop:
            low = max(start, (stop - 1) // BLOCK * BLOCK)
            at = self[low : min(end, stop + more)].rfind(wanted)
            if at >= 0:
                return low + at
            stop = low
        return -1

    def block(self, number: int) -> str:
        """Return a block."""
        found = self._blocks.get(number)
        if found is None:
            if len(self._blocks) >= _CACHED:
                del self._blocks[next(iter(self._blocks))]
            found = self._blocks[number] = self._read(number)
        return found
