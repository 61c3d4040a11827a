"""Opening a library's file: to work in it, to read it where it cannot be written, and making one where none is."""

import errno
import os
import sqlite3
import stat
from contextlib import suppress

from annotations.errors import (
    LibraryDamaged,
    LibraryEmpty,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryReadOnly,
    NotALibrary,
)
from annotations.files.library_files import is_library
from annotations.store import file_format

BUSY_MS = 30_000  # a colleague's work of a thousand texts is merged in less


def explained(path: str, error: sqlite3.Error) -> LibraryError:
    """Return the LibraryError that says what `error` means for the library at `path`."""
    from annotations.store.backups import damaged, newest

    text = str(error)
    if "malformed" in text or ("not a database" in text and (is_library(path) or newest(path))):
        return damaged(path)
    if "not a database" in text:
        return NotALibrary(path=path)
    if "locked" in text or "busy" in text:
        return LibraryLocked(path=path)
    if "full" in text:
        return LibraryFull(path=path)
    if "readonly" in text:
        return LibraryReadOnly(path=path)
    return LibraryError(path=path, reason=text)


def _pragmas(db: sqlite3.Connection) -> None:
    """Set what every connection that writes has. Where a file system cannot share a log, SQLite keeps a journal."""
    with suppress(sqlite3.OperationalError):  # no shared memory on some network file systems
        db.execute("PRAGMA journal_mode = WAL")
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
        db.execute(f"PRAGMA {pragma}")


def _opened(place: str, *, uri: bool = False, shared: bool = False) -> sqlite3.Connection:
    db = sqlite3.connect(place, isolation_level=None, uri=uri, check_same_thread=not shared)
    db.row_factory = sqlite3.Row
    db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return db


def _check_file(path: str) -> bool:
    """Return whether there is a file at `path`. Raises LibraryError for a folder, LibraryEmpty for an empty file."""
    try:
        there = os.stat(path)
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise LibraryError(path=path, reason=getattr(error, "strerror", None) or str(error)) from error
    if stat.S_ISDIR(there.st_mode):
        raise LibraryError(path=path, reason="it is a folder") from IsADirectoryError(errno.EISDIR, "")
    if not there.st_size and stat.S_ISREG(there.st_mode):
        raise LibraryEmpty(path=path)
    return True


def _create(path: str) -> None:
    """Make an empty library, complete before it has its name: a kill leaves none, and of two makers one is first."""
    from annotations.files.write import new_beside
    from annotations.store import schema
    from annotations.store.copies import put_new

    real = os.path.realpath(path)
    try:
        descriptor, temporary = new_beside(real, 0o600)
    except OSError as error:
        raise LibraryError(path=path, reason=error.strerror or str(error)) from error
    os.close(descriptor)
    try:
        db = _opened(temporary)
        try:
            schema.migrate(db, path)
        finally:
            db.close()
        put_new(temporary, real)
    except OSError as error:
        raise LibraryError(path=path, reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def connect(path: str, *, shared: bool = False) -> sqlite3.Connection:
    """Open the library at `path` with its pragmas set, creating or migrating it if needed.

    shared: threads that take turns may use it.
    Raises NotALibrary, LibraryNewer, LibraryLocked or another LibraryError, leaving the file unchanged.
    """
    db: sqlite3.Connection | None = None
    try:
        if path != ":memory:" and not _check_file(path):
            _create(path)
        db = _opened(path, shared=shared)
        version = file_format.check(db, path)
        _pragmas(db)
        if version < file_format.VERSION:
            from annotations.store import schema

            schema.migrate(db, path)
    except sqlite3.Error as error:
        if db is not None:
            db.close()
        raise explained(path, error) from error
    except LibraryError:
        if db is not None:
            db.close()
        raise
    return db


def connect_to_look(path: str) -> sqlite3.Connection:
    """Open the library at `path`, of any format, for threads that take turns at reading it. Raises as `connect`."""
    if not _check_file(path):
        raise LibraryError(path=path, reason="there is no such file") from FileNotFoundError(errno.ENOENT, "")
    try:
        db = _opened(path, shared=True)
        try:
            file_format.check(db, path)
        except BaseException:
            db.close()
            raise
    except sqlite3.Error as error:
        raise explained(path, error) from error
    return db


def connect_to_read(path: str, *, shared: bool = False) -> sqlite3.Connection:
    """Open the library at `path` for reading, even if neither it nor its folder is writable. Raises as `connect`.

    One of an older format is migrated in a copy that is thrown away, as is one whose log cannot be read in its place.
    """
    if path == ":memory:":
        return connect(path, shared=shared)
    if not _check_file(path):
        raise LibraryError(path=path, reason="there is no such file") from FileNotFoundError(errno.ENOENT, "")
    from urllib.parse import quote_from_bytes

    place = f"file:{quote_from_bytes(os.fsencode(os.path.abspath(path)))}?mode=ro"
    alone = not _has_log(path)
    immutable = f"{place}&immutable=1"  # no index of a log is wanted, so it can be read where nothing can be written
    sealed = not os.access(os.path.dirname(os.path.abspath(path)), os.W_OK)
    for way in [immutable] if alone and sealed else [place, immutable] if alone else [place]:
        try:
            db = _read(way, path, shared=shared)
        except sqlite3.Error as error:
            if isinstance(explained(path, error), NotALibrary | LibraryDamaged | LibraryLocked):
                raise explained(path, error) from error
            continue
        if db is not None:
            return db
        break
    try:
        return connect_copy(path, shared=shared)
    except LibraryFull:
        return _read_alone(path, shared=shared)


def _read_alone(path: str, *, shared: bool) -> sqlite3.Connection:
    """Open a library whose log must be read where nothing can be written: alone, the log's index is in memory.

    See https://www.sqlite.org/wal.html#noshm. Raises LibraryFull.
    """
    try:
        db = _opened(path, shared=shared)
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            if file_format.check(db, path) == file_format.VERSION:
                return db
        except BaseException:
            db.close()
            raise
        db.close()
    except sqlite3.Error as error:
        raise LibraryFull(path=path) from error
    raise LibraryFull(path=path)


def _read(way: str, path: str, *, shared: bool) -> sqlite3.Connection | None:
    """Open a library for reading in one way; return None if it is of an older format. Raises sqlite3.Error."""
    db = _opened(way, uri=True, shared=shared)
    try:
        version = file_format.check(db, path)
    except BaseException:
        db.close()
        raise
    if version == file_format.VERSION:
        return db
    db.close()
    return None


def _has_log(path: str) -> bool:
    with suppress(OSError):
        return os.path.getsize(f"{path}-wal") > 0
    return False


def connect_copy(path: str, *, shared: bool = False) -> sqlite3.Connection:
    """Open a copy of the library at `path`, to read it; the copy has no name any more. Raises as `connect`."""
    from annotations.store.copies import copy_files, scratch

    with scratch(path) as folder:
        try:
            db = connect(copy_files(path, folder), shared=shared)
            db.execute("PRAGMA journal_mode = DELETE")  # one file, which stays readable without its name
        except OSError as error:
            raise LibraryError(path=path, reason=error.strerror or str(error)) from error
        except sqlite3.Error as error:
            raise explained(path, error) from error
        except LibraryError as error:
            raise type(error)(**{**error.values, "path": path}) from error
    return db
