"""A document as it is open on the screen: its text, reading, codebook and annotations, and what lies over the text.

Values and arithmetic only; no Textual here, so that the first page is painted from the same.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Annotation, Document, Place, Tag
from annotations.reading import Reading
from annotations.spans import Span
from reader.typeset.paint import Layer
from reader.ui.pane_lines import Stripe, lanes

if TYPE_CHECKING:
    from annotations.store import Library


class Opened(NamedTuple):
    """Everything the screen shows of one document."""

    document: Document
    text: str
    reading: Reading
    tags: tuple[Tag, ...]
    annotations: tuple[Annotation, ...]
    place: Place

    def tag(self, number: int) -> Tag | None:
        """Return the tag with this id."""
        return next((tag for tag in self.tags if tag.id == number), None)

    def tag_in_slot(self, slot: int) -> Tag | None:
        """Return the tag whose digit key this is."""
        return next((tag for tag in self.tags if tag.slot == slot), None)

    def annotations_at(self, offset: int) -> tuple[Annotation, ...]:
        """Return the annotations that `offset` lies in, the shortest first."""
        here = [a for a in self.annotations if a.anchor.span.holds(offset)]
        return tuple(sorted(here, key=lambda a: a.anchor.span.end - a.anchor.span.start))

    def color(self, annotation: Annotation) -> int:
        """Return the palette number of an annotation: that of its first tag, 0 for a mere note."""
        tag = self.tag(annotation.tags[0]) if annotation.tags else None
        return tag.color if tag else 0

    def _ordered(self) -> list[Annotation]:
        return sorted(self.annotations, key=lambda a: a.anchor.span.start - a.anchor.span.end)

    def layers(self) -> list[Layer]:
        """Return the tags as colours over the text, longer passages below shorter ones."""
        return [
            Layer(*annotation.anchor.span, f"tag.{self.color(annotation)}")
            for annotation in self._ordered()
            if self.color(annotation)
        ]

    def stripes(self) -> tuple[Stripe, ...]:
        """Return a margin stripe for every tag of every annotation, and for a mere note, each in a lane of its own."""
        wanted: list[tuple[Annotation, str]] = []
        for annotation in self.annotations:
            colors = [tag.color for number in annotation.tags if (tag := self.tag(number))]
            wanted += [(annotation, f"stripe.{color}") for color in colors]
            wanted += [(annotation, "note")] if annotation.note else []
        places = lanes([annotation.anchor.span for annotation, _ in wanted])
        return tuple(
            Stripe(*annotation.anchor.span, lane, ink, noted=ink == "note")
            for (annotation, ink), lane in zip(wanted, places, strict=True)
        )


def load(library: "Library", document: Document) -> Opened:
    """Return a document as it stands in the library."""
    number = document.id
    return Opened(
        document, library.text(number), library.reading(number), tuple(library.tags()),
        tuple(library.annotations(number)), library.place(number),
    )  # fmt: skip


def next_place(places: Sequence[Span], offset: int, step: int) -> Span | None:
    """Return the next (step 1) or previous (-1) of the sorted places from `offset`, round the end to the other side."""
    if not places:
        return None
    starts = [place.start for place in places]
    at = bisect_right(starts, offset) if step > 0 else bisect_left(starts, offset) - 1
    return places[at % len(places)]
