"""The kinds of act in a library, one row of acts.tsv each, on which the log, undo and the history rely.

The words are catalogue strings; `{tag}` and `{old}` stand for tags, `{name}` for a name, and `{places}` and the like
for a counted noun.
"""

import os.path
from functools import cache
from typing import Literal, NamedTuple, cast

from annotations.errors import UnknownAct

Changes = Literal["annotations", "analysis", "document"]


class ActKind(NamedTuple):
    """A kind of act: its label in the log, what it changes, and its wording.

    noun, several: what is counted (annotation, place, tag, document) and the wording for several of them; words is
    empty if `several` also applies to one.
    """

    label: str
    changes: Changes
    words: str
    noun: str = ""
    several: str = ""


@cache
def act_kinds() -> dict[str, ActKind]:
    """Return all kinds of act by label."""
    with open(os.path.join(os.path.dirname(__file__), "acts.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[:1] != "#"]
    return {row[0]: ActKind(row[0], cast("Changes", row[1]), *row[2:]) for row in rows}


def act_kind(label: str) -> ActKind:
    """Return the kind of act that a label in the log denotes. Raises UnknownAct.

    The first version wrote "tag:4"; the tag is now stored separately from the label.
    """
    kinds = act_kinds()
    found = kinds.get(label) or (kinds["tag"] if label.startswith("tag:") else None)
    if found is None:
        raise UnknownAct(label=label)
    return found
