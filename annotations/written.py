"""The rows behind each act: what the store writes, inside the transaction it has begun."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from annotations.anchors import Anchor
from annotations.history import fresh_id, now
from annotations.kept import Rows, insert, write_reading
from annotations.model import Place
from annotations.reading import Reading
from annotations.transaction import transaction

BLOCK = 1 << 16  # code points: a place in a long text is reached without reading it all


def coder_id(db: sqlite3.Connection, name: str) -> int:
    """Return the id of the coder of this name, added where new."""
    row = db.execute("SELECT id FROM coder WHERE name = ?", (name,)).fetchone()
    if row is not None:
        return int(row[0])
    db.execute("INSERT OR IGNORE INTO coder (name) VALUES (?)", (name,))
    return int(db.execute("SELECT id FROM coder WHERE name = ?", (name,)).fetchone()[0])


def blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the parts in which a text is kept: start in code points, start in UTF-8 bytes, text."""
    byte_start = 0
    for start in range(0, len(text), BLOCK):
        part = text[start : start + BLOCK]
        yield start, byte_start, part
        byte_start += len(part.encode())


def add_document(db: sqlite3.Connection, text: str, reading: Reading, row: dict[str, Any]) -> None:
    """Write a document, its text and its reading, in one transaction; nothing where its digest is there already."""
    with transaction(db):
        if db.execute("SELECT 1 FROM document WHERE digest = ?", (row["digest"],)).fetchone() is None:
            document = insert(db, "document", {**row, "length": len(text), "added": now()})
            for number, (start, byte_start, part) in enumerate(blocks(text)):
                values = {
                    "document": document,
                    "number": number,
                    "start": start,
                    "byte_start": byte_start,
                    "text": part,
                }
                insert(db, "block", values)
            write_reading(Rows(db, document), reading)


def keep_place(db: sqlite3.Connection, document: int, place: Place) -> None:
    """Write where reading stopped."""
    db.execute(
        "INSERT INTO place (document, top, cursor, folded, opened) VALUES (?, ?, ?, ?, ?) ON CONFLICT (document) DO UPDATE "
        "SET top = excluded.top, cursor = excluded.cursor, folded = excluded.folded, opened = excluded.opened",
        (document, place.top, place.cursor, int(place.folded), now("microseconds")),
    )


def annotation_at(db: sqlite3.Connection, document: int, anchor: Anchor, coder: int) -> int:
    """Return the id of this coder's annotation of that very passage, made where there is none."""
    row = db.execute(
        'SELECT id FROM annotation WHERE document = ? AND start = ? AND "end" = ? AND coder = ?',
        (document, anchor.span.start, anchor.span.end, coder),
    ).fetchone()
    if row is not None:
        db.execute("UPDATE annotation SET changed = ? WHERE id = ?", (now(), row[0]))
        return int(row[0])
    values: dict[str, Any] = {
        "id": fresh_id(db, "annotation"),
        "document": document,
        "start": anchor.span.start,
        "end": anchor.span.end,
    }
    values |= {"quote": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix, "note": "", "coder": coder}
    moment = now()
    return insert(db, "annotation", {**values, "created": moment, "changed": moment})


def give_tag(db: sqlite3.Connection, annotation: int, tag: int) -> None:
    """Give an annotation a tag that it may already have."""
    if (
        db.execute("SELECT 1 FROM annotation_tag WHERE annotation = ? AND tag = ?", (annotation, tag)).fetchone()
        is None
    ):
        insert(db, "annotation_tag", {"id": fresh_id(db, "annotation_tag"), "annotation": annotation, "tag": tag})


def take_tag(db: sqlite3.Connection, annotation: int, tag: int) -> None:
    """Take a tag off an annotation."""
    db.execute("DELETE FROM annotation_tag WHERE annotation = ? AND tag = ?", (annotation, tag))
    db.execute("UPDATE annotation SET changed = ? WHERE id = ?", (now(), annotation))


def set_note(db: sqlite3.Connection, annotation: int, note: str) -> None:
    """Set the note of an annotation."""
    db.execute("UPDATE annotation SET note = ?, changed = ? WHERE id = ?", (note, now(), annotation))


def add_note(db: sqlite3.Connection, annotation: int, note: str) -> None:
    """Add a note to what an annotation's note says already."""
    old = db.execute("SELECT note FROM annotation WHERE id = ?", (annotation,)).fetchone()[0]
    if note not in (old, ""):
        set_note(db, annotation, f"{old}\n{note}" if old else note)


def remove(db: sqlite3.Connection, annotation: int) -> None:
    """Remove an annotation and its tags."""
    db.execute("DELETE FROM annotation_tag WHERE annotation = ?", (annotation,))
    db.execute("DELETE FROM annotation WHERE id = ?", (annotation,))


def new_tag(db: sqlite3.Connection, name: str, language: str) -> int:
    """Add a tag named in one language, in the first free slot of nine, with the next colour."""
    taken = {row[0] for row in db.execute("SELECT slot FROM tag WHERE slot IS NOT NULL")}
    slot = next((n for n in range(1, 10) if n not in taken), None)
    number = fresh_id(db, "tag")
    names = {"name_ar": name, "name_en": ""} if language == "ar" else {"name_ar": "", "name_en": name}
    return insert(
        db,
        "tag",
        {
            "id": number,
            "slot": slot,
            **names,
            "color": (number - 1) % 12 + 1,
            "description_ar": "",
            "description_en": "",
        },
    )
