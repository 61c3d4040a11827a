"""A floor: Hashiya itself, whose acts are written and never committed. Run as a script with Hashiya's arguments.

Only COMMIT is left out, so that a tag key here does all that it does there (rows, log, screen) but wait for the disk.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from annotations.store import transaction


@contextmanager
def begun(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block in a transaction that is begun once and stays open."""
    if not connection.in_transaction:
        connection.execute("BEGIN IMMEDIATE")
    yield


if __name__ == "__main__":
    transaction.transaction = begun  # before any module that imports it by name
    from reader.cli.main import main

    sys.exit(main())
