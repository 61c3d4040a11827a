"""The layout of a page: which lines are boilerplate, which are article heads and datelines, and which are body."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from annotations.values.analysis import Article, Noise
from annotations.values.spans import Span
from reader.article.layout.datelines import Dateline, opening, read_line
from reader.article.layout.dates import Dated, read_date
from reader.article.layout.lines import PageLine, bare, is_foreign, is_related_heading, may_be_heading, noise_kind
from reader.text.decode import text_direction
from reader.text.segments import paragraphs

_RULE_CHARS = frozenset("=*#~—–-")
_SHORTEST_RULE = 4
_SLIDER = re.compile(r"((?:Next|Previous|Share|Tweet|Print)(?:\s+(?:Next|Previous|Share|Tweet|Print))*)\s+(?=\S)")
_LONGEST_TAIL = 110  # code points; no longer line is a dateline


class Layout(NamedTuple):
    """The lines of a page and what they make up; bodies: the paragraphs of each article, without datelines."""

    lines: tuple[PageLine, ...]
    noise: tuple[Noise, ...]
    separators: tuple[Span, ...]
    articles: tuple[Article, ...]
    bodies: tuple[tuple[Span, ...], ...]


def _is_rule(text: str) -> bool:
    return len(text) >= _SHORTEST_RULE and _RULE_CHARS.issuperset(text)


def _first_role(text: str, *, arabic: bool) -> tuple[str, str]:
    if _is_rule(text):
        return "separator", ""
    if is_related_heading(text):
        return "noise", "related"
    if kind := noise_kind(text):
        return "noise", kind
    if arabic and is_foreign(text):
        return "noise", "furniture"
    if len(text) <= _LONGEST_TAIL and read_line(text) is not None:
        return "meta", ""
    return ("title", "") if may_be_heading(text) else ("body", "")


def _first_roles(text: str) -> list[PageLine]:
    lines: list[PageLine] = []
    arabic = text_direction(text) == "R"
    for start, end in paragraphs(text):
        slider = _SLIDER.match(text, start, end)
        if slider is not None:
            lines.append(PageLine(Span(start, slider.end(1)), slider[1], "noise", "furniture"))
        first = start if slider is None else slider.end()
        content = text[first:end]
        lines.append(PageLine(Span(first, end), content, *_first_role(content, arabic=arabic)))
    return lines


def _groups(lines: Sequence[PageLine]) -> list[list[int]]:
    """Return the indices of the lines of each article; articles are divided by separators."""
    groups: list[list[int]] = [[]]
    for i, line in enumerate(lines):
        if line.role == "separator":
            groups.append([])
        else:
            groups[-1].append(i)
    return [group for group in groups if any(lines[i].role == "body" for i in group)]


def _mark(lines: list[PageLine], at: int, role: str, kind: str = "") -> None:
    lines[at] = lines[at]._replace(role=role, kind=kind)


def _settle_related(lines: list[PageLine], group: Sequence[int]) -> None:
    """Mark the titles that a page lists under «مواضيع ذات صلة» as boilerplate, up to the next paragraph."""
    listing = False
    for i in group:
        if lines[i].kind == "related":
            listing = True
        elif lines[i].role == "body" or bare(lines[i].text).endswith(("نهايه", "end of list")):
            listing = False
        elif listing and lines[i].role == "title":
            _mark(lines, i, "noise", "related")


def _settle_captions(lines: list[PageLine], group: Sequence[int]) -> None:
    """Mark the line after a photo credit (© .../...) as its caption."""
    for i, after in itertools.pairwise(group):
        if lines[i].text.startswith("©") and "/" in lines[i].text and lines[after].role in ("title", "body"):
            _mark(lines, after, "noise", "caption")


def _settle(lines: list[PageLine], group: Sequence[int]) -> None:
    """Assign roles to an article's short lines: head lines before its body, subheads within it, boilerplate after."""
    _settle_related(lines, group)
    _settle_captions(lines, group)
    bodies = [i for i in group if lines[i].role == "body"]
    if not bodies:
        return
    first, last = bodies[0], bodies[-1]
    head = [i for i in group if i < first and lines[i].role == "title"]
    _settle_head(lines, head)
    for i in group:
        if i > first and lines[i].role == "title":
            _mark(lines, i, *(("subhead", "") if i < last else ("noise", "after the end")))


def _settle_head(lines: list[PageLine], head: Sequence[int]) -> None:
    repeated = _repeated([(i, lines[i].text) for i in head])
    for i in repeated:
        _mark(lines, i, "noise", "repeated title")
    kept = [i for i in head if i not in repeated]
    for i in kept[1:]:
        _mark(lines, i, "subtitle")


