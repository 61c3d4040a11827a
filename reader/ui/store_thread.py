"""The store's thread: a connection belongs to one thread, and the screen never waits on the disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from annotations.library import Library

T = TypeVar("T")


class StoreThread:
    """One thread that opens the library and does every job on it, in the order they come."""

    def __init__(self, path: str, coder: str) -> None:
        """Remember which library; it is opened by the first job."""
        self._path, self._coder = path, coder
        self._library: Library | None = None
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    def _run(self, job: Callable[[Library], T]) -> T:
        if self._library is None:
            self._library = Library(self._path, self._coder)
        return job(self._library)

    async def run(self, job: Callable[[Library], T]) -> T:
        """Do a job and return what it returns, once its change is committed."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._run, job)

    def run_now(self, job: Callable[[Library], T]) -> T:
        """Do a job and wait for it, where there is no event loop any more."""
        return self._executor.submit(self._run, job).result()

    def close(self) -> None:
        """Finish what was begun and close the library."""
        self._executor.submit(self._close).result()
        self._executor.shutdown()

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
