"""Folding for search: what Arabic spelling leaves open is made one, with a map back to the text.

Harakat, tatweel and format characters are dropped; the forms of alef, of hamza, ى/ي and ة/ه are one; digits of all
kinds, presentation forms and typographic punctuation become the plain ones; blanks become one space.
"""

from typing import NamedTuple
from unicodedata import category, decimal, normalize

_ONE = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ؤئ", "ء"), **dict.fromkeys("ىیې", "ي"), **dict.fromkeys("ةۃہھە", "ه"),
        **dict.fromkeys("کڪ", "ك"), "ے": "ي", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "گ": "ك",
        **dict.fromkeys("«»“”„", '"'), "،": ",", "؛": ";", "؟": "?", "٪": "%", **dict.fromkeys("–—‑−", "-"),
    }
)  # fmt: skip
_TATWEEL = "ـ"


class Folded(NamedTuple):
    """A folded text; offsets[i] is where in the text (code points) its i-th character comes from, and one more at the end."""

    text: str
    offsets: list[int]


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    kind = category(char)
    if kind in ("Mn", "Me", "Cf") or char == _TATWEEL:
        return ""
    if kind == "Nd":
        return str(decimal(char))
    if char > "\ufaff" or kind in ("Lu", "Ll", "Lt"):
        char = "".join(c for c in normalize("NFKD", char) if category(c) != "Mn").casefold()
    return char.translate(_ONE)


def fold(text: str) -> Folded:
    """Return `text` folded, letter by letter, with the map back."""
    cache: dict[str, str] = {}
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        found = cache.get(char)
        if found is None:
            found = cache[char] = _fold_char(char)
        if found == " " and letters and letters[-1] == " ":
            continue
        for one in found:
            letters.append(one)
            offsets.append(offset)
    offsets.append(len(text))
    return Folded("".join(letters), offsets)
