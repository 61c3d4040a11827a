"""The part of an analysis that lays a page out, read around a place: boilerplate, article lines, sessions, separators."""

import sqlite3
from collections.abc import Callable

from annotations.store.analysis_rows import article_of, noise_of, session_of, span_of
from annotations.values.analysis import Analysis
from annotations.values.spans import Span

_FROM = "coalesce((SELECT max(start) FROM {table} WHERE document = ?1 AND start <= ?2 {kept}), ?2)"
_NEAR = 'SELECT * FROM {table} WHERE document = ?1 {kept} AND start >= {first} AND start < ?3 ORDER BY start, "end"'


_DELETABLE = ("noise", "session")


def _near(db: sqlite3.Connection, table: str, document: int, low: int, high: int) -> list[sqlite3.Row]:
    """Return the rows that begin in `low:high`, and the last that begins before it; each query is a look at an index."""
    kept = "AND NOT gone" if table in _DELETABLE else ""
    query = _NEAR.format(table=table, kept=kept, first=_FROM.format(table=table, kept=kept))
    return db.execute(query, (document, low, high)).fetchall()


def layout_near(
    db: sqlite3.Connection, document: int, low: int, high: int, before: Callable[[int], int] | None = None
) -> Analysis:
    """Return the layout of a stretch of a document in code points; what begins before it may be incomplete.

    before: returns the number of sessions that begin before an offset, where that is known better than by counting.
    """
    sessions = _near(db, "session", document, low, high)
    number = 0
    if sessions:
        start = sessions[0]["start"]
        number = before(start) if before is not None else sessions_between(db, document, 0, start)
    articles = []
    for row in _near(db, "article", document, low, high):
        lines: dict[str, list[Span]] = {}
        query = (
            'SELECT kind, start, "end" FROM article_line WHERE article = ? AND start >= ? AND start < ? ORDER BY start'
        )
        for line in db.execute(query, (row["id"], low, high)):
            lines.setdefault(line["kind"], []).append(span_of(line))
        articles.append(article_of(row, lines))
    return Analysis(
        noise=tuple(map(noise_of, _near(db, "noise", document, low, high))),
        articles=tuple(articles),
        sessions=tuple(session_of(row, at) for at, row in enumerate(sessions, number + 1)),
        separators=tuple(map(span_of, _near(db, "separator", document, low, high))),
    )


def sessions_between(db: sqlite3.Connection, document: int, low: int, high: int) -> int:
    """Return the number of sessions that begin in `low:high`."""
    query = "SELECT count(*) AS n FROM session WHERE document = ? AND start >= ? AND start < ? AND NOT gone"
    return int(db.execute(query, (document, low, high)).fetchone()["n"])


def session_count(db: sqlite3.Connection, document: int) -> int:
    """Return the number of a document's sessions."""
    return int(
        db.execute("SELECT count(*) AS n FROM session WHERE document = ? AND NOT gone", (document,)).fetchone()["n"]
    )


def bodies_before(db: sqlite3.Connection, document: int, number: int, act: int) -> int | None:
    """Return how many body paragraphs begin before a block of the text, or None if that was not counted since `act`.

    act: the last act that changed the document's analysis.
    """
    query = "SELECT bodies FROM body_count WHERE document = ? AND number = ? AND act = ?"
    row = db.execute(query, (document, number, act)).fetchone()
    return None if row is None else int(row["bodies"])


def keep_bodies(db: sqlite3.Connection, document: int, act: int, counts: list[int]) -> None:
    """Store how many body paragraphs begin before each block of a document's text."""
    db.executemany(
        "INSERT OR REPLACE INTO body_count (document, number, bodies, act) VALUES (?, ?, ?, ?)",
        [(document, number, bodies, act) for number, bodies in enumerate(counts)],
    )
