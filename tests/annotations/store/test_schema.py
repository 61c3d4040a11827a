"""Opening a library's file: what is none is refused untouched, what is older is migrated, and acts are logged."""

import json
import os
import sqlite3

import jsonschema
import pytest

from annotations.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryNewer,
    LibraryReadOnly,
    NotALibrary,
)
from annotations.files.library_files import APPLICATION_ID
from annotations.formats.exports.json import dump
from annotations.formats.exports.json import schema as export_schema
from annotations.library import Library
from annotations.store import document_rows, file_format, open_file, schema
from annotations.store.tables import CRAFT_TABLES, LOGGED, TABLES
from annotations.values.spans import Span
from annotations.values.work import Exported
from tests.annotations.store.older import as_first_format
from tests.annotations.test_library import ANALYSIS, TEXT, add


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    return os.path.join(tmp_path, "مكتبة #1%20?.db")


def content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def set_version(path: str, version: int) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {version}")
    db.close()


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: os.PathLike[str]) -> None:
    text, other = os.path.join(tmp_path, "a.txt"), os.path.join(tmp_path, "other.db")
    with open(text, "w", encoding="utf-8") as file:
        file.write("not a database at all " * 100)
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE mine (x)")
    db.close()
    for path in (text, other):
        before = content(path)
        for opened in (open_file.connect, open_file.connect_to_read):
            with pytest.raises(NotALibrary):
                opened(path)
        assert content(path) == before


def test_a_newer_library_is_refused(path: str) -> None:
    open_file.connect(path).close()
    set_version(path, file_format.VERSION + 1)
    for opened in (open_file.connect, open_file.connect_to_read):
        with pytest.raises(LibraryNewer, match=str(file_format.VERSION + 1)):
            opened(path)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("file is not a database", NotALibrary),
        ("database disk image is malformed", LibraryDamaged),
        ("database is locked", LibraryLocked),
        ("database table is locked: act", LibraryLocked),
        ("attempt to write a readonly database", LibraryReadOnly),
        ("database or disk is full", LibraryFull),
        ("disk I/O error", LibraryError),
    ],
)
def test_an_error_of_sqlite_is_explained(message: str, kind: type[LibraryError]) -> None:
    error = open_file.explained("/x/l.db", sqlite3.OperationalError(message))
    assert type(error) is kind
    assert "/x/l.db" in str(error)
    assert kind is not LibraryError or message in str(error)


def test_a_locked_library_is_said_to_be_locked(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_file, "BUSY_MS", 50)
    with Library(path, "sara") as library:
        document = add(library)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Library(path, "sara") as library:
        with pytest.raises(LibraryLocked):
            library.passages.annotate(document.id, Span(0, 3), [1])
        holder.execute("ROLLBACK")
        assert library.passages.annotate(document.id, Span(0, 3), [1]).tags == (1,)
    holder.close()


def test_an_older_library_is_backed_up_before_it_is_migrated(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path, "sara") as library:
        add(library)
    assert not os.path.exists(f"{path}.format-{file_format.VERSION}.backup")
    monkeypatch.setattr(file_format, "VERSION", file_format.VERSION + 1)
    Library(path, "sara").close()
    backup = sqlite3.connect(f"{path}.format-{file_format.VERSION - 1}.backup")
    assert backup.execute("SELECT count(*) FROM document").fetchone() == (1,)
    assert backup.execute("PRAGMA user_version").fetchone() == (file_format.VERSION - 1,)
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (file_format.VERSION,)


def test_a_library_of_the_first_format_keeps_its_analysis(path: str) -> None:
    with Library(path, "sara") as library:
        number = add(library, "0" * 64).id
        library.passages.annotate(number, Span(0, 3), [1])
    as_first_format(path)
    open_file.connect_to_look(path).close()
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (1,)
    with Library(path, "sara") as library:
        analysis = library.analysis(number)
        assert [(s.act, s.reason) for s in analysis.statements] == [("claim", ""), ("topic", "")]
        assert analysis._replace(statements=()) == ANALYSIS._replace(statements=())
        exported = dump([Exported(library.document("report"), TEXT, analysis, ())], library.shared())
        jsonschema.validate(json.loads(exported), export_schema())
        library.reanalyse(number, ANALYSIS)
        assert library.analysis(number) == ANALYSIS
        library.undo(number)
        assert library.analysis(number) == analysis
        assert library.health() == "ok"
        assert [tag.uid for tag in library.codebook.tags()] == [f"starter-{slot}" for slot in range(1, 10)]
        assert all(annotation.uid for annotation in library.annotations(number))
        assert [one.document for one in library.search(["الامن"])] == [number]
    assert os.path.exists(f"{path}.format-1.backup")


