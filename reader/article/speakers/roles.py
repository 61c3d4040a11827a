"""Where the description of a role ends, before or after a name: وزير الدولة لشؤون الأمن في إيطاليا."""

from collections.abc import Sequence

from reader.article.speakers.names import is_given, is_particle, looks_like_name, may_be_name
from reader.article.words.lexicon import fold, words
from reader.article.words.tokens import Token

LONGEST = 18
_INSIDE = frozenset((
    "places", "nisba", "role_heads", "role_plurals", "role_adjectives", "role_nouns", "org_heads", "org_names",
))  # fmt: skip
_PREPOSITIONS = frozenset(("في", "لدى", "لدي", "الى", "الي", "باسم", "على", "علي", "من", "عن"))
_ELECTED = frozenset(map(fold, ("نائب", "نائبة", "عضو", "عضوة", "ممثل", "ممثلة", "مسؤول", "مسؤولة")))
_ENDS = frozenset(("that", "stops", "honorifics", "honorific_heads", "blessings", "honorific_pronouns", "said_nouns"))
_QUALIFYING = frozenset(("nisba", "role_adjectives", "places"))
_INSTITUTIONS = frozenset(("org_heads", "role_nouns"))


def begins_role(token: Token) -> bool:
    """Return whether a word is the head noun of a role, with or without the article."""
    word = token.word
    if word.prep or "org_heads" in word.kinds:
        return False
    return "role_heads" in word.kinds or ("role_definite" in word.kinds and word.article)


def _is_verb(found: Sequence[Token], at: int) -> bool:
    word = found[at].word
    if word.cue is None or word.article:
        return False
    return not (word.kinds & (_INSIDE | {"given"})) or bool(word.lead)


def ends_phrase(found: Sequence[Token], at: int) -> bool:
    """Return whether a noun phrase must have ended before the word at index `at`."""
    token = found[at]
    if (
        "honorifics" in token.word.kinds
        and at + 1 < len(found)
        and found[at + 1].word.stem in words("ordinals")
        and found[at + 1].word.article
    ):
        return False  # قائد اللواء السابع
    return token.after_hard or not _ENDS.isdisjoint(token.word.kinds) or _is_verb(found, at)


def is_institution(token: Token) -> bool:
    """Return whether a word is one that a role may govern: an organisation, a field, a place or another role."""
    return bool(token.word.kinds & {"org_heads", "role_nouns", "places", "role_heads", "org_names", "role_plurals"})


def _definite(token: Token) -> bool:
    word = token.word
    if word.prep == "ب":
        house = not word.kinds.isdisjoint({"org_heads", "places", "org_names"})
        return house or (word.article and "ال" + word.stem not in words("speech_masdars"))
    return word.article or not _INSIDE.isdisjoint(word.kinds)


def governs(found: Sequence[Token], at: int, stop: int) -> bool:
    """Return whether a word is a noun with a proclitic ل that governs a definite one (لإصلاح القطاع)."""
    key = found[at].key
    return (
        key.startswith("ل")
        and len(key) > 3
        and at + 1 < stop
        and found[at + 1].word.article
        and not found[at + 1].after_comma
    )


def _preposition(found: Sequence[Token], at: int, stop: int) -> bool:
    """Return whether a preposition at `at` continues the role: في إيطاليا, لدى الأمم المتحدة."""
    token = found[at]
    if token.key not in _PREPOSITIONS or at + 1 >= stop or ends_phrase(found, at + 1):
        return False
    if token.key == "عن" and found[at - 1].word.stem not in _ELECTED:
        return False
    after = found[at + 1]
    behind = at + 1
    while behind < min(at + 4, stop) and found[behind].word.article and not found[behind].after_comma:
        behind += 1
    if behind > at + 1 and behind < stop and is_given(found[behind]) and not found[behind].after_comma:
        return True
    return (
        bool(after.word.kinds & {"places", "org_heads", "org_names", "role_nouns", "nisba"}) and not after.after_comma
    )


