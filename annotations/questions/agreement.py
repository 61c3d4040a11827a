"""Agreement between coders: percent, Holsti, Cohen, Fleiss, Krippendorff, over units chosen beforehand.

Pure arithmetic over a table of how many units were coded in each way: one cell per coder, holding the coder's value, or
None if there is none. Counted this way, the characters of a long text take only a few hundred rows.
Sources: Holsti, Content Analysis (1969), 140; Cohen, Educ. Psychol. Meas. 20 (1960), 37-46; Fleiss, Psychol. Bull. 76
(1971), 378-382; Krippendorff, Content Analysis, 2nd ed. (2004), ch. 11, nominal metric.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import NamedTuple

Codes = tuple[Hashable | None, ...]
Table = Mapping[Codes, int]
_PAIR = 2


class Agreement(NamedTuple):
    """The coefficients of one table, None where undefined. units: how many were coded by at least two coders."""

    units: int
    percent: float | None
    holsti: float | None
    cohen: float | None
    fleiss: float | None
    alpha: float | None


def _given(codes: Codes) -> list[Hashable]:
    return [value for value in codes if value is not None]


def percent(table: Table) -> float | None:
    """Return the share of pairs of codings of the same unit that agree, or None if there are no pairs."""
    same = total = 0
    for codes, count in table.items():
        pairs = list(combinations(_given(codes), 2))
        same += count * sum(a == b for a, b in pairs)
        total += count * len(pairs)
    return same / total if total else None


def holsti(table: Table) -> float | None:
    """Return Holsti's 2M / (N1 + N2), averaged over all pairs of coders; units coded by only one of them count in N."""
    coders = max(map(len, table), default=0)
    found: list[float] = []
    for one, other in combinations(range(coders), 2):
        coded = sum(n * ((codes[one] is not None) + (codes[other] is not None)) for codes, n in table.items())
        same = sum(n for codes, n in table.items() if codes[one] is not None and codes[one] == codes[other])
        if coded:
            found.append(2 * same / coded)
    return sum(found) / len(found) if found else None


def _beyond_chance(observed: float, expected: float) -> float | None:
    """Return (observed - expected) / (1 - expected), or None if only one value was ever used."""
    return None if expected >= 1 else (observed - expected) / (1 - expected)


def cohen(table: Table) -> float | None:
    """Return Cohen's kappa over the units that both coders coded, or None if there are none or not two coders."""
    if any(len(codes) != _PAIR for codes in table):
        return None
    both = {codes: n for codes, n in table.items() if None not in codes}
    size = sum(both.values())
    if not size:
        return None
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (a, b), n in both.items():
        first[a] += n
        second[b] += n
    observed = sum(n for (a, b), n in both.items() if a == b) / size
    return _beyond_chance(observed, sum(first[value] * second[value] for value in first) / size**2)


def fleiss(table: Table) -> float | None:
    """Return Fleiss' kappa over the units that every coder coded, or None if there are none."""
    whole = {codes: n for codes, n in table.items() if len(codes) >= _PAIR and None not in codes}
    size = sum(whole.values())
    if not size:
        return None
    raters = len(next(iter(whole)))
    totals: Counter[Hashable] = Counter()
    observed = 0.0
    for codes, n in whole.items():
        counts = Counter(codes)
        for value, times in counts.items():
            totals[value] += n * times
        observed += n * (sum(times * times for times in counts.values()) - raters) / (raters * (raters - 1))
    expected = sum((times / (size * raters)) ** 2 for times in totals.values())
    return _beyond_chance(observed / size, expected)


def krippendorff(table: Table) -> float | None:
    """Return Krippendorff's nominal alpha over units with at least two codings, or None if nothing varies."""
    totals: Counter[Hashable] = Counter()
    disagreed = 0.0
    for codes, n in table.items():
        values = _given(codes)
        if len(values) < _PAIR:
            continue
        counts = Counter(values)
        for value, times in counts.items():
            totals[value] += n * times
        disagreed += n * (len(values) ** 2 - sum(times * times for times in counts.values())) / (len(values) - 1)
    size = sum(totals.values())
    expected = (size**2 - sum(times * times for times in totals.values())) / max(1, size - 1)
    return 1 - disagreed / expected if expected else None


def agreement(table: Table) -> Agreement:
    """Return all coefficients of a table."""
    units = sum(n for codes, n in table.items() if len(_given(codes)) >= _PAIR)
    return Agreement(units, percent(table), holsti(table), cohen(table), fleiss(table), krippendorff(table))
