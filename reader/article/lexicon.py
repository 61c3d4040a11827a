"""The words that the parser knows, read from data files, and the one folding by which they are compared."""

import os.path
from functools import cache, lru_cache
from typing import NamedTuple

from pyarabic.araby import strip_tashkeel, strip_tatweel

_DATA = os.path.join(os.path.dirname(__file__), "data")
_ALEFS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي"})
_PUNCTUATION = "،؛:.…؟!,;?()[]{}«»“”\"'/-–—•_*="


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return `word` without harakat, tatweel and the punctuation around it, with the forms of alef made one."""
    if word.isascii():
        return word.strip(_PUNCTUATION)
    bare = str(strip_tashkeel(strip_tatweel(word)))  # type: ignore[no-untyped-call]
    return bare.strip(_PUNCTUATION).translate(_ALEFS)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    with open(os.path.join(_DATA, "words.txt"), encoding="utf-8") as file:
        lines = [line.partition(":") for line in file if line[:1] not in "#\n"]
    return {name: tuple(part.strip() for part in words.split(",")) for name, _, words in lines}


@cache
def words(name: str) -> frozenset[str]:
    """Return the list `name` of words.txt, folded word by word; phrases have one blank between their words."""
    return frozenset(" ".join(map(fold, entry.split())) for entry in _lists()[name])


class Cue(NamedTuple):
    """What a form tells of speech: its class (assert, demand, topic ...) and whether it is a participle."""

    kind: str
    participle: bool


def _past_forms(past: str) -> list[str]:
    stem = past[:-1] + "ي" if past.endswith(("ى", "ي")) else past
    if past.endswith("ى"):
        return [past, past[:-1] + "ت", past[:-1] + "وا", stem + "ا", past[:-1] + "تا"]
    if past.endswith("ا"):
        return [past, past[:-1] + "ت", past[:-1] + "وا", past[:-1] + "وا", past[:-1] + "تا"]
    return [past, past + "ت", past + "وا", past + "ا", past + "تا"]


def _present_forms(present: str) -> list[str]:
    feminine = "ت" + present[1:]
    stem = present[:-1] if present.endswith(("ي", "و", "ى")) else present
    return [present, feminine, stem + "ون", present + "ان", feminine + "ان"]


def _participle_forms(participle: str) -> list[str]:
    if participle == "-":
        return []
    return [participle + ending for ending in ("ا", "ة", "ين", "ات", "ان", "تين")]


@cache
def cues() -> dict[str, Cue]:
    """Return every form of every reporting verb, folded, with what it tells. A participle is in the accusative."""
    found: dict[str, Cue] = {}
    with open(os.path.join(_DATA, "verbs.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[:1] not in "#\n"]
    for kind, past, present, participle in rows:
        for form in _past_forms(past) + _present_forms(present):
            found.setdefault(fold(form), Cue(kind, participle=False))
        for form in _participle_forms(participle):
            found.setdefault(fold(form), Cue(kind, participle=True))
    return found


def cue_of(word: str) -> Cue | None:
    """Return what `word` tells of speech, with و or ف before it or without; None of any other word."""
    key = fold(word)
    found = cues().get(key)
    if found is None and key[:1] in ("و", "ف") and len(key) > 3:
        found = cues().get(key[1:])
    return found


def without_and(word: str) -> str:
    """Return the folded word without a leading و where more than two letters are left."""
    key = fold(word)
    return key[1:] if key.startswith("و") and len(key) > 3 else key
