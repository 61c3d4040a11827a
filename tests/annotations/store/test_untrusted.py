"""Libraries that somebody else made: refused, or right; never run, changed or waited for."""

import hashlib
import os
import sqlite3
from time import monotonic

import pytest

from annotations.errors import HashiyaError, LibraryDamaged, LibraryNewer, MergeRefused, NotALibrary, WorkRefused
from annotations.library import Library, work_in
from annotations.merging.check_work import checked
from annotations.store.untrusted import refused
from annotations.values.corrections import MergeSpeakers, MergeTopics
from tests.annotations.corrections.test_corrections import ANALYSIS, added, line
from tests.annotations.store.older import as_first_format


@pytest.fixture
def theirs(tmp_path: os.PathLike[str]) -> str:
    path = os.path.join(tmp_path, "theirs.db")
    with Library(path, "omar") as library:
        added(library)
        library.passages.annotate(1, line(3), [1], "رأي")
        library.correct(1, MergeSpeakers(2, 1))
        library.correct(1, MergeTopics("سلام", "السلام"))
        tag = library.codebook.new("مياه", "ar")
        library.codebook.merge(tag.id, 2)
    return path


def digest(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def altered(path: str, script: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA journal_mode = DELETE")
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    for name in ("v_annotations", "v_statements", "v_documents"):
        db.execute(f"DROP VIEW {name}")
    db.executescript(script)
    db.close()


def taken(path: str) -> bool:
    """Try to read and check the work in a file; return whether it was taken. It must not hang, crash or change it."""
    before, start = digest(path), monotonic()
    try:
        checked(work_in(path), path)
    except (MergeRefused, WorkRefused, NotALibrary, LibraryDamaged, LibraryNewer):
        found = False
    else:
        found = True
    assert monotonic() - start < 6
    assert digest(path) == before
    assert not os.path.exists(f"{path}.format-1.backup")
    return found


def test_a_colleagues_library_is_read_as_it_is(theirs: str) -> None:
    with Library(theirs, "omar", read_only=True) as library:
        wanted = library.work()
    assert checked(work_in(theirs), theirs) == wanted
    assert taken(theirs)


def test_an_older_one_is_migrated_in_a_copy(theirs: str) -> None:
    as_first_format(theirs)
    assert taken(theirs)
    assert sqlite3.connect(theirs).execute("PRAGMA user_version").fetchone() == (1,)


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"
REFUSED = [
    "DROP TABLE annotation",
    "DROP TABLE annotation; CREATE VIEW annotation AS SELECT 1 AS id",
    f"DROP TABLE tag; CREATE VIEW tag AS {ENDLESS}",
    "ALTER TABLE annotation DROP COLUMN note",
    "ALTER TABLE annotation RENAME COLUMN quote TO quotation",
    "UPDATE annotation SET start = 'x'",
    "UPDATE annotation SET start = 1.5",
    "UPDATE annotation SET start = NULL",
    "UPDATE annotation SET start = -5",
    'UPDATE annotation SET start = 60, "end" = 50',
    'UPDATE annotation SET "end" = 999999',
    "UPDATE annotation SET quote = ''",
    "UPDATE annotation SET quote = x'ff00'",
    "UPDATE annotation SET created = 'yesterday'",
    "UPDATE annotation SET changed = ''",
    "UPDATE annotation SET placed = 'there'",
    "UPDATE annotation SET note = NULL",
    "UPDATE annotation SET note = x'41'",
    "UPDATE annotation_tag SET tag = 999",
    "UPDATE coder SET name = ' '",
    "UPDATE tag SET color = -7",
    "UPDATE tag SET color = '0\"><script>'",
    "UPDATE tag SET slot = 12 WHERE id = 1",
    "UPDATE tag SET parent = 2 WHERE id = 1; UPDATE tag SET parent = 1 WHERE id = 2",
    "UPDATE tag SET parent = 77 WHERE id = 1",
    "UPDATE tag SET name = '{}' WHERE id = 1",
    "UPDATE tag SET name = 'x' WHERE id = 1",
    "UPDATE tag SET name = '[1]' WHERE id = 1",
    "UPDATE tag SET name = '{\"ar\": 3}' WHERE id = 1",
    "UPDATE tag SET uid = 'u'",
    "UPDATE document SET length = 3",
    "UPDATE document SET digest = ''",
    "UPDATE document SET title = NULL",
    "UPDATE block SET text = ''",
    "UPDATE block SET text = 3",
    'UPDATE statement SET start = 5000, "end" = 6000',
    "UPDATE statement SET speaker = 99",
    "UPDATE statement SET kind = 'said'",
    "UPDATE session SET topics = NULL",
    'UPDATE session SET "end" = 99999',
    "UPDATE speaker SET number = 1",
    "UPDATE speaker SET name = ''",
    "UPDATE article SET day = 'today'",
    "UPDATE topic_place SET start = -1",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = -1",
    "PRAGMA user_version = 0",
]


@pytest.mark.parametrize("script", REFUSED)
def test_what_is_wrong_is_refused(theirs: str, script: str) -> None:
    altered(theirs, script)
    assert not taken(theirs)


HARMLESS = [
    f"CREATE VIEW endless AS {ENDLESS}",
    "CREATE TRIGGER wicked AFTER INSERT ON annotation BEGIN DELETE FROM document; END",
    "CREATE TABLE more (id INTEGER)",
    "CREATE INDEX odd ON annotation (abs(start))",
    "UPDATE speaker SET same_as = 2 WHERE id = 1; UPDATE speaker SET same_as = 1, gone = 1 WHERE id = 2",
    "UPDATE topic SET same_as = id",
    "UPDATE tag SET same_as = id WHERE gone",
    "INSERT INTO conflict VALUES (1, 'nowhere; DROP TABLE tag', 1, 'x', 'y', 'z', '', 'open')",
    "DROP TABLE words; CREATE TABLE words (folded)",
    "INSERT INTO act (kind, label, coder, at, state) VALUES ('do', 'nothing known', 1, '', 'done')",
]


@pytest.mark.parametrize("script", HARMLESS)
def test_what_is_only_odd_does_no_harm(theirs: str, script: str) -> None:
    altered(theirs, script)
    assert taken(theirs)


def test_an_unsound_or_other_file_is_refused(theirs: str, tmp_path: os.PathLike[str]) -> None:
    with open(theirs, "r+b") as file:
        file.seek(12_000)
        file.write(b"\x5a" * 30_000)
    assert not taken(theirs)
    for name, data in (("a.db", b""), ("b.db", b"SQLite format 3\0"), ("c.db", b"x" * 9000)):
        path = os.path.join(tmp_path, name)
        with open(path, "wb") as file:
            file.write(data)
        assert not taken(path)
    for wrong in (os.path.join(tmp_path, "none.db"), str(tmp_path)):
        with pytest.raises(HashiyaError):
            work_in(wrong)


def test_a_cycle_of_what_was_merged_ends(theirs: str) -> None:
    cycle = "UPDATE {table} SET gone = 1, same_as = 3 - id WHERE id IN (1, 2)"
    altered(theirs, "; ".join(cycle.format(table=table) for table in ("speaker", "topic", "tag")))
    assert not taken(theirs)  # its statements have no speaker any more
    with Library(theirs, "sara") as library:
        library.reanalyse(1, ANALYSIS)
        assert library.codebook.tags()


def test_what_takes_too_long_or_is_odd_is_no_work() -> None:
    assert "too long" in str(refused("a.db", sqlite3.OperationalError("interrupted")))
    assert isinstance(refused("a.db", sqlite3.DatabaseError("database disk image is malformed")), LibraryDamaged)
    assert "TypeError: x" in str(refused("a.db", TypeError("x")))
