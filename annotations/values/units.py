"""Offsets in other units. Internally, offsets are code points; UTF-16 and bytes occur only here and in formats.

Plain Arabic lies in the Basic Multilingual Plane, where code points and UTF-16 units agree: only an emoji or a
rare script reveals a mistake.
"""


def to_utf16(text: str, offset: int) -> int:
    """Return the number of UTF-16 code units before the code point `offset` of `text`."""
    return len(text[:offset].encode("utf-16-le")) // 2


def from_utf16(text: str, units: int) -> int:
    """Return the code point offset before which `text` has `units` UTF-16 code units.

    A position inside a surrogate pair is treated as the start of its character.
    """
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def to_bytes(text: str, offset: int) -> int:
    """Return the number of UTF-8 bytes before the code point `offset` of `text`."""
    return len(text[:offset].encode())


def from_bytes(text: str, count: int) -> int:
    """Return the code point offset before which `text` has `count` UTF-8 bytes."""
    return len(text.encode()[:count].decode("utf-8", "ignore"))
