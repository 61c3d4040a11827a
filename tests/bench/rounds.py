"""Running a benchmark: Hashiya and what stands beside it by turns, round after round."""

import gc
import shutil
from statistics import median
from typing import NamedTuple

from tests.bench.measures import Step
from tests.bench.rows import Row
from tests.bench.session import Ended, TooLong
from tests.bench.workbench import Workbench


class Result(NamedTuple):
    """What came of a benchmark: the figures of each round, and what kept it from its end, if anything did."""

    row: Row
    ours: tuple[float, ...] = ()
    beside: tuple[float, ...] = ()
    trouble: str = ""

    @property
    def values(self) -> tuple[float, ...]:
        """The value of each round, formed within the round."""
        if self.row.beside is None:
            return self.ours
        return tuple(self.row.value(*pair) for pair in zip(self.ours, self.beside, strict=False))

    @property
    def met(self) -> bool | None:
        """Whether the median meets the bar; None if there is none. One that had no end in time does not."""
        if self.row.bar is None or (not self.values and not self.trouble):
            return None
        return bool(self.values) and not self.trouble and median(self.values) <= self.row.bar


def _measured(step: Step, bench: Workbench) -> float:
    gc.collect()
    gc.disable()  # a collection would be counted as the program's time
    try:
        return step(bench)
    finally:
        gc.enable()


def trouble(error: Exception) -> str:
    """Return in a few words what kept a measure from its end."""
    if isinstance(error, TooLong):
        return f"> {error.seconds:g} s: {error.what}"
    return f"ended before {error}" if isinstance(error, Ended) else str(error)


def measure(row: Row, bench: Workbench, rounds: int) -> Result:
    """Run a benchmark for so many rounds, the order changing from one to the next; it stops at the first trouble."""
    if row.needs and not shutil.which(row.needs):
        return Result(row, trouble=f"{row.needs} is not installed")
    figures: dict[bool, list[float]] = {True: [], False: []}
    steps = {True: row.ours, False: row.beside}
    for number in range(rounds):
        for ours in (True, False) if number % 2 == 0 else (False, True):
            step = steps[ours]
            try:
                if step is not None:
                    figures[ours].append(_measured(step, bench))
            except (TooLong, Ended, OSError, ArithmeticError) as error:
                return Result(row, tuple(figures[True]), tuple(figures[False]), trouble(error))
    return Result(row, tuple(figures[True]), tuple(figures[False]))
