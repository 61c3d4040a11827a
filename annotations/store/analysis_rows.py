"""The rows of a document's analysis, read as values: articles, sessions, speakers, statements, topics, boilerplate."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.spans import Span


def span_of(row: Any) -> Span:
    """Return the span of a row."""
    return Span(row["start"], row["end"])


def _optional_span(row: Any, name: str) -> Span | None:
    """Return the span in two columns that begin with `name`, or None if they are empty."""
    start = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])


def noise_of(row: Any) -> Noise:
    """Return the boilerplate of a row."""
    return Noise(span_of(row), row["kind"], row["origin"])


def session_of(row: Any, number: int = 0) -> Session:
    """Return the session of a row under its number in order."""
    topics = tuple(filter(None, row["topics"].split("\n")))
    return Session(number, span_of(row), row["label"], _optional_span(row, "title"), row["kind"], topics, row["origin"])


def speaker_of(row: Any, mentions: Sequence[Span]) -> Speaker:
    """Return the speaker of a row."""
    return Speaker(
        row["number"], row["name"], row["kind"], row["role"], row["honorific"], tuple(mentions), row["affiliation"],
        row["gender"], row["origin"],
    )  # fmt: skip


def statement_of(row: Any, numbers: Mapping[int, int], relays: Mapping[int, int] | None = None) -> Statement:
    """Return the statement of a row. numbers: the speakers' numbers by the ids of their rows; relays: of those named."""
    return Statement(
        span_of(row), numbers[row["speaker"]], row["kind"], _optional_span(row, "cue"), row["confidence"], row["reason"],
        row["act"], (numbers if relays is None else relays).get(row["via"], 0), row["origin"],
    )  # fmt: skip


def topic_of(row: Any, places: Sequence[Span]) -> Topic:
    """Return the topic of a row."""
    return Topic(row["text"], tuple(places), row["origin"])


def article_of(row: Any, lines: Mapping[str, Sequence[Span]]) -> Article:
    """Return the article of a row. lines: its other lines, by kind."""
    return Article(
        span_of(row), _optional_span(row, "title"), tuple(lines.get("subtitle", ())), tuple(lines.get("dateline", ())),
        row["agency"], row["city"], row["date"], row["author"], row["day"], row["hijri"], row["check"],
        tuple(lines.get("subhead", ())),
    )  # fmt: skip


def _spans_by(rows: Iterable[Any]) -> dict[int, list[Span]]:
    """Return the spans of rows, grouped by their owner."""
    grouped: dict[int, list[Span]] = {}
    for row in rows:
        grouped.setdefault(row["owner"], []).append(span_of(row))
    return grouped


def mentions(db: sqlite3.Connection, document: int) -> dict[int, list[Span]]:
    """Return the mentions of a document's speakers, by the ids of their rows."""
    return _spans_by(
        db.execute(
            'SELECT speaker AS owner, start, "end" FROM mention JOIN speaker ON speaker.id = speaker '
            'WHERE document = ? ORDER BY start, "end"',
            (document,),
        )
    )


def occurrences(db: sqlite3.Connection, document: int) -> dict[int, list[Span]]:
    """Return the occurrences of a document's topics, by the ids of their rows."""
    return _spans_by(
        db.execute(
            'SELECT topic AS owner, start, "end" FROM topic_place JOIN topic ON topic.id = topic '
            'WHERE document = ? ORDER BY start, "end"',
            (document,),
        )
    )


def _articles(db: sqlite3.Connection, document: int) -> list[Article]:
    lines: dict[int, dict[str, list[Span]]] = {}
    for row in db.execute(
        'SELECT article, article_line.kind AS kind, article_line.start AS start, article_line."end" AS "end" '
        "FROM article_line JOIN article ON article.id = article WHERE document = ? ORDER BY article_line.id",
        (document,),
    ):
        lines.setdefault(row["article"], {}).setdefault(row["kind"], []).append(span_of(row))
    rows = db.execute("SELECT * FROM article WHERE document = ? ORDER BY start", (document,))
    return [article_of(row, lines.get(row["id"], {})) for row in rows]


