"""Questions about the log: what was done, and what it touched."""

import sqlite3
from typing import TYPE_CHECKING, Any

from annotations.values.localized import Localized
from annotations.values.model import Tag
from annotations.values.spans import Span

if TYPE_CHECKING:
    from annotations.values.log import Act, Logged

DOCUMENTS = (
    "documents:"  # prefix of the labels of acts on documents themselves, which undo within a document leaves alone
)


def act_of(row: Any) -> "Act":
    """Return the act of a row."""
    import json  # the first page asks for the last act, and reads none

    from annotations.values.log import Act

    return Act(row["id"], row["label"], row["document"], row["state"], json.loads(row["about"]) if row["about"] else {})


def undone_together(document: int | None) -> str:
    """Return the SQL condition for acts undone together: those of a document and of the library, or all of them."""
    if document is None:
        return "(:document IS NULL)"
    after = DOCUMENTS[:-1] + chr(ord(DOCUMENTS[-1]) + 1)  # the labels that begin otherwise, as two ranges of an index
    return (
        f"(act.document = :document OR (act.document IS NULL AND act.label < '{DOCUMENTS}') "
        f"OR (act.document IS NULL AND act.label >= '{after}'))"
    )


def log(db: sqlite3.Connection, document: int | None = None, most: int = -1) -> "list[Logged]":
    """Return all acts ever performed, latest first, in one document or in the whole library."""
    rows = db.execute(
        "SELECT act.id AS id, label, act.document AS document, state, about, kind, coder.name AS coder_name, at, "
        "coalesce(title, '') AS title FROM act JOIN coder ON coder.id = coder "
        "LEFT JOIN document ON document.id = act.document "
        f"WHERE {undone_together(document)} ORDER BY act.id DESC LIMIT :most",
        {"document": document, "most": most},
    )
    from annotations.values.log import Logged

    return [Logged(act_of(row), row["kind"], row["coder_name"], row["at"], row["title"]) for row in rows]


def last_act(db: sqlite3.Connection) -> int:
    """Return the id of the last row of the log, or 0 if there is none."""
    return int(db.execute("SELECT coalesce(max(id), 0) AS last FROM act").fetchone()["last"])


def last_correction(db: sqlite3.Connection, document: int) -> int:
    """Return the id of the last act that may have changed a document's analysis, or 0 if there is none."""
    query = (
        "SELECT coalesce(max(id), 0) AS last FROM act WHERE (document = ? AND label LIKE 'correct:%') "
        "OR label IN ('merge', 'decide', 'documents:correct')"
    )
    return int(db.execute(query, (document,)).fetchone()["last"])


def tags_before(db: sqlite3.Connection) -> dict[int, list[tuple[int, Tag]]]:
    """Return, by tag id, the earlier states of tags in order, each with the act that changed or removed it."""
    import json

    rows = db.execute("SELECT act, row, before FROM change WHERE tbl = 'tag' AND before IS NOT NULL ORDER BY act, id")
    found: dict[int, list[tuple[int, Tag]]] = {}
    for row in rows:
        told = json.loads(row["before"])
        tag = Tag(row["row"], None, Localized.from_json(told["name"]), told["color"])
        found.setdefault(row["row"], []).append((row["act"], tag))
    return found


def annotations_touched(db: sqlite3.Connection, since: int) -> set[int]:
    """Return the ids of the annotations that acts after `since`, by any coder, created, changed, tagged or removed."""
    rows = db.execute(
        "SELECT row AS annotation FROM change WHERE act > ?1 AND tbl = 'annotation' UNION "
        "SELECT json_extract(coalesce(after, before), '$.annotation') FROM change WHERE act > ?1 AND tbl = 'annotation_tag' "
        "UNION SELECT json_extract(before, '$.annotation') FROM change WHERE act > ?1 AND tbl = 'annotation_tag' AND before IS NOT NULL",
        (since,),
    )
    return {row["annotation"] for row in rows}


def removed_uids(db: sqlite3.Connection) -> set[str]:
    """Return the identifiers of the annotations that acts still in effect removed."""
    rows = db.execute(
        "SELECT json_extract(before, '$.uid') AS uid FROM change JOIN act ON act.id = act AND state IN ('done', 'kept') "
        "WHERE tbl = 'annotation' AND after IS NULL"
    )
    return {row["uid"] for row in rows}


def changed_anything(db: sqlite3.Connection, act: int) -> bool:
    """Return whether an act changed any row."""
    return db.execute("SELECT 1 FROM change WHERE act = ? LIMIT 1", (act,)).fetchone() is not None


def parts_changed(db: sqlite3.Connection, act: int) -> int:
    """Return how many rows of analyses an act created or changed."""
    query = (
        "SELECT count(DISTINCT tbl || row) AS times FROM change WHERE act = ? AND after IS NOT NULL "
        "AND tbl IN ('noise', 'session', 'statement', 'speaker', 'topic')"
    )
    return int(db.execute(query, (act,)).fetchone()["times"])


def corrections_brought(db: sqlite3.Connection, document: int) -> tuple[int, int]:
    """Return how many corrections of an earlier version were located in a document, and how many were lost."""
    query = (
        "SELECT json_extract(about, '$.kept') AS kept, json_extract(about, '$.lost') AS lost FROM act WHERE label = ? "
        "AND kind = 'do' AND json_extract(about, '$.document') = ? ORDER BY id DESC"
    )
    row = db.execute(query, (f"{DOCUMENTS}correct", document)).fetchone()
    return (int(row["kept"]), int(row["lost"])) if row else (0, 0)


def neither_taken(db: sqlite3.Connection, document: int, name: str) -> list[Span]:
    """Return the spans of a document where neither of two annotations was chosen, from the acts that are not undone."""
    rows = db.execute(
        "SELECT json_extract(about, '$.start') AS start, json_extract(about, '$.end') AS \"end\" FROM act "
        "WHERE kind = 'do' AND state = 'done' AND label = 'settle' AND document = ? "
        "AND json_extract(about, '$.n') = 0 AND json_extract(about, '$.by') = ?",
        (document, name),
    )
    return [Span(row["start"], row["end"]) for row in rows]


def add_subject(db: sqlite3.Connection, act: int, name: str, value: int) -> None:
    """Add to what an act in progress is about something that is known only once it has begun."""
    query = "UPDATE act SET about = json_set(coalesce(nullif(about, ''), '{}'), '$.' || ?, ?) WHERE id = ?"
    db.execute(query, (name, value, act))
