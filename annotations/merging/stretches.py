"""Compare corrections of the same stretches in two libraries: what can be taken over, and what conflicts."""

from collections.abc import Hashable, Sequence
from typing import Generic, NamedTuple

from annotations.store.analysis_writer import overlaps
from annotations.values.analysis import Noise, Session, Statement
from annotations.values.corrections_made import S, Stretch

HANDED = "handed"  # origin of a stretch nobody touched locally, but which the merge gave to another speaker


class Group(NamedTuple, Generic[S]):
    """Overlapping stretches: local and incoming corrections. beside: the other incoming stretches that overlap them."""

    local: tuple[Stretch[S], ...]
    incoming: tuple[Stretch[S], ...]
    beside: tuple[Stretch[S], ...] = ()


def _told(value: Noise | Session | Statement) -> Hashable:
    if isinstance(value, Session):
        return value.label
    return value.kind if isinstance(value, Noise) else value.speaker


def key(one: Stretch[S]) -> Hashable:
    """Return what identifies a correction: the span, its label, kind or speaker, and whether it is deleted."""
    return (one.value.span, _told(one.value), one.gone)


def groups(local: Sequence[Stretch[S]], incoming: Sequence[Stretch[S]]) -> list[Group[S]]:
    """Return the incoming corrections not made locally, grouped with the local corrections they overlap."""
    here = {key(one) for one in local}
    there = {key(one) for one in incoming}
    sides = [
        *((one, False) for one in local if one.value.origin == "user" and key(one) not in there),
        *((one, True) for one in incoming if one.value.origin == "user" and key(one) not in here),
    ]
    parts: list[list[tuple[Stretch[S], bool]]] = []
    end = -1
    for one, new in sorted(sides, key=lambda side: side[0].value.span):
        if not parts or one.value.span.start >= end:
            parts.append([])
        parts[-1].append((one, new))
        end = max(end, one.value.span.end)
    return [_group(part, incoming) for part in parts if any(new for _one, new in part)]


def _group(part: Sequence[tuple[Stretch[S], bool]], incoming: Sequence[Stretch[S]]) -> Group[S]:
    new = tuple(one for one, is_incoming in part if is_incoming)
    spans, known = [one.value.span for one in new], {key(one) for one in new}
    beside = tuple(one for one in incoming if key(one) not in known and overlaps(one.value.span, spans))
    return Group(tuple(one for one, is_incoming in part if not is_incoming), new, beside)
