"""Where the description of a role ends, before a name and after one, and what it may govern."""

import pytest

from reader.article.speakers.roles import (
    LONGEST,
    begins_role,
    ends_phrase,
    governs,
    is_institution,
    quoted_end,
    role_after_name,
    role_before_name,
)
from tests.reader.article.phrases import read, sentence


@pytest.mark.parametrize(
    ("written", "role", "institution"),
    [
        ("وزير", True, True), ("الوزيرة", True, True), ("بوزير", False, True), ("الطالب", True, False), ("محاضر", False, False), ("المحاضر", True, False),
        ("وزارة", False, True), ("الدوحة", False, True), ("وزراء", False, True), ("شجرة", False, False),
    ],
)  # fmt: skip
def test_heads_of_roles_and_what_they_govern(written: str, role: bool, institution: bool) -> None:
    (token,) = read(written)
    assert (begins_role(token), is_institution(token)) == (role, institution)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("وزير المياه رائد السعود", "وزير المياه"), ("الوزير رائد", "الوزير"),
        ("وزير الدولة لشؤون الأمن في إيطاليا ماركو", "وزير الدولة لشؤون الأمن في إيطاليا"), ("وزير الدولة ووزير الأمن سالم", "وزير الدولة ووزير الأمن"),
        ("الملك والرئيس سالم", "الملك"), ("وزير المياه، رائد", "وزير المياه"), ("وزير المياه إن", "وزير المياه"), ("وزير المياه قال", "وزير المياه"),
        ("المتحدث باسم الحكومة سالم", "المتحدث باسم الحكومة"), ("عضو لجنة «حماة النهر» سالم", "عضو لجنة «حماة النهر"),
        ("رئيس منظمة «أطباء السواحل» منى", "رئيس منظمة «أطباء السواحل"), ("رئيس جهة درعة-تافيلالت سالم", "رئيس جهة درعة-تافيلالت"),
        ("مدير شركة تويوتا سالم العبادي", "مدير شركة تويوتا"), ("والي تبسة سالم", "والي تبسة"), ("قائد الفريق سالم", "قائد الفريق"),
        ("قائد اللواء السابع سالم", "قائد اللواء السابع"), ("المسؤولة الأممية أعضاء المجلس", "المسؤولة الأممية"), ("رئيس من الناس", "رئيس"),
        ("ممثل عن وزارة المياه سالم", "ممثل عن وزارة المياه"), ("مدير عن وزارة المياه", "مدير"), ("رَئيسُ الوُزَراءِ مُحَمَّد", "رَئيسُ الوُزَراءِ"),
        ("الوزير", "الوزير"),
    ],
)  # fmt: skip
def test_a_role_before_a_name_ends_at_the_name(text: str, role: str) -> None:
    found = read(text)
    end = role_before_name(found, 0, len(found))
    assert text[: found[end - 1].end] == role


def test_a_second_definite_person_is_joined_only_on_demand() -> None:
    found = read("الشاعرة والمترجمة هالة")
    assert role_before_name(found, 0, len(found)) == 1
    assert role_before_name(found, 0, len(found), joined=True) == 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("مديرة المستشفى، إن", "مديرة المستشفى"), ("مديرة المستشفى إن", "مديرة المستشفى"),
        ("مديرة قسم القلب في مستشفى الزرقاء أكدت", "مديرة قسم القلب في مستشفى الزرقاء"), ("مديرة المستشفى عن خطتها", "مديرة المستشفى"),
        ("مديرة المستشفى وبعض العاملين", "مديرة المستشفى"), ("وزير الدولة ووزير الأمن إن", "وزير الدولة ووزير الأمن"), ("الرئيس والوزير", "الرئيس"),
        ("سفير قطر المقاعد", "سفير قطر"), ("سفير قطر السابق إن", "سفير قطر السابق"), ("سفير", "سفير"),
    ],
)  # fmt: skip
def test_a_role_after_a_name_ends_at_a_verb_or_comma(text: str, role: str) -> None:
    found = read(text)
    end = role_after_name(found, 0, len(found))
    assert text[: found[end - 1].end] == role


def test_roles_have_a_longest_length_and_stop_where_told() -> None:
    found = read("وزير " + "الدولة " * 30)
    assert role_before_name(found, 0, len(found)) == role_after_name(found, 0, len(found)) == LONGEST
    assert role_before_name(found, 0, 5) == role_after_name(found, 0, 5) == 5


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("الوزير أن", True), ("الوزير السيد", True), ("الوزير قال", True), ("الوزير (سالم", True), ("الوزير قوله", True), ("الوزير الأول", False),
        ("قائد اللواء السابع", False), ("قائد اللواء سالم", True), ("شركة بحث", True), ("مركز البحث", False), ("قائد حمد", False),
    ],
)  # fmt: skip
def test_what_ends_a_noun_phrase(text: str, ends: bool) -> None:
    assert ends_phrase(read(text), 1) == ends


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("لإصلاح القطاع", True), ("لإصلاح، القطاع", False), ("لإصلاح قطاع", False), ("إصلاح القطاع", False), ("لإصلاح", False), ("لبن الناقة", False),
    ],
)  # fmt: skip
def test_a_noun_with_li_governs_a_definite_one(text: str, holds: bool) -> None:
    found = read(text)
    assert governs(found, 0, len(found)) == holds


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("منظمة «أطباء السواحل» غادرت", 3), ('منظمة "أطباء السواحل" غادرت', 3), ("المنظمة «أطباء السواحل» غادرت", 1), ("منظمة أطباء السواحل", 1),
        ("منظمة «أطباء السواحل", 1), ("منظمة «ا ب ت ث ج» غادرت", 6), ("منظمة «ا ب ت ث ج ح» غادرت", 1), ("منظمة", 1),
    ],
)  # fmt: skip
def test_a_quoted_name_is_short_and_follows_an_indefinite_noun(text: str, end: int) -> None:
    found = sentence(text).words
    assert quoted_end(found, 1, len(found)) == end
