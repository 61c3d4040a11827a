"""The annotations of the open document, looked up by position. No Textual here.

A document may have ten thousand, up to thirty on the same passage; a line of the screen asks only for those that it
meets, and an act changes only what it touched.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.values.model import Annotation, Tag
from annotations.values.spans import Span
from reader.language.i18n import language
from reader.typeset.paint import Layer

_BUCKET = 512  # code points
_LONG = 32  # passages that span more buckets are stored separately, rather than in each of hundreds


class Stripe(NamedTuple):
    """An annotation in the margin: its span (code points), ink, the initial on its first row; noted: it is a note."""

    start: int
    end: int
    ink: str
    initial: str
    noted: bool


def initials(tags: Sequence[Tag], tongue: str) -> dict[int, str]:
    """Return one letter per tag, by id: the first letter of its name, without ال, that no earlier tag has taken."""
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
    """The visible annotations of a document, and the codebook that names their tags."""

    def __init__(self, annotations: Iterable[Annotation] = (), tags: Sequence[Tag] = (), only: str = "") -> None:
        """Index these annotations. only: show those of this coder alone; empty: show everybody's."""
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
        """Set the codebook."""
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
        """Replace the annotations with the ids `touched` by `found`."""
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
        """All annotations in text order."""
        if self._ordered is None:
            self._ordered = tuple(sorted(self._by_id.values(), key=lambda a: (a.anchor.span, a.id)))
        return self._ordered

    def starts(self) -> list[int]:
        """Return the offsets at which annotations begin, sorted, each one once."""
        if self._starts is None:
            self._starts = sorted({annotation.anchor.span.start for annotation in self._by_id.values()})
        return self._starts

    def next_start(self, offset: int, step: int) -> int | None:
        """Return where the next (step 1) or previous (-1) annotation begins, wrapping around, or None."""
        starts = self.starts()
        if not starts:
            return None
        at = bisect_right(starts, offset) if step > 0 else bisect_left(starts, offset) - 1
        return starts[at % len(starts)]

    def meeting(self, low: int, high: int) -> list[Annotation]:
        """Return the annotations that share a character with `low:high`, shortest first."""
        near = set(self._long)
        for number in range(low // _BUCKET, max(low, high - 1) // _BUCKET + 1):
            near |= self._buckets.get(number, set())
        span = Span(low, high)
        return sorted((a for n in near if (a := self._by_id[n]).anchor.span.meets(span)), key=_size)

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """Return the annotations that contain `offset`, shortest first."""
        return tuple(self.meeting(offset, offset + 1))

    def of(self, coder: str, span: Span) -> Annotation | None:
        """Return a coder's annotation of exactly this passage, or None if there is none."""
        here = self.meeting(*span)
        return next((a for a in here if a.anchor.span == span and a.coder == coder), None)

    def color(self, annotation: Annotation) -> int:
        """Return the palette number of an annotation: that of its first tag, or 0 if it has only a note."""
        return next((self._colors[tag] for tag in annotation.tags if tag in self._colors), 0)

    def layers(self, low: int, high: int) -> list[Layer]:
        """Return the tag colours as layers over a stretch of the text, longer passages beneath shorter ones."""
        here = reversed(self.meeting(low, high))
        return [Layer(*a.anchor.span, f"tag.{color}") for a in here if (color := self.color(a))]

    def stripes(self, low: int, high: int) -> list[Stripe]:
        """Return the margin stripes beside a stretch of the text, from the text outwards, shortest passage innermost.

        There is one for each tag of each annotation, with the tag's initial, and one for each note.
        """
        found: list[Stripe] = []
        for annotation in self.meeting(low, high):
            span = annotation.anchor.span
            tags = [tag for tag in annotation.tags if tag in self._colors]
            found += [Stripe(*span, f"stripe.{self._colors[tag]}", self._initials[tag], noted=False) for tag in tags]
            if annotation.note:
                found.append(Stripe(*span, "note", "•", noted=True))
        return found
