"""The sessions of a conference report: where each begins and ends, its title or a short label, its kind.

A session is opened by a paragraph that names one (وفي الجلسة الثانية, ورشة عمل, محاضرة بعنوان ...), that begins as such
paragraphs do in a report of sessions (وحول موضوع ..., ناقش المتحدثون), or whose speaker speaks «في كلمته خلال الجلسة»
or at a press conference; in the last case the session begins where this speaker does. It ends before the next one, or
where the editor's own voice or another place (وعلى هامش, وفي ختام) takes over.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.values.analysis import Session, Speaker, Statement
from annotations.values.spans import Span
from reader.article.sections.labels import label_of
from reader.article.sections.sittings import (
    SittingName,
    names_sitting,
    noun_of,
    opens_by_topic,
    speech_at_sitting,
    tells_where,
    title_in,
)
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import Token, begins_with, longest_match

_HEAD = 16  # words within which a verb shows that a talk begins
_LEFT = 9


class Opening(NamedTuple):
    """Where a session opens (index of a paragraph), what opens it, and with which words."""

    at: int
    kind: str
    found: Sequence[Token]
    noun: int | None
    speaker: Speaker | None = None
    sure: bool = False


class SessionParagraph(NamedTuple):
    """A paragraph with its sentences and the speaker of its first statement (0 if nobody speaks)."""

    span: Span
    sentences: Sequence[Sentence]
    speaker: int

    @property
    def first(self) -> Sequence[Token]:
        """The words of its first sentence."""
        return self.sentences[0].words if self.sentences else ()


def _left(paragraph: SessionParagraph) -> bool:
    """Return whether a paragraph is outside any session: in the editor's own voice, or about another place and time."""
    found = paragraph.first
    if begins_with(found, "editor_voice") and not paragraph.speaker:
        return not any(token.word.stem in ("جلسه", "ورشه", "افتتاح") for token in found[:8]) or begins_with(
            found, "outlooks"
        )
    for at in range(min(_LEFT, len(found))):
        count = longest_match(found, at, "session_enders")
        if count and not (
            at + count < len(found)
            and found[at + count].word.stem in ("جلسه", "كلمته", "كلمتها", "جلسته", "حديثه", "حديثها")
        ):
            return True
    return False


