"""A sentence as the rules look at it: its words, and which of them stand inside a quotation."""

from typing import NamedTuple

from annotations.spans import Span
from reader.article.tokens import Token, tokens

OPENING = frozenset("«“")
CLOSING = frozenset("»”")
_PLAIN = '"'
_SPEECH = 4  # words from which a quotation is speech and not a name or a term


class Sentence(NamedTuple):
    """Its span, its words, and for each word whether it is quoted (in a quotation of some length)."""

    span: Span
    words: list[Token]
    quoted: list[bool]
    direct: bool

    def opens(self, at: int) -> bool:
        """Tell whether a quotation or a colon stands before the word at index `at`."""
        gap = self.words[at].gap
        return ":" in gap or _PLAIN in gap or not OPENING.isdisjoint(gap)


def _quotations(text: str, span: Span, found: list[Token]) -> tuple[list[bool], bool]:
    quoted = [False] * len(found)
    raw = text[span.start : span.end]
    if not (_PLAIN in raw or "«" in raw or "“" in raw):
        return quoted, False
    opened: int | None = None
    direct = False

    def close(first: int, last: int) -> bool:
        long = last - first >= _SPEECH
        if long:
            quoted[first:last] = [True] * (last - first)
        return long

    for at, token in enumerate(found):
        for char in token.gap:
            if opened is None and (char in OPENING or char == _PLAIN):
                opened = at
            elif opened is not None and (char in CLOSING or char == _PLAIN):
                direct |= close(opened, at)
                opened = None
    if opened is not None:
        direct |= close(opened, len(found))
    return quoted, direct


def read_sentence(text: str, span: Span) -> Sentence:
    """Return the sentence of `text` at `span`."""
    found = tokens(text, span)
    return Sentence(span, found, *_quotations(text, span, found))
