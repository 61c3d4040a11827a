"""The matches of a query in a text of any length, found window by window: first where one looks, then everywhere.

A window is searched with some of what stands around it, so that a match across its end is found, once. Only a query that
overlaps itself (اا in ااا) or a pattern that matches over more than 4,096 characters may be cut differently there.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

from annotations.values.long_text import AnyText
from annotations.values.spans import Span
from reader.text.search import REGEX, Hit, find_hits

WINDOW = 1 << 13
"""Code points searched at once: a few milliseconds."""

_BEFORE = 64  # code points before a window that letters and words at its start depend on
_PATTERN = 1 << 12


class Matches(Sequence[Span]):
    """The matches of `query` found so far, in the order of the text; those of a short text are all found at once.

    query, way: as for `find_hits`.
    """

    def __init__(self, text: AnyText, query: str, way: str) -> None:
        """Search nothing yet, but raise BadPattern if the pattern is none."""
        self._text, self.query, self._way = text, query, way
        self._behind = _PATTERN if way == REGEX else _BEFORE + 8 * len(query)
        self._windows = max(1, -(-len(text) // WINDOW))
        self._found: dict[int, list[Hit]] = {}
        self._starts, self._ends = array("q"), array("q")
        self._otherwise = frozenset[int]()
        self._next = 0
        self._count = 0
        find_hits("", query or " ", way)
        find_hits(".", query, way)

    @property
    def complete(self) -> bool:
        """Whether the whole text was searched."""
        return len(self._found) == self._windows

    @property
    def share(self) -> float:
        """The share of the text that was searched."""
        return len(self._found) / self._windows

    def __len__(self) -> int:
        """Return the number of matches found so far."""
        return self._count

    @overload
    def __getitem__(self, at: int, /) -> Span: ...

    @overload
    def __getitem__(self, at: slice, /) -> Sequence[Span]: ...

    def __getitem__(self, at: int | slice, /) -> Span | Sequence[Span]:
        """Return a match by its number in what was found so far."""
        self._sort()
        if isinstance(at, slice):
            return [Span(*pair) for pair in zip(self._starts[at], self._ends[at], strict=True)]
        return Span(self._starts[at], self._ends[at])

    def spelt_otherwise(self, span: Span) -> bool:
        """Return whether a match is spelt differently from the query."""
        return any(hit.otherwise for hit in self._window(span.start // WINDOW) if hit.span == span)

    def near(self, low: int, high: int) -> list[Span]:
        """Return the matches that share a character with `low:high`, searching there if that was not done."""
        first, last = max(0, low - self._behind) // WINDOW, min(high // WINDOW, self._windows - 1)
        hits = (hit for number in range(first, last + 1) for hit in self._window(number))
        return [hit.span for hit in hits if hit.span.start < high and low < hit.span.end]

    def begin_at(self, offset: int) -> None:
        """Search from an offset on, and then from the beginning."""
        self._next = min(max(0, offset) // WINDOW, self._windows - 1)

    def search(self, windows: int) -> bool:
        """Search so many more windows; return whether any are left."""
        for _ in range(windows):
            if self.complete:
                return False
            while self._next in self._found:
                self._next = (self._next + 1) % self._windows
            self._window(self._next)
        return not self.complete

    def search_beyond(self, offset: int, step: int) -> bool:
        """Search the nearest window from `offset` in the direction of `step` that was not; return whether there was one."""
        here = min(max(offset, 0) // WINDOW, self._windows - 1)
        for away in range(self._windows):
            number = (here + away * step) % self._windows
            if number not in self._found:
                self._window(number)
                return True
        return False

    def following(self, offset: int, step: int) -> Span | None:
        """Return the next (step 1) or previous (-1) match from `offset`, wrapping around, as far as is searched."""
        here = min(max(offset, 0) // WINDOW, self._windows - 1)
        for away in range(self._windows + 1):
            number = (here + away * step) % self._windows
            if number not in self._found:
                return None
            for hit in self._found[number][::step]:
                if away == 0 and (hit.span.start - offset) * step <= 0:
                    continue
                if away == self._windows and (hit.span.start - offset) * step > 0:
                    continue
                return hit.span
        return None

    def number(self, span: Span) -> int:
        """Return the number of a match, counted from 1, among those found so far."""
        self._sort()
        return bisect_left(self._starts, span.start) + 1

    def lit(self, cells: int, length: int) -> set[int]:
        """Return the cells, of so many that stand for a text of `length` code points, that matches meet."""
        self._sort()
        starts, found = self._starts, set[int]()
        for cell in range(cells):
            low, high = cell * length // cells, max((cell + 1) * length // cells, cell * length // cells + 1)
            at = bisect_left(starts, high) - 1
            if at >= 0 and self._ends[at] > low:
                found.add(cell)
        return found

    def _sort(self) -> None:
        """Bring what was found into order, if that has grown."""
        if len(self._starts) == self._count:
            return
        self._starts, self._ends = array("q"), array("q")
        for number in sorted(self._found):
            self._starts.extend([hit.span.start for hit in self._found[number]])
            self._ends.extend([hit.span.end for hit in self._found[number]])

    def _window(self, number: int) -> list[Hit]:
        found = self._found.get(number)
        if found is None:
            low, high = number * WINDOW, (number + 1) * WINDOW
            begin = max(0, low - _BEFORE)
            hits = find_hits(self._text[begin : high + self._behind], self.query, self._way)
            found = [
                hit if not begin else Hit(Span(hit.span.start + begin, hit.span.end + begin), hit.otherwise)
                for hit in hits
                if low <= hit.span.start + begin < high
            ]
            self._found[number] = found
            self._count += len(found)
        return found
