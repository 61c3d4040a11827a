"""The visual order of a stretch of a long paragraph, without ordering the whole of it.

The stretch is widened to barriers. A window of over 30,000 characters is laid out in pieces that begin and end at
barriers; they are joined exactly where the barrier has the level of the paragraph, or stands within a run of the
other direction.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reader.typeset.barriers import Barrier, Barriers
from reader.typeset.index_map import LONGEST, MARKS, Base, Resolved, index_map

_NEUTRAL = "!"  # of class ON, as brackets are, and no bracket


class _Piece(NamedTuple):
    """A piece of a window, in code points of the text, and how it joins what stands before it."""

    start: int
    end: int
    lead: str
    joint: Literal["base", "run", "near", "hard"]


def _cut(barriers: Barriers, start: int) -> _Piece:
    """Return the (empty) piece that begins at the best place to cut in the 30,000 characters from `start`."""
    limit = start + LONGEST
    near: Barrier | None = None
    barrier = barriers.between(start, limit)
    while barrier is not None:
        joint = barriers.joint(barrier)
        if joint is not None:
            return _Piece(barrier.at, barrier.at, barrier.lead, joint)
        near = near or barrier
        barrier = barriers.between(start, barrier.at - 1)
    if near is not None:
        return _Piece(near.at, near.at, near.lead, "near")
    for ending in (". ", "، ", " "):
        at = barriers.text.rfind(ending, start, limit)
        if at > start:
            return _Piece(at + len(ending), at + len(ending), "", "hard")
    return _Piece(limit, limit, "", "hard")


def _pieces(barriers: Barriers, first: Barrier, end: int) -> Iterator[_Piece]:
    piece = _Piece(first.at, end, first.lead, "base")
    while end - piece.start > LONGEST:
        following = _cut(barriers, piece.start)
        yield piece._replace(end=following.start)
        piece = following
    yield piece._replace(end=end)


def _body(barriers: Barriers, piece: _Piece) -> str:
    """Return the text of a piece in which no bracket can pair that has no partner in the whole."""
    first = bisect_left(barriers.unpaired, piece.start)
    last = bisect_left(barriers.unpaired, piece.end, first)
    if first == last:
        return barriers.text[piece.start : piece.end]
    parts, start = [], piece.start
    for at in barriers.unpaired[first:last]:
        parts += [barriers.text[start:at], _NEUTRAL]
        start = at + 1
    return "".join([*parts, barriers.text[start : piece.end]])


def _around(barriers: Barriers, piece: _Piece, *, ends_hard: bool) -> tuple[str, str]:
    """Return what has to stand before and behind a piece.

    Behind it: the barrier that ends it. On either side: the partner of a bracket whose pair crosses that side, and a
    mark inside the pair that gives it the direction of the paragraph, as in the whole (N0, b).
    """
    text, start, end = barriers.text, piece.start, piece.end
    before, behind = piece.lead, "" if ends_hard else text[end : end + 1]
    mark = MARKS[barriers.base]
    openers = [text[opener] for opener, closer in sorted(barriers.pairs_that_close(start, end)) if opener < start]
    closers = [closer for _opener, closer in barriers.pairs_that_open(start, end) if closer >= end]
    if openers and piece.joint != "hard":
        before = "".join(openers) + mark + before
    if closers and not ends_hard:
        behind += mark + "".join([text[closer] for closer in sorted(closers)])
    return before, behind


def _lay_out(barriers: Barriers, piece: _Piece, *, ends_hard: bool) -> Resolved:
    """Return the order (in offsets of the text) and directions of a piece."""
    before, behind = _around(barriers, piece, ends_hard=ends_hard)
    found = index_map(before + _body(barriers, piece) + behind, barriers.base)
    low, high = len(before), len(before) + piece.end - piece.start
    moved = piece.start - low
    return Resolved([at + moved for at in found.order if low <= at < high], found.rtl[low:high])


def _first_run(order: list[int]) -> int:
    """Return the length of the shortest beginning of an order that holds the first offsets and no others."""
    lowest = min(order)
    highest = lowest
    for place, at in enumerate(order):
        highest = max(highest, at)
        if highest == lowest + place:
            return place + 1
    return len(order)


def _last_run(order: list[int]) -> int:
    """Return the place at which the shortest end of an order begins that holds the last offsets and no others."""
    highest = max(order)
    lowest = highest
    for back, at in enumerate(reversed(order)):
        lowest = min(lowest, at)
        if lowest == highest - back:
            return len(order) - 1 - back
    return 0


def _join(orders: list[list[int]], pieces: list[_Piece]) -> list[int]:
    """Join the orders of pieces, all of them read in the direction of the paragraph.

    At a joint within a run of the other direction, the end of one piece and the beginning of the next are one run:
    what comes later in the text stands first in it.
    """
    joined: list[int] = []
    run: list[list[int]] = []
    for number, (order, piece) in enumerate(zip(orders, pieces, strict=True)):
        rest = order
        if number and piece.joint == "run":
            length = _first_run(order)
            run.append(order[:length])
            rest = order[length:]
        if not rest:
            continue
        for part in reversed(run):
            joined += part
        following = pieces[number + 1].joint if number + 1 < len(pieces) else "base"
        place = _last_run(rest) if following == "run" else len(rest)
        joined += rest[:place]
        run = [rest[place:]]
    for part in reversed(run):
        joined += part
    return joined


def resolve_part(text: str, start: int, end: int, base: Base, *, barriers: Barriers | None = None) -> Resolved:
    """Return the order and directions of `text[start:end]` as they are when all of `text` stands on one line.

    text: a whole paragraph, or one from a barrier on (`Barriers.restart`). base: its direction. start, end: a
    half-open pair of offsets (code points); those of the result count from `start`. barriers: those of `text`, for
    a caller that asks for one part after another and need not scan the text for each.

    The result is that of UAX #9 unless more than 30,000 characters around the stretch have no barrier, or only such
    as do not say how the parts join; those are cut at a sentence end, a blank or anywhere, and put side by side.
    """
    barriers = barriers or Barriers(text, base)
    end = min(end, len(text))
    if start >= end:
        return Resolved([], bytearray())
    first = barriers.before(start)
    pieces = [*_pieces(barriers, first, barriers.after(end))]
    joints = [piece.joint for piece in pieces[1:]] + ["base"]
    needed = [n for n, piece in enumerate(pieces) if piece.start < end and piece.end > start]
    found = [_lay_out(barriers, pieces[n], ends_hard=joints[n] == "hard") for n in needed]
    orders = [part.order if base == "L" else part.order[::-1] for part in found]
    order = _join(orders, [pieces[n] for n in needed])
    if base == "R":
        order.reverse()
    rtl = bytearray().join([part.rtl for part in found])
    skipped = start - pieces[needed[0]].start
    return Resolved([at - start for at in order if start <= at < end], rtl[skipped : skipped + end - start])
