"""Arabic joining: which of its four forms each letter takes, and the one-cell lam-alef.

The forms are read from the compatibility decompositions of the Unicode Character Database (`<initial> 0628`);
a letter that has none (in Sindhi, Pashto and other languages) stays isolated, and its neighbours do not join to it.
"""

from unicodedata import category, decomposition

ISOLATED, FINAL, INITIAL, MEDIAL = range(4)
_NAMES = {"<isolated>": ISOLATED, "<final>": FINAL, "<initial>": INITIAL, "<medial>": MEDIAL}
_BLOCKS = (range(0xFB50, 0xFBB2), range(0xFBD3, 0xFC00), range(0xFE70, 0xFEFD))  # between them: ligatures
_LAM = "\u0644"
_JOIN_CAUSING = frozenset("\u0640\u200d")  # tatweel, ZWJ
_ZWNJ = "\u200c"
TRANSPARENT = frozenset(("Mn", "Me", "Cf"))


def _read_forms() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    forms: dict[str, list[str]] = {}
    ligatures: dict[str, list[str]] = {}
    for block in _BLOCKS:
        for point in block:
            kind, *letters = decomposition(chr(point)).split() or [""]
            if kind not in _NAMES or len(letters) > 2:
                continue
            base = "".join(chr(int(letter, 16)) for letter in letters)
            if len(base) == 1 and category(base) == "Lo":
                forms.setdefault(base, [base] * 4)[_NAMES[kind]] = chr(point)
            elif len(base) == 2 and base[0] == _LAM and base[1] in "اأإآ":
                ligatures.setdefault(base[1], [""] * 4)[_NAMES[kind]] = chr(point)
    return forms, ligatures


FORMS, LAM_ALEF = _read_forms()
DUAL = frozenset(letter for letter, forms in FORMS.items() if forms[INITIAL] != letter)


def form_indices(text: str, rtl: bytes | bytearray) -> bytearray:
    """Return the form (ISOLATED, FINAL, INITIAL or MEDIAL) of every code point of a paragraph.

    rtl: one byte per code point, 1 where its level is odd; letters join only within one right-to-left run.
    Marks and format characters are transparent; ZWNJ prevents a join, ZWJ and tatweel cause one.
    """
    forms = bytearray(len(text))
    previous, reaches = -1, False
    for i, char in enumerate(text):
        if char in FORMS:
            if reaches and rtl[i] and rtl[previous]:
                forms[i] |= FINAL
                forms[previous] |= INITIAL
            previous, reaches = i, char in DUAL
        elif char in _JOIN_CAUSING:
            if reaches and rtl[previous]:
                forms[previous] |= INITIAL
            previous, reaches = i, True
        elif char == _ZWNJ or category(char) not in TRANSPARENT:
            previous, reaches = i, False
    return forms
