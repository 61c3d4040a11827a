"""Running a benchmark: Hashiya and what stands beside it by turns, round after round."""

import gc
import shutil
from contextlib import suppress
from statistics import median
from typing import NamedTuple

from tests.bench.measures import Step
from tests.bench.rows import Row
from tests.bench.session import Ended, TooLong
from tests.bench.workbench import Workbench

_TROUBLES = (TooLong, Ended, OSError, ArithmeticError)


class Result(NamedTuple):
    """What came of a benchmark: the figures of each round, and what kept it from its end, if anything did.

    late: whether that was Hashiya.
    """

    row: Row
    ours: tuple[float, ...] = ()
    beside: tuple[float, ...] = ()
    trouble: str = ""
    late: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """The value of each round, formed within the round."""
        if self.row.beside is None:
            return self.ours
        return tuple(self.row.value(*pair) for pair in zip(self.ours, self.beside, strict=False))

    @property
    def met(self) -> bool | None:
        """Whether the median meets the bar; None if there is no bar or no value."""
        if self.row.bar is None or (self.trouble and not self.late):
            return None
        return not self.late and median(self.values) <= self.row.bar


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
    ours: list[float] = []
    beside: list[float] = []
    sides = [(row.ours, ours), *([(row.beside, beside)] if row.beside else [])]
    for number in range(rounds):
        for step, figures in sides if number % 2 == 0 else reversed(sides):
            try:
                figures.append(_measured(step, bench))
            except _TROUBLES as error:
                if figures is beside:
                    return Result(row, tuple(ours), tuple(beside), f"{row.peer}: {trouble(error)}")
                if row.beside and not beside:  # so that the table shows at least what there was to compare with
                    with suppress(*_TROUBLES):
                        beside.append(_measured(row.beside, bench))
                return Result(row, tuple(ours), tuple(beside), trouble(error), late=True)
    return Result(row, tuple(ours), tuple(beside))
