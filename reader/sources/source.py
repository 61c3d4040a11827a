"""Bytes as given, from a file or from standard input."""

import os
import sys
from typing import NamedTuple

from reader.errors import FileIsDirectory, FileMissing, FileUnreadable
from reader.language.os_errors import reason
from reader.settings.config import whole

STDIN = "-"


class Source(NamedTuple):
    """Bytes as given, where they come from, and what to call the document."""

    data: bytes
    path: str
    name: str


def read_source(path: str) -> Source:
    """Return the bytes of a file, or of standard input for "-".

    Raises FileMissing, FileIsDirectory or FileUnreadable.
    """
    if path == STDIN:
        return Source(sys.stdin.buffer.read(), STDIN, "stdin")
    if os.path.isdir(path):
        raise FileIsDirectory(path=path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except OSError as error:
        raise FileUnreadable(path=path, reason=reason(error)) from error
    name = os.path.splitext(os.path.basename(path))[0]
    return Source(data, whole(os.path.abspath(path)), whole(name))


def digest(data: bytes) -> str:
    """Return the SHA-256 digest by which a document is recognised."""
    from hashlib import sha256

    return sha256(data).hexdigest()
