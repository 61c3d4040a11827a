"""The rows of speakers and topics: their names, what stands for them, and their mentions or occurrences."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from annotations.store.analysis_rows import mentions, occurrences, span_of, speaker_of, topic_of
from annotations.store.analysis_writer import Rows
from annotations.store.correction_rows import correct_row
from annotations.store.rows import update
from annotations.values.analysis import Speaker, Topic
from annotations.values.spans import Span


class NameTable(NamedTuple):
    """The table of speakers or topics: its column of names, its table of places, and its columns that describe one."""

    table: str
    name: str
    places: str
    told: tuple[str, ...]


SPEAKERS = NameTable("speaker", "name", "mention", ("role", "honorific", "affiliation", "gender"))
TOPICS = NameTable("topic", "text", "topic_place", ())


class NameRow(NamedTuple):
    """A speaker or topic as its row has it. known_as: the name the rules gave it, if that is known; told: by column.

    same_as: the row it was merged into, or 0. number, kind: of a speaker.
    """

    id: int
    document: int
    name: str
    known_as: str
    gone: bool
    same_as: int
    origin: str
    told: Mapping[str, str]
    number: int = 0
    kind: str = ""

    @property
    def first(self) -> str:
        """The name that the rules gave it, or, if it was made by a person, the one it has."""
        return self.known_as or self.name


def _named(row: Any, names: NameTable) -> NameRow:
    told = {column: row[column] for column in names.told}
    known = (row["known_as"], bool(row["gone"]), row["same_as"], row["origin"], told)
    speaking = (row["number"], row["kind"]) if names is SPEAKERS else (0, "")
    return NameRow(row["id"], row["document"], row[names.name], *known, *speaking)


def find_row(db: sqlite3.Connection, names: NameTable, number: int) -> NameRow | None:
    """Return the speaker or topic of a row, deleted or not, or None if there is no such row."""
    row = db.execute(f"SELECT * FROM {names.table} WHERE id = ?", (number,)).fetchone()
    return None if row is None else _named(row, names)


def row_of(db: sqlite3.Connection, names: NameTable, number: int) -> NameRow:
    """Return the speaker or topic of a row that exists, deleted or not."""
    found = find_row(db, names, number)
    if found is None:
        raise KeyError(number)
    return found


def rows_of(db: sqlite3.Connection, names: NameTable, document: int) -> list[NameRow]:
    """Return all speakers or topics of a document, deleted ones too: speakers by number, topics in order."""
    order = "number, id" if names is SPEAKERS else "id"
    rows = db.execute(f"SELECT * FROM {names.table} WHERE document = ? ORDER BY {order}", (document,))
    return [_named(row, names) for row in rows]


def speaker_numbered(db: sqlite3.Connection, document: int, number: int) -> NameRow | None:
    """Return the speaker with this number, or None."""
    query = "SELECT * FROM speaker WHERE document = ? AND number = ? AND NOT gone"
    row = db.execute(query, (document, number)).fetchone()
    return None if row is None else _named(row, SPEAKERS)


def called(db: sqlite3.Connection, names: NameTable, document: int, name: str) -> NameRow | None:
    """Return the speaker or topic with this name, or None."""
    query = f"SELECT * FROM {names.table} WHERE document = ? AND {names.name} = ? AND NOT gone ORDER BY id"
    row = db.execute(query, (document, name)).fetchone()
    return None if row is None else _named(row, names)


def is_taken(db: sqlite3.Connection, names: NameTable, document: int, name: str, besides: int = 0) -> bool:
    """Return whether another speaker or topic than the row `besides` has this name."""
    query = f"SELECT 1 FROM {names.table} WHERE document = ? AND {names.name} = ? AND NOT gone AND id != ?"
    return db.execute(query, (document, name, besides)).fetchone() is not None


def rows_known_as(db: sqlite3.Connection, names: NameTable, document: int, name: str) -> list[int]:
    """Return the rows, deleted or not, that the rules gave this name, those first where that is known."""
    rows = db.execute(
        f"SELECT id FROM {names.table} WHERE document = ? AND coalesce(nullif(known_as, ''), {names.name}) = ? "
        "ORDER BY known_as != '' DESC, gone, id",
        (document, name),
    )
    return [row["id"] for row in rows]


def rows_called(db: sqlite3.Connection, names: NameTable, document: int, name: str) -> list[int]:
    """Return the rows of those that have this name, deleted ones left out."""
    query = f"SELECT id FROM {names.table} WHERE document = ? AND {names.name} = ? AND NOT gone ORDER BY id"
    return [row["id"] for row in db.execute(query, (document, name))]


def all_called(db: sqlite3.Connection, names: NameTable, document: int, name: str) -> list[int]:
    """Return the rows of those that have this name, deleted ones too."""
    query = f"SELECT id FROM {names.table} WHERE document = ? AND {names.name} = ? ORDER BY id"
    return [row["id"] for row in db.execute(query, (document, name))]


def shown_rows(db: sqlite3.Connection, names: NameTable, document: int) -> set[int]:
    """Return the rows of a document's speakers or topics that were not deleted."""
    rows = db.execute(f"SELECT id FROM {names.table} WHERE document = ? AND NOT gone", (document,))
    return {row["id"] for row in rows}


