"""Finding: every place of what was typed, as Arabic is spelt rather than as it is encoded."""

from annotations.spans import Span
from reader.text.clusters import snap_out
from reader.text.folding import fold


def find_all(text: str, query: str) -> list[Span]:
    """Return every place of `query` in `text`, folded, in order and without overlaps, snapped out to whole letters."""
    wanted = fold(query).text.strip()
    if not wanted:
        return []
    folded = fold(text)
    places: list[Span] = []
    at = folded.text.find(wanted)
    while at >= 0:
        start, last = folded.offsets[at], folded.offsets[at + len(wanted) - 1]
        places.append(Span(*snap_out(text, start, last + 1)))
        at = folded.text.find(wanted, at + len(wanted))
    return places
