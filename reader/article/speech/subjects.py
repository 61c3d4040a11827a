"""Whose speech it is: the subject of a verb of speech, after it, before it, or unstated."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from reader.article.speakers.find_phrase import REACH, bare_name_at, phrase_at
from reader.article.speakers.names import is_given, looks_like_name
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speech.cues import FoundCue
from reader.article.words.lexicon import word, words
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import Token

_ADJUNCT = 18  # most words of adjuncts between a verb and its subject
_BEHIND_SOURCE = 9
_BETWEEN = 7
_MOST_LEADING = 40  # words that may lead to a subject, or follow it up to its verb
_BEFORE_SOURCE = 4  # words before a source on which its reading depends
_OBJECTS = frozenset(("demand", "deny", "warn", "express"))  # verb classes with a person or an organisation as object
_CONSTRUCT = frozenset(("role_nouns", "org_heads", "event_heads", "document_heads", "objects", "group_leads"))
_LEADING = frozenset(("stops", "that", "switches", "masculine_leads", "feminine_leads", "weekdays"))
_LEAD_WORDS = frozenset(("من", "في", "ومن", "وفي", "اما", "غير", "الي", "الى", "علي", "على", "لكن"))
_KIN_STEMS = words("kin")


class Known(Protocol):
    """What the rules need to know about the speakers found so far."""

    def is_name(self, found: Sequence[Token], source: SpeakerPhrase) -> bool:
        """Return whether a single word is the name of a known person."""

    def is_known_noun(self, found: Sequence[Token], source: SpeakerPhrase) -> bool:
        """Return whether an organisation, a group or an unnamed source has already been named as a speaker."""

    def has_speaker(self) -> bool:
        """Return whether anyone has spoken yet."""

    def alias(self, token: Token) -> bool:
        """Return whether a word is the proper name of an organisation known by a longer name (فيتش)."""


class Subject(NamedTuple):
    """The subject of a verb of speech.

    source: the phrase, or None if it is unstated; narrated: an event or a document is the subject.
    """

    source: SpeakerPhrase | None = None
    narrated: bool = False
    document: bool = False


def _feminine(sentence: Sentence, source: SpeakerPhrase) -> bool | None:
    """Return whether a noun that stands as a subject is feminine, or None if its form does not show it."""
    head = sentence.words[source.role[0] if source.form == "title" else source.start].word
    if source.kind == "org":
        if "org_heads" in head.kinds:
            return head.key.endswith(("ه", "ات"))
        return True if "capitals" in head.kinds else None
    if source.form == "title":
        return head.key.endswith("ه")
    return None


def _agrees(sentence: Sentence, found: FoundCue, source: SpeakerPhrase) -> bool:
    """Return whether a subject after its verb agrees in gender and, in a plural that shows case, is nominative."""
    head = sentence.words[source.start].word
    if source.kind in ("group", "unnamed") and head.stem.endswith("ين") and "group_leads" not in head.kinds:
        return False
    feminine = _feminine(sentence, source)
    return feminine is None or not found.cue.gender or feminine == (found.cue.gender == "f")


def _is_object(sentence: Sentence, found: FoundCue, source: SpeakerPhrase, known: Known, *, somebody: bool) -> bool:
    """Return whether an organisation or a group after «ودعت» is asked by a known speaker, rather than asking."""
    if found.cue.kind not in _OBJECTS or source.kind not in ("org", "group"):
        return False
    head = sentence.words[source.start].word
    if (
        source.kind == "group"
        and found.cue.gender == "f"
        and not head.stem.endswith(("ات", "ه"))
        and known.has_speaker()
    ):
        return True
    if head.stem.removesuffix("ات") in words("speaking_groups"):
        return False
    plural = source.kind == "group" and head.article and not head.stem.endswith("ون") and found.cue.kind == "demand"
    if not (somebody or (plural and known.has_speaker())) or (source.kind == "group" and not plural):
        return False
    lead = sentence.words[found.at].word.lead
    return bool(lead) and not known.is_known_noun(sentence.words, source)


def is_oblique(sentence: Sentence, at: int) -> bool:
    """Return whether the phrase at `at` is governed by a preposition or the noun before it, or is its adjective."""
    token = sentence.words[at].word
    if token.prep:
        return True
    if at == 0 or sentence.words[at].after_comma:
        return False
    before = sentence.words[at - 1].word
    if before.stem in words("pronoun_prepositions"):
        return False
    if "prepositions" in before.kinds or before.prep or (token.article and before.article):
        return True
    return not _CONSTRUCT.isdisjoint(before.kinds) and not before.article and before.cue is None


def _ends_well(sentence: Sentence, at: int, *, given: bool) -> bool:
    """Return whether a bare name that ends before `at` is followed by what can follow a subject."""
    if at >= len(sentence.words):
        return True
    token = sentence.words[at]
    if (
        token.after_comma
        or token.after_hard
        or sentence.opens(at)
        or not token.word.kinds.isdisjoint({"that", "stops"})
    ):
        return True
    return given and ("prepositions" in token.word.kinds or bool(token.word.prep))


def _bare(sentence: Sentence, found: FoundCue, at: int, known: Known) -> SpeakerPhrase | None:
    """Return the name at `at` that no honorific or list confirms, if its position and ending suit a subject."""
    found_words = sentence.words
    if known.alias(found_words[at]):
        return SpeakerPhrase("org", "noun", at, at + 1, name=(at, at + 1))
    name = bare_name_at(found_words, at, len(found_words))
    if name is None or known.is_name(found_words, name):
        return name
    told = name.role[0] < name.role[1]
    length = name.name[1] - name.name[0]
    if is_given(found_words[at]):
        kin = at > found.at + 1  # زميلها يوسف
        ends = told or _ends_well(sentence, name.name[1], given=length > 1)
        return name if kin or (ends and (length > 1 or found.cue.kind == "say")) else None
    if not looks_like_name(found_words[at]) or not (told or _ends_well(sentence, name.name[1], given=False)):
        return None
    return name if (told and length > 1) or _unlisted(sentence, found, at, name) else None


def _unlisted(sentence: Sentence, found: FoundCue, at: int, name: SpeakerPhrase) -> bool:
    """Return whether a name whose first word is in no list may be the subject after this verb, not its object."""
    found_words = sentence.words
    length = name.name[1] - name.name[0]
    if found.cue.kind != "say":
        wanted = any(mark[0] == found_words[at].key[0] for mark in found.cue.needs if len(mark) < 3)
        return length > 1 and not found_words[at + 1].word.article and not wanted
    if length == 1 and found_words[at].word.article:
        return name.end < len(found_words) and "that" in found_words[name.end].word.kinds
    return True


def _is_kin(token: Token) -> bool:
    return "ة" not in token.letters and any(
        token.key.endswith(end) and token.key.removesuffix(end) in _KIN_STEMS
        for end in ("ها", "ه", "هم", "ته", "تها", "تهم")
    )


def subject_after(sentence: Sentence, found: FoundCue, known: Known, *, somebody: bool = False) -> Subject:
    """Return the subject after a verb, directly or after adjuncts. somebody: a known speaker agrees with the verb."""
    found_words = sentence.words
    at, stop = found.at + 1, len(found_words)
    if at >= stop or "that" in found_words[at].word.kinds or sentence.opens(at):
        return Subject()
    if found_words[at].key in ("ذات", "نفس") and at + 1 < stop:
        at += 1
    if _is_kin(found_words[at]) and at + 1 < stop:
        at += 1  # زميلها يوسف
    head = found_words[at].word
    if not head.prep and not head.lead:
        subject = _subject_at(sentence, found, at, known, somebody=somebody)
        if subject is not None:
            return subject
    adverbial = not head.kinds.isdisjoint({"prepositions", "stops", "weekdays"})
    if head.prep or adverbial or found_words[at].after_comma:
        return Subject(_behind_adjuncts(sentence, found))
    return Subject()


def _subject_at(sentence: Sentence, found: FoundCue, at: int, known: Known, *, somebody: bool) -> Subject | None:
    """Return the subject at `at`, or None if there is none."""
    found_words = sentence.words
    head = found_words[at].word
    source = phrase_at(found_words, at, len(found_words))
    if source is not None and _agrees(sentence, found, source):
        asked = _is_object(sentence, found, source, known, somebody=somebody)
        return None if asked else Subject(source)
    if not head.kinds.isdisjoint({"event_heads", "document_heads"}):
        return Subject(narrated=True, document="document_heads" in head.kinds and head.article)
    if source is None and not found_words[at].after_comma:
        name = _bare(sentence, found, at, known)
        return None if name is None else Subject(name)
    return None


def _behind_adjuncts(sentence: Sentence, found: FoundCue) -> SpeakerPhrase | None:
    found_words = sentence.words
    for at in range(found.at + 2, min(found.at + _ADJUNCT, len(found_words))):
        token = found_words[at]
        if (
            "that" in token.word.kinds
            or sentence.opens(at)
            or (token.word.cue and not token.word.kinds and not token.word.article)
        ):
            return None
        if token.word.prep or token.word.lead or is_oblique(sentence, at):
            continue
        source = phrase_at(found_words, at, len(found_words))
        if source is None or not _agrees(sentence, found, source):
            continue
        named = source.form == "name" and source.start < source.name[0]
        if named or token.after_comma or source.honorific[0] < source.honorific[1] or at == found.at + 2:
            return source
    return None


def _leads(token: Token) -> bool:
    """Return whether a word may stand between the beginning of a clause and its subject: أما, لكن, من جهته, وكان."""
    return not _LEADING.isdisjoint(token.word.kinds) or token.key in _LEAD_WORDS or token.word.stem in _LEAD_WORDS


def subject_before(sentence: Sentence, found: FoundCue, start: int, known: Known) -> SpeakerPhrase | None:
    """Return the subject before a verb, at the head of its clause or with الذي between, or None if there is none.

    It is looked for among the first 40 words of the clause.
    """
    found_words = sentence.words
    at = start
    while at < min(found.at, start + _MOST_LEADING):
        token = found_words[at]
        if (
            token.word.lead in ("", "و")
            and not token.word.prep
            and not sentence.quoted[at]
            and not is_oblique(sentence, at)
        ):
            source = phrase_at(found_words, at, found.at) or known_name(sentence, at, found.at, known)
            source = source or _told_name(sentence, at, found.at)
            if source is not None:
                return source if _reaches(sentence, source, found) else None
            if at and found_words[at - 1].word.stem == "اما":
                return bare_name_at(found_words, at, found.at)
        if not _leads(token):
            return None
        at += 1
    return None


def relative_subject(sentence: Sentence, found: FoundCue) -> SpeakerPhrase | None:
    """Return the antecedent of الذي before a verb: the nearest person named before it."""
    at = found.at - 1
    if at < 1 or sentence.words[at].key not in ("الذي", "التي", "والذي", "والتي", "الذين"):
        return None
    for start in range(at - 1, max(at - _ADJUNCT - 4, -1), -1):
        source = phrase_at(sentence.words, start, at)
        if source is not None and source.end <= at and source.form == "name" and source.kind == "person":
            earlier = phrase_at(sentence.words, start - 1, at) if start else None
            return earlier if earlier is not None and earlier.name == source.name else source
    return None


def known_name(sentence: Sentence, at: int, stop: int, known: Known) -> SpeakerPhrase | None:
    """Return the name at `at` if it is that of a known person, or None."""
    name = bare_name_at(sentence.words, at, stop)
    return name if name is not None and known.is_name(sentence.words, name) else None


def _told_name(sentence: Sentence, at: int, stop: int) -> SpeakerPhrase | None:
    """Return a name that only the role after it confirms: ماتسيليسو راموهابي، زعيمة المعارضة، ردت."""
    name = bare_name_at(sentence.words, at, stop)
    if name is None or name.name[1] - name.name[0] < 2 or name.start != name.name[0]:
        return None
    behind = sentence.words[name.name[1]] if name.name[1] < stop else None
    told = behind is not None and behind.after_comma and (name.role[0] < name.role[1] or behind.key in ("وهو", "وهي"))
    return name if told and looks_like_name(sentence.words[at]) else None


def _reaches(sentence: Sentence, source: SpeakerPhrase, found: FoundCue) -> bool:
    """Return whether a phrase at the head of a clause is the subject of its verb."""
    if source.form == "honorific" and source.end < found.at:
        return False
    count = found.at - source.end
    if count <= 1:
        return True
    first, last = sentence.words[source.end], sentence.words[found.at - 1]
    if (last.key == "قد" and count <= _ADJUNCT) or only_stops(sentence, source.end, found.at):
        return True
    if last.key.endswith("ا") and not last.word.kinds:
        return False
    if first.word.prep or "prepositions" in first.word.kinds:
        return count <= _BETWEEN
    return sentence.words[found.at].after_comma or sentence.words[found.at].word.lead == "ف" or first.after_comma


def only_stops(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether only adverbs and the like, 40 at most, stand from `start` up to `end`."""
    found_words = sentence.words
    return end - start <= _MOST_LEADING and all("stops" in found_words[at].word.kinds for at in range(start, end))


