"""Reading the library: documents, texts, readings, tags and annotations. Nothing here writes."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from annotations.anchors import Anchor
from annotations.errors import UnknownDocument
from annotations.model import Annotation, Document, Place, Tag
from annotations.reading import Article, Noise, Reading, Session, Speaker, Statement, Topic
from annotations.spans import Span

_DOCUMENT = "id, name, path, title, direction, digest, length, added"


def _span(start: Any, end: Any) -> Span | None:
    return None if start is None else Span(start, end)


def documents(db: sqlite3.Connection) -> list[Document]:
    """Return the documents, the one opened last first."""
    rows = db.execute(
        f"SELECT {_DOCUMENT} FROM document LEFT JOIN place ON document.id = place.document ORDER BY opened DESC, id DESC"
    )
    return [Document(*row) for row in rows]


def document_by_digest(db: sqlite3.Connection, digest: str) -> Document | None:
    """Return the document made from the bytes with this SHA-256, or None."""
    row = db.execute(f"SELECT {_DOCUMENT} FROM document WHERE digest = ?", (digest,)).fetchone()
    return None if row is None else Document(*row)


def document_named(db: sqlite3.Connection, name: str) -> Document:
    """Return the document with this name, path or number, the latest where several have it. Raises UnknownDocument."""
    row = db.execute(
        f"SELECT {_DOCUMENT} FROM document WHERE name = ?1 OR path = ?1 OR CAST(id AS TEXT) = ?1 ORDER BY id DESC",
        (name,),
    ).fetchone()
    if row is None:
        raise UnknownDocument(name=name)
    return Document(*row)


def text(db: sqlite3.Connection, document: int) -> str:
    """Return the whole text of a document."""
    rows = db.execute("SELECT text FROM block WHERE document = ? ORDER BY number", (document,))
    return "".join([row[0] for row in rows])


def last_correction(db: sqlite3.Connection, document: int) -> int:
    """Return the id of the last act on the reading of a document, 0 where there is none."""
    query = "SELECT coalesce(max(id), 0) FROM act WHERE document = ? AND label LIKE 'correct:%'"
    return int(db.execute(query, (document,)).fetchone()[0])


def length(db: sqlite3.Connection, document: int) -> int:
    """Return the number of code points of a document's text, 0 where there is none."""
    row = db.execute("SELECT length FROM document WHERE id = ?", (document,)).fetchone()
    return 0 if row is None else int(row[0])


def place(db: sqlite3.Connection, document: int) -> Place:
    """Return where reading of the document stopped."""
    row = db.execute("SELECT top, cursor, folded FROM place WHERE document = ?", (document,)).fetchone()
    return Place() if row is None else Place(row[0], row[1], bool(row[2]))


def tags(db: sqlite3.Connection) -> list[Tag]:
    """Return the codebook: the tags with a slot first, in the order of their slots."""
    rows = db.execute(
        "SELECT id, slot, name_ar, name_en, color, description_ar, description_en FROM tag ORDER BY slot IS NULL, slot, id"
    )
    return [Tag(*row) for row in rows]


def annotations(db: sqlite3.Connection, document: int) -> list[Annotation]:
    """Return the annotations of a document in the order of its text."""
    given: dict[int, list[int]] = {}
    for annotation, tag in db.execute(
        "SELECT annotation, tag FROM annotation_tag JOIN annotation ON annotation.id = annotation "
        "WHERE document = ? ORDER BY tag",
        (document,),
    ):
        given.setdefault(annotation, []).append(tag)
    rows = db.execute(
        'SELECT annotation.id, start, "end", quote, prefix, suffix, note, coder.name, created, changed '
        'FROM annotation JOIN coder ON coder.id = coder WHERE document = ? ORDER BY start, "end", annotation.id',
        (document,),
    )
    return [
        Annotation(
            row[0], document, Anchor(Span(row[1], row[2]), row[3], row[4], row[5]),
            tuple(given.get(row[0], ())), row[6], row[7], row[8], row[9],
        )
        for row in rows
    ]  # fmt: skip


def _spans_by(rows: Iterable[Any]) -> dict[int, list[Span]]:
    grouped: dict[int, list[Span]] = {}
    for owner, start, end in rows:
        grouped.setdefault(owner, []).append(Span(start, end))
    return grouped


