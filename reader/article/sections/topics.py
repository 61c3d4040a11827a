"""Topics: the noun phrases a person would index a report by, with all their occurrences, best first.

A phrase is a definite noun with its adjectives (التطرف العنيف), a noun governing one (أسعار الديزل), or two definite
nouns joined (الأمن والتنمية). Inflection and the prefixes of the first word are folded away: بالتطرف and التطرف are
the same. Phrases are ranked by how often their words occur, whether a heading contains them, and what introduces them
(حول, بشأن, سبل).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.values.analysis import Topic
from annotations.values.spans import Span
from reader.article.words.lexicon import fold, words
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import Token

MOST = 24
MOST_OF_SESSION = 12
_LONGEST = 4
_PROCLITICS = "وفبلك"
_NO_TOPIC = frozenset((
    "prepositions", "stops", "that", "honorifics", "honorific_pronouns", "blessings", "given", "particles", "weekdays", "months",
    "group_leads", "unnamed", "capitals", "said_nouns", "by_source", "switches", "editor_voice", "human_nouns", "places",
))  # fmt: skip
_HOUSES = frozenset(("role_heads", "org_heads", "role_definite"))
_NOUNS = frozenset(("role_nouns", "org_heads", "event_heads", "objects"))


class _Word(NamedTuple):
    """A word as topics see it: folded without its prefixes, whether definite, whether it may be part of a phrase.

    stem: its key without the ending of gender and number.
    """

    key: str
    stem: str
    article: bool
    joined: int
    content: bool


class _Phrase:
    """A phrase being gathered."""

    __slots__ = ("count", "forms", "introduced", "key", "of_house", "places", "qualified", "whole")

    def __init__(self, key: tuple[str, ...]) -> None:
        self.key = key
        self.places: list[Span] = []
        self.forms: dict[str, int] = {}
        self.introduced = 0
        self.count = 0
        self.whole = 0  # times it stood alone, not as part of a longer phrase
        self.qualified = False
        self.of_house = False


def _bare(token: Token, vocabulary: frozenset[str]) -> tuple[str, bool, int]:
    """Return the folded word without proclitics and article, whether it has an article, and its proclitic length."""
    word = token.word
    if word.article or word.lead or word.prep:
        joined = len(word.lead) + len(word.prep)
        return word.stem, word.article, joined
    key = word.key
    if key[:1] in _PROCLITICS and len(key) > 4 and (key[1:] in vocabulary or "ال" + key[1:] in vocabulary):
        return key[1:], False, 1
    return key, False, 0


def _stem(key: str) -> str:
    """Return a word without its ending of gender and number, the form in which phrases are compared."""
    for ending in ("ات", "ين", "ون", "ه"):
        if key.endswith(ending) and len(key) > len(ending) + 2:
            return key.removesuffix(ending)
    return key


def _read(token: Token, vocabulary: frozenset[str], names: frozenset[str]) -> _Word:
    key, article, joined = _bare(token, vocabulary)
    word = token.word
    content = (
        word.alphabetic
        and len(key) > 2
        and (word.cue is None or word.article)
        and word.kinds.isdisjoint(_NO_TOPIC)
        and key not in words("topic_stops")
        and word.key not in names
        and word.key not in words("topic_stops")
        and (article or not key.endswith(("ها", "هم", "هما")))
    )
    return _Word(key, _stem(key), article, joined, content)


class _Gatherer:
    """Goes through the sentences and gathers the phrases and the frequency of each word."""

    def __init__(self, text: str, sentences: Iterable[Sentence], names: frozenset[str]) -> None:
        self._text = text
        self._names = names
        self._sentences = [sentence for sentence in sentences if sentence.words]
        keys = {token.key for sentence in self._sentences for token in sentence.words}
        self._vocabulary = frozenset(keys)
        self.phrases: dict[tuple[str, ...], _Phrase] = {}
        self.frequency: dict[str, int] = {}

    def run(self) -> None:
        """Gather the phrases and frequencies."""
        read: dict[int, _Word] = {}  # by identity: the sentences keep what is known about a word alive
        for sentence in self._sentences:
            found: list[_Word] = []
            for token in sentence.words:
                word = read.get(id(token.word))
                if word is None:
                    word = read[id(token.word)] = _read(token, self._vocabulary, self._names)
                found.append(word)
                if word.content:
                    self.frequency[word.stem] = self.frequency.get(word.stem, 0) + 1
            at = 0
            while at < len(found):
                at = max(self._phrase(sentence, found, at), at + 1)

    def _noun(self, sentence: Sentence, found: Sequence[_Word], at: int) -> bool:
        """Return whether an indefinite word is a noun rather than a verb: governed, listed, or definite elsewhere."""
        token = sentence.words[at]
        if found[at].joined and token.word.prep:
            return True
        if not token.word.kinds.isdisjoint(_NOUNS):
            return True
        if (
            at
            and ("prepositions" in sentence.words[at - 1].word.kinds or sentence.words[at - 1].word.prep)
            and not token.word.lead
        ):
            return True
        return "ال" + found[at].key in self._vocabulary and found[at].key[0] not in "يت"

    def _noun_inside(self, found: Sequence[_Word], at: int) -> bool:
        """Return whether an indefinite word after an indefinite noun continues its phrase and is not a verb."""
        key = found[at].key
        return (
            "ال" + key in self._vocabulary
            or key.endswith(("يه", "ي"))
            or ("ال" + found[at - 1].key in self._vocabulary and key.endswith("ه"))
        )

    def _phrase(self, sentence: Sentence, found: Sequence[_Word], at: int) -> int:
        """Store the phrase that begins at `at`, if any, and return the index after it."""
        if not found[at].content:
            return at
        definite = found[at].article
        if not definite and not self._noun(sentence, found, at):
            return at
        end = at + 1
        while end < len(found) and end - at < _LONGEST and found[end].content and not self._parts(sentence, end):
            if not found[end].article and (definite or not self._noun_inside(found, end)):
                break
            definite = definite or found[end].article
            end += 1
        while end - 1 > at and not found[end - 1].article and definite:
            end -= 1
        if end - at == 1 and not found[at].article:
            return at
        self._keep(sentence, found, at, end, whole=True)
        if end - at > 2:
            self._keep(sentence, found, at, at + 2)
        if end - at > 1 and not found[at].article:
            self._keep(sentence, found, at + 1, end)
        if (
            end < len(found)
            and found[end].content
            and found[end].article
            and sentence.words[end].word.lead == "و"
            and found[at].article
            and end == at + 1
            and not self._breaks(sentence, end)
        ):
            self._keep(sentence, found, at, end + 1, whole=True)
        return end

    def _breaks(self, sentence: Sentence, at: int) -> bool:
        token = sentence.words[at]
        return token.after_comma or token.after_hard or "/" in token.gap

    def _parts(self, sentence: Sentence, at: int) -> bool:
        """Return whether a phrase ends before the word at `at`: at punctuation, or because the word has a prefix."""
        token = sentence.words[at]
        return self._breaks(sentence, at) or bool(token.word.lead) or (bool(token.word.prep) and token.word.prep != "ل")

    def _keep(self, sentence: Sentence, found: Sequence[_Word], start: int, end: int, *, whole: bool = False) -> None:
        key = tuple(word.stem for word in found[start:end])
        phrase = self.phrases.get(key)
        if phrase is None:
            phrase = self.phrases[key] = _Phrase(key)
        first = sentence.words[start]
        span = Span(first.start, sentence.words[end - 1].end)
        phrase.places.append(span)
        written = self._written(first, found[start], span)
        phrase.forms[written] = phrase.forms.get(written, 0) + 1
        phrase.count += 1
        phrase.whole += whole
        phrase.of_house |= not sentence.words[start].word.kinds.isdisjoint(_HOUSES) and not found[start].article
        last = sentence.words[end - 1]
        phrase.qualified |= end - start > 1 and found[start].article and last.key.endswith(("ي", "يه"))
        phrase.introduced += _introduced(sentence, start)

    def _written(self, first: Token, word: _Word, span: Span) -> str:
        rest = self._text[first.end : span.end]
        letters = first.letters
        if not word.joined:
            return letters + rest
        if first.word.prep == "ل" and first.word.article:
            return "ال" + letters[letters.index("ل") + 2 :] + rest
        return letters[word.joined :] + rest


def _introduced(sentence: Sentence, at: int) -> int:
    """Return 1 if words like حول, بشأن, سبل introduce the phrase that begins at `at`, else 0."""
    for i in range(max(0, at - 2), at):
        if sentence.words[i].word.stem in words("topic_leads") or sentence.words[i].key in words("topic_leads"):
            return 1
    return 0


def _inside(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one != other and any(other[i : i + len(one)] == one for i in range(len(other) - len(one) + 1))


def _ranked(gatherer: _Gatherer, heads: frozenset[str]) -> list[_Phrase]:
    def weight(phrase: _Phrase) -> float:
        frequency = sum(min(gatherer.frequency.get(key, 0), 9) for key in phrase.key) / len(phrase.key)
        headed = sum(key in heads for key in phrase.key) / len(phrase.key)
        shape = (0.45, 1.0, 1.0, 0.7)[len(phrase.key) - 1]
        house = 0.4 if phrase.of_house else 1.0
        told = 1.2 * min(phrase.introduced, 2) + 1.5 * phrase.qualified
        return (frequency + 1.5 * (phrase.count - 1) + 2.0 * headed + told) * shape * house

    standing = (phrase for phrase in gatherer.phrases.values() if phrase.whole)
    return sorted(standing, key=lambda phrase: (-weight(phrase), phrase.places[0]))


def _chosen(ranked: Sequence[_Phrase], most: int) -> list[_Phrase]:
    """Return the best phrases, leaving out those that contain a better one or are contained in it."""
    kept: list[_Phrase] = []
    for phrase in ranked:
        if len(kept) == most:
            break
        if len(phrase.key) == 1 and phrase.count < 2:
            continue
        if not any(_inside(phrase.key, other.key) or _inside(other.key, phrase.key) for other in kept):
            kept.append(phrase)
    return kept


def _topic(phrase: _Phrase) -> Topic:
    shown = max(phrase.forms, key=lambda form: (phrase.forms[form], -len(form)))
    return Topic(" ".join(shown.split()), tuple(phrase.places))


class TopicIndex:
    """The phrases of a text, ranked for the whole text and for stretches of it."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], heads: Iterable[Sentence], names: Iterable[str] = ()
    ) -> None:
        """Gather the phrases of the sentences.

        heads: the headings, whose words count for more; names: those of the speakers, which are not topics.
        """
        gatherer = _Gatherer(text, sentences, frozenset(fold(word) for name in names for word in name.split()))
        gatherer.run()
        self._ranked = _ranked(
            gatherer, frozenset(_stem(_bare(t, frozenset())[0]) for head in heads for t in head.words)
        )

        self._places = sorted(
            (place.start, rank) for rank, phrase in enumerate(self._ranked) for place in phrase.places
        )

        self._made: dict[tuple[str, ...], Topic] = {}

    def _topic(self, phrase: _Phrase) -> Topic:
        """Return the topic that a phrase is, made only once: the same one may come up in every session."""
        made = self._made.get(phrase.key)
        if made is None:
            made = self._made[phrase.key] = _topic(phrase)
        return made

    def topics(self) -> list[Topic]:
        """Return the topics of the whole text, best first."""
        return [self._topic(phrase) for phrase in _chosen(self._ranked, MOST)]

    def of(self, span: Span) -> list[Topic]:
        """Return the topics of a stretch, best first: those of the text that occur in it."""
        first = bisect_left(self._places, (span.start, -1))
        last = bisect_left(self._places, (span.end, -1))
        ranks = sorted({rank for _, rank in self._places[first:last]})
        return [self._topic(phrase) for phrase in _chosen([self._ranked[rank] for rank in ranks], MOST_OF_SESSION)]
