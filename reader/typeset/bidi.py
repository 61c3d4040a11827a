"""The visual order of a paragraph (UAX #9) and the direction it has."""

from unicodedata import bidirectional

from bidi import get_base_level

from reader.typeset.index_map import LONGEST, Base, Resolved, index_map

__all__ = ["Base", "Resolved", "base_direction", "paragraph_direction", "resolve", "visual_order"]

_TRANSPARENT = ("BN", "NSM")


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


def resolve(text: str, base: Base | None = None) -> Resolved:
    """Return the visual order and the direction of each character of one paragraph.

    base: its direction, or None for that of its first strong character. A paragraph of over 30,000 characters is
    ordered part by part, which is exact wherever it can be cut at barriers (`reader/typeset/barriers.py`).
    """
    if text.isascii() and base != "R":
        return Resolved(list(range(len(text))), bytearray(len(text)))
    direction = base or base_direction(text)
    if len(text) <= LONGEST:
        return index_map(text, direction)
    from reader.typeset.window import resolve_part

    return resolve_part(text, 0, len(text), direction)


def visual_order(text: str, base: Base | None = None) -> list[int]:
    """Return the offsets (code points) of one paragraph's characters in visual order, from left to right."""
    return resolve(text, base).order


def resolve_part(around: str, start: int, end: int, base: Base) -> Resolved:
    """Return the order and directions of `around[start:end]`, offsets counted from `start`, as in the whole paragraph.

    around: the paragraph, or as much of it as may decide the order of the part.
    """
    if all(bidirectional(char) in _TRANSPARENT for char in set(around[start:end])):  # nothing in it has an order
        count = end - start
        order = list(range(count))
        return Resolved(order[::-1], bytearray(b"\1" * count)) if base == "R" else Resolved(order, bytearray(count))
    from reader.typeset import window

    return window.resolve_part(around, start, end, base)
