"""The clause around a word, and the subject of the whole sentence: each sentence is gone through only once."""

from typing import Protocol

from reader.article.speakers.find_phrase import REACH, phrase_at
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speech.subjects import Known, is_oblique, known_name
from reader.article.words.sentence import Sentence

_FURTHEST = 1000  # words of a sentence among which its subject is looked for


def _opens_clause(sentence: Sentence, at: int) -> int | None:
    """Return where the clause begins that the word at `at` opens, or None if it opens none."""
    token = sentence.words[at]
    if "؛" in token.gap or ("switches" in token.word.kinds and (token.after_comma or token.word.stem == "بينما")):
        return at
    before = sentence.words[at - 1]
    if token.key == "حين" and before.key in ("في", "علي", "على"):
        return at - 1
    if token.key == "ان" and before.key in ("غير", "بيد", "الا") and before.after_comma:
        return at - 1
    return None


class Clauses:
    """Where the clauses of a sentence begin: after ؛ or at a word like فيما."""

    def __init__(self, sentence: Sentence) -> None:
        """Begin at the head of the sentence."""
        self._sentence = sentence
        self._starts = [0]  # for each word, where the clause begins that goes on after it

    def start(self, at: int) -> int:
        """Return the index of the first word of the clause around the word at `at`."""
        if at == 0:
            return 0
        for i in range(len(self._starts), at):
            self._starts.append(self._start_after(i))
        opened = _opens_clause(self._sentence, at)
        return self._starts[at - 1] if opened is None else opened

    def _start_after(self, at: int) -> int:
        opened = _opens_clause(self._sentence, at)
        if opened is not None:
            return opened
        quoted = self._sentence.quoted
        return at if quoted[at - 1] and not quoted[at] else self._starts[at - 1]


class KnownNames(Known, Protocol):
    """The speakers found so far, with a count that changes whenever another name becomes known."""

    names_known: int


class MainSubject:
    """The first phrase of a sentence that may be its subject: neither governed nor quoted."""

    def __init__(self, sentence: Sentence, known: KnownNames) -> None:
        """Begin at the head of the sentence."""
        self._sentence = sentence
        self._known = known
        self._names = known.names_known
        self._barren = 0  # words that begin no such phrase, wherever it has to stop

    def before(self, stop: int) -> SpeakerPhrase | None:
        """Return the subject before `stop`, looked for among the first thousand words, or None."""
        if self._names != self._known.names_known:
            self._names, self._barren = self._known.names_known, 0
        for at in range(self._barren, min(stop, _FURTHEST)):
            source = self._at(at, stop)
            if source is not None:
                return source
            if at == self._barren and at + REACH <= stop:
                self._barren += 1
        return None

    def _at(self, at: int, stop: int) -> SpeakerPhrase | None:
        sentence = self._sentence
        token = sentence.words[at]
        if token.word.prep or sentence.quoted[at] or is_oblique(sentence, at):
            return None
        source = phrase_at(sentence.words, at, stop) or known_name(sentence, at, stop, self._known)
        if source is None:
            return None
        if source.kind == "person" and (
            source.form != "title" or token.word.article or source.role[1] - source.role[0] > 1
        ):
            return source
        before = sentence.words[at - 1].word if at else None
        after_verb = before is not None and not before.article and not before.kinds
        return source if after_verb and source.kind != "person" else None
