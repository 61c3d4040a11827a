"""The switches that make a terminal keep its hands off the order of what it is sent, and how they are undone.

VTE (and mintty) reorder unless BDSM is reset: CSI 8 l, undone by CSI 8 h. Konsole and mlterm have their own switches.
They are told apart by the environment here; terminals without these ideas ignore CSI 8 l.
"""

import os
from typing import NamedTuple


class Switch(NamedTuple):
    """What is sent before and after."""

    on: str
    off: str


_KONSOLE = Switch("\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07")
_MLTERM = Switch("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07")
_VTE = Switch("\x1b[8l", "\x1b[8h")
_UNKNOWN = Switch("\x1b[8l", "")


def hands_off() -> Switch:
    """Return the switch for the terminal that the environment speaks of."""
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return Switch("", "")
    if os.environ.get("KONSOLE_VERSION"):
        return _KONSOLE
    if os.environ.get("MLTERM"):
        return _MLTERM
    return _VTE if os.environ.get("VTE_VERSION") else _UNKNOWN
