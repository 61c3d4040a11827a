"""Kashida justification: where a word may be elongated, and how many cells each row gains.

The insertion points and their priorities follow Microsoft's rules for justified Arabic; the limits follow naskh
practice: one insertion point per word, one cell and then two, at most every second word, never within one column of a
kashida in the row above, and at most 12 % of the width. The inserted cells belong to the letter before them, so
offsets, the selection and copied text are unaffected.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.typeset.joining import DUAL, FINAL, FORMS, MEDIAL
from reader.typeset.row import Paragraph, Row, rebuilt
from reader.typeset.shape import Unit

_TATWEEL = "ـ"
_SEEN = frozenset("سشصض")
_FUTURE = frozenset("يتنأ")
_ARTICLES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
_NEVER = frozenset(("الله", "لله", "والله", "بالله", "ولله", "فالله"))
_BEFORE_FINAL = {**dict.fromkeys("ةهدذ", 2), **dict.fromkeys("اأإآطظلك", 3), **dict.fromkeys("وؤعغقف", 5)}
_LEAST_LETTERS, _LONG = 4, 5
_MOST_SHARE = 0.12
_LEAST_FILL = 0.75
_FEW = 3
_PAUSES = "،؛.:"


class KashidaWord(NamedTuple):
    """A word of a row: the span of its unit indices, and the index of the unit after which it is elongated, if any."""

    first: int
    last: int
    place: int | None


def _letter(text: str, unit: Unit) -> str:
    return text[unit.at]


def _form(text: str, unit: Unit) -> int:
    """Return the form in which a unit's letter is drawn: FINAL, MEDIAL, or another."""
    forms = FORMS.get(_letter(text, unit))
    return forms.index(unit.glyph[0]) if forms and unit.glyph[0] in forms else -1


def _joins(text: str, before: Unit, after: Unit) -> bool:
    return (
        _letter(text, before) in DUAL
        and before.end - before.start >= 1
        and _form(text, after) in (FINAL, MEDIAL)
        and "\u200c" not in text[before.start : after.end]
    )


def _rank(text: str, units: Sequence[Unit], at: int, last: int) -> int | None:
    """Return the priority of a kashida after unit `at` of a word that ends with unit `last`, or None if not allowed."""
    if _letter(text, units[at]) == _TATWEEL and at > 0:
        return 0 if _letter(text, units[at - 1]) != "ه" else None
    if not _joins(text, units[at], units[at + 1]):
        return None
    after = _letter(text, units[at + 1])
    if _letter(text, units[at]) in _SEEN:
        return 1
    if _form(text, units[at + 1]) == FINAL:
        return _BEFORE_FINAL.get(after, 6)
    if (
        after in "بتثني"
        and at + 2 <= last
        and _letter(text, units[at + 2]) in "رزيى"
        and _form(text, units[at + 2]) == FINAL
    ):
        return 4
    return 7 if last + 1 >= _LONG and _form(text, units[at]) == MEDIAL else None


def _allowed(word: str, letters: str, at: int, article: int) -> bool:
    """Return whether a kashida may follow letter `at`: not within or just after the article, rarely after the first."""
    if at < article or word in _NEVER:
        return False
    return at > 0 or (letters[0] in _SEEN and not (letters[0] == "س" and letters[1:2] in _FUTURE))


def find_place(text: str, units: Sequence[Unit]) -> int | None:
    """Return the index of the unit after which a word is best elongated, or None if it may not be.

    text: the paragraph's text; units: the word's units, in logical order.
    """
    letters = "".join([_letter(text, unit) for unit in units])
    word = letters.replace(_TATWEEL, "")
    drawn = "".join([text[unit.start : unit.end] for unit in units])
    if len([c for c in drawn if c in FORMS]) < _LEAST_LETTERS or not all(c in FORMS or c == _TATWEEL for c in letters):
        return None
    article = next((len(prefix) for prefix in _ARTICLES if drawn.startswith(prefix)), 0)
    best: tuple[int, int] | None = None
    for at in range(len(units) - 1):
        rank = _rank(text, units, at, len(units) - 1) if _allowed(word, letters, at, article) else None
        if rank is not None and (best is None or (rank, -at) < best):
            best = (rank, -at)
    return None if best is None else -best[1]


