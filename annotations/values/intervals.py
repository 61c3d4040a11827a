"""Spans looked up by an offset, however many there are and however they overlap."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter

from annotations.values.spans import Span


class Intervals:
    """Half-open spans, sorted once."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Sort the spans; each keeps its number in the order given."""
        ordered = sorted(enumerate(spans), key=itemgetter(1))
        self._numbers = [number for number, _span in ordered]
        self._spans = [span for _number, span in ordered]
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate([span.end for span in self._spans], max))

    def at(self, offset: int) -> list[int]:
        """Return the numbers of the spans that contain `offset`, in order."""
        found: list[int] = []
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._reach[at] > offset:
            if self._spans[at].end > offset:
                found.append(self._numbers[at])
            at -= 1
        return sorted(found)
