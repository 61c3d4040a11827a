"""The codebook: the tags that stand ready, and finding a tag by what a person types."""

import os.path
from collections.abc import Iterable, Sequence

from annotations.errors import UnknownTag
from annotations.model import Tag

_HARAKAT = dict.fromkeys([*range(0x64B, 0x653), 0x670, 0x640])


def starter_rows() -> list[dict[str, str]]:
    """Return the rows of the starter codebook: slot, name_ar, name_en, description_ar, description_en."""
    with open(os.path.join(os.path.dirname(__file__), "codebook.tsv"), encoding="utf-8") as file:
        header, *rows = [line.rstrip("\n").split("\t") for line in file]
    return [dict(zip(header, row, strict=True)) for row in rows]


def _key(name: str) -> str:
    return name.translate(_HARAKAT).casefold().strip()


def matching(tags: Iterable[Tag], typed: str) -> list[Tag]:
    """Return the tags one of whose names holds `typed` (harakat and case aside), those beginning with it first."""
    wanted = _key(typed)
    scored = [(min(_rank(name, wanted) for name in (tag.name_ar, tag.name_en)), tag) for tag in tags]
    return [tag for rank, tag in sorted(scored, key=lambda pair: pair[0]) if rank < _NOT_FOUND]


_NOT_FOUND = 4


def _rank(name: str, wanted: str) -> int:
    key = _key(name)
    if not key:
        return _NOT_FOUND
    if key == wanted:
        return 0
    if key.startswith(wanted):
        return 1
    if any(word.startswith(wanted) for word in key.split()):
        return 2
    return 3 if wanted in key else _NOT_FOUND


def named(tags: Sequence[Tag], name: str) -> Tag:
    """Return the tag with this name in either language, or this slot's digit. Raises UnknownTag."""
    for tag in tags:
        if _key(name) in (_key(tag.name_ar), _key(tag.name_en)) or (tag.slot is not None and name == str(tag.slot)):
            return tag
    raise UnknownTag(name=name)
