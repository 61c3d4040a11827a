"""Paired brackets (UAX #9, BD14 and BD15), and which of them pair (BD16)."""

from unicodedata import category

from bidi.mirror import MIRRORED

MOST_OPEN = 63  # BD16

# U+2329 and U+232A are canonically U+3008 and U+3009
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
# brackets of Unicode 14, which the table of mirrored characters lacks
_LATE = {"\u2e55": "\u2e56", "\u2e57": "\u2e58", "\u2e59": "\u2e5a", "\u2e5b": "\u2e5c"}


def _canonical(char: str) -> str:
    return _SAME.get(char, char)


# opening bracket to the canonical closing one: BidiBrackets.txt has the mirrored characters of categories Ps and Pe
CLOSERS = {
    char: _canonical(MIRRORED[char]) for char in MIRRORED if category(char) == "Ps" and category(MIRRORED[char]) == "Pe"
} | _LATE
BRACKETS = {*CLOSERS, *CLOSERS.values(), *_SAME}


class Pairing:
    """The brackets of one isolating run sequence, given from its start to its end.

    pairs: offsets of the two brackets of each pair. unpaired: offsets of brackets without a partner, which are
    ordinary neutral characters; not in order. Both grow over several sequences.
    """

    def __init__(self) -> None:
        self.pairs: list[tuple[int, int]] = []
        self.unpaired: list[int] = []
        self._openers: list[int] = []
        self._expected: list[str] = []
        self._full = False

    def add(self, at: int, char: str) -> None:
        """Take the bracket `char` at offset `at`."""
        closer = CLOSERS.get(char)
        if closer is None:
            self._close(at, _canonical(char))
        elif self._full or len(self._openers) == MOST_OPEN:
            self._full = True  # the rest of the sequence has no pairs
            self.unpaired.append(at)
        else:
            self._openers.append(at)
            self._expected.append(closer)

    def _close(self, at: int, char: str) -> None:
        if self._full or char not in self._expected:
            self.unpaired.append(at)
            return
        found = len(self._expected) - 1
        while self._expected[found] != char:
            found -= 1
        self.pairs.append((self._openers[found], at))
        self.unpaired += self._openers[found + 1 :]
        del self._openers[found:], self._expected[found:]

    def end(self) -> None:
        """End the sequence: what is open has no partner."""
        self.unpaired += self._openers
        self._openers.clear()
        self._expected.clear()
        self._full = False
