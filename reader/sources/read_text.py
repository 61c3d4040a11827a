"""The text of a file from its bytes, read according to the suffix of its name.

A file type is a module of `reader.sources.types` that is named after the file's suffix and has one function,
`read(data, path) -> Decoded`; whatever that needs is imported inside the function. A name without a suffix, or with
one that has no module, is plain text.
"""

import os
from importlib import import_module

from reader.sources.source import Source
from reader.text.decode import Decoded, decode

_TYPES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "types")

_PLAIN = (".md", ".text", ".txt")


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of text files, each with its dot."""
    return tuple(f".{name[:-3]}" for name in sorted(os.listdir(_TYPES)) if name.endswith(".py") and name[0] != "_")


def is_plain(path: str) -> bool:
    """Return whether the bytes of the file at `path` are its text."""
    suffix = os.path.splitext(path)[1].lower()
    return suffix not in suffixes() or suffix in _PLAIN


def read_text(source: Source) -> Decoded:
    """Return the text of a source and the encoding it was in.

    Raises FileIsBinary if it is not text and FileEmpty if it contains nothing but blanks.
    """
    suffix = os.path.splitext(source.path)[1].lower()
    if suffix not in suffixes():
        return decode(source.data, source.path)
    found: Decoded = import_module(f"reader.sources.types.{suffix[1:]}").read(source.data, source.path)
    return found
