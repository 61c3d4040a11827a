"""Salvaging a damaged library: what can be read of it, in a new one."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from annotations.errors import LibraryError, OutputExists
from annotations.store import schema
from annotations.store.copies import copy_files, copy_to_new, scratch
from annotations.store.word_index import index_document

_TRIED, _STEP = 1_000_000, 16  # row numbers tried, and passed over at once where nothing can be read
_GIVEN_UP = 150  # steps without a row after which the rest of a table is given up
_OWN = ("paragraph", "words", "current")  # made anew


def salvage(path: str, target: str) -> dict[str, int]:
    """Copy every readable row of the library at `path` into a new library; return how many of each table.

    The damaged file is not touched. Rows whose owner could not be read are left out. Raises LibraryError, OutputExists.
    """
    with scratch(path) as folder:
        try:
            damaged = sqlite3.connect(copy_files(path, folder), isolation_level=None)
        except OSError as error:
            raise LibraryError(path=path, reason=error.strerror or str(error)) from error
        fresh = sqlite3.connect(":memory:", isolation_level=None)
        try:
            fresh.row_factory = damaged.row_factory = sqlite3.Row
            schema.migrate(fresh, target)
            counts = _copy_all(damaged, fresh)
            _drop_orphans(fresh)
            _index(fresh)
            if not copy_to_new(fresh, target):
                raise OutputExists(path=target)
        finally:
            damaged.close()
            fresh.close()
    return counts


def _copy_all(damaged: sqlite3.Connection, fresh: sqlite3.Connection) -> dict[str, int]:
    tables = [
        row["name"]
        for row in fresh.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'")
        if row["name"] not in _OWN and not row["name"].startswith(("sqlite_", "_"))
    ]
    counts: dict[str, int] = {}
    for table in tables:
        fresh.execute(f'DELETE FROM "{table}"')
    for table in tables:
        columns = [row["name"] for row in fresh.execute(f'PRAGMA table_info("{table}")')]
        marks = ", ".join("?" * len(columns))
        for row in _rows(damaged, table, columns):
            if table != "block" and any(isinstance(value, str) and "\0" in value for value in row):
                continue  # part of its page was wiped
            with suppress(sqlite3.Error):
                fresh.execute(f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})', row)
        counts[table] = int(fresh.execute(f'SELECT count(*) AS n FROM "{table}"').fetchone()["n"])
    return counts


def _rows(damaged: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that can be read: where a page is damaged, it goes on after the rows that were on it."""
    names = ", ".join(f'"{name}"' for name in columns)
    query = f'SELECT rowid AS at, {names} FROM "{table}" WHERE rowid > ? ORDER BY rowid'
    at, last, step, failed = 0, _last(damaged, table), 1, 0
    while at <= last and failed < _GIVEN_UP:
        try:
            for row in damaged.execute(query, (at,)):
                if row["at"] <= at:  # a damaged page leads back
                    raise sqlite3.DatabaseError
                at, step, failed = row["at"], 1, 0
                yield tuple(row)[1:]
        except (sqlite3.Error, UnicodeDecodeError):
            at, step, failed = at + step, min(step * 2, _STEP), failed + 1
        else:
            return


def _last(damaged: sqlite3.Connection, table: str) -> int:
    """Return the highest row number that can be read, but not more than are worth trying one by one."""
    with suppress(sqlite3.Error):
        row = damaged.execute(f'SELECT rowid AS at FROM "{table}" ORDER BY rowid DESC LIMIT 1').fetchone()
        return 0 if row is None else min(int(row["at"]), _TRIED)
    return _TRIED


def _drop_orphans(fresh: sqlite3.Connection) -> None:
    """Delete rows whose owner could not be read, until none is left."""
    before = -1
    while (broken := fresh.execute("PRAGMA foreign_key_check").fetchall()) and len(broken) != before:
        before = len(broken)
        for row in broken:
            fresh.execute(f'DELETE FROM "{row["table"]}" WHERE rowid = ?', (row["rowid"],))


def _index(fresh: sqlite3.Connection) -> None:
    for row in fresh.execute("SELECT id FROM document").fetchall():
        index_document(fresh, row["id"])
