"""What a merge knows while it goes on: which incoming item is which local one, and what it counts."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from annotations.merging.conflicts import Conflicts
from annotations.store.connection import Database
from annotations.store.rows import columns, update


class Merged(NamedTuple):
    """What a merge brought: the numbers of new documents, tags and annotations, and of conflicts.

    joined: local annotations that were added to; removed_here: incoming annotations left out because they were removed
    locally; corrections: rows of the analyses created or changed by incoming corrections; lost: incoming annotations whose
    words are not in the local text, which another converter made of the same file.
    """

    documents: int = 0
    tags: int = 0
    annotations: int = 0
    joined: int = 0
    conflicts: int = 0
    removed_here: int = 0
    corrections: int = 0
    lost: int = 0


class Matched:
    """The ids of local rows by those of the incoming ones; speakers: local numbers by document and incoming number.

    new: the documents whose texts this merge wrote; left: those that one which failed had written; counts: the fields of `Merged`.
    """

    def __init__(self, db: Database, conflicts: Conflicts) -> None:
        """Begin with nothing matched, in an act in progress."""
        self.db, self.conflicts = db, conflicts
        self.documents: dict[int, int] = {}
        self.tags: dict[int, int] = {}
        self.attributes: dict[int, int] = {}
        self.values: dict[int, int] = {}
        self.persons: dict[int, int] = {}
        self.speakers: dict[tuple[int, int], int] = {}
        self.new: list[int] = []
        self.left: list[int] = []
        self.counts: dict[str, int] = dict.fromkeys(Merged._fields, 0)

    def fill(self, table: str, row: int, incoming: Mapping[str, Any], names: Iterable[str]) -> None:
        """Fill columns that are empty locally; where both sides have a value and these differ, add a conflict."""
        wanted = [name for name in names if incoming[name]]
        if not wanted:
            return
        local = columns(self.db, table, row, wanted)
        update(self.db, table, row, {name: incoming[name] for name in wanted if not local[name]})
        for name in wanted:
            if local[name] and local[name] != incoming[name]:
                self.conflicts.add(table, row, name, local[name], incoming[name])
