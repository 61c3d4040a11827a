"""Which files belong to a Hashiya library: the SQLite file itself, and its log and index beside it."""

import os
from contextlib import suppress

_HEADER = b"SQLite format 3\x00"
_ID_AT = 68  # https://www.sqlite.org/fileformat2.html#application_id
APPLICATION_ID = 0x48534859  # "HSHY"
COMPANIONS = ("-wal", "-shm", "-journal")


def is_library(path: str) -> bool:
    """Return whether the file at `path`, links followed, begins as a Hashiya library of any format does."""
    with suppress(OSError), open(path, "rb", opener=_without_waiting) as file:
        head = file.read(_ID_AT + 4)
        return head.startswith(_HEADER) and head[_ID_AT:] == APPLICATION_ID.to_bytes(4, "big")
    return False


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)  # a pipe that nobody writes to would hold the reader forever


def belongs_to_library(path: str, *known: str) -> bool:
    """Return whether a file is a library or one of the files SQLite keeps beside one.

    known: paths of libraries in use, which count even while nothing is there yet.
    """
    real = os.path.realpath(path)
    owners = [real] + [real[: -len(end)] for end in COMPANIONS if real.endswith(end)]
    libraries = {os.path.realpath(one) for one in known if one != ":memory:"}
    return any(owner in libraries or is_library(owner) for owner in owners)
