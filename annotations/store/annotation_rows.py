"""The rows of the annotations and their coders: reading them, and what acts on passages write."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from annotations.store.analysis_rows import span_of
from annotations.store.rows import fresh_id, insert, insert_all, insert_new, new_uid, now, update
from annotations.values.anchors import Anchor
from annotations.values.model import Annotation
from annotations.values.spans import Span

_AT_ONCE = 500  # ids in one question

# coders


def coder_id(db: sqlite3.Connection, name: str) -> int:
    """Return the id of the coder with this name, adding the coder if new. Names that look the same are the same."""
    found = find_coder(db, name)
    if not found:
        from annotations.values.coders import clean_name

        db.execute("INSERT OR IGNORE INTO coder (name) VALUES (?)", (clean_name(name) or name,))
        found = find_coder(db, name)
    return found


def find_coder(db: sqlite3.Connection, name: str) -> int:
    """Return the id of the coder with this name, or 0."""
    from annotations.values.coders import clean_name

    wanted = clean_name(name)
    rows = db.execute("SELECT id, name FROM coder ORDER BY id").fetchall()
    same = [row["id"] for row in rows if row["name"] == name] or [
        row["id"] for row in rows if clean_name(row["name"]) == wanted
    ]
    return int(same[0]) if same else 0


def coders(db: sqlite3.Connection) -> list[str]:
    """Return the names of all who have annotated or coded anything."""
    rows = db.execute(
        "SELECT name FROM coder WHERE id IN (SELECT coder FROM annotation UNION SELECT coder FROM coding) ORDER BY name"
    )
    return [row["name"] for row in rows]


# reading


def _annotation(row: Any, tags: Iterable[int]) -> Annotation:
    anchor = Anchor(span_of(row), row["quote"], row["prefix"], row["suffix"])
    return Annotation(
        row["id"], row["document"], anchor, tuple(tags), row["note"], row["coder_name"], row["created"], row["changed"],
        row["placed"], row["uid"],
    )  # fmt: skip


def _where(
    db: sqlite3.Connection, where: str, values: Sequence[int | str] | Mapping[str, int | str]
) -> list[Annotation]:
    """Return the annotations that satisfy an SQL condition, text by text and in its order."""
    given: dict[int, list[int]] = {}
    for row in db.execute(
        "SELECT annotation, tag FROM annotation_tag JOIN annotation ON annotation.id = annotation "
        f"WHERE {where} ORDER BY tag",
        values,
    ):
        given.setdefault(row["annotation"], []).append(row["tag"])
    rows = db.execute(
        "SELECT annotation.*, coder.name AS coder_name FROM annotation JOIN coder ON coder.id = coder "
        f'WHERE {where} ORDER BY document, start, "end", annotation.id',
        values,
    )
    return [_annotation(row, given.get(row["id"], ())) for row in rows]


def annotations(db: sqlite3.Connection, document: int) -> list[Annotation]:
    """Return the annotations of a document in text order, leaving out those without a position in it."""
    return _where(db, "document = ? AND placed != 'lost'", (document,))


def annotations_meeting(db: sqlite3.Connection, document: int, low: int, high: int) -> list[Annotation]:
    """Return the annotations that share a character with a stretch of a document, in text order."""
    return _where(db, "document = ? AND placed != 'lost' AND start < ? AND \"end\" > ?", (document, high, low))


def orphans(db: sqlite3.Connection, document: int) -> list[Annotation]:
    """Return the annotations whose quotation no longer occurs in the document's corrected text."""
    return _where(db, "document = ? AND placed = 'lost'", (document,))


def annotations_of(db: sqlite3.Connection, document: int, coder: int) -> list[Annotation]:
    """Return all annotations of a document by one coder."""
    return _where(db, "document = ? AND coder = ?", (document, coder))


def tagged_annotations(db: sqlite3.Connection, document: int = 0, coder: str = "") -> list[Annotation]:
    """Return the annotations with a tag and a position, of one document or all, of one coder or all, in text order."""
    where = "annotation.placed != 'lost' AND annotation.document IN (SELECT id FROM document WHERE NOT gone)"
    where += " AND annotation.document = :document" if document else ""
    where += " AND annotation.coder = (SELECT id FROM coder WHERE name = :coder)" if coder else ""
    return [one for one in _where(db, where, {"document": document, "coder": coder}) if one.tags]


def annotations_by_id(db: sqlite3.Connection, numbers: Iterable[int]) -> list[Annotation]:
    """Return those annotations with these ids that exist, querying up to 500 ids at a time."""
    wanted = list(numbers)
    found: list[Annotation] = []
    for at in range(0, len(wanted), _AT_ONCE):
        part = wanted[at : at + _AT_ONCE]
        found += _where(db, f"annotation.id IN ({', '.join('?' * len(part))})", part)
    return found


def passage_of(db: sqlite3.Connection, document: int, span: Span, coder: int) -> Annotation | None:
    """Return the annotation of exactly this passage by a coder, or None."""
    found = same_passage(db, document, span, coder)
    return None if found is None else annotations_by_id(db, [found])[0]


