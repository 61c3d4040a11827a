"""An open library file and the coder working in it: reading it, and performing acts on it.

The available acts are defined by the classes built on it (Library, Codebook, Passages, Form, Persons); this one deals
with SQLite.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from annotations.errors import DocumentDeleted, HashiyaError, LibraryReplaced
from annotations.store import annotation_rows, backups, history, open_file
from annotations.store.document_rows import is_deleted
from annotations.store.examine import Findings, examine
from annotations.store.untrusted import connect_untrusted
from annotations.store.watch import Watch
from annotations.values.coders import clean_name
from annotations.values.log import Act

Database = sqlite3.Connection
"""An open file as the store's questions take it; rooms outside the store hand it on and never use it themselves."""

_RESTS_AFTER, _BACKS_UP_AFTER = 5.0, 30.0  # seconds without an act

T = TypeVar("T")
P = ParamSpec("P")


def sqlite_version() -> str:
    """Return the version of SQLite in use."""
    return sqlite3.sqlite_version


def _back_up(path: str) -> None:
    """Make the day's backup of the library at `path`, unless there is one; a failure is tried again another time."""
    with suppress(HashiyaError, sqlite3.Error, OSError):
        backups.clear_parts(path)
        if backups.is_due(path):
            db = open_file.connect_to_read(path)
            try:
                backups.back_up(db, path)
            finally:
                db.close()


class Connection:
    """A library file, opened by one coder in one thread."""

    def __init__(self, path: str, coder: str, *, read_only: bool = False, trusted: bool = True) -> None:
        """Open the file at `path`. read_only: nothing will or may be written; trusted: it is the user's own.

        Raises a LibraryError, and MergeRefused for a file of somebody else's that is not what it says it is.
        """
        self.path, self.read_only = path, read_only or not trusted
        if not trusted:
            self.db = connect_untrusted(path)
        else:
            self.db = open_file.connect_to_read(path) if read_only else open_file.connect(path)
        self.coder_name = clean_name(coder) or coder
        self._coder = 0
        self._acted, self._rested, self._backed_up = 0.0, True, False
        self._watch = Watch(self.db, ":memory:" if self.read_only else path)

    @property
    def coder(self) -> int:
        """The id of this coder, who is written into the library only when there is something to write."""
        if not self._coder:
            with self.wrapped():
                if self.read_only:
                    return annotation_rows.find_coder(self.db, self.coder_name)
                self._coder = annotation_rows.coder_id(self.db, self.coder_name)
        return self._coder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def check_sound(self) -> None:
        """Raise LibraryDamaged if SQLite finds the file damaged."""
        self.read(backups.check_sound, self.path)

    def check_file(self) -> None:
        """Raise LibraryReplaced if the file was removed, or another one is in its place."""
        if not self._watch.look():
            raise LibraryReplaced(path=self.path)

    def close(self) -> None:
        """Close the file, unless another one has taken its place: closing would delete what SQLite keeps beside that."""
        if self._watch.look():
            self.db.close()

    @contextmanager
    def wrapped(self) -> Iterator[None]:
        """Convert SQLite's errors raised in the block to a LibraryError."""
        try:
            yield
        except sqlite3.Error as error:
            raise open_file.explained(self.path, error) from error
        except ValueError as error:  # what is stored as text or JSON is neither
            if isinstance(error, UnicodeDecodeError) or type(error).__name__ == "JSONDecodeError":
                raise backups.damaged(self.path) from error
            raise

    def read(self, query: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask a question of one of the store's modules, with its arguments, and return the answer."""
        with self.wrapped():
            return query(self.db, *args, **kwargs)

    def data_version(self) -> int:
        """Return a number that changes whenever another connection writes."""
        with self.wrapped():
            return int(self.db.execute("PRAGMA data_version").fetchone()["data_version"])

    def rest(self) -> None:
        """Use a moment in which nothing is done: write the log back, and make the day's backup in a thread of its own."""
        idle = monotonic() - self._acted
        if self._acted and idle > _RESTS_AFTER and not self._rested:
            with suppress(sqlite3.Error):  # another program reads or writes: at the next rest
                self.db.execute("PRAGMA busy_timeout = 0")
                self._rested = not self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()["busy"]
            self.db.execute(f"PRAGMA busy_timeout = {open_file.BUSY_MS}")
        if self._acted and idle > _BACKS_UP_AFTER and not self._backed_up and self.path != ":memory:":
            self._backed_up = True
            Thread(target=_back_up, args=(self.path,), daemon=True).start()

    def back_up(self, target: str = "") -> str:
        """Copy the library to a file, or among its backups; return the path. Raises LibraryDamaged, OutputError."""
        return self.read(backups.back_up, self.path, target)

    def examine(self) -> Findings:
        """Examine the file: pages, owners, texts, and rows against the log."""
        return self.read(examine)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Run the block, which writes, in a file that is this one before and after it."""
        self.check_file()
        yield
        self.check_file()
        self._acted, self._rested = monotonic(), False

    @contextmanager
    def act(
        self,
        label: str,
        document: int | None = None,
        about: Mapping[str, Any] | None = None,
        before: Callable[[Database], object] | None = None,
    ) -> Iterator[int]:
        """Run the block as one act of this coder and yield the act's id.

        before: called in the same transaction, outside the act. Raises DocumentDeleted, LibraryReplaced.
        """
        with self._writing():
            coder = self.coder
            with self.wrapped(), history.act(self.db, label, coder, document, about, before=before) as number:
                if is_deleted(self.db, document):
                    raise DocumentDeleted
                yield number

    def undo(self, document: int | None) -> Act | None:
        """Undo this coder's last act, as `history.undo` does."""
        with self._writing():
            return self.read(history.undo, self.coder, document)

    def redo(self, document: int | None) -> Act | None:
        """Redo the act that this coder undid last, as `history.redo` does."""
        with self._writing():
            return self.read(history.redo, self.coder, document)
