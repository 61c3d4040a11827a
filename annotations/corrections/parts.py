"""Corrections of sessions, topics and page boilerplate."""

from typing import Any

from annotations.corrections import subjects
from annotations.corrections.rule import CorrectionSubject, Rule
from annotations.corrections.subjects import given, passage_words, session_label
from annotations.errors import CorrectionRefused, NameTaken
from annotations.store import document_rows, name_rows
from annotations.store.analysis_writer import Rows
from annotations.store.correction_rows import (
    correct_row,
    delete_statements_within,
    leave_deleted,
    noise_overlapping,
    sessions,
    topics_within,
)
from annotations.store.name_rows import TOPICS, NameRow
from annotations.values.analysis import Noise, Session, Topic
from annotations.values.corrections import (
    AddNoise,
    AddSession,
    AddTopic,
    DeleteNoise,
    DeleteSession,
    DeleteTopic,
    MergeSessions,
    MergeTopics,
    MoveSession,
    RenameSession,
    RenameTopic,
    SplitSession,
)
from annotations.values.spans import Span


def _bounds(session: Session, span: Span) -> dict[str, Any]:
    """Return the columns that give a session a new span; a title that then lies outside is dropped."""
    title = session.title
    inside = title is not None and span.start <= title.start and title.end <= span.end
    kept = {} if inside else {"title_start": None, "title_end": None}
    return {"start": span.start, "end": span.end, **kept}


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span of `text` without surrounding whitespace: a session begins at the first letter of a paragraph."""
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _give_way(rows: Rows, span: Span, besides: int = 0) -> None:
    """Trim the sessions that overlap a new one: keep what is left before it, or else what is left after it."""
    text = document_rows.text(rows.db, rows.document)
    for row, session in sessions(rows.db, rows.document):
        start, end = session.span
        if row == besides or end <= span.start or span.end <= start:
            continue
        left = (_trimmed(text, start, max(start, span.start)), _trimmed(text, min(span.end, end), end))
        kept = next((part for part in left if part.start < part.end), None)
        correct_row(rows.db, "session", row, **({"gone": 1} if kept is None else _bounds(session, kept)))


def add_session(rows: Rows, wish: AddSession) -> None:
    """Mark a span as a session, trimming those it overlaps."""
    _give_way(rows, wish.span)
    rows.session(Session(0, wish.span, given(wish.label), origin="user"))


def move_session(rows: Rows, wish: MoveSession) -> None:
    """Change the boundaries of a session."""
    row, session = subjects.session(rows, wish.session)
    _give_way(rows, wish.span, row)
    leave_deleted(rows, "session", row, wish.span)
    correct_row(rows.db, "session", row, **_bounds(session, wish.span))


def split_session(rows: Rows, wish: SplitSession) -> None:
    """Split a session in two."""
    row, session = subjects.session(rows, wish.session)
    start, end = session.span
    if not start < wish.offset < end:
        raise CorrectionRefused
    text = document_rows.text(rows.db, rows.document)
    before, after = _trimmed(text, start, wish.offset), _trimmed(text, wish.offset, end)
    if before.start >= before.end or after.start >= after.end:
        raise CorrectionRefused
    first, second = (
        [topic for topic in session.topics if topic in topics_within(rows.db, rows.document, part)]
        for part in (before, after)
    )
    correct_row(rows.db, "session", row, **_bounds(session, before), topics="\n".join(first))
    rows.session(Session(0, after, given(wish.label), None, "session", tuple(second), "user"))


def merge_sessions(rows: Rows, wish: MergeSessions) -> None:
    """Merge a session with the one that follows it."""
    row, session = subjects.session(rows, wish.session)
    next_row, after = subjects.session(rows, wish.session + 1)
    topics = dict.fromkeys((*session.topics, *after.topics))
    correct_row(rows.db, "session", next_row, gone=1)
    correct_row(rows.db, "session", row, end=after.span.end, topics="\n".join(topics))


def rename_session(rows: Rows, wish: RenameSession) -> None:
    """Change the label of a session."""
    correct_row(rows.db, "session", subjects.session(rows, wish.session).id, label=given(wish.label))


def delete_session(rows: Rows, wish: DeleteSession) -> None:
    """Delete a session."""
    correct_row(rows.db, "session", subjects.session(rows, wish.session).id, gone=1)


def add_topic(rows: Rows, wish: AddTopic) -> None:
    """Add a topic, or add occurrences to an existing one."""
    text = given(wish.text)
    found = name_rows.called(rows.db, TOPICS, rows.document, text)
    if found is None:
        rows.topic(Topic(text, wish.places, "user"))
        return
    there = name_rows.places_of(rows.db, TOPICS, found.id)
    rows.places(found.id, [place for place in wish.places if place not in there])
    correct_row(rows.db, "topic", found.id)


def rename_topic(rows: Rows, wish: RenameTopic) -> None:
    """Rename a topic."""
    row, text = subjects.topic(rows, wish.topic), given(wish.text)
    if name_rows.is_taken(rows.db, TOPICS, rows.document, text, row.id):
        raise NameTaken(name=text)
    name_rows.rename_row(rows.db, TOPICS, row, text)


def merge_topics(rows: Rows, wish: MergeTopics) -> None:
    """Merge a topic into another."""
    if wish.topic == wish.into:
        raise CorrectionRefused
    join_topics(rows, subjects.topic(rows, wish.topic), subjects.topic(rows, wish.into))


def join_topics(rows: Rows, row: NameRow, into: NameRow) -> None:
    """Merge the topic of one row into that of another."""
    name_rows.give_places(rows.db, TOPICS, row.id, into.id)
    correct_row(rows.db, "topic", into.id, known_as=into.first)
    name_rows.delete_row(rows.db, TOPICS, row, into.id)


def delete_topic(rows: Rows, wish: DeleteTopic) -> None:
    """Delete a topic."""
    drop_topic(rows, subjects.topic(rows, wish.topic))


def drop_topic(rows: Rows, row: NameRow) -> None:
    """Delete the topic of a row."""
    name_rows.delete_row(rows.db, TOPICS, row)


def add_noise(rows: Rows, wish: AddNoise) -> None:
    """Mark a span as page boilerplate; it absorbs the boilerplate it overlaps, and statements within it are deleted."""
    span = wish.span
    for row, there in noise_overlapping(rows.db, rows.document, span):
        span = Span(min(span.start, there.start), max(span.end, there.end))
        correct_row(rows.db, "noise", row, gone=1)
    rows.noise(Noise(span, "marked", "user"))
    delete_statements_within(rows.db, rows.document, span)


def delete_noise(rows: Rows, wish: DeleteNoise) -> None:
    """Mark a span of boilerplate as part of the text."""
    correct_row(rows.db, "noise", subjects.noise(rows, wish.span), gone=1)


def _named_session(rows: Rows, wish: Any) -> CorrectionSubject:
    return CorrectionSubject(session_label(rows, wish.session))


def _renamed_session(rows: Rows, wish: Any) -> CorrectionSubject:
    return CorrectionSubject(session_label(rows, wish.session), wish.label)


def _words(rows: Rows, wish: Any) -> CorrectionSubject:
    return CorrectionSubject(passage_words(rows, wish.span))


RULES: dict[type[Any], Rule] = {
    AddSession: Rule("add session", add_session, lambda _rows, wish: CorrectionSubject(wish.label)),
    MoveSession: Rule("move session", move_session, _named_session),
    SplitSession: Rule("split session", split_session, _renamed_session),
    MergeSessions: Rule("merge sessions", merge_sessions, _named_session),
    RenameSession: Rule("rename session", rename_session, _renamed_session),
    DeleteSession: Rule("delete session", delete_session, _named_session),
    AddTopic: Rule("add topic", add_topic, lambda _rows, wish: CorrectionSubject(wish.text)),
    RenameTopic: Rule("rename topic", rename_topic, lambda _rows, wish: CorrectionSubject(wish.topic, wish.text)),
    MergeTopics: Rule("merge topics", merge_topics, lambda _rows, wish: CorrectionSubject(wish.topic, wish.into)),
    DeleteTopic: Rule("delete topic", delete_topic, lambda _rows, wish: CorrectionSubject(wish.topic)),
    AddNoise: Rule("add noise", add_noise, _words),
    DeleteNoise: Rule("delete noise", delete_noise, _words),
}
