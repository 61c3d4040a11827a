"""Where things are on this machine: the library, the settings, the bundled sample.

Written by hand because the usual library for this imports pathlib, which would delay the first page.
"""

import os
import sys

from annotations.errors import LibraryError
from annotations.files import private
from reader.language.os_errors import reason

SAMPLE = "global_security_forum_2021.txt"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def _directory(variable: str, fallback: str, mac: str) -> str:
    chosen = os.environ.get(variable)
    if chosen and os.path.isabs(chosen):
        return os.path.join(chosen, "hashiya")
    place = mac if sys.platform == "darwin" else fallback
    return os.path.join(os.path.expanduser(place), "hashiya")


def library_path(chosen: str | None = None) -> str:
    """Return the path of the library: the one chosen, HASHIYA_LIBRARY, or the one in the user's data directory."""
    given = chosen or os.environ.get("HASHIYA_LIBRARY")
    if given:
        return os.path.abspath(os.path.expanduser(given))
    return os.path.join(_directory("XDG_DATA_HOME", "~/.local/share", "~/Library/Application Support"), "library.db")


def make_folder(library: str) -> None:
    """Create the folder for a library. Raises LibraryError if that fails."""
    try:
        private.make_folder(os.path.dirname(os.path.abspath(library)))
    except OSError as error:
        raise LibraryError(path=library, reason=reason(error)) from error


def config_directory() -> str:
    """Return the directory of config.toml and keymap.toml."""
    return _directory("XDG_CONFIG_HOME", "~/.config", "~/Library/Application Support")


def sample_path() -> str:
    """Return the path of the sample article: in the package, or, in an editable install, in the top-level samples/."""
    for place in (os.path.join(_PACKAGE, "samples"), os.path.join(os.path.dirname(_PACKAGE), "samples")):
        path = os.path.join(place, SAMPLE)
        if os.path.exists(path):
            return path
    return os.path.join(_PACKAGE, "samples", SAMPLE)
