"""Copies of a library: by SQLite's own backup, whole and at one moment, or of its files where it cannot be opened."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from annotations.errors import LibraryFull, OutputError
from annotations.files.library_files import COMPANIONS
from annotations.files.write import new_beside


def _copied(db: sqlite3.Connection, path: str) -> str:
    """Copy an open library, as it is now, into a new file of a random name in the folder of `path`; return its path."""
    try:
        descriptor, temporary = new_beside(path, 0o600)
    except OSError as error:
        raise OutputError(path=path, reason=error.strerror or str(error)) from error
    os.close(descriptor)
    try:
        copy = sqlite3.connect(temporary)
        try:
            db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # a copy is one file
        finally:
            copy.close()
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    return temporary


def copy_to(db: sqlite3.Connection, path: str) -> None:
    """Copy an open library into a file, in the place of one that is there. Raises OutputError or sqlite3.Error."""
    try:
        os.replace(_copied(db, path), path)
    except OSError as error:
        raise OutputError(path=path, reason=error.strerror or str(error)) from error


def copy_to_new(db: sqlite3.Connection, path: str) -> bool:
    """Copy an open library into a file that is not there yet; return False, leaving everything as it is, if it is."""
    temporary = _copied(db, path)
    try:
        return put_new(temporary, path)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def put_new(temporary: str, path: str) -> bool:
    """Give a complete file its name if nothing has it; return whether nothing had."""
    try:
        os.link(temporary, path, follow_symlinks=False)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            return False
        os.rename(temporary, path)
    return True


def back_up_beside(db: sqlite3.Connection, path: str, kind: str) -> str:
    """Copy an open library to `PATH.KIND.backup`, or to a name with a number if that is taken; return the name."""
    number = 1
    while True:
        name = f"{path}.{kind}.backup" if number == 1 else f"{path}.{kind}.{number}.backup"
        if not os.path.lexists(name) and copy_to_new(db, name):
            return name
        number += 1


@contextmanager
def scratch(path: str) -> Iterator[str]:
    """Yield a folder that is deleted afterwards, for a copy of the library at `path`. Raises LibraryError."""
    try:
        folder = tempfile.mkdtemp(prefix="hashiya-")
    except OSError as error:  # no folder for such can be written to
        raise LibraryFull(path=path) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def copy_files(path: str, folder: str) -> str:
    """Copy a library's file and its log into a folder, to be opened there; return the path of the copy.

    For one that must not be changed or cannot be opened where it is. Raises OSError.
    """
    copy = os.path.join(folder, "copy.db")
    for end in COMPANIONS:
        with suppress(FileNotFoundError):
            if end != "-shm":  # the index of the log is made anew
                shutil.copyfile(path + end, copy + end)
    shutil.copyfile(path, copy)
    return copy
