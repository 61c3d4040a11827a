"""What a file looks like from outside: by it a text that was read before is known again without reading it."""

import os
from typing import NamedTuple

_MOST = (1 << 63) - 1  # an integer of SQLite


class FileStamp(NamedTuple):
    """The path of a file, its device and inode, size in bytes, and time of change in nanoseconds."""

    path: str
    device: int
    inode: int
    size: int
    mtime: int


def stamp_of(path: str) -> FileStamp:
    """Return what the file at `path` looks like now. Raises OSError."""
    found = os.stat(path)
    real = os.path.realpath(path)
    return FileStamp(real, found.st_dev & _MOST, found.st_ino & _MOST, found.st_size, found.st_mtime_ns)
