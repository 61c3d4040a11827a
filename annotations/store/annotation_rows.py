"""The rows behind each act: what the store writes, within a transaction already begun."""

import os
import sqlite3
from collections.abc import Iterator
from typing import Any

from annotations.store.analysis_rows import Rows, insert, write_analysis
from annotations.store.history import fresh_id, now
from annotations.store.transaction import transaction
from annotations.store.word_index import index_document
from annotations.values.analysis import Analysis
from annotations.values.anchors import Anchor
from annotations.values.model import ReadingPlace
from annotations.values.spans import Span

BLOCK = 1 << 16  # code points: any position in a long text can be reached without reading all of it


def new_uid() -> str:
    """Return a new identifier, unique across libraries: 64 random bits, in hexadecimal."""
    return os.urandom(8).hex()


def coder_id(db: sqlite3.Connection, name: str) -> int:
    """Return the id of the coder with this name, adding the coder if new."""
    row = db.execute("SELECT id FROM coder WHERE name = ?", (name,)).fetchone()
    if row is not None:
        return int(row[0])
    db.execute("INSERT OR IGNORE INTO coder (name) VALUES (?)", (name,))
    return int(db.execute("SELECT id FROM coder WHERE name = ?", (name,)).fetchone()[0])


def blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the blocks in which a text is stored: start in code points, start in UTF-8 bytes, text."""
    byte_start = 0
    for start in range(0, len(text), BLOCK):
        part = text[start : start + BLOCK]
        yield start, byte_start, part
        byte_start += len(part.encode())


def add_document(db: sqlite3.Connection, text: str, analysis: Analysis, row: dict[str, Any]) -> int:
    """Write a document, its text, analysis and index, in one transaction, still hidden; return its id.

    Nothing is written if a document with its digest already exists.
    """
    with transaction(db):
        found = db.execute("SELECT id FROM document WHERE digest = ?", (row["digest"],)).fetchone()
        if found is not None:
            return int(found[0])
        document = insert(db, "document", {**row, "length": len(text), "added": now(), "gone": 1})
        for number, (start, byte_start, part) in enumerate(blocks(text)):
            place = {"document": document, "number": number, "start": start, "byte_start": byte_start}
            insert(db, "block", {**place, "text": part})
        write_analysis(Rows(db, document), analysis)
        index_document(db, document)
    return document


def keep_place(db: sqlite3.Connection, document: int, place: ReadingPlace) -> None:
    """Save the place where reading stopped."""
    db.execute(
        "INSERT INTO place (document, top, cursor, folded, opened) VALUES (?, ?, ?, ?, ?) ON CONFLICT (document) DO UPDATE "
        "SET top = excluded.top, cursor = excluded.cursor, folded = excluded.folded, opened = excluded.opened",
        (document, place.top, place.cursor, int(place.folded), now("microseconds")),
    )


def same_passage(db: sqlite3.Connection, document: int, span: Span, coder: int | str) -> int | None:
    """Return the id of an annotation of exactly this passage by a coder (id or name), or None if there is none."""
    whose = "coder = ?" if isinstance(coder, int) else "coder = (SELECT id FROM coder WHERE name = ?)"
    row = db.execute(
        f"SELECT id FROM annotation WHERE document = ? AND start = ? AND \"end\" = ? AND {whose} AND placed != 'lost'",
        (document, *span, coder),
    ).fetchone()
    return None if row is None else int(row[0])


def annotation_at(db: sqlite3.Connection, document: int, anchor: Anchor, coder: int) -> int:
    """Return the id of this coder's annotation of exactly this passage, creating it if there is none."""
    found = same_passage(db, document, anchor.span, coder)
    if found is not None:
        db.execute("UPDATE annotation SET changed = ? WHERE id = ?", (now(), found))
        return found
    values: dict[str, Any] = {
        "id": fresh_id(db, "annotation"),
        "document": document,
        "start": anchor.span.start,
        "end": anchor.span.end,
    }
    values |= {
        "uid": new_uid(),
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "note": "",
        "coder": coder,
    }
    moment = now()
    return insert(db, "annotation", {**values, "created": moment, "changed": moment})


def place_annotation(db: sqlite3.Connection, annotation: int, anchor: Anchor, placed: str = "") -> None:
    """Move an annotation within its document. placed: how certain the position is; empty if set by a person."""
    db.execute(
        'UPDATE annotation SET start = ?, "end" = ?, quote = ?, prefix = ?, suffix = ?, placed = ?, changed = ? WHERE id = ?',
        (*anchor.span, anchor.quote, anchor.prefix, anchor.suffix, placed, now(), annotation),
    )


def give_tag(db: sqlite3.Connection, annotation: int, tag: int) -> None:
    """Apply a tag to an annotation unless it already has it."""
    if (
        db.execute("SELECT 1 FROM annotation_tag WHERE annotation = ? AND tag = ?", (annotation, tag)).fetchone()
        is None
    ):
        insert(db, "annotation_tag", {"id": fresh_id(db, "annotation_tag"), "annotation": annotation, "tag": tag})


def take_tag(db: sqlite3.Connection, annotation: int, tag: int) -> None:
    """Remove a tag from an annotation."""
    db.execute("DELETE FROM annotation_tag WHERE annotation = ? AND tag = ?", (annotation, tag))
    db.execute("UPDATE annotation SET changed = ? WHERE id = ?", (now(), annotation))


def set_note(db: sqlite3.Connection, annotation: int, note: str) -> None:
    """Set the note of an annotation."""
    db.execute("UPDATE annotation SET note = ?, changed = ? WHERE id = ?", (note, now(), annotation))


def add_note(db: sqlite3.Connection, annotation: int, note: str) -> None:
    """Append `note` to an annotation's note, unless `note` is empty or the same."""
    old = db.execute("SELECT note FROM annotation WHERE id = ?", (annotation,)).fetchone()[0]
    if note not in (old, ""):
        set_note(db, annotation, f"{old}\n{note}" if old else note)


def remove(db: sqlite3.Connection, annotation: int) -> None:
    """Delete an annotation and its tags."""
    db.execute("DELETE FROM annotation_tag WHERE annotation = ?", (annotation,))
    db.execute("DELETE FROM annotation WHERE id = ?", (annotation,))