def standing(db: sqlite3.Connection, names: NameTable, number: int) -> int:
    """Return the row that stands for a row: itself, the one it was merged into, or 0 if it was deleted."""
    row, seen = find_row(db, names, number), set()
    while row is not None and row.gone and row.same_as and row.id not in seen:
        seen.add(row.id)
        row = find_row(db, names, row.same_as)
    return 0 if row is None or row.gone else row.id


def numbers(db: sqlite3.Connection, document: int) -> dict[int, int]:
    """Return the numbers of a document's speakers by the ids of their rows, deleted ones included."""
    rows = db.execute("SELECT id, number FROM speaker WHERE document = ?", (document,))
    return {row["id"]: row["number"] for row in rows}


def free_number(db: sqlite3.Connection, document: int) -> int:
    """Return a number that no speaker of a document has or had."""
    query = "SELECT coalesce(max(number), 0) + 1 AS free FROM speaker WHERE document = ?"
    return int(db.execute(query, (document,)).fetchone()["free"])


def speakers_worked_on(db: sqlite3.Connection, document: int) -> set[int]:
    """Return the rows of the speakers and relays of statements that a person touched."""
    query = "SELECT speaker, via FROM statement WHERE document = ? AND origin = 'user' AND NOT gone"
    return {number for row in db.execute(query, (document,)) for number in (row["speaker"], row["via"])}


def places_of(db: sqlite3.Connection, names: NameTable, number: int) -> set[Span]:
    """Return the mentions of the speaker, or the occurrences of the topic, of a row."""
    query = f'SELECT start, "end" FROM {names.places} WHERE {names.table} = ?'
    return {span_of(row) for row in db.execute(query, (number,))}


def speaker_values(db: sqlite3.Connection, document: int) -> dict[int, Speaker]:
    """Return the speakers of a document, deleted ones too, by the ids of their rows."""
    places = mentions(db, document)
    rows = db.execute("SELECT * FROM speaker WHERE document = ? ORDER BY number, id", (document,))
    return {row["id"]: speaker_of(row, places.get(row["id"], ())) for row in rows}


def topic_values(db: sqlite3.Connection, document: int) -> dict[int, Topic]:
    """Return the topics of a document, deleted ones too, by the ids of their rows."""
    places = occurrences(db, document)
    rows = db.execute("SELECT * FROM topic WHERE document = ? ORDER BY id", (document,))
    return {row["id"]: topic_of(row, places.get(row["id"], ())) for row in rows}


# writing


