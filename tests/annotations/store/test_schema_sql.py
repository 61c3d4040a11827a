"""schema.sql is what a new library has, every column of it explained, and SQLite reads it."""

import sqlite3

from tests.schema_sql import SCHEMA, comments, schema


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
