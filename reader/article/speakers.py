"""Who speaks: persons with honorific and role, groups, organisations and unnamed sources, and where each is named."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotations.reading import Speaker
from annotations.spans import Span
from reader.article.lexicon import cue_of, fold, without_and, words
from reader.article.tokens import Token, longest_match, tokens

_LONGEST_NAME = 5
_LONGEST_ROLE = 14
_PARTICLES = frozenset(map(fold, ["بن", "ابن", "بنت", "آل", "أبو", "أبا", "أبي", "أم", "عبد", "ذو", "ولد"]))


class Person(NamedTuple):
    """A person as first named: spans of honorific, name and role (the last may be missing)."""

    honorific: Span
    name: Span
    role: Span | None


def _is_name_word(token: Token) -> bool:
    key = token.key
    if not key or not key.isalpha() or key in words("role_heads") or key in words("role_stops"):
        return False
    return key in _PARTICLES or not (cue_of(token.letters) or key in words("org_heads") or key in words("groups"))


def _honorifics(found: Sequence[Token], at: int) -> int:
    count = 0
    while taken := longest_match(found, at + count, words("honorifics"), 3):
        count += taken
    return count


def _name_length(found: Sequence[Token], at: int) -> int:
    count = 0
    while at + count < len(found) and count < _LONGEST_NAME and _is_name_word(found[at + count]):
        count += 1
        if found[at + count - 1].ends_phrase:
            break
    return count


def _role_length(found: Sequence[Token], at: int) -> int:
    """Return how many words from `at` describe a post; 0 where they begin with no head of one."""
    if at >= len(found) or found[at].key not in words("role_heads"):
        return 0
    count = 0
    while at + count < len(found) and count < _LONGEST_ROLE:
        token = found[at + count]
        if count and (
            token.key in words("role_stops") or (cue_of(token.letters) and token.key not in words("role_heads"))
        ):
            break
        count += 1
        if token.ends_phrase:
            break
    return count


def _cover(text: str, part: Sequence[Token]) -> Span:
    start, end = part[0].span.start, part[-1].span.end
    while end > start and text[end - 1] in '،,؛:.؟!»”")':
        end -= 1
    return Span(start, end)


def _persons(text: str, sentence: Span) -> list[Person]:
    found = tokens(text, sentence)
    persons: list[Person] = []
    at = 0
    while at < len(found):
        count = _honorifics(found, at)
        before = at + count
        role_first = _role_length(found, before) if count and found[before - 1].key not in words("role_heads") else 0
        name = before if not role_first else before + role_first
        length = _name_length(found, name) if count and not role_first else 0
        if not length:
            at += max(count, 1)
            continue
        after = name + length
        role = 0 if found[after - 1].ends_phrase and found[after - 1].letters[-1] != "،" else _role_length(found, after)
        span = _cover(text, found[after : after + role]) if role else None
        persons.append(Person(_cover(text, found[at:before]), _cover(text, found[name:after]), span))
        at = after + role
    return persons


def _speaks(text: str, sentence: Span) -> bool:
    return any(cue_of(token.letters) for token in tokens(text, sentence))


def _aliases(name: str) -> list[str]:
    surname = name.rsplit(maxsplit=1)[-1]
    return [name] + ([surname] if surname != name and len(surname) > 2 else [])


def _occurrences(text: str, body: Sequence[Span], form: str) -> list[Span]:
    pattern = re.compile(rf"(?<!\w)(?:و|ف)?({re.escape(form)})(?!\w)")
    return [Span(*m.span(1)) for span in body for m in pattern.finditer(text, span.start, span.end)]


def _mentions(text: str, body: Sequence[Span], first: Span, forms: Sequence[str]) -> tuple[Span, ...]:
    places = {first}
    for form in forms:
        for place in _occurrences(text, body, form):
            if not any(place.meets(other) for other in places) and place.start >= first.start:
                places.add(place)
    return tuple(sorted(places))


def _role_key(role: str) -> str:
    return " ".join(map(fold, role.split())).replace("غ", "ج")  # الكونغرس, الكونجرس


def role_mentions(text: str, body: Sequence[Span], role: str) -> list[Span]:
    """Return the places where a role is named again in whole, spelling variants of غ and ج included."""
    wanted = _role_key(role).split()
    places: list[Span] = []
    for paragraph in body:
        found = tokens(text, paragraph)
        for i in range(len(found) - len(wanted) + 1):
            part = found[i : i + len(wanted)]
            if [_role_key(token.letters) for token in part] == wanted:
                places.append(_cover(text, part))
    return places


def find_persons(text: str, body: Sequence[Span], sentences: Sequence[Span]) -> list[Speaker]:
    """Return the persons who are named with an honorific in a sentence that reports speech, in order, ids from 1."""
    speakers: list[Speaker] = []
    seen: set[str] = set()
    for sentence in sentences:
        if not _speaks(text, sentence):
            continue
        for person in _persons(text, sentence):
            name = person.name.cut(text)
            if fold(name) in seen:
                continue
            seen.update({fold(name), fold(name.split()[-1])})
            role = person.role.cut(text) if person.role else ""
            mentions = _mentions(text, body, person.name, _aliases(name))
            again = [p for p in role_mentions(text, body, role) if p != person.role] if role else []
            speakers.append(
                Speaker(
                    len(speakers) + 1,
                    name,
                    "person",
                    role,
                    person.honorific.cut(text),
                    tuple(sorted({*mentions, *again})),
                )
            )
    return speakers


def subject_after(found: Sequence[Token], verb: int) -> tuple[str, int, int] | None:
    """Return the subject that follows the verb at index `verb`: its kind (group, org, unnamed), first and last word.

    Looks at the two words after it, since a phrase may come between. None where no such noun follows.
    """
    for at in range(verb + 1, min(verb + 3, len(found))):
        key = found[at].key
        if key in words("groups"):
            return "group", at, at + 1
        if key in words("unnamed"):
            return "unnamed", at, at + 1
        count = longest_match(found, at, words("org_names"), 2)
        if count:
            return "org", at, at + count
        if key in words("org_heads") and at == verb + 1:
            return "org", at, min(at + 2, len(found)) if not found[at].ends_phrase else at + 1
        if without_and(found[at].letters) in words("event_heads"):
            return None
    return None
