"""Examining a library: what can be known of whether it is sound.

SQLite's own checks find damaged pages and lost rows. Damage that leaves a page well-formed is found only where something
else says what should be there: the log, for the rows that acts wrote, and the digest, for a text stored as it was read.
What neither covers (a row that no act wrote, a text whose bytes were decoded) can be changed without anybody noticing.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from annotations.store.tables import LOGGED

_NAMED = 10  # faults named at most


class Findings(NamedTuple):
    """What an examination found. faults: the first ten, in words; none if the library is sound as far as is known.

    texts: how many there are; verified: of these, those whose digest proves them; rows: those that the log proves.
    journal: how SQLite keeps what is being written, "wal" but where the file system cannot share a log.
    """

    faults: tuple[str, ...]
    texts: int
    verified: int
    rows: int
    journal: str = "wal"


def examine(db: sqlite3.Connection) -> Findings:
    """Examine an open library. Never raises for what is damaged."""
    faults: list[str] = []
    counts = {"texts": 0, "verified": 0, "rows": 0}
    for find in (_pages, _parents, _texts, _logged):
        try:
            for fault in find(db, counts):
                if len(faults) < _NAMED:
                    faults.append(fault)
        except (sqlite3.Error, ValueError, TypeError, IndexError) as error:
            faults.append(f"{find.__name__.strip('_')}: {error}")
    try:
        journal = str(db.execute("PRAGMA journal_mode").fetchone()["journal_mode"])
    except sqlite3.Error as error:
        journal = str(error)
    return Findings(tuple(faults), **counts, journal=journal)


def _pages(db: sqlite3.Connection, _counts: dict[str, int]) -> Iterator[str]:
    found = [row["integrity_check"] for row in db.execute(f"PRAGMA integrity_check({_NAMED})")]
    yield from (fault for fault in found if fault != "ok")


def _parents(db: sqlite3.Connection, _counts: dict[str, int]) -> Iterator[str]:
    for row in db.execute("PRAGMA foreign_key_check"):
        yield f"{row['table']} {row['rowid']}: no row of {row['parent']}"


def _texts(db: sqlite3.Connection, counts: dict[str, int]) -> Iterator[str]:
    for document in db.execute("SELECT id, digest, length FROM document ORDER BY id").fetchall():
        blocks = db.execute(
            "SELECT start, byte_start, text FROM block WHERE document = ? ORDER BY number", (document["id"],)
        ).fetchall()
        counts["texts"] += 1
        at = byte = 0
        whole = hashlib.sha256()
        for block in blocks:
            if (block["start"], block["byte_start"]) != (at, byte):
                yield f"document {document['id']}: its text has a gap at {at}"
                break
            data = block["text"].encode()
            at, byte = at + len(block["text"]), byte + len(data)
            whole.update(data)
        else:
            if at != document["length"]:
                yield f"document {document['id']}: its text has {at} characters, not {document['length']}"
            counts["verified"] += whole.hexdigest() == document["digest"]


def _logged(db: sqlite3.Connection, counts: dict[str, int]) -> Iterator[str]:
    for table in LOGGED:
        there = {row["id"]: dict(row) for row in db.execute(f"SELECT * FROM {table}")}
        told: dict[int, str | None] = {}
        for change in db.execute("SELECT row, after FROM change WHERE tbl = ? ORDER BY id", (table,)):
            told[change["row"]] = change["after"]
        for number, after in told.items():
            counts["rows"] += 1
            row, logged = there.get(number), None if after is None else json.loads(after)
            if row is not None and logged is not None:  # acts of earlier formats know fewer columns
                row = {name: value for name, value in row.items() if name in logged}
                logged = {name: value for name, value in logged.items() if name in row}
            if logged != row:
                yield f"{table} {number}: not as the log has it"
