"""kill -9 at any moment of a tagging run: everything that was confirmed is there, and the library is sound."""

import os
import random
import signal
import sqlite3
import subprocess
import sys

import pytest

from annotations.library import Library
from tests.annotations.test_library import add

RUN = """
import sys
from annotations.values.spans import Span
from annotations.library import Library
with Library(sys.argv[1], "sara") as library:
    print("ready", flush=True)
    for n in range(10_000):
        start = n % 40
        library.passages.annotate(1, Span(start, start + 1 + n // 40 % 9), [n % 9 + 1], f"note {n}")
        print(n, flush=True)
        if n % 7 == 6:
            library.undo(1)
            library.redo(1)
"""
ROUNDS = int(os.environ.get("HASHIYA_KILLS", "5"))  # 250 for a thousand kills in all


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_nothing_confirmed_is_lost(tmp_path: os.PathLike[str], seed: int) -> None:
    path = os.path.join(tmp_path, "l.db")
    chance = random.Random(seed)
    with Library(path, "sara") as library:
        add(library)
    for _round in range(ROUNDS):
        run = subprocess.Popen([sys.executable, "-c", RUN, path], stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
        before = [run.stdout.readline() for _ in range(chance.randrange(60))]  # it works on while these are read
        os.kill(run.pid, signal.SIGKILL)
        confirmed = [int(line) for line in (*before, *run.stdout) if line.endswith("\n")]
        run.wait()
        db = sqlite3.connect(path)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = db.execute(
            "SELECT json_extract(after, '$.note') FROM change WHERE tbl = 'annotation' AND after IS NOT NULL"
        )
        notes = {note for row in rows for note in row[0].splitlines()}
        db.close()
        assert {f"note {n}" for n in confirmed} <= notes
        with Library(path, "sara") as library:
            assert library.documents()[0].name == "report"
            # every seventh act is undone and redone after it was confirmed: killed between the two, it is undone
            last = {f"note {n}" for n in confirmed[-20:] if n != confirmed[-1] or n % 7 != 6}
            assert last <= {note for a in library.annotations(1) for note in a.note.splitlines()}
            library.passages.remove(1, [a.id for a in library.annotations(1)])
