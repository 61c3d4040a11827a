"""Lists across the library: annotations and statements, filtered and sorted.

Annotations are returned as ids, since there may be a hundred thousand; a screen loads those it shows.
"""

from collections.abc import Iterable

from annotations.store import annotation_rows, listing_rows, log_rows
from annotations.store.connection import Connection
from annotations.values.filters import AnnotationFilter, DocumentRow, StatementFilter, StatementRow
from annotations.values.folding import fold_text
from annotations.values.model import Annotation

_AT_ONCE = 500  # annotations folded by one question


class Listing:
    """Queries across a library."""

    def __init__(self, connection: Connection) -> None:
        """Query through this connection."""
        self._connection = connection
        self._words: dict[int, tuple[str, str]] = {}
        self._folded_at = -1
        self._unfolded: list[int] = []

    def annotation_ids(self, wanted: AnnotationFilter, order: str = "place") -> list[int]:
        """Return the ids of the matching annotations, in one of `values.filters.ORDERS`."""
        found = self._connection.read(listing_rows.annotation_ids, wanted, order)
        return self._with_words(found, wanted.words) if wanted.words.strip() else found

    def _with_words(self, numbers: list[int], words: str) -> list[int]:
        """Return the annotations whose quotation or note contains the words once folded; folded text is cached."""
        needle = fold_text(words)
        self.fold_words()
        return [number for number in numbers if needle in self._words[number][1]]

    def fold_words(self, most: int = -1) -> bool:
        """Fold the words of new or changed annotations, ahead of a search; return whether any are left.

        most: how many to fold in one call, so that other jobs need not wait; negative for all.
        """
        last = self._connection.read(log_rows.last_act)
        if last != self._folded_at:
            changes = self._connection.read(listing_rows.annotation_changes)
            self._unfolded = [number for number, changed in changes if self._words.get(number, ("",))[0] != changed]
            self._folded_at = last
        now, self._unfolded = (self._unfolded, []) if most < 0 else (self._unfolded[:most], self._unfolded[most:])
        for at in range(0, len(now), _AT_ONCE):
            found = self._connection.read(listing_rows.annotation_words, now[at : at + _AT_ONCE])
            self._words |= {one.id: (one.changed, fold_text(f"{one.quote} | {one.note}")) for one in found}
        return bool(self._unfolded)

    def annotations(self, numbers: Iterable[int]) -> list[Annotation]:
        """Return annotations in the order of the given ids."""
        wanted = list(numbers)
        found = {a.id: a for a in self._connection.read(annotation_rows.annotations_by_id, wanted)}
        return [found[number] for number in wanted if number in found]

    def statements(self, said: StatementFilter) -> list[StatementRow]:
        """Return the matching statements, ordered by document and position."""
        return self._connection.read(listing_rows.statements, said)

    def documents(self) -> list[DocumentRow]:
        """Return the documents as the library's list shows them, in the order they were added."""
        return self._connection.read(listing_rows.document_list)

    def facts(self) -> dict[str, list[str]]:
        """Return the library's filter values: agencies, speakers and topics, the most frequent first, and projects."""
        return self._connection.read(listing_rows.facts)
