"""The persons of a document by their names: who may be meant by a name, or by a part of one."""

from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.recency import Recency
from reader.article.words.matching_keys import same_name

_Mark: TypeAlias = tuple[bool, tuple[str, ...]]  # the keys of a name, and whether they are all of it
_ANY: _Mark = (False, ())


@lru_cache(maxsize=4096)
def _parts(names: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return all names no longer than this one that `same_name` takes for the same."""
    *before, last = names
    parts = {(*part, last) for count in range(len(names)) for part in combinations(before, count)}
    return parts | {names[:count] for count in range(2, len(names))}


class NameIndex:
    """Finds persons by name; each is filed under the last and the first word of every name used."""

    def __init__(self) -> None:
        """Start without any names."""
        self._by_last: Recency[_Mark] = Recency()
        self._by_first: Recency[_Mark] = Recency()

    def add(self, entry: SpeakerDraft, keys: tuple[str, ...]) -> bool:
        """File a person under the name just used, and return whether that makes another name known."""
        known = self._by_last.holds(keys[-1], entry) and self._by_first.holds(keys[0], entry)
        longer = len(keys) > len(entry.names)
        if longer:
            entry.names = keys
        marks = [_ANY, (True, entry.names), *((False, part) for part in _parts(entry.names))]
        if longer:
            self._by_last.mark(entry, marks)
            self._by_first.mark(entry, marks)
        self._by_last.file(keys[-1], entry, marks)
        self._by_first.file(keys[0], entry, marks)
        return longer or not known

    def named(self, keys: tuple[str, ...]) -> SpeakerDraft | None:
        """Return the person last named who may have this name, by its last word or else by its first, or None."""
        entry = _latest(self._by_last, keys[-1], keys)
        if entry is None and len(keys) == 1:
            return next((known for _, known in self._by_first.latest(keys[0], _ANY)), None)
        return entry or _latest(self._by_first, keys[0], keys)

    def begins(self, key: str) -> bool:
        """Return whether a known name begins with this word."""
        return key in self._by_first

    def begins_alike(self, keys: tuple[str, ...]) -> bool:
        """Return whether a known name with the same first word may be the same."""
        return _latest(self._by_first, keys[0], keys) is not None

    def contains(self, keys: tuple[str, ...]) -> bool:
        """Return whether a name that was used with the same last word is this one, or contains it."""
        return _containing(self._by_last, keys[-1], keys) is not None


def _containing(index: Recency[_Mark], heading: str, keys: tuple[str, ...]) -> tuple[int, SpeakerDraft] | None:
    rows = index.latest(heading, (False, keys))
    return next((pair for pair in rows if len(keys) <= len(pair[1].names) and same_name(keys, pair[1].names)), None)


def _latest(index: Recency[_Mark], heading: str, keys: tuple[str, ...]) -> SpeakerDraft | None:
    """Return the person last filed under a heading whose name contains these keys or is part of them, or None."""
    containing = _containing(index, heading, keys)
    found = [containing] if containing is not None else []
    for part in _parts(keys):
        rows = index.latest(heading, (True, part))
        found += [pair for pair in [next((row for row in rows if row[1].names == part), None)] if pair is not None]
    return max(found, key=lambda pair: pair[0])[1] if found else None
