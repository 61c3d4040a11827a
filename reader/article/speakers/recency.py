"""Speakers filed under headings and found again by marks, whoever was named last under a heading first."""

from bisect import insort
from collections.abc import Hashable, Iterable, Iterator
from operator import itemgetter
from typing import Generic, TypeVar

from reader.article.speakers.draft import SpeakerDraft

_FEW = 16
_Mark = TypeVar("_Mark", bound=Hashable)


class _Row:
    """The speakers with one mark under one heading, each with the count at which it was filed."""

    __slots__ = ("filed", "limit")

    def __init__(self) -> None:
        self.filed: list[tuple[int, SpeakerDraft]] = []
        self.limit = _FEW


class Recency(Generic[_Mark]):
    """Speakers by heading and mark, in the order in which they were last filed under the heading.

    Filing a speaker again leaves an outdated row entry behind, which is skipped, and dropped once half of the row may
    be outdated; so every question costs what it looks at, however many speakers share a heading.
    """

    def __init__(self) -> None:
        """Start with nobody filed."""
        self._count = 0
        self._rows: dict[tuple[str, _Mark], _Row] = {}
        self._filed: dict[SpeakerDraft, dict[str, int]] = {}
        self._last: dict[str, SpeakerDraft] = {}

    def __contains__(self, heading: str) -> bool:
        """Return whether anyone is filed under a heading."""
        return heading in self._last

    def holds(self, heading: str, entry: SpeakerDraft) -> bool:
        """Return whether a speaker is filed under a heading."""
        return heading in self._filed.get(entry, ())

    def file(self, heading: str, entry: SpeakerDraft, marks: Iterable[_Mark]) -> None:
        """File a speaker under a heading with all its marks, as the one named last."""
        if self._last.get(heading) is entry:
            return
        self._last[heading] = entry
        self._count += 1
        self._filed.setdefault(entry, {})[heading] = self._count
        for mark in marks:
            row = self._rows.setdefault((heading, mark), _Row())
            row.filed.append((self._count, entry))
            if len(row.filed) > row.limit:
                row.filed = [pair for pair in row.filed if self._filed[pair[1]][heading] == pair[0]]
                row.limit = 2 * len(row.filed) + _FEW

    def mark(self, entry: SpeakerDraft, marks: Iterable[_Mark]) -> None:
        """Give a speaker more marks under every heading where it is filed, without naming it again.

        Marks that it gets after it was filed must be given here.
        """
        marks = tuple(marks)
        for heading, count in self._filed.get(entry, {}).items():
            for mark in marks:
                row = self._rows.setdefault((heading, mark), _Row())
                insort(row.filed, (count, entry), key=itemgetter(0))

    def latest(self, heading: str, mark: _Mark) -> Iterator[tuple[int, SpeakerDraft]]:
        """Yield the speakers filed with a mark, latest first, each with the count at which it was filed."""
        row = self._rows.get((heading, mark))
        for count, entry in reversed(row.filed) if row is not None else ():
            if self._filed[entry][heading] == count:
                yield count, entry

    def length(self, heading: str, mark: _Mark) -> int:
        """Return how many speakers, at most, are filed with a mark."""
        row = self._rows.get((heading, mark))
        return len(row.filed) if row is not None else 0
