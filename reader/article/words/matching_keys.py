"""How names, posts and heads of noun phrases are compared: what spelling, gender and number leave open is made one."""

from collections.abc import Sequence

from reader.article.words.tokens import Token

_VARIANTS = str.maketrans({"غ": "ج", "ق": "ج"})


def head_key(stem: str) -> str:
    """Return the head of a noun phrase as it is compared: without the ending of the accusative, the dual, the plural."""
    for ending in ("ين", "ان", "ون", "ا"):
        if stem.endswith(ending) and len(stem) > len(ending) + 3:
            return stem.removesuffix(ending)
    return stem


_SAME = {("رييس", "حكوم"): "وزراء"}  # the head of the government is that of the ministers
_REALMS = frozenset(("جمهوريه", "دوله", "مملكه"))
_PARTICLES = frozenset(("بن", "ابن", "بنت", "ال"))


def name_keys(found: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """Return a name's words as they are compared: عبد joined to what follows, غ, ق and ج one, بن left out."""
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
    """Return the words of a post as they are compared: without article, preposition and feminine ending."""
    keys = [
        token.word.stem.removesuffix("ه").removesuffix("ا").removesuffix("ي").translate(_VARIANTS)
        for token in found[start:end]
        if token.word.stem not in _REALMS or token is found[start]
    ]
    return tuple(_SAME.get((before, key), key) for before, key in zip(["", *keys], keys, strict=False))


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names may be one person's: the shorter one is inside the longer, with its end or its beginning."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] == long[-1]
    rest = iter(long)
    inside = all(key in rest for key in short)
    return inside and (short[-1] == long[-1] or short == long[: len(short)])
