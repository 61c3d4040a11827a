"""From a visual row (glyphs with styles, from left to right) to what is sent to the terminal, by strategy.

visual    unchanged, for a terminal that leaves glyphs in place
words     for one that reverses each Arabic word (kitty): each word is sent reversed, with everything adjoining it; the
          styles stay with the displayed cells
runs      for one that reorders whole lines by UAX #9 and has no control to stop it (PuTTY, QTerminal):
          reader.typeset.runs
override  for one that reorders lines but obeys LRO: visual, with each Arabic piece within LRO ... PDF
plain     the same as visual here; code that prints whole lines prints the logical text instead

Harakat: hide drops them; essential keeps shadda, tanween and a damma on a word's first letter; shift prints each after
the cell to the left of its letter, for a terminal (Alacritty) that draws marks one cell too far to the right.
"""

from collections.abc import Sequence
from unicodedata import category

from bidi.mirror import MIRRORED

from reader.settings.rendering import Harakat, Strategy
from reader.typeset.runs import Glyphs, S, is_letter, pieces_of, runs_of

_EDGES = frozenset("│┃▌▎•┆■◆")  # drawn beside words, not part of them
_LRO, _PDF = "\u202d", "\u202c"
_SHADDA, _DAMMA = "\u0651", "\u064f"
_TANWEEN = frozenset("\u064b\u064c\u064d")
_SEEN = frozenset("\u0653\u0654\u0655")  # madda and hamza are part of the letter


def _reversed(part: Glyphs[S]) -> Glyphs[S]:
    """Return the glyphs in reverse order; the styles stay in place."""
    return [(glyph, style) for (glyph, _old), (_glyph, style) in zip(reversed(part), part, strict=True)]


def _turned(word: Glyphs[S]) -> Glyphs[S]:
    """Return a word so that a terminal that reverses words beginning in Arabic displays it as given.

    The terminal takes the direction of a word (what lies between two blanks) from its first letter, reverses all of
    it, digits too, and mirrors brackets.
    """
    back = [(MIRRORED.get(glyph, glyph), style) for glyph, style in _reversed(word)]
    first = next((glyph for glyph, _style in back if glyph[0].isalpha()), "")
    return back if first and is_letter(first) else word


def _words(row: Glyphs[S]) -> Glyphs[S]:
    found: Glyphs[S] = []
    word: Glyphs[S] = []
    for one in row:
        if one[0].isspace() or one[0][0] in _EDGES:
            found += [*_turned(word), one]
            word = []
        else:
            word.append(one)
    return found + _turned(word)


def _override(row: Glyphs[S]) -> Glyphs[S]:
    found: Glyphs[S] = []
    for arabic, part in pieces_of(row):
        forced = list(part)
        if arabic:
            forced[0] = (_LRO + forced[0][0], forced[0][1])
            forced[-1] = (forced[-1][0] + _PDF, forced[-1][1])
        found += forced
    return found


def _kept_marks(glyph: str, *, first: bool) -> str:
    """Return a glyph with only its essential marks. first: whether it is the first letter of its word."""
    keep = _TANWEEN | _SEEN | {_SHADDA} | ({_DAMMA} if first else set())
    return glyph[0] + "".join([c for c in glyph[1:] if c in keep or category(c) not in ("Mn", "Me")])


def _bare(glyph: str) -> str:
    return glyph[0] + "".join([c for c in glyph[1:] if c in _SEEN or category(c) not in ("Mn", "Me")])


def _shifted(row: Glyphs[S]) -> Glyphs[S]:
    """Return the row with the marks of each letter moved after the cell to its left."""
    found: Glyphs[S] = []
    for glyph, style in row:
        marks = "".join([c for c in glyph[1:] if category(c) in ("Mn", "Me")])
        if marks and is_letter(glyph) and found:
            found[-1] = (found[-1][0] + marks, found[-1][1])
            found.append(("".join([c for c in glyph if c not in marks]), style))
        else:
            found.append((glyph, style))
    return found


def with_harakat(row: Glyphs[S], harakat: Harakat) -> Glyphs[S]:
    """Return a visual row with its harakat shown as requested; the number of cells does not change."""
    if harakat == "hide":
        return [
            (_bare(glyph), style) if len(glyph) > 1 and is_letter(glyph) else (glyph, style) for glyph, style in row
        ]
    if harakat == "essential":
        ends = [
            i + 1 >= len(row) or not is_letter(row[i + 1][0]) for i in range(len(row))
        ]  # a word begins on its right
        return [
            (_kept_marks(glyph, first=first), style) if len(glyph) > 1 and is_letter(glyph) else (glyph, style)
            for (glyph, style), first in zip(row, ends, strict=True)
        ]
    return _shifted(row) if harakat == "shift" else row


def emit(row: Sequence[tuple[str, S]], strategy: Strategy = "visual", harakat: Harakat = "show") -> Glyphs[S]:
    """Return what to send for a visual row of (glyph, style) from left to right, one glyph per cluster."""
    shown = with_harakat(list(row), harakat)
    if strategy == "words":
        return _words(shown)
    if strategy == "runs":
        return runs_of(shown)
    return _override(shown) if strategy == "override" else shown
