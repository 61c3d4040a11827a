"""Topics: the noun phrases that recur in a text or that its sessions are about.

A phrase is a definite noun with its adjectives (التطرف العنيف) or a noun governing one (شركات التكنولوجيا), of one to
three words without a comma inside. Proclitics are taken off where what is left stands elsewhere in the text.
"""

from collections import Counter
from collections.abc import Sequence

from annotations.reading import Topic
from annotations.spans import Span
from reader.article.lexicon import words
from reader.article.tokens import Token, tokens

_MOST = 20
_LONGEST = 3
_OFTEN_ALONE = 4
_JOINED_ARTICLE = ("وال", "بال", "كال", "فال")
_PROCLITICS = "وفبلك"
_OPENERS = '/«“"('


def _base(key: str, vocabulary: frozenset[str]) -> str:
    """Return a folded word without proclitics: بخطاب is خطاب where that stands elsewhere, وللتطرف is التطرف."""
    if key.startswith("ولل"):
        return "ال" + key[3:]
    if key.startswith(_JOINED_ARTICLE) and len(key) > 5:
        return key[1:]
    if key.startswith("لل") and len(key) > 4:
        return "ال" + key[2:]
    if key[:1] in _PROCLITICS and len(key) > 4 and key[1:] in vocabulary:
        return key[1:]
    return key


class _Phrases:
    """Gathers the phrases of a text."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self.vocabulary = vocabulary
        self.places: dict[str, list[Span]] = {}
        self.shown: dict[str, str] = {}

    def base(self, token: Token) -> str:
        return _base(token.key, self.vocabulary)

    def content(self, token: Token) -> bool:
        key = token.key
        stops = words("topic_stops")
        return (
            key.isalpha()
            and len(key) > 2
            and self.base(token) not in stops
            and token.word.cue is None
            and key not in stops
        )

    def may_begin(self, found: Sequence[Token], at: int) -> bool:
        """Tell whether a phrase may begin here: not with the adjective or the genitive of the word before."""
        token = found[at]
        base = self.base(token)
        if not base.startswith("ال"):
            return (base == token.key and base[0] not in "لت") or base != token.key
        before = found[at - 1] if at else None
        if before is None or token.after_comma or base != token.key:
            return True
        return not (self.content(before) and self.base(before).startswith("ال"))

    def may_follow(self, token: Token) -> bool:
        """Tell whether a word may stand inside a phrase: no new member of a list, nothing with a preposition."""
        return self.base(token) == token.key and not token.after_hard

    def gather(self, text: str, found: Sequence[Token]) -> None:
        for at in range(len(found)):
            if not self.content(found[at]) or not self.may_begin(found, at):
                continue
            for count in range(1, min(_LONGEST, len(found) - at) + 1):
                part = found[at : at + count]
                if count > 1 and (not self.content(part[-1]) or not self.may_follow(part[-1]) or part[-1].after_comma):
                    break
                if self.base(part[-1]).startswith("ال"):
                    self._keep(text, part)

    def _keep(self, text: str, part: Sequence[Token]) -> None:
        key = " ".join(map(self.base, part))
        span = _trimmed(text, Span(part[0].span.start, part[-1].span.end))
        self.places.setdefault(key, []).append(span)
        written = span.cut(text)
        taken_off = len(part[0].key) - len(self.base(part[0]))
        if self.base(part[0]) != part[0].key:
            written = "ال" + written[2 + taken_off :] if "لل" in part[0].key[:3] else written[taken_off:]
        if key not in self.shown or self.base(part[0]) == part[0].key:
            self.shown[key] = written


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while text[end - 1] in '،,؛:.؟!"»”/':
        end -= 1
    while text[start] in '"«“/(':
        start += 1
    return Span(start, end)


def find_topics(text: str, stretches: Sequence[Span]) -> list[Topic]:
    """Return the topics of a text with their places, best first.

    Phrases occur at least twice, single words four times; one that stands mostly inside a longer one is left out.
    """
    found = [tokens(text, stretch) for stretch in stretches]
    phrases = _Phrases(frozenset(token.key for part in found for token in part))
    for part in found:
        phrases.gather(text, part)
    counts = Counter({key: len(spans) for key, spans in phrases.places.items()})
    kept = [key for key in counts if counts[key] >= (2 if " " in key else _OFTEN_ALONE)]
    whole = [
        key
        for key in kept
        if not any(f" {key} " in f" {other} " and counts[other] * 2 >= counts[key] for other in kept if other != key)
    ]
    whole.sort(key=lambda key: (-counts[key] * (1 + key.count(" ")), phrases.places[key][0]))
    return [Topic(phrases.shown[key], tuple(phrases.places[key])) for key in whole[:_MOST]]


def topics_in(topics: Sequence[Topic], span: Span) -> tuple[str, ...]:
    """Return the texts of the topics that occur in `span`, in the order of their first place there."""
    here = [
        (min(p.start for p in topic.places if p.meets(span)), topic.text)
        for topic in topics
        if any(p.meets(span) for p in topic.places)
    ]
    return tuple(name for _, name in sorted(here))
