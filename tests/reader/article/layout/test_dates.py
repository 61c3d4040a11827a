"""Dates of datelines in both calendars, and whether weekday and Hijri date agree with the Gregorian one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.layout.dates import Dated, has_day, has_month, read_date

WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الثلاثاء 20 ربيع الأول 1443هـ الموافق 26 أكتوبر 2021م", Dated("2021-10-26", "1443-03-20", "agree")),
        ("26 أكتوبر 2021 الموافق 19 ربيع الأول 1443", Dated("2021-10-26", "1443-03-19", "agree")),
        ("26 أكتوبر 2021 الموافق 18 ربيع الأول 1443", Dated("2021-10-26", "1443-03-18", "hijri")),
        ("الأربعاء 26 أكتوبر 2021", Dated("2021-10-26", "", "weekday")), ("ثلاثاء 26 أكتوبر 2021", Dated("2021-10-26", "", "agree")),
        ("الأربعاء 20 ربيع الأول 1443 / 26 أكتوبر 2021", Dated("2021-10-26", "1443-03-20", "weekday")),
        ("الأحد 3 آذار/مارس 2024", Dated("2024-03-03", "", "agree")), ("الأحد 3 جانفي 2021", Dated("2021-01-03", "", "agree")),
        ("٢٦ أُكْتُوبَر ٢٠٢١", Dated("2021-10-26", "", "")), ("20 ربيع الأول / 26 أكتوبر 2021", Dated("2021-10-26", "1443-03-20", "agree")),
        ("20 ربيع الأول 1443", Dated("", "1443-03-20", "")), ("26/10/2021", Dated("2021-10-26", "", "")), ("3 . 1 . 2021", Dated("2021-01-03", "", "")),
        ("٢٦-١٠-٢٠٢١", Dated("2021-10-26", "", "")), ("2021-10-26", Dated("2021-10-26", "", "")), ("😀 29 شباط 2024", Dated("2024-02-29", "", "")),
        ("29 شباط 2023", Dated()), ("31/02/2023", Dated()), ("2023-02-30", Dated()), ("32 مارس 2024", Dated()), ("0 مارس 2024", Dated()), ("3 مارس", Dated()),
        ("مارس 2024", Dated()), ("3 مارس 24", Dated()), ("3 مارس 1799", Dated()), ("3 مارس 1800", Dated("1800-03-03", "", "")),
        ("3 مارس 2199", Dated("2199-03-03", "", "")), ("3 مارس 2200", Dated()), ("20 رجب 1342", Dated()), ("20 رجب 1343", Dated("", "1343-07-20", "")),
        ("20 رجب 1501", Dated()), ("الثلاثاء", Dated()), ("", Dated()),
    ],
)  # fmt: skip
def test_dates_are_read_and_compared(text: str, expected: Dated) -> None:
    assert read_date(text) == expected


def test_outside_the_hijri_tables_a_date_without_a_year_stays_unread() -> None:
    assert read_date("20 رجب / 3 مارس 1850") == Dated("1850-03-03", "", "")


def test_a_hijri_day_that_no_month_has_is_not_compared() -> None:
    assert read_date("31 محرم 1443 / 26 أكتوبر 2021").check == ""


def test_the_first_valid_date_in_words_is_taken() -> None:
    assert read_date("30 فبراير 2024 أو 1 مارس 2024").gregorian == "2024-03-01"
    assert read_date("3 مارس 2024 و4 مارس 2024").gregorian == "2024-03-03"


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)), st.integers(1, 6))
def test_every_day_is_read_and_only_its_own_weekday_agrees(day: date, shift: int) -> None:
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert read_date(f"{WEEKDAYS[day.weekday()]} {written}") == Dated(day.isoformat(), "", "agree")
    assert read_date(f"{WEEKDAYS[(day.weekday() + shift) % 7]} {written}").check == "weekday"
    assert read_date(f"{day.day}/{day.month}/{day.year}").gregorian == day.isoformat()


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("الدوحة في 14 أكتوبر 2021", True, True), ("الدوحة في أكتوبر", True, False), ("كانون الثاني", True, False), ("كانون", False, False),
        ("14/10/2021", False, True), ("20 رجب 1443", True, False), ("الدوحة", False, False), ("", False, False),
    ],
)  # fmt: skip
def test_a_text_has_a_month_or_a_gregorian_day(text: str, month: bool, day: bool) -> None:
    assert (has_month(text), has_day(text)) == (month, day)
