"""The text files that a command line names: folders are searched, and each file is returned once."""

import os
from collections.abc import Iterator, Sequence

from reader.errors import FolderEmpty
from reader.sources.read_text import suffixes
from reader.sources.source import STDIN


def _texts(folder: str) -> Iterator[str]:
    """Yield the text files of a folder and its subfolders in the order of their names, skipping hidden ones."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            os.path.join(place, name)
            for name in sorted(names)
            if name.endswith(suffixes()) and not name.startswith(".")
        )


def text_files(paths: Sequence[str]) -> list[str]:
    """Return the files that `paths` name, in order, each once. Raises FolderEmpty for a folder without any text."""
    found: dict[str, str] = {}
    for path in paths:
        inside = list(_texts(path)) if os.path.isdir(path) else [path]
        if not inside:
            raise FolderEmpty(path=path)
        for file in inside:
            found.setdefault(file if file == STDIN else os.path.realpath(file), file)
    return list(found.values())
