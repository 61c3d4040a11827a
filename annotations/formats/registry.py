"""The formats that a library can be exported to: one module of `annotations.formats.exports` each.

The module's name is the format's; it has a value EXPORT. A new format is a file there and nothing else.
"""

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import NamedTuple

from annotations.values.work import Exported, Shared

_EXPORTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "exports")


class Export(NamedTuple):
    """How a library is written in a format.

    suffix: of its files, with the dot; offsets: the unit of its spans; loses: what of the library it cannot hold, empty
    for nothing; dump: from documents and what belongs to the library to the text of the file.
    """

    suffix: str
    offsets: str
    loses: str
    dump: Callable[[Iterable[Exported], Shared], str]


def export_names() -> tuple[str, ...]:
    """Return the names of the formats, sorted; none of them is loaded for that."""
    return tuple(name[:-3] for name in sorted(os.listdir(_EXPORTS)) if name.endswith(".py") and name[0] != "_")


def export_named(name: str) -> Export:
    """Return the format of this name, one of `export_names`."""
    found: Export = import_module(f"annotations.formats.exports.{name}").EXPORT
    return found
