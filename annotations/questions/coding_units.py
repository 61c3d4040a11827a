"""The units over which agreement is computed, and how each coder coded them.

A unit (a character, sentence, statement, article or whole document) has a coder's tag if a passage that the coder
tagged overlaps the unit. A coder who tagged nothing at all in a document did not code it: its units have no value for
that coder.
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
    """A document to be compared: its annotations, its length, and its units as spans (not needed for characters)."""

    annotations: tuple[Annotation, ...]
    length: int
    units: tuple[Span, ...] = ()


class Report(NamedTuple):
    """The agreement of coders: the unit, whether uncoded text counts, overall (on sets of tags) and for each tag."""

    unit: str
    uncoded: bool
    coders: tuple[str, ...]
    overall: Agreement
    by_tag: Mapping[int, Agreement]


def _stretches(text: Text) -> list[tuple[Span, int]]:
    """Return the units with their weights; characters form stretches between boundaries, weighted by length."""
    if text.units:
        return [(unit, 1) for unit in text.units]
    edges = {0, text.length} | {edge for a in text.annotations for edge in a.anchor.span}
    ordered = sorted(edge for edge in edges if edge <= text.length)
    return [(Span(a, b), b - a) for a, b in itertools.pairwise(ordered)]


def _tags_of(annotations: Sequence[Annotation], units: Sequence[Span]) -> list[frozenset[int]]:
    """Return the tags that one coder applied to each unit; annotations and units are sorted by start."""
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
    """Return how many units were coded in each way: a set of tags per coder, or None in a document left uncoded."""
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
    """Return the table of one tag: whether each coder applied it. uncoded: also count units to which nobody did."""
    found: Counter[Codes] = Counter()
    for codes, n in table.items():
        row = tuple(None if value is None else isinstance(value, frozenset) and tag in value for value in codes)
        if uncoded or any(row):
            found[row] += n
    return found


def report(texts: Iterable[Text], coders: Sequence[str], unit: str, *, uncoded: bool) -> Report:
    """Return the agreement of coders on tags."""
    table = tabled(texts, coders)
    tags = sorted({tag for codes in table for value in codes if isinstance(value, frozenset) for tag in value})
    counted = table if uncoded else Counter({codes: n for codes, n in table.items() if _has_any(codes)})
    by_tag = {tag: agreement(of_tag(table, tag, uncoded=uncoded)) for tag in tags}
    return Report(unit, uncoded, tuple(coders), agreement(counted), by_tag)


def of_attribute(codings: Iterable[Coding], attribute: int, coders: Sequence[str]) -> Agreement:
    """Return the agreement of coders on an attribute, over the units for which any of them set it."""
    units: dict[object, dict[str, int]] = {}
    for one in codings:
        if one.attribute == attribute:
            units.setdefault(one.unit, {})[one.coder] = one.value
    table: Counter[Codes] = Counter(tuple(set_.get(coder) for coder in coders) for set_ in units.values())
    return agreement(table)
