"""Who speaks at each cue of a sentence, and the reason for the choice."""

from collections.abc import Sequence
from typing import NamedTuple

from annotations.values.spans import Span
from reader.article.speakers.find_phrase import phrase_at
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speakers.register import Register
from reader.article.speech.clauses import Clauses, MainSubject
from reader.article.speech.cues import Cues, FoundCue
from reader.article.speech.subjects import (
    only_stops,
    owns,
    relative_subject,
    source_behind,
    subject_after,
    subject_before,
)
from reader.article.words.lexicon import fold, words
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import Token


class Attribution(NamedTuple):
    """A cue with its speaker's number, the reason for the choice, and the index of the word that begins the clause.

    via: the speaker who passes the speech on; others: those who say it together with the speaker.
    """

    found: FoundCue
    speaker: int
    reason: str
    start: int
    via: int | None = None
    others: tuple[int, ...] = ()


def _ends_phrase(sentence: Sentence, at: int) -> bool:
    """Return whether the word at `at` shows that a speaker phrase has ended: أن, a quotation, a preposition, a verb."""
    if at >= len(sentence.words):
        return True
    token = sentence.words[at]
    known = not token.word.kinds.isdisjoint({"that", "prepositions", "stops"})
    return known or sentence.opens(at) or token.after_comma or token.word.cue is not None or token.word.lead == "و"


