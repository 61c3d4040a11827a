"""Search: folded, in other spellings; folding keeps a map back."""

import os

import pytest
from hypothesis import given

import reader.text
from annotations.values.folding import fold
from reader.text.search import VARIANTS, find_all, find_hits
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
