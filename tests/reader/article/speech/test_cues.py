"""What introduces reported speech in a sentence: verbs, participles, sources and nouns, told from their homographs."""

import pytest

from reader.article.speech.cues import Cues, cues_in
from tests.reader.article.phrases import sentence

Found = list[tuple[str, str, str]]


def cues(text: str) -> Found:
    """Return word, form and class of each cue."""
    read = sentence(text)
    return [(read.words[found.at].letters, found.form, found.cue.kind) for found in cues_in(read)]


def verb(word: str, kind: str = "assert") -> Found:
    return [(word, "verb", kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير إن العمل مستمر", verb("قال", "say")), ("وأَضافَ أن العمل مستمر", verb("وأَضافَ")), ("أضاف الملح والماء", []),
        ("أضاف الوزير بندا", verb("أضاف")), ("أشار الوزير إلى الخطة", verb("أشار")), ("أشار بيده", []), ("تابع الوزير المباراة", []),
        ("تابع الوزير: العمل مستمر", verb("تابع")), ("زاد الوزير «نحن نبني السد معا»", verb("زاد")), ("«نحن نبني السد معا» تابع الوزير", verb("تابع")),
        ("قال إن قال الوزير", [("قال", "verb", "say"), ("قال", "verb", "say")]),
        ("قال: «نحن قال الوزير نعم» ثم أضاف أن", [("قال", "verb", "say"), ("أضاف", "verb", "assert")]),
        ("علق " + "ثم " * 10 + "على السؤال", verb("علق", "reply")), ("علق " + "ثم " * 11 + "على السؤال", []),
        ("تابع " + "ثم " * 20 + "أن العمل مستمر", verb("تابع")), ("تابع " + "ثم " * 21 + "أن العمل مستمر", []), ("لم يؤكد الوزير الخبر", []),
        ("لم يستبعد الوزير الخبر", verb("يستبعد", "reply")), ("جدد الوزير التأكيد على العمل", verb("جدد")), ("أقر خالد العبادي بالخطأ", verb("أقر")),
        ("أقر المجلس القانون", []), ("رحب الوزير بالقرار", verb("رحب", "express")), ("عُرض الفيلم", []), ("عرض الوزير الخطة", verb("عرض", "topic")),
        ("حذّر الوزير من الفيضان", verb("حذّر", "warn")), ("وكشف الوزير عن الخطة", verb("وكشف")), ("نقلت رويترز عن مسؤول نعم", verb("نقلت", "relay")),
        ("بين مدينتي الزرقاء والمفرق", []), ("وبين أن العمل مستمر", verb("وبين")), ("وعبر الوزير عن أسفه", verb("وعبر", "express")), ("عبر الميناء", []),
        ("وأبرز الوزير أهمية الماء", verb("وأبرز")), ("من أبرز المشاريع السد", []), ("طالب الوزير بخفض الأسعار", verb("طالب", "demand")),
        ("حضر طالب الوزير", []), ("حضر الوزير كما طالب بخفض الأسعار", verb("طالب", "demand")), ("في بحث عن الماء", []), ("ردا على السؤال", []),
        ("قال محمد واعد إن", verb("قال", "say")), ("", []), ("😀", []),
    ],
)  # fmt: skip
def test_verbs_report_where_what_they_need_follows(text: str, expected: Found) -> None:
    assert cues(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غادر، مؤكدا أن العمل مستمر", [("مؤكدا", "participle", "assert")]), ("غادر مؤكدا أن العمل مستمر", [("مؤكدا", "participle", "assert")]),
        ("غادر، مكملا ثم ثم ثم أن العمل مستمر", [("مكملا", "participle", "assert")]), ("غادر، مكملا ثم ثم ثم ثم أن العمل مستمر", []), ("غادر مشيرا بيده", []),
        ("غادر، داعيا إلى الحوار", [("داعيا", "participle", "demand")]), ("غادر ومحذرا من الفيضان", [("ومحذرا", "participle", "warn")]),
        ("عقدت الوزيرة لقاء مؤكدة أهمية الماء", []), ("غادرت الوزيرة، مؤكدة أهمية الماء", [("مؤكدة", "participle", "assert")]),
        ("غادر متحدثا باسم الحكومة", []), ("ألقى كلمة جاء فيها أن العمل مستمر", [("فيها", "participle", "say")]), ("وصل كتاب جاء فيه أن العمل مستمر", []),
    ],
)  # fmt: skip
def test_participles_are_set_off_or_followed_by_speech(text: str, expected: Found) -> None:
    assert cues(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بحسب الوزير العمل مستمر", [("بحسب", "source", "assert")]), ("وفقا لوزارة الصحة العمل مستمر", [("وفقا", "source", "assert")]), ("الحسب والنسب", []),
        ("في رأي الوزير العمل مستمر", [("رأي", "source", "assert")]), ("في رأيه العمل مستمر", [("رأيه", "source", "assert")]),
        ("على حد تعبيرها العمل مستمر", [("تعبيرها", "source", "assert")]), ("في حديث للجزيرة العمل مستمر", []), ("حديث الوزير طويل", []),
        ("نقلت عنه قوله إن العمل مستمر", [("نقلت", "verb", "relay"), ("قوله", "noun", "assert")]),
        ("جاء في بيان للوزارة أن العمل مستمر", [("في", "source", "assert")]), ("جاء في الصباح أن", []), ("جاء في", []),
        ("«نحن نبني السد معا» بهذه الكلمات بدأ الوزير", [("بدأ", "verb", "say")]), ("بهذه الكلمات بدأ الوزير", []),
    ],
)  # fmt: skip
def test_other_words_that_name_a_source(text: str, expected: Found) -> None:
    assert cues(text) == expected


def test_each_sentence_is_searched_once() -> None:
    cues_of, read = Cues(), sentence("قال الوزير نعم")
    assert cues_of.of(read) is cues_of.of(read)
    assert [found.at for found in cues_of.of(read)] == [0]
