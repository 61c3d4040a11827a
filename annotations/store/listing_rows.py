"""Lists across the library: annotations, statements and documents, filtered and sorted."""

import sqlite3
from typing import Any, NamedTuple

from annotations.store.analysis_rows import span_of
from annotations.store.document_rows import stretch
from annotations.values.filters import PLACED, AnnotationFilter, DocumentRow, StatementFilter, StatementRow

_ORDERS = {
    "place": 'annotation.document, start, "end", placed, annotation.id',  # the order of its index
    "tag": '(SELECT min(tag) FROM annotation_tag WHERE annotation = annotation.id), annotation.document, start, "end", annotation.id',
    "coder": 'coder, annotation.document, start, "end", annotation.id',
    "newest": "changed DESC, annotation.id DESC",
}
_MEETS = '{a}.start < {b}."end" AND {b}.start < {a}."end"'
_IN_STATEMENT = (
    "EXISTS (SELECT 1 FROM statement JOIN speaker ON speaker.id = statement.speaker "
    f"WHERE statement.document = annotation.document AND {_MEETS.format(a='statement', b='annotation')} "
    "AND NOT statement.gone AND speaker.name = :speaker)"
)
_IN_SESSION = (
    'EXISTS (SELECT 1 FROM (SELECT start, "end", row_number() OVER (ORDER BY start) AS nth FROM session '
    "WHERE session.document = annotation.document AND NOT gone) AS sitting "
    f"WHERE nth = :session AND {_MEETS.format(a='sitting', b='annotation')})"
)
_DAY = "(SELECT max(day) FROM article WHERE article.document = {table}.document)"
_CONDITIONS = {
    "document": "annotation.document = :document",
    "coder": "coder = (SELECT id FROM coder WHERE name = :coder)",
    "session": _IN_SESSION,
    "speaker": _IN_STATEMENT,
    "project": "annotation.document IN (SELECT id FROM document WHERE project = :project)",
    "since": f"{_DAY.format(table='annotation')} >= :since",
    "until": f"{_DAY.format(table='annotation')} <= :until",
}
# the value from the statement's article, or else from another article of its document
_TOLD = (
    "coalesce(nullif(article.{name}, ''), (SELECT max(other.{name}) FROM article AS other "
    "WHERE other.document = statement.document), '')"
)
_SAID = {
    "person": "statement.document || '-' || speaker.number IN "
    "(SELECT document || '-' || speaker FROM person_speaker WHERE person = :person)",
    "speaker": "speaker.name = :speaker",
    "tag": "EXISTS (SELECT 1 FROM annotation JOIN annotation_tag ON annotation = annotation.id AND tag = :tag "
    f"WHERE annotation.document = statement.document AND {_MEETS.format(a='annotation', b='statement')})",
    "topic": "EXISTS (SELECT 1 FROM topic JOIN topic_place ON topic = topic.id AND topic.text = :topic "
    f"WHERE topic.document = statement.document AND NOT topic.gone AND {_MEETS.format(a='topic_place', b='statement')})",
    "agency": f"{_TOLD.format(name='agency')} = :agency",
    "since": f"{_TOLD.format(name='day')} >= :since",
    "until": f"{_TOLD.format(name='day')} <= :until",
    "kind": "statement.kind = :kind",
    "document": "statement.document = :document",
}
_ARTICLE = (
    "(SELECT id FROM article WHERE article.document = statement.document AND article.start <= statement.start "
    "ORDER BY article.start DESC LIMIT 1)"
)
_FACTS = {
    "agency": "SELECT agency AS value FROM article WHERE agency != '' GROUP BY agency ORDER BY count(*) DESC, agency",
    "topic": "SELECT text AS value FROM topic JOIN topic_place ON topic = topic.id WHERE NOT gone GROUP BY text ORDER BY count(*) DESC, text",
    "speaker": "SELECT name AS value FROM speaker WHERE NOT gone GROUP BY name ORDER BY count(*) DESC, name",
    "project": "SELECT DISTINCT project AS value FROM document WHERE project != '' AND NOT gone ORDER BY project",
}


