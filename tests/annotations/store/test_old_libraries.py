"""Libraries of earlier formats open, keep what they hold, and are undone to their beginning."""

import os
import shutil
import sqlite3

import pytest

from annotations.errors import UndoBlocked
from annotations.library import Library
from annotations.merging.merge import merge
from annotations.store.word_index import index_document
from annotations.values.act_kinds import act_kind
from tests.annotations.store.older import older

_DUMP = os.path.join(
    os.path.dirname(__file__), "format_3.sql"
)  # made by the program of format 3, with an act of nearly every kind


@pytest.fixture
def third(tmp_path: os.PathLike[str]) -> str:
    """Return a library as the program of format 3 left it."""
    path = os.path.join(tmp_path, "third.db")
    older(path, 3)
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    for table in ("tag", "current"):
        db.execute(f"DELETE FROM {table}")
    with open(_DUMP, encoding="utf-8") as file:
        db.executescript(file.read())
    for (document,) in db.execute("SELECT id FROM document").fetchall():
        index_document(db, document)
    db.commit()
    db.close()
    return path


def undone(library: Library) -> int:
    """Undo all that this coder may undo; return how many acts."""
    count = 0
    while True:
        try:
            act = library.undo(None)
        except UndoBlocked:
            continue
        if act is None:
            return count
        count += 1


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_empty_library_of_an_earlier_format_opens(tmp_path: os.PathLike[str], version: int) -> None:
    path = os.path.join(tmp_path, "old.db")
    older(path, version)
    with Library(path, "sara") as library:
        assert library.health() == "ok"
        assert [tag.name("ar") for tag in library.codebook.tags()][:2] == ["موقف", "مطالبة"]
        assert [tag.name("en") for tag in library.codebook.tags()][:2] == ["position", "demand"]
        library.codebook.rename(1, "رأي", "ar")
        library.undo(None)
        assert library.codebook.tag(1).names.exactly("ar") == "موقف"
    assert os.path.exists(f"{path}.format-{version}.backup")


def test_acts_of_the_third_format_are_named_and_undone_to_the_beginning(third: str) -> None:
    with Library(third, "sara") as library:
        labels = {one.act.label for one in library.log()}
        assert len(labels) >= 25
        assert all(act_kind(label) for label in labels)
        standing = sum(one.kind == "do" and one.coder == "sara" and one.act.state == "done" for one in library.log())
        assert undone(library) > standing - 5
        assert library.health() == "ok"
        assert [tag.names.exactly("ar") for tag in library.codebook.tags() if tag.id <= 3] == [
            "موقف",
            "مطالبة",
            "اتهام",
        ]


def test_what_was_undone_in_the_third_format_is_redone_as_it_was(third: str) -> None:
    with Library(third, "sara") as library:
        before = library.work()
        count = undone(library)
        for _act in range(count):
            library.redo(None)
        assert library.work().shared.tags == before.shared.tags
        assert library.work().shared.attributes == before.shared.attributes


def test_a_library_of_the_third_format_merges_into_a_new_one(third: str, tmp_path: os.PathLike[str]) -> None:
    copy = os.path.join(tmp_path, "copy.db")
    shutil.copy(third, copy)
    with Library(copy, "sara") as library:
        work = library.work()
    with Library(os.path.join(tmp_path, "new.db"), "omar") as library:
        merge(library._connection, work, "copy.db")
        assert len(library.documents()) == len(work.documents)
        assert merge(library._connection, work, "copy.db").documents == 0
