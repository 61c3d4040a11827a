"""Merge the codebook and the coding form: tags, attributes and their values."""

from collections.abc import Sequence

from annotations.merging.matched import Matched
from annotations.store import annotation_rows, codebook_rows, form_rows
from annotations.store.rows import new_uid
from annotations.values.attributes import Attribute, CodedUnit, Coding, Value
from annotations.values.codebook import same
from annotations.values.folding import fold_text
from annotations.values.localized import Localized
from annotations.values.model import Tag

_WORDS = (("name", "names"), ("description", "descriptions"))  # column of tag, field of Tag


def merge_tags(matched: Matched, incoming: Sequence[Tag]) -> None:
    """Match tags by identifier, following merged ones, then by folded name; add those that are new."""
    fresh: list[Tag] = []
    for tag in incoming:
        number = _tag_here(matched, tag)
        if number:
            _fill_words(matched, number, tag)
            matched.fill("tag", number, tag._asdict(), ("memo",))
        else:
            number = _add_tag(matched, tag)
            fresh.append(tag)
        matched.tags[tag.id] = number
    for tag in fresh:
        if tag.parent in matched.tags:
            codebook_rows.set_tag(matched.db, matched.tags[tag.id], parent=matched.tags[tag.parent])
    matched.counts["tags"] = len(fresh)


def _tag_here(matched: Matched, incoming: Tag) -> int:
    """Return the local tag for an incoming one, or 0."""
    number = codebook_rows.tag_standing(matched.db, incoming.uid)
    if number:
        return number
    local = codebook_rows.tags(matched.db)
    found = next(filter(None, (same(local, name) for name in incoming.names.all())), None)
    return found.id if found else 0


def _add_tag(matched: Matched, incoming: Tag) -> int:
    slot = None if incoming.slot in codebook_rows.taken_slots(matched.db) else incoming.slot
    more = {"slot": slot, "color": incoming.color, "retired": int(incoming.retired), "memo": incoming.memo}
    uid = incoming.uid or new_uid()
    return codebook_rows.add_tag(matched.db, incoming.names, incoming.descriptions, uid=uid, **more)


def _fill_words(matched: Matched, number: int, incoming: Tag) -> None:
    """Fill in names and descriptions in languages that lack them locally; a different one is a conflict."""
    local = next(tag for tag in codebook_rows.tags(matched.db) if tag.id == number)
    for column, name in _WORDS:
        words: Localized = getattr(local, name)
        for language, said in getattr(incoming, name):
            if not words.exactly(language):
                words = words.having(language, said)
            elif words.exactly(language) != said:
                matched.conflicts.add("tag", number, f"{column}.{language}", words.exactly(language), said)
        if words != getattr(local, name):
            codebook_rows.set_words(matched.db, number, column, words)


def merge_attribute(matched: Matched, incoming: Attribute) -> None:
    """Match an attribute and its values by identifier, then by folded name; add what is new."""
    found = _match(form_rows.attributes(matched.db, incoming.scope), incoming)
    if not found:
        found = form_rows.add_attribute(matched.db, incoming.scope, incoming.names, incoming.uid)
    matched.attributes[incoming.id] = found
    for value in incoming.values:
        local = form_rows.values_of(matched.db, found)
        number = _match(local, value)
        if not number:
            at = max((one.number for one in local), default=0) + 1
            number = form_rows.add_value(matched.db, found, at, value.names, value.uid)
        matched.values[value.id] = number


def _match(local: Sequence[Attribute | Value], incoming: Attribute | Value) -> int:
    """Return the id of the local attribute or value that is the incoming one, or 0."""
    by_uid = (one.id for one in local if one.uid == incoming.uid)
    return next(by_uid, 0) or next((one.id for one in local if _alike(one, incoming)), 0)


def _alike(local: Attribute | Value, incoming: Attribute | Value) -> bool:
    """Return whether two share a name in any language once folded."""
    return not set(map(fold_text, local.names.all())).isdisjoint(map(fold_text, incoming.names.all()))


def merge_coding(matched: Matched, incoming: Coding, unit: CodedUnit) -> None:
    """Add a coding of a local unit unless its coder coded it already; another value is a conflict."""
    if unit == CodedUnit() or incoming.attribute not in matched.attributes or incoming.value not in matched.values:
        return
    coder = annotation_rows.coder_id(matched.db, incoming.coder)
    attribute, value = matched.attributes[incoming.attribute], matched.values[incoming.value]
    found = form_rows.coded(matched.db, unit, attribute, coder)
    if found is None:
        form_rows.code(matched.db, unit, attribute, value, coder)
    elif found[1] != value:
        matched.conflicts.add("coding", found[0], "value", found[1], value)
