"""Models of what terminals do with the Arabic they are sent."""

import re
from unicodedata import bidirectional, category

from bidi.mirror import MIRRORED

from reader.text.clusters import cluster_starts
from reader.typeset.bidi import Base, resolve
from reader.typeset.runs import is_letter


def clusters(text: str) -> list[str]:
    starts = cluster_starts(text)
    return [] if not text else [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def putty(sent: str) -> str:
    """Show what PuTTY does: the line in the direction of its first strong letter, controls dropped, brackets mirrored."""
    sent = "".join(c for c in sent if category(c) != "Cf")
    strong = next((c for c in sent if bidirectional(c) in ("L", "R", "AL")), "a")
    return ordering(sent, "L" if bidirectional(strong) == "L" else "R").replace("\u2800", " ")


def ordering(sent: str, base: Base = "L") -> str:
    """Show what a terminal does that orders each line by UAX #9 and mirrors brackets (xterm.js's DOM)."""
    resolved = resolve(sent, base)
    rank = {offset: place for place, offset in enumerate(resolved.order)}
    starts = cluster_starts(sent)
    cells = {a: sent[a:b] for a, b in zip(starts, [*starts[1:], len(sent)], strict=True)}
    shown = [
        (MIRRORED.get(cells[a], cells[a]) if resolved.rtl[a] else cells[a])
        for a in sorted(starts, key=rank.__getitem__)
    ]
    return "".join(cell for cell in shown if category(cell[0]) != "Cf")


def turning_words(sent: str) -> str:
    """Show what kitty does: what lies between blanks is turned round whole where its first letter is Arabic, brackets mirrored."""
    found = []
    for part in re.split(r"(\s|[│┃▌▎•┆■◆])", sent):
        cells = clusters(part)
        first = next((cell for cell in cells if cell[0].isalpha()), "")
        if first and is_letter(first):
            cells = [MIRRORED.get(cell, cell) for cell in reversed(cells)]
        found.append("".join(cells))
    return "".join(found)
