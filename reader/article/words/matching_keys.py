"""Keys for comparing names, roles and heads of noun phrases, ignoring variation in spelling, gender and number."""

from collections.abc import Sequence

from reader.article.words.lexicon import fold
from reader.article.words.tokens import Token

_VARIANTS = str.maketrans({"غ": "ج", "ق": "ج"})


def head_key(stem: str) -> str:
    """Return the comparison key of a noun phrase's head: without its accusative, dual or plural ending."""
    for ending in ("ين", "ان", "ون", "ا"):
        if stem.endswith(ending) and len(stem) > len(ending) + 3:
            return stem.removesuffix(ending)
    return stem


_SAME = {(fold("رئيس"), "حكوم"): fold("وزراء")}  # رئيس الحكومة is the same role as رئيس الوزراء
_REALMS = frozenset(("جمهوريه", "دوله", "مملكه"))
_PARTICLES = frozenset(("بن", "ابن", "بنت", "ال"))


def name_keys(found: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """Return the comparison keys of a name: عبد and أبو joined to the next word, غ and ق written ج, بن omitted."""
    keys: list[str] = []
    for token in found[start:end]:
        key = token.word.stem if token.word.lead and token.word.stem != token.key else token.key
        if keys and keys[-1] in ("عبد", "ابو", "ابا", "ابي"):
            keys[-1] += key
        else:
            keys.append(key)
    kept = [key for key in keys if key not in _PARTICLES] or keys
    return tuple(key.translate(_VARIANTS) for key in kept)


def role_keys(found: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """Return the comparison keys of a role: its words without article, preposition, feminine ending, final ا or ي."""
    keys = [
        token.word.stem.removesuffix("ه").removesuffix("ا").removesuffix("ي").translate(_VARIANTS)
        for token in found[start:end]
        if token.word.stem not in _REALMS or token is found[start]
    ]
    return tuple(_SAME.get((before, key), key) for before, key in zip(["", *keys], keys, strict=False))


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names may be one person's: the longer contains the shorter and shares its start or end."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] == long[-1]
    rest = iter(long)
    inside = all(key in rest for key in short)
    return inside and (short[-1] == long[-1] or short == long[: len(short)])
