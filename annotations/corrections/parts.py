"""Corrections of sessions, topics and page boilerplate."""

import sqlite3
from typing import Any

from annotations.corrections.rows import (
    given,
    leave_behind,
    noise_row,
    passage_words,
    put,
    session_label,
    session_row,
    session_rows,
    topic_row,
)
from annotations.corrections.rule import CorrectionSubject, Rule
from annotations.errors import CorrectionRefused, NameTaken
from annotations.store import queries
from annotations.store.analysis_rows import Rows
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


def _bounds(row: sqlite3.Row, span: Span) -> dict[str, Any]:
    """Return the columns that give a session a new span; a title that then lies outside is dropped."""
    title = (row["title_start"], row["title_end"])
    inside = title[0] is not None and span.start <= title[0] and title[1] <= span.end
    kept = {} if inside else {"title_start": None, "title_end": None}
    return {"start": span.start, "end": span.end, **kept}


def _topics_in(db: sqlite3.Connection, document: int, topics: str, span: Span) -> str:
    """Return those of a session's topics that occur in a part of it."""
    query = (
        "SELECT DISTINCT text FROM topic JOIN topic_place ON topic = topic.id "
        'WHERE document = ? AND start >= ? AND topic_place."end" <= ?'
    )
    here = {row[0] for row in db.execute(query, (document, *span))}
    return "\n".join(topic for topic in topics.split("\n") if topic in here)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span of `text` without surrounding whitespace: a session begins at the first letter of a paragraph."""
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _give_way(db: sqlite3.Connection, document: int, span: Span, besides: int = 0) -> None:
    """Trim the sessions that overlap a new one: keep what is left before it, or else what is left after it."""
    text = queries.text(db, document)
    for row in session_rows(db, document):
        start, end = row["start"], row["end"]
        if row["id"] == besides or end <= span.start or span.end <= start:
            continue
        left = (_trimmed(text, start, max(start, span.start)), _trimmed(text, min(span.end, end), end))
        kept = next((part for part in left if part.start < part.end), None)
        put(db, "session", row["id"], **({"gone": 1} if kept is None else _bounds(row, kept)))


def add_session(db: sqlite3.Connection, document: int, wish: AddSession) -> None:
    """Mark a span as a session, trimming those it overlaps."""
    _give_way(db, document, wish.span)
    Rows(db, document).session(Session(0, wish.span, given(wish.label), origin="user"))


def move_session(db: sqlite3.Connection, document: int, wish: MoveSession) -> None:
    """Change the boundaries of a session."""
    row = session_row(db, document, wish.session)
    _give_way(db, document, wish.span, row["id"])
    leave_behind(db, "session", row["id"], wish.span)
    put(db, "session", row["id"], **_bounds(row, wish.span))


def split_session(db: sqlite3.Connection, document: int, wish: SplitSession) -> None:
    """Split a session in two."""
    row = session_row(db, document, wish.session)
    if not row["start"] < wish.offset < row["end"]:
        raise CorrectionRefused
    text = queries.text(db, document)
    before, after = _trimmed(text, row["start"], wish.offset), _trimmed(text, wish.offset, row["end"])
    if before.start >= before.end or after.start >= after.end:
        raise CorrectionRefused
    topics = (_topics_in(db, document, row["topics"], part) for part in (before, after))
    put(db, "session", row["id"], **_bounds(row, before), topics=next(topics))
    second = tuple(filter(None, next(topics).split("\n")))
    Rows(db, document).session(Session(0, after, given(wish.label), None, "session", second, "user"))


def merge_sessions(db: sqlite3.Connection, document: int, wish: MergeSessions) -> None:
    """Merge a session with the one that follows it."""
    row, after = session_row(db, document, wish.session), session_row(db, document, wish.session + 1)
    topics = dict.fromkeys(filter(None, f"{row['topics']}\n{after['topics']}".split("\n")))
    put(db, "session", after["id"], gone=1)
    put(db, "session", row["id"], end=after["end"], topics="\n".join(topics))


def rename_session(db: sqlite3.Connection, document: int, wish: RenameSession) -> None:
    """Change the label of a session."""
    put(db, "session", session_row(db, document, wish.session)["id"], label=given(wish.label))


def delete_session(db: sqlite3.Connection, document: int, wish: DeleteSession) -> None:
    """Delete a session."""
    put(db, "session", session_row(db, document, wish.session)["id"], gone=1)


def add_topic(db: sqlite3.Connection, document: int, wish: AddTopic) -> None:
    """Add a topic, or add occurrences to an existing one."""
    text = given(wish.text)
    query = "SELECT id FROM topic WHERE document = ? AND text = ? AND NOT gone"
    found = db.execute(query, (document, text)).fetchone()
    if found is None:
        Rows(db, document).topic(Topic(text, wish.places, "user"))
        return
    there = {tuple(row) for row in db.execute('SELECT start, "end" FROM topic_place WHERE topic = ?', (found[0],))}
    Rows(db, document).places(found[0], [place for place in wish.places if tuple(place) not in there])
    put(db, "topic", found[0])


def rename_topic(db: sqlite3.Connection, document: int, wish: RenameTopic) -> None:
    """Rename a topic."""
    row, text = topic_row(db, document, wish.topic), given(wish.text)
    query = "SELECT 1 FROM topic WHERE document = ? AND text = ? AND NOT gone AND id != ?"
    if db.execute(query, (document, text, row["id"])).fetchone() is not None:
        raise NameTaken(name=text)
    put(db, "topic", row["id"], text=text, known_as=row["known_as"] or row["text"])


def merge_topics(db: sqlite3.Connection, document: int, wish: MergeTopics) -> None:
    """Merge a topic into another."""
    if wish.topic == wish.into:
        raise CorrectionRefused
    join_topics(db, topic_row(db, document, wish.topic), topic_row(db, document, wish.into))


def join_topics(db: sqlite3.Connection, row: sqlite3.Row, into: sqlite3.Row) -> None:
    """Merge the topic of one row into that of another."""
    there = "SELECT 1 FROM topic_place AS other WHERE other.topic = ? AND other.start = topic_place.start"
    db.execute(f"DELETE FROM topic_place WHERE topic = ? AND EXISTS ({there})", (row["id"], into["id"]))
    db.execute("UPDATE topic_place SET topic = ? WHERE topic = ?", (into["id"], row["id"]))
    put(db, "topic", into["id"], known_as=into["known_as"] or into["text"])
    put(db, "topic", row["id"], gone=1, same_as=into["id"], known_as=row["known_as"] or row["text"])


def delete_topic(db: sqlite3.Connection, document: int, wish: DeleteTopic) -> None:
    """Delete a topic."""
    drop_topic(db, topic_row(db, document, wish.topic))


def drop_topic(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Delete the topic of a row."""
    put(db, "topic", row["id"], gone=1, same_as=0, known_as=row["known_as"] or row["text"])


