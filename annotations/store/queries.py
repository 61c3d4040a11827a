"""Reading the library: documents, texts, analyses, tags and annotations. Nothing here writes."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from annotations.errors import UnknownDocument
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.anchors import Anchor
from annotations.values.localized import Localized
from annotations.values.model import Annotation, Document, ReadingPlace, Tag
from annotations.values.spans import Span

_DOCUMENT = "id, name, path, title, direction, digest, length, added, project, memo, follows, coded"
_TAG = "id, slot, color, parent, retired, uid, memo"


def optional_span(start: Any, end: Any) -> Span | None:
    """Return the span given by two columns, or None if they are empty."""
    return None if start is None else Span(start, end)


def _document(row: Any) -> Document:
    return Document(*row)._replace(coded=bool(row[11]))


def documents(db: sqlite3.Connection) -> list[Document]:
    """Return the documents, most recently opened first."""
    rows = db.execute(
        f"SELECT {_DOCUMENT} FROM document LEFT JOIN place ON document.id = place.document WHERE NOT gone "
        "ORDER BY opened DESC, id DESC"
    )
    return [_document(row) for row in rows]


def documents_at(db: sqlite3.Connection, path: str) -> list[Document]:
    """Return the documents that were read from this path."""
    rows = db.execute(f"SELECT {_DOCUMENT} FROM document WHERE path = ? AND NOT gone ORDER BY id", (path,))
    return [_document(row) for row in rows]


def document_by_digest(db: sqlite3.Connection, digest: str) -> Document | None:
    """Return the document made from the bytes with this SHA-256, or None."""
    row = db.execute(f"SELECT {_DOCUMENT} FROM document WHERE digest = ? AND NOT gone", (digest,)).fetchone()
    return None if row is None else _document(row)


def document_of(db: sqlite3.Connection, number: int) -> Document:
    """Return the document with this id, deleted or not. Raises UnknownDocument."""
    row = db.execute(f"SELECT {_DOCUMENT} FROM document WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UnknownDocument(name=number)
    return _document(row)


def version(db: sqlite3.Connection, number: int) -> Document:
    """Return a document, or, if it is hidden, the version shown in its place. Raises UnknownDocument."""
    shown = f"SELECT {_DOCUMENT} FROM document WHERE NOT gone AND id"
    row = db.execute(f"{shown} = ?", (number,)).fetchone()
    if row is None:  # the log is searched only for a hidden one
        pair = "SELECT json_extract(about, '$.{one}') FROM act WHERE label = 'documents:correct' AND json_extract(about, '$.{other}') = ?1"
        others = f"{pair.format(one='old', other='document')} UNION {pair.format(one='document', other='old')}"
        row = db.execute(f"{shown} IN ({others}) ORDER BY id DESC", (number,)).fetchone()
    return document_of(db, number) if row is None else _document(row)


def document_named(db: sqlite3.Connection, name: str) -> Document:
    """Return the document with this name, path or number, the latest if there are several. Raises UnknownDocument."""
    row = db.execute(
        f"SELECT {_DOCUMENT} FROM document WHERE (name = ?1 OR path = ?1 OR CAST(id AS TEXT) = ?1) AND NOT gone ORDER BY id DESC",
        (name,),
    ).fetchone()
    if row is None:
        raise UnknownDocument(name=name)
    return _document(row)


def stretch(db: sqlite3.Connection, document: int, start: int, end: int) -> str:
    """Return a part of a document's text, clipped to the text, reading only the blocks that contain it."""
    low = max(0, start)
    rows = db.execute(
        "SELECT start, text FROM block WHERE document = ?1 AND start < ?3 AND start + length(text) > ?2 ORDER BY number",
        (document, low, end),
    ).fetchall()
    if not rows:
        return ""
    base = rows[0][0]
    return "".join([row[1] for row in rows])[low - base : end - base]


def text(db: sqlite3.Connection, document: int) -> str:
    """Return the whole text of a document."""
    rows = db.execute("SELECT text FROM block WHERE document = ? ORDER BY number", (document,))
    return "".join([row[0] for row in rows])


def last_act(db: sqlite3.Connection) -> int:
    """Return the id of the last row of the log, or 0 if there is none."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM act").fetchone()[0])


def last_correction(db: sqlite3.Connection, document: int) -> int:
    """Return the id of the last act that may have changed a document's analysis, or 0 if there is none."""
    query = (
        "SELECT coalesce(max(id), 0) FROM act WHERE (document = ? AND label LIKE 'correct:%') "
        "OR label IN ('merge', 'decide', 'documents:correct')"
    )
    return int(db.execute(query, (document,)).fetchone()[0])


def length(db: sqlite3.Connection, document: int) -> int:
    """Return the length of a document's text in code points, or 0 if there is no such document."""
    row = db.execute("SELECT length FROM document WHERE id = ?", (document,)).fetchone()
    return 0 if row is None else int(row[0])


def place(db: sqlite3.Connection, document: int) -> ReadingPlace:
    """Return the place where reading of the document stopped."""
    row = db.execute("SELECT top, cursor, folded FROM place WHERE document = ?", (document,)).fetchone()
    return ReadingPlace() if row is None else ReadingPlace(row[0], row[1], bool(row[2]))


