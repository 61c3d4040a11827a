"""How the subcommands print Arabic on the current terminal."""

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
    """Return a row of the paragraph `text` as it is sent to this terminal, in a column of `width` cells."""
    if rendering.strategy == "plain":
        return text[row.start : row.end].rstrip()
    indent = max(row.indent(width), margin(rendering))
    cells = [(glyph, None) for glyph in [" "] * indent + [row.units[i].glyph for i in row.order]]
    return "".join([glyph for glyph, _style in emit(cells, rendering.strategy, rendering.harakat)]).rstrip()


def margin(rendering: Rendering) -> int:
    """Return the columns left free before each row: terminals that order whole lines take their direction from them."""
    return 1 if rendering.strategy == "runs" else 0


def rendering_here(config: Config, options: argparse.Namespace) -> Rendering:
    """Return how to send Arabic to the terminal that the environment names: as requested, set, remembered or known."""
    strategy, harakat = getattr(options, "strategy", None), getattr(options, "harakat", None)
    profile = chosen(recognise(Replies(), os.environ), strategy or config.strategy, harakat or config.harakat)
    return rendering_of(profile)


def _asked() -> bool:
    """Return whether there is a terminal that may be queried; Apple's prints queries that it does not know."""
    return os.isatty(0) and os.isatty(1) and os.environ.get("TERM_PROGRAM") != "Apple_Terminal"


def measured() -> dict[str, int]:
    """Return the cells that the terminal gives to some samples, or an empty dict if there is none to query."""
    if not _asked():
        return {}
    with RawTerminal():
        return measure()


def probed(config: Config) -> tuple[Profile, Replies]:
    """Query the terminal, if there is one; return its profile with the user's choices, and its answers."""
    replies = Replies()
    if _asked():
        with RawTerminal():
            replies, _begun = receive(0, send(1))
    return chosen(recognise(replies, os.environ), config.strategy, config.harakat), replies
