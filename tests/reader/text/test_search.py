"""Search: folded, in other spellings; folding keeps a map back."""

import itertools
import os

import pytest
from hypothesis import given

import reader.text
from annotations.values.folding import fold
from reader.errors import BadPattern
from reader.text.occurrences import CLITICS, PRONOUNS, occurrences, written_forms
from reader.text.search import (
    EXACT,
    FOLDED,
    REGEX,
    SPELLINGS,
    VARIANTS,
    WAYS,
    every_place,
    find_all,
    find_hits,
    indexed_forms,
    spellings,
    variants,
)
from tests.strategies import PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("عن الإرهاب والارهاب", "ارهاب", ["إرهاب", "ارهاب"]), ("مُحَمَّد قال", "محمد", ["مُحَمَّد"]), ("مسؤول ومسئول", "مسئول", ["مسؤول", "مسئول"]),
        ("على وعلي", "علي", ["على", "علي"]), ("كتابة وكتابه", "كتابه", ["كتابة", "كتابه"]), ("٢٠٢١ و2021", "2021", ["٢٠٢١", "2021"]),
        ("تصـــريح", "تصريح", ["تصـــريح"]), ("ﺗﺼﺮﻳﺢ", "تصريح", ["ﺗﺼﺮﻳﺢ"]), ("قال «نعم»", '"نعم"', ["«نعم»"]), ("قال\u00a0 نعم", "قال نعم", ["قال\u00a0 نعم"]),
        ("عبدالله وعبد الله", "عبد الله", ["عبدالله", "عبد الله"]), ("أبوظبي وأبو ظبي", "أبوظبي", ["أبوظبي", "أبو ظبي"]), ("و قال ثم وقال", "وقال", ["و قال", "وقال"]),
        ("كوفيد-19 وكوفيد- 19 وكوفيد 19", "كوفيد -19", ["كوفيد-19", "كوفيد- 19", "كوفيد 19"]), ("لايوجد ولا يوجد", "لا يوجد", ["لايوجد", "لا يوجد"]),
        ("عَلَم وعِلم وعلم", "عِلم", ["عِلم", "علم"]), ("عَلَم وعِلم وعلم", "علم", ["عَلَم", "عِلم", "علم"]), ("مدرّسة ومدرسة", "مدرّسة", ["مدرّسة", "مدرسة"]),
        ("Max ROSE", "rose", ["ROSE"]), ("شيء", "xyz", []), ("شيء", "  ", []), ("کتاب گفت", "كتاب", ["کتاب"]),
    ],
)  # fmt: skip
def test_finding_as_arabic_is_spelt(text: str, query: str, found: list[str]) -> None:
    assert [span.cut(text) for span in find_all(text, query)] == found


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("أمريكا وأميركا والأمريكيون", "أميركا", ["أمريكا", "أميركا"]), ("بالأمريكي والأميركيين", "الأميركي", ["الأمريكي", "الأميركي"]),
        ("غوغل وجوجل وقوقل", "جوجل", ["غوغل", "جوجل", "قوقل"]), ("هونج كونغ، هونغ كونج", "هونغ كونغ", ["هونج كونغ", "هونغ كونج"]),
        ("مئة ومائة ومئات", "مائة", ["مئة", "مائة"]), ("أمير وأمريكا", "أمير", ["أمير"]), ("زيارة سوريا وسورية", "زيارة سورية", ["زيارة سوريا"]),
        ("عبدالله في أميركا", "عبد الله في أمريكا", ["عبدالله في أميركا"]),
    ],
)  # fmt: skip
def test_finding_in_other_spellings_too(text: str, query: str, found: list[str]) -> None:
    assert [hit.span.cut(text) for hit in find_hits(text, query, VARIANTS)] == found
    assert len(find_all(text, query)) < len(found) or found == ["أمير"]


def test_every_spelling_finds_the_others_of_its_word_and_is_of_one_word() -> None:
    with open(os.path.join(os.path.dirname(reader.text.__file__), "variants.txt"), encoding="utf-8") as file:
        rows = [line.split() for line in file if not line.startswith("#")]
    words = [fold(word).text for row in rows for word in row]
    assert len(words) == len(set(words))
    for row in rows:
        text = " ".join(f"و{word}" for word in row)
        for word in row:
            assert [hit.span.cut(text) for hit in find_hits(text, word, VARIANTS)] == row, word