def _articles(db: sqlite3.Connection, document: int) -> list[Article]:
    lines: dict[tuple[int, str], list[Span]] = {}
    for owner, kind, start, end in db.execute(
        'SELECT article, article_line.kind, article_line.start, article_line."end" FROM article_line '
        "JOIN article ON article.id = article WHERE document = ? ORDER BY article_line.id",
        (document,),
    ):
        lines.setdefault((owner, kind), []).append(Span(start, end))
    rows = db.execute(
        'SELECT id, start, "end", title_start, title_end, agency, city, date, author, day, hijri, "check" FROM article '
        "WHERE document = ? ORDER BY start",
        (document,),
    )
    return [
        Article(
            Span(row[1], row[2]), _span(row[3], row[4]), tuple(lines.get((row[0], "subtitle"), ())),
            tuple(lines.get((row[0], "dateline"), ())), row[5], row[6], row[7], row[8], row[9], row[10], row[11],
            tuple(lines.get((row[0], "subhead"), ())),
        )
        for row in rows
    ]  # fmt: skip


def _sessions(db: sqlite3.Connection, document: int) -> list[Session]:
    rows = db.execute(
        'SELECT start, "end", label, title_start, title_end, kind, topics, origin FROM session '
        "WHERE document = ? AND NOT gone ORDER BY start",
        (document,),
    )
    return [
        Session(at, Span(r[0], r[1]), r[2], _span(r[3], r[4]), r[5], tuple(filter(None, r[6].split("\n"))), r[7])
        for at, r in enumerate(rows, 1)
    ]


def _speakers(db: sqlite3.Connection, document: int) -> list[Speaker]:
    mentions = _spans_by(
        db.execute(
            'SELECT speaker, start, "end" FROM mention JOIN speaker ON speaker.id = speaker '
            'WHERE document = ? ORDER BY start, "end"',
            (document,),
        )
    )
    rows = db.execute(
        "SELECT id, number, name, kind, role, honorific, affiliation, gender, origin FROM speaker "
        "WHERE document = ? AND NOT gone ORDER BY number",
        (document,),
    )
    return [Speaker(r[1], r[2], r[3], r[4], r[5], tuple(mentions.get(r[0], ())), r[6], r[7], r[8]) for r in rows]


def _statements(db: sqlite3.Connection, document: int) -> list[Statement]:
    rows = db.execute(
        'SELECT start, "end", speaker.number, statement.kind, cue_start, cue_end, confidence, reason, act, '
        "coalesce(relay.number, 0), statement.origin FROM statement JOIN speaker ON speaker.id = speaker "
        "LEFT JOIN speaker AS relay ON relay.id = via AND NOT relay.gone "
        'WHERE statement.document = ? AND NOT statement.gone ORDER BY start, "end", statement.id',
        (document,),
    )
    return [Statement(Span(r[0], r[1]), r[2], r[3], _span(r[4], r[5]), *r[6:11]) for r in rows]


def _topics(db: sqlite3.Connection, document: int) -> list[Topic]:
    places = _spans_by(
        db.execute(
            'SELECT topic, start, "end" FROM topic_place JOIN topic ON topic.id = topic '
            'WHERE document = ? ORDER BY start, "end"',
            (document,),
        )
    )
    rows = db.execute("SELECT id, text, origin FROM topic WHERE document = ? AND NOT gone ORDER BY id", (document,))
    return [Topic(r[1], tuple(places.get(r[0], ())), r[2]) for r in rows]


def reading(db: sqlite3.Connection, document: int) -> Reading:
    """Return what the library knows of a document's articles, sessions, speakers, statements, topics and noise."""
    noise = db.execute(
        'SELECT start, "end", kind, origin FROM noise WHERE document = ? AND NOT gone ORDER BY start', (document,)
    )
    separators = db.execute('SELECT start, "end" FROM separator WHERE document = ? ORDER BY start', (document,))
    return Reading(
        tuple(Noise(Span(r[0], r[1]), r[2], r[3]) for r in noise),
        tuple(_articles(db, document)),
        tuple(_sessions(db, document)),
        tuple(_speakers(db, document)),
        tuple(_statements(db, document)),
        tuple(_topics(db, document)),
        tuple(Span(r[0], r[1]) for r in separators),
    )
