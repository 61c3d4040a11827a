"""Opening the library for a command that reads it, or creates it."""

import os

from annotations.errors import LibraryError
from annotations.library import Library
from reader.language.os_errors import reason
from reader.settings.config import Config


def make_folder(library: str) -> None:
    """Create the folder for a library. Raises LibraryError if that fails."""
    try:
        os.makedirs(os.path.dirname(library), exist_ok=True)
    except OSError as error:
        raise LibraryError(path=library, reason=reason(error)) from error


def open_library(config: Config) -> Library:
    """Open the library, creating it and its folder if there is none."""
    make_folder(config.library)
    return Library(config.library, config.coder)


def open_existing(config: Config) -> Library:
    """Open the library for a command that only reads, or an empty one that is not saved if there is none."""
    if not os.path.exists(config.library):
        return Library(":memory:", config.coder)
    return Library(config.library, config.coder, read_only=True)
