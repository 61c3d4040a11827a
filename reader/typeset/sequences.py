"""One scan of a paragraph for what reaches far in UAX #9: embeddings, overrides, isolates and paired brackets.

It stops only at those characters, so that hundreds of thousands of others cost a few milliseconds.
"""

from typing import NamedTuple
from unicodedata import bidirectional

from reader.typeset.brackets import BRACKETS, Pairing

# characters that X9 removes: an embedding that holds no others does not divide its sequence
_REMOVED = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF"))
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_PDF = "\u202c"
_ISOLATES = "\u2066\u2067\u2068"
_PDI = "\u2069"
_CONTROLS = frozenset(_EMBEDDINGS + _PDF + _ISOLATES + _PDI)
# each of so many can raise the level by two and stay below 125, beyond which controls are ignored (BD2)
_DEEPEST = 60


class Region(NamedTuple):
    """An outermost embedding, override or isolate with its controls: a half-open pair of offsets (code points).

    isolate: whether it is an isolate, so that the sequence goes on behind it.
    """

    start: int
    end: int
    isolate: bool


class Sequences(NamedTuple):
    """What lies in the isolating run sequences of the paragraph's own level, in order of offsets (code points).

    pairs: the offsets of the two brackets of every pair. unpaired: those of the other brackets.
    """

    regions: list[Region]
    pairs: list[tuple[int, int]]
    unpaired: list[int]


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.regions: list[Region] = []
        self.brackets = Pairing()
        self.open: list[bool] = []  # for each control that is open, from the outermost: is it an isolate?
        self.start = 0

    def control(self, at: int, char: str) -> None:
        if char in _EMBEDDINGS or char in _ISOLATES:
            if not self.open:
                self.start = at
            self.open.append(char in _ISOLATES)
            return
        if char == _PDI and True in self.open:
            isolate = len(self.open) - 1 - self.open[::-1].index(True)
            outermost = self.open[0]
            del self.open[isolate:]
        elif char == _PDF and self.open and not self.open[-1]:
            outermost = self.open.pop()
        else:
            return
        if not self.open:
            self.close(at + 1, isolate=outermost)

    def close(self, end: int, *, isolate: bool) -> None:
        self.regions.append(Region(self.start, end, isolate))
        if not isolate and any(bidirectional(char) not in _REMOVED for char in self.text[self.start : end]):
            self.brackets.end()


def read_sequences(text: str) -> Sequences:
    """Scan one paragraph (X1 to X10, BD16) in time linear in its length.

    Where more than 60 embeddings and isolates are open at once, the outermost of them is taken to reach to the end
    of the paragraph.
    """
    import re

    scan = _Scan(text)
    for match in re.finditer("[" + re.escape("".join(sorted(BRACKETS | _CONTROLS))) + "]", text):
        char = match[0]
        if char in _CONTROLS:
            scan.control(match.start(), char)
            if len(scan.open) > _DEEPEST:
                break
        elif not scan.open:
            scan.brackets.add(match.start(), char)
    if scan.open:
        scan.close(len(text), isolate=scan.open[0])
    scan.brackets.end()
    return Sequences(scan.regions, sorted(scan.brackets.pairs), sorted(scan.brackets.unpaired))
