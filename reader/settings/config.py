"""The user's settings: config.toml in the configuration directory.

lang = "ar" | "en" (or another catalogue); library = path; coder = name; arabic_layout = "auto" | "pc" | "mac" | "azerty".
The command line takes precedence over the environment, and both over the file.
"""

import os
from typing import Any, NamedTuple

from reader.errors import UsageError
from reader.language.i18n import environment_language, language_of
from reader.settings.paths import config_directory, library_path
from reader.settings.rendering import HARAKAT, STRATEGIES

LAYOUTS = ("auto", "pc", "mac", "azerty")


class Config(NamedTuple):
    """The settings in force for this run."""

    language: str
    library: str
    coder: str
    arabic_layout: str
    strategy: str = ""
    harakat: str = ""


def _login() -> str:
    name = os.environ.get("USER") or os.environ.get("LOGNAME")
    if name:
        return name
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return "coder"


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> str:
    if value and value not in choices:
        raise UsageError(problem=f"{name} = {value!r}: one of {', '.join(choices)}")
    return value


def whole(text: str) -> str:
    """Return an argument as valid text: bytes that are not UTF-8 become replacement characters."""
    return os.fsencode(text).decode("utf-8", "replace")


def read_toml(name: str) -> dict[str, Any]:
    """Return a file of the configuration directory, or {} if it does not exist. Raises UsageError if it is not TOML."""
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
    """Return the settings for this run; the arguments are those of the command line. Raises UsageError."""
    file = read_toml("config.toml")
    for name in ("lang", "library", "coder", "arabic_layout", "strategy", "harakat"):
        if not isinstance(file.get(name, ""), str):
            raise UsageError(problem=f"config.toml: {name} = {file[name]!r}?")
    layout = file.get("arabic_layout", "auto")
    if layout not in LAYOUTS:
        raise UsageError(problem=f"arabic_layout = {layout!r}: one of {', '.join(LAYOUTS)}")
    stated = file.get("library")
    if stated:  # a relative path starts from the configuration directory, not from the working directory
        stated = os.path.join(config_directory(), os.path.expanduser(stated))
    return Config(
        language_of(lang, file.get("lang"), environment_language()),
        library_path(library or (None if os.environ.get("HASHIYA_LIBRARY") else stated)),
        whole(coder or os.environ.get("HASHIYA_CODER") or file.get("coder") or _login()),
        layout,
        _one_of("strategy", file.get("strategy", ""), STRATEGIES),
        _one_of("harakat", file.get("harakat", ""), HARAKAT),
    )
