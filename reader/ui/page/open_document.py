"""A document as open on the screen: its text, analysis, codebook, annotations and reading position.

Values and arithmetic only; no Textual here, so that the first page can be painted from the same data.
"""

from typing import TYPE_CHECKING, NamedTuple

from annotations.values.analysis import Analysis
from annotations.values.long_text import AnyText
from annotations.values.model import Annotation, Document, ReadingPlace, Tag
from annotations.values.spans import Span
from reader.page.blocks import PageBlocks
from reader.page.page_layout import PageReader, StoredLayout, WholeLayout
from reader.ui.page.annotation_index import AnnotationIndex

if TYPE_CHECKING:
    from annotations.library import Library


NEAR = 1 << 15  # code points around the first page whose annotations are read with it
_MANY = 1000  # touched annotations beyond which everything is reloaded


class OpenDocument(NamedTuple):
    """Everything the screen shows of one document; acts: the last act shown, and the last one on the analysis.

    stretch: of a large text, the part whose analysis is at hand, empty if there is none yet; None for other texts.
    sessions: the number of sessions of the whole. reader: what the text and its pages are read with, None if both are at
    hand. partial: only the first page is here.
    """

    document: Document
    text: AnyText
    analysis: Analysis
    tags: tuple[Tag, ...]
    marked: AnnotationIndex
    place: ReadingPlace
    acts: tuple[int, int] = (0, 0)
    stretch: Span | None = None
    sessions: int = 0
    reader: PageReader | None = None
    partial: bool = False

    def blocks(self, *, folded: bool) -> PageBlocks:
        """Return the page in blocks. folded: boilerplate in one row a stretch."""
        source = StoredLayout(self.reader) if self.reader is not None else WholeLayout(self.analysis)
        return PageBlocks(self.text, source, folded=folded)

    def at_hand(self, offset: int) -> tuple[int, str]:
        """Return a text that can be searched at once, and where it begins: all, or the part of a large one here."""
        if isinstance(self.text, str):
            return 0, self.text
        start, end = self.stretch or (0, 0)
        if not start <= offset < end:
            start, end = max(0, offset - NEAR), offset + NEAR
        return start, self.text[start:end]

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


def load(library: "Library", document: Document, only: str = "", offset: int = -1) -> OpenDocument:
    """Return a document as stored in the library. only: show annotations of this coder alone; empty: everybody's.

    offset: where a large text is looked at, -1 for where reading stopped.
    """
    number = document.id
    acts = (library.last_act(), library.last_correction(number))  # read first: anything done later is then loaded again
    tags, place = tuple(library.codebook.tags()), library.place(number)
    marked = AnnotationIndex(library.annotations(number), tags, only)
    stretch = library.large_texts.stretch_at(number, place.cursor if offset < 0 else offset)
    if stretch is None:
        analysis = library.analysis(number)
        sessions = len(analysis.sessions)
        return OpenDocument(document, library.text(number), analysis, tags, marked, place, acts, None, sessions)
    reader = library.large_texts.reader(document)
    analysis = library.large_texts.analysis(number, stretch)
    sessions = library.large_texts.session_count(number)
    return OpenDocument(document, reader.text(), analysis, tags, marked, place, acts, stretch, sessions, reader)


def goes_on(old: OpenDocument, new: OpenDocument) -> bool:
    """Return whether a text not yet stored is a stored one, or its beginning."""
    return old.text[:] == new.text[: len(old.text)]


def with_stretch(library: "Library", opened: OpenDocument, offset: int) -> OpenDocument:
    """Return a large text with the analysis of the stretch that holds an offset, empty if there is none yet."""
    number = opened.document.id
    span = library.large_texts.stretch_at(number, offset)
    if span is None or span == opened.stretch:
        return opened
    analysis, sessions = library.large_texts.analysis(number, span), library.large_texts.session_count(number)
    return opened._replace(stretch=span, analysis=analysis, sessions=sessions)


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
