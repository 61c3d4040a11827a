"""A document's analysis laid out as a page: its paragraphs with their kinds, session headings and folds."""

from collections.abc import Iterator

from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.language.i18n import counted
from reader.text.segments import paragraphs
from reader.typeset.view import Block, Kind


def _kinds(analysis: Analysis) -> dict[int, Kind]:
    """Return the kind of each special line by the offset at which it begins."""
    kinds: dict[int, Kind] = {span.start: "separator" for span in analysis.separators}
    for article in analysis.articles:
        if article.title is not None:
            kinds[article.title.start] = "title"
        kinds.update({span.start: "subtitle" for span in article.subtitles})
        kinds.update({span.start: "subtitle" for span in article.subheads})
        kinds.update({span.start: "dateline" for span in article.dateline})
    return kinds


def _noise_at(analysis: Analysis, offset: int) -> Span | None:
    return next((noise.span for noise in analysis.noise if noise.span.holds(offset)), None)


def fold_label(lines: int) -> str:
    """Return the label that replaces `lines` folded lines of page boilerplate."""
    return "⋯ " + counted("{n} boilerplate line", "{n} boilerplate lines", lines) + " ⋯"


def _gap(kind: Kind, previous: Kind | None) -> int:
    if kind == previous and kind in ("noise", "dateline"):
        return 0
    return 2 if kind == "heading" else 1


def _with_headings(spans: list[Span], analysis: Analysis) -> Iterator[tuple[Span, int]]:
    """Yield each paragraph with the number of the session it begins, or 0 if it begins none."""
    starts = {session.span.start: session.number for session in analysis.sessions}
    for span in spans:
        yield span, next((number for start, number in starts.items() if span.start <= start < span.end), 0)


def build_blocks(text: str, analysis: Analysis, *, folded: bool = False) -> list[Block]:
    """Return the blocks of a document in order: every non-blank line, with headings and folds inserted between them.

    A session's heading stands above its first paragraph. folded: show each stretch of page boilerplate as one row.
    Body paragraphs are numbered throughout the document; citations refer to these numbers.
    """
    kinds = _kinds(analysis)
    labels = {session.number: session.label for session in analysis.sessions}
    spans = [Span(*pair) for pair in paragraphs(text)]
    blocks: list[Block] = []
    number, fold_end = 0, -1
    for span, session in _with_headings(spans, analysis):
        if span.start < fold_end:
            continue
        previous = blocks[-1].kind if blocks else None
        if session:
            blocks.append(
                Block(
                    "heading",
                    span.start,
                    span.start,
                    _gap("heading", previous),
                    f"{session} · {labels[session]}",
                    session,
                )
            )
            previous = "heading"
        noise = _noise_at(analysis, span.start)
        if noise is not None and folded:
            count = sum(1 for other in spans if noise.holds(other.start))
            blocks.append(Block("fold", span.start, span.start, 1, fold_label(count)))
            fold_end = noise.end
            continue
        kind: Kind = "noise" if noise is not None else kinds.get(span.start, "body")
        number += kind == "body"
        blocks.append(Block(kind, span.start, span.end, _gap(kind, previous), "", number if kind == "body" else 0))
    return blocks


def paragraph_number(blocks: list[Block] | tuple[Block, ...], offset: int) -> int:
    """Return the number of the body paragraph that contains `offset`, or 0 if there is none."""
    return next((block.number for block in blocks if block.start <= offset < block.end), 0)
