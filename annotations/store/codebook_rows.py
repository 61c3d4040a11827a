"""The rows of the codebook: reading tags, and what acts on tags write."""

import sqlite3
from typing import Any

from annotations.store.rows import fresh_id, insert, new_uid, update
from annotations.values.localized import Localized
from annotations.values.model import COLORS, Tag


def _words(db: sqlite3.Connection, column: str) -> dict[int, Localized]:
    """Return the words by language of every tag; SQLite takes them apart, since importing json would delay the first page."""
    found: dict[int, dict[str, str]] = {}
    for row in db.execute(f"SELECT tag.id AS tag, key, value FROM tag, json_each(tag.{column}) WHERE NOT gone"):
        found.setdefault(row["tag"], {})[row["key"]] = row["value"]
    return {tag: Localized.of(words) for tag, words in found.items()}


def tags(db: sqlite3.Connection) -> list[Tag]:
    """Return the codebook: the tags with a slot first, in the order of their slots."""
    names, descriptions = _words(db, "name"), _words(db, "description")
    rows = db.execute(
        "SELECT id, slot, color, parent, retired, uid, memo FROM tag WHERE NOT gone ORDER BY slot IS NULL, slot, id"
    )
    return [
        Tag(
            row["id"], row["slot"], names.get(row["id"], Localized()), row["color"], descriptions.get(row["id"], Localized()),
            row["parent"], bool(row["retired"]), row["uid"], row["memo"],
        )
        for row in rows
    ]  # fmt: skip


def uses(db: sqlite3.Connection) -> dict[int, int]:
    """Return the number of passages by tag id, leaving out deleted documents."""
    rows = db.execute(
        "SELECT tag, count(*) AS times FROM annotation_tag JOIN annotation ON annotation.id = annotation "
        "JOIN document ON document.id = document AND NOT gone GROUP BY tag"
    )
    return {row["tag"]: row["times"] for row in rows}


def examples(db: sqlite3.Connection) -> dict[int, str]:
    """Return the most recently tagged passage for each tag in use, by tag id."""
    rows = db.execute(
        "SELECT tag, quote FROM annotation JOIN (SELECT tag, max(annotation) AS last FROM annotation_tag GROUP BY tag) "
        "ON annotation.id = last"
    )
    return {row["tag"]: row["quote"] for row in rows}


def add_tag(db: sqlite3.Connection, names: Localized, descriptions: Localized, **columns: Any) -> int:
    """Add a tag and return its id. columns: slot, parent, uid, color, retired and memo, where given."""
    number = fresh_id(db, "tag")
    words = {"name": names.json(), "description": descriptions.json()}
    made = {"uid": new_uid(), "color": (number - 1) % COLORS + 1, **columns}
    return insert(db, "tag", {"id": number, **words, **made})


def taken_slots(db: sqlite3.Connection) -> set[int]:
    """Return the digit keys that apply a tag."""
    return {row["slot"] for row in db.execute("SELECT slot FROM tag WHERE slot IS NOT NULL AND NOT gone")}


def set_tag(db: sqlite3.Connection, tag: int, **columns: Any) -> None:
    """Set columns of a tag."""
    update(db, "tag", tag, columns)


def set_words(db: sqlite3.Connection, tag: int, column: str, words: Localized) -> None:
    """Set the name or description (column) of a tag in all languages."""
    update(db, "tag", tag, {column: words.json()})


def give_slot(db: sqlite3.Connection, tag: int, slot: int | None) -> None:
    """Assign a digit key to a tag, taking it from the tag that had it; None removes the tag's key."""
    if slot:
        db.execute("UPDATE tag SET slot = NULL WHERE slot IS ?", (slot,))
    update(db, "tag", tag, {"slot": slot})


def merge_tag(db: sqlite3.Connection, tag: int, into: int) -> None:
    """Give the annotations and child tags of a tag to another, and delete it."""
    db.execute(
        "DELETE FROM annotation_tag WHERE tag = ? AND annotation IN (SELECT annotation FROM annotation_tag WHERE tag = ?)",
        (tag, into),
    )
    db.execute("UPDATE annotation_tag SET tag = ? WHERE tag = ?", (into, tag))
    db.execute("UPDATE tag SET parent = ? WHERE parent = ? AND id != ?", (into, tag, into))
    update(db, "tag", tag, {"gone": 1, "same_as": into, "slot": None})


def tag_standing(db: sqlite3.Connection, uid: str) -> int:
    """Return the tag with this uid, or the one it was merged into, or 0 if there is none."""
    row = db.execute("SELECT id, gone, same_as FROM tag WHERE uid = ? AND uid != ''", (uid,)).fetchone()
    seen: set[int] = set()
    while row is not None and row["gone"] and row["id"] not in seen:
        seen.add(row["id"])
        row = db.execute("SELECT id, gone, same_as FROM tag WHERE id = ?", (row["same_as"],)).fetchone()
    return 0 if row is None or row["gone"] else int(row["id"])
