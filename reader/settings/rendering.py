"""How Arabic is sent to a terminal: set by the user or a terminal's profile, and applied by typesetting.

strategy: visual, words, runs, override or plain; harakat: show, essential, hide or shift. What each does is described
in reader.typeset.emit.
"""

from typing import Literal, NamedTuple, get_args

Strategy = Literal["visual", "words", "runs", "override", "plain"]
Harakat = Literal["show", "essential", "hide", "shift"]
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
HARAKAT: tuple[Harakat, ...] = get_args(Harakat)


class Rendering(NamedTuple):
    """How to send Arabic to a terminal."""

    strategy: Strategy = "visual"
    harakat: Harakat = "show"


VISUAL = Rendering()
