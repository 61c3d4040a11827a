"""What to send to a terminal that reorders whole lines by UAX #9 and drops bidi controls (seen: PuTTY 0.78).

Such a terminal takes a line's direction from its first strong letter, so a single Arabic word can push a whole row to
the right edge. In a row with Arabic, each blank is therefore sent as U+2800, the braille pattern without dots: as wide
and as empty as a blank, but of class L. The row then runs from left to right, its words stay in place, and the terminal
reorders each word separately.
"""

from functools import lru_cache
from typing import TypeVar
from unicodedata import category

from bidi.mirror import MIRRORED

from reader.text.decode import is_arabic
from reader.typeset.bidi import resolve

S = TypeVar("S")
Glyphs = list[tuple[str, S]]

BLANK = "\u2800"
"""The braille pattern without dots: a blank of class L."""


def is_letter(glyph: str) -> bool:
    """Return whether a glyph is an Arabic letter, which a terminal treats as right-to-left."""
    return is_arabic(glyph[0]) and category(glyph[0]) in ("Lo", "Lm")


def _is_digit(glyph: str) -> bool:
    return category(glyph[0]) == "Nd"


def _is_arabic_digit(glyph: str) -> bool:
    """Return whether a glyph is a digit of class AN, which is ordered with Arabic."""
    return "\u0660" <= glyph[0] <= "\u0669"


def pieces_of(row: Glyphs[S]) -> list[tuple[bool, Glyphs[S]]]:
    """Return the row in pieces: from an Arabic letter to the last one before a Latin letter, and what lies between."""
    pieces: list[tuple[bool, Glyphs[S]]] = []
    start = last = -1
    done = 0
    for i, (glyph, _style) in enumerate(row):
        if is_letter(glyph) or _is_arabic_digit(glyph):
            start, last = (i if start < 0 else start), i
        elif glyph[0].isalpha() and start >= 0:
            pieces += [(False, row[done:start]), (True, row[start : last + 1])]
            done, start = last + 1, -1
    if start >= 0:
        pieces += [(False, row[done:start]), (True, row[start : last + 1])]
        done = last + 1
    return [*pieces, (False, row[done:])]


def _number_end(row: Glyphs[S], at: int) -> int:
    """Return where the number that begins at `at` ends; single separators between digits are part of it."""
    end = at + 1
    while end < len(row):
        if _is_digit(row[end][0]):
            end += 1
        elif row[end][0] in ".,:/٫٬" and end + 1 < len(row) and _is_digit(row[end + 1][0]):
            end += 2
        else:
            break
    return end


def _logical(part: Glyphs[S]) -> Glyphs[S]:
    """Return an Arabic piece in logical order: reversed, with numbers kept forwards and brackets as typed."""
    groups: list[Glyphs[S]] = []
    at = 0
    while at < len(part):
        end = _number_end(part, at) if _is_digit(part[at][0]) else at + 1
        groups.append(part[at:end])
        at = end
    return [(MIRRORED.get(glyph, glyph), style) for group in reversed(groups) for glyph, style in group]


def _shown(sent: list[tuple[str, int]]) -> list[str]:
    """Return the cells that such a terminal displays for glyphs sent between two blanks."""
    text = BLANK + "".join([glyph for glyph, _source in sent]) + BLANK
    resolved = resolve(text, "L")
    rank = {offset: place for place, offset in enumerate(resolved.order)}
    cells: dict[int, str] = {}
    at = 1
    for glyph, _source in sent:
        cells[at] = MIRRORED.get(glyph, glyph) if resolved.rtl[at] else glyph
        at += len(glyph)
    return [cells[offset] for offset in sorted(cells, key=rank.__getitem__)]


@lru_cache(maxsize=4096)
def _sent(word: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return the glyphs to send so that a word is displayed as given, each with the index its style comes from.

    If nothing can be displayed that way (a number to the right of Arabic in one word), return the first guess.
    """
    row = [(glyph, i) for i, glyph in enumerate(word)]
    if not any(is_letter(glyph) or _is_arabic_digit(glyph) for glyph in word):
        return tuple(row)
    turned = [one for arabic, part in pieces_of(row) for one in (_logical(part) if arabic else part)]
    for guess in (turned, row, _logical(row)):
        if _shown(guess) == list(word):
            return tuple(guess)
    return tuple(turned)


def runs_of(row: Glyphs[S]) -> Glyphs[S]:
    """Return what to send for a visual row; a row without Arabic is returned unchanged."""
    if not any(is_letter(glyph) or _is_arabic_digit(glyph) for glyph, _style in row):
        return row
    found: Glyphs[S] = []
    start = 0
    for end in [*(i for i, (glyph, _style) in enumerate(row) if glyph.isspace()), len(row)]:
        word = row[start:end]
        found += [(glyph, word[source][1]) for glyph, source in _sent(tuple([glyph for glyph, _style in word]))]
        found += [(BLANK, style) for _glyph, style in row[end : end + 1]]
        start = end + 1
    return found
