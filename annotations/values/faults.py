"""What is wrong with work that comes from elsewhere, and where."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing that is wrong. place: as a path in the JSON export, "documents[0].annotations[3].start"."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place or 'file'}: {self.what}"
