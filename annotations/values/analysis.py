"""What is understood of a document: its articles, sessions, speakers, statements, topics and page furniture.

Values only, as NamedTuples: they are on the way to the first page. Spans are half-open, in code points of the
document's text. A parser makes a Reading, the store keeps it, the screen shows it. origin: "rule", or "user" where a
person put it right.
"""

from typing import NamedTuple

from annotations.values.spans import Span


class Noise(NamedTuple):
    """A stretch of page furniture, and what kind it is."""

    span: Span
    kind: str
    origin: str = "rule"


class Article(NamedTuple):
    """One article of a document; agency, city, author and date are as its datelines give them, empty where they do not.

    day, hijri: the same day as ISO dates of either calendar; check: agree, weekday or hijri (what does not agree
    with the Gregorian date), or empty where there is nothing to compare.
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
    """A stretch that reports one sitting. title: as the text gives it; label: our short name where it gives none."""

    number: int
    span: Span
    label: str
    title: Span | None = None
    kind: str = "session"
    topics: tuple[str, ...] = ()
    origin: str = "rule"


class Speaker(NamedTuple):
    """Who says something. kind: person, org, group or unnamed; gender: m, f or empty. The first mention names them."""

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

    kind: quotation, paraphrase or topic; confidence: sure, likely, possible; reason: the rule that chose the speaker
    (named, surname, title, honorific, noun, silent, agreement, doubtful, participle, continues, document, person; empty where an earlier version chose);
    act: claim, demand, warn, deny, commit, express or topic; via: the speaker who passes it on, 0 where nobody does.
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
    """A noun phrase that recurs or governs, and its places."""

    text: str
    places: tuple[Span, ...] = ()
    origin: str = "rule"


class Analysis(NamedTuple):
    """All that is understood of one document."""

    noise: tuple[Noise, ...] = ()
    articles: tuple[Article, ...] = ()
    sessions: tuple[Session, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    topics: tuple[Topic, ...] = ()
    separators: tuple[Span, ...] = ()

    def session_at(self, offset: int) -> Session | None:
        """Return the session that `offset` lies in."""
        return next((session for session in self.sessions if session.span.holds(offset)), None)

    def article_at(self, offset: int) -> Article | None:
        """Return the article that `offset` lies in."""
        return next((article for article in self.articles if article.span.holds(offset)), None)

    def statement_at(self, offset: int) -> Statement | None:
        """Return the innermost statement that `offset` lies in."""
        found = [s for s in self.statements if s.span.holds(offset)]
        return min(found, key=lambda s: s.span.end - s.span.start, default=None)

    def speaker(self, number: int) -> Speaker | None:
        """Return the speaker with this id."""
        return next((speaker for speaker in self.speakers if speaker.id == number), None)

    def statements_of(self, number: int) -> tuple[Statement, ...]:
        """Return the statements of the speaker with this id, in the order of the text."""
        return tuple(s for s in self.statements if s.speaker == number)
