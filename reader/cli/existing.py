"""Opening the library for a command that needs one, or makes one."""

import os

from annotations.store import Library
from reader.config import Config


def open_library(config: Config) -> Library:
    """Open the library, made with its directory where there is none."""
    os.makedirs(os.path.dirname(config.library), exist_ok=True)
    return Library(config.library, config.coder)


def open_existing(config: Config) -> Library:
    """Open the library for a command that only reads; where there is none, an empty one that is not kept."""
    if not os.path.exists(config.library):
        return Library(":memory:", config.coder)
    return Library(config.library, config.coder)
