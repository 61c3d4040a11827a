"""Who said what: the stretches of reported speech and the speaker of each, with the reason.

Sentences are processed in order while the current speaker is tracked: a verb with a named subject sets the speaker, a
verb without one (وأضاف) continues with the same one, and so does a sentence of the same paragraph that introduces no
subject of its own. If the subject is a session, a forum or a document, it is the editor who speaks, not a speaker.
"""

from collections.abc import Sequence

from annotations.values.analysis import Statement
from annotations.values.spans import Span
from reader.article.speakers.register import Register
from reader.article.speech.attributions import Attribution, Listener
from reader.article.speech.cues import Cues
from reader.article.words.lexicon import words
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import begins_with

_ACTS = {"say": "claim", "assert": "claim", "reply": "claim", "relay": "claim"}
_CONFIDENCE = {"silent": "likely", "participle": "likely", "agreement": "possible", "doubtful": "possible"}


class Attributor:
    """Goes through the sentences of an article and finds the statements in each, registering new speakers."""

    def __init__(self, register: Register, cues: Cues) -> None:
        """Start from the speakers already registered."""
        self._listener = Listener(register, cues)

    def begin_article(self) -> None:
        """Forget the speakers of the previous article."""
        self._listener.forget()

    def begin_paragraph(self) -> None:
        """Stop the previous paragraph's speaker from continuing without a cue."""
        self._listener.paragraph = None

    def attribute(self, sentence: Sentence) -> list[Statement]:
        """Return the statements in the sentence, in order, or an empty list if nobody speaks in it."""
        if not sentence.words:
            return []
        cues = None if begins_with(sentence.words, "editor_voice") else self._listener.attributions(sentence)
        if begins_with(sentence.words, "editor_voice"):
            return self._editor(sentence)
        if cues is None:
            if self._listener.paragraph is not None and self._tells_parts(sentence):
                return self._without_cue(sentence)
            self._listener.paragraph = None
            return []
        if not cues:
            return self._without_cue(sentence)
        statements = self._parts(sentence, cues)
        self._listener.remember(cues)
        return statements

    def _tells_parts(self, sentence: Sentence) -> bool:
        return any(token.word.stem in words("parts") for token in sentence.words[:5])

    def _editor(self, sentence: Sentence) -> list[Statement]:
        """Return the statements in an editor's sentence: none, unless a source or a participle introduces speech."""
        attributions = [
            v
            for v in self._listener.attributions(sentence) or []
            if v.found.form in ("source", "participle") and v.reason not in ("silent", "agreement")
        ]
        if attributions:
            self._listener.remember(attributions)
            return self._parts(sentence, attributions)
        self._listener.paragraph = None
        main = self._listener.main_subject(sentence, len(sentence.words))
        if main is not None and main.form == "name":
            self._listener.current = self._listener.identify(sentence, main)[0]
        return []

    def _without_cue(self, sentence: Sentence) -> list[Statement]:
        first = sentence.words[0]
        quotation = sentence.quoted[0]
        listed = bool(first.word.kinds & {"list_marks"}) or first.gap.strip()[:1] in ("-", "•", "–")
        speaker = self._listener.paragraph
        if len(sentence.words) > 1 and not quotation and self._narrates(sentence):
            return []
        if speaker is None and (quotation or listed or first.word.lead == "ف"):
            speaker = self._listener.current
        if speaker is None:
            main = self._listener.main_subject(sentence, len(sentence.words))
            if main is not None and main.form == "name":
                self._listener.current = self._listener.identify(sentence, main)[0]
            return []
        return [Statement(sentence.span, speaker, self._kind(sentence, None), None, "likely", "continues")]

    def _narrates(self, sentence: Sentence) -> bool:
        """Return whether a sentence begins with a verb not of speech whose subject is a document or an event."""
        first, second = sentence.words[0].word, sentence.words[1].word
        if second.stem in words("parts"):
            return False
        return (
            not first.kinds
            and not first.article
            and second.article
            and bool(second.kinds & {"event_heads", "document_heads"})
        )

    def _parts(self, sentence: Sentence, attributions: Sequence[Attribution]) -> list[Statement]:
        groups: list[list[Attribution]] = []
        for attribution in attributions:
            if groups and groups[-1][0].speaker == attribution.speaker:
                groups[-1].append(attribution)
            else:
                groups.append([attribution])
        statements = []
        bounds = [sentence.span.start, *(self._begin(sentence, group[0]) for group in groups[1:]), sentence.span.end]
        for group, start, end in zip(groups, bounds[:-1], bounds[1:], strict=True):
            if start < end:
                said = self._statement(sentence, group, Span(start, end))
                others = dict.fromkeys(number for attribution in group for number in attribution.others)
                statements += [said, *(said._replace(speaker=number) for number in others if number != said.speaker)]
        return statements

    def _begin(self, sentence: Sentence, attribution: Attribution) -> int:
        at = (
            attribution.start
            if attribution.start and attribution.start <= attribution.found.at
            else attribution.found.at
        )
        return sentence.words[at].start

    def _statement(self, sentence: Sentence, attributions: Sequence[Attribution], span: Span) -> Statement:
        best = next(
            (attribution for attribution in attributions if attribution.found.cue.kind != "topic"), attributions[0]
        )
        first = attributions[0]
        cue = sentence.words[first.found.at].span
        kind = self._kind(sentence, best.found.cue.kind)
        act = _ACTS.get(best.found.cue.kind, best.found.cue.kind)
        confidence = _CONFIDENCE.get(first.reason, "sure")
        return Statement(span, first.speaker, kind, cue, confidence, first.reason, act, first.via or 0)

    def _kind(self, sentence: Sentence, kind: str | None) -> str:
        if kind == "topic":
            return "topic"
        return "quotation" if sentence.direct else "paraphrase"
