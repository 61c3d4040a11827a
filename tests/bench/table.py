"""The results as a Markdown table, and its place in a document."""

from collections.abc import Sequence
from statistics import median

from tests.bench.rounds import Result

HEAD = "| benchmark | what | Hashiya | beside | value: median (range) | bar | |\n| --- | --- | --- | --- | --- | --- | --- |"
_SIGNS = {True: "met", False: "**over**", None: ""}


def figure(value: float) -> str:
    """Return a number with three digits, or all of those before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def spread(values: Sequence[float], unit: str) -> str:
    """Return the median and the range of values, the range only if there are several."""
    if not values:
        return ""
    middle = f"{figure(median(values))}{unit}"
    return f"{middle} ({figure(min(values))}–{figure(max(values))})" if len(values) > 1 else middle


def line(result: Result) -> str:
    """Return the row of a benchmark."""
    row = result.row
    ours = spread(result.ours[:1] and [median(result.ours)], f" {row.unit}")
    beside = f"{row.peer} {spread([median(result.beside)], f' {row.unit}')}" if result.beside else row.peer
    value = spread(result.values, row.value_unit)
    if result.trouble:
        value = f"{value}; {result.trouble}" if value else result.trouble
    bar = "" if row.bar is None else f"{row.bar:g}{row.value_unit}"
    return f"| {row.name} | {row.about} | {ours} | {beside} | {value} | {bar} | {_SIGNS[result.met]} |"


def table(results: Sequence[Result]) -> str:
    """Return all results as a table."""
    return "\n".join([HEAD, *map(line, results)])


def filled(document: str, name: str, content: str) -> str:
    """Return a document with what stands between the markers of a name replaced. Raises ValueError without markers."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, found, rest = document.partition(begin)
    _old, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(end)
    return f"{before}{begin}\n{content}\n{end}{after}"
