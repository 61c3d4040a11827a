"""Persons: speakers of several documents identified as one. Joins are suggested, never made automatically."""

from collections.abc import Sequence
from typing import NamedTuple

from annotations.errors import CorrectionRefused
from annotations.store import form_rows, person_rows
from annotations.store.connection import Connection
from annotations.values.folding import fold_text, sort_key
from annotations.values.model import DocumentSpeaker, Person

_JOINED = ("person", "org")  # kinds that may be joined across documents; groups and unnamed sources never are
_LEAST_WORDS = 2  # in a name that is part of a longer one


class Suggestion(NamedTuple):
    """Speakers that are probably the same, and the person they would join, or 0 for a new one."""

    name: str
    person: int
    speakers: tuple[DocumentSpeaker, ...]


class Persons:
    """The persons of a library."""

    def __init__(self, connection: Connection) -> None:
        """Perform acts through this connection."""
        self._connection = connection

    def speakers(self) -> list[tuple[DocumentSpeaker, int]]:
        """Return every speaker of every document with the id of its person, or 0 if it has none."""
        return self._connection.read(person_rows.speakers)

    def all(self) -> list[Person]:
        """Return the persons, sorted by name."""
        rows = self._connection.read(person_rows.persons)
        joined: dict[int, list[DocumentSpeaker]] = {}
        for one, person in self.speakers():
            joined.setdefault(person, []).append(one)
        found = [Person(row.id, row.name, tuple(joined.get(row.id, ())), row.uid) for row in rows]
        return sorted(found, key=lambda person: sort_key(person.name))

    def suggestions(self) -> list[Suggestion]:
        """Return groups of speakers without a person that are probably the same, by name, the largest groups first.

        Names match if they are equal once folded, or if one contains all the words of the other, at least two.
        """
        free: dict[str, list[DocumentSpeaker]] = {}
        for one, person in self.speakers():
            if not person and one.kind in _JOINED:
                free.setdefault(fold_text(one.name), []).append(one)
        persons = {fold_text(person.name): person for person in self.all()}
        found: list[Suggestion] = []
        for key, speakers in free.items():
            known = persons.get(key) or next((one for name, one in persons.items() if _part(key, name)), None)
            longer = next((name for name in free if name != key and _part(key, name) and len(name) > len(key)), None)
            if known is not None:
                found.append(Suggestion(known.name, known.id, tuple(speakers)))
            elif longer is not None and _apart(speakers, free[longer]):
                found.append(Suggestion(free[longer][0].name, 0, (*free[longer], *speakers)))
            elif len({one.document for one in speakers}) > 1:
                found.append(Suggestion(speakers[0].name, 0, tuple(speakers)))
        return sorted(found, key=lambda one: (-len(one.speakers), sort_key(one.name)))

    def join(self, speakers: Sequence[tuple[int, int]], name: str, person: int = 0) -> int:
        """Join speakers (document, number) into an existing person or a new one with this name; return the person's id.

        Raises CorrectionRefused if one of them is a group or an unnamed source.
        """
        kinds = {(one.document, one.speaker): one.kind for one, _person in self.speakers()}
        if not speakers or not name.strip() or any(kinds.get(one) not in _JOINED for one in speakers):
            raise CorrectionRefused
        db = self._connection.db
        with self._connection.act("join persons", None, {"name": name, "n": len(speakers)}):
            number = person or person_rows.add_person(db, " ".join(name.split()))
            for document, speaker in speakers:
                person_rows.link(db, number, document, speaker)
        return number

    def split(self, document: int, speaker: int) -> int:
        """Make a speaker a separate person, no longer suggested for joining with others; return the person's id."""
        one = next((v for v, _p in self.speakers() if (v.document, v.speaker) == (document, speaker)), None)
        if one is None:
            raise CorrectionRefused
        db = self._connection.db
        with self._connection.act("split person", None, {"name": one.name}):
            number = person_rows.add_person(db, one.name)
            person_rows.link(db, number, document, speaker)
        return number

    def merge(self, person: int, into: int) -> None:
        """Merge a person into another; codings are transferred where the other has none. Raises CorrectionRefused."""
        names = {one.id: one.name for one in self.all()}
        if person == into or person not in names or into not in names:
            raise CorrectionRefused
        db = self._connection.db
        with self._connection.act("join persons", None, {"name": names[into], "n": 2}):
            form_rows.give_codings(db, person, into)
            person_rows.merge_person(db, person, into)

    def rename(self, person: int, name: str) -> None:
        """Rename a person. Raises CorrectionRefused if the name is empty."""
        if not name.strip():
            raise CorrectionRefused
        with self._connection.act("rename person", None, {"name": name}):
            person_rows.rename_person(self._connection.db, person, " ".join(name.split()))


def _part(key: str, other: str) -> bool:
    words, longer = key.split(), other.split()
    return len(words) >= _LEAST_WORDS and key != other and all(word in longer for word in words)


def _apart(speakers: Sequence[DocumentSpeaker], others: Sequence[DocumentSpeaker]) -> bool:
    """Return whether two groups of speakers share no document: within one document the parser distinguished them."""
    return not {one.document for one in speakers} & {one.document for one in others}