def _sessions(db: sqlite3.Connection, document: int) -> list[Session]:
    rows = db.execute("SELECT * FROM session WHERE document = ? AND NOT gone ORDER BY start", (document,))
    return [session_of(row, number) for number, row in enumerate(rows, 1)]


def _speakers_and_statements(db: sqlite3.Connection, document: int) -> tuple[list[Speaker], list[Statement]]:
    places = mentions(db, document)
    rows = db.execute("SELECT * FROM speaker WHERE document = ? ORDER BY number", (document,)).fetchall()
    numbers = {row["id"]: row["number"] for row in rows}
    shown = {row["id"]: row["number"] for row in rows if not row["gone"]}  # a relay who was deleted is not named
    said = db.execute('SELECT * FROM statement WHERE document = ? AND NOT gone ORDER BY start, "end", id', (document,))
    return (
        [speaker_of(row, places.get(row["id"], ())) for row in rows if not row["gone"]],
        [statement_of(row, numbers, shown) for row in said],
    )


def _topics(db: sqlite3.Connection, document: int) -> list[Topic]:
    places = occurrences(db, document)
    rows = db.execute("SELECT * FROM topic WHERE document = ? AND NOT gone ORDER BY id", (document,))
    return [topic_of(row, places.get(row["id"], ())) for row in rows]


def _speech_within(
    db: sqlite3.Connection, document: int, within: Span
) -> tuple[tuple[Speaker, ...], tuple[Statement, ...]]:
    """Return the statements that begin in a stretch, and their speakers with their mentions there."""
    said = db.execute(
        'SELECT * FROM statement WHERE document = ? AND NOT gone AND start >= ? AND start < ? ORDER BY start, "end", id',
        (document, *within),
    ).fetchall()
    heard = {row["speaker"] for row in said} | {row["via"] for row in said if row["via"]}
    rows = [db.execute("SELECT * FROM speaker WHERE id = ?", (number,)).fetchone() for number in sorted(heard)]
    rows = sorted((row for row in rows if row is not None), key=lambda row: row["number"])
    query = 'SELECT start, "end" FROM mention WHERE speaker = ? AND start >= ? AND start < ? ORDER BY start, "end"'
    numbers = {row["id"]: row["number"] for row in rows}
    shown = {row["id"]: row["number"] for row in rows if not row["gone"]}
    return (
        tuple(
            speaker_of(row, [span_of(one) for one in db.execute(query, (row["id"], *within))])
            for row in rows
            if not row["gone"]
        ),
        tuple(statement_of(row, numbers, shown) for row in said),
    )


def _topics_within(db: sqlite3.Connection, document: int, within: Span) -> tuple[Topic, ...]:
    query = 'SELECT start, "end" FROM topic_place WHERE topic = ? AND start >= ? AND start < ? ORDER BY start, "end"'
    rows = db.execute("SELECT * FROM topic WHERE document = ? AND NOT gone ORDER BY id", (document,)).fetchall()
    found = [(row, [span_of(one) for one in db.execute(query, (row["id"], *within))]) for row in rows]
    return tuple(topic_of(row, places) for row, places in found if places)


def analysis_within(db: sqlite3.Connection, document: int, within: Span, layout: Analysis) -> Analysis:
    """Return the analysis of one stretch of a document. layout: what `layout_rows.layout_near` gives for the stretch."""
    speakers, statements = _speech_within(db, document, within)
    return layout._replace(speakers=speakers, statements=statements, topics=_topics_within(db, document, within))


def analysis(db: sqlite3.Connection, document: int) -> Analysis:
    """Return a document's analysis: articles, sessions, speakers, statements, topics, boilerplate and separators."""
    noise = db.execute("SELECT * FROM noise WHERE document = ? AND NOT gone ORDER BY start", (document,))
    separators = db.execute("SELECT * FROM separator WHERE document = ? ORDER BY start", (document,))
    speakers, statements = _speakers_and_statements(db, document)
    return Analysis(
        tuple(map(noise_of, noise)),
        tuple(_articles(db, document)),
        tuple(_sessions(db, document)),
        tuple(speakers),
        tuple(statements),
        tuple(_topics(db, document)),
        tuple(map(span_of, separators)),
    )
