"""Many at once: eight processes on one library."""

import os
import sqlite3
import subprocess
import sys

import pytest

from annotations.library import Library
from tests.annotations.acts.test_acts import add

PROCESSES, ACTS = 8, 100
RUN = """
import sys
from annotations.values.spans import Span
from annotations.library import Library
number = int(sys.argv[2])
with Library(sys.argv[1], f"coder {number}") as library:
    for n in range(int(sys.argv[3])):
        start = n % 40
        library.passages.annotate(1, Span(start, start + 1 + n // 40 % 12), note=f"{number}:{n}")
"""


@pytest.mark.slow
def test_eight_processes_annotate_one_library_at_once(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        add(library)
    runs = [
        subprocess.Popen([sys.executable, "-c", RUN, path, str(n), str(ACTS)], stderr=subprocess.PIPE, text=True)
        for n in range(PROCESSES)
    ]
    errors = [run.communicate()[1] for run in runs]
    assert errors == [""] * PROCESSES
    db = sqlite3.connect(path)
    acts = db.execute("SELECT count(*), count(DISTINCT id) FROM act WHERE label = 'annotate'").fetchone()
    notes = [row[0] for row in db.execute("SELECT note FROM annotation")]
    told = [note for text in notes for note in text.splitlines()]
    logged = db.execute("SELECT count(DISTINCT act) FROM change WHERE tbl = 'annotation'").fetchone()[0]
    db.close()
    assert acts == (PROCESSES * ACTS, PROCESSES * ACTS)
    assert logged == PROCESSES * ACTS
    assert sorted(told) == sorted(f"{p}:{n}" for p in range(PROCESSES) for n in range(ACTS))
