"""Comparing what two libraries' people put right in the same stretches: what can be taken, and what is in dispute."""

from collections.abc import Hashable, Sequence
from typing import Generic, NamedTuple

from annotations.store.analysis_rows import overlaps
from annotations.values.analysis import Noise, Session, Statement
from annotations.values.corrections_made import S, Stretch

HANDED = "handed"  # the origin of what nobody here touched, but which went to another speaker in taking things over


class Group(NamedTuple, Generic[S]):
    """What hangs together by overlapping: what people put right here, and there; beside: what else stands there."""

    ours: tuple[Stretch[S], ...]
    theirs: tuple[Stretch[S], ...]
    beside: tuple[Stretch[S], ...] = ()


def _told(value: Noise | Session | Statement) -> Hashable:
    if isinstance(value, Session):
        return value.label
    return value.kind if isinstance(value, Noise) else value.speaker


def key(one: Stretch[S]) -> Hashable:
    """Return what makes two stretches the same correction: the place, what is said of it, and whether it is there."""
    return (one.value.span, _told(one.value), one.gone)


def groups(ours: Sequence[Stretch[S]], theirs: Sequence[Stretch[S]]) -> list[Group[S]]:
    """Return what people there put right and people here did not, with what they say here of the same stretches."""
    here = {key(one) for one in ours}
    there = {key(one) for one in theirs}
    sides = [
        *((one, False) for one in ours if one.value.origin == "user" and key(one) not in there),
        *((one, True) for one in theirs if one.value.origin == "user" and key(one) not in here),
    ]
    parts: list[list[tuple[Stretch[S], bool]]] = []
    end = -1
    for one, new in sorted(sides, key=lambda side: side[0].value.span):
        if not parts or one.value.span.start >= end:
            parts.append([])
        parts[-1].append((one, new))
        end = max(end, one.value.span.end)
    return [_group(part, theirs) for part in parts if any(new for _one, new in part)]


def _group(part: Sequence[tuple[Stretch[S], bool]], theirs: Sequence[Stretch[S]]) -> Group[S]:
    new = tuple(one for one, of_theirs in part if of_theirs)
    spans, known = [one.value.span for one in new], {key(one) for one in new}
    beside = tuple(one for one in theirs if key(one) not in known and overlaps(one.value.span, spans))
    return Group(tuple(one for one, of_theirs in part if not of_theirs), new, beside)
