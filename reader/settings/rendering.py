"""How a terminal is sent Arabic: the value that the user sets, a terminal's profile tells, and typesetting obeys.

strategy: visual, words, runs, override or plain; harakat: show, essential, hide or shift. What each does stands in
reader.typeset.emit.
"""

from typing import Literal, NamedTuple, get_args

Strategy = Literal["visual", "words", "runs", "override", "plain"]
Harakat = Literal["show", "essential", "hide", "shift"]
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
HARAKAT: tuple[Harakat, ...] = get_args(Harakat)


class Rendering(NamedTuple):
    """How a terminal is to be sent Arabic."""

    strategy: Strategy = "visual"
    harakat: Harakat = "show"


VISUAL = Rendering()