def source_behind(sentence: Sentence, at: int, known: Known) -> tuple[SpeakerPhrase, list[Token]] | None:
    """Return the source that بحسب and the like name at `at`, with the words in which it stands, or None.

    Links («ما أفاد به», «بيان صادر عن») are skipped, and ل is removed from the word it is joined to. The words are
    those of the sentence, or of a long sentence those around the source.
    """
    low = max(0, at - _BEFORE_SOURCE) if len(sentence.words) > REACH else 0
    found_words = sentence.words[low : at + _BEHIND_SOURCE + REACH]
    stop = len(found_words)
    linked = False
    for i in range(at - low, min(at - low + _BEHIND_SOURCE, stop)):
        token = found_words[i]
        if i > at - low and (token.after_comma or (token.after_hard and not sentence.opens(low + i))):
            return None
        if token.key in ("ذات", "نفس", "المصدر نفسه"):
            linked = True
            continue
        if token.word.prep == "ل" or token.key.startswith("لل"):
            found_words[i] = token = _without_li(token)
        source = phrase_at(found_words, i, stop) or _name_behind(found_words, i, stop, known)
        if source is not None:
            return source, found_words
        if token.word.stem.removesuffix("ه") in words("own_words") or token.word.owned:
            if token.word.owned:
                return None
            linked = True
        elif "by_source_links" in token.word.kinds or token.word.stem in words("by_source_links"):
            linked = True
        elif not linked:
            return None
    return None


