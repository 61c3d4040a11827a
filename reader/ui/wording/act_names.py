"""The names of acts in words, for the history and for undo."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotations.values.act_kinds import act_kind
from annotations.values.model import Tag
from reader.language.i18n import _, counted
from reader.language.tag_names import tag_name

if TYPE_CHECKING:
    from annotations.library import Library
    from annotations.values.log import Act

_NOUNS: dict[str, Callable[[int, str], str]] = {
    "annotation": lambda n, case: counted("{n} annotation", "{n} annotations", n, case),
    "place": lambda n, case: counted("{n} match", "{n} matches", n, case),
    "tag": lambda n, case: counted("{n} tag", "{n} tags", n, case),
    "document": lambda n, case: counted("{n} document", "{n} documents", n, case),
    "statement": lambda n, case: counted("{n} statement", "{n} statements", n, case),
}


def counted_noun(noun: str, number: int, case: str = "label") -> str:
    """Return a counted noun. noun: annotation, place, tag, document or statement."""
    return _NOUNS[noun](number, case)


def tags_then(tags: Sequence[Tag], before: Mapping[int, Sequence[tuple[int, Tag]]], act: int) -> Sequence[Tag]:
    """Return the tags as they were when an act was done. before: as returned by `Library.tags_before`."""
    later = {number: next((tag for at, tag in found if at > act), None) for number, found in before.items()}
    changed = {number: tag for number, tag in later.items() if tag is not None}
    return [*changed.values(), *(tag for tag in tags if tag.id not in changed)] if changed else tags


def act_then(act: "Act", library: "Library") -> str:
    """Return the name of an act, with tags under the names that they had when it was done."""
    tags = library.codebook.tags()
    if "tag" in act.about or "old" in act.about:
        tags = list(tags_then(tags, library.tags_before(), act.id))
    return act_name(act.label, act.about, tags)


def _correction(what: str, about: Mapping[str, Any]) -> str:
    name, now = about.get("name", ""), about.get("now", "")
    if now:
        return _("{what}: {name} (now {now})", what=what, name=name, now=now)
    return _("{what}: {name}", what=what, name=name) if name else what


def act_name(label: str, about: Mapping[str, Any], tags: Sequence[Tag]) -> str:
    """Return the name of an act in the interface's language. Raises UnknownAct."""
    kind, number = act_kind(label), int(about.get("n", 1))
    if label.startswith("correct:"):
        return _correction(_(kind.words), about)
    if label == "tag rename" and about.get("before"):
        return _("name of the tag “{old}”: “{tag}”", old=about["before"], tag=tag_name(tags, about.get("tag")))
    several = kind.several and (number > 1 or not kind.words)
    words = kind.several if several else kind.words
    values = {
        "tag": tag_name(tags, about.get("tag") or _tag_of(label)),
        "old": tag_name(tags, about.get("old")),
        "name": about.get("name", "…"),
        **({f"{kind.noun}s": counted_noun(kind.noun, number, "of")} if several else {}),
    }
    return _(words, **{name: value for name, value in values.items() if f"{{{name}}}" in words})


def _tag_of(label: str) -> int:
    """Return the id of the tag in a label of the first version ("tag:4"), or 0 if there is none."""
    rest = label.partition(":")[2]
    return int(rest) if rest.isdecimal() else 0
