"""The spans of a reading."""

from annotations.values.analysis import Analysis
from annotations.values.spans import Span


def all_spans(analysis: Analysis) -> list[Span]:
    """Return the spans of its furniture, articles, sessions and statements."""
    found = [noise.span for noise in analysis.noise] + [article.span for article in analysis.articles]
    return (
        found + [session.span for session in analysis.sessions] + [statement.span for statement in analysis.statements]
    )
