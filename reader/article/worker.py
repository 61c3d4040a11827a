"""Parsing in a separate process, so that the screen in this one stays responsive.

`python -m reader.article.worker` reads a text from standard input and writes pickled floats, the fraction of the work
done, and finally a pickled Analysis. Only `parse_apart` starts it. (multiprocessing is not used: it cannot start a
process while the screen library has replaced standard error.)
"""

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

from annotations.values.analysis import Analysis
from reader.article.parse import parse


def parse_apart(text: str, on_progress: Callable[[float], None]) -> Analysis:
    """Return the rule-based analysis of `text`, made in a separate process.

    on_progress: called with the fraction of the work done; it may raise to stop the parsing. If the other process does
    not start or ends too soon, the work is done in this one.
    """
    with suppress(OSError, EOFError, pickle.UnpicklingError):
        return _listen(text, on_progress)
    return parse(text, on_progress)


def _listen(text: str, on_progress: Callable[[float], None]) -> Analysis:
    with subprocess.Popen(  # noqa: S603 - the command contains no user input
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
    gc.disable()  # an analysis is made without reference cycles, and searching for them takes a quarter of the time
    _work()
