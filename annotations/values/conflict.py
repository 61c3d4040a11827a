"""A conflict found by a merge, which waits for a decision."""

from typing import NamedTuple

LOCAL, INCOMING, BOTH = "local", "incoming", "both"
_MERGEABLE = ("note", "memo", "description")  # the column, without its language


class Conflict(NamedTuple):
    """A field of a row whose local and incoming values differ. source: the file that the incoming value came from.

    table: tag, annotation, coding, document, person_speaker, speaker or topic. Boundaries are written start:end; values
    and persons are local ids, as is the row that stands for a speaker or topic. A document's noise, session and
    statement are stretches corrected on both sides, as read by `merging.take.read`. Words in one language stand under
    their column and it: "name.ar".
    """

    id: int
    table: str
    row: int
    field: str
    local: str
    incoming: str
    source: str

    @property
    def can_keep_both(self) -> bool:
        """Return whether both texts can be kept, one below the other."""
        return self.field.partition(".")[0] in _MERGEABLE
