"""Writing the analysis of one stretch of a large text: joined to what earlier stretches found, in short transactions.

A person's act waits no longer than one of them. A stretch is marked as analysed in the last; what a killed writer left of
one that is not is cleared first.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeVar

from annotations.store.analysis_rows import span_of
from annotations.store.analysis_writer import Rows, overlaps
from annotations.store.stretch_rows import add_stretch, analysed_to, begin_stretches
from annotations.store.transaction import transaction
from annotations.store.word_index import index_stretch, is_indexed
from annotations.values.analysis import Analysis, Article, Noise, Session, Statement
from annotations.values.spans import Span

_AT_ONCE = 400  # rows written in one transaction
_OWNED = {"mention": "speaker", "topic_place": "topic"}

T = TypeVar("T")
S = TypeVar("S", Noise, Session, Statement)


def write_stretch(db: sqlite3.Connection, document: int, span: Span, text: str, analysis: Analysis) -> bool:
    """Write the analysis of a stretch; return False, with nothing written, if the next one to be analysed is another.

    span: the stretch; text: its words; analysis: what was found in it, offsets counted from the document's beginning.
    What begins outside the span is left out. Speakers and topics are those of the same name in earlier stretches.
    """
    with transaction(db):
        if analysed_to(db, document) != span.start:
            return False
        _clear(db, document, span.start)
    frame: list[Noise | Session | Article | Span] = [
        *_free(db, "noise", document, span, analysis.noise),
        *_free(db, "session", document, span, analysis.sessions),
        *[one for one in analysis.articles if span.holds(one.span.start)],
        *[one for one in analysis.separators if span.holds(one.start)],
    ]
    said = _free(db, "statement", document, span, analysis.statements)
    for some in _batches(frame):
        with transaction(db):
            _write_frame(Rows(db, document), some)
    speakers = _write_speakers(db, document, span, analysis, said)
    _write_topics(db, document, span, analysis)
    for part in _batches(said):
        with transaction(db):
            _write_statements(Rows(db, document), part, speakers)
    with transaction(db):
        if not is_indexed(db, document, span):
            index_stretch(db, document, span.start, text)
        add_stretch(db, document, span)
    return True


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE))


def _free(db: sqlite3.Connection, table: str, document: int, span: Span, found: Sequence[S]) -> list[S]:
    """Return what begins in the span and overlaps nothing that a person corrected."""
    query = f'SELECT start, "end" FROM {table} WHERE document = ? AND start < ? AND "end" > ? AND origin = \'user\''
    touched = [span_of(row) for row in db.execute(query, (document, span.end, span.start))]
    return [one for one in found if span.holds(one.span.start) and not overlaps(one.span, touched)]


def _clear(db: sqlite3.Connection, document: int, start: int) -> None:
    """Delete what the rules found from an offset on: a writer was stopped there."""
    lines = "SELECT id FROM article WHERE document = ? AND start >= ?"
    db.execute(f"DELETE FROM article_line WHERE article IN ({lines})", (document, start))
    for table in ("article", "separator", "noise", "session", "statement"):
        db.execute(f"DELETE FROM {table} WHERE document = ? AND start >= ? AND origin = 'rule'", (document, start))
    for table, owner in _OWNED.items():
        owners = f"SELECT id FROM {owner} WHERE document = ?1"
        db.execute(f"DELETE FROM {table} WHERE {owner} IN ({owners}) AND start >= ?2", (document, start))


def clear_stretches(db: sqlite3.Connection, document: int) -> None:
    """Delete what the rules found in a document that is analysed by stretches; none of them is analysed then."""
    with transaction(db):
        _clear(db, document, 0)
        db.execute("DELETE FROM stretch WHERE document = ?", (document,))
        begin_stretches(db, document)


def _write_frame(rows: Rows, items: Sequence[Noise | Session | Article | Span]) -> None:
    for one in items:
        if isinstance(one, Noise):
            rows.noise(one)
        elif isinstance(one, Session):
            rows.session(one)
        elif isinstance(one, Article):
            rows.article(one)
        else:
            rows.separator(one)


def _named(db: sqlite3.Connection, table: str, document: int, name: str) -> int | None:
    """Return the row of the speaker or topic that the rules call so, or of the one it was merged into; None for none."""
    row = db.execute(
        f"SELECT id, same_as FROM {table} WHERE document = ? AND known_as = ? ORDER BY id LIMIT 1", (document, name)
    ).fetchone()
    seen = set[int]()
    while row is not None and row["same_as"] and row["id"] not in seen:
        seen.add(row["id"])
        row = db.execute(f"SELECT id, same_as FROM {table} WHERE id = ?", (row["same_as"],)).fetchone() or row
    return None if row is None else int(row["id"])


def _write_speakers(
    db: sqlite3.Connection, document: int, span: Span, analysis: Analysis, said: Sequence[Statement]
) -> dict[int, int]:
    """Write those who speak in a stretch, or their mentions if they are known; return their rows by number."""
    heard = {one.speaker for one in said} | {one.via for one in said}
    query = "SELECT coalesce(max(number), 0) AS last FROM speaker WHERE document = ?"
    last = int(db.execute(query, (document,)).fetchone()["last"])
    found: dict[int, int] = {}
    for some in _batches([one for one in analysis.speakers if one.id in heard]):
        with transaction(db):
            rows = Rows(db, document)
            for speaker in some:
                mentions = tuple(one for one in speaker.mentions if span.holds(one.start))
                row = _named(db, "speaker", document, speaker.name)
                if row is None:
                    last += 1
                    row = rows.speaker(speaker._replace(id=last, mentions=mentions))
                else:
                    rows.mentions(row, mentions)
                found[speaker.id] = row
    return found


def _write_topics(db: sqlite3.Connection, document: int, span: Span, analysis: Analysis) -> None:
    for some in _batches(analysis.topics):
        with transaction(db):
            rows = Rows(db, document)
            for topic in some:
                places = tuple(one for one in topic.places if span.holds(one.start))
                row = _named(db, "topic", document, topic.text)
                if places and row is None:
                    rows.topic(topic._replace(places=places))
                elif places and row is not None:
                    rows.places(row, places)


def _write_statements(rows: Rows, said: Sequence[Statement], speakers: dict[int, int]) -> None:
    for statement in said:
        rows.statement(statement, speakers[statement.speaker], speakers.get(statement.via, 0))
