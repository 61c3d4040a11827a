"""Writing an analysis into the library's rows, and replacing it with a newer one around people's corrections."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from annotations.store.analysis_rows import span_of
from annotations.store.rows import fresh_id, insert
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.spans import Span


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Return whether a span shares a character with one of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)


class Rows:
    """Inserts rows of one document under ids never before used in their table."""

    def __init__(self, db: sqlite3.Connection, document: int) -> None:
        """Write for this document, within a transaction already begun."""
        self.db, self.document = db, document
        self._next: dict[str, int] = {}

    def insert(self, table: str, values: dict[str, Any]) -> int:
        """Insert a row and return its id."""
        number = self._next.get(table) or fresh_id(self.db, table)
        self._next[table] = number + 1
        return insert(self.db, table, {"id": number, **values})

    def noise(self, noise: Noise, *, gone: bool = False) -> None:
        """Write a stretch of page boilerplate. gone: marked as not being one (also for sessions and statements)."""
        places = {"start": noise.span[0], "end": noise.span[1], "gone": int(gone)}
        self.insert("noise", {**self._own(noise.origin), **places, "kind": noise.kind})

    def separator(self, span: Span) -> None:
        """Write a separator between articles."""
        self.insert("separator", {**self._own("rule"), "start": span.start, "end": span.end})

    def article(self, article: Article) -> None:
        """Write an article and its lines."""
        title = article.title or (None, None)
        told = {name: getattr(article, name) for name in ("agency", "city", "date", "author", "day", "hijri", "check")}
        places = {"start": article.span.start, "end": article.span.end, "title_start": title[0], "title_end": title[1]}
        number = self.insert("article", {**self._own("rule"), **places, **told})
        lines = (("subtitle", article.subtitles), ("dateline", article.dateline), ("subhead", article.subheads))
        for kind, spans in lines:
            for span in spans:
                self.insert("article_line", {"article": number, "kind": kind, "start": span.start, "end": span.end})

    def session(self, session: Session, *, gone: bool = False) -> int:
        """Write a session and return its row's id."""
        title = session.title or (None, None)
        values = {
            "gone": int(gone), "number": session.number, "start": session.span.start, "end": session.span.end, "kind": session.kind,
            "label": session.label, "title_start": title[0], "title_end": title[1], "topics": "\n".join(session.topics),
        }  # fmt: skip
        return self.insert("session", {**self._own(session.origin), **values})

    def speaker(self, speaker: Speaker) -> int:
        """Write a speaker with its mentions, under the speaker's own number, and return the row's id."""
        told = {name: getattr(speaker, name) for name in ("name", "kind", "role", "honorific", "affiliation", "gender")}
        number = self.insert(
            "speaker", {**self._own(speaker.origin), "number": speaker.id, **told, "known_as": speaker.name}
        )
        self.mentions(number, speaker.mentions)
        return number

    def mentions(self, speaker: int, spans: Sequence[Span]) -> None:
        """Write mentions of a speaker. speaker: the row's id."""
        for span in spans:
            self.insert("mention", {"speaker": speaker, "start": span.start, "end": span.end})

    def statement(self, statement: Statement, speaker: int, via: int = 0, *, gone: bool = False) -> int:
        """Write a statement and return its row's id. speaker, via: row ids."""
        cue = statement.cue or (None, None)
        told: dict[str, Any] = {"gone": int(gone)}
        told |= {name: getattr(statement, name) for name in ("kind", "confidence", "reason", "act")}
        places = {"start": statement.span.start, "end": statement.span.end, "cue_start": cue[0], "cue_end": cue[1]}
        return self.insert(
            "statement", {**self._own(statement.origin), "speaker": speaker, "via": via, **places, **told}
        )

    def topic(self, topic: Topic) -> int:
        """Write a topic with its occurrences, and return its row's id."""
        number = self.insert("topic", {**self._own(topic.origin), "text": topic.text, "known_as": topic.text})
        self.places(number, topic.places)
        return number

    def places(self, topic: int, spans: Sequence[Span]) -> None:
        """Write occurrences of a topic. topic: the row's id."""
        for span in spans:
            self.insert("topic_place", {"topic": topic, "start": span.start, "end": span.end})

    def _own(self, origin: str) -> dict[str, Any]:
        return {"document": self.document, "origin": origin}


def write_analysis(rows: Rows, analysis: Analysis) -> None:
    """Write the analysis of a document that has none yet."""
    for noise in analysis.noise:
        rows.noise(noise)
    for session in analysis.sessions:
        rows.session(session)
    for topic in analysis.topics:
        rows.topic(topic)
    _write_frame(rows, analysis)
    numbers = {speaker.id: rows.speaker(speaker) for speaker in analysis.speakers}
    for statement in analysis.statements:
        rows.statement(statement, numbers[statement.speaker], numbers.get(statement.via, 0))


