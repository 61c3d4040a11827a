"""Adding texts to a library, with their analysis."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.sources.read_text import read_text
from reader.sources.source import Source, digest
from reader.text.decode import text_direction

if TYPE_CHECKING:
    from annotations.library import Library
    from annotations.values.model import Document


def add_source(library: "Library", source: Source, on_progress: Callable[[float], None] | None = None) -> "Document":
    """Analyse a text and add it to the library, or return the existing document if the same bytes were added before.

    If the file held an earlier version of the text, its annotations are carried over.

    on_progress: called now and then with the share of the work done, from 0 to 1; if given, the analysis runs in a
    separate process.
    Raises FileIsBinary or FileEmpty, and adds nothing in that case.
    """
    mark = digest(source.data)
    found = library.by_digest(mark)
    if found is not None:
        return found
    from reader.article.parse import parse
    from reader.article.worker import parse_apart

    text, encoding = read_text(source)
    analysis = parse_apart(text, on_progress) if on_progress else parse(text)
    title = next((a.title.cut(text) for a in analysis.articles if a.title is not None), "")
    if not title:
        title = next(line.strip() for line in text.splitlines() if line.strip())[:80]
    return library.add(
        text, analysis, name=source.name, path=source.path, title=title,
        direction=text_direction(text), digest=mark, encoding=encoding,
    )  # fmt: skip
