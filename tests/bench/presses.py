"""Pressing keys again and again, in one program or in two by turns, and what their answers come to."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from tests.bench.session import Answer, Ended, Session, TooLong
from tests.bench.terminal import Emulator
from tests.bench.texts import READY
from tests.bench.workbench import Opener, Workbench

TO_AND_FRO = ("pagedown", "pagedown", "pageup", "pageup")
"""Keys that page through a short text for ever."""
REST = 0.3
"""Seconds of silence after which a program that has started has nothing to do."""
_PRESSES, _AT_LEAST = 30, 3  # presses of a key, and how many do if half of the time has passed


class OneSide(Exception):
    """One of several programs was too late, or ended. side: its number, from 0; error: what happened to it."""

    def __init__(self, side: int, error: Exception) -> None:
        super().__init__(side, error)
        self.side, self.error = side, error


def shows_first_page(screen: Emulator) -> bool:
    """Return whether the first words of a text are on the screen."""
    return screen.shows(READY)


def awake(session: Session, *, anything: bool = False) -> None:
    """Wait until the first page is shown and a key has been answered. anything: as for the session's answers."""
    session.until(shows_first_page, "the first page")
    session.settle(REST)
    session.answer("down", anything=anything)
    session.settle(REST)


def presses(session: Session, keys: Sequence[str]) -> Iterator[str]:
    """Yield keys in turn, each after a pause that keeps no step with the program's timers."""
    for number in range(_PRESSES):
        if number >= _AT_LEAST and session.left < session.timeout / 2:
            return
        session.settle()
        time.sleep(random.random() / 50)
        yield keys[number % len(keys)]


@dataclass(frozen=True)
class Pressing:
    """A step that presses keys in a program and makes one figure, in milliseconds, of the answers.

    anything: pages may look the same.
    """

    opener: Opener
    keys: Sequence[str]
    figure: Callable[[Sequence[Answer]], float]
    anything: bool = False

    def __call__(self, bench: Workbench) -> float:
        """Measure this program alone."""
        try:
            return by_turns((self,), bench)[0]
        except OneSide as side:
            raise side.error from side


def by_turns(sides: Sequence[Pressing], bench: Workbench) -> list[float]:
    """Run programs side by side, pressing a key in each by turns, and return the figure of each. Raises OneSide."""
    answers: list[list[Answer]] = [[] for _side in sides]
    number = 0
    with ExitStack() as stack:
        try:
            sessions = []
            for number in range(len(sides)):
                sessions.append(stack.enter_context(sides[number].opener(bench)))
                awake(sessions[-1], anything=sides[number].anything)
            keys = (presses(session, side.keys) for session, side in zip(sessions, sides, strict=True))
            for turn in zip(*keys, strict=False):
                for number, (session, side, key) in enumerate(zip(sessions, sides, turn, strict=True)):
                    answers[number].append(session.answer(key, anything=side.anything))
        except (TooLong, Ended, OSError) as error:
            raise OneSide(number, error) from error
    return [side.figure(found) for side, found in zip(sides, answers, strict=True)]


def _settled(answers: Sequence[Answer]) -> float:
    times = sorted(answer.settled for answer in answers)
    return times[math.ceil(0.95 * len(times)) - 1]


def _changed(answers: Sequence[Answer]) -> float:
    return median(answer.changed for answer in answers)


def paging(opener: Opener, keys: Sequence[str] = ("pagedown",), *, anything: bool = False) -> Pressing:
    """Measure a key until the screen is settled: the 95th percentile."""
    return Pressing(opener, keys, _settled, anything)


def tagging(opener: Opener) -> Pressing:
    """Measure a tag key until its stripe is painted or removed: the median."""
    return Pressing(opener, ("1",), _changed)
