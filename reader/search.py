"""Finding: every place of what was typed, as Arabic is spelt rather than as it is encoded.

Folded by default; a haraka that is typed is never contradicted; «عبد الله» finds «عبدالله» and the other way round.
"""

import re
from typing import NamedTuple

from annotations.folding import Folded, fold, fold_text
from annotations.spans import Span
from reader.errors import BadPattern
from reader.text.clusters import snap_out
from reader.text.harakat import agrees

FOLDED, EXACT, REGEX = "folded", "exact", "regex"
WAYS = (FOLDED, EXACT, REGEX)
_JOINED = re.compile(r"\b(و|ف|عبد(?= ال)|ابو|ابي|ابا|لا(?= [يتنا])) (?=\w)")
_APART = re.compile(r"\b(عبد(?=ال\w)|ابو(?=\w{3})|ابي(?=\w{3})|لا(?=[يتن]\w{2})|و(?=\w{3}))(?! )")


class Hit(NamedTuple):
    """A place found, and whether it is spelt otherwise than what was typed."""

    span: Span
    otherwise: bool


def spellings(query: str) -> list[str]:
    """Return the folded query as it may be written: «عبد الله» and «عبدالله», «و قال» and «وقال»."""
    wanted = fold_text(query)
    return [one for one in dict.fromkeys((wanted, _JOINED.sub(r"\1", wanted), _APART.sub(r"\1 ", wanted))) if one]


def _find(text: str, folded: Folded, query: str) -> list[Hit]:
    found: dict[int, Hit] = {}
    for wanted in spellings(query):
        at = folded.text.find(wanted)
        while at >= 0:
            span = Span(*snap_out(text, folded.offset(at), folded.offset(at + len(wanted) - 1) + 1))
            if agrees(query, span.cut(text)):
                found.setdefault(span.start, Hit(span, span.cut(text) != query.strip()))
            at = folded.text.find(wanted, at + len(wanted))
    return [found[start] for start in sorted(found)]


def _find_pattern(text: str, pattern: str) -> list[Hit]:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise BadPattern(pattern=pattern, reason=str(error)) from error
    spans = (match.span() for match in compiled.finditer(text))
    return [Hit(Span(*snap_out(text, start, end)), otherwise=False) for start, end in spans if end > start]


def find_hits(text: str, query: str, way: str = FOLDED, folded: Folded | None = None) -> list[Hit]:
    """Return every place of `query`, in order and without overlaps, snapped out to whole letters.

    way: folded, exact or regex; folded: the text folded already. Raises BadPattern.
    """
    if not query.strip():
        return []
    if way == FOLDED:
        return _find(text, folded or fold(text), query)
    return _find_pattern(text, query if way == REGEX else re.escape(query))


def find_all(text: str, query: str) -> list[Span]:
    """Return every place of `query` in `text`, folded."""
    return [hit.span for hit in find_hits(text, query)]
