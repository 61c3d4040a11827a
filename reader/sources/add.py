"""Adding texts to a library, with their analysis."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.sources.read_text import read_text
from reader.sources.source import Source, digest
from reader.text.decode import text_direction

if TYPE_CHECKING:
    from annotations.library import Library
    from annotations.values.analysis import Analysis
    from annotations.values.model import Document


class Analysed(NamedTuple):
    """A text that was read and analysed, ready to be added."""

    source: Source
    text: str
    encoding: str
    analysis: "Analysis"


def analyse(source: Source, on_progress: Callable[[float], None] | None = None) -> Analysed:
    """Read and analyse a text.

    on_progress: called now and then with the share of the work done, from 0 to 1; if given, the analysis runs in a
    separate process. Raises FileIsBinary or FileEmpty.
    """
    from reader.article.parse import parse
    from reader.article.worker import parse_apart

    text, encoding = read_text(source)
    return Analysed(source, text, encoding, parse_apart(text, on_progress) if on_progress else parse(text))


def add_analysed(library: "Library", found: Analysed) -> "Document":
    """Add a text to a library; if the file held an earlier version of it, its annotations are carried over."""
    source, text, encoding, analysis = found
    title = next((a.title.cut(text) for a in analysis.articles if a.title is not None), "")
    if not title:
        title = next(line.strip() for line in text.splitlines() if line.strip())[:80]
    return library.add(
        text, analysis, name=source.name, path=source.path, title=title, direction=text_direction(text),
        digest=digest(source.data), encoding=encoding,
    )  # fmt: skip


def add_source(library: "Library", source: Source, on_progress: Callable[[float], None] | None = None) -> "Document":
    """Analyse a text and add it, or return the existing document if the same bytes were added before.

    on_progress: as for `analyse`. Raises FileIsBinary or FileEmpty, and adds nothing in that case.
    """
    found = library.by_digest(digest(source.data))
    return found if found is not None else add_analysed(library, analyse(source, on_progress))
