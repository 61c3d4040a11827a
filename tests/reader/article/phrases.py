"""Short texts as the rules see them, and what a range of their words says."""

from collections.abc import Sequence

from annotations.values.spans import Span
from reader.article.words.sentence import Sentence, read_sentence
from reader.article.words.tokens import Token, cover


def sentence(text: str, *, dotted: bool = False) -> Sentence:
    """Return a text of one sentence, read."""
    return read_sentence(text, Span(0, len(text)), dotted=dotted)


def read(text: str) -> list[Token]:
    """Return the words of a short text."""
    return sentence(text).words


def written(text: str, found: Sequence[Token], words: tuple[int, int]) -> str:
    """Return what the words of a half-open range of indices say in a text, empty for an empty range."""
    return cover(found, *words).cut(text) if words[0] < words[1] else ""
