"""Spans looked up by an offset are those that contain it."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.values.analysis import Analysis, Article, Session, Speaker, Statement
from annotations.values.intervals import Intervals
from annotations.values.spans import Span

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda pair: Span(pair[0], sum(pair))))


@given(SPANS, st.integers(-2, 95))
def test_the_numbers_are_those_of_the_spans_that_contain_the_offset(spans: list[Span], offset: int) -> None:
    assert Intervals(spans).at(offset) == [number for number, span in enumerate(spans) if span.holds(offset)]


@given(SPANS, st.integers(-2, 95))
def test_an_analysis_says_what_is_at_an_offset(spans: list[Span], offset: int) -> None:
    here = [span for span in spans if span.holds(offset)]
    analysis = Analysis(
        articles=tuple(map(Article, spans)),
        sessions=tuple(Session(n, span, "") for n, span in enumerate(spans)),
        speakers=(Speaker(1, "ليلى"), Speaker(1, "هند")),
        statements=tuple(Statement(span, 1, "paraphrase") for span in spans),
    )
    article, session, statement = (
        analysis.article_at(offset), analysis.session_at(offset), analysis.statement_at(offset)
    )  # fmt: skip
    assert (article.span if article else None) == (here[0] if here else None)
    assert (session.span if session else None) == (here[0] if here else None)
    assert (statement.span if statement else None) == min(here, key=lambda s: s.end - s.start, default=None)
    assert analysis.speaker(1) == Speaker(1, "ليلى")
    assert analysis.speaker(2) is None
