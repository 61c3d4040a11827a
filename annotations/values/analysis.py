"""The analysis of a document: its articles, sessions, speakers, statements, topics and page boilerplate.

Values only, as NamedTuples, since they are loaded before the first page is shown. Spans are half-open, in code points
of the document's text. A parser creates an Analysis, the store saves it and the screen shows it. origin: "rule", or
"user" if corrected by a person.
"""

from typing import NamedTuple

from annotations.values.intervals import Intervals
from annotations.values.spans import Span


class Noise(NamedTuple):
    """A stretch of page boilerplate and its kind."""

    span: Span
    kind: str
    origin: str = "rule"


class Article(NamedTuple):
    """One article of a document; agency, city, author and date are as given in its datelines, empty if not given.

    day, hijri: the same day as ISO dates in the Gregorian and the Hijri calendar; check: agree, weekday or hijri (what
    disagrees with the Gregorian date), or empty if there is nothing to compare.
    """

    span: Span
    title: Span | None = None
    subtitles: tuple[Span, ...] = ()
    dateline: tuple[Span, ...] = ()
    agency: str = ""
    city: str = ""
    date: str = ""
    author: str = ""
    day: str = ""
    hijri: str = ""
    check: str = ""
    subheads: tuple[Span, ...] = ()


class Session(NamedTuple):
    """A stretch that reports one sitting. title: as given in the text; label: a short name if the text gives none."""

    number: int
    span: Span
    label: str
    title: Span | None = None
    kind: str = "session"
    topics: tuple[str, ...] = ()
    origin: str = "rule"


class Speaker(NamedTuple):
    """A speaker. kind: person, org, group or unnamed; gender: m, f or empty. The first mention gives the name."""

    id: int
    name: str
    kind: str = "person"
    role: str = ""
    honorific: str = ""
    mentions: tuple[Span, ...] = ()
    affiliation: str = ""
    gender: str = ""
    origin: str = "rule"


class Statement(NamedTuple):
    """A stretch attributed to a speaker.

    kind: quotation, paraphrase or topic; confidence: sure, likely or possible; reason: the rule that chose the
    speaker (named, surname, title, honorific, noun, silent, agreement, doubtful, participle, continues, document,
    person; empty if chosen by an earlier version); act: claim, demand, warn, deny, commit, express or topic; via: the
    speaker who relays the statement, or 0 if there is none.
    """

    span: Span
    speaker: int
    kind: str
    cue: Span | None = None
    confidence: str = "sure"
    reason: str = "named"
    act: str = "claim"
    via: int = 0
    origin: str = "rule"


class Topic(NamedTuple):
    """A noun phrase by which a reader would index the document, with its occurrences."""

    text: str
    places: tuple[Span, ...] = ()
    origin: str = "rule"


class Analysis(NamedTuple):
    """The complete analysis of one document."""

    noise: tuple[Noise, ...] = ()
    articles: tuple[Article, ...] = ()
    sessions: tuple[Session, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    topics: tuple[Topic, ...] = ()
    separators: tuple[Span, ...] = ()

    def session_at(self, offset: int) -> Session | None:
        """Return the session that contains `offset`, or None."""
        found = _lookup(self).sessions.at(offset)
        return self.sessions[found[0]] if found else None

    def article_at(self, offset: int) -> Article | None:
        """Return the article that contains `offset`, or None."""
        found = _lookup(self).articles.at(offset)
        return self.articles[found[0]] if found else None

    def statement_at(self, offset: int) -> Statement | None:
        """Return the shortest statement that contains `offset`, or None."""
        found = [self.statements[number] for number in _lookup(self).statements.at(offset)]
        return min(found, key=lambda s: s.span.end - s.span.start, default=None)

    def speaker(self, number: int) -> Speaker | None:
        """Return the speaker with this id, or None."""
        return _lookup(self).speakers.get(number)

    def statements_of(self, number: int) -> tuple[Statement, ...]:
        """Return the statements of the speaker with this id, in text order."""
        return tuple(s for s in self.statements if s.speaker == number)


class _Lookup:
    """What is asked of one analysis at every key, sorted once."""

    def __init__(self, analysis: Analysis) -> None:
        """Sort it."""
        self.analysis = analysis
        self.sessions = Intervals(session.span for session in analysis.sessions)
        self.articles = Intervals(article.span for article in analysis.articles)
        self.statements = Intervals(statement.span for statement in analysis.statements)
        self.speakers = {speaker.id: speaker for speaker in reversed(analysis.speakers)}


_latest: list[_Lookup] = []  # of the analysis asked last, which is that on the screen


def _lookup(analysis: Analysis) -> _Lookup:
    if not _latest or _latest[0].analysis is not analysis:
        _latest[:] = [_Lookup(analysis)]
    return _latest[0]
