"""Digits on screen: as in the text, European, or Arabic-Indic.

Glyphs are replaced after reordering, so COVID-19, dates and percentages keep their layout; digits in or after Latin
words are left unchanged.
"""

from typing import Literal

from reader.typeset.breaks import split_words
from reader.typeset.shape import Unit

Digits = Literal["text", "western", "arabic_indic"]
_WESTERN, _INDIC, _PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
_MAPS = {
    "western": str.maketrans(_INDIC + _PERSIAN, _WESTERN * 2),
    "arabic_indic": str.maketrans(_WESTERN + _PERSIAN, _INDIC * 2),
}


def _is_latin(word: str) -> bool:
    return any((char.isascii() and char.isalpha()) or "\u00c0" <= char <= "\u024f" for char in word)


def with_digits(units: tuple[Unit, ...], text: str, digits: Digits) -> tuple[Unit, ...]:
    """Return the units of the paragraph `text` with digits in the given style, except in or after Latin words."""
    if digits == "text":
        return units
    kept: set[int] = set()
    after_latin = False
    for word in split_words(text):
        latin = _is_latin(word.letters)
        if latin or (after_latin and not any(char.isalpha() for char in word.letters)):
            kept.update(range(word.start, word.end))
        after_latin = latin
    table = _MAPS[digits]
    return tuple(unit if unit.at in kept else unit._replace(glyph=unit.glyph.translate(table)) for unit in units)
