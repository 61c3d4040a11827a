"""The user's settings: config.toml in the configuration directory.

lang = "ar" | "en"; library = path; coder = name; arabic_layout = "auto" | "pc" | "mac" | "azerty".
The command line goes before the environment, and both before the file.
"""

import os
from typing import Any, NamedTuple

from reader.errors import UsageError
from reader.i18n import environment_language, language_of
from reader.paths import config_directory, library_path

LAYOUTS = ("auto", "pc", "mac", "azerty")


class Config(NamedTuple):
    """What holds for this run."""

    language: str
    library: str
    coder: str
    arabic_layout: str


def _login() -> str:
    name = os.environ.get("USER") or os.environ.get("LOGNAME")
    if name:
        return name
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return "coder"


def read_toml(name: str) -> dict[str, Any]:
    """Return a file of the configuration directory, {} where there is none. Raises UsageError where it is no TOML."""
    path = os.path.join(config_directory(), name)
    if not os.path.exists(path):
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise UsageError(problem=f"{path}: {error}") from error


def load(lang: str | None = None, library: str | None = None, coder: str | None = None) -> Config:
    """Return the settings of this run, the arguments being what the command line says."""
    file = read_toml("config.toml")
    layout = str(file.get("arabic_layout", "auto"))
    if layout not in LAYOUTS:
        raise UsageError(problem=f"arabic_layout = {layout!r}: one of {', '.join(LAYOUTS)}")
    return Config(
        language_of(lang, file.get("lang"), environment_language()),
        library_path(library or (None if os.environ.get("HASHIYA_LIBRARY") else file.get("library"))),
        coder or os.environ.get("HASHIYA_CODER") or str(file.get("coder") or _login()),
        layout,
    )