def _names_its_house(found: Sequence[Token], at: int, stop: int) -> bool:
    """Return whether an unlisted word names the organisation before it (شركة تويوتا), judging by what follows."""
    if (
        at + 1 < stop
        and "places" in found[at + 1].word.kinds
        and not is_given(found[at + 1])
        and may_be_name(found[at])
    ):
        return not found[at + 1].word.lead and not found[at + 1].word.prep
    before = found[at - 1].word
    if (
        not _INSTITUTIONS.isdisjoint(before.kinds)
        and not is_given(found[at])
        and any(map(is_given, found[at + 1 : min(at + 3, stop)]))
    ):
        return True
    if _INSTITUTIONS.isdisjoint(before.kinds) or before.article or is_given(found[at]):
        return False
    return at + 1 < stop and not ends_phrase(found, at + 1) and (may_be_name(found[at + 1]) or _definite(found[at + 1]))


def _begins_anew(found: Sequence[Token], at: int) -> bool:
    """Return whether an indefinite noun after a definite word is outside its phrase (المسؤولة الأممية أعضاء المجلس)."""
    word, before = found[at].word, found[at - 1].word
    if word.article or word.lead or word.prep or not before.article:
        return False
    return not word.kinds & {"role_heads", "places", "nisba", "role_adjectives"} and bool(word.kinds)


def quoted_end(found: Sequence[Token], at: int, stop: int) -> int:
    """Return the index after a short quoted name that begins at `at` (منظمة «أطباء السواحل»), or `at`."""
    if at >= stop or found[at - 1].word.article or not any(mark in found[at].gap for mark in '«“"'):
        return at
    for end in range(at + 1, min(at + 6, len(found))):
        if any(mark in found[end].gap for mark in '»”"'):
            return end
    return at


def _complements(found: Sequence[Token], at: int) -> bool:
    """Return whether a word is governed by an indefinite role although no list has it: والي تبسة, قائد الفريق."""
    token = found[at]
    if token.after_comma or token.after_hard or token.word.lead or token.word.prep or token.word.cue is not None:
        return False
    if token.key in ("الفريق", "اللواء"):
        return True
    return not token.word.kinds and not token.word.article and not is_particle(token) and looks_like_name(token)


def _another(found: Sequence[Token], at: int) -> bool:
    """Return whether و joins another person (الملك والرئيس) and not another role of one (وزير الدولة ووزير الأمن)."""
    word = found[at].word
    head = "role_heads" in word.kinds and not word.stem.endswith(("ي", "يه"))
    return word.lead == "و" and word.article and head and found[at - 1].word.article


def role_before_name(found: Sequence[Token], at: int, stop: int, *, joined: bool = False) -> int:
    """Return the index after a role at `at` that may precede a name; joined: whether to include what و joins to it."""
    end = at + 1
    if not found[at].word.article and end < stop and _complements(found, end):
        end += 1
    closed = -1
    while end < stop and end - at < LONGEST:
        token = found[end]
        quoted = end + 1 if token.gap == "-" else quoted_end(found, end, stop)
        if quoted > end:
            end = closed = quoted
            continue
        if token.after_comma or (ends_phrase(found, end) and end != closed) or (not joined and _another(found, end)):
            break
        if _preposition(found, end, stop):
            end += 2
            continue
        if is_given(token) and "role_nouns" not in token.word.kinds and not token.word.article:
            break
        if _begins_anew(found, end):
            break
        inside = _definite(token) or _names_its_house(found, end, stop) or governs(found, end, stop)
        if is_particle(token) or not inside:
            break
        if "prepositions" in token.word.kinds:
            break
        end += 1
    return end


def role_after_name(found: Sequence[Token], at: int, stop: int) -> int:
    """Return the index after a role that follows a name: everything up to a comma, a verb or a word such as أن."""
    end = at + 1
    while end < stop and end - at < LONGEST:
        token = found[end]
        if token.after_comma or ends_phrase(found, end):
            break
        if ("prepositions" in token.word.kinds and not _preposition(found, end, stop)) or _another(found, end):
            break
        if token.word.lead == "و" and not _definite(token):
            break
        if (
            token.word.article
            and not token.word.lead
            and "places" in found[end - 1].word.kinds
            and not token.word.kinds & _QUALIFYING
        ):
            break
        end += 1
    return end
