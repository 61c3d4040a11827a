"""A disk that is full after so many bytes: the command says so, nothing is half done, and a retry gives all.

By default eight sizes for each command; HASHIYA_SIZES=50 pytest tests/torture/test_full_disk.py for fifty.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys

import pytest

from tests.torture.scenes import SCENES, run

pytestmark = pytest.mark.slow
SIZES = int(os.environ.get("HASHIYA_SIZES", "8"))


def limited(size: int) -> None:
    """Let no file grow beyond so many bytes: what SQLite and Python are told is what a full disk tells them."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("name", SCENES)
def test_a_full_disk_loses_nothing_and_a_retry_is_as_good(name: str, tmp_path: os.PathLike[str]) -> None:
    scene = SCENES[name]
    whole = os.path.join(tmp_path, "whole")
    os.mkdir(whole)
    scene.prepare(whole)
    stage = shutil.copytree(whole, os.path.join(tmp_path, "stage"))
    assert run(whole, *scene.arguments).returncode == 0
    wanted = scene.result(whole)
    largest = max(
        os.path.getsize(os.path.join(place, one)) for place, _folders, names in os.walk(whole) for one in names
    )
    for number in range(SIZES):
        folder, size = (
            shutil.copytree(stage, os.path.join(tmp_path, str(number))),
            number * largest // max(1, SIZES - 1),
        )
        done = run(folder, *scene.arguments, preexec_fn=lambda size=size: limited(size))
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode in (0, 4, 6), (size, done.stderr)
        scene.check(folder)
        assert run(folder, *scene.arguments).returncode == 0
        assert scene.result(folder) == wanted
        shutil.rmtree(folder)


@pytest.mark.parametrize("left", [False, True])
def test_reading_still_works(tmp_path: os.PathLike[str], left: bool) -> None:
    """Also what a kill left in the log alone is read, where not a byte can be written anywhere."""
    folder = os.path.join(tmp_path, "a")
    os.mkdir(folder)
    SCENES["report"].prepare(folder)
    if left:
        path = os.path.join(folder, "l.db")
        script = f"import os; from annotations.library import Library; Library({path!r}, 'sara').codebook.new('جديد', 'ar'); os.kill(os.getpid(), 9)"
        subprocess.run([sys.executable, "-c", script], check=False)
        os.unlink(f"{path}-shm")
    for words, told in (
        (("list", "--tags"), "جديد" if left else "موقف"),
        (("export",), "hashiya"),
        (("report",), "12 documents"),
    ):
        done = run(folder, *words, preexec_fn=lambda: limited(0))
        assert done.returncode == 0, done.stderr
        assert told in done.stdout or words[-1] == "--tags"
    done = run(folder, "annotate", "FOLDER/in/1.txt", "--span", "0:6", "--tag", "1", preexec_fn=lambda: limited(0))
    assert done.returncode == 4
    assert "There is no room left" in done.stderr or "cannot be used" in done.stderr
