"""Lists across the library: annotations and statements, filtered and sorted.

Annotations are returned as ids, since there may be a hundred thousand; a screen loads those it shows.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from annotations.store import queries
from annotations.store.connection import Connection
from annotations.values.folding import fold_text
from annotations.values.model import Annotation
from annotations.values.spans import Span

ORDERS = {
    "place": 'annotation.document, start, "end", placed, annotation.id',  # the order of its index
    "tag": '(SELECT min(tag) FROM annotation_tag WHERE annotation = annotation.id), annotation.document, start, "end", annotation.id',
    "coder": 'coder, annotation.document, start, "end", annotation.id',
    "newest": "changed DESC, annotation.id DESC",
}


GUESSED, LOST = PLACED = ("guessed", "lost")  # whose position in a corrected text is uncertain, or not found


class AnnotationFilter(NamedTuple):
    """Conditions on annotations; an empty field sets none.

    A document, any of some tags, a coder, a session (from 1), a speaker whose statement it overlaps, a project, a range
    of document dates (ISO), words in the quotation or note. placed: one of PLACED; without it, annotations that have
    no position are left out.
    """

    document: int = 0
    tags: frozenset[int] = frozenset()
    coder: str = ""
    session: int = 0
    speaker: str = ""
    project: str = ""
    since: str = ""
    until: str = ""
    words: str = ""
    placed: str = ""


class StatementFilter(NamedTuple):
    """Conditions on statements; an empty field sets none.

    A person, a speaker's name, a tag or topic that it overlaps, an agency, a range of dates (ISO), a kind (quotation,
    paraphrase, topic), a document.
    """

    person: int = 0
    speaker: str = ""
    tag: int = 0
    topic: str = ""
    agency: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    document: int = 0


class StatementRow(NamedTuple):
    """A statement of the library: its speaker, its document's title, its article's agency and day, and its text."""

    document: int
    span: Span
    speaker: str
    kind: str
    title: str
    agency: str
    day: str
    text: str


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


class Listing:
    """Queries across a library."""

    def __init__(self, connection: Connection) -> None:
        """Query through this connection."""
        self._connection = connection
        self._words: dict[int, tuple[str, str]] = {}
        self._folded_at = -1
        self._unfolded: list[int] = []

    def annotation_ids(self, wanted: AnnotationFilter, order: str = "place") -> list[int]:
        """Return the ids of the matching annotations, in one of ORDERS."""
        chosen = [text for name, text in _CONDITIONS.items() if getattr(wanted, name)]
        if wanted.tags:
            numbers = ", ".join(map(str, sorted(wanted.tags)))
            chosen.append(f"annotation.id IN (SELECT annotation FROM annotation_tag WHERE tag IN ({numbers}))")
        placed = f"placed = '{wanted.placed}'" if wanted.placed in PLACED else "placed != 'lost'"
        where = " AND ".join([*chosen, placed, "(SELECT NOT gone FROM document WHERE id = annotation.document)"])
        values = {name: getattr(wanted, name) for name in _CONDITIONS}
        query = f"SELECT id FROM annotation WHERE {where} ORDER BY {ORDERS[order]}"
        with self._connection.wrapped():
            found = [row[0] for row in self._connection.db.execute(query, values)]
        return self._with_words(found, wanted.words) if wanted.words.strip() else found

    def _with_words(self, numbers: list[int], words: str) -> list[int]:
        """Return the annotations whose quotation or note contains the words once folded; folded text is cached."""
        needle = fold_text(words)
        self.fold_words()
        return [number for number in numbers if needle in self._words[number][1]]

    def fold_words(self, most: int = -1) -> bool:
        """Fold the words of new or changed annotations, ahead of a search; return whether any are left.

        most: how many to fold in one call, so that other jobs need not wait; negative for all.
        """
        last = self._connection.read(queries.last_act)
        if last != self._folded_at:
            with self._connection.wrapped():
                rows = self._connection.db.execute("SELECT id, changed FROM annotation").fetchall()
            self._unfolded = [row[0] for row in rows if self._words.get(row[0], ("",))[0] != row[1]]
            self._folded_at = last
        now, self._unfolded = (self._unfolded, []) if most < 0 else (self._unfolded[:most], self._unfolded[most:])
        for at in range(0, len(now), 500):
            part = now[at : at + 500]
            query = f"SELECT id, changed, quote, note FROM annotation WHERE id IN ({', '.join('?' * len(part))})"
            with self._connection.wrapped():
                found = self._connection.db.execute(query, part).fetchall()
            self._words |= {row[0]: (row[1], fold_text(f"{row[2]} | {row[3]}")) for row in found}
        return bool(self._unfolded)

    def annotations(self, numbers: Iterable[int]) -> list[Annotation]:
        """Return annotations in the order of the given ids."""
        wanted = list(numbers)
        found = {a.id: a for a in self._connection.read(lambda db: queries.annotations_by_id(db, wanted))}
        return [found[number] for number in wanted if number in found]

    def statements(self, said: StatementFilter) -> list[StatementRow]:
        """Return the matching statements, ordered by document and position."""
        chosen = [text for name, text in _SAID.items() if getattr(said, name)]
        where = " AND ".join([*chosen, "NOT statement.gone", "NOT document.gone"])
        values: dict[str, Any] = {name: getattr(said, name) for name in _SAID}
        with self._connection.wrapped():
            rows = self._connection.db.execute(
                'SELECT statement.document, statement.start, statement."end", speaker.name, statement.kind, document.title, '
                f"{_TOLD.format(name='agency')}, {_TOLD.format(name='day')} FROM statement JOIN speaker ON speaker.id = statement.speaker "
                f"JOIN document ON document.id = statement.document LEFT JOIN article ON article.id = {_ARTICLE} "
                f"WHERE {where} ORDER BY statement.document, statement.start, statement.id",
                values,
            ).fetchall()
            return [
                StatementRow(r[0], Span(r[1], r[2]), r[3], r[4], r[5], r[6], r[7], queries.stretch(self._connection.db, r[0], r[1], r[2]))
                for r in rows
            ]  # fmt: skip

    def shelf(self) -> list[tuple[int, str, str, str, str, int, int, int, str]]:
        """Return for each document: id, title, project, agency, day, per cent read, annotations, if coded, memo."""
        query = (
            "SELECT document.id, title, project, coalesce((SELECT agency FROM article WHERE article.document = document.id "
            "AND agency != '' ORDER BY start LIMIT 1), ''), coalesce((SELECT max(day) FROM article WHERE article.document = document.id), ''), "
            'coalesce(CAST(round(100.0 * max("cursor", top) / max(1, length - 1)) AS INTEGER), 0), '
            "(SELECT count(*) FROM annotation WHERE annotation.document = document.id AND placed != 'lost'), coded, memo "
            "FROM document LEFT JOIN place ON place.document = document.id WHERE NOT gone ORDER BY document.id"
        )
        return self._connection.read(lambda db: [tuple(row) for row in db.execute(query)])

    def facts(self) -> dict[str, list[str]]:
        """Return the library's filter values: agencies, speakers and topics, the most frequent first, and projects."""
        asked = {
            "agency": "SELECT agency FROM article WHERE agency != '' GROUP BY agency ORDER BY count(*) DESC, agency",
            "topic": "SELECT text FROM topic JOIN topic_place ON topic = topic.id WHERE NOT gone GROUP BY text ORDER BY count(*) DESC, text",
            "speaker": "SELECT name FROM speaker WHERE NOT gone GROUP BY name ORDER BY count(*) DESC, name",
            "project": "SELECT DISTINCT project FROM document WHERE project != '' AND NOT gone ORDER BY project",
        }
        with self._connection.wrapped():
            return {name: [row[0] for row in self._connection.db.execute(query)] for name, query in asked.items()}
