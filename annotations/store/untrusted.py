"""Opening a library that somebody else made: in a copy, read alone, with nothing of its schema trusted.

An SQLite file can hold code (triggers, views, expressions in indexes) and endless work. See
https://www.sqlite.org/security.html
"""

import os
import sqlite3
from time import monotonic

from annotations.errors import (
    HashiyaError,
    LibraryDamaged,
    LibraryError,
    MergeRefused,
    MergeTooSlow,
    NotALibrary,
    NotAWholeLibrary,
)
from annotations.files.library_files import is_library
from annotations.store import file_format, schema
from annotations.store.copies import copy_files, scratch
from annotations.store.open_file import explained

_SECONDS, _BYTES_A_SECOND = 4.0, 1 << 22  # how long reading may take: so many seconds, and one for each four megabytes
_OFTEN = 20_000  # steps of SQLite's machine between two looks at the clock


def connect_untrusted(path: str) -> sqlite3.Connection:
    """Open a copy of the library at `path`, of this or an earlier format, to read it; the file itself is not touched.

    Raises NotALibrary for a file that is none, and MergeRefused for one that is not what it says it is.
    """
    if not is_library(path):
        raise NotALibrary(path=path)
    with scratch(path) as folder:
        try:
            copy = copy_files(path, folder)
        except OSError as error:
            raise LibraryError(path=path, reason=error.strerror or str(error)) from error
        db = sqlite3.connect(copy, isolation_level=None)
        try:
            _limit(db, os.path.getsize(copy))
            _prepare(db, path)
        except sqlite3.Error as error:
            db.close()
            raise refused(path, error) from error
        except HashiyaError:
            db.close()
            raise
    return db


def refused(path: str, error: Exception) -> HashiyaError:
    """Return the error for a file whose contents made one."""
    if isinstance(error, sqlite3.OperationalError) and "interrupted" in str(error):
        return MergeTooSlow(path=path)
    if isinstance(error, sqlite3.Error) and isinstance(explained(path, error), LibraryDamaged):
        return LibraryDamaged(path=path)
    return MergeRefused(path=path, reason=f"{type(error).__name__}: {error}")


def _limit(db: sqlite3.Connection, size: int) -> None:
    """Let SQLite work on it only for so long."""
    end = monotonic() + _SECONDS + size / _BYTES_A_SECOND
    db.set_progress_handler(lambda: int(monotonic() > end), _OFTEN)


def _prepare(db: sqlite3.Connection, path: str) -> None:
    db.row_factory = sqlite3.Row
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "journal_mode = DELETE"):
        db.execute(f"PRAGMA {pragma}")
    version = file_format.check(db, path)
    if version < 1:
        raise NotAWholeLibrary(path=path, table="")
    for kind in ("trigger", "view"):
        for row in db.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,)).fetchall():
            name = str(row["name"]).replace('"', '""')
            db.execute(f'DROP {kind} "{name}"')
    _check_tables(db, path, version)
    if db.execute("PRAGMA quick_check(1)").fetchone()["quick_check"] != "ok":
        raise LibraryDamaged(path=path)
    if version < file_format.VERSION:
        schema.migrate(db, path, backup=False)


def _check_tables(db: sqlite3.Connection, path: str, version: int) -> None:
    """Raise MergeRefused unless the tables are those of this format, with plain columns."""
    wanted = _listed() if version == file_format.VERSION else _made(version)
    found = _columns(db)
    for table, columns in wanted.items():
        if not columns <= found.get(table, set()):
            raise NotAWholeLibrary(path=path, table=table)


def _listed() -> dict[str, set[str]]:
    """Return the columns of each table of today's format, as columns.tsv has them."""
    found: dict[str, set[str]] = {}
    with open(os.path.join(os.path.dirname(__file__), "columns.tsv"), encoding="utf-8") as file:
        for line in file:
            table, column, *_about = line.rstrip("\n").split("\t")
            if column and not line.startswith("#"):
                found.setdefault(table, set()).add(column)
    return found


def _made(version: int) -> dict[str, set[str]]:
    """Return the columns of each table of an earlier format."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    fresh.row_factory = sqlite3.Row
    try:
        schema.make(fresh, version)
        return _columns(fresh)
    finally:
        fresh.close()


def _columns(db: sqlite3.Connection) -> dict[str, set[str]]:
    """Return the plain columns of each table that is stored as one."""
    tables = [
        row["name"]
        for row in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        ).fetchall()
        if not row["name"].startswith(("sqlite_", "words", "_sqlite"))
    ]
    return {
        table: {
            row["name"]
            for row in db.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", (table,)).fetchall()
        }
        for table in tables
    }