class Listener:
    """Finds the speaker of each cue of a sentence, keeping track of the current speakers."""

    def __init__(self, register: Register, cues: Cues) -> None:
        """Start from the speakers already registered."""
        self.register, self._cues = register, cues
        self.current: int | None = None
        self.paragraph: int | None = None
        self._recent: list[int] = []
        self._document: int | None = None
        self._named_to = 0  # the index after the phrase identified last
        self._enter(Sentence(Span(0, 0), [], [], direct=False))

    def forget(self) -> None:
        """Forget who spoke, as another article begins."""
        self.current = self.paragraph = self._document = None
        self._recent = []

    def remember(self, attributions: Sequence[Attribution]) -> None:
        """Remember who spoke last, and the last organisation, whose statement «البيان» may be."""
        number = attributions[-1].speaker
        self.current = self.paragraph = number
        if number in self._recent:
            self._recent.remove(number)
        self._recent.append(number)
        del self._recent[:-12]
        for attribution in attributions:
            if self.register.entry(attribution.speaker).kind == "org":
                self._document = attribution.speaker

    def _enter(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._clauses = Clauses(sentence)
        self._main = MainSubject(sentence, self.register)

    def main_subject(self, sentence: Sentence, stop: int) -> SpeakerPhrase | None:
        """Return the phrase before `stop` that may be the subject of the whole sentence, or None."""
        if sentence is not self._sentence:
            self._enter(sentence)
        return self._main.before(stop)

    # the speaker

    def identify(self, sentence: Sentence, source: SpeakerPhrase) -> tuple[int, str]:
        """Return the number of the speaker that a phrase names, registered if new, and the kind of name it uses."""
        self._named_to = source.end
        if source.form in ("honorific", "courtesy"):
            return self._by_honorific(sentence, source)
        return self._identify_in(sentence.words, source)

    def _identify_in(self, found: Sequence[Token], source: SpeakerPhrase) -> tuple[int, str]:
        if source.form == "honorific":
            return self.current or 0, "honorific"
        if source.form == "name":
            entry = self.register.add_person(found, source)
            return entry.number, "named" if source.name[1] - source.name[0] > 1 else "surname"
        if source.form == "title":
            return self.register.title(found, source, self.current).number, "title"
        return self.register.noun(found, source, self.current).number, "noun"

    def _by_honorific(self, sentence: Sentence, source: SpeakerPhrase) -> tuple[int, str]:
        token = sentence.words[source.start]
        if source.form == "courtesy":
            return self._by_courtesy(token)
        stem = token.key.removesuffix("هم").removesuffix("ها").removesuffix("ه").removesuffix("ت")
        order = [n for n in (self.current, *reversed(self._recent)) if n is not None]
        for number in order:
            entry = self.register.entry(number)
            if entry.kind == "person" and stem and stem in entry.honorific.replace("أ", "ا"):
                entry.mentions.add(token.span)
                return number, "honorific"
        posts = {post.split()[1] for post in words("honorific_posts") if post.startswith(f"{stem} ")}
        for number in order:
            if self.register.entry(number).role_head in posts:
                return number, "honorific"
        for entry in self.register.latest(token.start):
            if stem and stem in entry.honorific:
                entry.mentions.add(token.span)
                return entry.number, "honorific"
        for number in order:
            if self.register.entry(number).kind == "person":
                return number, "honorific"
        return (order[0], "honorific") if order else (0, "")

    def _by_courtesy(self, token: Token) -> tuple[int, str]:
        """Return the last person with this honorific, else the current speaker, or 0 if there is none."""
        for entry in self.register.latest(token.start):
            if token.key in {fold(word) for word in entry.honorific.split()}:
                entry.mentions.add(token.span)
                return entry.number, "title"
        return (self.current, "title") if self.current is not None else (0, "")

    def _silent(self, found: FoundCue, before: int | None) -> tuple[int, str] | None:
        """Return the unstated subject: the current speaker, or the most recent one that agrees with the verb."""
        order = [n for n in (before, self.current, *reversed(self._recent)) if n is not None]
        for number in order:
            if self._fits(number, found):
                return number, "silent" if number == order[0] else "agreement"
        return (order[0], "doubtful") if order and not found.cue.participle else None

    def _fits(self, number: int, found: FoundCue) -> bool:
        entry = self.register.entry(number)
        gender, plural = found.cue.gender, found.cue.number == "p"
        if not gender:
            return True
        if plural:
            return entry.kind in ("group", "unnamed", "org")
        if entry.kind == "person":
            return not entry.gender or entry.gender == gender
        if entry.kind == "org":
            return (gender == "f") == entry.role_head.endswith(("ه", "ات")) or not entry.role_head.endswith("ه")
        return True

    def _somebody(self, found: FoundCue, before: int | None) -> bool:
        number = before or self.paragraph
        return number is not None and self._fits(number, found)

    # the cues of a sentence

    def _subject(self, sentence: Sentence, found: FoundCue, before: int | None) -> tuple[int, str, int] | None:
        """Return the speaker (0 for the editor), the reason and the start of the clause, or None if nobody speaks."""
        start = self._clauses.start(found.at)
        if found.form == "source":
            return self._by_source(sentence, found, before)
        if found.form == "noun":
            return None
        if found.form == "participle":
            return self._of_participle(sentence, found, before, start)
        if found.cue.kind == "relay":
            return self._relayed(sentence, found, start)
        return self._of_verb(sentence, found, before, start)

    def _by_source(self, sentence: Sentence, found: FoundCue, before: int | None) -> tuple[int, str, int] | None:
        behind = source_behind(sentence, found.at + 1, self.register)
        if behind is not None:
            return (*self._identify_in(behind[1], behind[0]), 0)
        own = before is None and self.current is not None and owns(sentence, found.at)
        return (self.current or 0, "silent", 0) if own else None

    def _of_verb(
        self, sentence: Sentence, found: FoundCue, before: int | None, start: int
    ) -> tuple[int, str, int] | None:
        ahead = relative_subject(sentence, found)
        if ahead is not None:
            return (*self.identify(sentence, ahead), start)
        ahead = subject_before(sentence, found, start, self.register)
        if ahead is not None and only_stops(sentence, ahead.end, found.at):
            return (*self.identify(sentence, ahead), start)
        subject = subject_after(sentence, found, self.register, somebody=self._somebody(found, before))
        if subject.narrated:
            return self._of_document(start, document=subject.document)
        other = subject.source is None or subject.source.kind != "person" or subject.source.form != "name"
        fronted = ahead is not None and (sentence.words[found.at].word.lead == "ف" or other)
        source = ahead if fronted else subject.source or ahead
        if source is not None:
            return (*self.identify(sentence, source), start)
        return self._of_silent_verb(sentence, found, before, start)

    def _of_silent_verb(
        self, sentence: Sentence, found: FoundCue, before: int | None, start: int
    ) -> tuple[int, str, int] | None:
        if not self._begins_clause(sentence, found):
            return None
        if before is None and found.at > start:
            main = self.main_subject(sentence, found.at)
            if main is not None:
                return (*self.identify(sentence, main), start)
        silent = self._silent(found, before)
        return None if silent is None or (before is not None and silent[0] != before) else (*silent, start)

    def _begins_clause(self, sentence: Sentence, found: FoundCue) -> bool:
        """Return whether a verb without a subject may stand here: not after a noun that it describes."""
        token = sentence.words[found.at]
        if found.at == 0 or token.word.lead or token.after_comma or token.after_hard or sentence.quoted[found.at - 1]:
            return True
        before = sentence.words[found.at - 1]
        if before.word.article or (len(before.key) > 3 and before.key.endswith(("ه", "ها", "هم"))):
            return True
        return (
            bool(before.word.kinds & {"stops", "that", "switches", "masculine_leads", "feminine_leads"})
            or before.word.cue is not None
        )

    def _silent_main(self, sentence: Sentence, found: FoundCue) -> tuple[int, str] | None:
        main = self.main_subject(sentence, found.at)
        if main is not None:
            return self.identify(sentence, main)
        return None if self.current is None else (self.current, "silent")

    def _of_document(self, start: int, *, document: bool) -> tuple[int, str, int]:
        return (self._document, "document", start) if document and self._document is not None else (0, "", start)

    def _of_participle(
        self, sentence: Sentence, found: FoundCue, before: int | None, start: int
    ) -> tuple[int, str, int] | None:
        if before is not None:
            return before, "participle", start
        main = subject_before(sentence, found, start, self.register) or self.main_subject(sentence, found.at)
        if main is not None:
            number, reason = self.identify(sentence, main)
            return number, reason, start
        silent = self._silent(found, None)
        return None if silent is None else (*silent, start)

    def _relayed(self, sentence: Sentence, found: FoundCue, start: int) -> tuple[int, str, int] | None:
        for at in range(found.at + 1, min(found.at + 16, len(sentence.words) - 1)):
            if sentence.words[at].key in ("عنه", "عنها", "عنهم"):
                silent = self._silent_main(sentence, found)
                return None if silent is None else (*silent, start)
            if sentence.words[at].key in ("عن", "الي"):
                behind = source_behind(sentence, at + 1, self.register)
                if behind is None:
                    teller = subject_after(sentence, found, self.register).source
                    return None if teller is None else (*self.identify(sentence, teller), start)
                return None if behind is None else (*self._identify_in(behind[1], behind[0]), start)
        return None

    def _embedded(self, sentence: Sentence, found: FoundCue, attributions: Sequence[Attribution]) -> bool:
        """Return whether a verb stands inside speech that is already being reported."""
        if not attributions or found.form != "verb":
            return False
        token = sentence.words[found.at]
        if token.word.lead and (token.after_comma or found.cue.kind != "topic"):
            return False
        if sentence.quoted[found.at - 1] or token.after_comma:
            return False
        start = self._clauses.start(found.at)
        return start <= attributions[-1].found.at

    def attributions(self, sentence: Sentence) -> list[Attribution] | None:
        """Return the attributions of a sentence, or None if only a session or a document speaks."""
        self._enter(sentence)
        attributions: list[Attribution] = []
        before: int | None = None
        narrated = False
        for found in self._cues.of(sentence):
            if self._embedded(sentence, found, attributions):
                continue
            self._named_to = len(sentence.words)
            subject = self._subject(sentence, found, before)
            if subject is None:
                continue
            number, reason, start = subject
            if not number:
                narrated = True
                continue
            if found.form == "source" and sentence.words[found.at].key == "نقلا" and attributions:
                teller = attributions.pop()
                attributions.append(Attribution(teller.found, number, reason, teller.start, teller.speaker))
                before = number
                continue
            via = self._via(sentence, found) if found.cue.kind == "relay" else None
            others = self._joined(sentence) if via is None and found.form == "verb" else ()
            attributions.append(
                Attribution(found, number, reason, start, via, tuple(n for n in others if n not in (0, number)))
            )
            before = number
        return None if narrated and not attributions else attributions

    def _joined(self, sentence: Sentence) -> tuple[int, ...]:
        """Return the speakers joined by و to the phrase identified last: قال الوزير والسفيرة إن."""
        found: list[int] = []
        while (at := self._named_to) < len(sentence.words):
            token = sentence.words[at]
            source = phrase_at(sentence.words, at, len(sentence.words))
            if token.word.lead != "و" or token.gap.strip() or sentence.quoted[at] or source is None:
                break
            if (
                source.kind not in ("person", "org")
                or source.form == "honorific"
                or not _ends_phrase(sentence, source.end)
            ):
                break
            found.append(self.identify(sentence, source)[0])
        return tuple(found)

    def _via(self, sentence: Sentence, found: FoundCue) -> int | None:
        source = phrase_at(sentence.words, found.at + 1, len(sentence.words))
        return None if source is None else self.identify(sentence, source)[0]
