"""The digits on screen: as the text has them, or European, or Arabic-Indic.

Glyphs are replaced after ordering, so COVID-19, dates and percents stay as they are laid; digits in or after Latin words are left.
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
    """Return the units of the paragraph `text` with its digits as wanted, outside Latin words and the numbers after them."""
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
