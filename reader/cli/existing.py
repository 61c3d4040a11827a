"""Opening the library for a command that reads it, or creates it."""

import os

from annotations.library import Library
from reader.settings.config import Config
from reader.settings.paths import make_folder


def open_library(config: Config) -> Library:
    """Open the library, creating it and its folder if there is none."""
    make_folder(config.library)
    return Library(config.library, config.coder)


def open_existing(config: Config) -> Library:
    """Open the library for a command that only reads, or an empty one that is not saved if there is none."""
    if not os.path.exists(config.library):
        return Library(":memory:", config.coder)
    return Library(config.library, config.coder, read_only=True)
