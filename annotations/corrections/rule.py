"""How a kind of correction is carried out: a row of the tables in `speech` and `parts`."""

import sqlite3
from collections.abc import Callable
from typing import Any, NamedTuple


class CorrectionSubject(NamedTuple):
    """What a correction is about, and what that is from then on (empty where it does not change), in the words of the text."""

    name: str
    now: str = ""


class Rule(NamedTuple):
    """A kind of correction: what its act is called, the function that carries it out, and the one that names its subject.

    Both functions are given a connection, a document's id and the correction.
    """

    label: str
    apply: Callable[[sqlite3.Connection, int, Any], None]
    subject: Callable[[sqlite3.Connection, int, Any], CorrectionSubject]
