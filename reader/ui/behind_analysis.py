"""The analysis of a large text behind the screen: a process of its own, which may be stopped at any moment."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import suppress

from annotations.values.model import Document


class BehindAnalysis:
    """Runs `reader.sources.analyse_large` for one document at a time. What is done stays done when it is stopped."""

    def __init__(self, library: str) -> None:
        """Run nothing yet. library: the path of the library."""
        self._library = library
        self._process: asyncio.subprocess.Process | None = None

    @property
    def running(self) -> bool:
        """Whether a text is being analysed."""
        return self._process is not None

    async def run(self, document: Document) -> AsyncIterator[float]:
        """Analyse what is left of a document; yield the share of the text that is done, now and then."""
        self.stop()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "reader.sources.analyse_large", self._library, str(document.id),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        self._process = process
        try:
            while process.stdout is not None and (line := await process.stdout.readline()):
                with suppress(ValueError):
                    yield float(line)
        finally:
            self._end(process)
            await process.wait()

    def stop(self) -> None:
        """Stop the analysis; the next one goes on where it was."""
        if self._process is not None:
            self._end(self._process)

    def _end(self, process: asyncio.subprocess.Process) -> None:
        with suppress(ProcessLookupError):
            process.kill()
        if self._process is process:
            self._process = None
