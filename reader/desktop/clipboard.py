"""Copying: by OSC 52 to the terminal, wrapped for tmux, or else to the desktop clipboard; the user is told which."""

import os
from base64 import b64encode

from reader.language.i18n import N_

_MOST = 74_994  # bytes of text that a terminal's OSC 52 buffer is sure to hold: 100,000 as base64

BY_TERMINAL, BY_DESKTOP, NOWHERE = (
    N_("to the terminal clipboard"),
    N_("to the desktop clipboard"),
    N_("nowhere: no clipboard available"),
)


def osc52(text: str, *, tmux: bool) -> str:
    """Return the sequence that asks the terminal to put `text` on its clipboard (xterm's ctlseqs, OSC 52)."""
    sequence = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
    return f"\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\" if tmux else sequence


def terminal_copies() -> bool:
    """Return whether the terminal can be trusted with OSC 52, that is, is not known to ignore it."""
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal" or os.environ.get("TERM") in ("linux", "dumb"):
        return False
    return not os.environ.get("VTE_VERSION") and not os.environ.get("KONSOLE_VERSION")


def desktop_copy(text: str) -> bool:
    """Put `text` on the desktop clipboard; return whether a clipboard could be reached."""
    import pyperclip

    try:
        pyperclip.copy(text)  # type: ignore[no-untyped-call]
    except pyperclip.PyperclipException:
        return False
    return True


def plan(text: str) -> tuple[str | None, str]:
    """Return what to send to the terminal (None: nothing), and a message that says how the copy is made.

    If the text is too long or the terminal is known to ignore OSC 52, the desktop clipboard is used if it works;
    otherwise OSC 52 is sent anyway, unless TERM is linux or dumb.
    """
    if len(text.encode()) <= _MOST and terminal_copies():
        return osc52(text, tmux=bool(os.environ.get("TMUX"))), BY_TERMINAL
    if desktop_copy(text):
        return None, BY_DESKTOP
    if os.environ.get("TERM") in ("linux", "dumb"):
        return None, NOWHERE
    return osc52(text, tmux=bool(os.environ.get("TMUX"))), BY_TERMINAL
