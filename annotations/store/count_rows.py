"""The rows that the charts count: tagged passages, and what they may lie in."""

import sqlite3
from typing import Any, NamedTuple

from annotations.store.analysis_rows import span_of
from annotations.values.spans import Span


class TaggedPassage(NamedTuple):
    """An annotation with its place and one of its tags."""

    annotation: int
    document: int
    span: Span
    tag: int


class NamedSpan(NamedTuple):
    """A part of a document with what the charts call it: a speaker's name, a session's label, a day."""

    document: int
    span: Span
    name: str


_SHOWN = "(SELECT NOT gone FROM document WHERE id = {table}.document)"


def tagged_passages(db: sqlite3.Connection, document: int = 0, coder: str = "") -> list[TaggedPassage]:
    """Return every tag of every annotation that has a position, of one document or all, of one coder or all."""
    where = f"annotation.placed != 'lost' AND {_SHOWN.format(table='annotation')}"
    where += " AND annotation.document = :document" if document else ""
    where += " AND annotation.coder = (SELECT id FROM coder WHERE name = :coder)" if coder else ""
    rows = db.execute(
        'SELECT annotation.id AS annotation, document, start, "end", tag FROM annotation '
        f"JOIN annotation_tag ON annotation = annotation.id WHERE {where} ORDER BY document, start",
        {"document": document, "coder": coder},
    )
    return [TaggedPassage(row["annotation"], row["document"], span_of(row), row["tag"]) for row in rows]


def _named(db: sqlite3.Connection, query: str, document: int) -> list[NamedSpan]:
    rows: Any = db.execute(query, {"document": document})
    return [NamedSpan(row["document"], span_of(row), row["name"]) for row in rows]


def statement_names(db: sqlite3.Connection, document: int = 0) -> list[NamedSpan]:
    """Return the statements with the names of their speakers, or of the persons these were identified with."""
    return _named(
        db,
        'SELECT statement.document AS document, start, "end", coalesce(person.name, speaker.name) AS name FROM statement '
        "JOIN speaker ON speaker.id = statement.speaker "
        "LEFT JOIN person_speaker ON person_speaker.document = speaker.document AND person_speaker.speaker = speaker.number "
        "LEFT JOIN person ON person.id = person AND NOT person.gone "
        "WHERE (:document = 0 OR statement.document = :document) AND NOT statement.gone "
        "ORDER BY statement.document, start",
        document,
    )


def session_names(db: sqlite3.Connection, document: int = 0) -> list[NamedSpan]:
    """Return the sessions with their labels, after their number in order where one document is asked for."""
    return _named(
        db,
        'SELECT document, start, "end", CASE WHEN :document THEN '
        "row_number() OVER (PARTITION BY document ORDER BY start) || '. ' || label ELSE label END AS name "
        "FROM session WHERE (:document = 0 OR document = :document) AND NOT gone ORDER BY document, start",
        document,
    )


def article_days(db: sqlite3.Connection, document: int = 0) -> list[NamedSpan]:
    """Return the articles that have a day, with it in ISO 8601."""
    return _named(
        db,
        'SELECT document, start, "end", day AS name FROM article '
        "WHERE (:document = 0 OR document = :document) AND day != '' ORDER BY document, start",
        document,
    )
