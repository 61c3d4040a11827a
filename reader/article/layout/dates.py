"""Gregorian and Hijri dates of datelines, checked against each other.

The month names of the Gulf, the Levant and the Maghreb are known. Hijri dates are compared using the Umm al-Qura
calendar, with a tolerance of one day (elsewhere months begin when the crescent is sighted).
"""

import os.path
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from reader.article.words.lexicon import fold

_FILE = os.path.join(os.path.dirname(__file__), "months.tsv")
_WORD = re.compile(r"\d+|[^\W\d_][\w\u064b-\u0652\u0670]*")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد")  # in the order of date.weekday()
_HIJRI_YEARS = range(1343, 1501)  # the range of the Umm al-Qura tables
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_GREGORIAN_YEARS = range(1800, 2200)


class Dated(NamedTuple):
    """A day as ISO dates, empty where not stated.

    check: "agree", or what conflicts with the Gregorian date ("weekday" or "hijri"), or "" with nothing to compare.
    """

    gregorian: str = ""
    hijri: str = ""
    check: str = ""


@cache
def _months() -> dict[tuple[str, ...], tuple[str, int]]:
    found: dict[tuple[str, ...], tuple[str, int]] = {}
    with open(_FILE, encoding="utf-8") as file:
        for line in file:
            if line[:1] not in "#\n":
                calendar, number, names = line.rstrip("\n").split("\t")
                for name in names.split(","):
                    found[tuple(map(fold, name.split()))] = calendar, int(number)
    return found


def _month_at(keys: Sequence[str], at: int) -> tuple[str, int, int] | None:
    """Return the calendar, number and word count of the month at index `at`, or None if there is none."""
    for count in (2, 1):
        found = _months().get(tuple(keys[at : at + count]))
        if found is not None and len(keys) >= at + count:
            return (*found, count)
    return None


def _spelt(keys: Sequence[str]) -> list[tuple[str, int, int, int]]:
    """Return the calendar, year (0 if absent), month and day of each date written day, month name, year."""
    found: list[tuple[str, int, int, int]] = []
    at = 0
    while at < len(keys):
        if not (keys[at].isdecimal() and 1 <= int(keys[at]) <= 31) or (month := _month_at(keys, at + 1)) is None:
            at += 1
            continue
        calendar, number, count = month
        end = at + 1 + count
        again = _month_at(keys, end)
        if again is not None and again[:2] == (calendar, number):
            end += again[2]
        year = int(keys[end]) if end < len(keys) and keys[end].isdecimal() and len(keys[end]) == 4 else 0
        found.append((calendar, year, number, int(keys[at])))
        at = end
    return found


def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _GREGORIAN_YEARS else None
    except ValueError:
        return None


def _hijri_gap(day: date, year: int, month: int, number: int) -> int | None:
    """Return the distance in days between a Hijri date and `day`, or None if the tables do not cover it."""
    from hijridate import Hijri

    try:
        other = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return abs((date(other.year, other.month, other.day) - day).days)


def has_month(text: str) -> bool:
    """Return whether a text names a month."""
    keys = [fold(word) for word in _WORD.findall(text)]
    return any(_month_at(keys, at) is not None for at in range(len(keys)))


def has_day(text: str) -> bool:
    """Return whether a text states a Gregorian date, in words or in figures."""
    return read_date(text).gregorian != ""


def read_date(text: str) -> Dated:
    """Return the date stated in a short text such as a dateline, with empty fields where there is none."""
    keys = [fold(word) if not word.isdecimal() else str(int(word)).zfill(len(word)) for word in _WORD.findall(text)]
    spelt = _spelt(keys)
    gregorian = next((d for c, y, m, n in spelt if c == "g" and (d := _gregorian(y, m, n)) is not None), None)
    numeric = _NUMERIC.search(text)
    if gregorian is None and numeric is not None:
        gregorian = _gregorian(int(numeric[3]), int(numeric[2]), int(numeric[1]))
    iso = _ISO.search(text)
    if gregorian is None and iso is not None:
        gregorian = _gregorian(int(iso[1]), int(iso[2]), int(iso[3]))
    hijri = next(((y, m, n) for c, y, m, n in spelt if c == "h"), None)
    if hijri is not None and not hijri[0] and gregorian is not None:
        hijri = _hijri_year(gregorian, *hijri)
    return Dated(
        gregorian.isoformat() if gregorian is not None else "",
        "{:04}-{:02}-{:02}".format(*hijri) if hijri is not None and hijri[0] in _HIJRI_YEARS else "",
        _check(gregorian, hijri, keys),
    )


def _hijri_year(day: date, year: int, month: int, number: int) -> tuple[int, int, int]:
    from hijridate import Gregorian

    try:
        year = Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return year, month, number
    return year, month, number


def _check(day: date | None, hijri: tuple[int, int, int] | None, keys: Sequence[str]) -> str:
    """Return "agree", what conflicts with the Gregorian date ("weekday", "hijri"), or "" with nothing to compare."""
    if day is None:
        return ""
    weekday = next((key for key in keys if key.removeprefix("ال") in {w.removeprefix("ال") for w in _WEEKDAYS}), None)
    gap = _hijri_gap(day, *hijri) if hijri is not None and hijri[0] in _HIJRI_YEARS else None
    if gap is not None and gap > 1:
        return "hijri"
    if weekday is not None and _WEEKDAYS[day.weekday()].removeprefix("ال") != weekday.removeprefix("ال"):
        return "weekday"
    return "agree" if gap is not None or weekday is not None else ""
