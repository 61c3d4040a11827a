"""The messages of the source: what the catalogues must have. Also run as a script, to print them."""

import importlib
import os
import pkgutil
from collections.abc import Iterator

from babel.messages.extract import extract_from_dir

import annotations
import reader
from annotations.errors import HashiyaError
from annotations.values.act_kinds import act_kinds
from reader.keys.commands import COMMANDS

KEYWORDS = {"_": None, "N_": None, "counted": (1, 2), "pcounted": ((1, "c"), 2, 3)}
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PLACEHOLDER_CASES = ("label", "of")


def _modules() -> None:
    for package in (annotations, reader):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not info.name.startswith(("reader.ui", "reader.__main__")):
                importlib.import_module(info.name)


def _errors(kind: type[HashiyaError] = HashiyaError) -> Iterator[str]:
    for child in kind.__subclasses__():
        if child.__module__.startswith(("annotations", "reader")):  # tests have errors of their own
            yield child.message
            yield child.remedy
        yield from _errors(child)


def messages() -> tuple[set[str], set[tuple[str, str]]]:
    """Return the messages of the source, and the (singular, plural) pairs of its counted nouns."""
    _modules()
    single: set[str] = {HashiyaError.message, *_errors()}
    plural: set[tuple[str, str]] = set()
    for _file, _line, found, _comments, _context in extract_from_dir(os.path.join(_ROOT, "reader"), keywords=KEYWORDS):
        if isinstance(found, tuple):
            plural.add((found[0], found[1]))
        else:
            single.add(found)
    for kind in act_kinds().values():
        single |= {kind.words, kind.several}
    for command in COMMANDS:
        single |= {command.group, command.name, command.about}
    return single - {""}, plural


if __name__ == "__main__":
    one, many = messages()
