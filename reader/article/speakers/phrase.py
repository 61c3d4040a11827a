"""A phrase that may name a speaker, as the grammar finds it."""

from typing import NamedTuple


class SpeakerPhrase(NamedTuple):
    """A phrase, in indices of words, half-open; an empty part has start = end.

    kind: person, org, group or unnamed; form: name, title, honorific (a pronoun such as سعادته), or noun.
    """

    kind: str
    form: str
    start: int
    end: int
    honorific: tuple[int, int] = (0, 0)
    role: tuple[int, int] = (0, 0)
    name: tuple[int, int] = (0, 0)
