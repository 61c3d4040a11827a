"""The rows of the persons, and of the speakers identified with them."""

import sqlite3
from typing import NamedTuple

from annotations.store.rows import insert_new, new_uid, update
from annotations.values.model import DocumentSpeaker


class PersonRow(NamedTuple):
    """A person without the speakers identified with them."""

    id: int
    name: str
    uid: str


class PersonLink(NamedTuple):
    """The row that identifies a speaker of a document with a person."""

    id: int
    person: int


def speakers(db: sqlite3.Connection) -> list[tuple[DocumentSpeaker, int]]:
    """Return every speaker of every document with the id of its person, or 0 if it has none."""
    rows = db.execute(
        "SELECT speaker.document AS document, speaker.number AS number, speaker.name AS name, speaker.kind AS kind, role, "
        "document.title AS title, coalesce(person.id, 0) AS person, "
        "(SELECT count(*) FROM statement WHERE statement.speaker = speaker.id AND NOT statement.gone) AS statements "
        "FROM speaker JOIN document ON document.id = speaker.document AND NOT document.gone "
        "LEFT JOIN person_speaker ON person_speaker.document = speaker.document AND person_speaker.speaker = speaker.number "
        "LEFT JOIN person ON person.id = person AND NOT person.gone "
        "WHERE NOT speaker.gone ORDER BY speaker.document, speaker.number"
    )
    return [
        (
            DocumentSpeaker(
                row["document"], row["number"], row["name"], row["kind"], row["role"], row["title"], row["statements"]
            ),
            row["person"],
        )
        for row in rows
    ]


def persons(db: sqlite3.Connection) -> list[PersonRow]:
    """Return the persons in the order they were made."""
    rows = db.execute("SELECT id, name, uid FROM person WHERE NOT gone ORDER BY id")
    return [PersonRow(row["id"], row["name"], row["uid"]) for row in rows]


def add_person(db: sqlite3.Connection, name: str, uid: str = "") -> int:
    """Add a person and return the id."""
    return insert_new(db, "person", {"uid": uid or new_uid(), "name": name, "gone": 0})


def rename_person(db: sqlite3.Connection, person: int, name: str) -> None:
    """Rename a person."""
    update(db, "person", person, {"name": name})


def link_of(db: sqlite3.Connection, document: int, speaker: int) -> PersonLink | None:
    """Return what identifies a speaker with a person, or None."""
    query = "SELECT id, person FROM person_speaker WHERE document = ? AND speaker = ?"
    row = db.execute(query, (document, speaker)).fetchone()
    return None if row is None else PersonLink(row["id"], row["person"])


def link(db: sqlite3.Connection, person: int, document: int, speaker: int) -> None:
    """Identify a speaker with a person, and no longer with another one."""
    found = link_of(db, document, speaker)
    if found is not None:
        update(db, "person_speaker", found.id, {"person": person})
    else:
        insert_new(db, "person_speaker", {"person": person, "document": document, "speaker": speaker})


def merge_person(db: sqlite3.Connection, person: int, into: int) -> None:
    """Identify a person's speakers with another person, and delete the first."""
    db.execute("UPDATE person_speaker SET person = ? WHERE person = ?", (into, person))
    update(db, "person", person, {"gone": 1})


def document_of_link(db: sqlite3.Connection, number: int) -> int:
    """Return the document of the speaker that a row identifies with a person."""
    return int(db.execute("SELECT document FROM person_speaker WHERE id = ?", (number,)).fetchone()["document"])


def carry_links(db: sqlite3.Connection, old: int, new: int) -> None:
    """Carry the links of a document's speakers over to the speakers of the same names in another document."""
    known = (
        "SELECT number FROM speaker AS later WHERE later.document = ? AND later.name = speaker.name AND NOT later.gone"
    )
    links = db.execute(
        f"SELECT person_speaker.id AS id, ({known}) AS number FROM person_speaker JOIN speaker "
        "ON speaker.document = person_speaker.document AND speaker.number = person_speaker.speaker "
        "WHERE person_speaker.document = ?",
        (new, old),
    ).fetchall()
    for row in links:
        if row["number"] is not None:
            update(db, "person_speaker", row["id"], {"document": new, "speaker": row["number"]})
