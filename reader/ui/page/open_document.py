"""A document as open on the screen: its text, analysis, codebook, annotations and reading position.

Values and arithmetic only; no Textual here, so that the first page can be painted from the same data.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.values.analysis import Analysis
from annotations.values.model import Annotation, Document, ReadingPlace, Tag
from annotations.values.spans import Span
from reader.ui.page.annotation_index import AnnotationIndex

if TYPE_CHECKING:
    from annotations.library import Library


_MANY = 1000  # touched annotations beyond which everything is reloaded


class OpenDocument(NamedTuple):
    """Everything the screen shows of one document; acts: the last act shown, and the last one on the analysis."""

    document: Document
    text: str
    analysis: Analysis
    tags: tuple[Tag, ...]
    marked: AnnotationIndex
    place: ReadingPlace
    acts: tuple[int, int] = (0, 0)

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations shown, in text order."""
        return self.marked.ordered

    def tag(self, number: int) -> Tag | None:
        """Return the tag with this id, or None if there is none."""
        return next((tag for tag in self.tags if tag.id == number), None)

    def tag_in_slot(self, slot: int) -> Tag | None:
        """Return the tag on this digit key, or None if there is none."""
        return next((tag for tag in self.tags if tag.slot == slot), None)


def opened_with(document: Document, text: str, analysis: Analysis, *over: Any) -> OpenDocument:
    """Return an open document. over: codebook, annotations, reading position and acts."""
    tags, annotations, place, acts = over
    return OpenDocument(document, text, analysis, tuple(tags), AnnotationIndex(annotations, tags), place, acts)


def load(library: "Library", document: Document, only: str = "") -> OpenDocument:
    """Return a document as stored in the library. only: show annotations of this coder alone; empty: everybody's."""
    number = document.id
    acts = (library.last_act(), library.last_correction(number))  # read first: anything done later is then loaded again
    tags = tuple(library.codebook.tags())
    marked = AnnotationIndex(library.annotations(number), tags, only)
    return OpenDocument(
        document, library.text(number), library.analysis(number), tags, marked, library.place(number), acts
    )


class News(NamedTuple):
    """What has changed since an act: the last acts, the codebook, and the ids of the annotations touched.

    annotations: those of them that exist and have a position; everything: so much changed that reloading is quicker.
    """

    acts: tuple[int, int]
    tags: tuple[Tag, ...]
    touched: frozenset[int]
    annotations: tuple[Annotation, ...]
    everything: bool


def news_of(library: "Library", document: int, since: int) -> News:
    """Return what has changed in the library since the act `since`, as far as it concerns a document."""
    acts = (library.last_act(), library.last_correction(document))
    touched = library.annotations_touched(since) if acts[0] != since else set()
    everything = len(touched) > _MANY
    found = () if everything else library.annotations_by_id(touched)
    here = tuple(a for a in found if a.document == document and a.placed != "lost")
    return News(acts, tuple(library.codebook.tags()), frozenset(touched), here, everything)


def next_place(places: Sequence[Span], offset: int, step: int) -> Span | None:
    """Return the next (step 1) or previous (-1) of the sorted spans from `offset`, wrapping around, or None."""
    if not places:
        return None
    starts = [place.start for place in places]
    at = bisect_right(starts, offset) if step > 0 else bisect_left(starts, offset) - 1
    return places[at % len(places)]
