"""The spans of a reading."""

from annotations.values.analysis import Reading
from annotations.values.spans import Span


def all_spans(reading: Reading) -> list[Span]:
    """Return the spans of its furniture, articles, sessions and statements."""
    found = [noise.span for noise in reading.noise] + [article.span for article in reading.articles]
    return found + [session.span for session in reading.sessions] + [statement.span for statement in reading.statements]
