"""The stretches a text is laid out in: its lines, and the sections of a long one.

Rows are filled greedily, so a paragraph whose rows begin elsewhere has other rows; laying out the whole of a long one to
show its middle would take as long as it is. Lines of over 16 K characters are therefore cut at sentence ends near fixed
offsets of the text, and each section begins a row: the sections are the same from wherever one comes, and finding them
takes a look at their surroundings only.
"""

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from annotations.values.long_text import AnyText

LONG = 1 << 14
"""Code points from which a line is cut; also the unit in which a text is cut into stretches."""

_EVERY = 1 << 11  # distance of the offsets near which it is cut
_LEAST = 1 << 10  # code points between a cut and the line's ends
_SEARCHED = 1 << 9  # code points in which a sentence end is looked for
_MOST_MARKS = 32  # marks of one letter that a cut steps over
_UNSEEN = " \t\xa0\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"  # what makes a section show nothing
_ENDS = (". ", "؟ ", "! ", "… ", "، ", "؛ ", " ")


class LaidLine(NamedTuple):
    """A line or a section of one, half-open, in code points; blanks at the line's ends are left out.

    section: it is part of a long line; first: it begins its line.
    """

    start: int
    end: int
    section: bool = False
    first: bool = True


def line_start(text: AnyText, offset: int, reach: int = 0) -> int:
    """Return the start of the line that holds `offset`, or -1 if it is more than `reach` (else LONG) before it."""
    low = max(0, offset - (reach or LONG))
    found = text.rfind("\n", low, offset)
    return found + 1 if found >= 0 or low == 0 else -1


def line_end(text: AnyText, offset: int, reach: int = 0) -> int:
    """Return the end of the line that holds `offset`, or -1 if it is more than `reach` (else LONG) behind it."""
    high = min(len(text), offset + (reach or LONG))
    found = text.find("\n", offset, high + 1)
    return found if found >= 0 else high if high == len(text) else -1


def line_at(text: AnyText, offset: int) -> LaidLine | None:
    """Return the line, or the section of a long one, that holds `offset` or else ends last before it; None without any."""
    for low in range(offset // LONG * LONG, -1, -LONG):
        found = [line for line in lines_in(text, low, low + LONG) if line.start <= offset]
        if found:
            return found[-1]
    return None


def _cut_near(text: AnyText, offset: int) -> int:
    """Return where a long line is cut near a fixed offset: after a sentence, a clause, a word or a letter."""
    part = text[offset : offset + _SEARCHED]
    for end in _ENDS:
        at = part.find(end)
        if at >= 0:
            return offset + at + len(end)
    at = 0
    while at < min(_MOST_MARKS, len(part)) and category(part[at]) in ("Mn", "Me", "Cf"):
        at += 1
    return offset + at


def _is_cut(text: AnyText, offset: int) -> bool:
    """Return whether a long line is cut near a fixed offset: if neither of its ends is near."""
    low, high = offset - _LEAST, offset + _LEAST + _SEARCHED
    return low > 0 and high < len(text) and text.find("\n", low, high) < 0


def _section_ends(text: AnyText, start: int) -> Iterator[tuple[int, bool]]:
    """Yield the ends of the sections of a long line from `start`, and whether the line ends there."""
    offset = (start // _EVERY + 1) * _EVERY
    while True:
        if _is_cut(text, offset):
            cut = _cut_near(text, offset)
            if cut > start:
                yield cut, False
        else:
            end = line_end(text, start, offset + _LEAST + _SEARCHED - start)
            if end >= 0:
                yield end, True
                return
        offset += _EVERY


def _sections(text: AnyText, start: int, low: int, high: int) -> Iterator[LaidLine]:
    """Yield the sections of a long line that begin in `low:high`. start: of the line, or -1 if it is far before."""
    at, first = (start, True) if start >= 0 else (low - 1, False)
    for end, last in _section_ends(text, max(at, low - 1)):
        if low <= at and at >= 0 and (first or at > low - 1):
            part = text[at:end]
            left = at + len(part) - len(part.lstrip()) if first else at
            right = at + len(part.rstrip()) if last else end
            if right > left and part.strip(_UNSEEN):
                yield LaidLine(left, right, section=True, first=first)
        at, first = end, False
        if last or at >= high:
            return


def lines_in(text: AnyText, low: int, high: int) -> Iterator[LaidLine]:
    """Yield the stretches that begin in `low:high`, in order, blank ones left out. low: a multiple of LONG."""
    start = line_start(text, low)
    at = low
    while at < high and at <= len(text):
        end = line_end(text, max(start, at) if start < 0 else start)
        if start < 0 or end < 0:
            yield from _sections(text, start, low, high)
            end = line_end(text, at, high - at)
            if end < 0:
                return
        elif start >= low:
            part = text[start:end]
            left, right = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
            if right > left:
                yield LaidLine(left, right)
        start = at = end + 1
