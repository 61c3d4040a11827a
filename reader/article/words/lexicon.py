"""The words that the parser knows, read from data files, and the analysis of a written word."""

import os.path
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from annotations.values.folding import letter_table
from reader.article.words.verbs import Cue, conjugated

_DATA = os.path.join(os.path.dirname(__file__), "data")
_PUNCTUATION = "،؛:.…؟!,;?()[]{}«»“”\"'/-–—•_*= "
_FEMININE = ("role_heads", "nisba", "role_adjectives")
_SOUND_PLURALS = ("ون", "ين", "ان", "ات")
_SHORTEST = 3
_LONGEST = 64  # letters and marks
_GRAMMAR = ("names.txt", "places.txt", "sources.txt", "speech.txt")  # files whose lists give words their kinds
_APART = frozenset(
    (
        "parts",
        "spokes",
        "al_verbs",
        "persian_tails",
        "kin",
        "homographs",
        "ordinals",
        "speech_masdars",
        "honorific_posts",
        "outlooks",
        "org_stop_alone",
        "unique_titles",
        "not_plurals",
        "pronoun_prepositions",
        "editor_voice",
        "speaking_groups",
    )
)
_NEVER_DEFINITE = frozenset(
    (
        "stops",
        "that",
        "prepositions",
        "objects",
        "by_source",
        "said_nouns",
        "switches",
        "list_marks",
        "initials",
        "given",
    )
)
_PRONOUNS = ("هما", "هم", "ها", "ه")
_BRINGING = frozenset(("by_source", "said_nouns", "own_words"))
_HAMZAS = ("أ", "إ", "آ")


def fold(word: str) -> str:
    """Return `word` in normalised spelling: no harakat or tatweel, one form each of alef, hamza, ya and ta marbuta."""
    return word.translate(letter_table()).strip(_PUNCTUATION)


def _without_marks(letters: str) -> str:
    return "".join(letter for letter in letters if letter_table().get(ord(letter), letter))


@cache
def _files() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the lists of each data file, by file name and list name."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name in sorted(os.listdir(_DATA)):
        if name.endswith(".txt"):
            with open(os.path.join(_DATA, name), encoding="utf-8") as file:
                lines = [line.partition(":") for line in file if line[:1] not in "#\n"]
            found[name] = {key: tuple(map(str.strip, entries.split(","))) for key, _, entries in lines}
    return found


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    return {name: entries for lists in _files().values() for name, entries in lists.items()}


@cache
def words(name: str) -> frozenset[str]:
    """Return the list `name` of the data files, folded word by word, with one space between the words of a phrase."""
    return frozenset(" ".join(map(fold, entry.split())) for entry in _lists()[name])


