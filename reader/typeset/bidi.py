"""The visual order of a paragraph (UAX #9), as an index map rather than a string.

`bidi.get_display` follows UAX #9 exactly, but returns a string. The map is recovered from that public call: every
character is followed by three invisible characters of bidi class BN that spell its index in three disjoint
alphabets of 32. They travel with it, and the order in which they come out shows whether its level is odd.
A final LRM or RLM of the base direction keeps rule L1 from treating the last tags as trailing.
"""

from typing import Literal, NamedTuple

from bidi import get_base_level, get_display

Base = Literal["L", "R"]

_TAG = 0xE0020
_LAST_TAG = 0xE007F
_LOW = [chr(_TAG + n) for n in range(32)]
_MIDDLE = [chr(_TAG + 32 + n) for n in range(32)]
_HIGH = [chr(_TAG + 64 + n) for n in range(32)]
_NUMBERS = [low + middle + high for high in _HIGH for middle in _MIDDLE for low in _LOW]
_MARK = {"L": "\u200e", "R": "\u200f"}
_LONGEST = 30_000
# replaces tag characters in the text itself; of the same class (BN)
_STAND_IN = "\u200b"


class Resolved(NamedTuple):
    """A paragraph's characters in visual order.

    order: offsets (code points) from left to right. rtl: one byte per character in logical order, 1 where its
    embedding level is odd, that is, where it is read from right to left.
    """

    order: list[int]
    rtl: bytearray


def base_direction(text: str, default: Base = "L") -> Base:
    """Return the direction of the first strong character outside isolates (UAX #9, P2 and P3), or else `default`."""
    if text and get_base_level(text):
        return "R"
    return "L" if default == "L" or any(map(str.isalpha, text)) else "R"


def paragraph_direction(text: str, document: str) -> Base | None:
    """Return the direction of a paragraph in a document of direction "R" or "L"; None for that of its first letter.

    In an Arabic document, a paragraph with an Arabic letter, or with no letters at all, is right-to-left even if it
    begins with Latin; one entirely in Latin is not.
    """
    if document != "R" or (text.isascii() and any(map(str.isalpha, text))):
        return None
    return "R"


def _resolve(text: str, base: Base | None) -> Resolved:
    direction = base or base_direction(text)
    tagged = "".join(
        [
            (char if not _TAG <= ord(char) <= _LAST_TAG else _STAND_IN) + number
            for char, number in zip(text, _NUMBERS, strict=False)
        ]
    )
    shown = str(get_display(tagged + _MARK[direction], base_dir=direction))
    digits = [ord(char) - _TAG for char in shown if "\U000e001f" < char < "\U000e0080"]
    order: list[int] = []
    rtl = bytearray(len(text))
    for i in range(0, len(digits) - 2, 3):
        first, middle, last = digits[i], digits[i + 1], digits[i + 2]
        if first >= last:  # the index came out backwards: an odd level
            first, last = last, first
            offset = first + ((middle - 32) << 5) + ((last - 64) << 10)
            rtl[offset] = 1
        else:
            offset = first + ((middle - 32) << 5) + ((last - 64) << 10)
        order.append(offset)
    return Resolved(order, rtl)


def _cut(text: str) -> int:
    """Return where to cut an over-long paragraph: after the last sentence of its first 30,000 characters."""
    for end in (". ", "، ", " "):
        at = text.rfind(end, 0, _LONGEST)
        if at > 0:
            return at + len(end)
    return _LONGEST


def resolve(text: str, base: Base | None = None) -> Resolved:
    """Return the visual order and the direction of each character of one paragraph.

    base: its direction, or None for that of its first strong character. A paragraph of over 30,000 characters
    is cut at the end of a sentence, and its parts are laid out side by side in the base direction.
    """
    if text.isascii() and base != "R":
        return Resolved(list(range(len(text))), bytearray(len(text)))
    if len(text) <= _LONGEST:
        return _resolve(text, base)
    direction = base or base_direction(text)
    cut = _cut(text)
    head, tail = _resolve(text[:cut], direction), resolve(text[cut:], direction)
    moved = [cut + offset for offset in tail.order]
    order = moved + head.order if direction == "R" else head.order + moved
    return Resolved(order, head.rtl + tail.rtl)


def visual_order(text: str, base: Base | None = None) -> list[int]:
    """Return the offsets (code points) of one paragraph's characters in visual order, from left to right."""
    return resolve(text, base).order


def resolve_part(text: str, start: int, end: int, base: Base) -> Resolved:
    """Return the order and directions of `text[start:end]` as in the whole paragraph."""
    return resolve(text[start:end], base)
