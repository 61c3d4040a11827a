"""A text of up to 30,000 characters in visual order (UAX #9), as an index map rather than a string.

`bidi.get_display` follows UAX #9 exactly, but returns a string. The map is recovered from that public call: every
character is followed by three invisible characters of bidi class BN that spell its index in three disjoint
alphabets of 32. They travel with it, and the order in which they come out shows whether its level is odd.
A final LRM or RLM of the base direction keeps rule L1 from treating the last tags as trailing.
"""

from array import array
from typing import Literal, NamedTuple
from unicodedata import bidirectional

from bidi import get_display

Base = Literal["L", "R"]

LONGEST = 30_000
MARKS = {"L": "\u200e", "R": "\u200f"}

_TAG = 0xE0020
_LAST_TAG = 0xE007F
_LOW = [chr(_TAG + n) for n in range(32)]
_MIDDLE = [chr(_TAG + 32 + n) for n in range(32)]
_PAGE = 32 * 32
_ZERO = _TAG + ((_TAG + 32) << 5) + ((_TAG + 64) << 10)
_made: list[str] = []  # the numbers that were needed so far, in three invisible characters each
# replaces tag characters in the text itself; of the same class (BN)
_STAND_IN = "\u200b"
_MARK = "\u0300"
_SEPARATORS = frozenset("\t\x0b\x1f")  # of class S
_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # a number may be beyond one
_BLANK = frozenset(("WS", "S", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


class Resolved(NamedTuple):
    """A paragraph's characters in visual order.

    order: offsets (code points) from left to right. rtl: one byte per character in logical order, 1 where its
    embedding level is odd, that is, where it is read from right to left.
    """

    order: list[int]
    rtl: bytearray


def _numbers(count: int) -> list[str]:
    """Return at least so many numbers, from 0 on."""
    while len(_made) < count:
        high = chr(_TAG + 64 + len(_made) // _PAGE)
        _made.extend([low + middle + high for middle in _MIDDLE for low in _LOW])
    return _made


def _tagged(text: str) -> str:
    """Return the text with its number after each character.

    Before a tab, rule L1 would give the numbers the level of the paragraph, but not the letters that they follow; a
    mark behind the last number keeps it away (W1: a mark has the class of what it stands on).
    """
    parts = [
        (char if not _TAG <= ord(char) <= _LAST_TAG else _STAND_IN) + number
        for char, number in zip(text, _numbers(len(text)), strict=False)
    ]
    if _SEPARATORS.isdisjoint(text):
        return "".join(parts)
    lettered = -1
    for at, char in enumerate(text):
        if char in _SEPARATORS and lettered >= 0:
            parts[lettered] += _MARK
            lettered = -1
        elif bidirectional(char) not in _BLANK:
            lettered = at
    return "".join(parts)


def _grouped(shown: str, length: int) -> Resolved:
    """Read the order off characters that each have their number beside them: behind, or before if read backwards."""
    codes = array("I", shown.encode("utf-32-le"))
    rtl = bytearray(length)
    order: list[int] = []
    for one, two, three, four in zip(codes[::4], codes[1::4], codes[2::4], codes[3::4], strict=False):
        if _TAG <= one <= _LAST_TAG:
            offset = three + (two << 5) + (one << 10) - _ZERO
            rtl[offset] = 1
        else:
            offset = two + (three << 5) + (four << 10) - _ZERO
        order.append(offset)
    return Resolved(order, rtl)


def index_map(text: str, base: Base) -> Resolved:
    """Return the visual order and directions of a text of at most 32,768 characters, with its direction given."""
    shown = str(get_display(_tagged(text) + MARKS[base], base_dir=base))
    if len(shown) == 4 * len(text) + 1 and _CONTROLS.isdisjoint(text):
        return _grouped(shown[1:] if base == "R" else shown, len(text))
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
