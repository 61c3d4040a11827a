"""The rule-based analysis of a text: page boilerplate, articles, sessions, speakers, statements and topics."""

from collections.abc import Callable, Sequence

from annotations.values.analysis import Analysis, Article, Statement
from annotations.values.spans import Span
from reader.article.layout.genre import is_report
from reader.article.layout.page import lay_out
from reader.article.sections.sessions import find_sessions
from reader.article.sections.topics import TopicIndex
from reader.article.speakers.mentions import add_mentions
from reader.article.speakers.register import Register
from reader.article.speech.cues import Cues
from reader.article.speech.people import register_people
from reader.article.speech.statements import Attributor
from reader.article.words.sentence import Sentence, read_sentence
from reader.text.segments import sentences

_DOTTED = (" الي ", " إلي ", " حتي ", " لدي ", " علي ال")  # على and the like as spelt by those who never write ى


def _nobody(share: float) -> None:
    del share


def _units(
    text: str, bodies: Sequence[Sequence[Span]], on_progress: Callable[[float], None]
) -> dict[Span, list[Sentence]]:
    """Return the sentences of each paragraph."""
    dotted = "ى" not in text and any(word in text for word in _DOTTED)
    units: dict[Span, list[Sentence]] = {}
    for body in bodies:
        for paragraph in body:
            units[paragraph] = [read_sentence(text, Span(*s), dotted=dotted) for s in sentences(text, *paragraph)]
            on_progress(0.1 + 0.3 * paragraph.end / len(text))
    return units


def parse(text: str, on_progress: Callable[[float], None] = _nobody) -> Analysis:
    """Return the rule-based analysis of `text`. Spans are half-open, in code points of `text`.

    on_progress: called from time to time with the fraction of the work done, from 0 to 1.
    """
    layout = lay_out(text)
    bodies = layout.bodies
    on_progress(0.1)
    units = _units(text, bodies, on_progress)
    everything = [sentence for paragraph in units.values() for sentence in paragraph]
    if not is_report(everything):
        index = TopicIndex(text, everything, ())
        return Analysis(layout.noise, layout.articles, topics=tuple(index.topics()), separators=layout.separators)
    register, cues = Register(text), Cues()
    register_people(register, everything, cues)
    attributor = Attributor(register, cues)
    statements: list[Statement] = []
    for body in bodies:
        attributor.begin_article()
        for paragraph in body:
            attributor.begin_paragraph()
            for sentence in units[paragraph]:
                statements += attributor.attribute(sentence)
            on_progress(0.6 + 0.2 * paragraph.end / len(text))
    spoken = {statement.speaker for statement in statements} | {statement.via for statement in statements}
    add_mentions(register, everything, spoken)
    speakers = tuple(entry.speaker() for entry in register.entries if entry.number in spoken)
    people = [speaker.name for speaker in speakers if speaker.kind == "person" and not speaker.name.startswith("ال")]
    index = TopicIndex(text, everything, _heads(text, layout.articles), people)
    sessions = find_sessions(text, bodies, units, speakers, statements)
    return Analysis(
        noise=layout.noise,
        articles=layout.articles,
        sessions=tuple(
            session._replace(topics=tuple(topic.text for topic in index.of(session.span))) for session in sessions
        ),
        speakers=speakers,
        statements=tuple(statements),
        topics=tuple(index.topics()),
        separators=layout.separators,
    )


def _heads(text: str, articles: Sequence[Article]) -> list[Sentence]:
    """Return the head lines of the articles."""
    spans = [span for article in articles for span in (article.title, *article.subtitles, *article.subheads) if span]
    return [read_sentence(text, span) for span in spans]
