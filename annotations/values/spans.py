"""Half-open spans of a text, in code points."""

from collections.abc import Iterable
from typing import NamedTuple

from annotations.errors import SpanError
from annotations.values.long_text import AnyText


class Span(NamedTuple):
    """The stretch from `start` up to, not including, `end`."""

    start: int
    end: int

    def holds(self, offset: int) -> bool:
        """Return whether `offset` lies inside the span."""
        return self.start <= offset < self.end

    def meets(self, other: "Span") -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def overlap(self, other: "Span") -> int:
        """Return how many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def cut(self, text: AnyText) -> str:
        """Return this stretch of `text`."""
        return text[self.start : self.end]


def check(start: int, end: int, length: int) -> Span:
    """Return the span `start:end` of a text of `length` code points.

    Raises SpanError if it is empty, backwards or not inside the text.
    """
    if not 0 <= start < end <= length:
        raise SpanError(start=start, end=end, length=length)
    return Span(start, end)


def at(spans: Iterable[Span], offset: int) -> Span | None:
    """Return the first of `spans` that contains `offset`, or None."""
    return next((span for span in spans if span.holds(offset)), None)
