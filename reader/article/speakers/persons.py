"""Persons as reports name them: honorific or rank, role and name, in the orders in which they occur."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.article.speakers.names import is_given, looks_like_name, may_be_family, may_be_name, name_end
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speakers.roles import begins_role, ends_phrase, is_institution, role_after_name, role_before_name
from reader.article.words.lexicon import words
from reader.article.words.tokens import Token

_TAIL = 9  # words of a role's tail that may precede the comma and the name
_MOST_TITLES = 30  # honorifics, or blessings, in a row
_TITLES = frozenset(("honorifics", "honorific_heads"))


def _kinds(found: Sequence[Token], at: int) -> frozenset[str]:
    return found[at].word.kinds


def _is_initial(found: Sequence[Token], at: int) -> bool:
    """Return whether a letter with a dot or slash abbreviates an honorific: د., أ.د., م."""
    return "initials" in _kinds(found, at) and at + 1 < len(found) and found[at + 1].gap.startswith((".", "/"))


def begins_person(found: Sequence[Token], at: int) -> bool:
    """Return whether an honorific or a role begins at index `at`."""
    return not _TITLES.isdisjoint(_kinds(found, at)) or _is_initial(found, at) or begins_role(found[at])


def _is_title(found: Sequence[Token], at: int, first: int) -> bool:
    kinds = _kinds(found, at)
    if "honorific_heads" in kinds:
        return at + 1 < len(found) and "honorific_tails" in _kinds(found, at + 1)
    return not _TITLES.isdisjoint(kinds) or _is_initial(found, at) or (at > first and "honorific_tails" in kinds)


def honorifics_end(found: Sequence[Token], at: int, stop: int) -> int:
    """Return the index after the honorifics and ranks that begin at `at`."""
    end = at
    while end < min(stop, at + _MOST_TITLES) and _is_title(found, end, at):
        if end > at and (found[end].word.lead or (found[end].after_comma and not _is_initial(found, end - 1))):
            break
        end += 1
    return end


def _may_begin_name(found: Sequence[Token], at: int, stop: int) -> bool:
    if at >= stop or ends_phrase(found, at) or ("nisba" in _kinds(found, at) and found[at].word.article):
        return False
    return may_be_name(found[at]) or may_be_family(found[at])


def apposition(found: Sequence[Token], at: int, stop: int) -> tuple[int, int]:
    """Return the role after a name that ends before `at`, with or without a comma; empty if there is none."""
    end = at
    while end < min(stop, at + _MOST_TITLES) and "blessings" in _kinds(found, end):
        end += 2
    if end >= stop or (found[end].after_hard and "(" not in found[end].gap):
        return at, at
    start = end
    if found[start].word.lead == "و" and found[start].key not in ("وهو", "وهي"):
        return at, at
    if found[start].key in ("وهو", "وهي") and start + 1 < stop:
        start += 1
    if not _begins_post(found, start):
        start = honorifics_end(found, start, stop)
    if start < stop and _begins_post(found, start) and not found[start].word.lead:
        return start, role_after_name(found, start, stop)
    return at, at


def _begins_post(found: Sequence[Token], at: int) -> bool:
    """Return whether a role begins here, after a name, where مؤسسة and «أحد المزارعين» may be roles too."""
    if at >= len(found):
        return False
    kinds = _kinds(found, at)
    one_of = found[at].key in ("احد", "احدي") and at + 1 < len(found) and found[at + 1].word.article
    return begins_role(found[at]) or one_of or ("role_definite" in kinds) or ({"role_heads", "org_heads"} <= kinds)


def _is_name_not_post(found: Sequence[Token], at: int, stop: int) -> bool:
    """Return whether a word that may be a given name or a role is a name here: أمين الناصر, but not أمين المجلس."""
    if not is_given(found[at]) or at + 1 >= stop:
        return False
    after = found[at + 1]
    if is_institution(after) or after.after_comma:
        return False
    return name_end(found, at, stop) >= at + 2 and not after.word.article


def _post_end(found: Sequence[Token], at: int, stop: int) -> int:
    """Return the index after a role, including what و joins to it if a name follows (الشاعرة والمترجمة هالة)."""
    end = role_before_name(found, at, stop)
    if found[at].word.stem in words("unique_titles") or end >= stop:
        return end
    joined = role_before_name(found, at, stop, joined=True)
    return joined if joined > end and _may_begin_name(found, joined, stop) else end


def _is_post(found: Sequence[Token], at: int, stop: int) -> bool:
    """Return whether a word that may be honorific or role (المستشار) is a role here, as what follows describes it."""
    if not _may_begin_name(found, at, stop):
        return True
    described = found[at].word.article and not is_given(found[at]) and at + 1 < stop
    return described and (bool(_kinds(found, at)) or is_given(found[at + 1]) or bool(found[at + 1].word.prep))


class _Parts(NamedTuple):
    """Honorifics and role before a name, and where the name begins; word indices, half-open."""

    honorific: tuple[int, int]
    role: tuple[int, int]
    start: int

    @property
    def titled(self) -> bool:
        """Whether there are honorifics."""
        return self.honorific[0] < self.honorific[1]

    @property
    def posted(self) -> bool:
        """Whether there is a role."""
        return self.role[0] < self.role[1]


def _before_name(found: Sequence[Token], at: int, stop: int) -> _Parts | None:
    """Return the honorifics and role that begin at `at`, or None if honorifics follow the role without a name."""
    first = honorifics_end(found, at, stop)
    if first > at and "role_heads" in _kinds(found, first - 1) and _is_post(found, first, stop):
        first -= 1  # المستشار في البعثة is a role
    parts = _Parts((at, first), (first, first), first)
    if first < stop and begins_role(found[first]) and not _is_name_not_post(found, first, stop):
        end = _post_end(found, first, stop)
        parts = parts._replace(role=(first, end), start=end)
    if parts.posted and found[first].word.stem in words("kin"):
        end = _kin_end(found, first, parts.role[1], stop)
        parts = parts._replace(role=(first, end), start=end)
    if parts.posted and parts.start < stop and not found[parts.start].after_hard:
        after = honorifics_end(found, parts.start, stop)
        if after > parts.start and not _may_begin_name(found, after, stop):
            return None
        if after > parts.start:
            parts = parts._replace(honorific=parts.honorific if parts.titled else (parts.start, after), start=after)
    origin = parts.start + 1 < stop and parts.start > at and _is_origin(found, parts.start)
    return parts._replace(start=parts.start + 1) if origin else parts


def _kin_end(found: Sequence[Token], at: int, role_end: int, stop: int) -> int:
    """Return the index after a term of kinship and the person it refers to: «والدة سلمى», «زوجة المتهم الأول»."""
    described = at + 1 < stop and not is_given(found[at + 1])
    return max(name_end(found, at + 1, stop), role_end if described else at + 1)


def _is_origin(found: Sequence[Token], at: int) -> bool:
    """Return whether a nisba adjective before a given name states its bearer's origin (البرتغالي دوارتي)."""
    return found[at].word.article and "nisba" in _kinds(found, at) and is_given(found[at + 1])