def _write_frame(rows: Rows, analysis: Analysis) -> None:
    for separator in analysis.separators:
        rows.separator(separator)
    for article in analysis.articles:
        rows.article(article)


def _forget(db: sqlite3.Connection, document: int) -> None:
    """Delete what the rules found and no person touched, except speakers that remaining statements refer to."""
    db.execute("DELETE FROM article_line WHERE article IN (SELECT id FROM article WHERE document = ?)", (document,))
    for table in ("article", "separator"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    for table in ("noise", "session", "statement"):
        db.execute(f"DELETE FROM {table} WHERE document = ? AND origin = 'rule'", (document,))
    kept = "(SELECT speaker FROM statement WHERE document = ?1 UNION SELECT via FROM statement WHERE document = ?1)"
    gone = f"(SELECT id FROM speaker WHERE document = ?1 AND origin = 'rule' AND id NOT IN {kept})"
    db.execute(f"DELETE FROM mention WHERE speaker IN {gone}", (document,))
    db.execute(f"DELETE FROM speaker WHERE id IN {gone}", (document,))
    rule = "(SELECT id FROM topic WHERE document = ?1 AND origin = 'rule')"
    db.execute(f"DELETE FROM topic_place WHERE topic IN {rule}", (document,))
    db.execute(f"DELETE FROM topic WHERE id IN {rule}", (document,))


class _Free:
    """Decides where a newer analysis may write: only where no person made a change, or where a rule's row stood too."""

    def __init__(self, db: sqlite3.Connection, table: str, document: int) -> None:
        """Record the existing rows, before the old analysis is deleted."""
        query = f'SELECT start, "end", origin, gone FROM {table} WHERE document = ?'
        rows = db.execute(query, (document,)).fetchall()
        self._touched = [span_of(row) for row in rows if row["origin"] == "user"]
        self._stood = {span_of(row) for row in rows if row["origin"] != "user" and not row["gone"]}

    def at(self, span: Span) -> bool:
        """Return whether the span is free."""
        return span in self._stood or not overlaps(span, self._touched)


def _standing(db: sqlite3.Connection, table: str, document: int) -> dict[str, int]:
    """Return, by each name of a remaining row, the row it was merged into (or itself), 0 if a person deleted it."""
    column = "name" if table == "speaker" else "text"
    query = f"SELECT id, known_as, same_as, gone, {column} AS called FROM {table} WHERE document = ?"
    rows = {row["id"]: row for row in db.execute(query, (document,))}
    standing: dict[str, int] = {}
    for number, row in rows.items():
        at = number
        seen = {at}
        while rows[at]["same_as"] in rows and rows[at]["same_as"] not in seen:
            at = rows[at]["same_as"]
            seen.add(at)
        for name in (row["known_as"], row["called"]):
            if name:
                standing.setdefault(name, 0 if rows[at]["gone"] else at)
    return standing


def write_around(rows: Rows, analysis: Analysis) -> None:
    """Replace the analysis of a document with a newer one, preserving corrections made by people.

    Anything that overlaps corrected or deleted boilerplate, sessions or statements is left out; speakers and topics
    that were renamed, merged or deleted are recognised by the names given by the rules.
    """
    db, document = rows.db, rows.document
    noise_free, sessions_free, statements_free = (
        _Free(db, table, document) for table in ("noise", "session", "statement")
    )
    _forget(db, document)
    _write_frame(rows, analysis)
    for noise in analysis.noise:
        if noise_free.at(noise.span):
            rows.noise(noise)
    for session in analysis.sessions:
        if sessions_free.at(session.span):
            rows.session(session)
    topics = _standing(db, "topic", document)
    for topic in analysis.topics:
        if topic.text not in topics:
            rows.topic(topic)
    _write_speech_around(rows, analysis, statements_free)


def _write_speech_around(rows: Rows, analysis: Analysis, free: _Free) -> None:
    db, document = rows.db, rows.document
    left = [statement for statement in analysis.statements if free.at(statement.span)]
    heard = {statement.speaker for statement in left} | {statement.via for statement in left}
    standing = _standing(db, "speaker", document)
    taken = {row["number"] for row in db.execute("SELECT number FROM speaker WHERE document = ?", (document,))}
    found: dict[int, int] = {}
    for speaker in analysis.speakers:
        if speaker.name in standing:
            found[speaker.id] = standing[speaker.name]
        elif speaker.id in heard:
            number = speaker.id if speaker.id not in taken else max(taken) + 1
            taken.add(number)
            found[speaker.id] = rows.speaker(speaker._replace(id=number))
    for statement in left:
        if found[statement.speaker]:
            rows.statement(statement, found[statement.speaker], found.get(statement.via, 0))
