"""Keys of names, roles and heads of noun phrases: what is the same in spite of spelling, gender and number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.words.matching_keys import head_key, name_keys, role_keys, same_name
from tests.reader.article.phrases import read


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("مشاركون", "مشارك"), ("مشاركين", "مشارك"), ("مسوولان", "مسوول"), ("مراسلا", "مراسل"), ("وزير", "وزير"),
        ("دين", "دين"), ("مدان", "مدان"), ("قانون", "قانون"), ("", ""),
    ],
)  # fmt: skip
def test_the_head_of_a_phrase_is_compared_without_its_ending(stem: str, key: str) -> None:
    assert head_key(stem) == key


def names(text: str) -> tuple[str, ...]:
    found = read(text)
    return name_keys(found, 0, len(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الله الحربي", "عبدالله الحربي"), ("أبو بكر سالم", "أبوبكر سالم"), ("محمد بن زايد", "مُحمّد زايد"), ("غريغوري غوتيريش", "جريجوري جوتيريش"),
        ("قابوس سالم", "جابوس سالم"), ("محمد آل مكتوم", "محمد مكتوم"), ("وخالد سالم", "خالد سالم"),
    ],
)  # fmt: skip
def test_spellings_of_a_name_have_the_same_keys(one: str, other: str) -> None:
    assert names(one) == names(other)


def test_a_name_keeps_what_tells_it_apart() -> None:
    assert names("عبد الله سالم") == ("عبدالله", "سالم")
    assert names("بن") == ("بن",)
    found = read("قال خالد سالم أمس")
    assert name_keys(found, 1, 3) == ("خالد", "سالم")
    assert name_keys(found, 1, 1) == ()


def roles(text: str) -> tuple[str, ...]:
    found = read(text)
    return role_keys(found, 0, len(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزيرة الصحة", "وزير الصحة"), ("رئيس الحكومة", "رئيس الوزراء"), ("رئيس الجمهورية", "الرئيس"), ("السفير الأميركي", "السفيرة الأميركية"),
        ("عضو الكونغرس", "عضو الكونجرس"), ("مدير بالوزارة", "مدير الوزارة"),
    ],
)  # fmt: skip
def test_wordings_of_a_role_have_the_same_keys(one: str, other: str) -> None:
    assert roles(one) == roles(other)


def test_other_roles_have_other_keys() -> None:
    assert roles("وزير الحكومة") != roles("وزير الوزراء")
    assert roles("دولة القانون") == ("دول", "جانون")
    assert len(roles("نائب رئيس مجلس النواب")) == 4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("رائد السعود", "رائد السعود", True), ("رائد السعود", "السعود", True), ("رائد خالد السعود", "رائد السعود", True),
        ("رائد خالد السعود", "رائد خالد", True), ("رائد خالد السعود", "خالد السعود", True), ("رائد خالد سالم السعود", "رائد سالم", False),
        ("رائد السعود", "سالم السعود", False), ("رائد السعود", "السعود رائد", False),
    ],
)  # fmt: skip
def test_the_shorter_name_shares_an_end_with_the_longer(one: str, other: str, same: bool) -> None:
    assert same_name(names(one), names(other)) == same
    assert same_name(names(other), names(one)) == same


@given(st.lists(st.sampled_from("ابجد"), min_size=1, max_size=4).map(tuple))
def test_every_name_is_its_own_and_its_last_words(keys: tuple[str, ...]) -> None:
    assert all(same_name(keys, keys[start:]) for start in range(len(keys)))