@given(PARAGRAPHS)
def test_folding_keeps_a_map_back(text: str) -> None:
    folded = fold(text)
    offsets = [folded.offset(index) for index in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert all(folded.place(offset) <= index for index, offset in enumerate(offsets))
    for index, offset in enumerate(offsets[:-1]):
        assert folded.text[index] in fold(text[offset]).text or folded.text[index] in " ء"


@given(PARAGRAPHS)
def test_every_word_is_found_where_it_stands(text: str) -> None:
    for word in text.split():
        if any(c.isalnum() for c in fold(word).text):
            start = text.index(word)
            assert any(span.start < start + len(word) and start < span.end for span in find_all(text, word)), word


@pytest.mark.parametrize(
    ("way", "query", "found"),
    [
        (FOLDED, "مُحمد", ["مُحَمَّد", "محمد"]), (EXACT, "محمد", ["محمد"]), (EXACT, "مُحَ", ["مُحَ"]),
        (EXACT, "ُح", ["مُحَ"]),  # widened to whole letters
        (EXACT, "(3", ["(3"]), (EXACT, "Rose", []), (REGEX, r"\d+", ["3", "25"]), (REGEX, r"محمد$", ["محمد"]),
        (REGEX, r"م\w*", ["مُ", "مَّ", "محمد"]),
        (REGEX, "x*", []),  # what matches nothing is no match
        (REGEX, "😀", ["😀"]), (EXACT, " ", []),
    ],
)  # fmt: skip
def test_each_way_of_searching(way: str, query: str, found: list[str]) -> None:
    text = "مُحَمَّد (3) و25 rose 😀 محمد"
    hits = find_hits(text, query, way, fold(text))
    assert [hit.span.cut(text) for hit in hits] == found
    assert hits == find_hits(text, query, way)


@pytest.mark.parametrize("pattern", ["(", "[", "*", "\\"])
def test_a_pattern_that_is_none_is_refused_and_named(pattern: str) -> None:
    with pytest.raises(BadPattern, match=r"is not valid"):
        find_hits("نص", pattern, REGEX)
    assert find_hits("نص", pattern, EXACT) == []


def test_a_hit_says_whether_it_is_spelt_otherwise() -> None:
    text = "إرهاب وارهاب"
    assert [hit.otherwise for hit in find_hits(text, "ارهاب")] == [True, False]
    assert [hit.otherwise for hit in find_hits(text, "ارهاب", EXACT)] == [False]


@pytest.mark.parametrize("way", WAYS)
def test_hits_are_in_order_and_do_not_overlap(way: str) -> None:
    assert len(find_hits("قالقال", "قال", way)) == 2  # side by side
    text = "ههههه تشيلي وشيلي"
    for query in ("هه", "شيلي"):
        hits = [hit.span for hit in find_hits(text, query, way)]
        assert hits
        assert all(before.end <= after.start for before, after in itertools.pairwise(hits))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []), ("قال", ["قال"]), ("عبد الله", ["عبد الله", "عبدالله"]), ("عبدالله", ["عبدالله", "عبد الله"]),
        ("أبوظبي", ["ابوظبي", "ابو ظبي"]), ("لا يوجد", ["لا يوجد", "لايوجد"]),
    ],
)  # fmt: skip
def test_a_query_is_looked_for_however_it_is_spaced(query: str, expected: list[str]) -> None:
    assert spellings(query) == expected


def test_variants_keep_the_query_itself_and_everything_around_the_word() -> None:
    assert variants("قطر") == ["قطر"]
    first, *others = variants("في أَمريكا 2021")
    assert first == "في أَمريكا 2021"
    assert "في أميركا 2021" in others
    assert all(other.startswith("في ") and other.endswith(" 2021") for other in others)
    assert len(variants("أمريكا وجوجل")) > len(variants("أمريكا"))  # every pair of spellings


def test_at_the_level_of_spellings_the_variants_are_found_with_their_clitics() -> None:
    text = "أميركا وأمريكا بالأمريكي ولأميركا"
    found = every_place(text, "أمريكا", SPELLINGS)
    assert [one.span.cut(text) for one in found] == ["أميركا", "وأمريكا", "ولأميركا"]
    assert found == every_place(text, "أمريكا", SPELLINGS, fold(text))
    assert every_place(text, "أمريكا", CLITICS) == occurrences(text, "أمريكا", CLITICS)
    assert every_place(text, "قطر", SPELLINGS) == []


def test_the_index_is_asked_for_every_form_that_may_be_found() -> None:
    assert indexed_forms("قرار", PRONOUNS) == written_forms("قرار", PRONOUNS)
    forms = indexed_forms("أمريكا", SPELLINGS)
    assert len(forms) == len(set(forms))
    assert {"امريكا", "اميركا", "ولاميركا"} <= set(forms)
