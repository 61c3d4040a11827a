"""A transaction on a library: all of a block, or none of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block between BEGIN IMMEDIATE and COMMIT, and roll back on any exception.

    IMMEDIATE, because a deferred transaction that reads before it writes fails at once if another one writes.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has already caused a rollback
            connection.execute("ROLLBACK")
        raise
