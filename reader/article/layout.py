"""The lines of a page: which are furniture, which are an article's title and dateline, which are its body."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotations.reading import Article, Noise
from annotations.spans import Span
from reader.article.lexicon import fold, words
from reader.text.segments import paragraphs

_CLOCK = re.compile(r"^\W*[\d٠-٩]{1,2}:[\d٠-٩]{2}(?:\s*(?:م|ص|مساء|صباحا|PM|AM))?(?:\s+بتوقيت.*)?$")
_RULE = re.compile(r"^[=*#~—–-]{4,}$")
_NO_LETTERS = re.compile(r"^[\W_]+$")
_YEAR = re.compile(r"\b(?:1[34]\d\d|19\d\d|20\d\d)\b")
_LONGEST_TITLE = 140
_LONGEST_DATELINE = 60


class Line(NamedTuple):
    """A line with its role: noise, separator, agency, date, title, subtitle or body."""

    span: Span
    text: str
    role: str
    kind: str = ""


class Layout(NamedTuple):
    """The lines of a page and what they make up."""

    lines: tuple[Line, ...]
    noise: tuple[Noise, ...]
    separators: tuple[Span, ...]
    articles: tuple[Article, ...]

    def body(self, article: Article) -> list[Span]:
        """Return the paragraphs of an article."""
        return [line.span for line in self.lines if line.role == "body" and line.span.meets(article.span)]


def _bare(text: str) -> str:
    return " ".join(filter(None, map(fold, text.split())))


def _is_date(text: str) -> bool:
    keys = [fold(word) for word in text.split()]
    has_month = any(key in words("months") for key in keys)
    return len(text) <= _LONGEST_DATELINE and has_month and bool(_YEAR.search(text))


def _noise_kind(text: str) -> str:
    """Return what kind of furniture a line is by itself, or an empty string."""
    bare = _bare(text)
    if _CLOCK.match(text) or "بتوقيت" in text.split():
        return "clock"
    if _is_date(text) and "/" in text and words("hijri_months") & set(bare.split()):
        return "clock"
    if bare in words("prayers"):
        return "prayer times"
    if bare in words("furniture"):
        return "furniture"
    return "marks" if _NO_LETTERS.match(text) else ""


def _first_roles(text: str) -> list[Line]:
    lines: list[Line] = []
    for start, end in paragraphs(text):
        content = text[start:end]
        role, kind = "body", ""
        if _RULE.match(content):
            role = "separator"
        elif found := _noise_kind(content):
            role, kind = "noise", found
        elif _bare(content) in words("agencies"):
            role = "agency"
        elif _is_date(content):
            role = "date"
        elif len(content) <= _LONGEST_TITLE and content[-1] not in '.؟!،:»"':
            role = "title"
        lines.append(Line(Span(start, end), content, role, kind))
    return lines


def _groups(lines: Sequence[Line]) -> list[list[int]]:
    """Return the indices of the lines of each article: separators part them."""
    groups: list[list[int]] = [[]]
    for i, line in enumerate(lines):
        if line.role == "separator":
            groups.append([])
        elif line.role != "noise":
            groups[-1].append(i)
    return [group for group in groups if any(lines[i].role == "body" for i in group)]


def _settle(lines: list[Line], group: Sequence[int]) -> None:
    """Give the short lines of one article their roles: head lines before its body, furniture around it."""
    first = next(i for i in group if lines[i].role == "body")
    head = [i for i in group if i < first and lines[i].role == "title"]
    repeated = {i for i in head if any(_bare(lines[j].text) == _bare(lines[i].text) for j in head if j > i)}
    for i in repeated:
        lines[i] = lines[i]._replace(role="noise", kind="repeated title")
    kept = [i for i in head if i not in repeated]
    for i in kept[1:]:
        lines[i] = lines[i]._replace(role="subtitle")
    last = max(i for i in group if lines[i].role == "body")
    for i in group:
        if lines[i].role in ("title", "agency", "date") and i > first:
            lines[i] = lines[i]._replace(
                role="noise" if i > last and lines[i].role != "title" else "body", kind="after the end"
            )


def _article(text: str, lines: Sequence[Line], group: Sequence[int]) -> Article:
    inside = [lines[i] for i in group]
    titles = [line.span for line in inside if line.role == "title"]
    content = [line.span for line in inside if line.role in ("title", "subtitle", "body")]
    dates = [line for line in inside if line.role == "date"]
    agencies = [line for line in inside if line.role == "agency"]
    return Article(
        span=Span(content[0].start, content[-1].end),
        title=titles[0] if titles else None,
        subtitles=tuple(line.span for line in inside if line.role == "subtitle"),
        dateline=tuple(line.span for line in inside if line.role in ("agency", "date")),
        agency=agencies[0].text.strip("/ ") if agencies else "",
        city=_city(text, next((line.span for line in inside if line.role == "body"), None)),
        date=dates[0].text if dates else "",
    )


def _city(text: str, first: Span | None) -> str:
    """Return the city that the first words of a report name after a verb of opening (اختتمت بالدوحة), if any."""
    if first is None:
        return ""
    found = re.match(r"\S+ ب(ال\w+|\w+)[،,]", text[first.start : first.end])
    return found.group(1) if found else ""


def _merged_noise(text: str, lines: Sequence[Line]) -> list[Noise]:
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
    """Return the lines of `text` with their roles, its page furniture, and its articles in order."""
    lines = _first_roles(text)
    groups = _groups(lines)
    for group in groups:
        _settle(lines, group)
    articles = [_article(text, lines, group) for group in groups]
    separators = tuple(line.span for line in lines if line.role == "separator")
    return Layout(tuple(lines), tuple(_merged_noise(text, lines)), separators, tuple(articles))
