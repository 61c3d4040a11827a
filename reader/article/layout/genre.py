"""Whether a text is a report at all: a classical book has «قال» on every page but no statements to attribute."""

from collections.abc import Sequence

from reader.article.words.lexicon import words
from reader.article.words.sentence import Sentence

_MARKED = 0.04  # share of classical words from which a text is a classical book; test reports reach 0.024 at most
_SHORTEST = 60  # words; a shorter text always counts as a report
_ENOUGH = 20_000  # words after which the rest of the text is not examined


def is_report(sentences: Sequence[Sentence]) -> bool:
    """Return whether the sentences are from a report rather than from a book with classical Arabic vocabulary."""
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
