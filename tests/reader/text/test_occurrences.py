"""All the same: which tokens are the word, surely or doubtfully, and which are another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.folding import fold
from reader.text.occurrences import ENDINGS, EXACT, PRONOUNS, WORD, headword, occurrences, written_forms

SURE = {
    "فيروس": "الفيروس بالفيروس فيروسًا وفيروس فيروس فَيروس",
    "إرهاب": "وللإرهاب", "الإرهاب": "ارهاب الارهاب بالإرهاب", "لجنة": "للجنة اللجنة", "اللجنة": "للجنة لجنة", "الله": "لله والله بالله ولله", "ألمانيا": "بألمانيا لألمانيا",
    "قال": "وقال فقال", "قرار": "قرارا قرارًا", "مسؤول": "مسئول", "يقول": "وسيقول سيقول", "تصريح": "ﺗﺼﺮﻳﺢ تصـــريح", "كوفيد-19": "كوفيد-19",
    "أمن": "الأمن والأمن للأمن بالأمن", "لجنة وطنية": "",
}  # fmt: skip
DOUBTFUL = {
    "عدة": "بعده", "أن": "كان", "جنة": "لجنة", "حدة": "وحدة", "سائل": "وسائل", "عيد": "بعيد", "حر": "بحر", "روسي": "روسيا",
    "على": "علي", "كتابة": "كتابه", "ريق": "فريق", "رد": "ورد",
}  # fmt: skip
ANOTHER = {
    "له": "الله", "مانيا": "ألمانيا", "لام": "سلام", "فط": "نفط", "تطرف": "متطرف", "دولة": "دولية", "فيروس": "فيروسات", "إرهاب": "إرهابيين", "قطر": "القطري",
    "عَلم": "عِلم",
}  # fmt: skip


def _pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(word, token) for word, tokens in table.items() for token in tokens.split()]


@pytest.mark.parametrize(("word", "token"), _pairs(SURE))
def test_surely_the_word(word: str, token: str) -> None:
    found = occurrences(f"هذا {token} هنا", word)
    assert [one.span.cut(f"هذا {token} هنا") for one in found] == [token]
    assert found[0].doubt == ""


@pytest.mark.parametrize(("word", "token"), _pairs(DOUBTFUL))
def test_perhaps_another_word(word: str, token: str) -> None:
    found = occurrences(f"هذا {token} هنا", word)
    assert [(one.form, bool(one.doubt)) for one in found] == [(token, True)]


@pytest.mark.parametrize(("word", "token"), _pairs(ANOTHER))
def test_another_word(word: str, token: str) -> None:
    assert occurrences(f"هذا {token} هنا", word) == []


def test_of_a_phrase_the_first_word_takes_the_clitics_and_the_article_stands_in_all_or_none() -> None:
    text = "لجنة وطنية، واللجنة الوطنية، باللجنة الوطنية، اللجنة وطنية، وزير الدفاع ووزير الدفاع"
    assert [one.form for one in occurrences(text, "لجنة وطنية")] == ["لجنة وطنية", "واللجنة الوطنية", "باللجنة الوطنية"]
    assert [one.form for one in occurrences(text, "وزير الدفاع")] == ["وزير الدفاع", "ووزير الدفاع"]


def test_a_clitic_before_a_quotation_leaves_the_word_whole() -> None:
    assert [one.form for one in occurrences("بـ«فيروس» وبـ/التشفير/", "فيروس")] == ["فيروس"]
    assert [one.form for one in occurrences("بـ«فيروس» وبـ/التشفير/", "تشفير")] == ["التشفير"]


def test_levels() -> None:
    text = "قرار القرار قراره قرارات قرارٌ"
    assert [one.form for one in occurrences(text, "قرار", EXACT)] == ["قرار"]
    assert [one.form for one in occurrences(text, "قرار", WORD)] == ["قرار", "قرار"]
    assert [one.form for one in occurrences(text, "قرار", PRONOUNS)] == ["قرار", "القرار", "قراره", "قرار"]
    assert [one.form for one in occurrences(text, "قرار", ENDINGS)] == ["قرار", "القرار", "قراره", "قرارات", "قرار"]


@pytest.mark.parametrize(
    ("word", "pronouns", "endings", "neither"),
    [
        ("وزارة", "وزارته ووزارتهم وزارتنا", "والوزارات وزاراتهم", "وزارت وزير"), ("مستوى", "مستواه بمستواها", "مستويات", "مستوا"),
        ("أبناء", "أبناؤه وأبنائهم أبناءه", "", "ابن"), ("وزير", "وزيرهم لوزيرنا", "الوزيران وزيرين", "وزيرة"),
        ("رئاسة", "رئاستها", "رئاسات", "رئيس رئاستا"),
    ],
)  # fmt: skip
def test_what_a_word_becomes_before_pronouns_and_endings(word: str, pronouns: str, endings: str, neither: str) -> None:
    text = f"{pronouns} {endings} {neither}"
    for level, forms in ((PRONOUNS, pronouns.split()), (ENDINGS, [*pronouns.split(), *endings.split()])):
        found = occurrences(text, word, level)
        assert [one.form for one in found] == forms
        assert not any(one.doubt for one in found)
        beginnings = written_forms(word, level)
        assert all(any(fold(form).text.startswith(start) for start in beginnings) for form in forms)


def test_an_adjective_is_not_surely_a_pronoun() -> None:
    assert [(one.form, one.doubt) for one in occurrences("قطري وكتابي", "قطر", PRONOUNS)] == [("قطري", "adjective")]


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("بالأمن", "الأمن"), ("والأمن", "الأمن"), ("الأمن", "الأمن"), ("وللإرهاب", "الإرهاب"), ("للجنة", "لجنة"), ("للدولة", "الدولة"), ("وزيارة", "زيارة"),
        ("وزير", "وزير"), ("وكالة", "وكالة"), ("أمن", "أمن"), ("فيروس", "فيروس"), ("وقائع", "وقائع"), ("فالجلسة", "الجلسة"),
    ],
)  # fmt: skip
def test_what_one_means_who_points_at_a_word(word: str, head: str) -> None:
    assert headword(word, fold(f"{word} في نص فيه زيارة وزير ووكالة وقائع واللجنة، اللجنة")) == head


@given(st.sampled_from(sorted(SURE)), st.sampled_from(("", "و", "ف")), st.text("اأبتلمنهوي ًَ.،", max_size=20))
def test_a_place_is_whole_and_the_index_would_find_it(word: str, before: str, around: str) -> None:
    text = f"{around} {before}{word} {around}"
    found = occurrences(text, word)
    assert any(one.span.cut(text) == f"{before}{word}" for one in found)
    forms = {fold(form).text for form in written_forms(word)}
    for one in found:
        assert not text[max(0, one.span.start - 1) : one.span.start].isalnum()
        assert fold(one.form).text in forms
