"""Annotates the first text of a library: a script with the library's path and the number of annotations."""

import re
import sys

from annotations.library import Library
from annotations.values.spans import Span

_SLOTS = 9


def annotate(path: str, count: int) -> None:
    """Tag `count` passages of three words, spread over the text, with the tags of all slots by turns."""
    with Library(path, "bench") as library:
        found = [Span(*match.span()) for match in re.finditer(r"\w+ \w+ \w+", library.text(1))]
        spans = [found[number * len(found) // count] for number in range(count)]
        for slot in range(_SLOTS):
            library.passages.tag_places([(1, span) for span in spans[slot::_SLOTS]], slot + 1)


if __name__ == "__main__":
    annotate(sys.argv[1], int(sys.argv[2]))