def _name_behind(found_words: list[Token], at: int, stop: int, known: Known) -> SpeakerPhrase | None:
    name = bare_name_at(found_words, at, stop)
    if name is None:
        return None
    first = name._replace(end=at + 1, name=(at, at + 1), role=(at + 1, at + 1))
    if name.start == name.name[0] and known.is_name(found_words, first) and not known.is_name(found_words, name):
        return first
    if known.is_name(found_words, name) or is_given(found_words[at]):
        return name
    told = name.role[0] < name.role[1] or (name.end < stop and found_words[name.end].after_comma)
    return name if told and name.name[1] - name.name[0] > 1 and looks_like_name(found_words[at]) else None


def _without_li(token: Token) -> Token:
    first = token.letters.index("ل")
    definite = token.key.removeprefix(token.word.lead).startswith("لل")
    bare = "ا" + token.letters[first + 1 :] if definite else token.letters[first + 1 :]
    start = token.start + first + (0 if definite else 1)
    return token._replace(word=word(bare), letters=bare, start=start)


def owns(sentence: Sentence, at: int) -> bool:
    """Return whether بحسب and the like at `at` refer to the current speaker: حسب قوله, وفقا لما أورده, في رأيها."""
    for token in sentence.words[at : at + 4]:
        if token.word.owned or (
            token.word.cue is None and token.key.endswith(("ه", "ها")) and token.key in words("own_verbs")
        ):
            return True
    return False
