"""Libraries of earlier formats, for the tests."""

import contextlib
import json
import os
import sqlite3

from sqlite_utils import Database

from annotations.files.library_files import APPLICATION_ID
from annotations.store import schema
from annotations.store.tables import TABLES


def older(path: str, version: int) -> None:
    """Make an empty library of an earlier format, by the migrations up to it."""
    db = sqlite3.connect(path, isolation_level=None)
    db.row_factory = sqlite3.Row
    wrapped = Database(db)
    for _name, step in schema.MIGRATIONS[:version]:
        step(wrapped)
    wrapped.table("_sqlite_migrations").insert_all(
        {"migration_set": "hashiya", "name": name, "applied_at": ""} for name, _step in schema.MIGRATIONS[:version]
    )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")
    db.close()


def _strip_log(db: sqlite3.Connection) -> None:
    """Leave in the log the columns that the first format had."""
    for number, table, *sides in db.execute("SELECT id, tbl, before, after FROM change").fetchall():
        known = [
            side and {name: value for name, value in json.loads(side).items() if name in TABLES.get(table, {})}
            for side in sides
        ]
        db.execute(
            "UPDATE change SET before = ?, after = ? WHERE id = ?",
            (*(side and json.dumps(side) for side in known), number),
        )


def as_first_format(path: str) -> None:
    """Write a library again in the first format, with all that it could hold but the tags."""
    db = sqlite3.connect(path)
    rows = {
        name: (tuple(columns), db.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall())
        for name, columns in TABLES.items()
        if name not in {"tag", "current"}
    }
    db.close()
    for end in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.remove(path + end)
    older(path, 1)
    db = sqlite3.connect(path)
    for name, (columns, held) in rows.items():
        db.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", held)
    _strip_log(db)
    db.commit()
    db.close()
