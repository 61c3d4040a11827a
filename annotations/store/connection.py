"""An open library file and the coder working in it: reading it, and performing acts on it.

The available acts are defined by the classes built on it (Library, Codebook, Passages, Form, Persons); this one deals
with SQLite.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from annotations.errors import DocumentDeleted
from annotations.store import annotation_rows, history, schema
from annotations.store.transaction import transaction

T = TypeVar("T")


class Connection:
    """A library file, opened by one coder in one thread."""

    def __init__(self, path: str, coder: str, *, read_only: bool = False) -> None:
        """Open the file at `path`. read_only: nothing will or may be written. Raises a LibraryError."""
        self.path = path
        self.db = schema.connect_to_read(path) if read_only else schema.connect(path)
        self.coder_name = coder
        with self.wrapped():
            self.coder = 0 if read_only else annotation_rows.coder_id(self.db, coder)

    @contextmanager
    def wrapped(self) -> Iterator[None]:
        """Convert SQLite's errors raised in the block to a LibraryError."""
        try:
            yield
        except sqlite3.Error as error:
            raise schema.wrapped(self.path, error) from error

    def read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """Run a query and return its result."""
        with self.wrapped():
            return query(self.db)

    def data_version(self) -> int:
        """Return a number that changes whenever another connection writes."""
        return self.read(lambda db: int(db.execute("PRAGMA data_version").fetchone()[0]))

    @contextmanager
    def act(self, label: str, document: int | None = None, about: Mapping[str, Any] | None = None) -> Iterator[int]:
        """Run the block as one act of this coder and yield the act's id. Raises DocumentDeleted."""
        with self.wrapped(), history.act(self.db, label, self.coder, document, about) as number:
            gone = self.db.execute("SELECT 1 FROM document WHERE id = ? AND gone", (document,)).fetchone()
            if gone is not None:
                raise DocumentDeleted
            yield number

    @contextmanager
    def unlogged(self) -> Iterator[sqlite3.Connection]:
        """Run the block in one transaction that is not an act, for changes that nobody would undo."""
        with self.wrapped(), transaction(self.db):
            yield self.db
