"""The sittings of a conference report: where each begins and ends, its title or a short label, its kind.

A sitting is opened by a paragraph that names one (وفي الجلسة الثانية, ورشة عمل, محاضرة بعنوان ...), that begins as such
paragraphs do in a report of sittings (وحول موضوع ..., ناقش المتحدثون), or whose speaker speaks «في كلمته خلال الجلسة»
or at a press conference: that one begins where this speaker does. It ends before the next one, and where the
editor's own voice or another place (وعلى هامش, وفي ختام) takes over.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotations.reading import Article, Session, Speaker, Statement
from annotations.spans import Span
from reader.article.labels import label_of
from reader.article.lexicon import words
from reader.article.sentence import Sentence
from reader.article.tokens import Token, begins_with, longest_match

_QUOTED = r"(?:/([^/\n]+)/|«([^»\n]+)»|“([^”\n]+)”|\"([^\"\n]+)\"|\(([^)\n]+)\))"
_TITLE = re.compile(r"(?:عُ?ن[ْ]?وان(?:ها|ه|ٍ|ُ|ِ)?|معنونة|المعنونة|شعار)\s*:?\s*" + _QUOTED)
_NAMED_SO = re.compile(r"(?:جلسة|الجلسات|الجلسة|ندوة|الندوة|محاضرة|المحاضرة|حلقة|ورشة)\s*" + _QUOTED)
_SHORTEST_TITLE = 8
_HEAD = 16  # words within which a paragraph names its sitting without more ado
_TITLED = 10
_LEFT = 9


class Named(NamedTuple):
    """The sitting that a paragraph names: the index of its noun, whether its name is beyond doubt, its kind."""

    at: int
    sure: bool
    kind: str


class Opening(NamedTuple):
    """Where a sitting opens (index of a paragraph), by what, and with which words."""

    at: int
    kind: str
    sure: bool
    found: Sequence[Token]
    noun: int | None
    speaker: Speaker | None = None


def _qualified(found: Sequence[Token], at: int) -> bool:
    for token in found[at + 1 : at + 3]:
        if token.after_comma:
            return False
        if token.word.stem in words("session_qualifiers") or token.key in words("session_qualifiers"):
            return True
    return False


def _titled(text: str, found: Sequence[Token], at: int) -> bool:
    end = found[min(at + _TITLED, len(found) - 1)].end
    return _TITLE.search(text, found[at].start, min(end + 60, len(text))) is not None


def _excluded(found: Sequence[Token], at: int) -> bool:
    """Tell whether a noun at `at` is another kind of sitting, one yet to come, or the one spoken of before."""
    after = found[at + 1 : at + 3]
    if any(token.word.stem in words("session_others") for token in after):
        return True
    if after and after[0].key in ("ذاتها", "نفسها", "ذاته", "نفسه"):
        return True
    return any(token.word.stem in words("session_before") for token in found[max(0, at - 2) : at])


def _placed(found: Sequence[Token], at: int) -> bool:
    """Tell whether a sitting that is named late in a sentence is where it takes place."""
    return any(
        t.word.stem in words("session_within") or t.key in words("session_within") for t in found[max(0, at - 2) : at]
    )


def _kind(found: Sequence[Token], at: int) -> str:
    near = found[at : at + 5]
    if any(longest_match(found, i, "closing") for i in range(at, min(at + 3, len(found)))):
        return "closing"
    if any(token.word.stem in words("opening") or token.key in words("opening") for token in near):
        return "opening"
    return "speech" if found[at].word.stem in ("محاضره", "كلمه", "كلمته", "كلمتها") else "session"


def names_sitting(text: str, sentence: Sentence, *, first: bool = False, speaks: bool = True) -> Named | None:
    """Return the sitting that a paragraph's first sentence names, or None. first: of the article's first paragraph."""
    found = sentence.words
    for at, token in enumerate(found):
        stem = token.word.stem
        if sentence.quoted[at] or (first and stem in words("whole_events")):
            continue
        if stem in words("ordinals") and at + 1 < len(found) and found[at + 1].key == "الجلسات":
            return Named(at + 1, True, "session")
        if (
            stem in words("opened_by")
            and at <= _HEAD
            and any(t.word.stem in words("events") for t in found[at + 1 : at + 3])
            and speaks
            and not first
        ):
            return Named(at, True, "opening")
        if stem not in words("session_nouns") or _excluded(found, at):
            continue
        opens = any(t.word.stem in words("opening") for t in found[at + 1 : at + 4])
        qualified = _qualified(found, at) or opens
        titled = _titled(text, found, at)
        if not (qualified or titled) and (stem in words("session_weak") or token.word.article or at > _HEAD):
            continue
        if at > _HEAD and not _placed(found, at):
            continue
        return Named(at, qualified or titled, _kind(found, at))
    return None


def _opens_by_topic(found: Sequence[Token]) -> bool:
    """Tell whether a paragraph begins with «as for ...» and somebody then speaks about it."""
    return begins_with(found, "session_openers") and any(
        token.word.cue is not None and not token.word.cue.participle for token in found[2:]
    )


def _speech_at_sitting(found: Sequence[Token]) -> Named | None:
    """Return the sitting at which the paragraph's speaker speaks: «في كلمته خلال جلسات», «في مؤتمر صحفي»."""
    for at in range(1, len(found)):
        if longest_match(found, at, "press") and found[at].word.stem not in words("session_before"):
            near = {token.key for token in found[at : at + 4]}
            return Named(at, bool(near & {"مشترك", "المشترك"}), "press")
        if found[at].word.stem in words("speech_nouns") and found[at].word.stem not in ("كلمه",):
            for i in range(at + 1, min(at + 7, len(found))):
                if found[i].word.stem in words("sittings") or found[i].key in words("sittings"):
                    return Named(i, True, _kind(found, i) if _qualified(found, i) else "speech")
        if found[at].word.stem == "جلسه" and found[at].word.article and _qualified(found, at) and _placed(found, at):
            return Named(at, not _excluded(found, at), _kind(found, at))
        if (
            found[at].word.stem == "جلسه"
            and _placed(found, at)
            and any("«" in t.gap or "“" in t.gap for t in found[at + 1 : at + 2])
        ):
            return Named(at, True, "session")
    return None


