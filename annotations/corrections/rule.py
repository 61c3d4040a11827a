"""How a kind of correction is applied: an entry in the tables of `speech` and `parts`."""

import sqlite3
from collections.abc import Callable
from typing import Any, NamedTuple


class CorrectionSubject(NamedTuple):
    """What a correction is about and what it becomes (empty if it does not change), in the words of the text."""

    name: str
    now: str = ""


class Rule(NamedTuple):
    """A kind of correction: the label of its act, the function that applies it, and the one that names its subject.

    Both functions take a connection, a document id and the correction.
    """

    label: str
    apply: Callable[[sqlite3.Connection, int, Any], None]
    subject: Callable[[sqlite3.Connection, int, Any], CorrectionSubject]
