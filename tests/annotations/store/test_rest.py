"""What is done in a moment without an act: the log is written back, after an undo too, and again if it could not be."""

import os
import sqlite3

import pytest

from annotations.library import Library
from annotations.store import connection
from annotations.values.spans import Span
from tests.annotations.test_library import add


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_RESTS_AFTER", 0.0)


def test_after_nothing_but_an_undo_the_log_is_written_back(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        add(library)
        library.passages.annotate(1, Span(0, 3), [1])
    for step in ("undo", "redo"):
        with Library(path, "sara") as library:
            assert getattr(library, step)(None) is not None
            assert os.path.getsize(f"{path}-wal") > 0
            library.rest()
            assert os.path.getsize(f"{path}-wal") == 0


def test_while_another_program_reads_it_waits_for_the_next_rest(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        add(library)
        reader = sqlite3.connect(path)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM annotation").fetchone()
        library.passages.annotate(1, Span(0, 3), [1])
        library.rest()
        assert os.path.getsize(f"{path}-wal") > 0
        reader.rollback()
        reader.close()
        library.rest()
        assert os.path.getsize(f"{path}-wal") == 0
