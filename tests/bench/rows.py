"""The benchmarks: a table of what is measured, beside what, and which ratio is the bar."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tests.bench.measures import (
    Step,
    adding,
    bare_python,
    bytes_a_row,
    finding,
    finding_far,
    folding,
    holding,
    holding_behind,
    holding_most,
    lag,
    progress,
    quitting,
    searching,
    start,
    waiting,
)
from tests.bench.presses import TO_AND_FRO, paging, tagging
from tests.bench.texts import MB, SHAPES
from tests.bench.workbench import first, floor, known, peer, uncommitted


def ratio(ours: float, beside: float) -> float:
    """Return ours to what stands beside it."""
    return ours / beside


def share(size: int, ours: float, beside: float) -> float:
    """Return how much more memory is held than beside it (both in MB), to the size of the file in bytes."""
    return (ours - beside) * 1e6 / size


class Row(NamedTuple):
    """A benchmark: its name, what it says, how Hashiya is measured and what is measured beside it, if anything.

    unit: of both figures; bar: what the value may be at most: `combine` of both figures, or Hashiya's alone; quick:
    whether it is run by --quick; needs: a program without which it is left out.
    """

    name: str
    about: str
    ours: Step
    peer: str = ""
    beside: Step | None = None
    bar: float | None = None
    unit: str = "ms"
    quick: bool = False
    combine: Callable[[float, float], float] = ratio
    needs: str = ""

    def value(self, ours: float, beside: float | None) -> float:
        """Return what is compared with the bar."""
        return ours if beside is None else self.combine(ours, beside)

    @property
    def value_unit(self) -> str:
        """The unit of the value: that of the figures, or times."""
        return "x" if self.beside else f" {self.unit}"


_SMALL, _LONG, _HUGE = "13 KB", "10 MB in one paragraph", "100 MB"
_LETTER = "م"
_SPACE = 12.0  # ten times the text in at most so many times the time counts as linear


def _starts() -> Iterator[Row]:
    small = start(known(_SMALL))
    yield Row("start-known", "first page, 13 KB, known", small, "python -c pass", bare_python, 3.5, quick=True)
    yield Row("start-first", "first page, 13 KB, first open", start(first(_SMALL)), "python -c pass", bare_python, 4.0, quick=True)  # fmt: skip
    for size in ("1 MB", "10 MB", _HUGE):
        name = f"start-known-{size.replace(' ', '')}"
        yield Row(name, f"first page, {size}, known", start(known(size)), "13 KB", small, 1.2, quick=size == "1 MB")
    yield Row(
        "start-first-100MB", "first page, 100 MB, first open", start(first(_HUGE)), "13 KB", start(first(_SMALL)), 2.0
    )
    for program, command in (("less", ("less",)), ("vim", ("vim", "-u", "NONE"))):
        other = peer("1 MB", *command)
        yield Row(
            f"start-{program}", "first page, 1 MB, known", start(known("1 MB")), program, start(other), needs=program
        )
        yield Row(f"page-{program}", "page down, 1 MB, settled, p95", paging(known("1 MB")), program, paging(other, anything=True), needs=program)  # fmt: skip


def _memory() -> Iterator[Row]:
    in_memory = partial(Row, unit="MB")
    yield in_memory("memory-sample", "peak memory, 13 KB, first open", holding_most(first(_SMALL)), "mini_wrap",
                    holding_most(floor("mini_wrap.py", _SMALL)), 1.4, quick=True)  # fmt: skip
    of_file = partial(share, 100 * MB)
    yield in_memory("memory-100MB", "memory, 100 MB, known, beyond 13 KB: share of the file", holding(known(_HUGE)),
                    "13 KB", holding(known(_SMALL)), 0.6, combine=of_file)  # fmt: skip
    yield in_memory("memory-adding-100MB", "most memory while 100 MB is analysed, beyond 13 KB: share of the file",
                    holding_behind(first(_HUGE)), "13 KB", holding_behind(first(_SMALL)), 0.6, combine=of_file)  # fmt: skip


def _pages() -> Iterator[Row]:
    yield Row("page-annotated", "page down, 13 KB with 200 annotations, settled, p95", paging(known(_SMALL, 200), TO_AND_FRO),
              "mini_wrap", paging(floor("mini_wrap.py", _SMALL), TO_AND_FRO), 1.5, quick=True)  # fmt: skip
    for size in ("1 MB", "10 MB"):
        yield Row(f"page-{size.replace(' ', '')}", f"page down, {size}, settled, p95", paging(known(size)), "mini_wrap",
                  paging(floor("mini_wrap.py", size)), 1.5, quick=size == "1 MB")  # fmt: skip


def _paragraph() -> Iterator[Row]:
    opener, small = first(_LONG), first(_SMALL)
    yield Row("paragraph-start", "first page, one paragraph of 10 MB", start(opener), "13 KB", start(small), 1.5)
    yield Row("paragraph-lag", "one paragraph of 10 MB: lag after page down was held", lag(opener), bar=17)
    yield Row("paragraph-memory", "memory, one paragraph of 10 MB, beyond 13 KB: share of the file", holding(opener), "13 KB",
              holding(small), 0.6, "MB", combine=partial(share, 10 * MB))  # fmt: skip
    yield Row("paragraph-quit", "quit, one paragraph of 10 MB", quitting(opener, behind=True), "one Static",
              quitting(floor("one_static.py", _LONG)), 0.4)  # fmt: skip


def _tags() -> Iterator[Row]:
    yield Row("tag-commit", "tag key to paint, 13 KB", tagging(known(_SMALL)), "without the commit",
              tagging(uncommitted(_SMALL)), 1.25, quick=True)  # fmt: skip
    yield Row("tag-bytes", "bytes of a tag key for each row that it changes", bytes_a_row(known(_SMALL), "1"), "page down",
              bytes_a_row(known(_SMALL), TO_AND_FRO), 1.2, "B", quick=True)  # fmt: skip


def _searches() -> Iterator[Row]:
    for size in ("1 MB", "10 MB"):
        yield Row(f"find-{size.replace(' ', '')}", f"a letter typed, {size}, to the first match", finding(known(size), _LETTER),
                  "fold + find", folding(size, _LETTER), 1.5, quick=size == "1 MB")  # fmt: skip
    yield Row("find-first-100MB", "a word at the end of 100 MB, first search", finding_far(known(_HUGE)), "rg",
              searching(_HUGE, "rg", "-c"), 1.2, needs="rg")  # fmt: skip
    yield Row("find-again-100MB", "a word at the end of 100 MB, searched again", finding_far(known(_HUGE), again=True), "grep -F",
              searching(_HUGE, "grep", "-F", "-c"), 1.5, needs="grep")  # fmt: skip


def _behind() -> Iterator[Row]:
    for size in ("10 MB", _HUGE):
        yield Row(
            f"wait-{size.replace(' ', '')}",
            f"longest wait for a key while {size} is analysed",
            waiting(first(size)),
            bar=17,
        )
    yield Row("progress-100MB", "100 MB: from the first page to the first progress shown", progress(first(_HUGE)))
    yield Row("quit-analysing", "quit while 1 MB is analysed", quitting(first("1 MB"), behind=True), "one Static",
              quitting(floor("one_static.py", "1 MB")), 0.4, quick=True)  # fmt: skip


def _shapes() -> Iterator[Row]:
    for shape, (_piece, times) in SHAPES.items():
        few, many = f"{shape} x {times}", f"{shape} x {10 * times}"
        yield Row(f"add-{shape}", f"add {10 * times:,} {shape}", adding(many), f"{times:,}", adding(few), _SPACE)
        yield Row(f"page-{shape}", f"page down, {10 * times:,} {shape}, settled, p95", paging(known(many), TO_AND_FRO, anything=True), "13 KB",
                  paging(known(_SMALL), TO_AND_FRO), 5.0)  # fmt: skip


ROWS: tuple[Row, ...] = (
    *_starts(), *_memory(), *_pages(), *_paragraph(), *_tags(), *_searches(), *_behind(), *_shapes(),
)  # fmt: skip
"""Every benchmark; those on the same text stand near one another where they can."""
