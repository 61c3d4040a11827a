"""Where a person's name ends: given names, particles (بن، آل، فان دير), family names, and what cannot be a name."""

import re
from collections.abc import Sequence

from reader.article.words.lexicon import words
from reader.article.words.tokens import Token

LONGEST = 7
_NOT_NAMES = frozenset((
    "that", "prepositions", "stops", "objects", "org_heads", "unnamed", "groups_plural", "event_heads", "document_heads",
    "role_heads", "role_plurals", "by_source", "said_nouns", "honorifics", "honorific_pronouns", "blessings", "months",
    "weekdays", "group_leads", "role_nouns",
))  # fmt: skip
_NAMES_TOO = frozenset(("دان", "طالب", "عد"))  # verbs of speech that are names too when inside a name
_FAMILIES = frozenset(
    (
        "الخطيب",
        "الملا",
        "الحاج",
        "الشيخ",
        "الامير",
        "القاضي",
        "الكاتب",
        "العالم",
        "الامام",
        "الشاعر",
        "المختار",
        "الامين",
        "النجار",
        "الحداد",
        "العمده",
        "الحاكم",
    )
)


def is_given(token: Token) -> bool:
    """Return whether the word is a listed given name without clitics."""
    return "given" in token.word.kinds and not token.word.lead and not token.word.prep


def is_particle(token: Token) -> bool:
    """Return whether the word is a particle such as بن or آل, after which a name continues."""
    return "particles" in token.word.kinds and not token.word.lead and not token.word.prep


_VERBAL_NOUN = re.compile(r"^(است\w+ا\w|ت\w\wي\wه?|ان\w\wا\w|ا\wت\w\wا\w|ا\wت\wا\w|م\wا\w\wه|ا\w\wا\w)$")
_BARE_ALEF = re.compile("^(است|ان|ا.ت)")  # verbal nouns whose alef is never written أ: أنطوان is not one
_SUFFIXED = ("ها", "هم", "هما", "هن")
_STARTING = frozenset(
    ("بن", "ابن", "بنت", "ال", "ابو", "ابا", "ابي", "عبد", "فان", "دي", "ايت", "ولد", "بو", "ذو", "سان", "فون")
)


def looks_like_name(token: Token) -> bool:
    """Return whether an unlisted first word may be a name: it has no pronoun suffix and no verbal noun pattern."""
    key = token.key
    if is_given(token) or is_particle(token) or "given_nouns" in token.word.kinds:
        return True
    own = token.letters.endswith("ه") and len(key) > 3 and not key.endswith("يه")
    if key.endswith(_SUFFIXED) or own or key.isdigit():
        return False
    if token.letters[:1] == "أ" and _BARE_ALEF.match(key):
        return True
    return _VERBAL_NOUN.match(key) is None


def may_be_name(token: Token) -> bool:
    """Return whether an indefinite word may be part of a name: in no list of other words and not a verb of speech."""
    word = token.word
    if is_given(token) or is_particle(token):
        return True
    if token.letters[:1] in ("ب", "ل", "ك") and token.letters[1:2] in ("أ", "إ", "آ"):
        return False
    if word.article or not word.alphabetic or len(word.key) < 2 or word.lead or word.prep:
        return False
    if not _NOT_NAMES.isdisjoint(word.kinds):
        return False
    return word.cue is None


def may_be_family(token: Token) -> bool:
    """Return whether a definite word may be a family name (السنيورة، الحربي)."""
    word = token.word
    if not word.article or word.lead or word.prep:
        return False
    if word.key in _FAMILIES:
        return True
    if word.key.endswith(("ات", "ين", "ون")):
        return False
    if is_given(token):
        return True
    return not word.kinds - {"given", "nisba", "places", "role_adjectives", "unnamed_tails", "name_tails", "particles"}


_MAKES_ROLE = frozenset(("role_nouns", "org_heads", "places", "role_heads"))


def _name_after(found: Sequence[Token], at: int) -> bool:
    """Return whether the word after علي lets it be a name: it continues the name or follows a comma."""
    if at + 1 >= len(found) or "given" not in found[at].word.kinds:
        return False
    after = found[at + 1]
    return after.after_comma or is_given(after) or is_particle(after) or may_be_family(after)


def _accusative(token: Token) -> bool:
    """Return whether a word may be an indefinite accusative: an object or its adjective (مخطوطا عربيا)."""
    return token.key.endswith("ا") and len(token.key) > 3 and not is_given(token)


def _foreign(token: Token) -> bool:
    """Return whether what looks like ف, ب or ك with the article may be a foreign name: فالكوفا, بالاسي, كالاس."""
    return token.key[:3] in ("فال", "بال", "كال") and not token.word.kinds and token.word.cue is None


def _names_on(found: Sequence[Token], at: int) -> bool:
    """Return whether a name may continue after a definite word: عبد الكريم, عوض الكريم, يوسف الثاني."""
    kinds = found[at].word.kinds
    return at > 0 and (found[at - 1].key == "عبد" or "name_tails" in kinds or found[at].word.stem in words("ordinals"))


def _closes(found: Sequence[Token], at: int) -> bool:
    """Return whether a phrase that ends before `at` is followed by something that ends phrases."""
    if at >= len(found):
        return True
    after = found[at]
    return after.after_comma or not after.word.kinds.isdisjoint({"that", "prepositions", "stops"})


