"""Pictures of how figures grow: lines over two logarithmic axes, as SVG."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 130, 40, 60
_COLOURS = ("#1f6feb", "#b5490a", "#1a7f37", "#8250df", "#bf3989", "#57606a")
_APART = 15  # between the names of two lines


class Picture(NamedTuple):
    """A picture: its title, what the axes show with their units, and for each line its points."""

    title: str
    across: str
    up: str
    lines: Mapping[str, Sequence[tuple[float, float]]]


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """Return the powers of ten that enclose positive values, at least one apart."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _scale(decades: tuple[int, int], start: float, end: float) -> Callable[[float], float]:
    low, high = decades
    return lambda value: start + (math.log10(value) - low) / (high - low) * (end - start)


def short(value: float) -> str:
    """Return a power of ten as it is written at an axis: 10, 1 k, 100 M."""
    for unit, sign in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if value >= unit:
            return f"{value / unit:g}{sign}"
    return f"{value:g}"


def _text(x: float, y: float, words: str, anchor: str = "middle", more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{escape(words)}</text>'


def _axes(picture: Picture, across: tuple[int, int], up: tuple[int, int]) -> Iterator[str]:
    right, bottom = WIDTH - _RIGHT, HEIGHT - _BOTTOM
    x, y = _scale(across, _LEFT, right), _scale(up, bottom, _TOP)
    for power in range(across[0], across[1] + 1):
        at = x(10.0**power)
        yield f'<path d="M{at:.1f} {_TOP}V{bottom}" stroke="#d0d7de"/>'
        yield _text(at, bottom + 18, short(10.0**power))
    for power in range(up[0], up[1] + 1):
        at = y(10.0**power)
        yield f'<path d="M{_LEFT} {at:.1f}H{right}" stroke="#d0d7de"/>'
        yield _text(_LEFT - 8, at + 4, short(10.0**power), "end")
    yield _text((_LEFT + right) / 2, HEIGHT - 16, picture.across, more=' class="axis"')
    middle = (_TOP + bottom) / 2
    yield _text(18, middle, picture.up, more=f' class="axis" transform="rotate(-90 18 {middle:.1f})"')
    yield _text((_LEFT + right) / 2, 22, picture.title, more=' font-weight="bold"')


def _lines(picture: Picture, across: tuple[int, int], up: tuple[int, int]) -> Iterator[str]:
    x, y = _scale(across, _LEFT, WIDTH - _RIGHT), _scale(up, HEIGHT - _BOTTOM, _TOP)
    names = []
    for (name, points), colour in zip(picture.lines.items(), _COLOURS, strict=False):
        if not points:
            continue
        places = [(x(one), y(other)) for one, other in points]
        path = "L".join(f"{one:.1f} {other:.1f}" for one, other in places)
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{one:.1f}" cy="{other:.1f}" r="3.5" fill="{colour}"/>' for one, other in places)
        names.append((places[-1][1], name, colour))
    lowest = float("-inf")
    for wanted, name, colour in sorted(names):  # lines may end close together; their names may not overlap
        lowest = max(wanted, lowest + _APART)
        yield _text(WIDTH - _RIGHT + 10, lowest + 4, name, "start", f' fill="{colour}"')


def svg(picture: Picture) -> str:
    """Return a picture as a document of its own."""
    points = [point for line in picture.lines.values() for point in line]
    across, up = (_decades([point[axis] for point in points] or [1, 10]) for axis in (0, 1))
    body = "\n".join([*_axes(picture, across, up), *_lines(picture, across, up)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="12" fill="#1f2328">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )
