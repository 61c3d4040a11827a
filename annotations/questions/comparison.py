"""Two coders' annotations of a text side by side: where they agree or differ, and how differences are resolved."""

from collections.abc import Sequence
from typing import NamedTuple

from annotations.store import annotation_rows
from annotations.store.connection import Connection
from annotations.values.model import Annotation
from annotations.values.spans import Span

SAME, BOUNDS, TAGS, ONLY_FIRST, ONLY_SECOND = KINDS = ("same", "bounds", "tags", "first", "second")


class Pair(NamedTuple):
    """Two coders' annotations of one position. kind: same, bounds or tags (what differs), first or second (alone)."""

    kind: str
    first: Annotation | None
    second: Annotation | None

    @property
    def span(self) -> Span:
        """The span from the first to the last character that either marked."""
        spans = [one.anchor.span for one in (self.first, self.second) if one is not None]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def _likeness(a: Annotation, b: Annotation) -> float:
    """Return the similarity of two annotations: the share of their text in common, plus one for a common tag."""
    one, other = a.anchor.span, b.anchor.span
    shared = one.overlap(other)
    if not shared:
        return 0.0
    whole = max(one.end, other.end) - min(one.start, other.start)
    return shared / whole + bool(set(a.tags) & set(b.tags))


def _kind(a: Annotation, b: Annotation) -> str:
    if set(a.tags) != set(b.tags):
        return TAGS
    return SAME if a.anchor.span == b.anchor.span else BOUNDS


def pairs(annotations: Sequence[Annotation], first: str, second: str) -> list[Pair]:
    """Return the annotations of two coders, paired where they overlap, in the order of the text.

    The most similar are paired first, each only once; the rest stay single.
    """
    ones = [a for a in annotations if a.coder == first]
    others = [a for a in annotations if a.coder == second]
    scored = sorted(
        ((-_likeness(a, b), a.id, b.id, a, b) for a in ones for b in others if a.anchor.span.meets(b.anchor.span)),
        key=lambda row: row[:3],
    )
    taken: set[int] = set()
    found: list[Pair] = []
    for _score, _a, _b, one, other in scored:
        if one.id not in taken and other.id not in taken:
            taken |= {one.id, other.id}
            found.append(Pair(_kind(one, other), one, other))
    found += [Pair(ONLY_FIRST, a, None) for a in ones if a.id not in taken]
    found += [Pair(ONLY_SECOND, None, b) for b in others if b.id not in taken]
    return sorted(found, key=lambda pair: pair.span)


_BOTH = " + "


def stands_for_two(coder: str) -> bool:
    """Return whether a coder's name is the joint name under which two coders resolve their differences."""
    return _BOTH in coder


def settler(first: str, second: str, coder: str) -> str:
    """Return the name under which two coders' differences are resolved: that of a third coder, else their joint name.

    The two coders' own annotations stay, so that their agreement can still be computed.
    """
    return f"{first}{_BOTH}{second}" if coder in (first, second) else coder


def is_settled(pair: Pair, settled: Sequence[Annotation], neither: Sequence[Span] = ()) -> bool:
    """Return whether a pair has been resolved.

    settled: the annotations under the resolving name; neither: the spans where neither of the two was chosen.
    """
    return any(pair.span.meets(span) for span in (*(one.anchor.span for one in settled), *neither))


def settle(connection: Connection, pair: Pair, chosen: Sequence[Annotation], name: str) -> None:
    """Resolve a pair, as one act, by recording what is chosen of it (either, both or none) under the resolving name.

    Annotations under that name that overlap the pair and are not chosen are removed.
    """
    db, coder = connection.db, annotation_rows.coder_id(connection.db, name)
    both = [one for one in (pair.first, pair.second) if one is not None]
    document = both[0].document
    about = {"n": len(chosen), "start": pair.span.start, "end": pair.span.end, "by": name}
    with connection.act("settle", document, about):
        for old in annotation_rows.annotations_of(db, document, coder):
            if old.anchor.span.meets(pair.span):
                annotation_rows.remove(db, old.id)
        for one in chosen:
            number = annotation_rows.annotation_at(db, document, one.anchor, coder)
            annotation_rows.set_note(db, number, one.note)
            for tag in one.tags:
                annotation_rows.give_tag(db, number, tag)
