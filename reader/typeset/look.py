"""Layout options other than width, as chosen by the reading aids."""

from typing import NamedTuple

from reader.typeset.digits import Digits


class Look(NamedTuple):
    """The options of a layout.

    digits: see `digits`; justify: justify body rows by kashida; invisibles: show invisible characters as marks;
    spaced: leave a blank line between rows.
    """

    digits: Digits = "text"
    justify: bool = False
    invisibles: bool = False
    spaced: bool = False


PLAIN = Look()
