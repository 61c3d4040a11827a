"""From characters to glyph units: the smallest pieces that are drawn as one, one or two cells wide.

A unit is a grapheme cluster, or lam + alef with the marks of both. Presentation forms are used in every terminal,
because only they make lam-alef a single cell everywhere. Format characters are not printed: harmless ones are merged
into a neighbouring unit; the others, like control characters, are shown as visible marks.
"""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from bidi.mirror import MIRRORED

from reader.text.clusters import cluster_starts
from reader.text.width import cell_width
from reader.typeset.joining import FORMS, LAM_ALEF, TRANSPARENT, form_indices

_LAM = "\u0644"
_SILENT = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u00ad\u2060\ufeff")
_INVISIBLE_MARKS = {
    "\u200b": "·", "\u200c": "¦", "\u200d": "‿", "\u200e": "↦", "\u200f": "↤", "\u061c": "↤", "\u00ad": "¬", "\u2060": "·", "\ufeff": "·",
    "\u00a0": "⍽", "\u202f": "⍽", "\u0640": "▬",
}  # fmt: skip
_DIRECTION_MARKS = {
    "\u202a": "⇢", "\u202d": "⇢", "\u2066": "⇢", "\u202b": "⇠", "\u202e": "⇠", "\u2067": "⇠",
    "\u2068": "⇔", "\u202c": "⇥", "\u2069": "⇥",
}  # fmt: skip
_UNEVEN = {chr(0x6DD): "◯", chr(0x8E2): "◯", **{chr(c): "#" for c in range(0x600, 0x606)}}
_CONTROL = "\ufffd"
_LONE_MARK_BASE = "◌"


class Unit(NamedTuple):
    """A glyph unit: its half-open span (code points of its paragraph), printed glyph, width in cells, and direction.

    at: the offset of the printed character; invisible ones may precede it.
    """

    start: int
    end: int
    glyph: str
    width: int
    rtl: bool
    at: int

    @property
    def blank(self) -> bool:
        """Whether nothing of it is visible."""
        return not self.glyph.strip()


def _visible_control(char: str, reveal: bool) -> str:
    """Return the mark that represents a control or format character, or "" if it stays invisible."""
    if char == "\t":
        return "  "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if category(char) == "Cc":
        return _CONTROL
    if char in _SILENT or (not reveal and char in _DIRECTION_MARKS):
        return ""
    return _DIRECTION_MARKS.get(char, "")


def _glyph(cluster: str, form: int, rtl: bool, reveal: bool, circle: bool) -> str:
    base = cluster[0]
    if base in FORMS:
        base = FORMS[base][form]
    elif base in _UNEVEN:
        base = _UNEVEN[base]
    elif rtl and base in MIRRORED:
        base = MIRRORED[base]
    elif len(cluster) == 1 and base > " " and base < "\x7f":
        return base
    elif category(base) in TRANSPARENT or category(base) == "Cc":
        if category(base) not in ("Mn", "Me"):
            return _visible_control(base, reveal) + "".join(c for c in cluster[1:] if category(c) in ("Mn", "Me"))
        if not circle:
            return ""
        base = _LONE_MARK_BASE + base
    elif base in "\u2028\u2029":
        return " "
    return base + "".join([c for c in cluster[1:] if c not in _SILENT]) if len(cluster) > 1 else base


@lru_cache(maxsize=8192)
def _drawn_as(cluster: str, form: int, rtl: bool, reveal: bool, circle: bool) -> tuple[str, int]:
    """Return the glyph of a cluster and its width in cells."""
    glyph = _glyph(cluster, form, rtl, reveal, circle)
    return glyph, cell_width(glyph) if glyph != "  " else 2


def _drawn(text: str, rtl: bytearray, reveal: bool, circle: bool) -> list[Unit]:
    """Return the units before those of no width are merged into their neighbours."""
    starts = cluster_starts(text)
    forms = form_indices(text, rtl)
    ends = [*starts[1:], len(text)]
    units: list[Unit] = []
    i, count = 0, len(starts)
    while i < count:
        start, end = starts[i], ends[i]
        cluster = text[start:end]
        if cluster[0] == _LAM and i + 1 < count and forms[start] > 1 and text[end] in LAM_ALEF and forms[end] & 1:
            alef = text[end : ends[i + 1]]
            glyph = LAM_ALEF[alef[0]][forms[start] & 1]
            glyph += "".join([c for c in cluster[1:] + alef[1:] if c not in _SILENT])
            units.append(Unit(start, ends[i + 1], glyph, 1, rtl=True, at=start))
            i += 2
            continue
        back = rtl[start] == 1
        glyph, width = _drawn_as(cluster, forms[start], back, reveal, circle)
        units.append(Unit(start, end, glyph, width, back, start))
        i += 1
    return units


def with_invisibles(text: str, units: list[Unit]) -> list[Unit]:
    """Return the units with invisible characters marked: in place of a blank or tatweel, or else beside the letter.

    A letter gains one cell, for the first of its invisible characters.
    """
    found: list[Unit] = []
    for unit in units:
        mark = _INVISIBLE_MARKS.get(text[unit.at], "")
        beside = next((_INVISIBLE_MARKS[c] for c in text[unit.start : unit.end] if c in _SILENT), "")
        if mark:
            found.append(unit._replace(glyph=mark))
        elif beside and unit.width == 1:
            found.append(unit._replace(glyph=beside + unit.glyph if unit.rtl else unit.glyph + beside, width=2))
        else:
            found.append(unit)
    return found


def shape(text: str, rtl: bytearray, *, reveal: bool = False, circle: bool = True) -> list[Unit]:
    """Return the glyph units of one paragraph in logical order; they cover it without gaps or overlaps.

    rtl: one byte per code point, 1 where its level is odd. reveal: show direction controls as marks, as is right
    for text from outside; the interface's own strings contain isolates that should stay invisible. circle: show a
    mark without a letter on a dotted circle, which takes a cell that the screen library does not count.
    """
    merged: list[Unit] = []
    waiting: int | None = None
    for unit in _drawn(text, rtl, reveal, circle):
        if unit.width == 0:
            if waiting is None and merged and not merged[-1].blank:
                merged[-1] = merged[-1]._replace(end=unit.end)
            elif waiting is None:
                waiting = unit.start
            continue
        merged.append(unit if waiting is None else unit._replace(start=waiting))
        waiting = None
    if waiting is not None and merged:
        merged[-1] = merged[-1]._replace(end=len(text))
    elif waiting is not None:
        merged.append(Unit(waiting, len(text), " ", 1, rtl=False, at=waiting))
    return merged
