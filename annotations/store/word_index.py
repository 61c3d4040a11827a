"""The library's word index: SQLite's FTS5 over folded paragraphs.

A paragraph's row in `words` (contentless, so the texts are not stored twice) has the id of its row in `paragraph`,
which gives its position.
"""

import sqlite3
from collections.abc import Sequence

from annotations.values.folding import fold_text
from annotations.values.model import DocumentParagraph
from annotations.values.spans import Span

MOST = 50


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the lines that are not blank."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def index_document(db: sqlite3.Connection, document: int) -> None:
    """Add the paragraphs of a document to the index, within a transaction already begun."""
    rows = db.execute("SELECT text FROM block WHERE document = ? ORDER BY number", (document,))
    index_stretch(db, document, 0, "".join([row["text"] for row in rows]))


def index_stretch(db: sqlite3.Connection, document: int, begin: int, text: str) -> None:
    """Add the paragraphs of a stretch of a document to the index. begin: where in the document `text` begins."""
    first = db.execute("SELECT coalesce(max(id), 0) + 1 AS first FROM paragraph").fetchone()["first"]
    spans = list(enumerate(_lines(text), first))
    db.executemany(
        'INSERT INTO paragraph (id, document, start, "end") VALUES (?, ?, ?, ?)',
        ((number, document, begin + start, begin + end) for number, (start, end) in spans),
    )
    db.executemany(
        "INSERT INTO words (rowid, folded) VALUES (?, ?)",
        ((number, fold_text(text[start:end])) for number, (start, end) in spans),
    )


def is_indexed(db: sqlite3.Connection, document: int, span: Span) -> bool:
    """Return whether a paragraph that begins in a stretch of a document is in the index."""
    query = "SELECT 1 FROM paragraph WHERE document = ? AND start >= ? AND start < ?"
    return db.execute(query, (document, *span)).fetchone() is not None


def match_expression(forms: Sequence[str], *, beginnings: bool = False) -> str:
    """Return the FTS5 expression matching any of the folded words or phrases, quoted so that none acts as an operator.

    beginnings: the last word of each may be the beginning of a longer one.
    """
    star = "*" if beginnings else ""
    return " OR ".join(f'"{form}"{star}' for form in (form.replace('"', " ").strip() for form in forms) if form)


def search(db: sqlite3.Connection, forms: Sequence[str], most: int = MOST) -> list[DocumentParagraph]:
    """Return the paragraphs that contain any of the given folded words or phrases, best match first (BM25)."""
    wanted = match_expression(forms)
    if not wanted:
        return []
    rows = db.execute(
        'SELECT document, start, "end" FROM '
        "(SELECT rowid AS number, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?) "
        "JOIN paragraph ON paragraph.id = number JOIN document ON document.id = document AND NOT gone ORDER BY rank, number",
        (wanted, most),
    )
    return [DocumentParagraph(row["document"], Span(row["start"], row["end"])) for row in rows]


def paragraphs_from(
    db: sqlite3.Connection, document: int, forms: Sequence[str], offset: int, most: int = MOST
) -> list[Span]:
    """Return the first paragraphs of a document from an offset on that hold a word beginning with one of the forms."""
    wanted = match_expression(forms, beginnings=True)
    if not wanted:
        return []
    rows = db.execute(
        'SELECT start, "end" FROM words JOIN paragraph ON paragraph.id = words.rowid WHERE words MATCH ?1 AND '
        "words.rowid >= coalesce((SELECT id FROM paragraph WHERE document = ?2 AND start <= ?3 ORDER BY start DESC LIMIT 1), 0) "
        'AND document = ?2 AND "end" > ?3 ORDER BY words.rowid LIMIT ?4',
        (wanted, document, offset, most),
    )
    return [Span(row["start"], row["end"]) for row in rows]


def documents(db: sqlite3.Connection, forms: Sequence[str], *, beginnings: bool = False) -> list[int]:
    """Return the documents that contain any of the given folded words or phrases, in the order they were added."""
    wanted = match_expression(forms, beginnings=beginnings)
    if not wanted:
        return []
    rows = db.execute(
        "SELECT DISTINCT document FROM words JOIN paragraph ON paragraph.id = words.rowid "
        "JOIN document ON document.id = document AND NOT gone WHERE words MATCH ? ORDER BY document",
        (wanted,),
    )
    return [row["document"] for row in rows]
