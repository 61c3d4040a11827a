"""The library's tables, their migrations, and the triggers that write the change log.

One SQLite file: WAL, synchronous=FULL, foreign keys on, an application id, `user_version` = number of applied
migrations. An older file is backed up and then migrated in one transaction; a newer one is refused.
"""

import os.path
import sqlite3
from typing import TYPE_CHECKING, Any

from annotations.files.library_files import APPLICATION_ID
from annotations.store import file_format
from annotations.store.copies import back_up_beside
from annotations.store.new_library import create
from annotations.store.tables import (
    CORRECTED,
    CRAFT,
    CRAFT_INDEXES,
    CRAFT_TABLES,
    FOREIGN,
    INDEXED,
    LARGE_INDEXES,
    LARGE_TABLES,
    LOCALIZED,
    LOGGED,
    NAMES_INDEXES,
    NOTHING,
    TABLES,
    UNIQUE,
)
from annotations.store.transaction import transaction
from annotations.values.localized import Localized

if TYPE_CHECKING:
    from sqlite_utils import Database

_LANGUAGES = ("ar", "en")  # that had columns of their own before the fourth version


def _make(db: "Database", name: str, columns: dict[str, type]) -> None:
    foreign = [(column, other, "id") for column, other in FOREIGN.get(name, {}).items()]
    db.table(name).create(columns, pk="document" if name == "place" else "id", foreign_keys=foreign)
    if name in UNIQUE:
        db.table(name).create_index(UNIQUE[name], unique=True)
    for columns_indexed in INDEXED.get(name, []):
        db.table(name).create_index(columns_indexed)


def _create(db: "Database") -> None:
    """Create the tables of the first version and insert the starter codebook."""
    from annotations.values.codebook import starter_rows

    for name, columns in TABLES.items():
        _make(db, name, columns)
    db.table("current").insert({"id": 1, "act": None})
    db.table("tag").insert_all({**row, "slot": int(row["slot"]), "color": int(row["slot"])} for row in starter_rows())


def _add_columns(db: "Database", added: dict[str, dict[str, type]]) -> None:
    for name, columns in added.items():
        for column, kind in columns.items():
            db.table(name).add_column(column, kind, not_null_default=NOTHING[kind])


def _add_corrections(db: "Database") -> None:
    """Add the columns of the second version; existing data keep their meaning.

    The rule by which an earlier version chose a speaker is unknown, so reason stays empty.
    """
    _add_columns(db, CORRECTED)
    for statement in (
        "UPDATE speaker SET known_as = name",
        "UPDATE topic SET known_as = text",
        "UPDATE statement SET act = CASE kind WHEN 'topic' THEN 'topic' ELSE 'claim' END",
    ):
        db.execute(statement)


def _add_craft(db: "Database") -> None:
    """Add the tables and columns of the third version, assign uids to tags and annotations, and index the texts."""
    from annotations.store.word_index import index_document
    from annotations.values.codebook import starter_rows

    _add_columns(db, CRAFT)
    for name, columns in CRAFT_TABLES.items():
        _make(db, name, columns)
    for name, indexes in CRAFT_INDEXES.items():
        for columns_indexed in indexes:
            db.table(name).create_index(columns_indexed)
    db.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (folded, content = '', tokenize = 'unicode61 remove_diacritics 0')"
    )
    for row in starter_rows():
        query = "UPDATE tag SET uid = ? WHERE id = ? AND name_ar = ?"
        db.execute(query, (f"starter-{row['slot']}", int(row["slot"]), row["name_ar"]))
    for name in ("tag", "annotation"):
        db.execute(f"UPDATE {name} SET uid = lower(hex(randomblob(8))) WHERE uid = ''")
    for (document,) in db.execute("SELECT id FROM document").fetchall():
        index_document(db.conn, document)


def _localized(row: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
    """Return a row with one JSON value in the place of a column for each language."""
    named = {f"{column}_{language}" for column in columns for language in _LANGUAGES}
    words = {
        column: Localized.of({one: row.get(f"{column}_{one}") or "" for one in _LANGUAGES}).json() for column in columns
    }
    return {name: value for name, value in row.items() if name not in named} | words


def _localize_table(db: "Database", table: str, columns: tuple[str, ...]) -> None:
    for column in columns:
        db.table(table).add_column(column, str, not_null_default="{}")
    for row in list(db.table(table).rows):
        found = _localized(row, columns)
        db.table(table).update(row["id"], {column: found[column] for column in columns})
    for column in columns:
        for language in _LANGUAGES:
            db.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}_{language}"')


def _localize_log(db: "Database", table: str, columns: tuple[str, ...]) -> None:
    """Bring the logged rows of a table to its new columns, so that acts of earlier versions can be undone."""
    import json

    for number, *sides in db.execute("SELECT id, before, after FROM change WHERE tbl = ?", (table,)).fetchall():
        found = [
            None if side is None else json.dumps(_localized(json.loads(side), columns), ensure_ascii=False)
            for side in sides
        ]
        db.execute("UPDATE change SET before = ?, after = ? WHERE id = ?", (*found, number))


