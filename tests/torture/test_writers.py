"""Eight writers with a merge and a backup meanwhile: nothing lost, doubled or refused.

By default 40 acts each; HASHIYA_ACTS=1000 pytest tests/torture/test_writers.py for a thousand.
"""

import os
import subprocess
import sys

import pytest

from annotations.library import Library, backups_of
from tests.torture.scenes import command, with_colleague

pytestmark = pytest.mark.slow
WRITERS, ACTS = 8, int(os.environ.get("HASHIYA_ACTS", "40"))

WRITE = """
import sys
from annotations.library import Library
from annotations.values.spans import Span
path, name, acts = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Library(path, name) as library:
    for n in range(acts):
        start = n // 2 % 300
        library.passages.annotate(1 + n % 2, Span(start, start + 3 + n // 600), [1 + n % 9], f"{name} {n}")
"""


def test_nothing_is_lost_doubled_or_refused(tmp_path: os.PathLike[str]) -> None:
    folder = os.path.join(tmp_path, "a")
    os.mkdir(folder)
    with_colleague(folder)
    path = os.path.join(folder, "l.db")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, path, f"writer {n}", str(ACTS)], stderr=subprocess.PIPE, text=True
        )
        for n in range(WRITERS)
    ]
    others = [
        subprocess.Popen(command(folder, *words), stderr=subprocess.PIPE, text=True)
        for words in (("merge", "FOLDER/theirs.db"), ("backup",))
    ]
    for process in (*writers, *others):
        _out, told = process.communicate()
        assert process.returncode == 0, told
    with Library(path, "sara") as opened:
        assert opened.examine().faults == ()
        notes = [a.note for number in (1, 2) for a in opened.annotations(number) if a.coder.startswith("writer")]
        assert sorted(notes) == sorted(f"writer {w} {n}" for w in range(WRITERS) for n in range(ACTS))
        assert len(opened.documents()) == 12
        done = [row for row in opened.log() if row.coder.startswith("writer")]
        assert len(done) == WRITERS * ACTS
    with Library(backups_of(path)[0], "x", read_only=True) as copied:
        assert copied.examine().faults == ()
