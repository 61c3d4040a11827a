"""How a text is laid out, beside its width: what the reading aids choose."""

from typing import NamedTuple

from reader.typeset.digits import Digits


class Look(NamedTuple):
    """digits: see `digits`; justify: body rows even by kashida; invisibles: unseen characters as marks; spaced: rows apart."""

    digits: Digits = "text"
    justify: bool = False
    invisibles: bool = False
    spaced: bool = False


PLAIN = Look()
