"""What is known about a terminal: how to send it Arabic, and which switch stops it from reordering.

strategy: visual, words, runs, override or plain (reader.typeset.emit). harakat: show, hide, or shift, for a terminal
that draws marks one cell too far to the right. The first of these applies: the user's own choice, the setting
remembered for this terminal, the table.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from annotations.errors import OutputError
from annotations.files import private
from reader.settings.paths import config_directory
from reader.settings.rendering import HARAKAT, STRATEGIES, Harakat, Rendering, Strategy
from reader.terminal.probe import Replies

UNKNOWN = "unknown"


class Profile(NamedTuple):
    """A terminal: its id, strategy, harakat, the name of its switch, and why it was identified as such."""

    id: str
    strategy: str
    harakat: str
    switch: str
    why: str


@cache
def _rows() -> list[list[str]]:
    path = os.path.join(os.path.dirname(__file__), "terminals.tsv")
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line[:1] != "#"]


def _answer(by: str, replies: Replies, environment: Mapping[str, str]) -> str:
    answers = {"version": replies.version, "second": replies.second, "bdsm": replies.bdsm}
    return answers[by] if by in answers else environment.get(by, "")


def recognise(replies: Replies, environment: Mapping[str, str]) -> Profile:
    """Return the profile of the terminal that gave these answers in this environment."""
    for name, by, fits, strategy, harakat, switch in _rows():
        answer = _answer(by, replies, environment)
        if answer and (fits == "*" or answer.startswith(fits)):
            return Profile(name, strategy, harakat, switch, f"{by}={answer}")
    return Profile(UNKNOWN, "visual", "show", "blind", "")


def _file() -> str:
    return os.path.join(config_directory(), "terminals.txt")


def remembered() -> dict[str, tuple[str, str]]:
    """Return the results of display tests: strategy and harakat by terminal id."""
    try:
        with open(_file(), encoding="utf-8") as file:
            rows = [line.split() for line in file if line.strip() and line[:1] != "#"]
    except OSError:
        return {}
    return {row[0]: (row[1], row[2]) for row in rows if len(row) > 2 and row[1] in STRATEGIES and row[2] in HARAKAT}


def offer_once() -> bool:
    """Return whether to offer the display test, which is offered only once, and record the offer."""
    path = os.path.join(config_directory(), "eye-test-offered")
    if os.path.exists(path):
        return False
    try:
        private.keep(path, "")
    except (OSError, OutputError):
        return False
    return True


def remember(name: str, strategy: str, harakat: str) -> None:
    """Save the result of a display test for this terminal."""
    found = {**remembered(), name: (strategy, harakat)}
    lines = ["# terminal strategy harakat: what the eye test found; a line taken out is forgotten\n"]
    lines += [f"{one} {' '.join(values)}\n" for one, values in sorted(found.items())]
    private.keep(_file(), "".join(lines))


def rendering_of(profile: Profile) -> Rendering:
    """Return how to send Arabic to a terminal of this profile."""
    return Rendering(cast("Strategy", profile.strategy), cast("Harakat", profile.harakat))


def chosen(profile: Profile, strategy: str = "", harakat: str = "") -> Profile:
    """Return the profile with the user's settings, or else with those remembered for this terminal."""
    kept = remembered().get(profile.id, ("", ""))
    found = profile._replace(
        strategy=strategy or kept[0] or profile.strategy, harakat=harakat or kept[1] or profile.harakat
    )
    if strategy or harakat:
        return found._replace(why="set")
    return found._replace(why="eye test") if kept[0] else found
