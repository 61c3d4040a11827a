"""The data of the charts: how often each tag is applied, by speaker, session and month, and with which other tags."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from annotations.store import count_rows
from annotations.store.connection import Connection
from annotations.store.count_rows import NamedSpan, TaggedPassage
from annotations.values.model import Annotation
from annotations.values.spans import Span

BY_TAG, BY_SPEAKER, BY_SESSION, BY_MONTH, TOGETHER = KINDS = ("tag", "speaker", "session", "month", "together")
_MONTH = len("2026-11")


class Count(NamedTuple):
    """A cell of a chart: its row (a tag), its column (a name, a month, another tag; empty in a single row of bars).

    For a single document, a session's label is preceded by its number.
    """

    tag: int
    column: str
    times: int
    annotations: tuple[int, ...]


class _Parts:
    """Named parts of documents, found by a span that they overlap."""

    def __init__(self, parts: Iterable[NamedSpan]) -> None:
        """Sort the parts by document and start."""
        self._parts: dict[int, list[tuple[int, int, str]]] = {}
        for document, (start, end), name in parts:
            self._parts.setdefault(document, []).append((start, end, name))
        self._starts: dict[int, list[int]] = {}
        self._furthest: dict[int, list[int]] = {}
        for document, found in self._parts.items():
            found.sort()
            self._starts[document] = [start for start, _end, _name in found]
            self._furthest[document] = list(accumulate((end for _start, end, _name in found), max))

    def names(self, document: int, span: Span) -> Iterator[str]:
        """Yield the names of the parts that share a character with a span."""
        parts = self._parts.get(document)
        if parts is None:
            return
        start, end = span
        furthest = self._furthest[document]
        at = bisect_left(self._starts[document], end) - 1
        while at >= 0 and furthest[at] > start:  # parts may overlap: one that begins earlier may end later
            if parts[at][1] > start:
                yield parts[at][2]
            at -= 1


_Cell = tuple[int, str, int]  # tag, column, annotation


def _by_part(passages: Sequence[TaggedPassage], parts: _Parts) -> Iterator[_Cell]:
    for annotation, document, span, tag in passages:
        for name in set(parts.names(document, span)):
            yield tag, name, annotation


def _by_month(passages: Sequence[TaggedPassage], days: Sequence[NamedSpan]) -> Iterator[_Cell]:
    """Yield the month of the article, or of the document if the article has no date of its own."""
    latest: dict[int, str] = {}
    for document, _span, day in days:
        latest[document] = max(day, latest.get(document, ""))
    parts = _Parts(days)
    for annotation, document, span, tag in passages:
        if document in latest:
            yield tag, max(parts.names(document, span), default=latest[document])[:_MONTH], annotation


def _together(passages: Sequence[TaggedPassage]) -> Iterator[_Cell]:
    tags = _Parts(NamedSpan(one.document, one.span, str(one.tag)) for one in passages)
    for annotation, document, span, tag in passages:
        for other in set(tags.names(document, span)):
            if other != str(tag):
                yield tag, other, annotation


def _cells(found: Iterable[_Cell]) -> list[Count]:
    """Return the cells of a chart: the most frequent tag first, and its largest cells."""
    grouped: dict[tuple[int, str], list[int]] = {}
    totals: Counter[int] = Counter()
    for tag, column, annotation in found:
        grouped.setdefault((tag, column), []).append(annotation)
        totals[tag] += 1
    cells = [Count(tag, column, len(numbers), tuple(numbers)) for (tag, column), numbers in grouped.items()]
    return sorted(cells, key=lambda cell: (-totals[cell.tag], cell.tag, -cell.times, cell.column))


def _count(connection: Connection, kind: str, passages: Sequence[TaggedPassage], document: int) -> list[Count]:
    if kind == BY_TAG:
        return _cells((one.tag, "", one.annotation) for one in passages)
    if kind == TOGETHER:
        return _cells(_together(passages))
    if kind == BY_MONTH:
        return _cells(_by_month(passages, connection.read(count_rows.article_days, document)))
    rows = count_rows.statement_names if kind == BY_SPEAKER else count_rows.session_names
    return _cells(_by_part(passages, _Parts(connection.read(rows, document))))


def counts(connection: Connection, kind: str, document: int = 0, coder: str = "") -> list[Count]:
    """Return the cells of a chart, for one document or all, and one coder or all. kind: one of KINDS.

    A passage that overlaps two statements counts for both; together: how many passages with one tag overlap one with
    another.
    """
    return _count(connection, kind, connection.read(count_rows.tagged_passages, document, coder), document)


def all_counts(connection: Connection, annotations: Sequence[Annotation], document: int = 0) -> dict[str, list[Count]]:
    """Return the cells of all charts by their kind, of annotations that were read already; document: if all are of one."""
    passages = [TaggedPassage(one.id, one.document, one.anchor.span, tag) for one in annotations for tag in one.tags]
    return {kind: _count(connection, kind, passages, document) for kind in KINDS}
