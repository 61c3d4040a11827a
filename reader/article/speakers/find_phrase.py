"""Noun phrases that may name a speaker: person with honorific and role, organisation, group or unnamed source."""

from collections.abc import Sequence

from reader.article.speakers.names import is_given, is_particle, looks_like_name, may_be_family, may_be_name, name_end
from reader.article.speakers.nouns import group_at, organisation_at, unnamed_at
from reader.article.speakers.persons import apposition, begins_person, person_at
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.words.tokens import Token

REACH = 200  # words; no phrase depends on a word so far behind its first


def phrase_at(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return the phrase at index `at`, before `stop`, that may name a speaker, or None.

    A name without honorific or role is returned only if it has at least two words and begins with a given name or a
    particle, or follows a definite description.
    """
    if at >= stop:
        return None
    kinds = found[at].word.kinds
    if "honorific_pronouns" in kinds:
        return SpeakerPhrase("person", "honorific", at, at + 1, name=(at, at + 1))
    return _titled_or_unnamed(found, at, stop) or _other(found, at, stop)


def _titled_or_unnamed(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return a person with honorific or role, or an unnamed source, whichever takes in more words."""
    unnamed = unnamed_at(found, at, stop)
    person = person_at(found, at, stop) if begins_person(found, at) else None
    if person is not None and (unnamed is None or (person.form == "name" and unnamed.end < person.end)):
        return person
    return unnamed


def _other(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return a group, an organisation, a person denoted by a common noun or a description, or a bare name."""
    token = found[at]
    other = group_at(found, at, stop) or organisation_at(found, at, stop)
    if other is not None:
        return other
    if "human_nouns" in token.word.kinds and token.word.article:
        return SpeakerPhrase("unnamed", "noun", at, at + 1, name=(at, at + 1))
    described = described_at(found, at, stop)
    if described is not None or not (is_given(token) or is_particle(token)):
        return described
    person = person_at(found, at, stop)
    return person if person is not None and person.name[1] - person.name[0] >= 2 else None


_NO_PROFESSION = frozenset((
    "event_heads", "document_heads", "org_heads", "org_names", "groups_plural", "objects", "weekdays", "months", "capitals",
))  # fmt: skip
_MOST_DESCRIBING = 4


def described_at(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return a person introduced by a definite description and a name, or None: المدافع السلوفيني أنجي كوتشيفار."""
    end = at
    while end < stop and end - at < _MOST_DESCRIBING and found[end].word.article and not found[end].word.prep:
        word = found[end].word
        if not _NO_PROFESSION.isdisjoint(word.kinds) or word.lead or (end > at and found[end].after_comma):
            break
        end += 1
    if end == at or end >= stop or found[end].after_comma or found[end].after_hard:
        return None
    named = name_end(found, end, stop)
    adjective = end - at > 1 and "nisba" in found[end - 1].word.kinds
    origin = end - at == 1 and "nisba" in found[at].word.kinds
    if named - end < 2 or not (is_given(found[end]) or ((adjective or origin) and looks_like_name(found[end]))):
        return None
    closes = (
        named >= stop
        or found[named].after_comma
        or not found[named].word.kinds.isdisjoint({"that", "prepositions", "stops"})
        or bool(found[named].word.prep)
    )
    if not (is_given(found[end]) or closes) or (found[named - 1].word.article and not is_given(found[end])):
        return None
    role = apposition(found, named, stop)
    if role[0] == role[1]:
        role = (named, named) if origin else (at, end)
    return SpeakerPhrase("person", "name", at, max(named, role[1]), (at, at), role, (end, named))


def bare_name_at(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return the name at `at`, even without an honorific or a listed given name, as may follow a verb of saying."""
    if at >= stop or not (may_be_name(found[at]) or may_be_family(found[at])):
        return None
    if name_end(found, at, stop) == at:
        return None
    person = person_at(found, at, stop)
    return person if person is not None and person.form == "name" else None
