"""From a text to its reading: furniture, articles, sessions, speakers, statements, topics."""

from annotations.reading import Reading, Statement
from annotations.spans import Span
from reader.article.layout import lay_out
from reader.article.sessions import find_sessions
from reader.article.speakers import find_persons
from reader.article.statements import Attributor
from reader.article.topics import find_topics, topics_in
from reader.text.segments import sentences


def parse(text: str) -> Reading:
    """Return what the rules understand of `text`. Spans are half-open, in code points of it."""
    layout = lay_out(text)
    bodies = [layout.body(article) for article in layout.articles]
    everything = [paragraph for body in bodies for paragraph in body]
    units = {paragraph: [Span(*s) for s in sentences(text, *paragraph)] for paragraph in everything}
    persons = find_persons(text, everything, [sentence for paragraph in everything for sentence in units[paragraph]])
    attributor = Attributor(text, persons)
    statements: list[Statement] = []
    for body in bodies:
        attributor.begin_article()
        for paragraph in body:
            attributor.begin_paragraph()
            statements += filter(None, map(attributor.attribute, units[paragraph]))
    spoken = {statement.speaker for statement in statements}
    speakers = tuple(speaker for speaker in attributor.speakers if speaker.id in spoken)
    topics = find_topics(text, everything)
    sessions = find_sessions(text, layout.articles, bodies, speakers)
    return Reading(
        noise=layout.noise,
        articles=layout.articles,
        sessions=tuple(session._replace(topics=topics_in(topics, session.span)) for session in sessions),
        speakers=speakers,
        statements=tuple(statements),
        topics=tuple(topics),
        separators=layout.separators,
    )
