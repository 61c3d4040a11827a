"""Citations: a passage with its speaker and its source, ordered and punctuated for the interface's language."""

from typing import NamedTuple

from annotations.values.analysis import Analysis
from annotations.values.long_text import AnyText
from annotations.values.spans import Span
from reader.language.i18n import _, is_rtl, listed, plain


class CitationParts(NamedTuple):
    """The parts of a citation, each empty if unknown. paragraph: its number, or 0 if it has none."""

    quote: str
    speaker: str = ""
    role: str = ""
    title: str = ""
    agency: str = ""
    city: str = ""
    date: str = ""
    paragraph: int = 0


def parts_of(text: AnyText, analysis: Analysis, span: Span, paragraph: int) -> CitationParts:
    """Return what is known about the passage `span`: the speaker of its statement, and its article.

    An article without a title or dateline of its own takes those of the one before it.
    """
    statement = analysis.statement_at(span.start)
    speaker = analysis.speaker(statement.speaker) if statement else None
    before = [article for article in analysis.articles if article.span.start <= span.start] or list(
        analysis.articles[:1]
    )
    title = next((a.title.cut(text) for a in reversed(before) if a.title is not None), "")
    dated = next((a for a in reversed(before) if a.date or a.agency), None)
    return CitationParts(
        " ".join(span.cut(text).split()),
        f"{speaker.honorific} {speaker.name}".strip() if speaker else "",
        speaker.role if speaker else "",
        title,
        dated.agency if dated else "",
        dated.city if dated else "",
        dated.date if dated else "",
        paragraph,
    )


def cite(parts: CitationParts) -> str:
    """Return the citation as plain text in logical order; unknown parts are left out with their punctuation."""
    arabic = is_rtl()
    title = (f"«{parts.title}»" if arabic else f"“{parts.title}”") if parts.title else ""
    known = [part for part in (parts.speaker, parts.role, title, parts.agency, parts.city, parts.date) if part]
    inner = (
        parts.quote.replace("«", "“").replace("»", "”") if arabic else parts.quote.replace("“", "‘").replace("”", "’")
    )
    quote = f"«{inner}»" if arabic else f"“{inner}”"
    cited = quote + (" — " + listed(known) if known else "")
    if parts.paragraph:
        cited += " (" + plain(_("paragraph {number}", number=parts.paragraph)) + ")"
    return cited
