"""Adding texts to a library, with their analysis."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from annotations.values.long_text import BLOCK
from reader.article.worker import ParsingProcess
from reader.settings.config import whole
from reader.sources.read_text import is_plain, read_text
from reader.sources.source import Source, digest, digest_of, entire, pieces
from reader.text.decode import decode_head, text_direction
from reader.text.decode_parts import NotUtf8, decode_parts

if TYPE_CHECKING:
    from annotations.library import Library
    from annotations.values.analysis import Analysis
    from annotations.values.model import Document


_HEAD = 1 << 18  # bytes that decide the direction of a large text
_TITLED = 1 << 14  # code points in which the title of a large text is looked for


class Analysed(NamedTuple):
    """A text that was read and analysed, ready to be added."""

    source: Source
    text: str
    encoding: str
    analysis: "Analysis"


def analyse(
    source: Source, on_progress: Callable[[float], None] | None = None, process: ParsingProcess | None = None
) -> Analysed:
    """Read and analyse a text.

    on_progress: called now and then with the share of the work done, from 0 to 1; if given, the analysis runs in a
    separate process, in `process` if there is one. Raises FileIsBinary or FileEmpty, and AnalysisStopped.
    """
    from reader.article.parse import parse

    text, encoding = read_text(source)
    analysis = (process or ParsingProcess()).parse(text, on_progress) if on_progress else parse(text)
    return Analysed(source, text, encoding, analysis)


def add_analysed(library: "Library", found: Analysed) -> "Document":
    """Add a text to a library; if the file held an earlier version of it, its annotations are carried over."""
    source, text, encoding, analysis = found
    return library.add(
        text, analysis, name=source.name, path=source.path, title=_title(text, analysis), direction=text_direction(text),
        digest=digest(source.data), encoding=encoding,
    )  # fmt: skip


def add_source(
    library: "Library",
    source: Source,
    on_progress: Callable[[float], None] | None = None,
    process: ParsingProcess | None = None,
) -> "Document":
    """Analyse a text and add it, or return the existing document if the same bytes were added before.

    A large text is stored only; `analyse_large` analyses it afterwards. on_progress, process: as for `analyse`; what they
    raise stops the work. Raises FileIsBinary or FileEmpty, and adds nothing in that case.
    """
    mark = digest_of(source)
    found = library.by_digest(mark)
    if found is None and source.large and is_plain(source.path):
        found = _add_large(library, source, mark, on_progress or _nobody)
    if found is None:
        found = add_analysed(library, analyse(entire(source), on_progress, process))
    keep_stamp(library, found, source)
    return found


def is_analysed(library: "Library", document: "Document") -> bool:
    """Return whether nothing of a document is left to be analysed, and its paragraphs are counted."""
    texts = library.large_texts
    end = texts.analysed_to(document.id)
    return end is None or (end >= document.length and texts.body_counts_kept(document.id, document.length // BLOCK))


def _nobody(share: float) -> None:
    del share


def keep_stamp(library: "Library", document: "Document", source: Source) -> None:
    """Remember what the file of a document looks like, so that it is known again without being read."""
    stamp = source.stamp
    if stamp is not None and whole(stamp.path) == stamp.path and not library.read_only:
        library.large_texts.keep_stamp(document.id, stamp)


def _add_large(library: "Library", source: Source, mark: str, on_progress: Callable[[float], None]) -> "Document":
    """Store a large text, read piece by piece if it is UTF-8 or has a byte order mark."""
    head = decode_head(source.data[:_HEAD], source.path).text
    facts = {
        "name": source.name, "path": source.path, "title": _first_title(head), "direction": text_direction(head),
        "digest": mark,
    }  # fmt: skip

    def counted(parts: Iterable[str]) -> Iterator[str]:
        total = max(source.size, len(source.data)) or 1
        done = 0
        for part in parts:
            done += len(part) * 2
            on_progress(min(0.99, done / total))
            yield part

    try:
        encoding, parts = decode_parts(pieces(source), source.path, BLOCK)
        return library.document_acts.add_large(counted(parts), {**facts, "encoding": encoding})
    except NotUtf8:
        text, encoding = read_text(entire(source))
        cut = (text[at : at + BLOCK] for at in range(0, len(text), BLOCK))
        return library.document_acts.add_large(counted(cut), {**facts, "encoding": encoding})


def _first_title(head: str) -> str:
    """Return the title of the first article of a text, of which the beginning is enough, or else its first line."""
    from reader.article.parse import parse

    part = head[:_TITLED]
    return _title(part, parse(part))


def _title(text: str, analysis: "Analysis") -> str:
    title = next((a.title.cut(text) for a in analysis.articles if a.title is not None), "")
    return title or next(line.strip() for line in text.splitlines() if line.strip())[:80]
