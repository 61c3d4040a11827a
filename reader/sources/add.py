"""Getting texts: from files and standard input into the library, with their reading."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import FileIsDirectory, FileMissing, FileUnreadable
from reader.language.os_errors import reason
from reader.settings.config import whole
from reader.text.decode import decode, text_direction

if TYPE_CHECKING:
    from annotations.library import Library
    from annotations.values.model import Document

STDIN = "-"


class Source(NamedTuple):
    """Bytes as given, where from, and what the document is to be called."""

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
    """Return the SHA-256 by which a document is known again."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def add_source(library: "Library", source: Source, told: Callable[[float], None] | None = None) -> "Document":
    """Add a text to the library, understood; return the document there is where its very bytes were added before.

    Where the file held an earlier version of the text, its annotations are brought over.

    told: is called now and then with the share of the work that is done, from 0 to 1; where it is given, the work is
    done in a process of its own.
    Raises FileIsBinary or FileEmpty, and adds nothing.
    """
    mark = digest(source.data)
    found = library.by_digest(mark)
    if found is not None:
        return found
    from reader.article.parse import parse
    from reader.article.worker import parse_apart

    text, encoding = decode(source.data, source.path)
    analysis = parse_apart(text, told) if told else parse(text)
    title = next((a.title.cut(text) for a in analysis.articles if a.title is not None), "")
    if not title:
        title = next(line.strip() for line in text.splitlines() if line.strip())[:80]
    return library.add(
        text, analysis, name=source.name, path=source.path, title=title,
        direction=text_direction(text), digest=mark, encoding=encoding,
    )  # fmt: skip
