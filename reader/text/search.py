"""Search: every match of a query, as Arabic is spelt rather than as it is encoded.

Folded by default; a haraka in the query is never contradicted; «عبد الله» finds «عبدالله» and vice versa. With
variants, أمريكا also finds أميركا: the groups of `text/variants.txt`.
"""

import os
import re
from functools import cache
from itertools import product
from typing import NamedTuple

from annotations.values.folding import Folded, fold, fold_text
from annotations.values.spans import Span
from reader.errors import BadPattern
from reader.text.clusters import snap_out
from reader.text.harakat import agrees
from reader.text.occurrences import CLITICS, ENDINGS, Occurrence, occurrences, written_forms

FOLDED, VARIANTS, EXACT, REGEX = "folded", "variants", "exact", "regex"
SPELLINGS = ENDINGS + 1  # one level beyond those of `occurrences`
WAYS = (FOLDED, VARIANTS, EXACT, REGEX)
_JOINED = re.compile(r"\b(و|ف|عبد(?= ال)|ابو|ابي|ابا|لا(?= [يتنا])) (?=\w)")
_APART = re.compile(r"\b(عبد(?=ال\w)|ابو(?=\w{3})|ابي(?=\w{3})|لا(?=[يتن]\w{2})|و(?=\w{3}))(?! )")


class Hit(NamedTuple):
    """A match, and whether it is spelt differently from the query."""

    span: Span
    otherwise: bool


def spellings(query: str) -> list[str]:
    """Return the folded query in each way it may be spaced: «عبد الله» and «عبدالله», «و قال» and «وقال»."""
    wanted = fold_text(query)
    return [one for one in dict.fromkeys((wanted, _JOINED.sub(r"\1", wanted), _APART.sub(r"\1 ", wanted))) if one]


@cache
def _groups() -> list[tuple[re.Pattern[str], list[str]]]:
    """Return the groups of spellings, each with a pattern that matches its folded words with article and clitics."""
    import reader.text

    path = os.path.join(os.path.dirname(reader.text.__file__), "variants.txt")
    with open(path, encoding="utf-8") as file:
        rows = [line.split() for line in file if not line.startswith("#")]
    before, behind = r"(?<!\w)([وف]?[بكل]?(?:ال)?)", r"(?=\w{0,4}\b)"
    return [(re.compile(f"{before}(?:{'|'.join(map(fold_text, row))}){behind}"), row) for row in rows]


def variants(query: str) -> list[str]:
    """Return the query in every spelling of its words, the query itself first and unfolded: «أمريكا», «أميركا»."""
    found = [""]
    at, wanted = 0, fold_text(query)
    places = sorted(
        ((match.start(), match, row) for pattern, row in _groups() for match in pattern.finditer(wanted)),
        key=lambda place: place[0],
    )
    for start, match, row in places:
        if start >= at:
            found = [begun + wanted[at:start] + match[1] + word for begun, word in product(found, row)]
            at = match.end()
    others = [begun + wanted[at:] for begun in found]
    return [query, *(other for other in others if fold_text(other) != wanted)]


def _find(text: str, folded: Folded, query: str, *, spelt_otherwise: bool = False) -> list[Hit]:
    found: dict[int, Hit] = {}
    own = spellings(query)
    others = [one for variant in variants(query) for one in spellings(variant)] if spelt_otherwise else []
    for wanted in dict.fromkeys((*own, *others)):
        at = folded.text.find(wanted)
        while at >= 0:
            span = Span(*snap_out(text, folded.offset(at), folded.offset(at + len(wanted) - 1) + 1))
            if wanted not in own or agrees(query, span.cut(text)):
                found.setdefault(span.start, Hit(span, span.cut(text) != query.strip()))
            at = folded.text.find(wanted, at + len(wanted))
    kept: list[Hit] = []
    for start in sorted(found):
        if not kept or start >= kept[-1].span.end:  # شيلي also lies within تشيلي
            kept.append(found[start])
    return kept


def _find_pattern(text: str, pattern: str) -> list[Hit]:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise BadPattern(pattern=pattern, reason=str(error)) from error
    spans = (match.span() for match in compiled.finditer(text))
    return [Hit(Span(*snap_out(text, start, end)), otherwise=False) for start, end in spans if end > start]


def every_place(text: str, query: str, level: int, folded: Folded | None = None) -> list[Occurrence]:
    """Return every occurrence as `occurrences` does; at SPELLINGS, also those of variant spellings, with clitics."""
    if level != SPELLINGS:
        return occurrences(text, query, level, folded)
    known = folded or fold(text)
    found: dict[int, Occurrence] = {}
    for spelt in variants(query):
        for one in occurrences(text, spelt, CLITICS, known):
            found.setdefault(one.span.start, one)
    return [found[start] for start in sorted(found)]


def indexed_forms(query: str, level: int) -> list[str]:
    """Return what the library's index may hold for a query, as `written_forms` does."""
    if level != SPELLINGS:
        return written_forms(query, level)
    return list(dict.fromkeys(form for spelt in variants(query) for form in written_forms(spelt)))


def find_hits(text: str, query: str, way: str = FOLDED, folded: Folded | None = None) -> list[Hit]:
    """Return every match of `query`, in order and without overlaps, widened to whole letters.

    way: folded, variants, exact or regex; folded: the text, already folded. Raises BadPattern.
    """
    if not query.strip():
        return []
    if way in (FOLDED, VARIANTS):
        return _find(text, folded or fold(text), query, spelt_otherwise=way == VARIANTS)
    return _find_pattern(text, query if way == REGEX else re.escape(query))


def find_all(text: str, query: str) -> list[Span]:
    """Return the span of every folded match of `query` in `text`."""
    return [hit.span for hit in find_hits(text, query)]