def test_a_migration_that_fails_changes_nothing(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path, "sara") as library:
        add(library)
    as_first_format(path)

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("SELECT * FROM nowhere")

    monkeypatch.setattr(schema, "create_log_triggers", fail)
    with pytest.raises(LibraryError, match="nowhere"):
        open_file.connect(path)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert {row[1] for row in db.execute("PRAGMA table_info(tag)")} == set(TABLES["tag"])
    db.close()
    monkeypatch.undo()
    with Library(path, "sara") as library:
        assert library.text(1) == TEXT


def test_the_pragmas_of_every_connection(path: str) -> None:
    open_file.connect(path).close()
    db = open_file.connect(path)
    names = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "application_id", "user_version")
    values = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    db.close()
    assert values == ["wal", 2, 1, 1, APPLICATION_ID, file_format.VERSION]


@pytest.mark.parametrize("blocked", [False, True], ids=["folder writable", "folder not writable"])
def test_a_library_is_read_without_being_written(path: str, blocked: bool) -> None:
    with Library(path, "sara") as library:
        add(library)
    if blocked:  # what SQLite needs beside a library cannot be made
        os.mkdir(f"{path}-shm")
    before = content(path)
    db = open_file.connect_to_read(path)
    assert document_rows.text(db, 1) == TEXT
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM tag")
    db.close()
    assert content(path) == before


def test_a_library_that_is_not_there_is_not_made_for_reading(path: str) -> None:
    with pytest.raises((LibraryError, sqlite3.Error), match="no such file"):
        open_file.connect_to_read(path)
    assert not os.path.exists(path)
    with pytest.raises(LibraryError, match="No such file"):
        open_file.connect(os.path.join(path, "l.db"))


def test_older_libraries_and_those_in_memory_are_opened_for_reading_too(path: str) -> None:
    with Library(path, "sara") as library:
        add(library)
    as_first_format(path)
    for place, count in ((path, 1), (":memory:", 0)):
        db = open_file.connect_to_read(place)
        assert len(document_rows.documents(db)) == count
        db.close()


def test_every_table_but_texts_places_and_the_log_itself_is_logged(db: sqlite3.Connection) -> None:
    unlogged = {"coder", "place", "block", "paragraph", "act", "change", "current"}  # texts, places, the log itself
    assert set(LOGGED) == {*TABLES, *CRAFT_TABLES} - unlogged
    triggers = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert triggers == {f"log_{name}_{event}" for name in LOGGED for event in ("insert", "update", "delete")}


def test_changes_are_logged_during_an_act_only(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO coder (name) VALUES ('هند')")
    db.execute("INSERT INTO act (id, coder) VALUES (7, 1)")
    for act in (None, 7):
        db.execute("UPDATE current SET act = ?", (act,))
        db.execute("INSERT INTO person (id, uid, name, gone) VALUES (4, 'u', 'سالم 😀', 0)")
        db.execute("UPDATE person SET name = 'سَالِم' WHERE id = 4")
        db.execute("DELETE FROM person WHERE id = 4")
    one, other = ({"id": 4, "uid": "u", "name": name, "gone": 0} for name in ("سالم 😀", "سَالِم"))
    logged = [
        (row[0], row[1], row[2], *(side and json.loads(side) for side in row[3:]))
        for row in db.execute("SELECT act, tbl, row, before, after FROM change ORDER BY id").fetchall()
    ]
    assert logged == [(7, "person", 4, None, one), (7, "person", 4, one, other), (7, "person", 4, other, None)]