def add_noise(db: sqlite3.Connection, document: int, wish: AddNoise) -> None:
    """Mark a span as page boilerplate; it absorbs the boilerplate it overlaps, and statements within it are deleted."""
    span = wish.span
    query = 'SELECT id, start, "end" FROM noise WHERE document = ? AND start < ? AND "end" > ? AND NOT gone'
    for row in db.execute(query, (document, span.end, span.start)).fetchall():
        span = Span(min(span.start, row[1]), max(span.end, row[2]))
        put(db, "noise", row[0], gone=1)
    Rows(db, document).noise(Noise(span, "marked", "user"))
    said = (
        "UPDATE statement SET gone = 1, origin = 'user' WHERE document = ? AND start >= ? AND \"end\" <= ? AND NOT gone"
    )
    db.execute(said, (document, *span))


def delete_noise(db: sqlite3.Connection, document: int, wish: DeleteNoise) -> None:
    """Mark a span of boilerplate as part of the text."""
    put(db, "noise", noise_row(db, document, wish.span)["id"], gone=1)


def _named_session(db: sqlite3.Connection, document: int, wish: Any) -> CorrectionSubject:
    return CorrectionSubject(session_label(db, document, wish.session))


RULES: dict[type[Any], Rule] = {
    AddSession: Rule("add session", add_session, lambda _db, _at, wish: CorrectionSubject(wish.label)),
    MoveSession: Rule("move session", move_session, _named_session),
    SplitSession: Rule(
        "split session",
        split_session,
        lambda db, at, wish: CorrectionSubject(session_label(db, at, wish.session), wish.label),
    ),
    MergeSessions: Rule("merge sessions", merge_sessions, _named_session),
    RenameSession: Rule(
        "rename session",
        rename_session,
        lambda db, at, wish: CorrectionSubject(session_label(db, at, wish.session), wish.label),
    ),
    DeleteSession: Rule("delete session", delete_session, _named_session),
    AddTopic: Rule("add topic", add_topic, lambda _db, _at, wish: CorrectionSubject(wish.text)),
    RenameTopic: Rule("rename topic", rename_topic, lambda _db, _at, wish: CorrectionSubject(wish.topic, wish.text)),
    MergeTopics: Rule("merge topics", merge_topics, lambda _db, _at, wish: CorrectionSubject(wish.topic, wish.into)),
    DeleteTopic: Rule("delete topic", delete_topic, lambda _db, _at, wish: CorrectionSubject(wish.topic)),
    AddNoise: Rule("add noise", add_noise, lambda db, at, wish: CorrectionSubject(passage_words(db, at, wish.span))),
    DeleteNoise: Rule(
        "delete noise", delete_noise, lambda db, at, wish: CorrectionSubject(passage_words(db, at, wish.span))
    ),
}