def _name_conflicts(db: "Database") -> None:
    """Name the two sides of conflicts, and their fields by column and language, in the conflicts and their log."""
    for old, new in (("mine", "local"), ("theirs", "incoming")):
        db.execute(f"ALTER TABLE conflict RENAME COLUMN {old} TO {new}")
        for side in ("before", "after"):
            db.execute(
                f"UPDATE change SET {side} = json_remove(json_set({side}, '$.{new}', json_extract({side}, '$.{old}')), "
                f"'$.{old}') WHERE tbl = 'conflict' AND {side} IS NOT NULL"
            )
    for column in ("name", "description"):
        for language in _LANGUAGES:
            old, new = f"{column}_{language}", f"{column}.{language}"
            db.execute("UPDATE conflict SET field = ? WHERE field = ?", (new, old))
            for side in ("before", "after"):
                db.execute(
                    f"UPDATE change SET {side} = json_set({side}, '$.field', ?) "
                    f"WHERE tbl = 'conflict' AND json_extract({side}, '$.field') = ?",
                    (new, old),
                )


def _index_words_again(db: "Database") -> None:
    """Index the texts as they fold today (until format 3 ۀ, ۍ and a presentation form's hamza folded otherwise)."""
    from annotations.store.word_index import index_document

    db.execute("DELETE FROM paragraph")
    db.execute("INSERT INTO words (words) VALUES ('delete-all')")
    for (document,) in db.execute("SELECT id FROM document").fetchall():
        index_document(db.conn, document)


def _add_names(db: "Database") -> None:
    """Store words by language as one value, in tables and log, and index what a large library is asked for."""
    for name in LOGGED:
        for event in ("insert", "update", "delete"):
            db.execute(f"DROP TRIGGER IF EXISTS log_{name}_{event}")
    for table, columns in LOCALIZED.items():
        _localize_table(db, table, columns)
        _localize_log(db, table, columns)
    _name_conflicts(db)
    _index_words_again(db)
    for name, indexes in NAMES_INDEXES.items():
        for columns_indexed in indexes:
            db.table(name).create_index(columns_indexed, if_not_exists=True)


def _add_large(db: "Database") -> None:
    """Add what a large text is opened by: its stretches, the stamps of files, counts of paragraphs, indexes by place."""
    for name, columns in LARGE_TABLES.items():
        _make(db, name, columns)
    for name, indexes in LARGE_INDEXES.items():
        for columns_indexed in indexes:
            db.table(name).create_index(columns_indexed, if_not_exists=True)


def _row_json(connection: sqlite3.Connection, name: str, side: str) -> str:
    columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))]
    pairs = ", ".join(f"'{column}', {side}.\"{column}\"" for column in columns)
    return f"json_object({pairs})"


def create_log_triggers(connection: sqlite3.Connection) -> None:
    """Create the triggers that write every change to the logged tables to `change` during an act."""
    for name in LOGGED:
        old, new = (_row_json(connection, name, side) for side in ("OLD", "NEW"))
        for event, before, after, row in (
            ("insert", "NULL", new, "NEW"),
            ("update", old, new, "NEW"),
            ("delete", old, "NULL", "OLD"),
        ):
            trigger = f"log_{name}_{event}"
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
            connection.execute(
                f'CREATE TRIGGER {trigger} AFTER {event.upper()} ON "{name}" '
                "WHEN (SELECT act FROM current) IS NOT NULL BEGIN "
                "INSERT INTO change (act, tbl, row, before, after) VALUES "
                f"((SELECT act FROM current), '{name}', {row}.id, {before}, {after}); END"
            )


def create_views(connection: sqlite3.Connection) -> None:
    """Create the views for other programs as views.sql has them today."""
    with open(os.path.join(os.path.dirname(__file__), "views.sql"), encoding="utf-8") as file:
        views = file.read().partition("CREATE VIEW ")[2].split("CREATE VIEW ")
    for view in views:
        connection.execute(f"DROP VIEW IF EXISTS {view.split()[0]}")
        connection.execute(f"CREATE VIEW {view.rstrip().rstrip(';')}")


MIGRATIONS = (
    ("001_tables", _create),
    ("002_corrections", _add_corrections),
    ("003_craft", _add_craft),
    ("004_names", _add_names),
    ("005_large", _add_large),
)


def make(db: sqlite3.Connection, version: int) -> None:
    """Make the tables of a format in an empty file, for comparison."""
    from sqlite_utils import Database

    wrapped = Database(db)
    for _name, step in MIGRATIONS[:version]:
        step(wrapped)


def _apply(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database, Migrations

    migrations = Migrations("hashiya")
    for name, step in MIGRATIONS:
        migrations(name=name)(step)
    migrations.apply(Database(connection))


def migrate(connection: sqlite3.Connection, path: str, *, backup: bool = True) -> None:
    """Migrate the library to the current format, in one transaction; an older file is backed up first.

    The backup gets a name that nothing has: `PATH.format-2.backup`, or with a number.
    """
    version = file_format.check(connection, path)
    if backup and 0 < version < file_format.VERSION:
        back_up_beside(connection, path, f"format-{version}")
    with transaction(connection):
        version = file_format.check(connection, path)
        if version < file_format.VERSION:
            if version:
                _apply(connection)
                create_views(connection)
            else:
                create(connection, [name for name, _step in MIGRATIONS])
            create_log_triggers(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {file_format.VERSION}")
