"""The formats that a library can be exported to, each a module of `annotations.formats.exports`.

The module is named after the format and defines EXPORT. Adding a format takes only a new module there.
"""

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import NamedTuple

from annotations.values.work import Exported, Shared

_EXPORTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "exports")


class Export(NamedTuple):
    """How a library is exported to a format.

    suffix: of its files, with the dot; offsets: the unit of its spans; loses: what the format cannot hold of the
    library, empty if nothing; dump: returns the text of the file from documents and what belongs to the library.
    """

    suffix: str
    offsets: str
    loses: str
    dump: Callable[[Iterable[Exported], Shared], str]


def export_names() -> tuple[str, ...]:
    """Return the names of the formats, sorted, without loading any of them."""
    return tuple(name[:-3] for name in sorted(os.listdir(_EXPORTS)) if name.endswith(".py") and name[0] != "_")


def export_named(name: str) -> Export:
    """Return the format with this name, one of `export_names`."""
    found: Export = import_module(f"annotations.formats.exports.{name}").EXPORT
    return found
