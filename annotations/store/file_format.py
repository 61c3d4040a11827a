"""Whether a file is a library, and of which format: all that must be known of one of today's."""

import sqlite3

from annotations.errors import LibraryNewer, NotALibrary
from annotations.files.library_files import APPLICATION_ID

VERSION = 5
"""The number of migrations that make a library of today; `PRAGMA user_version` of one."""


def _identity(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Return the application id, format version and number of tables of a file that may be anything."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return application, version, tables


def check(connection: sqlite3.Connection, path: str) -> int:
    """Return the format version of an open file, 0 if it is empty. Raises NotALibrary or LibraryNewer."""
    try:
        application, version, tables = _identity(connection)
    except UnicodeDecodeError as error:  # what SQLite says of a damaged schema quotes it
        raise sqlite3.DatabaseError("database disk image is malformed") from error
    if tables and application != APPLICATION_ID:
        raise NotALibrary(path=path)
    if version > VERSION:
        raise LibraryNewer(path=path, found=version, known=VERSION)
    return version
