"""Datelines: agency, city, author and day of a line of its own or of a paragraph's beginning."""

import pytest

from reader.article.layout.datelines import Dateline, bare_written, is_agency, opening, read_line


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("قنا", True), ("(قَنَا)", True), ("أ ش أ", True), ("الشرق الأوسط", True), ("الدوحة", False), ("قنا الدوحة", False), ("", False),
    ],
)  # fmt: skip
def test_agencies_are_known_by_their_names(text: str, agency: bool) -> None:
    assert is_agency(text) == agency


@pytest.mark.parametrize(("text", "bare"), [("(قنا)", "قنا"), ("/ «وام» -", "وام"), ("\u00a0بترا–", "بترا"), ("", "")])
def test_a_name_is_written_without_the_marks_around_it(text: str, bare: str) -> None:
    assert bare_written(text) == bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قنا", Dateline("قنا")), ("(بترا)", Dateline("بترا")), ("كتب: سالم العبادي", Dateline(author="سالم العبادي")),
        ("بقلم منى البكري", Dateline(author="منى البكري")), ("كتبت منى البكري وسالم العبادي", Dateline(author="منى البكري وسالم العبادي")),
        ("إعداد: قسم الأخبار", None), ("من: وزير المياه", None), ("الدوحة - قنا", Dateline("قنا", "الدوحة")),
        ("الرياض: «الشرق الأوسط»", Dateline("الشرق الأوسط", "الرياض")), ("وام/سالم العبادي", Dateline("وام", "", "سالم العبادي")),
        ("عمان - بترا - منى البكري", Dateline("بترا", "عمان", "منى البكري")), ("عمان ـ منى البكري", Dateline("", "عمان", "منى البكري")),
        ("منى البكري", Dateline(author="منى البكري")), ("منى", None), ("منى خالد سالم محمد أحمد فهد", Dateline(author="منى خالد سالم محمد أحمد فهد")),
        ("منى خالد سالم محمد أحمد فهد ناصر", None), ("غزة - وفا - نوسا تينجارا", Dateline("وفا", "غزة", "نوسا تينجارا")),
        ("الحفرة - وفا", Dateline("وفا", "الحفرة")), ("الخميس 14 أكتوبر 2021", Dateline(day="الخميس 14 أكتوبر 2021")),
        ("الدوحة 14 أكتوبر 2021", Dateline(city="الدوحة", day="الدوحة 14 أكتوبر 2021")),
        ("الدوحة في 14/10/2021 قنا", Dateline("قنا", "الدوحة", "", "الدوحة في 14/10/2021 قنا")),
        ("الكرك، 14 أكتوبر 2021 - بترا", Dateline("بترا", "الكرك", "", "الكرك، 14 أكتوبر 2021 - بترا")),
        ("عدد الخميس 14 أكتوبر 2021", Dateline(day="عدد الخميس 14 أكتوبر 2021")),
        ("الدوحة في 14 أكتوبر /قنا/", Dateline("قنا", "الدوحة", "", "الدوحة في 14 أكتوبر")), ("الدوحة", None), ("مؤتمر المياه يختتم أعماله", None),
        ("الدوحة - قنا.", None), ("هل عاد المطر؟", None), ("الدوحة - قنا - عمان - بترا - الكويت - كونا", None),
    ],
)  # fmt: skip
def test_a_line_is_a_dateline_where_all_of_it_is_known(text: str, expected: Dateline | None) -> None:
    assert read_line(text) == expected


def test_a_line_of_more_than_ninety_characters_is_none() -> None:
    one, other = "عبدالرحمن عبدالعزيز عبدالكريم عبدالقادر سالم", "عبداللطيف عبدالعزيز عبدالكريم عبدالملك أحمد"
    longest = f"{one} - {other}"
    assert len(longest) == 90
    assert read_line(longest) == Dateline(author=f"{one}، {other}")
    assert read_line(f"{one} -  {other}") is None


@pytest.mark.parametrize(
    ("text", "expected", "rest"),
    [
        (
            "القاهرة في 14 أكتوبر /أ ش أ/ قال الوزير",
            Dateline("أ ش أ", "القاهرة", "", "القاهرة في 14 أكتوبر"),
            "قال الوزير",
        ),
        ("الدوحة (قنا) - قال الوزير", Dateline("قنا", "الدوحة"), "قال الوزير"), ("الدوحة، (قنا): قال الوزير", Dateline("قنا", "الدوحة"), "قال الوزير"),
        ("عمان - بترا - قال الوزير", Dateline("بترا", "عمان"), "قال الوزير"),
        ("عَمّان 3/3/2024 (بترا) قال", Dateline("بترا", "عَمّان", "", "عَمّان 3/3/2024"), "قال"),
        ("الكرك - عمان (بترا) قال", Dateline("بترا", "الكرك"), "قال"),
    ],
)  # fmt: skip
def test_a_dateline_opens_a_paragraph(text: str, expected: Dateline, rest: str) -> None:
    found = opening(text)
    assert found is not None
    assert found._replace(end=0) == expected
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير (سالم) إن", "الدوحة قنا قال الوزير", "عمان - سالم - قال", "اجتمع الوزير. ثم (قنا) قال", "(قنا) قال", "",
    ],
)  # fmt: skip
def test_other_paragraphs_open_without_one(text: str) -> None:
    assert opening(text) is None
