"""The persons of a document by their roles: who is meant by a role alone."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import TypeAlias

from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.recency import Recency

_Mark: TypeAlias = tuple[str, str]  # a word of a role and a gender
_GENDERS = ("", "f", "m")
_MOST = 400  # words of the roles of one person; further ones are not recorded


def _fits(entry: SpeakerDraft, wanted: set[str], genders: Sequence[str]) -> bool:
    return wanted <= entry.roles and entry.gender in genders


class RoleIndex:
    """Finds persons by role; each is filed under the head of every role used."""

    def __init__(self) -> None:
        """Start without any roles."""
        self._holders: Recency[_Mark] = Recency()

    def add(self, entry: SpeakerDraft, head: str, keys: Iterable[str]) -> None:
        """Record the keys of a role of a person, who is filed as the last one with this head."""
        new = set(keys) - entry.roles if len(entry.roles) < _MOST else set()
        entry.roles |= new
        self._holders.mark(entry, [(key, entry.gender) for key in new])
        self._holders.file(head, entry, [(key, entry.gender) for key in entry.roles])

    def set_gender(self, entry: SpeakerDraft, gender: str) -> None:
        """Record the gender of a person."""
        if entry.gender != gender:
            entry.gender = gender
            self._holders.mark(entry, [(key, gender) for key in entry.roles])

    def holder(self, keys: Sequence[str], current: SpeakerDraft | None, *, feminine: bool) -> SpeakerDraft | None:
        """Return who is called by these keys, of which the first is the head: the current speaker or the last named.

        feminine: whether the head is feminine; a masculine one may include a woman only if more words follow.
        """
        genders = ("", "f") if feminine else _GENDERS if len(keys) > 1 else ("", "m")
        wanted = set(keys)
        if current is not None and self._holders.holds(keys[0], current) and _fits(current, wanted, genders):
            return current
        rarest = min(wanted, key=lambda key: self._length(keys[0], key, genders))
        rows = [self._with_gender(keys[0], rarest, gender) for gender in genders]
        holders = (entry for _, entry in merge(*rows, key=lambda pair: pair[0], reverse=True))
        return next((entry for entry in holders if wanted <= entry.roles), None)

    def _length(self, head: str, key: str, genders: Sequence[str]) -> int:
        return sum(self._holders.length(head, (key, gender)) for gender in genders)

    def _with_gender(self, head: str, key: str, gender: str) -> Iterator[tuple[int, SpeakerDraft]]:
        return (pair for pair in self._holders.latest(head, (key, gender)) if pair[1].gender == gender)
