"""The data of the charts: how often each tag is applied, by speaker, session and month, and with which other tags."""

from collections import Counter
from typing import NamedTuple

from annotations.store.connection import Connection

BY_TAG, BY_SPEAKER, BY_SESSION, BY_MONTH, TOGETHER = KINDS = ("tag", "speaker", "session", "month", "together")
_MEETS = 'annotation.start < {other}."end" AND {other}.start < annotation."end"'


class Count(NamedTuple):
    """A cell of a chart: its row (a tag), its column (a name, a month, another tag; empty in a single row of bars).

    For a single document, a session's label is preceded by its number.
    """

    tag: int
    column: str
    times: int
    annotations: tuple[int, ...]


_QUERIES = {
    BY_TAG: "SELECT annotation_tag.tag, '', annotation.id FROM annotation JOIN annotation_tag ON annotation = annotation.id",
    BY_SPEAKER: (
        "SELECT DISTINCT annotation_tag.tag, coalesce(person.name, speaker.name), annotation.id "
        "FROM annotation JOIN annotation_tag ON annotation = annotation.id "
        f"JOIN statement ON statement.document = annotation.document AND {_MEETS.format(other='statement')} AND NOT statement.gone "
        "JOIN speaker ON speaker.id = statement.speaker "
        "LEFT JOIN person_speaker ON person_speaker.document = speaker.document AND person_speaker.speaker = speaker.number "
        "LEFT JOIN person ON person.id = person AND NOT person.gone"
    ),
    BY_SESSION: (
        "SELECT DISTINCT annotation_tag.tag, CASE WHEN :document THEN nth || '. ' || label ELSE label END, annotation.id "
        "FROM annotation JOIN annotation_tag ON annotation = annotation.id "
        "JOIN (SELECT *, row_number() OVER (PARTITION BY document ORDER BY start) AS nth FROM session WHERE NOT gone) AS sitting "
        f"ON sitting.document = annotation.document AND {_MEETS.format(other='sitting')}"
    ),
    BY_MONTH: (  # of the article, or of the document if the article has no date of its own
        "SELECT annotation_tag.tag, substr(coalesce((SELECT max(day) FROM article "
        f"WHERE article.document = annotation.document AND {_MEETS.format(other='article')} AND day != ''), dated.latest), 1, 7), "
        "annotation.id FROM annotation JOIN annotation_tag ON annotation = annotation.id "
        "JOIN (SELECT document, max(day) AS latest FROM article WHERE day != '' GROUP BY document) AS dated "
        "ON dated.document = annotation.document"
    ),
    TOGETHER: (
        "SELECT DISTINCT annotation_tag.tag, CAST(second.tag AS TEXT), annotation.id FROM annotation "
        "JOIN annotation_tag ON annotation_tag.annotation = annotation.id "
        f"JOIN annotation AS other ON other.document = annotation.document AND {_MEETS.format(other='other')} AND other.placed != 'lost' "
        "AND (:coder = '' OR other.coder = (SELECT id FROM coder WHERE name = :coder)) "
        "JOIN annotation_tag AS second ON second.annotation = other.id AND second.tag != annotation_tag.tag"
    ),
}  # fmt: skip


def counts(connection: Connection, kind: str, document: int = 0, coder: str = "") -> list[Count]:
    """Return the cells of a chart, for one document or all, and one coder or all. kind: one of KINDS.

    A passage that overlaps two statements counts for both; together: how many passages with one tag overlap one with
    another.
    """
    where = "annotation.placed != 'lost' AND (SELECT NOT gone FROM document WHERE id = annotation.document)"
    where += " AND annotation.document = :document" if document else ""
    where += " AND annotation.coder = (SELECT id FROM coder WHERE name = :coder)" if coder else ""
    with connection.wrapped():
        rows = connection.db.execute(
            f"{_QUERIES[kind]} WHERE {where}", {"document": document, "coder": coder}
        ).fetchall()
    found: dict[tuple[int, str], list[int]] = {}
    for tag, column, annotation in rows:
        found.setdefault((tag, column), []).append(annotation)
    cells = [Count(tag, column, len(numbers), tuple(numbers)) for (tag, column), numbers in found.items()]
    totals: Counter[int] = Counter()
    for cell in cells:
        totals[cell.tag] += cell.times
    return sorted(cells, key=lambda cell: (-totals[cell.tag], cell.tag, -cell.times, cell.column))
