"""Harakat: removing them, and checking whether those typed in a query contradict those of a text."""

import re
from unicodedata import combining

from annotations.values.folding import fold

_UNSEEN = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f]")
_SHADDA = "\u0651"


def bare(text: str) -> str:
    """Return a text as it is spelt, without harakat, tatweel and invisible characters."""
    return _UNSEEN.sub("", text)


def _letters(text: str) -> list[tuple[str, str]]:
    """Return the letters that folding leaves, each with the harakat on it."""
    found: list[tuple[str, str]] = []
    for char in text:
        if combining(char) and found:
            found[-1] = (found[-1][0], found[-1][1] + char)
        else:
            found += [(one, "") for one in fold(char).text if one != " "]
    return found


def agrees(query: str, hit: str) -> bool:
    """Return whether no haraka of `query` is contradicted by one in `hit`, a text that folds to the same letters."""
    if not any(map(combining, query)):
        return True
    for (_letter, typed), (_same, written) in zip(_letters(query), _letters(hit), strict=False):
        asked, there = set(typed) - {_SHADDA}, set(written) - {_SHADDA}
        if asked and there and asked != there:
            return False
        if typed and written and _SHADDA in typed and _SHADDA not in written:
            return False
    return True