def annotation_ids(db: sqlite3.Connection, wanted: AnnotationFilter, order: str = "place") -> list[int]:
    """Return the ids of the annotations that match, except in their words, in one of the orders of the filters."""
    chosen = [text for name, text in _CONDITIONS.items() if getattr(wanted, name)]
    if wanted.tags:
        numbers = ", ".join(map(str, sorted(wanted.tags)))
        chosen.append(f"annotation.id IN (SELECT annotation FROM annotation_tag WHERE tag IN ({numbers}))")
    placed = f"placed = '{wanted.placed}'" if wanted.placed in PLACED else "placed != 'lost'"
    where = " AND ".join([*chosen, placed, "(SELECT NOT gone FROM document WHERE id = annotation.document)"])
    values = {name: getattr(wanted, name) for name in _CONDITIONS}
    rows = db.execute(f"SELECT id FROM annotation WHERE {where} ORDER BY {_ORDERS[order]}", values)
    return [row["id"] for row in rows]


class AnnotationWords(NamedTuple):
    """The words of an annotation, and when it was changed last."""

    id: int
    changed: str
    quote: str
    note: str


def annotation_changes(db: sqlite3.Connection) -> list[tuple[int, str]]:
    """Return the ids of all annotations, each with the time of its last change."""
    return [(row["id"], row["changed"]) for row in db.execute("SELECT id, changed FROM annotation")]


def annotation_words(db: sqlite3.Connection, numbers: list[int]) -> list[AnnotationWords]:
    """Return the words of some annotations, at most 500."""
    marks = ", ".join("?" * len(numbers))
    rows = db.execute(f"SELECT id, changed, quote, note FROM annotation WHERE id IN ({marks})", numbers)
    return [AnnotationWords(row["id"], row["changed"], row["quote"], row["note"]) for row in rows]


def statements(db: sqlite3.Connection, said: StatementFilter) -> list[StatementRow]:
    """Return the matching statements, ordered by document and position."""
    chosen = [text for name, text in _SAID.items() if getattr(said, name)]
    where = " AND ".join([*chosen, "NOT statement.gone", "NOT document.gone"])
    values: dict[str, Any] = {name: getattr(said, name) for name in _SAID}
    rows = db.execute(
        'SELECT statement.document AS document, statement.start AS start, statement."end" AS "end", speaker.name AS name, '
        "statement.kind AS kind, document.title AS title, "
        f"{_TOLD.format(name='agency')} AS agency, {_TOLD.format(name='day')} AS day "
        "FROM statement JOIN speaker ON speaker.id = statement.speaker "
        f"JOIN document ON document.id = statement.document LEFT JOIN article ON article.id = {_ARTICLE} "
        f"WHERE {where} ORDER BY statement.document, statement.start, statement.id",
        values,
    ).fetchall()
    return [
        StatementRow(
            row["document"], span_of(row), row["name"], row["kind"], row["title"], row["agency"], row["day"],
            stretch(db, row["document"], row["start"], row["end"]),
        )
        for row in rows
    ]  # fmt: skip


def document_list(db: sqlite3.Connection) -> list[DocumentRow]:
    """Return the documents as a list shows them, in the order they were added."""
    rows = db.execute(
        "SELECT document.id AS id, title, project, coalesce((SELECT agency FROM article WHERE article.document = document.id "
        "AND agency != '' ORDER BY start LIMIT 1), '') AS agency, "
        "coalesce((SELECT max(day) FROM article WHERE article.document = document.id), '') AS day, "
        'coalesce(CAST(round(100.0 * max("cursor", top) / max(1, length - 1)) AS INTEGER), 0) AS progress, '
        "(SELECT count(*) FROM annotation WHERE annotation.document = document.id AND placed != 'lost') AS annotations, "
        "coded, memo FROM document LEFT JOIN place ON place.document = document.id WHERE NOT gone ORDER BY document.id"
    )
    return [
        DocumentRow(
            row["id"], row["title"], row["project"], row["agency"], row["day"], row["progress"], row["annotations"],
            bool(row["coded"]), row["memo"],
        )
        for row in rows
    ]  # fmt: skip


def facts(db: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the library's filter values: agencies, speakers and topics, the most frequent first, and projects."""
    return {name: [row["value"] for row in db.execute(query)] for name, query in _FACTS.items()}
