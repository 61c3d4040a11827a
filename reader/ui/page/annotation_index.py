"""The annotations of the document that is open, found by place. No Textual here.

A document may hold ten thousand, thirty deep in places; a line of the screen asks only for those that it meets, and
an act changes only what it touched.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.values.model import Annotation, Tag
from annotations.values.spans import Span
from reader.language.i18n import language
from reader.typeset.paint import Layer

_BUCKET = 512  # code points
_LONG = 32  # buckets from which a passage is kept apart, so that it does not stand in hundreds of them


class Stripe(NamedTuple):
    """An annotation in the margin: its span (code points), its ink, what stands on its first row, if it is a mere note."""

    start: int
    end: int
    ink: str
    initial: str
    noted: bool


def initials(tags: Sequence[Tag], tongue: str) -> dict[int, str]:
    """Return one letter for each tag by its id: the first of its name, ال aside, that no tag before it took."""
    taken: set[str] = set()
    found: dict[int, str] = {}
    for tag in tags:
        letters = [char for char in tag.name(tongue).removeprefix("ال") if char.isalpha()] or ["?"]
        letter = next((char for char in letters if char not in taken), letters[0])
        taken.add(letter)
        found[tag.id] = letter
    return found


def _size(annotation: Annotation) -> tuple[int, int, int]:
    span = annotation.anchor.span
    return (span.end - span.start, span.start, annotation.id)


class AnnotationIndex:
    """The annotations of a document that are shown, and the codebook that names them."""

    def __init__(self, annotations: Iterable[Annotation] = (), tags: Sequence[Tag] = (), only: str = "") -> None:
        """Hold these. only: the coder whose annotations alone are shown, empty for everybody's."""
        self.only = only
        self._by_id: dict[int, Annotation] = {}
        self._buckets: dict[int, set[int]] = {}
        self._long: set[int] = set()
        self._ordered: tuple[Annotation, ...] | None = None
        self._starts: list[int] | None = None
        self.name(tags)
        for annotation in annotations:
            self._put(annotation)

    def name(self, tags: Sequence[Tag]) -> None:
        """Take another codebook."""
        self.tags = tuple(tags)
        self._colors = {tag.id: tag.color for tag in tags}
        self._initials = initials(tags, language())

    def _put(self, annotation: Annotation) -> None:
        if self.only and annotation.coder != self.only:
            return
        self._by_id[annotation.id] = annotation
        for bucket in self._buckets_of(annotation):
            bucket.add(annotation.id)

    def _buckets_of(self, annotation: Annotation) -> list[set[int]]:
        span = annotation.anchor.span
        first, last = span.start // _BUCKET, (span.end - 1) // _BUCKET
        if last - first >= _LONG:
            return [self._long]
        return [self._buckets.setdefault(number, set()) for number in range(first, last + 1)]

    def update(self, touched: Iterable[int], found: Iterable[Annotation]) -> None:
        """Put `found` in place of the annotations with the ids `touched`."""
        for number in touched:
            old = self._by_id.pop(number, None)
            if old is not None:
                for bucket in self._buckets_of(old):
                    bucket.discard(number)
        for annotation in found:
            self._put(annotation)
        self._ordered = self._starts = None

    @property
    def ordered(self) -> tuple[Annotation, ...]:
        """All of them in the order of the text."""
        if self._ordered is None:
            self._ordered = tuple(sorted(self._by_id.values(), key=lambda a: (a.anchor.span, a.id)))
        return self._ordered

    def starts(self) -> list[int]:
        """Return where annotations begin, sorted, each place once."""
        if self._starts is None:
            self._starts = sorted({annotation.anchor.span.start for annotation in self._by_id.values()})
        return self._starts

    def next_start(self, offset: int, step: int) -> int | None:
        """Return where the next (step 1) or previous (-1) annotation begins, round the end to the other side."""
        starts = self.starts()
        if not starts:
            return None
        at = bisect_right(starts, offset) if step > 0 else bisect_left(starts, offset) - 1
        return starts[at % len(starts)]

    def meeting(self, low: int, high: int) -> list[Annotation]:
        """Return the annotations that share a character with `low:high`, the shortest first."""
        near = set(self._long)
        for number in range(low // _BUCKET, max(low, high - 1) // _BUCKET + 1):
            near |= self._buckets.get(number, set())
        span = Span(low, high)
        return sorted((a for n in near if (a := self._by_id[n]).anchor.span.meets(span)), key=_size)

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """Return the annotations that `offset` lies in, the shortest first."""
        return tuple(self.meeting(offset, offset + 1))

    def of(self, coder: str, span: Span) -> Annotation | None:
        """Return a coder's annotation of that very passage, None where there is none."""
        here = self.meeting(*span)
        return next((a for a in here if a.anchor.span == span and a.coder == coder), None)

    def color(self, annotation: Annotation) -> int:
        """Return the palette number of an annotation: that of its first tag, 0 for a mere note."""
        return next((self._colors[tag] for tag in annotation.tags if tag in self._colors), 0)

    def layers(self, low: int, high: int) -> list[Layer]:
        """Return the tags as colours over a stretch of the text, longer passages below shorter ones."""
        here = reversed(self.meeting(low, high))
        return [Layer(*a.anchor.span, f"tag.{color}") for a in here if (color := self.color(a))]

    def stripes(self, low: int, high: int) -> list[Stripe]:
        """Return the margin stripes beside a stretch of the text, from the text outwards, the shortest passage innermost.

        One for every tag of every annotation, with the tag's initial, and one for a note.
        """
        found: list[Stripe] = []
        for annotation in self.meeting(low, high):
            span = annotation.anchor.span
            tags = [tag for tag in annotation.tags if tag in self._colors]
            found += [Stripe(*span, f"stripe.{self._colors[tag]}", self._initials[tag], noted=False) for tag in tags]
            if annotation.note:
                found.append(Stripe(*span, "note", "•", noted=True))
        return found
