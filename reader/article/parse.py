"""From a text to its reading: furniture, articles, sessions, speakers, statements, topics."""

from annotations.reading import Reading, Statement
from annotations.spans import Span
from reader.article.layout import lay_out
from reader.article.mentions import add_mentions
from reader.article.people import register_people
from reader.article.register import Register
from reader.article.sentence import read_sentence
from reader.article.sessions import find_sessions
from reader.article.statements import Attributor
from reader.article.topics import find_topics, topics_in
from reader.text.segments import sentences


def parse(text: str) -> Reading:
    """Return what the rules understand of `text`. Spans are half-open, in code points of it."""
    layout = lay_out(text)
    bodies = layout.bodies
    units = {p: [read_sentence(text, Span(*s)) for s in sentences(text, *p)] for body in bodies for p in body}
    everything = [sentence for paragraph in units.values() for sentence in paragraph]
    register = Register(text)
    register_people(register, everything)
    attributor = Attributor(register)
    statements: list[Statement] = []
    for body in bodies:
        attributor.begin_article()
        for paragraph in body:
            attributor.begin_paragraph()
            for sentence in units[paragraph]:
                statements += attributor.attribute(sentence)
    spoken = {statement.speaker for statement in statements} | {statement.via for statement in statements}
    add_mentions(register, everything, spoken)
    speakers = tuple(entry.speaker() for entry in register.entries if entry.number in spoken)
    topics = find_topics(text, list(units))
    sessions = find_sessions(text, layout.articles, bodies, units, speakers, statements)
    return Reading(
        noise=layout.noise,
        articles=layout.articles,
        sessions=tuple(session._replace(topics=topics_in(topics, session.span)) for session in sessions),
        speakers=speakers,
        statements=tuple(statements),
        topics=tuple(topics),
        separators=layout.separators,
    )
