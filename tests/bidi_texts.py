"""Random texts for the bidi tests: letters, digits, separators, brackets, marks and controls, mixed at random."""

from random import Random

from reader.typeset.brackets import BRACKETS

ISOLATES = "\u2066\u2067\u2068\u2069"
_CHARACTERS = [
    *"ابجאabZé123٤٥٦.,:/+-%$#!،()[]{}«»〈〉⹕⹖    😀", "\u2329", "\u232a", "\u00a0",
    "\u202a", "\u202b", "\u202c", "\u202c", "\u202d", "\u202e", *ISOLATES, "\u2069",
    "\u064e", "\u0651", "\u0300", "\u200b", "\u200d", "\u200e", "\u200f", "\u061c", "\ufeff", "\U000e0041", "\U000e007f",
]  # fmt: skip
_WORDS = [
    "سلام ", "نص ", "word ", "ok ", "12 ", "3.5 ", "٢٠ ", "(نص) ", "(a) ", "[x ", "] ", "(", "نص (", "\u2067نص\u2069 ", "\u202bab\u202c ",
    "\u202b\u202c", "\u2066\u2069", "((", "))", "(" * 64, ")" * 5, "[" * 31, "]" * 20, "\u2067" * 5,
]  # fmt: skip


def mixed_text(random: Random, *, tabs: bool = False) -> str:
    """Return up to forty characters or words, of all kinds or of a few, so that rare meetings are frequent."""
    characters = [*_CHARACTERS, "\t"] if tabs else _CHARACTERS
    kind = random.random()
    if kind < 0.35:
        pool = characters
    elif kind < 0.6:
        pool = _WORDS
    else:
        pool = [*random.sample(characters, random.randint(2, 7)), *random.sample(_WORDS, 2), "ا", "a", " "]
    return "".join(random.choices(pool, k=random.randint(1, 40)))


def text_for_the_library(random: Random) -> str:
    """Return a mixed text in which python-bidi 0.6.12 follows UAX #9.

    It looks for the strong character before a bracket behind an isolate from the wrong end (unicode-bidi before
    1743dcf), so a text has isolates or brackets, not both; what stands before a tab: see `mixed_text`.
    """
    left_out = ISOLATES if random.random() < 0.5 else BRACKETS
    return "".join([char for char in mixed_text(random) if char not in left_out])
