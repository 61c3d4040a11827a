"""An empty library in memory, copied for each test from one that is made once."""

import sqlite3
from collections.abc import Iterator

import pytest

from annotations.store import open_file


@pytest.fixture(scope="session")
def empty_library() -> Iterator[sqlite3.Connection]:
    """Return an empty library, to be copied and never changed."""
    connection = open_file.connect(":memory:")
    yield connection
    connection.close()


@pytest.fixture
def db(empty_library: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Return an empty library of the test's own."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    empty_library.backup(connection)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()
