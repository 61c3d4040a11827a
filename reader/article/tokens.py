"""The words of a stretch of text with their places, as the rules look at them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.spans import Span
from reader.article.lexicon import fold, words


class Token(NamedTuple):
    """A word: its span in the text (punctuation included), as written, and folded."""

    span: Span
    letters: str
    key: str

    @property
    def ends_phrase(self) -> bool:
        """Whether a comma, a colon or a full stop follows it."""
        return self.letters[-1] in "،,؛:.؟!"


def tokens(text: str, span: Span) -> list[Token]:
    """Return the words of `text` in `span`, parted at blanks."""
    found: list[Token] = []
    at = span.start
    for letters in text[span.start : span.end].split():
        at = text.index(letters, at)
        found.append(Token(Span(at, at + len(letters)), letters, fold(letters)))
        at += len(letters)
    return found


def longest_match(found: Sequence[Token], at: int, phrases: frozenset[str], most: int = 4) -> int:
    """Return how many words from `at` make up a phrase of the list, the most that do; 0 where none."""
    for count in range(min(most, len(found) - at), 0, -1):
        if " ".join([token.key for token in found[at : at + count]]) in phrases:
            return count
    return 0


def begins_with(found: Sequence[Token], name: str) -> bool:
    """Tell whether the words begin with a phrase of the list `name`."""
    return longest_match(found, 0, words(name)) > 0


def find_phrase(found: Sequence[Token], name: str, within: Iterable[int]) -> int | None:
    """Return the first of the indices `within` at which a phrase of the list `name` begins, or None."""
    phrases = words(name)
    return next((i for i in within if i < len(found) and longest_match(found, i, phrases)), None)
