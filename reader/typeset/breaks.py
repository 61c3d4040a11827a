"""Where a paragraph may be broken into rows.

A row breaks at blanks, never inside a word, and not between words that an Arab typesetter keeps together; the words
those rules apply to are in nobreak.txt. UAX #14 is not used: it breaks after «-» and «/», which Arabic news does not.
"""

import itertools
import os.path
from functools import cache
from typing import NamedTuple

_OPENING = frozenset("([{«“‹⟨")
_CLOSING = frozenset(")]}»”›⟩،؛:.…؟!%٪,;?")
_DIGITS = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_NUMBER_SIGNS = frozenset(".,:٫٬/-–+±$€£")
_SLASH_REACH = 12  # a /…/ of up to this many characters is not broken inside
_TATWEEL = "ـ"


class BreakWord(NamedTuple):
    """A stretch without blanks: its half-open span in code points, and its letters."""

    start: int
    end: int
    letters: str


@cache
def _rules() -> dict[str, frozenset[str]]:
    path = os.path.join(os.path.dirname(__file__), "nobreak.txt")
    with open(path, encoding="utf-8") as file:
        lines = [line.partition(":") for line in file if line[:1] not in "#\n"]
    return {name: frozenset(words.split()) for name, _, words in lines}


def split_words(text: str) -> list[BreakWord]:
    """Return the stretches of `text` between blanks. No-break spaces (U+00A0, U+202F, U+2007) are not blanks."""
    found: list[BreakWord] = []
    start = -1
    for i, char in enumerate(text):
        if char.isspace() and char not in "\u00a0\u202f\u2007":
            if start >= 0:
                found.append(BreakWord(start, i, text[start:i]))
                start = -1
        elif start < 0:
            start = i
    if start >= 0:
        found.append(BreakWord(start, len(text), text[start:]))
    return found


def is_number(letters: str) -> bool:
    """Return whether a word is a number, a time or a date in digits, with a clitic (لـ25) or without."""
    core = letters.rpartition(_TATWEEL)[2].lstrip("وبلكف(«/")
    return bool(core) and core[0] in _DIGITS and all(c in _DIGITS or c in _NUMBER_SIGNS for c in core)


def _bare(letters: str) -> str:
    return letters.strip("()[]{}«»“”\"'/،؛:.…؟!,;?")


def _binds_number(before: BreakWord, after: BreakWord, earlier: BreakWord | None) -> bool:
    rules, next_word = _rules(), _bare(after.letters) or after.letters
    if is_number(before.letters):
        return next_word in rules["units"] or next_word in rules["months"] or after.letters[0] in "%٪"
    if earlier is not None and is_number(earlier.letters) and before.letters in rules["scales"]:
        return next_word in rules["currencies"]
    return False


def binds(before: BreakWord, after: BreakWord, earlier: BreakWord | None = None) -> bool:
    """Return whether two neighbouring words must stay on the same row. earlier: the word before both."""
    rules = _rules()
    if before.letters[-1] in _OPENING or after.letters[0] in _CLOSING:
        return True
    if before.letters in rules["after"] or before.letters.lstrip("(«“/") in rules["after"]:
        return True
    if before.letters[-1] == _TATWEEL and len(before.letters) <= 3:
        return True
    if f"{_bare(before.letters)}={_bare(after.letters)}" in rules["pairs"]:
        return True
    return _binds_number(before, after, earlier)


def _slash_spans(text: str) -> list[tuple[int, int, int]]:
    """Return the pairs of slashes used as quotation marks, as QNA does: opening, closing, length between."""
    spans: list[tuple[int, int, int]] = []
    opening = -1
    for i, char in enumerate(text):
        if char != "/":
            continue
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        if opening < 0 and (not before or before.isspace() or before in "ـ(«") and after:
            opening = i
        elif opening >= 0:
            spans.append((opening, i, i - opening - 1))
            opening = -1
    return spans


def break_offsets(text: str) -> list[int]:
    """Return the offsets (code points) of `text` at which a new row may begin: each the start of a word."""
    found = split_words(text)
    kept: set[int] = set()
    following = {word.end: after.start for word, after in itertools.pairwise(found)}
    for opening, closing, length in _slash_spans(text):
        kept.update(range(opening + 1, closing + 1) if length <= _SLASH_REACH else ())
        kept.update((closing, following.get(opening + 1, closing)))
    offsets: list[int] = []
    for i in range(1, len(found)):
        before, after = found[i - 1], found[i]
        if after.start not in kept and not binds(before, after, found[i - 2] if i > 1 else None):
            offsets.append(after.start)
    return offsets