def _core(text: str, units: Sequence[Unit], first: int, last: int) -> tuple[int, int]:
    """Return the span of a word without the punctuation around it."""
    while first < last and _letter(text, units[first]) not in FORMS:
        first += 1
    while last > first and _letter(text, units[last - 1]) not in FORMS:
        last -= 1
    return first, last


def words_of(text: str, row: Row) -> list[KashidaWord]:
    """Return the words of a row in logical order."""
    found: list[KashidaWord] = []
    first = -1
    for i, unit in enumerate([*row.units, None]):
        if unit is not None and not unit.blank:
            first = i if first < 0 else first
        elif first >= 0:
            low, high = _core(text, row.units, first, i)
            place = find_place(text, row.units[low:high]) if high - low > 1 else None
            found.append(KashidaWord(first, i, None if place is None else low + place))
            first = -1
    return found


def _eligible(words: Sequence[KashidaWord], refused: set[int]) -> list[int]:
    """Return the insertion points that a row's words offer, from its end backwards, in at most every second word."""
    places: list[int] = []
    skip = False
    for word in reversed(words):
        if word.place is None or word.place in refused or skip:
            skip = False
            continue
        places.append(word.place)
        skip = True
    return places


def _gaps(text: str, row: Row) -> list[int]:
    """Return the blanks between words: those after a pause mark first, each group from the row's end backwards."""
    inner = [i for i in range(1, len(row.units) - 1) if row.units[i].blank]
    return sorted(inner, key=lambda i: (_letter(text, row.units[i - 1]) not in _PAUSES, -i))


def _shares(text: str, row: Row, missing: int, width: int, places: Sequence[int]) -> dict[int, int] | None:
    """Return the cells to add to each unit, `missing` in total, or None if that cannot be done well."""
    gaps = _gaps(text, row)
    if len(places) < _FEW:
        return dict.fromkeys(gaps[:missing], 1) if missing * 2 <= len(gaps) else None
    most = min(2 * len(places), int(width * _MOST_SHARE))
    drawn = min(missing, most)
    shares = dict.fromkeys(places, 0)
    for turn in range(drawn):
        shares[places[turn % len(places)]] += 1
    left = missing - drawn
    if left > len(gaps):
        return None
    return {unit: count for unit, count in (shares | dict.fromkeys(gaps[:left], 1)).items() if count}


def _columns(row: Row, shares: dict[int, int], units: Sequence[Unit]) -> dict[int, int]:
    """Return the column, from the left, of each inserted kashida."""
    columns: dict[int, int] = {}
    at = 0
    for index in row.order:
        if index in shares and not units[index].blank:
            columns[index] = at
        at += units[index].width + shares.get(index, 0)
    return columns


def _widened(unit: Unit, count: int) -> Unit:
    filler = " " if unit.blank else _TATWEEL  # inserted to the left of the letter: after it in reading order
    return unit._replace(glyph=filler * count + unit.glyph, width=unit.width + count)


def justify(text: str, row: Row, width: int, above: frozenset[int] = frozenset()) -> tuple[Row, frozenset[int]]:
    """Return a row justified to `width` cells and the columns of its kashidas; unchanged if that cannot be done well.

    text: the text of the row's paragraph. above: the columns of the kashidas in the row above.
    """
    missing = width - row.width
    if missing <= 0 or row.width < _LEAST_FILL * width or row.base != "R" or "﴿" in text[row.start : row.end]:
        return row, frozenset()
    words = words_of(text, row)
    refused: set[int] = set()
    while True:
        shares = _shares(text, row, missing, width, _eligible(words, refused))
        if shares is None:
            return row, frozenset()
        columns = _columns(row, shares, row.units)
        clash = [index for index, column in columns.items() if above & {column - 1, column, column + 1}]
        if not clash:
            break
        refused.update(clash)
    units = tuple(_widened(unit, shares[i]) if i in shares else unit for i, unit in enumerate(row.units))
    return rebuilt(row, units), frozenset(columns.values())


def justified(paragraph: Paragraph, rows: Sequence[Row], width: int) -> list[Row]:
    """Return the rows of a paragraph, all but the last justified to the column where that can be done well."""
    found: list[Row] = []
    above: frozenset[int] = frozenset()
    for row in rows[:-1]:
        wide, above = justify(paragraph.text, row, width, above)
        found.append(wide)
    return [*found, *rows[-1:]]
