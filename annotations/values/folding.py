"""Folding for search: spelling variants of Arabic are unified, with a mapping back to the text.

Harakat, tatweel and format characters are dropped; the forms of alef, the forms of hamza, ى/ي and ة/ه are unified;
digits of all kinds, presentation forms and typographic punctuation become plain ones; blanks and hyphens become a
single space, so that كوفيد-19, كوفيد- 19 and كوفيد 19 match. A search folds megabytes at once, hence the passes over
the whole text rather than character by character.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category, decimal, normalize

_SAME = {
    "ا": "أإآٱ", "ء": "ؤئ", "ي": "ىیېۍۓ", "ه": "ةۃہھەۀۂ", "ك": "کڪ", "ب": "پ", "ج": "چ", "ز": "ژ", "ف": "ڤ",
    '"': "«»“”„", ",": "،٬", ".": "٫", ";": "؛", "?": "؟", "%": "٪", "-": "–—‑−",
}  # fmt: skip
_ONE = str.maketrans({char: one for one, chars in _SAME.items() for char in chars} | {"ے": "ي", "گ": "ك"})
# the variants frequent in any text: replacing each throughout the text is faster than examining every letter
_COMMON = [(char, char.translate(_ONE)) for char in "أإآؤئىة«»،"]
_DROPPED = "ـۥۦ"  # letters to Unicode, but tatweel and the small waw and yeh of the Quran are none to a reader
_BLANKS = "\n-\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000–—‑−"
_MARKS = "\u064b-\u065f\u0670\u0640\u0610-\u061a\u200b-\u200f\u00ad\u061c\u202a-\u202e\u2060-\u2069\ufeff"
# a letter with a combining hamza, runs of marks, runs of blanks, and anything not already plain
_EVENT = re.compile(f"[وي][{_MARKS}]*\u0654|[{_MARKS}]+| [ {_MARKS}]+|[^ -~ء-غف-ي]")


class Folded(NamedTuple):
    """A folded text and the places where its length changed: folded start and end, start and end in the text."""

    text: str
    events: tuple[list[int], list[int], list[int], list[int]]

    def offset(self, index: int) -> int:
        """Return the text offset (code points) of the folded character `index`; the folded length maps to the end."""
        starts, ends, sources, source_ends = self.events
        at = bisect_right(starts, index) - 1
        if at < 0:
            return index
        return sources[at] if index < ends[at] else source_ends[at] + index - ends[at]

    def place(self, offset: int) -> int:
        """Return the index of the first folded character that comes from `offset` in the text or after it."""
        starts, ends, sources, source_ends = self.events
        at = bisect_right(sources, offset) - 1
        if at < 0:
            return offset
        return starts[at] if offset < source_ends[at] else ends[at] + offset - source_ends[at]


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    kind = category(char)
    if kind in ("Mn", "Me", "Cf") or char in _DROPPED:
        return ""
    if kind == "Nd":
        return str(decimal(char))
    if char == "…":
        return "..."
    if char > "\ufaff" or "\u0675" <= char <= "\u0678":  # a presentation form: the letters that it shows, hamza and all
        shown = normalize("NFKC", char).strip()
        if shown != char:
            return "".join(map(_fold_char, shown))
    if kind in ("Lu", "Ll", "Lt"):
        char = "".join(c for c in normalize("NFKD", char) if category(c) != "Mn").casefold()
    return char.translate(_ONE).replace("-", " ")


@lru_cache(maxsize=8192)
def _folded(stretch: str) -> str:
    if stretch[0] in "وي" and stretch[-1] == "\u0654":
        return "ء"
    if stretch[0] == " ":
        return " "
    return _fold_char(stretch[0])


def _plain(text: str) -> str:
    """Return the text with the most frequent variants replaced one for one."""
    plain = text.replace("İ", "I").lower()
    for char, one in _COMMON:
        plain = plain.replace(char, one)
    for char in _BLANKS:
        plain = plain.replace(char, " ")
    return plain


def fold(text: str) -> Folded:
    """Return `text` folded, with the mapping back to the text."""
    events: tuple[list[int], list[int], list[int], list[int]] = ([], [], [], [])
    pieces: list[str] = []
    source = out = 0
    plain = _plain(text)
    for match in _EVENT.finditer(plain):
        start, end = match.span()
        new = _folded(match.group())
        pieces += (plain[source:start], new)
        out, source = out + start - source + len(new), end
        if len(new) != end - start:
            for column, value in zip(events, (out - len(new), out, start, end), strict=True):
                column.append(value)
    pieces.append(plain[source:])
    return Folded("".join(pieces), events)


def fold_text(text: str) -> str:
    """Return `text` folded and stripped: what two spellings of the same thing have in common."""
    return fold(text).text.strip()


@cache
def letter_table() -> dict[int, str]:
    """Return how each letter and mark of the Arabic blocks folds, for `str.translate`; digits and punctuation are left out."""
    blocks = (
        range(0x600, 0x700),
        range(0x750, 0x780),
        range(0x870, 0x900),
        range(0xFB50, 0xFE00),
        range(0xFE70, 0xFF00),
    )
    others = (0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))
    codes = (code for block in (*blocks, others) for code in block)
    return {
        code: _fold_char(chr(code)) for code in codes if category(chr(code))[:1] in "LM" or category(chr(code)) == "Cf"
    }


def matches(typed: str, *names: str) -> bool:
    """Return whether one of some names contains what was typed, both folded; nothing typed matches everything."""
    wanted = fold_text(typed)
    return not wanted or any(wanted in fold_text(name) for name in names)


@lru_cache(maxsize=32_768)
def sort_key(name: str) -> str:
    """Return the key by which a name is sorted in a list: folded, without the article ال."""
    key = fold_text(name)
    return key[2:] if key.startswith("ال") and len(key) > len("الله") else key
