"""How many colours the terminal supports, where it announces fewer than it does.

xterm supports true colour since patch 331 but announces eight colours (TERM=xterm); it identifies itself in
XTERM_VERSION.
"""

import os

_TRUE_COLOR_SINCE = 331


def announce() -> None:
    """Set COLORTERM where the terminal omitted it, for the libraries that look there."""
    version = os.environ.get("XTERM_VERSION", "").removeprefix("XTerm(").rstrip(")")
    if (
        version.isdigit()
        and int(version) >= _TRUE_COLOR_SINCE
        and "COLORTERM" not in os.environ
        and not os.environ.get("TMUX")
    ):
        os.environ["COLORTERM"] = "truecolor"
