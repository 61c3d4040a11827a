"""The text files that a command line names: folders are searched, patterns expanded, and each file comes once."""

import glob
import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.errors import HashiyaError
from reader.errors import FolderEmpty
from reader.sources.read_text import suffixes
from reader.sources.source import STDIN
from reader.sources.typed_path import typed_path


class FoundTexts(NamedTuple):
    """What some paths name. files: the texts, each once, in order; skipped: what folders hold besides them.

    errors: for the paths that name nothing.
    """

    files: list[str]
    skipped: list[str]
    errors: list[HashiyaError]


def _contents(folder: str) -> Iterator[tuple[str, bool]]:
    """Yield the files of a folder and its subfolders in the order of their names, and whether each is a text."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(place, name), name.endswith(suffixes())


def _expanded(path: str) -> list[str]:
    """Return what a path means: itself, or what fits it if it is a pattern that names nothing by itself."""
    meant = path if path == STDIN else typed_path(path)
    if meant == STDIN or os.path.lexists(meant) or not glob.has_magic(meant):
        return [meant]
    return sorted(glob.glob(meant, recursive=True)) or [meant]


def find_texts(paths: Sequence[str]) -> FoundTexts:
    """Return the text files that `paths` name: files as they are, folders with all in them, patterns."""
    files: dict[str, str] = {}
    skipped: list[str] = []
    errors: list[HashiyaError] = []
    for path in (one for given in paths for one in _expanded(given)):
        inside = [path]
        if os.path.isdir(path):
            contents = list(_contents(path))
            inside = [name for name, is_text in contents if is_text]
            skipped += [name for name, is_text in contents if not is_text]
            if not inside:
                errors.append(FolderEmpty(path=path))
        for file in inside:
            files.setdefault(file if file == STDIN else os.path.realpath(file), file)
    return FoundTexts(list(files.values()), skipped, errors)
