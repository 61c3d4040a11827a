"""Whether the file at a library's path is still the one that is open.

A sync client, a colleague or the user may remove or replace the file of an open library. What is written then goes into
a file without a name, and the log that SQLite keeps under the library's name would be read into the new file, whose
pages it does not fit: on finding this the log is written back into the open file and its name is taken away, and the
connection is never closed, since closing would delete the files of that name, which belong to the new library.
"""

import os
import sqlite3
from contextlib import suppress

from annotations.files.library_files import COMPANIONS

_Identity = tuple[int, int]  # device and number


def _identity(path: str) -> _Identity | None:
    with suppress(OSError):
        there = os.stat(path)
        return (there.st_dev, there.st_ino)
    return None


class Watch:
    """Watches the file of one open connection."""

    def __init__(self, db: sqlite3.Connection, path: str) -> None:
        """Remember which file is open. path: ":memory:" is never replaced."""
        self._db, self._path = db, path
        self._file = _identity(path) if path != ":memory:" else None
        self._companions: dict[str, _Identity] = {}
        self.replaced = False
        self.look()

    def look(self) -> bool:
        """Return whether the file is still in its place."""
        if self._file is None:
            return True
        if not self.replaced and _identity(self._path) == self._file:
            for end in COMPANIONS[:2]:
                found = _identity(self._path + end)
                if found is not None:
                    self._companions[end] = found
            return True
        if not self.replaced:
            self.replaced = True
            self._let_go()
        return False

    def _let_go(self) -> None:
        """Complete the open file, and leave the name to the new one."""
        import ctypes  # hardly ever needed

        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._db))  # never closed, not even at the end
        with suppress(sqlite3.Error):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for end, ours in self._companions.items():
            if _identity(self._path + end) == ours:
                with suppress(OSError):
                    os.unlink(self._path + end)
