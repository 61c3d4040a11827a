"""The store's thread: a connection belongs to one thread, and the screen never waits for the disk."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from annotations.errors import LibraryError
from annotations.library import Library

T = TypeVar("T")


class StoreThread:
    """A single thread that opens the library and runs all jobs on it, in the order in which they arrive."""

    def __init__(self, path: str, coder: str) -> None:
        """Store the path and the coder; the first job opens the library."""
        self._path, self._coder = path, coder
        self._library: Library | None = None
        self.read_only: LibraryError | None = None  # why nothing can be saved, once the library is open
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    def _run(self, job: Callable[[Library], T]) -> T:
        if self._library is None:
            self._library = self._open()
        return job(self._library)

    def _open(self) -> Library:
        """Open the library, only to read it where it cannot be written."""
        try:
            return Library(self._path, self._coder)
        except LibraryError as error:
            if not os.path.exists(self._path):
                raise
            with suppress(LibraryError):
                library = Library(self._path, self._coder, read_only=True)
                self.read_only = error
                return library
            raise

    def begin(self, job: Callable[[Library], T]) -> "Future[T]":
        """Begin a job before the event loop runs."""
        return self._executor.submit(self._run, job)

    async def run(self, job: Callable[[Library], T]) -> T:
        """Run a job and return its result, once its changes are committed."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run, job)

    def run_now(self, job: Callable[[Library], T]) -> T:
        """Run a job and wait for it, for use when the event loop has ended."""
        return self._executor.submit(self._run, job).result()

    def close(self) -> None:
        """Finish the pending jobs and close the library."""
        self._executor.submit(self._close).result()
        self._executor.shutdown()

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
