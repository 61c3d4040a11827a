"""How the subcommands print Arabic for the terminal at hand."""

import argparse
import os

from reader.config import Config
from reader.terminal.probe import Replies, receive, send
from reader.terminal.profile import Profile, chosen, recognise, way_of
from reader.terminal.quiet import Quiet
from reader.terminal.widths import measure
from reader.typeset.emit import Way, emit
from reader.typeset.row import Row


def printed(row: Row, text: str, width: int, way: Way) -> str:
    """Return a row of the paragraph `text` as this terminal is to be sent it, in a column of `width` cells."""
    if way.strategy == "plain":
        return text[row.start : row.end].rstrip()
    indent = max(row.indent(width), margin(way))
    cells = [(glyph, None) for glyph in [" "] * indent + [row.units[i].glyph for i in row.order]]
    return "".join([glyph for glyph, _style in emit(cells, way.strategy, way.harakat)]).rstrip()


def margin(way: Way) -> int:
    """Return the columns to leave free before each row: a terminal that orders whole lines takes its direction from there."""
    return 1 if way.strategy == "runs" else 0


def way_here(config: Config, options: argparse.Namespace) -> Way:
    """Return how the terminal that the environment speaks of is to be sent Arabic: as asked for, set, remembered, or known."""
    strategy, harakat = getattr(options, "strategy", None), getattr(options, "harakat", None)
    profile = chosen(recognise(Replies(), os.environ), strategy or config.strategy, harakat or config.harakat)
    return way_of(profile)


def _asked() -> bool:
    """Tell whether there is a terminal that may be asked: Apple's prints what it does not know."""
    return os.isatty(0) and os.isatty(1) and os.environ.get("TERM_PROGRAM") != "Apple_Terminal"


def measured() -> dict[str, int]:
    """Return the cells the terminal gives to some samples, empty where there is none to ask."""
    if not _asked():
        return {}
    with Quiet():
        return measure()


def probed(config: Config) -> tuple[Profile, Replies]:
    """Ask the terminal who it is, where there is one; return its profile with the user's choices, and its answers."""
    replies = Replies()
    if _asked():
        with Quiet():
            replies, _begun = receive(0, send(1))
    return chosen(recognise(replies, os.environ), config.strategy, config.harakat), replies
