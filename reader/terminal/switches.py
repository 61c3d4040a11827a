"""The switches that stop a terminal from reordering what it is sent, and how to undo them.

VTE, WezTerm and mintty reorder unless BDSM is reset (CSI 8 l); it is set again only if it was set before. Konsole and
mlterm have switches of their own. Inside tmux a switch would need passthrough, and tmux itself reorders nothing.
"""

from typing import NamedTuple


class Switch(NamedTuple):
    """The sequences sent on entry and on exit."""

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
    """Return a switch by its name in terminals.tsv. bdsm: the prior state of mode 8, if reported (1: set, 2: reset)."""
    found = _SWITCHES[name]
    return found._replace(off="") if name == "bdsm" and bdsm == "2" else found
