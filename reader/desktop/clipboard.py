"""Copying: by OSC 52 to the terminal, wrapped for tmux, else by the desktop's own clipboard; it is said which."""

import os
from base64 import b64encode

from reader.language.i18n import N_

_MOST = 74_994  # bytes of text that a terminal's OSC 52 buffer is sure to hold, as base64 in 100,000

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
    """Tell whether the terminal may be trusted with OSC 52: those known to ignore it are asked nothing."""
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal" or os.environ.get("TERM") in ("linux", "dumb"):
        return False
    return not os.environ.get("VTE_VERSION") and not os.environ.get("KONSOLE_VERSION")


def desktop_copy(text: str) -> bool:
    """Put `text` on the desktop's clipboard; False where there is none to be reached."""
    import pyperclip

    try:
        pyperclip.copy(text)  # type: ignore[no-untyped-call]
    except pyperclip.PyperclipException:
        return False
    return True


def plan(text: str) -> tuple[str | None, str]:
    """Return what to send to the terminal (None: nothing) and how the copy is made, a message to show.

    A terminal that is known to ignore OSC 52 gets the text by the desktop where that works, and else is asked anyway.
    """
    if len(text.encode()) <= _MOST and terminal_copies():
        return osc52(text, tmux=bool(os.environ.get("TMUX"))), BY_TERMINAL
    if desktop_copy(text):
        return None, BY_DESKTOP
    if os.environ.get("TERM") in ("linux", "dumb"):
        return None, NOWHERE
    return osc52(text, tmux=bool(os.environ.get("TMUX"))), BY_TERMINAL