class _Finder:
    """Goes through the paragraphs of an article and finds where sessions open."""

    def __init__(self, text: str, paragraphs: Sequence[SessionParagraph], speakers: dict[int, Speaker]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._speakers = speakers
        self._run_starts = _run_starts(paragraphs)
        self._found: dict[int, Opening] = {}
        self._press = False

    def run(self) -> list[Opening]:
        """Return the openings in order."""
        for at, paragraph in enumerate(self._paragraphs):
            silent = begins_with(paragraph.first, "outlooks") and not paragraph.speaker
            if paragraph.first and not silent:
                self._look(at, paragraph)
        return [self._found[at] for at in sorted(self._found)]

    def _look(self, at: int, paragraph: SessionParagraph) -> None:
        found = paragraph.first
        if tells_where(found):
            self._found[0] = Opening(0, "session", found, noun_of(found), sure=True)
            return
        named = names_sitting(self._text, paragraph.sentences[0], first=at == 0, speaks=bool(paragraph.speaker))
        spoken = _spoken(paragraph)
        if named is not None:
            runs = _speech_first(found, named.at) and bool(paragraph.speaker)
            self._open(at, named, found, runs=runs)
        elif opens_by_topic(found) and not self._press:
            self._open(at, SittingName(-1, "session", sure=False), found, runs=False)
        elif spoken is not None and not (self._press and spoken[0].kind == "press"):
            self._open(at, spoken[0], spoken[1], runs=True)

    def _open(self, at: int, named: SittingName, found: Sequence[Token], *, runs: bool) -> None:
        """Add an opening. runs: it begins where this paragraph's speaker begins."""
        start = self._run_starts[at] if runs else at
        speaker = self._speakers.get(self._paragraphs[at].speaker)
        if start not in self._found:
            noun = named.at if named.at >= 0 else None
            self._found[start] = Opening(start, named.kind, found, noun, speaker, named.sure)
            self._press = named.kind == "press"


def _speech_first(found: Sequence[Token], at: int) -> bool:
    """Return whether a verb of speech comes before the noun of a session (وقال فلان خلال الجلسة)."""
    first = found[0].word
    return first.cue is not None and not first.article and first.cue.kind != "topic" and at > 1


def _spoken(paragraph: SessionParagraph) -> tuple[SittingName, Sequence[Token]] | None:
    if not paragraph.speaker:
        return None
    for sentence in paragraph.sentences[:3]:
        named = speech_at_sitting(sentence.words)
        if named is not None:
            return named, sentence.words
    return None


def _run_starts(paragraphs: Sequence[SessionParagraph]) -> list[int]:
    """Return, for each paragraph, the index of the first of the unbroken run of its speaker."""
    starts: list[int] = []
    for at, paragraph in enumerate(paragraphs):
        starts.append(starts[-1] if at and paragraphs[at - 1].speaker == paragraph.speaker else at)
    return starts


def _by_speaker(paragraphs: Sequence[SessionParagraph], speakers: dict[int, Speaker]) -> list[Opening]:
    """Return an opening where a person is first named with a verb like "speak about", in a report of talks."""
    for at, paragraph in enumerate(paragraphs):
        speaker = speakers.get(paragraph.speaker)
        topic = any(t.word.cue is not None and t.word.cue.kind == "topic" for t in paragraph.first[:_HEAD])
        if speaker is None or speaker.kind != "person" or not topic or not speaker.mentions:
            continue
        if paragraph.span.holds(speaker.mentions[0].start):
            return [Opening(at, "speech", paragraph.first, None, speaker)]
    return []


def _end(paragraphs: Sequence[SessionParagraph], opening: int, following: int) -> int:
    end = paragraphs[opening].span.end
    spoken = {paragraphs[opening].speaker}
    for paragraph in paragraphs[opening + 1 : following]:
        if _left(paragraph) or _strays(paragraph, spoken):
            break
        spoken.add(paragraph.speaker)
        end = paragraph.span.end
    return end


def _strays(paragraph: SessionParagraph, spoken: set[int]) -> bool:
    """Return whether a paragraph turns elsewhere (إلى ذلك) with a speaker who has not spoken in the session."""
    return begins_with(paragraph.first, "soft_enders") and paragraph.speaker not in spoken


def _title_of(text: str, page: Sequence[SessionParagraph], opening: Opening, following: int) -> Span | None:
    """Return the title of a session, taken from its first paragraphs up to the one by which it was found."""
    if opening.kind == "press":
        return None
    for paragraph in page[opening.at : min(following, opening.at + 3)]:
        title = title_in(text, paragraph.span)
        if title is not None or paragraph.first is opening.found:
            return title
    return None


def _paragraphs(
    body: Sequence[Span], units: dict[Span, list[Sentence]], first_speakers: dict[Span, int]
) -> list[SessionParagraph]:
    return [SessionParagraph(span, units[span], first_speakers.get(span, 0)) for span in body]


def first_speakers(body: Sequence[Span], statements: Sequence[Statement]) -> dict[Span, int]:
    """Return the first speaker of each paragraph that has one. Both sequences are in the order of the text."""
    found: dict[Span, int] = {}
    at = 0
    for paragraph in body:
        while at < len(statements) and statements[at].span.start < paragraph.start:
            at += 1
        if at < len(statements) and statements[at].span.start < paragraph.end:
            found[paragraph] = statements[at].speaker
    return found


def find_sessions(
    text: str,
    bodies: Sequence[Sequence[Span]],
    units: dict[Span, list[Sentence]],
    speakers: Sequence[Speaker],
    statements: Sequence[Statement],
) -> list[Session]:
    """Return the sessions of all the articles, numbered from 1 throughout the document.

    bodies: the paragraphs of each article; units: their sentences. A document that names no session has none.
    """
    by_number = {speaker.id: speaker for speaker in speakers}
    spoken = first_speakers([span for body in bodies for span in body], statements)
    pages = [_paragraphs(body, units, spoken) for body in bodies]
    openings = [_Finder(text, page, by_number).run() for page in pages]
    if not any(opening.sure for found in openings for opening in found) and sum(map(len, openings)) < 2:
        return []
    sessions: list[Session] = []
    for page, found in zip(pages, openings, strict=True):
        talks = _first_talk(page, found, by_number) if len(pages) > 1 else []
        for session in _sessions(text, page, [*talks, *found]):
            sessions.append(session._replace(number=len(sessions) + 1))
    return sessions


def _sessions(text: str, page: Sequence[SessionParagraph], openings: Sequence[Opening]) -> Iterator[Session]:
    """Yield the sessions of one article, not yet numbered."""
    for i, opening in enumerate(openings):
        following = openings[i + 1].at if i + 1 < len(openings) else len(page)
        title = _title_of(text, page, opening, following)
        span = Span(page[opening.at].span.start, _end(page, opening.at, following))
        label = label_of(text, opening.found, opening.noun, title, opening.speaker)
        yield Session(0, span, label, title, opening.kind.replace("press", "speech"))


def _first_talk(
    page: Sequence[SessionParagraph], found: Sequence[Opening], speakers: dict[int, Speaker]
) -> list[Opening]:
    """Return the talk that comes before the first session an article names."""
    stop = found[0].at if found else len(page)
    return _by_speaker(page[:stop], speakers)
