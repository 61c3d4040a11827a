"""Whether a text is a report at all: a book of old has «قال» on every page, and nobody in it makes a statement."""

from collections.abc import Sequence

from reader.article.words.lexicon import words
from reader.article.words.sentence import Sentence

_MARKED = 0.04  # share of words of the old books from which a text is one; reports of the tests have 0.024 at most
_SHORTEST = 60  # words; a shorter text is not judged
_ENOUGH = 20_000  # words after which the rest changes nothing


def is_report(sentences: Sequence[Sentence]) -> bool:
    """Tell whether the sentences are from a report and not from a book whose words are those of classical Arabic."""
    press, classical = words("press_words"), words("classical_words")
    counted = of_press = of_old = 0
    for sentence in sentences:
        for token in sentence.words:
            of_press += token.key in press or token.word.stem in press
            of_old += token.key in classical or token.word.stem in classical
        counted += len(sentence.words)
        if counted >= _ENOUGH:
            break
    return counted < _SHORTEST or of_old < counted * _MARKED or of_old <= of_press
