"""Parsing in a separate process, so that the screen in this one stays responsive.

`python -m reader.article.worker` reads a text from standard input and writes pickled floats, the fraction of the work
done, and finally a pickled Analysis. Only `ParsingProcess` starts it. (multiprocessing is not used: it cannot start a
process while the screen library has replaced standard error.)
"""

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

from annotations.values.analysis import Analysis


class AnalysisStopped(Exception):
    """The analysis of a text was ended before it was done."""


class ParsingProcess:
    """Analyses one text at a time in a separate process, which another thread may stop."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._stopped = False
        self._running: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """End what is being analysed at once, and begin nothing more."""
        self._stopped = True
        if self._running is not None:
            self._running.kill()

    def parse(self, text: str, on_progress: Callable[[float], None]) -> Analysis:
        """Return the rule-based analysis of `text`, made in a separate process.

        on_progress: called with the fraction of the work done; it may raise to stop the parsing. If the other process
        does not start or ends too soon, the work is done in this one. Raises AnalysisStopped after `stop`.
        """
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            return self._listen(text, on_progress)
        if self._stopped:
            raise AnalysisStopped
        from reader.article.parse import parse

        return parse(text, on_progress)

    def _listen(self, text: str, on_progress: Callable[[float], None]) -> Analysis:
        with subprocess.Popen(  # noqa: S603 - the command contains no user input
            [sys.executable, "-P", "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as worker:
            assert worker.stdin is not None  # noqa: S101 - both are pipes
            assert worker.stdout is not None  # noqa: S101
            self._running = worker
            try:
                if self._stopped:
                    raise AnalysisStopped
                worker.stdin.write(text.encode("utf-8", "surrogatepass"))
                worker.stdin.close()
                while True:
                    got = pickle.load(worker.stdout)  # noqa: S301 - from our own process
                    if isinstance(got, Analysis):
                        return got
                    on_progress(got)
            finally:
                self._running = None
                worker.kill()


def parse_apart(text: str, on_progress: Callable[[float], None]) -> Analysis:
    """Return the analysis of `text`, made in a process of its own, as `ParsingProcess.parse` does."""
    return ParsingProcess().parse(text, on_progress)


def _work() -> None:
    from reader.article.parse import parse

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
