"""A phrase that may name a speaker, as the grammar finds it."""

from typing import NamedTuple


class SpeakerPhrase(NamedTuple):
    """A phrase, in half-open ranges of word indices; an empty part has start = end.

    kind: person, org, group or unnamed; form: name, title (a role alone), courtesy (an honorific alone, such as الشيخ),
    honorific (an honorific with a pronoun, such as سعادته), or noun.
    """

    kind: str
    form: str
    start: int
    end: int
    honorific: tuple[int, int] = (0, 0)
    role: tuple[int, int] = (0, 0)
    name: tuple[int, int] = (0, 0)
