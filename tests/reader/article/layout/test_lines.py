"""Single lines of a page: what is boilerplate, a date, foreign, a heading, and up to which length."""

import pytest

from reader.article.layout.lines import (
    bare,
    is_date,
    is_foreign,
    is_related_heading,
    may_be_heading,
    noise_kind,
    starts_with,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("***", "marks"), ("• • •", "marks"), ("😀", "marks"), ("15 / 3", "marks"), ("٢٠٢١", "marks"), ("14/10/2021", ""), ("2021-10-14", ""),
        ("9:06 م", "clock"), ("٩:٠٦ مساء", "clock"), ("12:30 بتوقيت الدوحة", "clock"), ("الساعة الآن بتوقيت غرينتش", "clock"),
        ("الثلاثاء 20 ربيع الأول 1443 / 26 أكتوبر 2021", "clock"), ("الثلاثاء 20 ربيع الأول 1443هـ / 26 أكتوبر 2021", ""),
        ("20 ربيع الأول 1443 الموافق 26 أكتوبر 2021", ""), ("كانون الثاني / يناير 2021", ""),
        ("الفجر", "prayer times"), ("العِشَاء", "prayer times"), ("صلاة الفجر في المسجد", ""),
        ("شارك", "furniture"), ("المـزيد", "furniture"), ("// انتهى //", "furniture"), ("(النهاية)", "furniture"), ("© 2021 وكالة", "furniture"),
        ("اقرأ المزيد عن السدود", "furniture"), ("اقرأ المزيد:", ""), ("شاركت مصر في المؤتمر", ""), ("انتهى العمل", ""),
        ("الرئيسية / سدود العالم", "breadcrumb"), ("سياسة > مياه > سدود", "breadcrumb"), ("الوزارة / سدود العالم", ""), ("الرئيسية / سدود.", ""),
        ("م.ع / س.ل", "initials"), ("م ع", "initials"), ("أ ش أ", ""), ("وزير المياه", ""),
    ],
)  # fmt: skip
def test_the_kind_of_boilerplate_a_line_is(text: str, kind: str) -> None:
    assert noise_kind(text) == kind


@pytest.mark.parametrize(
    ("beginning", "filler", "end", "length", "kind"),
    [
        ("", "*", "", 400, "marks"), ("شارك ", "ا", "", 120, "furniture"), ("(إعداد: منى، ", "ا", " تحرير: سالم)", 400, "furniture"),
        ("الساعة بتوقيت ", "ا", "", 75, "clock"), ("الرئيسية / سدود / ", "ا", "", 90, "breadcrumb"), ("م ع س ل ب ت ث ج ح خ د ذ", " ", "ر", 24, "initials"),
    ],
)  # fmt: skip
def test_no_longer_line_is_boilerplate_of_its_kind(
    beginning: str, filler: str, end: str, length: int, kind: str
) -> None:
    room = length - len(beginning) - len(end)
    assert noise_kind(beginning + filler * room + end) == kind
    assert noise_kind(beginning + filler * (room + 1 + 90 * (kind == "breadcrumb")) + end) == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("الخميس 14 أكتوبر 2021", True), ("تشرين الأول ٢٠٢١", True), ("14/10/2021", True), ("2021-10-14", True), ("20 رجب 1443", True),
        ("خطة 2021", False), ("في أكتوبر", False), ("أين كنت في أكتوبر 2021؟", False), ("أكتوبر 12021", False), ("", False),
        ("14/10/2021".ljust(75, "ـ"), True), ("14/10/2021".ljust(76, "ـ"), False),
    ],
)  # fmt: skip
def test_a_line_is_a_date_and_little_more(text: str, date: bool) -> None:
    assert is_date(text) == date


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Read more", True), ("Read المزيد", False), ("Read more:", False), ("15 😀", False), ("a" * 120, True), ("a" * 121, False),
    ],
)  # fmt: skip
def test_latin_letters_alone_are_foreign(text: str, foreign: bool) -> None:
    assert is_foreign(text) == foreign


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("مؤتمر المياه يختتم أعماله", True), ("قال الوزير نعم.", False), ("قال الوزير:", False), ("وفي ذلك،", False),
        ("ا" * 150, True), ("ا" * 151, False), ("ا" * 89 + "؟", True), ("ا" * 90 + "؟", False), ("ا" * 89 + "»", True), ("ا" * 90 + "»", False),
    ],
)  # fmt: skip
def test_a_heading_is_short_and_ends_like_a_title(text: str, heading: bool) -> None:
    assert may_be_heading(text) == heading


def test_lines_are_compared_folded_without_marks() -> None:
    assert bare(" «الأُمَم»،  المتّحدة : ") == "الامم المتحده"
    assert bare("***") == bare("") == ""
    assert is_related_heading("اقرأ أيضًا:")
    assert not is_related_heading("اقرأ أيضًا: خطة السدود")
    assert starts_with("اقرا ايضا خطه", "boilerplate_starts")
    assert starts_with("اقرا ايضا", "boilerplate_starts")
    assert not starts_with("وسومات", "boilerplate_starts")
