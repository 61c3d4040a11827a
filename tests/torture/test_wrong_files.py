"""Generated exports and libraries, each wrong in one place: refused with the place, or right; none crashes or hangs.

By default 150 exports and 40 libraries; HASHIYA_FILES=2000 pytest tests/torture/test_wrong_files.py for 2,000 and 500.
"""

import copy
import json
import os
import random
import shutil
import sqlite3
from time import monotonic
from typing import Any

import pytest

from annotations.errors import HashiyaError, MergeRefused
from annotations.formats import read_json
from annotations.formats.exports.json import dump
from annotations.library import Library, work_in
from annotations.merging.check_work import checked
from annotations.store.tables import LOGGED
from annotations.values.attributes import CodedUnit
from annotations.values.corrections import DeleteStatement, MergeTopics, RenameSpeaker
from annotations.values.work import Work
from reader.sources.source import digest
from tests.annotations.corrections.test_corrections import ANALYSIS, TEXT, line

pytestmark = pytest.mark.slow
FILES = int(os.environ.get("HASHIYA_FILES", "150"))
VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 10**6, 10**30, "", " ", "\u200f", "x", "\0", "\ud800", "2024-13-01T00:00:00+00:00", '"><script>alert(1)</script>', [], {}, [1], [[[]]],
)  # fmt: skip
CELLS: tuple[Any, ...] = (None, -1, 0, 1.5, 10**6, "", "x", b"\xff\x00", '{"ar": 3}', "[", "2024-13-01", 2**62)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a library with work of every kind."""
    path = os.path.join(tmp_path_factory.mktemp("theirs"), "theirs.db")
    with Library(path, "omar") as library:
        facts = {"name": "r", "path": "r", "title": "تقرير", "direction": "R", "encoding": "utf-8"}
        library.add(TEXT, ANALYSIS, digest=digest(TEXT.encode()), **facts)
        for at, tag in ((3, 1), (5, 2), (8, 3)):
            library.passages.annotate(1, line(at), [tag, 9], "رأي")
        library.correct(1, RenameSpeaker(1, "سعاد"))
        library.correct(1, DeleteStatement(line(4), 2))
        library.correct(1, MergeTopics("سلام", "السلام"))
        attribute = library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
        library.form.set(CodedUnit(1), attribute.id, attribute.values[0].id)
        library.persons.join([(1, 1)], "سعاد")
        library.codebook.new("فرع", "ar", parent=2)
        library._connection.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for name, item in inside for place in places(item, (*at, name)))]


def altered(root: Any, place: tuple[Any, ...], new: Any) -> Any:
    root = copy.deepcopy(root)
    if not place:
        return new
    owner = root
    for step in place[:-1]:
        owner = owner[step]
    if new == "take away":
        del owner[place[-1]]
    else:
        owner[place[-1]] = new
    return root


def right(library: Library) -> None:
    """Check that what was taken can be shown, exported and examined."""
    exported = dump([library.exported(document) for document in library.documents()], library.shared())
    assert Work(*read_json.load(exported))
    assert library.examine().faults == ()


def taken(mine: Library, data: str) -> str | None:
    """Merge an export; return why it was refused, or None."""
    try:
        mine.merge(checked(Work(*read_json.load(data, "theirs.json")), "theirs.json"), "theirs.json")
    except MergeRefused as error:
        return str(error)
    return None


def test_exports_wrong_in_one_place(theirs: str, tmp_path: os.PathLike[str]) -> None:
    chance = random.Random(1)
    with Library(theirs, "omar", read_only=True) as library:
        root = json.loads(dump([library.exported(one) for one in library.documents()], library.shared()))
    every, refused = places(root), 0
    for number in range(FILES):
        place, new = chance.choice(every), chance.choice((*VALUES, "take away"))
        wrong = json.dumps(altered(root, place, new))
        start = monotonic()
        with Library(os.path.join(tmp_path, f"{number}.db"), "sara") as mine:
            mine._connection.db.execute("PRAGMA synchronous = OFF")
            told = taken(mine, wrong)
            if told is None:
                right(mine)
            else:
                refused += 1
                assert told.count(":") > 1 or len(place) <= 1, (place, new, told)
                assert (mine.log(), mine.documents()) == ([], [])
        assert monotonic() - start < 5
        os.unlink(os.path.join(tmp_path, f"{number}.db"))
    assert refused > FILES / 2


def test_libraries_wrong_in_one_place(theirs: str, tmp_path: os.PathLike[str]) -> None:
    chance = random.Random(2)
    tables = [name for name in LOGGED if name != "conflict"] + ["block", "coder"]
    refused = 0
    for number in range(FILES // 4 + 3):
        path = shutil.copy(theirs, os.path.join(tmp_path, "wrong.db"))
        db = sqlite3.connect(path, isolation_level=None)
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        table = chance.choice(tables)
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
        column, cell = chance.choice(columns), chance.choice(CELLS)
        try:
            db.execute(f'UPDATE {table} SET "{column}" = ? WHERE id = (SELECT min(id) FROM {table})', (cell,))
        except sqlite3.IntegrityError:
            continue
        finally:
            db.execute("PRAGMA journal_mode = DELETE")
            db.close()
        with open(path, "rb") as file:
            before = digest(file.read())
        start = monotonic()
        with Library(os.path.join(tmp_path, f"{number}.db"), "sara") as mine:
            mine._connection.db.execute("PRAGMA synchronous = OFF")
            try:
                mine.merge(checked(work_in(path), path), "wrong.db")
            except HashiyaError:
                refused += 1
            else:
                right(mine)
        assert monotonic() - start < 5, (table, column, cell)
        with open(path, "rb") as file:
            assert digest(file.read()) == before
        os.unlink(os.path.join(tmp_path, f"{number}.db"))
    assert refused


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        "null",
        "[" * 10_000,
        '{"a":' * 10_000,
        '{"format": "hashiya", "version": 1e999}',
        '{"format": "hashiya", "version": NaN}',
        "1" * 5_000,
        '"\\ud800"',
    ],
)
def test_what_is_hardly_json(data: str) -> None:
    with pytest.raises(MergeRefused):
        read_json.load(data, "theirs.json")
