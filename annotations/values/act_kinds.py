"""What can be done in a library: one row of acts.tsv for each kind of act, by which the log, undo and the history go.

The words are catalogue strings; `{tag}` and `{old}` stand for tags, `{name}` for a name, `{places}` and the like for a
counted noun.
"""

import os.path
from functools import cache
from typing import Literal, NamedTuple, cast

from annotations.errors import UnknownAct

Changes = Literal["annotations", "analysis", "document"]


class ActKind(NamedTuple):
    """A kind of act: its label in the log, what it changes, and its words.

    noun, several: what is counted (annotation, place, tag, document) and the words for several of them; words is empty
    where `several` holds for one as well.
    """

    label: str
    changes: Changes
    words: str
    noun: str = ""
    several: str = ""


@cache
def act_kinds() -> dict[str, ActKind]:
    """Return every kind of act by its label."""
    with open(os.path.join(os.path.dirname(__file__), "acts.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[:1] != "#"]
    return {row[0]: ActKind(row[0], cast("Changes", row[1]), *row[2:]) for row in rows}


def act_kind(label: str) -> ActKind:
    """Return the kind of act that a label of the log names. Raises UnknownAct.

    The first version wrote "tag:4" where the tag now stands beside the label.
    """
    kinds = act_kinds()
    found = kinds.get(label) or (kinds["tag"] if label.startswith("tag:") else None)
    if found is None:
        raise UnknownAct(label=label)
    return found
