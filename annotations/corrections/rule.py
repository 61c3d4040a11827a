"""How a kind of correction is applied: an entry in the tables of `speech` and `parts`."""

from collections.abc import Callable
from typing import Any, NamedTuple

from annotations.store.analysis_writer import Rows


class CorrectionSubject(NamedTuple):
    """What a correction is about and what it becomes (empty if it does not change), in the words of the text."""

    name: str
    now: str = ""


class Rule(NamedTuple):
    """A kind of correction: the label of its act, the function that applies it, and the one that names its subject.

    Both functions take the rows of a document and the correction.
    """

    label: str
    apply: Callable[[Rows, Any], None]
    subject: Callable[[Rows, Any], CorrectionSubject]
