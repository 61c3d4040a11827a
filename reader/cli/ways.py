"""How the subcommands print Arabic for the terminal at hand."""

import argparse
import os

from reader.config import Config
from reader.terminal.probe import Replies
from reader.terminal.profile import chosen, recognise, way_of
from reader.typeset.emit import Way, emit
from reader.typeset.row import Row


def printed(row: Row, text: str, width: int, way: Way) -> str:
    """Return a row of the paragraph `text` as this terminal is to be sent it, in a column of `width` cells."""
    if way.strategy == "plain":
        return text[row.start : row.end].rstrip()
    cells = [(row.units[i].glyph, None) for i in row.order]
    return (
        " " * row.indent(width) + "".join([glyph for glyph, _style in emit(cells, way.strategy, way.harakat)])
    ).rstrip()


def way_here(config: Config, options: argparse.Namespace) -> Way:
    """Return how the terminal that the environment speaks of is to be sent Arabic: as asked for, set, remembered, or known."""
    strategy, harakat = getattr(options, "strategy", None), getattr(options, "harakat", None)
    profile = chosen(recognise(Replies(), os.environ), strategy or config.strategy, harakat or config.harakat)
    return way_of(profile)
