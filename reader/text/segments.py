"""Words, clauses, sentences and paragraphs of a text, as half-open spans in code points."""

import itertools
import re
from bisect import bisect_right

from unicode_segmentation_rs import split_word_bounds

_SENTENCE_END = ".؟!?…"
_CLOSERS = '"»”)'
_QUOTES = {"«": "»", "“": "”", "{": "}", '"': '"'}
_ENDING = frozenset(_SENTENCE_END + _CLOSERS)
_EVENT = re.compile(f"[{_SENTENCE_END}{re.escape(''.join(_QUOTES))}]")
_CLAUSE_END = "،؛;:"


def word_bounds(text: str) -> list[int]:
    """Return every word boundary of `text` (UAX #29), from 0 to its length."""
    bounds = [0]
    for piece in split_word_bounds(text):
        bounds.append(bounds[-1] + len(piece))
    return bounds


def words(text: str) -> list[tuple[int, int]]:
    """Return the spans of the actual words: pieces with a letter or a digit, including their harakat and clitics."""
    bounds = word_bounds(text)
    return [(a, b) for a, b in itertools.pairwise(bounds) if any(map(str.isalnum, text[a:b]))]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the non-blank lines, without the blanks around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        low, high = _trim(text, start, end)
        if high > low:
            spans.append((low, high))
        start = end + 1
    return spans


def _is_abbreviation(text: str, start: int, dot: int) -> bool:
    """Return whether the dot ends a one-letter abbreviation such as د. or م. (never the end of a sentence)."""
    low = dot
    while low > start and text[low - 1].isalpha():
        low -= 1
    return dot - low == 1 and text[dot] == "."


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    ends: list[int] = []
    last: dict[str, int] = {}  # where each closing quote occurs last: an open quote without one is no quotation
    low = i = start
    while (event := _EVENT.search(text, i, end)) is not None:
        at, char = event.start(), event.group()
        i = at + 1
        if char in _QUOTES:
            close = _QUOTES[char]
            if close not in last:
                last[close] = text.rfind(close, start, end)
            if last[close] > at:
                i = text.index(close, i, end) + 1
            continue
        while i < end and text[i] in _ENDING:
            i += 1
        if (i >= end or text[i].isspace()) and not _is_abbreviation(text, low, at):
            ends.append(i)
            low = i
    return ends


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of `text[start:end]`, trimmed.

    A sentence ends at the end of a line, or after . .. … ؟ ! before a blank; never inside a quotation that is
    closed on its line, and never after a one-letter abbreviation (د.).
    """
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    for low, high in paragraphs(text[start:stop]):
        first, last = start + low, start + high
        for cut in [*_sentence_ends(text, first, last), last]:
            span = _trim(text, first, cut)
            if span[1] > span[0]:
                spans.append(span)
            first = cut
    return spans


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the clauses of the sentence `text[start:end]`, each ending at ، ؛ ; or : before a blank."""
    spans: list[tuple[int, int]] = []
    low = start
    for i in range(start, end):
        if text[i] in _CLAUSE_END and (i + 1 >= end or text[i + 1].isspace()):
            spans.append(_trim(text, low, i + 1))
            low = i + 1
    spans.append(_trim(text, low, end))
    return [span for span in spans if span[1] > span[0]]


def span_at(spans: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the span that holds `offset`, else the nearest one before it, else the first; None for an empty list."""
    if not spans:
        return None
    index = bisect_right(spans, (offset, 1 << 60)) - 1
    return spans[max(index, 0)]
