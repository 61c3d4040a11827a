"""Unnamed sources, groups and organisations: where each begins and ends, and what is none of them."""

import pytest

from reader.article.speakers.nouns import group_at, organisation_at, unnamed_at
from tests.reader.article.phrases import read, written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("مصدر أمني رفيع إن", "مصدر أمني رفيع"), ("مصادر مطلعة، إن", "مصادر مطلعة"), ("المصدر إن", "المصدر"), ("ثلاثة مصادر أمنية إن", "مصادر أمنية"),
        ("أحد السكان", None), ("مسؤول في إدارة الميناء إن", "مسؤول في إدارة الميناء"), ("مصدر بالوزارة إن", "مصدر بالوزارة"),
        ("شاهد عيان إن", "شاهد عيان"), ("مصدر جيبوتي إن", "مصدر جيبوتي"), ("مسؤول لدى هيرتس جاليفي إن", "مسؤول لدى هيرتس جاليفي"),
        ("وسائل إعلام محلية إن", "وسائل إعلام محلية"), ("وسائل النقل", None), ("مسؤول المستودع", None), ("المسؤول إن", None), ("بمصدر أمني", None),
        ("مصدر في طريق", "مصدر"), ("مصدر قال", "مصدر"), ("مصدر لمسؤول كبير", "مصدر"), ("مصدر", "مصدر"), ("شجرة", None), ("مَصدَرٌ أَمنِيّ", "مَصدَرٌ أَمنِيّ"),
        ("مراسل الجزيرة إن", "مراسل الجزيرة"), ("مسؤول في وزارة تويوتا إن", "مسؤول في وزارة تويوتا"), ("مسؤول مطلع على سير المحادثات إن", "مسؤول مطلع على سير المحادثات"),
    ],
)  # fmt: skip
def test_unnamed_sources(text: str, name: str | None) -> None:
    found = read(text)
    source = unnamed_at(found, 0, len(found))
    assert (source and written(text, found, source.name)) == name
    assert source is None or (source.kind, source.form, source.start) == ("unnamed", "noun", 0)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("المشاركون إن", "group", "المشاركون"), ("خبراء اقتصاديون إن", "group", "خبراء اقتصاديون"), ("عدد من أهالي المنطقة إن", "group", "عدد من أهالي المنطقة"),
        ("أحد الفلاحين إن", "unnamed", "أحد الفلاحين"), ("إحدى طالبات الجامعة إن", "unnamed", "إحدى طالبات الجامعة"), ("مستخدمون إن", "group", "مستخدمون"),
        ("المراقبون الدوليون إن", "group", "المراقبون الدوليون"), ("المراقبون الحوار", "group", "المراقبون"), ("سكان في مدينة الزرقاء إن", "group", "سكان في مدينة الزرقاء"),
        ("بالمشاركين", "", ""), ("عدد من", "", ""), ("عدد من، السكان", "", ""), ("قانون جديد", "", ""), ("مليون", "", ""), ("المشارك", "", ""), ("شجرة", "", ""),
    ],
)  # fmt: skip
def test_groups_and_their_members(text: str, kind: str, name: str) -> None:
    found = read(text)
    source = group_at(found, 0, len(found))
    assert (source.kind if source else "", written(text, found, source.name) if source else "") == (kind, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وزارة الصحة سلامة المياه", "وزارة الصحة"), ("الوزارة إن", "الوزارة"), ("وزارة إن", None), ("وزارة الصحة والتعليم إن", "وزارة الصحة والتعليم"),
        ("المملكة العربية السعودية عن", "المملكة العربية السعودية"), ("دولة قطر عن", "دولة قطر"), ("واشنطن أن", "واشنطن"), ("لواشنطن", None),
        ("منظمة «أطباء السواحل» إن", "منظمة «أطباء السواحل"), ("منظمة «أطباء السواحل» غير الحكومية إن", "منظمة «أطباء السواحل» غير الحكومية"),
        ("شركة تويوتا إن", "شركة تويوتا"), ("مركز الأنهار في الدوحة إن", "مركز الأنهار في الدوحة"), ("الموقع إن", None), ("موقع الشركة إن", "موقع الشركة"),
        ("اللجنة العليا لإصلاح الطرق إن", "اللجنة العليا لإصلاح الطرق"), ("وزارة الصحة أهمية الماء", "وزارة الصحة"), ("وزارة الصحة بالأمر", "وزارة الصحة"),
        ("وزارة، الصحة", None), ("وزارة الصحة قالت", "وزارة الصحة"), ("بوزارة الصحة", None), ("شجرة الزيتون", None), ("وَزارَةُ الصِّحَّةِ", "وَزارَةُ الصِّحَّةِ"),
        ("الأمم المتحدة إن", "الأمم المتحدة"), ("الاتحاد الأوروبي إن", "الاتحاد الأوروبي"), ("لجنة وطنية وكبيرة", "لجنة وطنية"),
    ],
)  # fmt: skip
def test_organisations(text: str, name: str | None) -> None:
    found = read(text)
    source = organisation_at(found, 0, len(found))
    assert (source and written(text, found, source.name)) == name
    assert source is None or (source.kind, source.form, source.start, source.end) == ("org", "noun", *source.name)


def test_no_phrase_goes_beyond_the_stop() -> None:
    house, group, unnamed = read("وزارة الصحة العامة"), read("خبراء اقتصاديون دوليون"), read("مصدر أمني رفيع")
    for sources in (
        [f(found, 0, stop) for stop in (1, 2, 3)] for f, found in ((group_at, group), (unnamed_at, unnamed))
    ):
        assert [source and source.end for source in sources] == [1, 2, 3]
    assert [source and source.end for source in (organisation_at(house, 0, stop) for stop in (1, 2, 3))] == [None, 2, 3]
