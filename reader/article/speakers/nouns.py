"""Speakers other than named persons: unnamed sources, groups and organisations."""

from collections.abc import Sequence

from reader.article.speakers.names import may_be_name
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speakers.roles import begins_role, ends_phrase, governs, is_institution, quoted_end
from reader.article.words.lexicon import fold, words
from reader.article.words.tokens import Token, longest_match

_DESCRIBING = frozenset(("unnamed_tails", "nisba", "role_adjectives"))
_PLACES = frozenset(("groups_plural", "org_heads", "places", "org_names", "role_nouns", "group_leads"))
_GROUP_TAILS = frozenset(
    ("unnamed_tails", "nisba", "role_adjectives", "groups", "role_nouns", "org_heads", "org_names", "places")
)
_ORG_TAILS = frozenset((
    "nisba", "places", "role_nouns", "org_heads", "role_adjectives", "groups_plural", "role_plurals", "groups", "org_names",
))  # fmt: skip
_LINKS = frozenset(("في", "من", "باسم", "على", "علي", "داخل", "لدى", "لدي"))
_SAME = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "عينه"))
_PLURALS = ("ون", "ين", "ات", "ان")
_MEDIA = frozenset(("مراسل", "مراسلو", "مراسلون", "موفد"))
_MEDIA_HEAD = fold("وسائل")
_ONE = frozenset(("احد", "احدي"))
_LONGEST = 9
_LONGEST_TAIL = 40  # words that describe a noun, one after another


def _free(found: Sequence[Token], at: int, stop: int) -> bool:
    """Return whether a noun phrase may continue with the word at `at`."""
    return at < stop and not found[at].after_comma and not ends_phrase(found, at)


def _adjective(token: Token) -> bool:
    """Return whether an indefinite word is an adjective: a listed one or an unlisted nisba (جيبوتي)."""
    word = token.word
    if word.lead or word.prep or word.article:
        return False
    if not _DESCRIBING.isdisjoint(word.kinds):
        return True
    return len(word.key) > 4 and word.key.endswith(("يين", "يون", "ي")) and word.kinds <= {"places"}


def _place_end(found: Sequence[Token], at: int, stop: int) -> int:
    """Return the index after a complement such as «في إدارة الميناء» at `at`, or `at` if there is none."""
    if not _free(found, at, stop):
        return at
    if found[at].word.prep == "ب" and (found[at].word.article or "org_heads" in found[at].word.kinds):
        return _tail_end(found, at + 1, stop)
    if found[at].key not in _LINKS or not _free(found, at + 1, stop):
        return at
    after = found[at + 1].word
    governed = (
        after.kinds <= {"objects", "topic_leads"}
        and at + 2 < stop
        and found[at + 2].word.article
        and not found[at + 2].after_comma
    )
    at_house = found[at].key in ("لدي", "لدى") and may_be_name(found[at + 1])
    if after.lead or not (after.article or not _PLACES.isdisjoint(after.kinds) or governed or at_house):
        return at
    end = at + 2
    if at_house:
        while end < at + 4 and _free(found, end, stop) and may_be_name(found[end]):
            end += 1
    if after.kinds & {"org_heads", "role_nouns"} and not after.article:
        while end < at + 4 and _free(found, end, stop) and may_be_name(found[end]):
            end += 1
    return _tail_end(found, end, stop)


def _tail_end(found: Sequence[Token], at: int, stop: int) -> int:
    end = at
    while end - at < _LONGEST_TAIL and _free(found, end, stop):
        word = found[end].word
        goes_on = word.article or not word.kinds.isdisjoint({"nisba", "places", "role_nouns"}) or _adjective(found[end])
        goes_on = goes_on or (not word.kinds and word.cue is None and end + 1 < stop and found[end + 1].word.article)
        if word.lead or word.prep or not goes_on:
            break
        end += 1
    return end


def _unnamed_head(found: Sequence[Token], at: int, stop: int) -> int | None:
    """Return the index of the head noun of an unnamed source that begins at `at` (ثلاثة مصادر), or None."""
    head = at + 1 if "group_leads" in found[at].word.kinds and at + 1 < stop else at
    word = found[head].word
    if "unnamed" not in word.kinds or word.prep or (found[head].after_comma and head > at):
        return None
    if word.article:
        return head if word.stem in ("مصدر", "مصادر") else None
    after = head + 1
    construct = _free(found, after, stop) and (found[after].word.article or is_institution(found[after]))
    if construct and begins_role(found[head]) and word.stem not in _MEDIA:
        return None
    if word.stem == _MEDIA_HEAD and not (_free(found, after, stop) and found[after].word.stem == "اعلام"):
        return None
    return head


