"""Which characters are brackets, and which of them pair."""

from unicodedata import category

from reader.typeset.brackets import BRACKETS, CLOSERS, Pairing
from reader.typeset.index_map import index_map


def test_the_table_is_that_of_python_bidi() -> None:
    """A pair with a letter of the paragraph's direction inside takes that direction (N0, b); no other neutral does."""
    opening, closing = ([chr(n) for n in range(0x11000) if category(chr(n)) == kind] for kind in ("Ps", "Pe"))
    same = {"\u232a": "\u3009"}
    found = {
        (opener, same.get(closer, closer))
        for opener in opening
        for closer in closing
        if not index_map(f"ا{opener}ب b{closer}ا", "L").rtl[1]
    }
    assert found == set(CLOSERS.items())
    assert {*CLOSERS, *CLOSERS.values(), "\u2329", "\u232a"} == BRACKETS


def pairing(text: str) -> Pairing:
    found = Pairing()
    for at, char in enumerate(text):
        found.add(at, char)
    found.end()
    return found


def test_a_closing_bracket_takes_the_nearest_opening_one_of_its_kind() -> None:
    found = pairing("([)](]")
    assert found.pairs == [(0, 2)]
    assert sorted(found.unpaired) == [1, 3, 4, 5]


def test_canonically_equal_brackets_pair() -> None:
    assert pairing("\u2329\u3009\u3008\u232a").pairs == [(0, 1), (2, 3)]


def test_the_64th_open_bracket_ends_the_pairs() -> None:
    assert len(pairing("(" * 63 + ")" * 63).pairs) == 63
    found = pairing("()" + "(" * 64 + ")" * 64)
    assert found.pairs == [(0, 1)]
    assert len(found.unpaired) == 128
