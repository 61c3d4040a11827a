"""The switches that make a terminal keep its hands off the order of what it is sent, and how they are undone.

VTE, WezTerm and mintty reorder unless BDSM is reset: CSI 8 l; it is set again only where it was set before. Konsole and mlterm have
their own. Inside tmux a switch would have to be passed through, and tmux reorders nothing by itself.
"""

from typing import NamedTuple


class Switch(NamedTuple):
    """What is sent before and after."""

    on: str
    off: str


_SWITCHES = {
    "none": Switch("", ""),
    "bdsm": Switch("\x1b[8l", "\x1b[8h"),
    "blind": Switch("\x1b[8l", ""),
    "konsole": Switch("\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07"),
    "mlterm": Switch("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07"),
}


def switch(name: str, bdsm: str = "") -> Switch:
    """Return a switch by its name in terminals.tsv. bdsm: what mode 8 was before, where the terminal said so (1: set)."""
    found = _SWITCHES[name]
    return found._replace(off="") if name == "bdsm" and bdsm == "2" else found