def rename_row(db: sqlite3.Connection, names: NameTable, row: NameRow, name: str) -> None:
    """Rename a speaker or topic, keeping the name that the rules gave it."""
    correct_row(db, names.table, row.id, **{names.name: name}, known_as=row.first)


def delete_row(db: sqlite3.Connection, names: NameTable, row: NameRow, into: int = 0) -> None:
    """Delete a speaker or topic, or note the row it was merged into."""
    correct_row(db, names.table, row.id, gone=1, same_as=into, known_as=row.first)


def set_origin(db: sqlite3.Connection, names: NameTable, row: int, known_as: str, *, gone: bool, into: int = 0) -> None:
    """Set what an analysis does not say of a speaker or topic: its first name, and whether it was deleted or merged."""
    update(db, names.table, row, {"known_as": known_as, "gone": int(gone), "same_as": into})


def revive_row(db: sqlite3.Connection, names: NameTable, row: int) -> None:
    """Bring back a deleted or merged speaker (with the statements deleted along with it) or topic."""
    correct_row(db, names.table, row, gone=0, same_as=0)
    if names is SPEAKERS:
        db.execute("UPDATE statement SET gone = 0 WHERE speaker = ? AND gone", (row,))


def revive_speaker_numbered(db: sqlite3.Connection, document: int, number: int) -> None:
    """Bring back the deleted speaker with this number, without statements."""
    db.execute("UPDATE speaker SET gone = 0, same_as = 0 WHERE document = ? AND number = ?", (document, number))


def add_place(rows: Rows, names: NameTable, row: int, place: Span) -> None:
    """Add a mention of a speaker or an occurrence of a topic."""
    rows.insert(names.places, {names.table: row, "start": place.start, "end": place.end})


def remove_place(db: sqlite3.Connection, names: NameTable, row: int, place: Span) -> None:
    """Remove a mention of a speaker or an occurrence of a topic."""
    query = f'DELETE FROM {names.places} WHERE {names.table} = ? AND start = ? AND "end" = ?'
    db.execute(query, (row, *place))


def remove_mentions_at(db: sqlite3.Connection, document: int, places: Iterable[Span]) -> None:
    """Remove the mentions of exactly these spans, whosever they are."""
    others = "SELECT id FROM speaker WHERE document = ?"
    query = f'DELETE FROM mention WHERE speaker IN ({others}) AND start = ? AND "end" = ?'
    db.executemany(query, ((document, *place) for place in places))


def give_places(db: sqlite3.Connection, names: NameTable, row: int, into: int, start: int = 0) -> None:
    """Give mentions or occurrences from `start` onwards to another row, leaving out those that begin where it has one."""
    places, owner = names.places, names.table
    there = f"SELECT 1 FROM {places} AS other WHERE other.{owner} = ? AND other.start = {places}.start"
    db.execute(f"DELETE FROM {places} WHERE {owner} = ? AND start >= ? AND EXISTS ({there})", (row, start, into))
    db.execute(f"UPDATE {places} SET {owner} = ? WHERE {owner} = ? AND start >= ?", (into, row, start))


def give_statements(db: sqlite3.Connection, speaker: int, into: int, start: int = 0) -> None:
    """Give the statements that a speaker makes or relays from `start` onwards to another one."""
    for column in ("speaker", "via"):
        query = f"UPDATE statement SET {column} = ?, origin = 'user' WHERE {column} = ? AND start >= ?"
        db.execute(query, (into, speaker, start))


def assure_statements(db: sqlite3.Connection, speaker: int, start: int) -> None:
    """Mark a speaker's statements from `start` onwards as attributed by a person."""
    query = "UPDATE statement SET confidence = 'sure', reason = 'person' WHERE speaker = ? AND start >= ?"
    db.execute(query, (speaker, start))


def delete_statements(db: sqlite3.Connection, speaker: int) -> None:
    """Delete the statements of a speaker."""
    db.execute("UPDATE statement SET gone = 1, origin = 'user' WHERE speaker = ? AND NOT gone", (speaker,))
