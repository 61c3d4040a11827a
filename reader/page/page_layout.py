"""What an analysis says about the lines of a page: their kinds, the boilerplate, where sessions begin."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from annotations.values.analysis import Analysis, Session
from annotations.values.long_text import LongText
from annotations.values.model import Annotation
from annotations.values.spans import Span
from reader.typeset.block import Kind


class PageReader(Protocol):
    """Reads a document of the library around a place; what the library gives for a large text is one."""

    def text(self) -> LongText:
        """Return the text, read as it is looked at."""

    def layout(self, low: int, high: int) -> Analysis:
        """Return what lays out the stretch `low:high` of the page."""

    def bodies_before(self, offset: int) -> int | None:
        """Return how many body paragraphs begin before an offset, or None if that is not known."""

    def annotations(self, low: int, high: int) -> list[Annotation]:
        """Return the annotations that share a character with a stretch."""

    def paragraphs_with(self, forms: Sequence[str], offset: int) -> list[Span]:
        """Return the first paragraphs from an offset on with a word that begins with one of the given folded forms."""

    def close(self) -> None:
        """Stop reading."""


class LayoutSource(Protocol):
    """Gives the analysis of a page as far as its layout goes, stretch by stretch."""

    def near(self, low: int, high: int) -> "PageLayout":
        """Return the layout of at least the stretch `low:high`, in code points."""

    def bodies_before(self, offset: int) -> int | None:
        """Return how many body paragraphs begin before a multiple of 64 K, or None if that must be counted."""


class PageLayout(NamedTuple):
    """Kinds by the offset at which special lines begin; boilerplate and sessions in the order of the text.

    noise_starts, session_starts: their first offsets, to be bisected; reach: how far the boilerplate up to each goes.
    """

    kinds: dict[int, Kind]
    noise: tuple[Span, ...]
    noise_starts: tuple[int, ...]
    reach: tuple[int, ...]
    sessions: tuple[Session, ...]
    session_starts: tuple[int, ...]

    def noise_at(self, offset: int) -> Span | None:
        """Return the first boilerplate that holds `offset`, or None."""
        at = bisect_right(self.noise_starts, offset) - 1
        found = None
        while at >= 0 and self.reach[at] > offset:
            if self.noise[at].end > offset:
                found = self.noise[at]
            at -= 1
        return found

    def kind_at(self, offset: int) -> Kind:
        """Return the kind of the line that begins at `offset`."""
        return "noise" if self.noise_at(offset) is not None else self.kinds.get(offset, "body")

    def session_in(self, start: int, end: int) -> Session | None:
        """Return the first session that begins in `start:end`, or None."""
        at = bisect_left(self.session_starts, start)
        return self.sessions[at] if at < len(self.sessions) and self.session_starts[at] < end else None


def layout_of(analysis: Analysis) -> PageLayout:
    """Return the layout that an analysis, or a part of one, says."""
    kinds: dict[int, Kind] = {span.start: "separator" for span in analysis.separators}
    for article in analysis.articles:
        if article.title is not None:
            kinds[article.title.start] = "title"
        kinds.update({span.start: "subtitle" for span in article.subtitles})
        kinds.update({span.start: "subtitle" for span in article.subheads})
        kinds.update({span.start: "dateline" for span in article.dateline})
    noise = tuple(sorted(one.span for one in analysis.noise))
    reach: list[int] = []
    for span in noise:
        reach.append(max(span.end, reach[-1] if reach else 0))
    sessions = tuple(sorted(analysis.sessions, key=lambda session: session.span.start))
    starts = tuple([session.span.start for session in sessions])
    return PageLayout(kinds, noise, tuple([span.start for span in noise]), tuple(reach), sessions, starts)


class WholeLayout:
    """The layout of a document whose analysis is at hand."""

    def __init__(self, analysis: Analysis) -> None:
        """Sort the analysis once."""
        self._layout = layout_of(analysis)

    def near(self, low: int, high: int) -> PageLayout:  # noqa: ARG002 - it is all there
        """Return the whole layout."""
        return self._layout

    def bodies_before(self, offset: int) -> int | None:
        """Return 0 at the beginning, else None: the paragraphs must be counted."""
        return None if offset else 0


class StoredLayout:
    """The layout of a document of the library, read as its pages are looked at."""

    def __init__(self, reader: PageReader) -> None:
        """Read through `reader`."""
        self._reader = reader

    def near(self, low: int, high: int) -> PageLayout:
        """Return the layout of a stretch."""
        return layout_of(self._reader.layout(low, high))

    def bodies_before(self, offset: int) -> int | None:
        """Return how many body paragraphs begin before an offset, if the library knows."""
        return self._reader.bodies_before(offset)
