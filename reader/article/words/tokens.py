"""The words of a stretch of text with their positions, as the rules see them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.values.spans import Span
from reader.article.words.lexicon import Word, fold, phrases, word

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d"
_WORD = re.compile(f"[\\w{_MARKS}]+")
_COMMAS = frozenset("،,؛;:.؟!…\n")
HARD = frozenset(':.؟!…؛;\n()[]{}«»“”"*•')  # no noun phrase extends across these
_DASHES = (" -", " –", " —", "- ", "– ", "— ")


class Token(NamedTuple):
    """A word: its span in the text, its letters as written, the gap before it, and what is known about the word."""

    start: int
    end: int
    letters: str
    gap: str
    word: Word

    @property
    def span(self) -> Span:
        """The span of the word in the text."""
        return Span(self.start, self.end)

    @property
    def key(self) -> str:
        """The folded word."""
        return self.word.key

    @property
    def after_comma(self) -> bool:
        """Whether a comma or a stronger mark precedes the word."""
        return self.gap != " " and not _COMMAS.isdisjoint(self.gap)

    @property
    def after_hard(self) -> bool:
        """Whether a mark that ends any noun phrase precedes the word."""
        gap = self.gap
        return gap != " " and (not HARD.isdisjoint(gap) or any(dash in gap for dash in _DASHES))


def tokens(text: str, span: Span) -> list[Token]:
    """Return the words of `text` in `span`."""
    found: list[Token] = []
    before = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        letters = match.group()
        known = word(letters)
        if known.key:  # a lone tatweel or haraka is not a word
            found.append(Token(start, end, letters, text[before:start], known))
            before = end
    return found


def cover(found: Sequence[Token], start: int, end: int) -> Span:
    """Return the span of the words from index `start` up to, but not including, `end`."""
    return Span(found[start].start, found[end - 1].end)


def longest_match(found: Sequence[Token], at: int, name: str) -> int:
    """Return the length in words of the longest phrase of the list `name` that begins at `at`, or 0 if there is none.

    The first word may have a proclitic و or ف.
    """
    if at >= len(found):
        return 0
    first = found[at].word
    for key in {first.key, first.key[1:] if first.lead else first.key}:
        for parts in phrases(name).get(key, ()):
            if len(parts) == 1 or [t.key for t in found[at + 1 : at + len(parts)]] == list(parts[1:]):
                return len(parts)
    return 0


def begins_with(found: Sequence[Token], name: str) -> bool:
    """Return whether the words begin with a phrase of the list `name`."""
    return longest_match(found, 0, name) > 0


def find_phrase(found: Sequence[Token], name: str, within: Iterable[int]) -> int | None:
    """Return the first of the indices `within` at which a phrase of the list `name` begins, or None."""
    return next((i for i in within if i < len(found) and longest_match(found, i, name)), None)


def keys_of(text: str) -> list[str]:
    """Return the folded words of a short text."""
    return [fold(match.group()) for match in _WORD.finditer(text)]
