"""The schema of today's format, as SQL with a comment on each column: `python -m tests.schema_sql` writes it anew."""

import os
import sqlite3
import tempfile

from annotations.store.schema import MIGRATIONS, create_views, make

_STORE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "annotations", "store")
SCHEMA = os.path.join(_STORE, "schema.sql")
HEAD = """-- The tables, indexes and views of a library, as a new one has them. Generated: change tables.py and a migration, or
-- views.sql, and the comments in columns.tsv; then run `python -m tests.schema_sql`.
-- A `start` and `end` are code points of the document's text, half-open. The triggers that write the log are left out.
"""


def comments() -> dict[tuple[str, str], str]:
    """Return what each column, or under an empty name each table, holds."""
    with open(os.path.join(_STORE, "columns.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[:1] != "#"]
    return {(row[0], row[1]): row[2] for row in rows}


def _own(name: str) -> bool:
    return not name.startswith(("sqlite_", "_sqlite_", "words_", "idx__sqlite"))


def _table(db: sqlite3.Connection, name: str, told: dict[tuple[str, str], str]) -> str:
    foreign = {row[3]: row[2] for row in db.execute(f'PRAGMA foreign_key_list("{name}")')}
    lines: list[tuple[str, str]] = []
    for _at, column, kind, required, default, key in db.execute(f'PRAGMA table_info("{name}")').fetchall():
        parts = [f'"{column}"' if column in ("end", "check") else column, kind]
        parts += ["PRIMARY KEY"] if key else ["NOT NULL"] if required else []
        parts += [f"DEFAULT {default}"] if default is not None else []
        parts += [f"REFERENCES {foreign[column]} (id)"] if column in foreign else []
        lines.append((" ".join(parts), told[name, column]))
    ends = [*("," for _line in lines[1:]), ""]
    width = max(len(line) for line, _comment in lines) + 1
    body = [
        f"  {line + end:{width}}" + (f"  -- {comment}" if comment else "")
        for (line, comment), end in zip(lines, ends, strict=True)
    ]
    return f"-- {told[name, '']}\nCREATE TABLE {name} (\n" + "\n".join(line.rstrip() for line in body) + "\n);\n"


def migrated(path: str) -> sqlite3.Connection:
    """Return a library of today's format that began as one of the first."""
    db = sqlite3.connect(path, isolation_level=None)
    db.row_factory = sqlite3.Row
    make(db, len(MIGRATIONS))
    create_views(db)
    db.row_factory = None
    return db


def schema() -> str:
    """Return the schema of a library brought to today's format."""
    told = comments()
    with tempfile.TemporaryDirectory() as folder:
        db = migrated(os.path.join(folder, "library.db"))
        named = db.execute("SELECT name, type, sql FROM sqlite_master ORDER BY name").fetchall()
        tables = [name for name, kind, sql in named if kind == "table" and _own(name) and "VIRTUAL" not in sql]
        parts = [_table(db, name, told) for name in tables]
        parts += [f"{sql};\n" for name, kind, sql in named if kind == "table" and "VIRTUAL" in sql]
        indexes = [" ".join(sql.split()) for name, kind, sql in named if kind == "index" and _own(name) and sql]
        parts.append("\n".join(f"{sql.replace('[', '').replace(']', '')};" for sql in indexes) + "\n")
        parts += [f"{sql};\n" for name, kind, sql in named if kind == "view"]
        db.close()
    return HEAD + "\n" + "\n".join(parts)


if __name__ == "__main__":
    with open(SCHEMA, "w", encoding="utf-8") as target:
        target.write(schema())
