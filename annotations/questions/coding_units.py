"""The units that agreement is counted over, and how each coder coded them.

A unit (a character, sentence, statement, article or whole document) has a tag by a coder where a passage with it
meets the unit. A coder who marked nothing at all in a document did not code it: those units have no code of theirs.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotations.questions.agreement import Agreement, Codes, agreement
from annotations.values.attributes import Coding
from annotations.values.model import Annotation
from annotations.values.spans import Span

CHARACTER, SENTENCE, STATEMENT, ARTICLE = UNITS = ("character", "sentence", "statement", "article")


class Text(NamedTuple):
    """A document to be compared: its annotations, its length, and its units (spans); for characters none are needed."""

    annotations: tuple[Annotation, ...]
    length: int
    units: tuple[Span, ...] = ()


class Report(NamedTuple):
    """How far coders agree: over which unit, if uncoded text counts, overall (the set of tags) and for each tag."""

    unit: str
    uncoded: bool
    coders: tuple[str, ...]
    overall: Agreement
    by_tag: Mapping[int, Agreement]


def _stretches(text: Text) -> list[tuple[Span, int]]:
    """Return the units with their weights: for characters the stretches between two bounds, each as heavy as it is long."""
    if text.units:
        return [(unit, 1) for unit in text.units]
    edges = {0, text.length} | {edge for a in text.annotations for edge in a.anchor.span}
    ordered = sorted(edge for edge in edges if edge <= text.length)
    return [(Span(a, b), b - a) for a, b in itertools.pairwise(ordered)]


def _tags_of(annotations: Sequence[Annotation], units: Sequence[Span]) -> list[frozenset[int]]:
    """Return the tags that one coder gave to each unit, both sorted by their starts."""
    found: list[set[int]] = [set() for _ in units]
    starts = [unit.start for unit in units]
    for one in annotations:
        span = one.anchor.span
        for at in range(_first_meeting(units, starts, span.start), len(units)):
            if units[at].start >= span.end:
                break
            if units[at].meets(span):
                found[at].update(one.tags)
    return [frozenset(tags) for tags in found]


def _first_meeting(units: Sequence[Span], starts: Sequence[int], start: int) -> int:
    from bisect import bisect_right

    at = max(0, bisect_right(starts, start) - 1)
    while at > 0 and units[at - 1].end > start:  # units may overlap, as statements do
        at -= 1
    return at


def tabled(texts: Iterable[Text], coders: Sequence[str]) -> Counter[Codes]:
    """Return how many units were coded in which way: for each coder the set of tags, None in a document left uncoded."""
    table: Counter[Codes] = Counter()
    for text in texts:
        stretches = sorted(_stretches(text))
        units = [span for span, _weight in stretches]
        columns: list[list[frozenset[int]] | list[None]] = []
        for coder in coders:
            own = [a for a in text.annotations if a.coder == coder and a.tags]
            columns.append(_tags_of(own, units) if own else [None] * len(units))
        for at, (_span, weight) in enumerate(stretches):
            table[tuple(column[at] for column in columns)] += weight
    return table


def _has_any(codes: Codes) -> bool:
    return any(isinstance(value, frozenset) and value for value in codes)


def of_tag(table: Mapping[Codes, int], tag: int, *, uncoded: bool) -> Counter[Codes]:
    """Return the table of one tag: whether each coder gave it. uncoded: units that nobody gave it count too."""
    found: Counter[Codes] = Counter()
    for codes, n in table.items():
        row = tuple(None if value is None else isinstance(value, frozenset) and tag in value for value in codes)
        if uncoded or any(row):
            found[row] += n
    return found


def report(texts: Iterable[Text], coders: Sequence[str], unit: str, *, uncoded: bool) -> Report:
    """Return how far coders agree on tags."""
    table = tabled(texts, coders)
    tags = sorted({tag for codes in table for value in codes if isinstance(value, frozenset) for tag in value})
    counted = table if uncoded else Counter({codes: n for codes, n in table.items() if _has_any(codes)})
    by_tag = {tag: agreement(of_tag(table, tag, uncoded=uncoded)) for tag in tags}
    return Report(unit, uncoded, tuple(coders), agreement(counted), by_tag)


def of_attribute(codings: Iterable[Coding], attribute: int, coders: Sequence[str]) -> Agreement:
    """Return how far coders agree on an attribute, over the units that any of them set it on."""
    units: dict[object, dict[str, int]] = {}
    for one in codings:
        if one.attribute == attribute:
            units.setdefault(one.unit, {})[one.coder] = one.value
    table: Counter[Codes] = Counter(tuple(set_.get(coder) for coder in coders) for set_ in units.values())
    return agreement(table)
