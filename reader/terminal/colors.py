"""How many colours the terminal shows, where it says less than the truth.

xterm shows all colours since patch 331 but announces eight (TERM=xterm); it names itself in XTERM_VERSION.
"""

import os

_TRUE_COLOR_SINCE = 331


def announce() -> None:
    """Put into the environment what the terminal left out, for every library that asks there."""
    version = os.environ.get("XTERM_VERSION", "").removeprefix("XTerm(").rstrip(")")
    if (
        version.isdigit()
        and int(version) >= _TRUE_COLOR_SINCE
        and "COLORTERM" not in os.environ
        and not os.environ.get("TMUX")
    ):
        os.environ["COLORTERM"] = "truecolor"
