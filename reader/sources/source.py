"""Bytes as given, from a file or from standard input."""

import os
import sys
from collections.abc import Iterator
from typing import NamedTuple

from annotations.values.file_stamp import FileStamp, stamp_of
from reader.errors import FileIsDirectory, FileMissing, FileUnreadable
from reader.language.os_errors import reason
from reader.settings.config import whole

STDIN = "-"
LARGE = 1 << 21
"""Bytes from which a text is read, stored and analysed piece by piece."""

_HEAD = 1 << 18  # bytes of a large file that are read to show its first page
_PIECE = 1 << 20


class Source(NamedTuple):
    """Bytes as given, where they come from, and what to call the document.

    size: of a large file of which `data` is only the beginning, in bytes; -1 if `data` is all. stamp: what the file looks
    like, None for standard input.
    """

    data: bytes
    path: str
    name: str
    size: int = -1
    stamp: FileStamp | None = None

    @property
    def large(self) -> bool:
        """Whether it is read, stored and analysed piece by piece."""
        return max(self.size, len(self.data)) > LARGE


def read_source(path: str, *, head: bool = False) -> Source:
    """Return the bytes of a file, or of standard input for "-". head: of a large file, only the beginning.

    Raises FileMissing, FileIsDirectory or FileUnreadable.
    """
    if path == STDIN:
        return Source(sys.stdin.buffer.read(), STDIN, "stdin")
    if os.path.isdir(path):
        raise FileIsDirectory(path=path)
    try:
        stamp = stamp_of(path)
        with open(path, "rb") as file:
            part = head and stamp.size > LARGE
            data = file.read(_HEAD) if part else file.read()
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except OSError as error:
        raise FileUnreadable(path=path, reason=reason(error)) from error
    name = os.path.splitext(os.path.basename(path))[0]
    return Source(data, whole(os.path.abspath(path)), whole(name), stamp.size if part else -1, stamp)


def pieces(source: Source) -> Iterator[bytes]:
    """Yield all the bytes of a source in pieces of a megabyte. Raises FileUnreadable."""
    if source.size < 0:
        yield from (source.data[at : at + _PIECE] for at in range(0, len(source.data), _PIECE))
        return
    try:
        with open(source.stamp.path if source.stamp else source.path, "rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except OSError as error:
        raise FileUnreadable(path=source.path, reason=reason(error)) from error


def entire(source: Source) -> Source:
    """Return a source with all its bytes. Raises FileUnreadable."""
    return source if source.size < 0 else source._replace(data=b"".join(pieces(source)), size=-1)


def digest(data: bytes) -> str:
    """Return the SHA-256 digest by which a document is recognised."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def digest_of(source: Source) -> str:
    """Return the SHA-256 digest of all the bytes of a source. Raises FileUnreadable."""
    from hashlib import sha256

    found = sha256()
    for piece in pieces(source):
        found.update(piece)
    return found.hexdigest()
