"""The people in a text: all who are named with an honorific, a role or a given name, before speech is attributed."""

from collections.abc import Iterable

from reader.article.speakers.find_phrase import phrase_at
from reader.article.speakers.names import is_given
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speakers.register import Register
from reader.article.speakers.roles import begins_role
from reader.article.speech.cues import Cues, FoundCue
from reader.article.speech.subjects import subject_after
from reader.article.words.lexicon import fold
from reader.article.words.sentence import Sentence

_CHAIRED = fold("برئاسة")
_CHAIRED_WITHIN = 400  # words before برئاسة among which the organisation is named
_TRIGGERS = frozenset(("honorifics", "honorific_heads", "initials", "human_nouns"))


def _starts(sentence: Sentence, at: int) -> bool:
    token = sentence.words[at]
    if (
        at
        and token.word.article
        and sentence.words[at - 1].word.article
        and not token.word.lead
        and not token.after_comma
        and not token.word.kinds & {"honorifics"}
    ):
        return False
    return not _TRIGGERS.isdisjoint(token.word.kinds) or begins_role(token) or is_given(token)


def _evident(source: SpeakerPhrase) -> bool:
    """Return whether a phrase clearly names a person: a name of two words, or of one word after an honorific."""
    length = source.name[1] - source.name[0]
    titled = source.honorific[0] < source.honorific[1]
    return source.form == "name" and (length >= 2 or titled)


def register_people(register: Register, sentences: Iterable[Sentence], cues: Cues) -> None:
    """Add to the register everyone whom the sentences name in full."""
    late: list[tuple[Sentence, FoundCue]] = []
    for sentence in sentences:
        at = 0
        while at < len(sentence.words):
            source = phrase_at(sentence.words, at, len(sentence.words)) if _starts(sentence, at) else None
            if source is not None and _evident(source) and not register.runs_on(sentence.words, source):
                entry = register.add_person(sentence.words, source)
                if at and sentence.words[at - 1].key == _CHAIRED:
                    register.chairs(entry, sentence.words[max(0, at - _CHAIRED_WITHIN) : at])
                at = source.end
            else:
                at += 1
        late += [(sentence, found) for found in cues.of(sentence) if found.form == "verb"]
    for sentence, found in late:
        subject = subject_after(sentence, found, register).source
        if subject is not None and subject.form == "name" and _evident(subject):
            register.add_person(sentence.words, subject)