def same_passage(db: sqlite3.Connection, document: int, span: Span, coder: int | str) -> int | None:
    """Return the id of an annotation of exactly this passage by a coder (id or name), or None if there is none."""
    whose = "coder = ?" if isinstance(coder, int) else "coder = (SELECT id FROM coder WHERE name = ?)"
    row = db.execute(
        f"SELECT id FROM annotation WHERE document = ? AND start = ? AND \"end\" = ? AND {whose} AND placed != 'lost'",
        (document, *span, coder),
    ).fetchone()
    return None if row is None else int(row["id"])


def by_uid(db: sqlite3.Connection, uid: str) -> int | None:
    """Return the id of the annotation with this identifier, or None."""
    row = db.execute("SELECT id FROM annotation WHERE uid = ? AND uid != ''", (uid,)).fetchone()
    return None if row is None else int(row["id"])


def place_in_text(db: sqlite3.Connection, annotation: int) -> tuple[int, Span]:
    """Return the document and the span of an annotation."""
    row = db.execute('SELECT document, start, "end" FROM annotation WHERE id = ?', (annotation,)).fetchone()
    return int(row["document"]), span_of(row)


# writing


def annotation_at(db: sqlite3.Connection, document: int, anchor: Anchor, coder: int) -> int:
    """Return the id of this coder's annotation of exactly this passage, creating it if there is none."""
    found = same_passage(db, document, anchor.span, coder)
    moment = now()
    if found is not None:
        update(db, "annotation", found, {"changed": moment})
        return found
    return add_annotation(db, document, anchor, coder, created=moment, changed=moment)


def add_annotation(db: sqlite3.Connection, document: int, anchor: Anchor, coder: int, **columns: Any) -> int:
    """Add an annotation and return its id. columns: created, changed, and uid, note, placed where given."""
    places = {"document": document, "start": anchor.span.start, "end": anchor.span.end}
    words = {"quote": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix, "note": ""}
    return insert_new(db, "annotation", {**places, "uid": new_uid(), **words, "coder": coder, **columns})


def _columns(one: Annotation, coder: int) -> dict[str, Any]:
    anchor = one.anchor
    return {
        "uid": one.uid or new_uid(), "document": one.document, "start": anchor.span.start, "end": anchor.span.end,
        "quote": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix, "note": one.note, "coder": coder,
        "created": one.created, "changed": one.changed, "placed": one.placed,
    }  # fmt: skip


def add_annotations(db: sqlite3.Connection, made: Sequence[Annotation]) -> None:
    """Add annotations made elsewhere, with their tags (ids of this library), under their ids, which must be new."""
    coders = {name: coder_id(db, name) for name in dict.fromkeys(one.coder for one in made)}
    insert_all(db, "annotation", [{"id": one.id, **_columns(one, coders[one.coder])} for one in made])
    first = fresh_id(db, "annotation_tag")
    pairs = [(one.id, tag) for one in made for tag in one.tags]
    rows = [{"id": number, "annotation": one, "tag": tag} for number, (one, tag) in enumerate(pairs, first)]
    insert_all(db, "annotation_tag", rows)


def add_to_annotation(db: sqlite3.Connection, annotation: int, tags: Iterable[int], note: str = "") -> None:
    """Apply tags that an annotation does not have, and set its note unless that is empty; its times stay."""
    for tag in tags:
        insert_new(db, "annotation_tag", {"annotation": annotation, "tag": tag})
    if note:
        update(db, "annotation", annotation, {"note": note})


def place_annotation(
    db: sqlite3.Connection, annotation: int, anchor: Anchor, placed: str = "", document: int | None = None
) -> None:
    """Move an annotation. placed: how certain the position is; empty if set by a person. document: the one it moves to."""
    columns: dict[str, Any] = {} if document is None else {"document": document}
    columns |= {"start": anchor.span.start, "end": anchor.span.end, "quote": anchor.quote}
    columns |= {"prefix": anchor.prefix, "suffix": anchor.suffix, "placed": placed, "changed": now()}
    update(db, "annotation", annotation, columns)


def give_tag(db: sqlite3.Connection, annotation: int, tag: int) -> None:
    """Apply a tag to an annotation unless it already has it."""
    query = "SELECT 1 FROM annotation_tag WHERE annotation = ? AND tag = ?"
    if db.execute(query, (annotation, tag)).fetchone() is None:
        insert(db, "annotation_tag", {"id": fresh_id(db, "annotation_tag"), "annotation": annotation, "tag": tag})


def take_tag(db: sqlite3.Connection, annotation: int, tag: int) -> None:
    """Remove a tag from an annotation."""
    db.execute("DELETE FROM annotation_tag WHERE annotation = ? AND tag = ?", (annotation, tag))
    update(db, "annotation", annotation, {"changed": now()})


def set_note(db: sqlite3.Connection, annotation: int, note: str) -> None:
    """Set the note of an annotation."""
    update(db, "annotation", annotation, {"note": note, "changed": now()})


def add_note(db: sqlite3.Connection, annotation: int, note: str) -> None:
    """Append `note` to an annotation's note, unless `note` is empty or the same."""
    old = db.execute("SELECT note FROM annotation WHERE id = ?", (annotation,)).fetchone()["note"]
    if note not in (old, ""):
        set_note(db, annotation, f"{old}\n{note}" if old else note)


def remove(db: sqlite3.Connection, annotation: int) -> None:
    """Delete an annotation and its tags."""
    db.execute("DELETE FROM annotation_tag WHERE annotation = ?", (annotation,))
    db.execute("DELETE FROM annotation WHERE id = ?", (annotation,))
