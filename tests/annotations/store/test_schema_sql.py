"""schema.sql is what a new library has, every column of it explained, and SQLite reads it."""

import os
import sqlite3

from annotations.library import Library
from annotations.store.new_library import create
from tests.schema_sql import SCHEMA, comments, migrated, schema


def test_the_schema_file_is_that_of_a_new_library() -> None:
    with open(SCHEMA, encoding="utf-8") as file:
        assert file.read() == schema()


def test_sqlite_makes_of_it_the_same_tables_and_columns() -> None:
    db = sqlite3.connect(":memory:")
    with open(SCHEMA, encoding="utf-8") as file:
        db.executescript(file.read())
    made = {
        (table, row[1])
        for (table,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'"
        ).fetchall()
        for row in db.execute(f'PRAGMA table_info("{table}")')
    }
    assert made == {(table, column) for table, column in comments() if column}
    for view in ("v_annotations", "v_statements", "v_documents"):
        assert db.execute(f"SELECT * FROM {view}").fetchall() == []


def shape(db: sqlite3.Connection) -> dict[str, object]:
    """Return what the tables of a file are made of, whatever the words of the statements that made them."""
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found: dict[str, object] = {}
    for table in tables:
        indexes = db.execute(f'PRAGMA index_list("{table}")').fetchall()
        found[table] = (
            db.execute(f'PRAGMA table_info("{table}")').fetchall(),
            sorted(row[2:] for row in db.execute(f'PRAGMA foreign_key_list("{table}")')),
            sorted((row[1:3], tuple(db.execute(f'PRAGMA index_info("{row[1]}")'))) for row in indexes),
        )
    return found


def test_a_new_library_is_one_that_was_brought_to_todays_format(tmp_path: os.PathLike[str]) -> None:
    old = migrated(os.path.join(tmp_path, "old.db"))
    Library(os.path.join(tmp_path, "new.db"), "x").close()
    new = sqlite3.connect(os.path.join(tmp_path, "new.db"))
    names = [row[1] for row in old.execute("PRAGMA table_info(tag)")]
    wanted, made = shape(old), shape(new)
    del made["_sqlite_migrations"]
    assert made == wanted
    query = f"SELECT {', '.join(names)} FROM tag ORDER BY id"
    assert new.execute(query).fetchall() == old.execute(query).fetchall()
    assert new.execute("SELECT * FROM current").fetchall() == [(1, None)]
    views = "SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name"
    assert [row[0] for row in new.execute(views)] == [row[0] for row in old.execute(views)]
    applied = [row[0] for row in new.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    empty = sqlite3.connect(":memory:")
    create(empty, applied)
    assert shape(empty).keys() == made.keys() | {"_sqlite_migrations"}
    assert len(applied) == 5
