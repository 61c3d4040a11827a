"""Moving the spans of values."""

from annotations.values.analysis import Analysis, Article, Session, Statement, Topic
from annotations.values.moved import moved
from annotations.values.spans import Span


def test_every_span_of_an_analysis_is_moved_and_nothing_else() -> None:
    analysis = Analysis(
        articles=(Article(Span(0, 9), Span(0, 3), subtitles=(Span(4, 5),), date="3 مارس"),),
        sessions=(Session(7, Span(2, 9), "أولى", topics=("أمن", "ماء")),),
        statements=(Statement(Span(3, 8), 1, "quotation", None, via=2),),
        topics=(Topic("أمن", (Span(3, 4), Span(6, 7))),),
        separators=(Span(8, 9),),
    )
    found = moved(analysis, 100)
    assert found == Analysis(
        articles=(Article(Span(100, 109), Span(100, 103), subtitles=(Span(104, 105),), date="3 مارس"),),
        sessions=(Session(7, Span(102, 109), "أولى", topics=("أمن", "ماء")),),
        statements=(Statement(Span(103, 108), 1, "quotation", None, via=2),),
        topics=(Topic("أمن", (Span(103, 104), Span(106, 107))),),
        separators=(Span(108, 109),),
    )
    assert moved(found, -100) == analysis
    assert isinstance(found.articles[0].title, Span)
