"""From bytes to text: detect the encoding, drop the byte order mark, normalise newlines to LF."""

import codecs
from typing import NamedTuple

from reader.errors import FileEmpty, FileIsBinary

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")
_LOOKED_AT = 8192
_MOST_CONTROLS = 0.02
_MOST_SPOILT = 0.01


class Decoded(NamedTuple):
    """A text and the encoding it was decoded from."""

    text: str
    encoding: str


def _looks_binary(head: bytes) -> bool:
    controls = sum(1 for byte in head if byte < 0x20 and byte not in _TEXT_CONTROLS)
    return b"\0" in head or controls > _MOST_CONTROLS * max(len(head), 1)


def _repaired(source: bytes) -> Decoded:
    """Return the text of bytes that are not valid UTF-8: as UTF-8 with a few damaged bytes, or else as windows-1256."""
    text = source.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    sound = sum(1 for char in text[:_LOOKED_AT] if char > "\x7f") - text[:_LOOKED_AT].count("\ufffd")
    if sound and spoilt <= max(1, _MOST_SPOILT * len(text)) and sound > spoilt:
        return Decoded(text, "utf-8")
    return Decoded(source.decode("cp1256", "replace"), "cp1256")


def encoding_of(source: bytes) -> tuple[int, str | None]:
    """Return the length of the byte order mark, and the encoding it names; UTF-8 without one, None for what is no text."""
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            return len(bom), encoding
    return 0, None if _looks_binary(source[:_LOOKED_AT]) else "utf-8"


def decode_head(source: bytes, path: str) -> Decoded:
    """Return the text of the beginning of a file, as `decode` does; a letter cut at its end is left out."""
    for cut in range(min(4, len(source))):  # no letter has more bytes
        try:
            source[: len(source) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return decode(source[: len(source) - cut], path)
    return decode(source, path)


def decode(source: bytes, path: str) -> Decoded:
    """Return the text of `source`, decoded by its byte order mark, else as UTF-8, else as windows-1256 (legacy Arabic).

    path: named in the errors. Raises FileIsBinary if it is not text and FileEmpty if it holds nothing but blanks.
    """
    mark, encoding = encoding_of(source)
    if encoding is None:
        raise FileIsBinary(path=path)
    if mark:
        text = source[mark:].decode(encoding, "replace")
    else:
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError:
            text, encoding = _repaired(source)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise FileEmpty(path=path)
    return Decoded(text, encoding)


def is_arabic(char: str) -> bool:
    """Return whether `char` is a letter of the Arabic script."""
    return "\u0600" <= char <= "\u08ff" or "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"


def text_direction(text: str) -> str:
    """Return "R" if more than half of the first 10,000 letters of a text are Arabic, else "L"."""
    letters = [char for char in text[:20_000] if char.isalpha()][:10_000]
    return "R" if sum(map(is_arabic, letters)) * 2 > len(letters) else "L"
