"""Who said what: the sentences that report speech and the speaker each belongs to.

Sentences are gone through in order with the speaker of the moment in mind: a verb with a named subject sets it, a
verb without one (وأضاف) goes on with it, and so does a sentence of the same paragraph that brings no subject of its
own. A session, a forum or a document as the subject is the editor speaking, not a speaker.
"""

from collections.abc import Sequence
from typing import NamedTuple

from annotations.reading import Speaker, Statement
from annotations.spans import Span
from reader.article.lexicon import Cue, cue_of, fold, without_and, words
from reader.article.speakers import subject_after
from reader.article.tokens import Token, begins_with, tokens

_REACH = 24  # words within which a sentence's first finite verb of speech is looked for
_QUOTES = '"«“'


class Heard(NamedTuple):
    """What a sentence tells of its speaker: the verb's place, its class, and who its own subject is (id) if named."""

    cue: Span
    kind: str
    speaker: int | None
    narrated: bool


def _finite(found: Sequence[Token]) -> tuple[int, Cue] | None:
    for i, token in enumerate(found[:_REACH]):
        cue = cue_of(token.letters)
        if cue is not None and not cue.participle:
            return i, cue
    return None


def _participle(found: Sequence[Token]) -> tuple[int, Cue] | None:
    return next(((i, cue) for i, token in enumerate(found) if (cue := cue_of(token.letters)) and cue.participle), None)


class Attributor:
    """Goes through the sentences of a document and gives each its speaker; speakers met on the way are added."""

    def __init__(self, text: str, persons: Sequence[Speaker]) -> None:
        """Begin with the persons already found."""
        self._text = text
        self.speakers = list(persons)
        self._current: int | None = None
        self._paragraph_speaker: int | None = None

    def _mentioned(self, sentence: Span, at: Span) -> int | None:
        """Return the person whom the sentence names within reach of its verb."""
        reach = Span(sentence.start, min(sentence.end, at.end + 120))
        named = [(m.start, s.id) for s in self.speakers if s.kind == "person" for m in s.mentions if m.meets(reach)]
        after = [pair for pair in named if pair[0] >= at.start]
        return (min(after) if after else max(named))[1] if named else None

    def _add_mention(self, number: int, span: Span) -> None:
        speaker = self.speakers[number - 1]
        if span not in speaker.mentions:
            self.speakers[number - 1] = speaker._replace(mentions=tuple(sorted((*speaker.mentions, span))))

    def _other(self, kind: str, name: str, span: Span) -> int:
        for speaker in self.speakers:
            if speaker.kind == kind and fold(speaker.name) == fold(name):
                self._add_mention(speaker.id, span)
                return speaker.id
        self.speakers.append(Speaker(len(self.speakers) + 1, name, kind, mentions=(span,)))
        return len(self.speakers)

    def _subject(self, sentence: Span, found: Sequence[Token], verb: int) -> int | None:
        person = self._mentioned(sentence, found[verb].span)
        if person is not None:
            return person
        honorific = next(
            (token for token in found[verb + 1 : verb + 3] if token.key in words("honorific_pronouns")), None
        )
        if honorific is not None and self._current is not None:
            self._add_mention(
                self._current, Span(honorific.span.start, honorific.span.start + len(honorific.letters.rstrip("،.:؛")))
            )
            return self._current
        other = subject_after(found, verb)
        if other is not None:
            kind, first, last = other
            span = Span(found[first].span.start, found[last - 1].span.end)
            name = span.cut(self._text).rstrip("،.:؛")
            return self._other(kind, name, Span(span.start, span.start + len(name)))
        return None

    def _narrated(self, found: Sequence[Token], verb: int) -> bool:
        """Tell whether the verb's subject is an event or a document."""
        near = [without_and(token.letters) for token in found[verb + 1 : verb + 3]]
        return any(key in words("event_heads") for key in near)

    def hear(self, sentence: Span) -> Heard | None:
        """Return what the sentence tells of its speaker; None where no verb or participle in it reports speech."""
        found = tokens(self._text, sentence)
        if begins_with(found, "editor_voice"):
            return Heard(sentence, "", None, narrated=True)
        finite, participle = _finite(found), _participle(found)
        verb = finite or participle
        if verb is None:
            return None
        index, cue = verb
        if cue.kind == "topic" and participle is not None:
            cue = participle[1]
        if self._narrated(found, index):
            return Heard(found[index].span, cue.kind, None, narrated=True)
        return Heard(found[index].span, cue.kind, self._subject(sentence, found, index), narrated=False)

    def _kind(self, sentence: Span, kind: str) -> str:
        if any(quote in sentence.cut(self._text) for quote in _QUOTES):
            return "quotation"
        return "topic" if kind == "topic" else "paraphrase"

    def begin_paragraph(self) -> None:
        """Forget the sentence before: a new paragraph needs a cue of its own."""
        self._paragraph_speaker = None

    def begin_article(self) -> None:
        """Forget everybody."""
        self._current = self._paragraph_speaker = None

    def attribute(self, sentence: Span) -> Statement | None:
        """Return the statement that the sentence makes, or None where nobody speaks in it."""
        heard = self.hear(sentence)
        if heard is None:
            speaker = self._paragraph_speaker
            return None if speaker is None else Statement(sentence, speaker, "paraphrase", None, "likely")
        if heard.narrated:
            self._current = self._paragraph_speaker = None
            return None
        speaker = heard.speaker if heard.speaker is not None else self._current
        if speaker is None:
            return None
        self._current = self._paragraph_speaker = speaker
        confidence = "sure" if heard.speaker is not None else "likely"
        return Statement(sentence, speaker, self._kind(sentence, heard.kind), heard.cue, confidence)
