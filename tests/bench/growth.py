"""How start, page down, tag and search grow with the text and with the library."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from tests.bench.measures import Step, finding, start
from tests.bench.pictures import Picture
from tests.bench.presses import TO_AND_FRO, paging, tagging
from tests.bench.rounds import trouble
from tests.bench.session import Ended, TooLong
from tests.bench.texts import FOLDERS, KB, MB
from tests.bench.workbench import Workbench, known

SIZES = {"10 KB": 10 * KB, "100 KB": 100 * KB, "1 MB": MB, "10 MB": 10 * MB, "100 MB": 100 * MB}
_QUICK = 3  # of the sizes, from the smallest
MEASURES: dict[str, Callable[[str], Step]] = {
    "start": lambda text: start(known(text)),
    "page down": lambda text: paging(known(text), ("pagedown",) if text.endswith("MB") else TO_AND_FRO),
    "tag": lambda text: tagging(known(text)),
    "search": lambda text: finding(known(text), "م"),
}
"""What is measured, all in milliseconds, on a text that is known."""


class Axis(NamedTuple):
    """What grows: the title and the label of its picture, and the texts by name with their sizes."""

    title: str
    label: str
    sizes: dict[str, int]


AXES = {
    "text": Axis("A known text, by its size", "size of the text (bytes)", SIZES),
    "library": Axis("A text of 10 KB, by the size of its library", "texts in the library", FOLDERS),
}
"""The pictures, by name."""


def grown(axis: Axis, bench: Workbench, rounds: int, say: Callable[[str], None], *, quick: bool) -> Picture:
    """Measure everything so often at each size, and return the picture of the medians.

    What takes too long is left out of it, and said.
    """
    lines: dict[str, list[tuple[float, float]]] = {name: [] for name in MEASURES}
    sizes: Sequence[tuple[str, int]] = list(axis.sizes.items())[: _QUICK if quick else None]
    for text, size in sizes:
        for name, make in MEASURES.items():
            try:
                lines[name].append((size, median(make(text)(bench) for _round in range(rounds))))
            except (TooLong, Ended, OSError) as error:
                say(f"{name}, {text}: {trouble(error)}")
    return Picture(axis.title, axis.label, "time (ms)", lines)
