"""Parsing in a process of its own, so that a screen in this one stays as quick as it is.

`python -m reader.article.worker` reads a text from standard input and writes pickled floats, the share that is done,
and at last a pickled Reading. It is started by `parse_apart` and by nobody else. (multiprocessing starts none while the
screen library has taken standard error's place.)
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

from annotations.values.analysis import Analysis
from reader.article.parse import parse


def parse_apart(text: str, on_progress: Callable[[float], None]) -> Analysis:
    """Return what the rules understand of `text`; on_progress: is called with the share that is done, and may raise, to end it.

    Where the other process does not start, or comes to an end too soon, the work is done in this one.
    """
    with suppress(OSError, EOFError, pickle.UnpicklingError):
        return _listen(text, on_progress)
    return parse(text, on_progress)


def _listen(text: str, on_progress: Callable[[float], None]) -> Analysis:
    with subprocess.Popen(  # noqa: S603 - nothing of the user's is in the command
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as worker:
        assert worker.stdin is not None  # noqa: S101 - both are pipes
        assert worker.stdout is not None  # noqa: S101
        try:
            worker.stdin.write(text.encode("utf-8", "surrogatepass"))
            worker.stdin.close()
            while True:
                got = pickle.load(worker.stdout)  # noqa: S301 - from our own process
                if isinstance(got, Analysis):
                    return got
                on_progress(got)
        finally:
            worker.kill()


def _work() -> None:
    text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    out = sys.stdout.buffer
    last = -1

    def on_progress(share: float) -> None:
        nonlocal last
        if (whole := int(100 * share)) > last:
            last = whole
            pickle.dump(share, out)
            out.flush()

    pickle.dump(parse(text, on_progress), out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()


if __name__ == "__main__":
    _work()