def _closing_family(found: Sequence[Token], at: int) -> bool:
    """Return whether a definite word that looks like a plural is a family name (نبيل العطيات،)."""
    word = found[at].word
    named = is_given(found[at - 1]) and at + 1 < len(found) and found[at + 1].after_comma
    return (
        word.article
        and not word.kinds - ({"groups", "role_nouns"} if named else {"groups"})
        and not word.lead
        and not word.prep
        and _closes(found, at + 1)
    )


def _is_elsewhere(found: Sequence[Token], at: int, before: Token) -> bool:
    """Return whether a word that might continue a name does not: it is governed, an object, a role or a preposition."""
    token = found[at]
    after = found[at + 1] if at + 1 < len(found) else None
    if "\n" in token.gap or token.gap.strip(" \xa0-‑–'’"):
        return True
    if token.key[0] == "ل" and before.word.article and not is_given(token):
        return True
    if token.key == "علي":
        return not _name_after(found, at)
    if after is None:
        return False
    complement = not after.after_comma and not _MAKES_ROLE.isdisjoint(after.word.kinds)
    post = "role_heads" in token.word.kinds and complement
    return post or (_accusative(token) and _accusative(after))


def _unknown_family(found: Sequence[Token], at: int) -> bool:
    """Return whether an unlisted definite word ends a name here."""
    if at >= len(found):
        return False
    word = found[at].word
    return word.article and not (word.kinds or word.lead or word.prep) and _closes(found, at + 1)


def _surely_goes_on(found: Sequence[Token], at: int, before: Token) -> bool:
    """Return whether a word belongs to the name before it, whatever else it may be: عبد الله, يوسف الثاني, فالكوفا."""
    token = found[at]
    if "name_tails" in token.word.kinds and (is_given(before) or len(before.key) <= 5):
        return True
    if not token.word.article and is_given(before) and token.key in words("groups") and _unknown_family(found, at + 1):
        return True  # سعاد فلاح الخزيم
    if at + 1 < len(found) and found[at + 1].key == "الله" and not before.word.article and token.word.lead != "و":
        return True  # حسن فضل الله
    if at + 1 < len(found) and found[at + 1].key in words("persian_tails") and not found[at + 1].gap.strip():
        return True  # سعيد خطيب زاده
    if token.word.stem in words("ordinals") and token.word.article and is_given(before):
        return True
    return _foreign(token) and not before.word.article and _closes(found, at + 1)


def _goes_on(found: Sequence[Token], at: int, last: int, first: int) -> bool:
    """Return whether the word at `at` continues the name made up of the words `first` to `last`, inclusive."""
    token, before = found[at], found[last]
    if _is_elsewhere(found, at, before):
        return False
    if token.key in _NAMES_TOO and is_given(before) and at + 1 < len(found):
        return may_be_name(found[at + 1]) or may_be_family(found[at + 1])
    if is_particle(before):
        return (token.word.alphabetic and not token.word.cue) or is_given(token)
    if len(token.key) > 4 and not token.word.article and token.key.endswith(("ها", "هم")):
        return first == last and not is_given(before) and not before.word.article and _closes(found, at + 1)
    if _surely_goes_on(found, at, before):
        return True
    ended = before.word.article and not is_given(before) and not _names_on(found, last)
    if token.word.article:
        return _family_goes_on(found, at, ended=ended)
    if ended and not is_particle(token):
        return first == last and may_be_name(token) and _closes(found, at + 1)
    return may_be_name(token) or ("groups_plural" in token.word.kinds and is_given(before) and _closes(found, at + 1))


def _family_goes_on(found: Sequence[Token], at: int, *, ended: bool) -> bool:
    """Return whether a definite word continues a name; ended: whether the name already ends in a definite word."""
    token = found[at]
    if ended:
        return may_be_family(token) and token.key.endswith("ي") and "nisba" not in token.word.kinds
    return may_be_family(token) or "name_tails" in token.word.kinds or _closing_family(found, at)


def _is_prefixed(found: Sequence[Token], at: int, stop: int) -> bool:
    """Return whether a word is a noun with a proclitic ب, ل or ك that governs the next noun (بحصص الشعير)."""
    first = found[at]
    governs = at + 1 < stop and found[at + 1].word.article and not found[at + 1].after_comma
    return first.key[0] in "بلك" and len(first.key) > 3 and governs and not is_given(first)


def name_end(found: Sequence[Token], at: int, stop: int) -> int:
    """Return the index after the name that begins at index `at`, or `at` if there is none."""
    if at >= stop or not (may_be_name(found[at]) or may_be_family(found[at])) or _is_prefixed(found, at, stop):
        return at
    if "places" in found[at].word.kinds and not is_given(found[at]):
        return at
    if is_particle(found[at]) and found[at].key not in _STARTING:
        return at
    end = at + 1
    while end < stop and end - at < LONGEST and _goes_on(found, end, end - 1, at):
        end += 1
    while end > at and is_particle(found[end - 1]) and found[end - 1].key not in ("ماك", "لا", "سان", "ابو"):
        end -= 1
    if end == at + 1 and found[at].key == "عبد":
        return at
    return end
