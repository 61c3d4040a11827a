"""What acts are called in words: in the history, and where one is undone."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotations.values.model import Tag
from reader.language.i18n import N_, _, counted
from reader.language.tag_names import tag_name
from reader.ui.reading.correction_menu import ACTS

if TYPE_CHECKING:
    from annotations.library import Library
    from annotations.store.history import Act

_NAMES = {
    "annotate": N_("annotation"), "note": N_("note"), "bounds": N_("bounds of an annotation"),
    "new tag": N_("new tag “{tag}”"), "tag rename": N_("name of the tag “{tag}”"),
    "tag describe": N_("description of the tag “{tag}”"), "tag memo": N_("memo on the tag “{tag}”"),
    "tag recolor": N_("color of the tag “{tag}”"), "tag slot": N_("key of the tag “{tag}”"),
    "tag move": N_("place of the tag “{tag}”"), "tag retire": N_("tag “{tag}” retired"),
    "tag revive": N_("tag “{tag}” offered again"), "tag merge": N_("tag “{old}” made one with “{tag}”"),
    "memo": N_("memo on the text"), "coded": N_("coding marked as done"), "not coded": N_("coding marked as not done"),
    "new attribute": N_("new attribute “{name}”"), "remove attribute": N_("attribute “{name}” removed"),
    "code": N_("coding form"), "join persons": N_("speakers made one person: {name}"),
    "split person": N_("person apart: {name}"), "rename person": N_("name of the person {name}"),
    "settle": N_("difference settled"), "decide": N_("conflict decided"), "merge": N_("merge of {name}"),
    "documents:correct": N_("text corrected: {name}"), "documents:add": N_("text added: {name}"),
    "documents:delete": N_("text deleted: {name}"), "documents:project": N_("project of {name}"),
}  # fmt: skip
_COUNTED = {
    "remove": ("annotation", N_("removal of {annotations}")), "read tags": ("tag", N_("list of {tags} read")),
    "documents:delete": ("document", N_("deletion of {documents}")), "documents:project": ("document", N_("project of {documents}")),
}  # fmt: skip
_NOUNS: dict[str, Callable[[int, str], str]] = {
    "annotation": lambda n, case: counted("{n} annotation", "{n} annotations", n, case),
    "place": lambda n, case: counted("{n} place", "{n} places", n, case),
    "tag": lambda n, case: counted("{n} tag", "{n} tags", n, case),
    "document": lambda n, case: counted("{n} document", "{n} documents", n, case),
    "statement": lambda n, case: counted("{n} statement", "{n} statements", n, case),
}


def counted_noun(noun: str, number: int, case: str = "label") -> str:
    """Return a counted noun. noun: annotation, place, tag, document or statement."""
    return _NOUNS[noun](number, case)


def tags_then(tags: Sequence[Tag], before: Mapping[int, Sequence[tuple[int, Tag]]], act: int) -> Sequence[Tag]:
    """Return the tags as they were when an act was done. before: as `Library.tags_before` has it."""
    later = {number: next((tag for at, tag in found if at > act), None) for number, found in before.items()}
    changed = {number: tag for number, tag in later.items() if tag is not None}
    return [*changed.values(), *(tag for tag in tags if tag.id not in changed)] if changed else tags


def act_then(act: "Act", library: "Library") -> str:
    """Return what an act is called, tags by the names that they had when it was done."""
    tags = library.codebook.tags()
    if "tag" in act.about or "old" in act.about:
        tags = list(tags_then(tags, library.tags_before(), act.id))
    return act_name(act.label, act.about, tags)


def _places(label: str, about: Mapping[str, Any], tags: Sequence[Tag]) -> str:
    number = int(about.get("n", 1))
    name = tag_name(tags, about.get("tag"))
    if label == "untag":
        return _("tag “{tag}” taken off", tag=name)
    if label == "retag":
        return _("retag {annotations}: “{tag}”", annotations=counted_noun("annotation", number, "of"), tag=name)
    if number == 1:
        return _("tag “{tag}”", tag=name)
    return _("tag {places} with “{tag}”", places=counted_noun("place", number, "of"), tag=name)


def _correction(label: str, about: Mapping[str, Any]) -> str:
    what, name, now = _(ACTS[label]), about.get("name", ""), about.get("now", "")
    if now:
        return _("{what}: {name} (now {now})", what=what, name=name, now=now)
    return _("{what}: {name}", what=what, name=name) if name else what


def act_name(label: str, about: Mapping[str, Any], tags: Sequence[Tag]) -> str:
    """Return what an act is called in the interface's language."""
    kind, _colon, rest = label.partition(":")
    if kind == "correct":
        return _correction(rest, about)
    if label == "tag rename" and about.get("before"):
        return _("name of the tag “{old}”: “{tag}”", old=about["before"], tag=tag_name(tags, about.get("tag")))
    if kind == "tag" and rest and "tag" not in about:  # as an earlier version wrote it
        return _("tag “{tag}”", tag=tag_name(tags, int(rest)))
    if kind in ("tag", "untag", "retag") and "tag" in about:
        return _places(kind, about, tags)
    number = int(about.get("n", 1))
    if label in _COUNTED and (number > 1 or not label.startswith("documents:")):
        noun, words = _COUNTED[label]
        return _(words, **{f"{noun}s": counted_noun(noun, number, "of")})
    words = _NAMES.get(label, _NAMES["annotate"])
    values = {
        "tag": tag_name(tags, about.get("tag")),
        "old": tag_name(tags, about.get("old")),
        "name": about.get("name", "…"),
    }
    return _(words, **{name: value for name, value in values.items() if f"{{{name}}}" in words})
