"""The codebook: the starter tags, and finding a tag from what a person types."""

import os.path
from collections.abc import Iterable, Sequence

from annotations.errors import UnknownTag
from annotations.values.folding import fold_text, sort_key
from annotations.values.model import Tag


def starter_rows() -> list[dict[str, str]]:
    """Return the rows of the starter codebook: slot, name_ar, name_en, description_ar, description_en."""
    with open(os.path.join(os.path.dirname(__file__), "codebook.tsv"), encoding="utf-8") as file:
        header, *rows = [line.rstrip("\n").split("\t") for line in file]
    return [dict(zip(header, row, strict=True)) for row in rows]


def matching(tags: Iterable[Tag], typed: str) -> list[Tag]:
    """Return the tags with a name that contains `typed` (folded), those beginning with it first."""
    wanted = fold_text(typed)
    scored = [(min((_rank(name, wanted) for name in tag.names.all()), default=_NOT_FOUND), tag) for tag in tags]
    return [tag for rank, tag in sorted(scored, key=lambda pair: pair[0]) if rank < _NOT_FOUND]


_NOT_FOUND = 4


def _rank(name: str, wanted: str) -> int:
    key = fold_text(name)
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
    """Return the tag with this name in either language, or with this digit as its slot. Raises UnknownTag."""
    wanted = fold_text(name)
    for tag in tags:
        if (wanted and wanted in map(fold_text, tag.names.all())) or (tag.slot is not None and name == str(tag.slot)):
            return tag
    raise UnknownTag(name=name)


def same(tags: Iterable[Tag], name: str) -> Tag | None:
    """Return the tag with a name equal to `name` after folding both, or None if there is none."""
    wanted = fold_text(name)
    return next((one for one in tags if wanted and wanted in map(fold_text, one.names.all())), None)


def in_tree(tags: Sequence[Tag], language: str) -> list[tuple[Tag, int]]:
    """Return the tags in tree order, each with its depth; siblings are sorted by folded name, ignoring ال."""
    below: dict[int, list[Tag]] = {}
    known = {tag.id for tag in tags}
    for tag in tags:
        below.setdefault(tag.parent if tag.parent in known else 0, []).append(tag)
    found: list[tuple[Tag, int]] = []

    def walk(parent: int, depth: int) -> None:
        for tag in sorted(below.get(parent, ()), key=lambda one: sort_key(one.name(language))):
            found.append((tag, depth))
            walk(tag.id, depth + 1)

    walk(0, 0)
    return found


def with_children(tags: Sequence[Tag], number: int) -> set[int]:
    """Return the ids of a tag and of all tags below it."""
    found = {number}
    while more := {tag.id for tag in tags if tag.parent in found} - found:
        found |= more
    return found
