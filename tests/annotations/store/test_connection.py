"""A connection runs acts and transactions whole or not at all, and explains SQLite's errors."""

import os
import sqlite3
from collections.abc import Iterator

import pytest

from annotations.errors import DocumentDeleted, LibraryError, LibraryReadOnly, UnknownAct
from annotations.store import log_rows
from annotations.store.connection import Connection
from annotations.store.new_document import add_document
from annotations.store.transaction import transaction
from annotations.values.analysis import Analysis

FACTS = {"name": "n", "path": "", "title": "نص", "direction": "R", "digest": "1", "encoding": "utf-8"}


@pytest.fixture
def connection(tmp_path: os.PathLike[str]) -> Iterator[Connection]:
    opened = Connection(os.path.join(tmp_path, "l.db"), "هند")
    yield opened
    opened.db.close()


def notes(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT memo FROM tag WHERE memo != '' ORDER BY id")]


def write(db: sqlite3.Connection, tag: int) -> None:
    db.execute("UPDATE tag SET memo = 'مذكرة' WHERE id = ?", (tag,))


def test_an_act_is_committed_whole_with_its_log(connection: Connection) -> None:
    with connection.act("tag memo", None, {"tag": 1}) as number:
        write(connection.db, 1)
    assert notes(connection.db) == ["مذكرة"]
    assert log_rows.last_act(connection.db) == number
    assert connection.db.execute("SELECT act FROM current").fetchone()[0] is None
    rows = connection.db.execute("SELECT act, tbl, row FROM change").fetchall()
    assert [tuple(row) for row in rows] == [(number, "tag", 1)]


def test_an_act_that_fails_leaves_nothing(connection: Connection) -> None:
    def fail() -> None:
        with connection.act("tag memo"):
            write(connection.db, 1)
            connection.db.execute("SELECT * FROM nowhere")

    with pytest.raises(LibraryError, match="nowhere"):
        fail()
    assert (notes(connection.db), log_rows.last_act(connection.db)) == ([], 0)
    assert not connection.db.in_transaction
    with pytest.raises(UnknownAct), connection.act("no such act"):
        write(connection.db, 2)
    assert notes(connection.db) == []


def test_an_act_on_a_deleted_document_is_refused(connection: Connection) -> None:
    document = add_document(connection.db, "نص", Analysis(), FACTS)  # hidden, as if it were deleted
    with pytest.raises(DocumentDeleted), connection.act("memo", document):
        write(connection.db, 1)
    assert (notes(connection.db), log_rows.last_act(connection.db)) == ([], 0)
    connection.db.execute("UPDATE document SET gone = 0")
    with connection.act("memo", document) as number:
        assert number == 1


def test_the_version_of_the_data_changes_when_another_connection_writes(connection: Connection) -> None:
    other = Connection(connection.path, "سالم")
    before = connection.data_version()
    write(connection.db, 1)
    assert connection.data_version() == before
    write(other.db, 2)
    assert connection.data_version() != before
    assert (connection.coder, other.coder) == (1, 2)
    other.db.close()


def test_a_connection_for_reading_adds_no_coder_and_writes_nothing(connection: Connection) -> None:
    assert connection.coder == 1
    reading = Connection(connection.path, "زائر", read_only=True)
    assert (reading.coder, reading.coder_name) == (0, "زائر")
    assert [row[0] for row in reading.read(lambda db: db.execute("SELECT name FROM coder").fetchall())] == ["هند"]
    with pytest.raises(LibraryReadOnly), reading.act("tag memo"):
        write(reading.db, 1)
    with pytest.raises(LibraryError, match="nowhere"):
        reading.read(lambda db: db.execute("SELECT * FROM nowhere"))
    reading.db.close()


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt()])
def test_a_transaction_is_rolled_back_on_any_exception(db: sqlite3.Connection, error: BaseException) -> None:
    def fail() -> None:
        with transaction(db):
            write(db, 1)
            raise error

    with pytest.raises(type(error)):
        fail()
    assert (notes(db), db.in_transaction) == ([], False)
    with transaction(db):
        write(db, 1)
    assert (notes(db), db.in_transaction) == (["مذكرة"], False)


def test_a_transaction_that_is_gone_already_hides_no_error(db: sqlite3.Connection) -> None:
    def fill() -> None:
        with transaction(db):
            db.execute("ROLLBACK")  # as SQLite does by itself where the disk is full
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fill()
