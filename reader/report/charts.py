"""What the charts of a library have in common wherever they are drawn: names, columns, bars and shades."""

from collections import Counter
from collections.abc import Sequence

from annotations.questions.counts import BY_MONTH, BY_SESSION, TOGETHER, Count
from annotations.values.model import Tag
from reader.language.i18n import N_, PDI, RLI, is_rtl
from reader.language.tag_names import tag_name

NAMES = {
    "tag": N_("Tags"), "speaker": N_("Tags by speaker"), "session": N_("Tags by session"), "month": N_("Tags by month"),
    "together": N_("Co-occurring tags"),
}  # fmt: skip
_SHADES = " ░▒▓█"
_BAR = "█"
_HALF = "▌"


def bar(share: float, room: int) -> str:
    """Return a bar that fills a share of `room` cells, to half a cell, from the interface's start edge.

    A share above zero shows as at least half a cell.
    """
    halves = max(1, round(share * room * 2)) if share else 0
    drawn = _BAR * (halves // 2) + _HALF * (halves % 2)
    return f"{RLI}{drawn}{PDI}" if is_rtl() else drawn


def step(times: int, most: int) -> int:
    """Return how dark a count is shown, from 0 for none to 4 for the highest."""
    return min(len(_SHADES) - 1, max(1, round(times * (len(_SHADES) - 1) / max(1, most)))) if times else 0


def shade(times: int, most: int) -> str:
    """Return two cells, the darker the higher the count."""
    return _SHADES[step(times, most)] * 2


def columns(cells: Sequence[Count], kind: str, most: int = -1) -> list[str]:
    """Return the columns of a heat map, only the fullest `most` of them unless that is negative.

    Months and numbered sessions come in their own order, other columns with the fullest first.
    """
    totals: Counter[str] = Counter()
    for cell in cells:
        totals[cell.column] += cell.times
    fullest = sorted(totals, key=lambda name: (-totals[name], name))
    fullest = fullest[:most] if most >= 0 else fullest
    if kind == BY_SESSION:
        return sorted(fullest, key=lambda name: int(name.split(".")[0]) if name.split(".")[0].isdecimal() else 0)
    return sorted(fullest) if kind == BY_MONTH else fullest


def column_name(column: str, kind: str, tags: Sequence[Tag]) -> str:
    """Return the heading of a column: for a tag, its name."""
    return tag_name(tags, int(column)) if kind == TOGETHER else column