def _tag_words(db: sqlite3.Connection, column: str) -> dict[int, Localized]:
    """Return the words by language of every tag; SQLite takes them apart, since importing json would delay the first page."""
    found: dict[int, dict[str, str]] = {}
    for tag, language, words in db.execute(
        f"SELECT tag.id, key, value FROM tag, json_each(tag.{column}) WHERE NOT gone"
    ):
        found.setdefault(tag, {})[language] = words
    return {tag: Localized.of(words) for tag, words in found.items()}


def tags(db: sqlite3.Connection) -> list[Tag]:
    """Return the codebook: the tags with a slot first, in the order of their slots."""
    names, descriptions = _tag_words(db, "name"), _tag_words(db, "description")
    rows = db.execute(f"SELECT {_TAG} FROM tag WHERE NOT gone ORDER BY slot IS NULL, slot, id")
    return [
        Tag(
            row["id"], row["slot"], names.get(row["id"], Localized()), row["color"], descriptions.get(row["id"], Localized()),
            row["parent"], bool(row["retired"]), row["uid"], row["memo"],
        )
        for row in rows
    ]  # fmt: skip


def coders(db: sqlite3.Connection) -> list[str]:
    """Return the names of all who have annotated or coded anything."""
    rows = db.execute(
        "SELECT name FROM coder WHERE id IN (SELECT coder FROM annotation UNION SELECT coder FROM coding) ORDER BY name"
    )
    return [row[0] for row in rows]


_ANNOTATION = (
    'annotation.id, document, start, "end", quote, prefix, suffix, note, coder.name, created, changed, placed, uid'
)


def annotations_where(db: sqlite3.Connection, where: str, values: Iterable[Any]) -> list[Annotation]:
    """Return the annotations that satisfy a trusted SQL condition, in text order."""
    values = tuple(values)
    given: dict[int, list[int]] = {}
    for annotation, tag in db.execute(
        "SELECT annotation, tag FROM annotation_tag JOIN annotation ON annotation.id = annotation "
        f"WHERE {where} ORDER BY tag",
        values,
    ):
        given.setdefault(annotation, []).append(tag)
    rows = db.execute(
        f"SELECT {_ANNOTATION} FROM annotation JOIN coder ON coder.id = coder WHERE {where} "
        'ORDER BY start, "end", annotation.id',
        values,
    )
    return [
        Annotation(
            row[0],
            row[1],
            Anchor(Span(row[2], row[3]), row[4], row[5], row[6]),
            tuple(given.get(row[0], ())),
            *row[7:13],
        )
        for row in rows
    ]


def annotations(db: sqlite3.Connection, document: int) -> list[Annotation]:
    """Return the annotations of a document in text order, leaving out those without a position in it."""
    return annotations_where(db, "document = ? AND placed != 'lost'", (document,))


def orphans(db: sqlite3.Connection, document: int) -> list[Annotation]:
    """Return the annotations whose quotation no longer occurs in the document's corrected text."""
    return annotations_where(db, "document = ? AND placed = 'lost'", (document,))


def annotations_by_id(db: sqlite3.Connection, numbers: Iterable[int]) -> list[Annotation]:
    """Return those annotations with these ids that exist, querying up to 500 ids at a time."""
    wanted = list(numbers)
    found: list[Annotation] = []
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        found += annotations_where(db, f"annotation.id IN ({', '.join('?' * len(part))})", part)
    return found


def spans_by(rows: Iterable[Any]) -> dict[int, list[Span]]:
    """Return the spans of rows (owner, start, end), grouped by owner."""
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
            Span(row[1], row[2]), optional_span(row[3], row[4]), tuple(lines.get((row[0], "subtitle"), ())),
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
        Session(
            at, Span(r[0], r[1]), r[2], optional_span(r[3], r[4]), r[5], tuple(filter(None, r[6].split("\n"))), r[7]
        )
        for at, r in enumerate(rows, 1)
    ]


def _speakers(db: sqlite3.Connection, document: int) -> list[Speaker]:
    mentions = spans_by(
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
    return [Statement(Span(r[0], r[1]), r[2], r[3], optional_span(r[4], r[5]), *r[6:11]) for r in rows]


def _topics(db: sqlite3.Connection, document: int) -> list[Topic]:
    places = spans_by(
        db.execute(
            'SELECT topic, start, "end" FROM topic_place JOIN topic ON topic.id = topic '
            'WHERE document = ? ORDER BY start, "end"',
            (document,),
        )
    )
    rows = db.execute("SELECT id, text, origin FROM topic WHERE document = ? AND NOT gone ORDER BY id", (document,))
    return [Topic(r[1], tuple(places.get(r[0], ())), r[2]) for r in rows]


def analysis(db: sqlite3.Connection, document: int) -> Analysis:
    """Return a document's analysis: articles, sessions, speakers, statements, topics, boilerplate and separators."""
    noise = db.execute(
        'SELECT start, "end", kind, origin FROM noise WHERE document = ? AND NOT gone ORDER BY start', (document,)
    )
    separators = db.execute('SELECT start, "end" FROM separator WHERE document = ? ORDER BY start', (document,))
    return Analysis(
        tuple(Noise(Span(r[0], r[1]), r[2], r[3]) for r in noise),
        tuple(_articles(db, document)),
        tuple(_sessions(db, document)),
        tuple(_speakers(db, document)),
        tuple(_statements(db, document)),
        tuple(_topics(db, document)),
        tuple(Span(r[0], r[1]) for r in separators),
    )