class Paragraph(NamedTuple):
    """A paragraph with its sentences and the speaker of its first statement (0 where nobody speaks)."""

    span: Span
    sentences: Sequence[Sentence]
    speaker: int

    @property
    def first(self) -> Sequence[Token]:
        """The words of its first sentence."""
        return self.sentences[0].words if self.sentences else ()


def _left(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph belongs to no sitting: the editor's own voice, or another place and time."""
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


def _openings(text: str, paragraphs: Sequence[Paragraph], speakers: dict[int, Speaker]) -> list[Opening]:
    openings: list[Opening] = []
    for at, paragraph in enumerate(paragraphs):
        found = paragraph.first
        if not found or (begins_with(found, "outlooks") and not paragraph.speaker):
            continue
        if _tells_where(found):
            openings.append(Opening(0, "session", True, found, _noun_of(found), None))
            continue
        press = bool(openings) and openings[-1].kind == "press"
        named = names_sitting(text, paragraph.sentences[0], first=at == 0, speaks=bool(paragraph.speaker))
        if named is not None:
            start = _run_start(paragraphs, at) if _speech_first(found, named.at) and paragraph.speaker else at
            if all(opening.at != start for opening in openings):
                openings.append(
                    Opening(start, named.kind, named.sure, found, named.at, speakers.get(paragraph.speaker))
                )
        elif _opens_by_topic(found) and not press:
            openings.append(Opening(at, "session", False, found, None, speakers.get(paragraph.speaker)))
        elif (spoken := _spoken(paragraph)) is not None:
            start = _run_start(paragraphs, at)
            if all(opening.at != start for opening in openings) and not (press and spoken[0].kind == "press"):
                openings.append(
                    Opening(
                        start, spoken[0].kind, spoken[0].sure, spoken[1], spoken[0].at, speakers.get(paragraph.speaker)
                    )
                )
    return sorted(openings)


def _tells_where(found: Sequence[Token]) -> bool:
    """Tell whether a paragraph says that all before it was said at a sitting (جاء ذلك في جلسة ...)."""
    if len(found) < 4 or found[0].word.stem != "جاء" or found[1].key not in ("ذلك", "هذا"):
        return False
    return _noun_of(found) is not None


def _noun_of(found: Sequence[Token]) -> int | None:
    return next((at for at in range(2, min(8, len(found))) if found[at].word.stem == "جلسه"), None)


def _speech_first(found: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of speech comes before the noun of a sitting (وقال فلان خلال الجلسة)."""
    first = found[0].word
    return first.cue is not None and not first.article and first.cue.kind != "topic" and at > 1


def _spoken(paragraph: Paragraph) -> tuple[Named, Sequence[Token]] | None:
    if not paragraph.speaker:
        return None
    for sentence in paragraph.sentences[:3]:
        named = _speech_at_sitting(sentence.words)
        if named is not None:
            return named, sentence.words
    return None


def _run_start(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Return the first of the paragraphs up to `at` in which its speaker goes on without another."""
    while at and paragraphs[at - 1].speaker == paragraphs[at].speaker:
        at -= 1
    return at


def _by_speaker(paragraphs: Sequence[Paragraph], speakers: dict[int, Speaker]) -> list[Opening]:
    """Return an opening where a person is first named with a verb of speaking about, in a report of talks."""
    for at, paragraph in enumerate(paragraphs):
        speaker = speakers.get(paragraph.speaker)
        topic = any(t.word.cue is not None and t.word.cue.kind == "topic" for t in paragraph.first[:_HEAD])
        if speaker is not None and speaker.kind == "person" and topic and speaker.mentions:
            if paragraph.span.holds(speaker.mentions[0].start):
                return [Opening(at, "speech", False, paragraph.first, None, speaker)]
    return []


def _end(paragraphs: Sequence[Paragraph], opening: int, following: int) -> int:
    end = paragraphs[opening].span.end
    spoken = {paragraphs[opening].speaker}
    for paragraph in paragraphs[opening + 1 : following]:
        if _left(paragraph) or _strays(paragraph, spoken):
            break
        spoken.add(paragraph.speaker)
        end = paragraph.span.end
    return end


def _strays(paragraph: Paragraph, spoken: set[int]) -> bool:
    """Tell whether a paragraph turns elsewhere (إلى ذلك) with somebody who has not spoken in the sitting."""
    return begins_with(paragraph.first, "soft_enders") and paragraph.speaker not in spoken


def _title(text: str, paragraph: Paragraph) -> Span | None:
    found = _TITLE.search(text, paragraph.span.start, paragraph.span.end)
    if found is None:
        found = _NAMED_SO.search(text, paragraph.span.start, paragraph.span.end)
        if found is None or len(found.group().strip()) < _SHORTEST_TITLE * 2:
            return None
    group = next(i for i in range(1, 6) if found.group(i) is not None)
    return Span(*found.span(group))


def _title_of(text: str, page: Sequence[Paragraph], opening: Opening, following: int) -> Span | None:
    """Return the title of a sitting from the paragraph that names it: the first one, or the one it was found by."""
    if opening.kind == "press":
        return None
    for paragraph in page[opening.at : min(following, opening.at + 3)]:
        title = _title(text, paragraph)
        if title is not None or paragraph.first is opening.found:
            return title
    return None


def _paragraphs(
    body: Sequence[Span], units: dict[Span, list[Sentence]], first_speakers: dict[Span, int]
) -> list[Paragraph]:
    return [Paragraph(span, units[span], first_speakers.get(span, 0)) for span in body]


def first_speakers(body: Sequence[Span], statements: Sequence[Statement]) -> dict[Span, int]:
    """Return who speaks first in each paragraph where anybody does. Both are in the order of the text."""
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
    articles: Sequence[Article],
    bodies: Sequence[Sequence[Span]],
    units: dict[Span, list[Sentence]],
    speakers: Sequence[Speaker],
    statements: Sequence[Statement],
) -> list[Session]:
    """Return the sessions of all the articles, numbered from 1 through the document.

    bodies: the paragraphs of each article; units: their sentences. A document in which no sitting is named has none.
    """
    by_number = {speaker.id: speaker for speaker in speakers}
    spoken = first_speakers([span for body in bodies for span in body], statements)
    pages = [_paragraphs(body, units, spoken) for body in bodies]
    openings = [_openings(text, page, by_number) for page in pages]
    if not any(opening.sure for found in openings for opening in found) and sum(map(len, openings)) < 2:
        return []
    sessions: list[Session] = []
    for _article, page, found in zip(articles, pages, openings, strict=True):
        if len(pages) > 1:
            found = sorted([*_first_talk(page, found, by_number), *found])
        for i, opening in enumerate(found):
            following = found[i + 1].at if i + 1 < len(found) else len(page)
            paragraph = page[opening.at]
            title = _title_of(text, page, opening, following)
            span = Span(paragraph.span.start, _end(page, opening.at, following))
            label = label_of(text, opening.found, opening.noun, title, opening.speaker)
            sessions.append(Session(len(sessions) + 1, span, label, title, opening.kind.replace("press", "speech")))
    return sessions


def _first_talk(page: Sequence[Paragraph], found: Sequence[Opening], speakers: dict[int, Speaker]) -> list[Opening]:
    """Return the talk that comes before the first sitting an article names."""
    stop = found[0].at if found else len(page)
    return _by_speaker(page[:stop], speakers)
