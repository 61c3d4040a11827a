"""The oracle agrees with Unicode's own test."""

import pytest

from reader.typeset.index_map import Base
from tests.uax9 import reference
from tests.unicode_data import lines


@pytest.mark.slow
def test_every_line_of_unicodes_character_test_by_the_oracle() -> None:
    seen = wrong = 0
    for line in lines("BidiCharacterTest.txt"):
        points, direction, level, levels, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        removed = {i for i, found in enumerate(levels.split()) if found == "x"}
        base: Base = "R" if (level if direction == "2" else direction) == "1" else "L"
        seen += 1
        wrong += [i for i in reference(text, base).order if i not in removed] != [int(i) for i in order.split()]
    assert (seen, wrong) == (91_707, 0)
