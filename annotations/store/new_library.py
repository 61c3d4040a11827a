"""A new library, made from schema.sql at once: its migrations, and the package that runs them, are for older files."""

import os
import sqlite3
from collections.abc import Iterator, Sequence

from annotations.store.rows import insert, now
from annotations.values.codebook import starter_rows
from annotations.values.localized import Localized

_MIGRATED = (
    'CREATE TABLE "_sqlite_migrations" ("id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT, "applied_at" TEXT)',
    'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name" ON "_sqlite_migrations" ("migration_set", "name")',
)


def _statements() -> Iterator[str]:
    with open(os.path.join(os.path.dirname(__file__), "schema.sql"), encoding="utf-8") as file:
        held = ""
        for line in file:
            held += line
            if sqlite3.complete_statement(held):
                yield held
                held = ""


def create(db: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Make the tables, indexes and views in an empty file, with the starter codebook, within a transaction.

    migrations: the names of those that an older file would need; they are marked as applied.
    """
    for statement in (*_MIGRATED, *_statements()):
        db.execute(statement)
    for name in migrations:
        insert(db, "_sqlite_migrations", {"migration_set": "hashiya", "name": name, "applied_at": now()})
    insert(db, "current", {"id": 1, "act": None})
    for row in starter_rows():
        slot = int(row["slot"])
        words = {
            column: Localized.of({one: row[f"{column}_{one}"] for one in ("ar", "en")}).json()
            for column in ("name", "description")
        }
        insert(db, "tag", {"id": slot, "slot": slot, "color": slot, "uid": f"starter-{slot}", **words})
