"""Where a personal name ends, and which words may be part of one."""

import pytest

from reader.article.speakers.names import (
    LONGEST,
    is_given,
    is_particle,
    looks_like_name,
    may_be_family,
    may_be_name,
    name_end,
)
from tests.reader.article.phrases import read


def name_in(text: str, at: int = 0) -> str:
    """Return the words of the name that begins at a word of a text."""
    found = read(text)
    return " ".join(token.letters for token in found[at : name_end(found, at, len(found))])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("خالد العبادي إن", "خالد العبادي"), ("خالد، الذي", "خالد"), ("خالد\nالعبادي", "خالد"), ("خالد (العبادي)", "خالد"),
        ("محمد بن زايد آل نهيان أن", "محمد بن زايد آل نهيان"), ("مُحَمَّد بن", "مُحَمَّد"), ("بن خالد سالم", "بن خالد سالم"), ("لو خالد سالم", ""),
        ("عبد الكريم سالم عن", "عبد الكريم سالم"), ("عبد", ""), ("أورسولا فون دير لاين إن", "أورسولا فون دير لاين"),
        ("حسن فضل الله إن", "حسن فضل الله"), ("سعيد خطيب زاده إن", "سعيد خطيب زاده"), ("يوسف الثاني إن", "يوسف الثاني"),
        ("سعاد فلاح الخزيم إلى", "سعاد فلاح الخزيم"), ("نبيل العطيات، مدير", "نبيل العطيات"), ("منى فالكوفا إن", "منى فالكوفا"),
        ("سالم مخطوطا عربيا", "سالم"), ("منى علي الحربي أن", "منى علي الحربي"), ("منى علي أن", "منى"), ("منى علي، مديرة", "منى علي"),
        ("خالد مدير الشركة", "خالد"), ("خالد الوزير", "خالد"), ("خالد قال", "خالد"), ("رائد طالب العبادي", "رائد طالب العبادي"),
        ("منى كتابها", "منى"), ("نوسا تينجارا أن", "نوسا تينجارا"), ("فيينا إن", ""), ("وزير المياه", ""), ("بحصص الشعير", ""), ("إن خالد", ""),
        ("جمال النجار العبادي إن", "جمال النجار العبادي"),
        ("خالد آل", "خالد"), ("جون ماك إن", "جون ماك"),
    ],
)  # fmt: skip
def test_a_name_ends_where_something_else_begins(text: str, name: str) -> None:
    assert name_in(text) == name


def test_a_name_has_a_longest_length_and_stops_where_told() -> None:
    names = read("خالد سالم محمد أحمد فهد ناصر ماجد منصور سعد")
    assert name_end(names, 0, len(names)) == LONGEST
    assert name_end(names, 0, 2) == 2
    assert name_end(names, 2, 2) == 2
    assert name_end(names, len(names), len(names)) == len(names)


@pytest.mark.parametrize(
    ("written", "given", "particle"),
    [
        ("خالد", True, False), ("وخالد", False, False), ("لخالد", False, False), ("بن", False, True), ("وبن", False, False), ("شجرة", False, False),
    ],
)  # fmt: skip
def test_given_names_and_particles_stand_without_clitics(written: str, given: bool, particle: bool) -> None:
    (token,) = read(written)
    assert (is_given(token), is_particle(token)) == (given, particle)


@pytest.mark.parametrize(
    ("written", "looks"),
    [
        ("خالد", True), ("آل", True), ("إيمان", True), ("تينجارا", True), ("أنطوان", True), ("كتابها", False), ("بيته", False), ("فيليه", True),
        ("استقبال", False), ("تنمية", False), ("انطلاق", False), ("معالجة", False), ("123", False),
    ],
)  # fmt: skip
def test_verbal_nouns_and_owned_things_do_not_look_like_names(written: str, looks: bool) -> None:
    assert looks_like_name(read(written)[0]) == looks


@pytest.mark.parametrize(
    ("written", "indefinite", "definite"),
    [
        ("خالد", True, False), ("تينجارا", True, False), ("بأنطاكية", False, False), ("الحربي", False, True), ("السنيورة", False, True),
        ("الخطيب", False, True), ("والحربي", False, False), ("وزير", False, False), ("الوزير", False, False), ("قال", False, False),
        ("العطيات", False, False), ("القطري", False, True), ("الطيب", True, True), ("م", False, False), ("G20", False, False), ("في", False, False),
    ],
)  # fmt: skip
def test_which_words_may_be_names(written: str, indefinite: bool, definite: bool) -> None:
    (token,) = read(written)
    assert (may_be_name(token), may_be_family(token)) == (indefinite, definite)
