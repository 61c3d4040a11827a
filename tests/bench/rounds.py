"""Running a benchmark: Hashiya and what stands beside it by turns, round after round."""

import gc
import shutil
from collections.abc import Callable
from contextlib import suppress
from statistics import median
from typing import NamedTuple, TypeVar

from tests.bench.presses import OneSide, Pressing, by_turns
from tests.bench.rows import Row
from tests.bench.session import Ended, TooLong
from tests.bench.workbench import Workbench

T = TypeVar("T")
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


def _measured(step: Callable[[Workbench], T], bench: Workbench) -> T:
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


def _round(row: Row, bench: Workbench, *, turned: bool) -> dict[int, float]:
    """Measure Hashiya (0) and what stands beside it (1) once. turned: in the other order. Raises OneSide."""
    if isinstance(row.ours, Pressing) and isinstance(row.beside, Pressing):
        both = row.ours, row.beside
        return dict(enumerate(_measured(lambda bench: by_turns(both, bench), bench)))
    sides = [row.ours, row.beside] if row.beside else [row.ours]
    found = {}
    for side in sorted(range(len(sides)), reverse=turned):
        try:
            found[side] = _measured(sides[side], bench)
        except _TROUBLES as error:
            raise OneSide(side, error) from error
    return found


def measure(row: Row, bench: Workbench, rounds: int) -> Result:
    """Run a benchmark for so many rounds, the order changing from one to the next; it stops at the first trouble."""
    if row.needs and not shutil.which(row.needs):
        return Result(row, trouble=f"{row.needs} is not installed")
    found: list[dict[int, float]] = []
    said, late = "", False
    try:
        for number in range(rounds):
            found.append(_round(row, bench, turned=number % 2 == 1))  # noqa: PERF401 - the rounds before trouble count
    except OneSide as side:
        late = side.side == 0
        said = trouble(side.error) if late else f"{row.peer}: {trouble(side.error)}"
    ours, beside = ([one[side] for one in found if side in one] for side in (0, 1))
    if late and row.beside and not beside:  # so that the table shows at least what there was to compare with
        with suppress(*_TROUBLES):
            beside.append(_measured(row.beside, bench))
    return Result(row, tuple(ours), tuple(beside), said, late)
