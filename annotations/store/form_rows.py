"""The rows of the coding form: attributes, their values, and what was coded with them."""

import sqlite3
from typing import Any

from annotations.store.analysis_rows import span_of
from annotations.store.rows import insert_new, new_uid, now, update
from annotations.values.attributes import Attribute, CodedUnit, Coding, Value
from annotations.values.localized import Localized
from annotations.values.spans import Span

_UNIT = 'attribute = ? AND coder = ? AND document = ? AND start = ? AND "end" = ? AND person = ?'


def _value(row: Any) -> Value:
    return Value(row["id"], row["number"], Localized.from_json(row["name"]), row["uid"])


def values_of(db: sqlite3.Connection, attribute: int) -> list[Value]:
    """Return the values of an attribute in the order of their numbers."""
    rows = db.execute("SELECT * FROM attribute_value WHERE attribute = ? ORDER BY number", (attribute,))
    return [_value(row) for row in rows]


def attributes(db: sqlite3.Connection, scope: str | None = None) -> list[Attribute]:
    """Return the attributes of one scope, or of all, in the order they were created."""
    values: dict[int, list[Value]] = {}
    for row in db.execute("SELECT * FROM attribute_value ORDER BY number"):
        values.setdefault(row["attribute"], []).append(_value(row))
    rows = db.execute(
        "SELECT * FROM attribute WHERE NOT gone AND (?1 IS NULL OR scope = ?1) ORDER BY id", (scope,)
    ).fetchall()
    return [
        Attribute(
            row["id"], row["scope"], Localized.from_json(row["name"]), tuple(values.get(row["id"], ())), row["uid"]
        )
        for row in rows
    ]


def add_attribute(db: sqlite3.Connection, scope: str, names: Localized, uid: str = "") -> int:
    """Add an attribute without values and return its id."""
    row = {"uid": uid or new_uid(), "scope": scope, "gone": 0, "name": names.json()}
    return insert_new(db, "attribute", row)


def add_value(db: sqlite3.Connection, attribute: int, number: int, names: Localized, uid: str = "") -> int:
    """Add a value to an attribute and return its id. number: the digit key that sets it."""
    row = {"uid": uid or new_uid(), "attribute": attribute, "number": number, "name": names.json()}
    return insert_new(db, "attribute_value", row)


def remove_attribute(db: sqlite3.Connection, attribute: int) -> None:
    """Take an attribute off the form; its values and codings stay stored."""
    update(db, "attribute", attribute, {"gone": 1})


def codings(db: sqlite3.Connection, document: int | None = None) -> list[Coding]:
    """Return the codings of one document and its statements, or all codings, ordered by unit and attribute."""
    rows = db.execute(
        "SELECT coding.*, coder.name AS coder_name FROM coding JOIN coder ON coder.id = coder "
        "JOIN attribute ON attribute.id = attribute AND NOT gone WHERE ?1 IS NULL OR coding.document = ?1 "
        'ORDER BY coding.document, start, "end", person, attribute, coder',
        (document,),
    )
    return [
        Coding(
            CodedUnit(row["document"], span_of(row), row["person"]), row["attribute"], row["value"], row["coder_name"]
        )
        for row in rows
    ]


def coded(db: sqlite3.Connection, unit: CodedUnit, attribute: int, coder: int) -> tuple[int, int] | None:
    """Return the id and the value of a coder's coding of a unit, or None."""
    row = db.execute(f"SELECT id, value FROM coding WHERE {_UNIT}", (attribute, coder, *unit.columns)).fetchone()
    return None if row is None else (int(row["id"]), int(row["value"]))


def code(db: sqlite3.Connection, unit: CodedUnit, attribute: int, value: int, coder: int) -> None:
    """Set an attribute of a unit to a value, in the place of the coder's earlier one."""
    found = coded(db, unit, attribute, coder)
    if found is not None:
        update(db, "coding", found[0], {"value": value, "at": now()})
        return
    document, start, end, person = unit.columns
    place = {"document": document, "start": start, "end": end, "person": person}
    insert_new(db, "coding", {"attribute": attribute, "value": value, "coder": coder, **place, "at": now()})


def clear_coding(db: sqlite3.Connection, unit: CodedUnit, attribute: int, coder: int) -> None:
    """Delete a coder's coding of a unit."""
    db.execute(f"DELETE FROM coding WHERE {_UNIT}", (attribute, coder, *unit.columns))


def coded_spans(db: sqlite3.Connection, document: int) -> list[tuple[int, Span]]:
    """Return the ids and spans of the codings of a document (an empty span) and its statements."""
    rows = db.execute('SELECT id, start, "end" FROM coding WHERE document = ?', (document,))
    return [(row["id"], span_of(row)) for row in rows]


def move_coding(db: sqlite3.Connection, coding: int, document: int, span: Span) -> None:
    """Move a coding to another document and span."""
    update(db, "coding", coding, {"document": document, "start": span.start, "end": span.end})


def document_of_coding(db: sqlite3.Connection, coding: int) -> int:
    """Return the document that a coding belongs to, 0 for that of a person."""
    return int(db.execute("SELECT document FROM coding WHERE id = ?", (coding,)).fetchone()["document"])


def give_codings(db: sqlite3.Connection, person: int, into: int) -> None:
    """Give a person's codings to another one, where that one has none by the same coder."""
    db.execute(
        "UPDATE coding SET person = ?1 WHERE person = ?2 AND NOT EXISTS (SELECT 1 FROM coding AS there "
        "WHERE there.person = ?1 AND there.attribute = coding.attribute AND there.coder = coding.coder)",
        (into, person),
    )