def unnamed_at(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return the unnamed source at `at`, or None: مصدر أمني رفيع, مسؤول في إدارة الميناء, المصدر نفسه."""
    head = _unnamed_head(found, at, stop)
    if head is None:
        return None
    word = found[head].word
    end = head + (2 if word.stem == _MEDIA_HEAD else 1)
    furthest = head + _LONGEST_TAIL
    while end < furthest and _free(found, end, stop) and (_adjective(found[end]) or found[end].key == "عيان"):
        end += 1
    if end == head + 1 and _free(found, end, stop) and "org_names" in found[end].word.kinds and not word.article:
        end += 1
    while end < furthest and _free(found, end, stop) and found[end].key in _SAME:
        end += 1
    if not word.article:
        end = _place_end(found, end, stop)
    return SpeakerPhrase(
        "unnamed", "noun", at, end, name=(head if head > at and "احد" not in found[at].key else at, end)
    )


def _group_head(found: Sequence[Token], at: int, stop: int) -> int | None:
    """Return the index of the head noun of a group introduced at `at` by «عدد من» and the like, or `at` if it is not.

    None if the noun phrase ends before the noun.
    """
    lead = found[at].word
    if "group_leads" not in lead.kinds or lead.article:
        return at
    head = at + 2 if at + 1 < stop and found[at + 1].key == "من" else at + 1
    return head if _free(found, head, stop) else None


def _one_of_many(found: Sequence[Token], at: int, head: int, stop: int) -> bool:
    """Return whether what introduces a noun makes it a group or a member of one: أحد الفلاحين, عدد من الضباط."""
    word = found[head].word
    if head > at + 1 and found[head - 1].key == "من":
        return not word.lead
    one = head > at and found[at].word.stem in _ONE
    return one and (word.article or (head + 1 < stop and found[head + 1].word.article))


def _is_plural(token: Token) -> bool:
    """Return whether a word is a plural denoting people: a listed one or an unlisted one in ـون (مستخدمون)."""
    word = token.word
    if "groups_plural" in word.kinds:
        return True
    if "groups" in word.kinds:
        return word.stem.endswith(_PLURALS) and not (word.cue is not None and word.cue.participle and not word.article)
    unknown = not word.kinds and word.cue is None and not word.lead
    return unknown and word.stem.endswith("ون") and len(word.stem) > 4 and word.stem not in words("not_plurals")


def _group_end(found: Sequence[Token], head: int, stop: int) -> int:
    word = found[head].word
    end = head + 1
    sound = word.article and word.stem.endswith(("ون", "ين"))
    while end - head < _LONGEST_TAIL and _free(found, end, stop):
        here = found[end].word
        if here.lead or here.prep or (sound and not here.key.endswith(("ون", "ين", "ه"))):
            break
        proper = end > head + 1 and "role_nouns" in found[end - 1].word.kinds and may_be_name(found[end])
        if not (here.article or not _GROUP_TAILS.isdisjoint(here.kinds) or proper):
            break
        end += 1
    return end if word.article or end > head + 1 else _place_end(found, end, stop)


def group_at(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return the group at `at`, or None: المشاركون, عدد من أهالي المنطقة, خبراء اقتصاديون."""
    head = _group_head(found, at, stop)
    if head is None or found[head].word.prep:
        return None
    if not (_is_plural(found[head]) or _one_of_many(found, at, head, stop)):
        return None
    end = _group_end(found, head, stop)
    kind = "unnamed" if found[at].word.stem in _ONE else "group"
    return SpeakerPhrase(kind, "noun", at, end, name=(at, end))


def organisation_at(found: Sequence[Token], at: int, stop: int) -> SpeakerPhrase | None:
    """Return the organisation at `at`, or None: listed, a capital, or a head such as وزارة with its complement."""
    word = found[at].word
    if word.prep:
        return None
    count = longest_match(found, at, "org_names")
    if count > 1 or (count == 1 and "org_heads" not in word.kinds):
        end = at + count
        while (
            end - at < _LONGEST_TAIL
            and _free(found, end, stop)
            and "nisba" in found[end].word.kinds
            and found[end].word.article
            and not found[end].word.lead
        ):
            end += 1
        return SpeakerPhrase("org", "noun", at, end, name=(at, end))
    if "org_heads" not in word.kinds:
        capital = "capitals" in word.kinds
        return SpeakerPhrase("org", "noun", at, at + 1, name=(at, at + 1)) if capital else None
    end = _house_end(found, at, stop)
    if word.stem in words("org_stop_alone") and end > at + 1:
        end = _place_end(found, end, stop)
    if (
        end + 1 < stop
        and found[end].key == "في"
        and "places" in found[end + 1].word.kinds
        and not found[end].after_comma
    ):
        end += 2
    if end == at + 1 and (not word.article or word.stem in words("org_stop_alone")):
        return None
    return SpeakerPhrase("org", "noun", at, end, name=(at, end))


def _begins_object(found: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a word is a noun after a complete name of an organisation: أكدت وزارة الصحة | سلامة المياه."""
    here, before = found[end].word, found[end - 1].word
    bare = not (here.article or here.lead or here.prep)
    return end > at + 1 and bare and before.article and "role_nouns" in here.kinds and "nisba" not in here.kinds


def _house_end(found: Sequence[Token], at: int, stop: int) -> int:
    definite = found[at].word.article
    end = at + 1
    while end < stop and end - at < _LONGEST:
        quoted = quoted_end(found, end, stop)
        if quoted > end:
            end = quoted
            if not (end + 1 < stop and found[end].key == "غير" and not found[end].after_comma):
                break
            end += 2
            continue
        if not _free(found, end, stop):
            break
        here = found[end].word
        if (
            (here.lead and not here.article and "role_nouns" not in here.kinds)
            or here.prep == "ب"
            or "objects" in here.kinds
            or _begins_object(found, at, end)
        ):
            break
        links = end > at + 1 and governs(found, end, stop)
        proper = not definite and end <= at + 2 and may_be_name(found[end]) and not found[end - 1].word.article
        if not (here.article or not _ORG_TAILS.isdisjoint(here.kinds) or here.key == "غير" or links or proper):
            break
        end += 1
    return end
