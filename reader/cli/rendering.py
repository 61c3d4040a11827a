"""How the subcommands print Arabic for the terminal at hand."""

import argparse
import os

from reader.settings.config import Config
from reader.settings.rendering import Rendering
from reader.terminal.probe import Replies, receive, send
from reader.terminal.profile import Profile, chosen, recognise, rendering_of
from reader.terminal.raw_terminal import RawTerminal
from reader.terminal.widths import measure
from reader.typeset.emit import emit
from reader.typeset.row import Row


def printed(row: Row, text: str, width: int, rendering: Rendering) -> str:
    """Return a row of the paragraph `text` as this terminal is to be sent it, in a column of `width` cells."""
    if rendering.strategy == "plain":
        return text[row.start : row.end].rstrip()
    indent = max(row.indent(width), margin(rendering))
    cells = [(glyph, None) for glyph in [" "] * indent + [row.units[i].glyph for i in row.order]]
    return "".join([glyph for glyph, _style in emit(cells, rendering.strategy, rendering.harakat)]).rstrip()


def margin(rendering: Rendering) -> int:
    """Return the columns to leave free before each row: a terminal that orders whole lines takes its direction from there."""
    return 1 if rendering.strategy == "runs" else 0


def rendering_here(config: Config, options: argparse.Namespace) -> Rendering:
    """Return how the terminal that the environment speaks of is to be sent Arabic: as asked for, set, remembered, or known."""
    strategy, harakat = getattr(options, "strategy", None), getattr(options, "harakat", None)
    profile = chosen(recognise(Replies(), os.environ), strategy or config.strategy, harakat or config.harakat)
    return rendering_of(profile)


def _asked() -> bool:
    """Tell whether there is a terminal that may be asked: Apple's prints what it does not know."""
    return os.isatty(0) and os.isatty(1) and os.environ.get("TERM_PROGRAM") != "Apple_Terminal"


def measured() -> dict[str, int]:
    """Return the cells the terminal gives to some samples, empty where there is none to ask."""
    if not _asked():
        return {}
    with RawTerminal():
        return measure()


def probed(config: Config) -> tuple[Profile, Replies]:
    """Ask the terminal who it is, where there is one; return its profile with the user's choices, and its answers."""
    replies = Replies()
    if _asked():
        with RawTerminal():
            replies, _begun = receive(0, send(1))
    return chosen(recognise(replies, os.environ), config.strategy, config.harakat), replies