def _forms(name: str, key: str) -> Iterator[str]:
    yield key
    if name in _FEMININE and not key.endswith(("ه", "ا")):
        yield key + "ه"
    if name == "nisba":
        yield from (key + ending for ending in ("ين", "ون", "ا"))
    if name in ("unnamed", "unnamed_tails") and not key.endswith(("ه", "ا", "ون", "ين")):
        yield from (key + ending for ending in ("ا", "ين", "ان"))
    if name == "groups":
        yield from (key.removesuffix("ي" if key.endswith("يي") else "") + ending for ending in _SOUND_PLURALS)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return the lists that contain each single word, for all listed words and their regular forms."""
    table: dict[str, set[str]] = {}
    for name in (name for file in _GRAMMAR for name in _files()[file] if name not in _APART):
        for key in words(name):
            if " " not in key:
                for form in _forms(name, key):
                    table.setdefault(form, set()).add(name)
    for key in words("groups"):
        table.get(key, set()).discard("groups")
    for key in words("role_heads"):
        for ending in _SOUND_PLURALS[:2] + _SOUND_PLURALS[3:]:
            table.setdefault(key.removesuffix("ه") + ending, set()).add("groups")
    return {key: frozenset(kinds) for key, kinds in table.items()}


@cache
def _cues() -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for form, cue in conjugated():
        found.setdefault(fold(form), cue._replace(needs=tuple(map(fold_need, cue.needs))))
    return found


def fold_need(need: str) -> str:
    """Return a mark of verbs.tsv folded, with its ! preserved."""
    return fold(need) + ("!" if need.endswith("!") else "")


class Word(NamedTuple):
    """What is known about a written word.

    key: its folded form; lead: the proclitic و or ف; prep: the proclitic ب, ل or ك; article: whether it has the article
    ال; stem: what remains without these; kinds: the lists that contain it; cue: the speech cue it is, or None;
    alphabetic: whether its key has only letters; owned: whether it is a noun of speech or opinion with a possessive
    pronoun (قوله, رأيها); brings: whether it may be a cue at all.
    """

    key: str
    lead: str
    prep: str
    article: bool
    stem: str
    kinds: frozenset[str]
    cue: Cue | None
    alphabetic: bool
    owned: bool
    brings: bool


_NOTHING: frozenset[str] = frozenset()


def _without_article(key: str, *, hamza: bool) -> tuple[str, bool, str]:
    """Return preposition, article and stem of a folded word; hamza: whether its alef is written with one (إليسا)."""
    if hamza or key in words("al_verbs"):
        return "", False, key
    if key.startswith("ال") and len(key) > _SHORTEST:
        return "", True, key[2:]
    if key.startswith("لل") and len(key) > _SHORTEST:
        return "ل", True, key[2:]
    if key[:3] in ("بال", "كال") and len(key) > _SHORTEST + 2:
        return key[0], True, key[3:]
    return "", False, key


def _known(key: str) -> frozenset[str]:
    """Return the lists that contain a word with or without its article."""
    table = _kinds()
    found = table.get(key, _NOTHING)
    if key.startswith("ال"):
        found |= table.get(key[2:], _NOTHING) - _NEVER_DEFINITE
    return found


def _analyse(key: str, lead: str, *, hamza: bool) -> tuple[str, str, bool, str, frozenset[str]] | None:
    prep, article, stem = _without_article(key, hamza=hamza)
    kinds = _kinds().get(key, _NOTHING) if hamza else _known("ال" + stem if article and prep else key)
    if kinds or article:
        return lead, prep, article, stem, kinds
    kinds = _known(key[1:]) if key[:1] in ("ب", "ل", "ك") and len(key) > _SHORTEST else _NOTHING
    if kinds and not (key[0] == "ك" and kinds == {"given"}):  # كرامي is a name and not ك with رامي
        return lead, key[0], False, key[1:], kinds
    return None


def _joined(key: str, letters: str) -> tuple[tuple[str, str, bool, str, frozenset[str]] | None, Cue | None]:
    """Return the analysis of a folded word, looking through a proclitic و or ف, and its speech cue."""
    cue = _cues().get(key)
    found = _analyse(key, "", hamza=letters[:1] in _HAMZAS)
    if found is None and key[:1] in ("و", "ف") and len(key) > 1:
        rest = key[1:]
        found = _analyse(rest, key[0], hamza=letters[1:2] in _HAMZAS)
        cue = cue or (_cues().get(rest) if len(rest) > 1 else None)
        if found is None and cue is not None:
            found = (key[0], "", False, rest, _NOTHING)
    if cue is None and not found and key[:2] == "لي":
        cue = _cues().get(key[1:])  # ليوضح
    if cue is not None and not cue.participle and (letters.startswith("آ") or _without_marks(letters).endswith("ة")):
        cue = None  # no finite verb begins with آ or ends in ة: آيدن, حملة
    return found, cue


def _told_apart(key: str, letters: str, kinds: frozenset[str]) -> frozenset[str]:
    """Return `kinds`, narrowed by spelling where folding conflates two words: على and علي, فإن and فان, آن and أن."""
    if key == "علي" and letters.endswith("ى"):
        return kinds - {"given"}
    if (key == "رحمه" and "ة" in letters) or (key == "ان" and letters.startswith("آ")):
        return frozenset(("given",))
    if key == "فان" and "إ" in letters:
        return frozenset(("that",))
    return frozenset(("role_heads",)) if letters == "والي" else kinds


def _is_owned(stem: str) -> bool:
    """Return whether a word is a noun of speech or opinion with a possessive pronoun: قوله, تعبيرها, رأيهم."""
    own = words("own_words")
    return any(stem.endswith(suffix) and stem.removesuffix(suffix) in own for suffix in _PRONOUNS)


def word(letters: str) -> Word:
    """Return what is known about a written word, looked up only once if it is as long as words are."""
    return _word(letters) if len(letters) <= _LONGEST else _look_up(letters)


def _look_up(letters: str) -> Word:
    key = fold(letters)
    found, cue = _joined(key, letters)
    lead, prep, article, stem, kinds = found or ("", "", False, key, _NOTHING)
    kinds = _told_apart(key, letters, kinds)
    owned = _is_owned(stem)
    brings = cue is not None or owned or stem == "جاء" or not kinds.isdisjoint(_BRINGING)
    return Word(key, "" if letters == "والي" else lead, prep, article, stem, kinds, cue, key.isalpha(), owned, brings)


_word = lru_cache(maxsize=1 << 16)(_look_up)


def cue_of(letters: str) -> Cue | None:
    """Return the speech cue that a word is, with or without a proclitic و or ف, or None if it is not one."""
    return word(letters).cue


def without_and(letters: str) -> str:
    """Return the folded word, without a leading و if it has more than three letters."""
    key = fold(letters)
    return key[1:] if key.startswith("و") and len(key) > _SHORTEST else key


@cache
def phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of a list, grouped by first word and longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in words(name):
        parts = tuple(entry.split())
        if parts:
            found.setdefault(parts[0], []).append(parts)
    return {key: tuple(sorted(entries, key=len, reverse=True)) for key, entries in found.items()}