def _repeated(titles: Sequence[tuple[int, str]]) -> set[int]:
    """Return the numbers of the titles that a later one repeats, perhaps without the rubric before it (عام / ...)."""
    keys = [(i, bare(text)) for i, text in titles]
    rest = {i: key for i, text in titles if (key := _without_rubric(text)) is not None}
    last = {key: i for i, key in keys}  # the last title with this text, and the last that begins so
    begun: dict[str, int] = {}
    lengths = sorted({len(key) for key in rest.values()})
    for i, key in keys:
        begun.update((key[:length], i) for length in lengths if length <= len(key))
    found = {i for i, key in keys if last[key] > i}
    for i, key in rest.items():
        starts = (key[:length] for length in range(len(key) + 1))
        if begun.get(key, i) > i or any(last.get(start, i) > i for start in starts):
            found.add(i)
    return found


def _without_rubric(text: str) -> str | None:
    rubric, sign, rest = text.partition(" / ")
    return bare(rest) if sign and len(rubric) <= 20 else None


def _facts(lines: Sequence[PageLine], start: Dateline | None) -> tuple[str, str, str, str]:
    """Return the agency, the city, the author and the date as written.

    The dateline that opens the body takes precedence, but for the date the last one with a Gregorian date does.
    """
    told = [start] if start is not None else []
    told += [found for line in lines if line.role == "meta" and (found := read_line(line.text)) is not None]

    def first(values: Sequence[str]) -> str:
        return next(filter(None, values), "")

    return (
        first([found.agency for found in told]), first([found.city for found in told]),
        first([found.author for found in told]),
        first([found.day for found in reversed(told) if read_date(found.day).gregorian] or [found.day for found in told]),
    )  # fmt: skip


def _with_clock(dated: Dated, lines: Sequence[PageLine]) -> Dated:
    """Return a date completed from the page's clock: with its Hijri date, or entirely if no dateline has a date."""
    for line in lines:
        if line.kind == "clock":
            clock = read_date(line.text)
            if not dated.gregorian or (not dated.hijri and clock.gregorian == dated.gregorian and clock.hijri):
                return clock
    return dated


def _article(text: str, lines: Sequence[PageLine]) -> tuple[Article, tuple[Span, ...]]:
    titles = [line.span for line in lines if line.role == "title"]
    content = [line.span for line in lines if line.role in ("title", "subtitle", "subhead", "body")]
    bodies = [line.span for line in lines if line.role == "body"]
    start = opening(bodies[0].cut(text)) if bodies else None
    datelines = [line.span for line in lines if line.role == "meta"]
    if start is not None:
        datelines.append(Span(bodies[0].start, bodies[0].start + len(bodies[0].cut(text)[: start.end].rstrip())))
        bodies[0] = Span(bodies[0].start + start.end, bodies[0].end)
    agency, city, author, day = _facts(lines, start)
    dated = _with_clock(read_date(day), lines)
    article = Article(
        span=Span(content[0].start, content[-1].end),
        title=titles[0] if titles else None,
        subtitles=tuple(line.span for line in lines if line.role == "subtitle"),
        dateline=tuple(sorted(datelines)),
        agency=agency,
        city=city or _city(text, bodies[0] if bodies else None),
        date=day,
        author=author,
        day=dated.gregorian,
        hijri=dated.hijri,
        check=dated.check,
        subheads=tuple(line.span for line in lines if line.role == "subhead"),
    )
    return article, tuple(body for body in bodies if body.start < body.end)


def _city(text: str, first: Span | None) -> str:
    """Return the city named right after the verb that opens a report (اختتمت بالدوحة،), or an empty string."""
    if first is None:
        return ""
    words = text[first.start : min(first.end, first.start + 40)].split()
    inner = len(words) > 1 and words[1].startswith("ب") and words[1].endswith(("،", ","))
    return words[1].rstrip("،,")[1:] if inner else ""


def _merged_noise(text: str, lines: Sequence[PageLine]) -> list[Noise]:
    merged: list[Noise] = []
    for line in lines:
        if line.role != "noise":
            continue
        if merged and not text[merged[-1].span.end : line.span.start].strip():
            merged[-1] = Noise(Span(merged[-1].span.start, line.span.end), merged[-1].kind)
        else:
            merged.append(Noise(line.span, line.kind))
    return merged


def lay_out(text: str) -> Layout:
    """Return the lines of `text` with their roles, its page boilerplate, and its articles in order."""
    lines = _first_roles(text)
    groups = _groups(lines)
    for group in groups:
        _settle(lines, group)
    made = [
        _article(text, [lines[i] for i in group]) for group in groups if any(lines[i].role == "body" for i in group)
    ]
    return Layout(
        tuple(lines),
        tuple(_merged_noise(text, lines)),
        tuple(line.span for line in lines if line.role == "separator"),
        tuple(article for article, _ in made),
        tuple(bodies for _, bodies in made),
    )