def _name_after(found: Sequence[Token], at: int, parts: _Parts, stop: int) -> int:
    """Return the index after the name that follows honorifics and role, or `parts.start` if there is none."""
    start = parts.start
    if start >= stop or (start > at and found[start].after_hard and not _is_initial(found, start - 1)):
        return start
    named = name_end(found, start, stop)
    if named == start:
        return start
    if not parts.posted:
        return named if start == at or looks_like_name(found[start]) else start
    if found[start].after_comma and not _stands_apart(found, start, named, stop):
        return start
    return named if parts.titled or _sure_name(found, start, named, stop) else start


def person_at(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return the person whose honorifics, role or name begin at `at`, or None if there is none."""
    first = honorifics_end(found, at, stop)
    parts = _before_name(found, at, stop)
    if parts is None:
        role = (first, _post_end(found, first, stop))
        return _titled(found, at, (at, first), role)
    named = _name_after(found, at, parts, stop)
    if named > parts.start:
        role = parts.role if parts.posted else apposition(found, named, stop)
        return SpeakerPhrase("person", "name", at, max(named, role[1]), parts.honorific, role, (parts.start, named))
    if parts.posted:
        return _apart(found, at, parts, stop) or _titled(found, at, parts.honorific, parts.role)
    if first > at + 1 and found[first - 1].word.article:
        return SpeakerPhrase("person", "title", at, first, (at, at), (at, first), (at, first))
    if _courtesy(found, at, first):
        return SpeakerPhrase("person", "courtesy", at, first, parts.honorific, (first, first), (at, first))
    return None


def _courtesy(found: Sequence[Token], at: int, end: int) -> bool:
    """Return whether an honorific denotes a person by itself: الحاجة, الدكتورة, الشيخ."""
    return end == at + 1 and found[at].word.article and "honorifics" in _kinds(found, at) and not found[at].word.prep


def _apart(found: Sequence[Token], at: int, parts: _Parts, stop: int) -> SpeakerPhrase | None:
    """Return a person whose name is separated from a long role: «مرشح التحالف في تامبارا، أوكيبالا نداموسي، ...»."""
    end = _tail_end(found, parts.role[1], stop)
    if end is None:
        return None
    start = end + 1 if found[end].word.article and "nisba" in _kinds(found, end) else end
    titles = honorifics_end(found, start, stop)
    named = name_end(found, titles, stop)
    closed = named >= len(found) or found[named].after_comma or "that" in _kinds(found, named)
    enough = named - titles >= (1 if titles > start else 2)
    if not (enough and closed and looks_like_name(found[titles])):
        return None
    honorific = parts.honorific if parts.titled else (start, titles)
    return SpeakerPhrase("person", "name", at, named, honorific, (parts.role[0], end), (titles, named))


def _tail_end(found: Sequence[Token], at: int, stop: int) -> int | None:
    """Return the index of the word after the comma that ends a long role's tail, or None if no comma is near enough."""
    for end in range(at, min(at + _TAIL, stop)):
        token = found[end]
        if token.after_comma:
            return end if {"،", ","} & set(token.gap) else None
        verb = token.word.cue is not None and not token.word.article and not token.word.kinds
        ends = not token.word.kinds.isdisjoint({"that", "stops"}) or ":" in token.gap
        if verb or (ends and token.key != "ما"):
            return None
    return None


def _sure_name(found: Sequence[Token], start: int, end: int, stop: int) -> bool:
    """Return whether what follows a role without honorific is a name; a single word must end its phrase."""
    if not looks_like_name(found[start]):
        return False
    if is_given(found[start]):
        return True
    if end - start == 2 and "nisba" in _kinds(found, end - 1) and found[end - 1].word.article:
        return False
    if end - start == 2 and found[end - 1].word.article and end < stop:
        return found[end].after_comma or "that" in _kinds(found, end)
    if end - start > 1:
        return True
    if found[start].key[0] in "بل" and len(found[start].key) < 6:
        return False
    if end >= stop:
        return True
    after = found[end]
    return (
        after.after_comma
        or not after.word.kinds.isdisjoint({"that", "prepositions", "stops"})
        or bool(after.word.prep or after.word.cue)
    )


def _stands_apart(found: Sequence[Token], start: int, end: int, stop: int) -> bool:
    """Return whether a name after a role and a comma belongs to the role: وكيلة الأمين العام، أمارا ديالو سيسيه، إن."""
    if "honorifics" in found[start - 1].word.kinds:
        return True
    if end - start < 2:
        return False
    closes = end >= stop or found[end].after_comma or "that" in found[end].word.kinds
    return closes or is_given(found[start])


def _titled(found: Sequence[Token], at: int, honorific: tuple[int, int], role: tuple[int, int]) -> SpeakerPhrase | None:
    """Return a person called by role alone: definite (الوزير), in construct (وزير العمل) or with an honorific."""
    head = found[role[0]].word
    governed = role[1] - role[0] > 1
    titled = honorific[0] < honorific[1] <= role[0]
    if not (head.article or governed or titled):
        return None
    return SpeakerPhrase("person", "title", at, role[1], honorific if titled else (at, at), role, role)
