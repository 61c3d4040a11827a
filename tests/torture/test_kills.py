"""kill -9 at any moment of any command: nothing confirmed is lost, nothing is half done, and a retry gives all.

By default some forty kills; HASHIYA_KILLS=1000 pytest tests/torture/test_kills.py for a thousand.
"""

import os
import random
import shutil
import subprocess
import time

import pytest

from tests.torture.scenes import SCENES, command, run

pytestmark = pytest.mark.slow
KILLS = max(1, int(os.environ.get("HASHIYA_KILLS", "40")) // len(SCENES))


@pytest.mark.parametrize("name", SCENES)
def test_a_killed_command_leaves_all_as_it_was_or_as_it_should_be(name: str, tmp_path: os.PathLike[str]) -> None:
    scene, chance = SCENES[name], random.Random(name)
    whole = os.path.join(tmp_path, "whole")
    os.mkdir(whole)
    scene.prepare(whole)
    stage = shutil.copytree(whole, os.path.join(tmp_path, "stage"))
    start = time.monotonic()
    done = run(whole, *scene.arguments)
    took = time.monotonic() - start
    assert done.returncode == 0, done.stderr
    wanted = scene.result(whole)
    for number in range(KILLS):
        folder = shutil.copytree(stage, os.path.join(tmp_path, str(number)))
        process = subprocess.Popen(
            command(folder, *scene.arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(took * (0.15 + 0.9 * chance.random()))
        process.kill()
        process.wait()
        scene.check(folder)
        if name != "restore" or os.path.exists(os.path.join(folder, "l.db")):
            again = run(folder, *scene.arguments)
            assert again.returncode == 0, again.stderr
        assert scene.result(folder) == wanted
        scene.check(folder)
        shutil.rmtree(folder)
