"""Large texts: their analysis, made and read stretch by stretch, and what a file or a page of one is known by."""

from collections.abc import Sequence

from annotations.store import document_reader, layout_rows, log_rows, stamp_rows, stretch_rows
from annotations.store.analysis_rows import analysis_within
from annotations.store.connection import Connection
from annotations.store.document_reader import DocumentReader
from annotations.store.stretch_writer import clear_stretches, write_stretch
from annotations.values.analysis import Analysis
from annotations.values.file_stamp import FileStamp
from annotations.values.model import Document
from annotations.values.spans import Span


class LargeTexts:
    """What a library knows of its documents by stretches. None of it is an act: nothing can be undone."""

    def __init__(self, connection: Connection) -> None:
        """Read and write through this connection."""
        self._connection = connection

    def analysed_to(self, document: int) -> int | None:
        """Return the offset up to which a document is analysed, or None if it was analysed as a whole."""
        return self._connection.read(stretch_rows.analysed_to, document)

    def stretch_at(self, document: int, offset: int) -> Span | None:
        """Return the analysed stretch that holds an offset, an empty one if there is none yet; None as `analysed_to`."""
        return self._connection.read(stretch_rows.stretch_at, document, offset)

    def analysis(self, document: int, within: Span) -> Analysis:
        """Return the analysis of one stretch of a document; sessions are numbered through the document."""
        layout = self._connection.read(layout_rows.layout_near, document, *within)
        inside = layout._replace(
            noise=tuple(one for one in layout.noise if within.holds(one.span.start)),
            articles=tuple(one for one in layout.articles if one.span.meets(within)),
            sessions=tuple(one for one in layout.sessions if one.span.meets(within)),
        )
        return self._connection.read(analysis_within, document, within, inside)

    def add_analysis(self, document: int, span: Span, text: str, analysis: Analysis) -> bool:
        """Write the analysis of the next stretch, as `write_stretch` does: False if another one is next."""
        return self._connection.read(write_stretch, document, span, text, analysis)

    def analyse_again(self, document: int) -> None:
        """Forget what the rules found in a document, so that its stretches are analysed anew; corrections stay."""
        self._connection.read(clear_stretches, document)

    def session_count(self, document: int) -> int:
        """Return the number of a document's sessions."""
        return self._connection.read(layout_rows.session_count, document)

    def keep_body_counts(self, document: int, counts: Sequence[int]) -> None:
        """Store how many body paragraphs begin before each block of a document's text, in today's analysis."""
        act = self._connection.read(log_rows.last_correction, document)
        self._connection.read(layout_rows.keep_bodies, document, act, list(counts))

    def body_counts_kept(self, document: int, number: int) -> bool:
        """Return whether the paragraphs before a block are counted, in today's analysis."""
        act = self._connection.read(log_rows.last_correction, document)
        return self._connection.read(layout_rows.bodies_before, document, number, act) is not None

    def stamped(self, stamp: FileStamp) -> Document | None:
        """Return the document made from the file that looks like this, or None."""
        return self._connection.read(stamp_rows.stamped, stamp)

    def keep_stamp(self, document: int, stamp: FileStamp) -> None:
        """Remember what the file of a document looks like."""
        self._connection.read(stamp_rows.keep_stamp, document, stamp)

    def reader(self, document: Document) -> DocumentReader:
        """Return what reads a document around a place, through a connection of its own that any thread may ask."""
        return DocumentReader(document_reader.connect(self._connection.path), document)
