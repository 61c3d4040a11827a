"""From a visual row to what a terminal is sent, by strategy.

visual: glyphs as they stand, from left to right, for a terminal that leaves them there. plain: the row in logical
order and unshaped, the last resort where a terminal reorders and cannot be told not to.
"""

from typing import Literal

from reader.typeset.row import Row

Strategy = Literal["visual", "plain"]


def emit(row: Row, text: str, width: int, strategy: Strategy = "visual") -> str:
    """Return a row as one line of output, in a column of `width` cells. text: the row's paragraph."""
    if strategy == "plain":
        return text[row.start : row.end].rstrip()
    return (" " * row.indent(width) + row.glyphs()).rstrip()
