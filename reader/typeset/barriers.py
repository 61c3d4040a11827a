"""Barriers: the offsets at which a paragraph can be taken apart without changing the order of its characters.

A barrier is a strong character (L, R, AL), or a digit behind a blank, with no embedding, override or isolate open and
inside no pair of brackets. Every rule of UAX #9 that looks back from behind it (W1 to W7, N0 to N2) stops at it, and
so does every rule that looks ahead from before it. A digit still depends on the last strong character (W2, W7), its
lead, which must be put in front of it.

A pair of over 1,000 characters takes the direction of the paragraph if a letter of that direction is inside (N0, b).
Barriers are then allowed inside, since both brackets can be resolved without the text between them.
"""

from bisect import bisect_left, bisect_right
from typing import Literal, NamedTuple
from unicodedata import bidirectional

from reader.typeset.index_map import Base
from reader.typeset.sequences import Sequences, read_sequences

_LONG_PAIR = 1_000
_DIRECTION = {"L": "L", "R": "R", "AL": "R"}
_DIGITS = ("EN", "AN")
_BLANKS = ("WS", "S")

Joint = Literal["base", "run"]


class Barrier(NamedTuple):
    """at: the offset (code points) of a barrier. lead: the strong character to put in front of a digit, or ""."""

    at: int
    lead: str


def _opener(pair: tuple[int, int]) -> int:
    return pair[0]


def _closer(pair: tuple[int, int]) -> int:
    return pair[1]


def _spans(found: Sequences, inside: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the starts and ends of the disjoint spans without barriers, given the pairs that may hold some."""
    free = set(inside)
    spans = sorted(
        [(region.start, region.end) for region in found.regions]
        + [(opener, closer + 1) for opener, closer in found.pairs if (opener, closer) not in free]
    )
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if ends and start < ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


class Barriers:
    """The barriers of one paragraph, or of the part of it that begins at a barrier with this lead.

    The paragraph is scanned once, in linear time; barriers are then looked for from an offset outwards.
    long_pairs: the offsets of the brackets of pairs that have barriers inside. unpaired: those of brackets without a
    partner, which must not find one in a part of the paragraph.
    """

    def __init__(self, text: str, base: Base, lead: str = "") -> None:
        self.text = text
        self.base = base
        self.lead = lead
        found = read_sequences(text)
        self.unpaired = found.unpaired
        self._regions = found.regions
        self._region_ends = [region.end for region in found.regions]
        self.long_pairs = self._resolvable(found.pairs)
        self._by_closer = sorted(self.long_pairs, key=_closer)
        self._starts, self._ends = _spans(found, self.long_pairs)
        # a stretch without strong characters, and the one before it: digits need not look for theirs again and again
        self._leadless: tuple[int, int, str | None] = (0, 0, lead)

    def before(self, at: int) -> Barrier:
        """Return the last barrier at or before offset `at`, or else the start of the text."""
        return self.between(0, at) or Barrier(0, self.lead)

    def between(self, start: int, at: int) -> Barrier | None:
        """Return the last barrier behind offset `start` and at or before offset `at`, or None."""
        at = min(at, len(self.text) - 1)
        while at > start:
            span = bisect_right(self._starts, at) - 1
            if span >= 0 and at < self._ends[span]:
                at = self._starts[span] - 1
                continue
            found = self._barrier(at)
            if found is not None:
                return found
            at -= 1
        return None

    def after(self, at: int) -> int:
        """Return the offset of the first barrier at or after offset `at`, or else the length of the text."""
        while at < len(self.text):
            span = bisect_right(self._starts, at) - 1
            if span >= 0 and at < self._ends[span]:
                at = self._ends[span]
                continue
            if self._barrier(at) is not None:
                return at
            at += 1
        return len(self.text)

    def restart(self, at: int) -> Barrier:
        """Return the last barrier at or before offset `at` that is as good as the start of a paragraph.

        `Barriers(text[barrier.at:], base, barrier.lead)` orders what follows as the whole does, except that BD16
        begins its count of 63 open brackets anew.
        """
        barrier = self.before(at)
        while (opener := self._around(barrier.at)) is not None:
            barrier = self.before(opener)
        return barrier

    def pairs_that_open(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the long pairs with their opening bracket in `start:end`, in order of it."""
        first = bisect_left(self.long_pairs, start, key=_opener)
        return self.long_pairs[first : bisect_left(self.long_pairs, end, key=_opener)]

    def pairs_that_close(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the long pairs with their closing bracket in `start:end`, in order of it."""
        first = bisect_left(self._by_closer, start, key=_closer)
        return self._by_closer[first : bisect_left(self._by_closer, end, key=_closer)]

    def joint(self, barrier: Barrier) -> Joint | None:
        """Return how the parts on both sides of a barrier stand to one another.

        "base": side by side in the direction of the paragraph, as the barrier or the blank before it has its level.
        "run": as parts of one run of the other direction. None: it cannot be said.
        """
        kind = bidirectional(self.text[barrier.at])
        if kind in _DIGITS:
            lead = _DIRECTION[bidirectional(barrier.lead)] if barrier.lead else self.base
            becomes_l = kind == "EN" and lead == "L"  # W7
            return "base" if becomes_l == (self.base == "L") else None
        if _DIRECTION[kind] == self.base:
            return "base"
        last = barrier.at - 1
        if bidirectional(self.text[last]) == "WS":
            last -= 1
        inside = last >= 0 and _DIRECTION.get(bidirectional(self.text[last])) == _DIRECTION[kind]
        return "run" if inside else None

    def _barrier(self, at: int) -> Barrier | None:
        kind = bidirectional(self.text[at])
        if kind in _DIRECTION:
            return Barrier(at, "")
        if kind in _DIGITS and at > 0 and bidirectional(self.text[at - 1]) in _BLANKS:
            lead = self._lead(at)
            return None if lead is None else Barrier(at, lead)
        return None

    def _around(self, at: int) -> int | None:
        """Return the offset of the opening bracket of the outermost long pair around `at`, or None."""
        return next((opener for opener, closer in self.long_pairs if opener < at <= closer), None)

    def _lead(self, at: int) -> str | None:
        """Return the last strong character before `at`, or None if an embedding comes first (X10 decides then)."""
        low, high, known = self._leadless
        if low <= at <= high:
            return known
        here = at
        lead: str | None = self.lead
        while here > 0:
            if here == high:
                here, lead = low, known
                break
            region = bisect_left(self._region_ends, here)
            if region < len(self._regions) and self._region_ends[region] == here:
                if not self._regions[region].isolate:
                    lead = None
                    break
                here = self._regions[region].start
                continue
            if bidirectional(self.text[here - 1]) in _DIRECTION:
                lead = self.text[here - 1]
                break
            here -= 1
        self._leadless = (here, at, lead)
        return lead

    def _resolvable(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the long pairs with a letter of the paragraph's direction inside, outside embeddings and isolates."""
        found = []
        known, letter = len(self.text), len(self.text)
        for opener, closer in reversed(pairs):
            if closer - opener > _LONG_PAIR:
                letter = self._letter(opener, known) or letter
                known = opener
                if letter < closer:
                    found.append((opener, closer))
        return found[::-1]

    def _letter(self, at: int, end: int) -> int | None:
        """Return the offset of the first letter of the paragraph's direction in `at:end`, or None."""
        while at < end:
            region = bisect_right(self._region_ends, at)
            if region < len(self._regions) and self._regions[region].start <= at:
                at = self._region_ends[region]
                continue
            if _DIRECTION.get(bidirectional(self.text[at])) == self.base:
                return at
            at += 1
        return None
