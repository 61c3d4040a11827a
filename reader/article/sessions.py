"""The sessions of a conference report: where each begins and ends, its title or a short label, its kind.

A session is opened by a paragraph that names one (جلسة, ندوة ...) near its head, that begins in the way such
paragraphs do (وحول موضوع ..., تناول المتحدثون), or, in a report with sessions, that brings a new speaker by name
with a verb of speaking about. It ends before the next one, or where the editor's own voice returns.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotations.reading import Article, Session, Speaker
from annotations.spans import Span
from reader.article.lexicon import words
from reader.article.tokens import Token, begins_with, find_phrase, longest_match, tokens

_HEAD = 14  # words within which a paragraph names its session
_TITLE = re.compile(
    r"(?:بعنوان|عنوان|عنوانها|حملت عنوان)\s*:?\s*(?:/([^/\n]+)/|«([^»\n]+)»|“([^”\n]+)”|\"([^\"\n]+)\")"
)
_LONGEST_LABEL = 70


class _Opening(NamedTuple):
    span: Span
    kind: str
    speaker: Speaker | None


def _title(text: str, paragraph: Span) -> Span | None:
    found = _TITLE.search(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    group = next(i for i in range(1, 5) if found.group(i) is not None)
    return Span(*found.span(group))


def _names_session(found: Sequence[Token]) -> int | None:
    """Return the index of the word that names a session near the paragraph's head, or None."""
    return next((i for i in range(min(_HEAD, len(found))) if longest_match(found, i, "session_heads")), None)


def _opens_by_topic(found: Sequence[Token]) -> bool:
    """Tell whether a paragraph begins with «as for ...,» and a group then speaks about it."""
    if not begins_with(found, "session_openers"):
        return False
    verb = next((i for i, token in enumerate(found) if (cue := token.word.cue) and not cue.participle), None)
    return verb is not None and find_phrase(found, "groups", range(verb + 1, verb + 3)) is not None


def _new_speaker(paragraph: Span, speakers: Sequence[Speaker], found: Sequence[Token]) -> Speaker | None:
    """Return the person whom the paragraph names for the first time with a verb of speaking about."""
    speaks = any(
        (cue := token.word.cue) and cue.kind == "topic" and not cue.participle for token in found[:_HEAD]
    )
    named = (
        s
        for s in speakers
        if s.kind == "person" and s.mentions and paragraph.start <= s.mentions[0].start < paragraph.end
    )
    return next(named, None) if speaks else None


def _kind(found: Sequence[Token], at: int | None) -> str:
    near = range(at, at + 3) if at is not None else range(0)
    if find_phrase(found, "closing", near) is not None:
        return "closing"
    return "opening" if find_phrase(found, "opening", near) is not None else "session"


def _openings(text: str, body: Sequence[Span], speakers: Sequence[Speaker]) -> list[_Opening]:
    openings: list[_Opening] = []
    for paragraph in body:
        found = tokens(text, paragraph)
        at = _names_session(found)
        speaker = _new_speaker(paragraph, speakers, found)
        if at is not None or _opens_by_topic(found):
            openings.append(_Opening(paragraph, _kind(found, at), speaker))
        elif speaker is not None:
            openings.append(_Opening(paragraph, "speech", speaker))
    return openings


def _starts_overview(text: str, paragraph: Span) -> bool:
    return begins_with(tokens(text, paragraph), "editor_voice")


def _end(text: str, opening: Span, body: Sequence[Span], following: Span | None) -> int:
    end = opening.end
    for paragraph in body:
        if paragraph.start <= opening.start:
            continue
        if (following is not None and paragraph.start >= following.start) or _starts_overview(text, paragraph):
            break
        end = paragraph.end
    return end


def _governed(text: str, found: Sequence[Token]) -> str:
    """Return the noun phrase that a paragraph's first words govern: what the session was about."""
    skip = words("label_skips")
    at = 0
    while at < len(found) and (found[at].key in skip or found[at].word.stem in skip or found[at].word.cue):
        at += 1
    start = at
    while at + 1 < len(found) and not found[at + 1].after_comma:
        at += 1
    if start >= len(found):
        return ""
    label = text[found[start].start : found[min(at, len(found) - 1)].end]
    if begins_with(found, "session_openers") and label.startswith("ب") and label[1:3] in ("ال", "لأ"):
        label = label[1:]
    return label if len(label) <= _LONGEST_LABEL else label[:_LONGEST_LABEL].rpartition(" ")[0] + "…"


def _label(text: str, opening: _Opening, title: Span | None) -> str:
    if title is not None:
        return title.cut(text)
    if opening.speaker is not None:
        return f"كلمة {opening.speaker.name}" if opening.kind == "speech" else f"جلسة {opening.speaker.name}"
    return _governed(text, tokens(text, opening.span))


def find_sessions(
    text: str, articles: Sequence[Article], bodies: Sequence[Sequence[Span]], speakers: Sequence[Speaker]
) -> list[Session]:
    """Return the sessions of all the articles, numbered from 1 through the document.

    bodies: the paragraphs of each article. A document in which no paragraph names a session has none.
    """
    found = [_openings(text, body, speakers) for body in bodies]
    if not any(opening.kind != "speech" for openings in found for opening in openings):
        return []
    sessions: list[Session] = []
    for _article, body, openings in zip(articles, bodies, found, strict=True):
        for i, opening in enumerate(openings):
            following = openings[i + 1].span if i + 1 < len(openings) else None
            title = _title(text, opening.span)
            span = Span(opening.span.start, _end(text, opening.span, body, following))
            sessions.append(Session(len(sessions) + 1, span, _label(text, opening, title), title, opening.kind))
    return sessions
