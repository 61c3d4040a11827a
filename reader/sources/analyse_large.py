"""The analysis of a large text, stretch by stretch, in the order of the text.

`python -m reader.sources.analyse_large LIBRARY DOCUMENT` does it in a process of its own, whose keys nobody waits for: it
prints the share done after each stretch, may be stopped at any moment, and goes on where an earlier one was stopped.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.model import Document
from annotations.values.moved import moved
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.page.body_counts import body_counts
from reader.page.page_layout import StoredLayout

_WINDOW = 1 << 17  # code points analysed at once
_LEAST_LEFT = 1 << 14  # code points that a stretch keeps when its last article is left to the next one
_NICE = 5


def _end_of(text: str, analysis: Analysis) -> int:
    """Return where a stretch ends that is not the last: before its last article, which may go on, else after a line."""
    starts = [article.span.start for article in analysis.articles]
    if len(starts) > 1 and starts[-1] >= _LEAST_LEFT:
        return starts[-1]
    return text.rfind("\n") + 1 or len(text)


def analyse_next(library: Library, document: Document) -> int:
    """Analyse the next stretch of a document; return the offset up to which it is analysed then."""
    at = library.large_texts.analysed_to(document.id)
    if at is None or at >= document.length:
        return document.length
    text = library.stretch(document.id, at, at + _WINDOW)
    last = at + len(text) >= document.length
    if not last:
        text = text[: text.rfind("\n") + 1 or len(text)]
    analysis = parse(text)
    end = len(text) if last else _end_of(text, analysis)
    span = Span(at, at + end)
    library.large_texts.add_analysis(document.id, span, text[:end], moved(analysis, at))
    return span.end


def analyse_rest(library: Library, document: Document, on_progress: Callable[[float], None]) -> None:
    """Analyse what is left of a document, and count its paragraphs.

    on_progress: called with the share done after each stretch; it may raise to stop the work.
    """
    at = 0
    while at < document.length:
        at = analyse_next(library, document)
        on_progress(at / max(1, document.length))
    count_bodies(library, document)


def count_bodies(library: Library, document: Document) -> None:
    """Count the paragraphs of a document, so that a page in its middle knows their numbers, unless they are counted."""
    if library.large_texts.body_counts_kept(document.id, document.length >> 16):
        return
    reader = library.large_texts.reader(document)
    try:
        counts = body_counts(reader.text(), StoredLayout(reader))
    finally:
        reader.close()
    library.large_texts.keep_body_counts(document.id, counts)


def main(path: str, number: str) -> None:
    """Analyse what is left of a document of the library at `path`, saying on standard output how far it is."""

    def report(share: float) -> None:
        sys.stdout.write(f"{share:.4f}\n")
        sys.stdout.flush()

    with suppress(OSError):
        os.nice(_NICE)
    with suppress(BrokenPipeError), Library(path, "") as library:
        analyse_rest(library, library.version(int(number)), report)


if __name__ == "__main__":
    main(*sys.argv[1:])
