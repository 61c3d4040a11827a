"""Whole pages: the roles of their lines, boilerplate merged, articles divided, and the facts of datelines and clocks."""

import pytest
from hypothesis import given

from annotations.values.spans import Span
from reader.article.layout.page import Layout, lay_out
from tests.strategies import WILD

BODY = "قال وزير المياه إن العمل في السد مستمر حتى نهاية العام."
MORE = "وأضاف أن الكلفة ارتفعت قليلا عما كانت عليه في البداية."


def roles(text: str) -> list[tuple[str, str]]:
    """Return role and first word of each line."""
    return [(line.role, line.text.split()[0]) for line in lay_out(text).lines]


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.cut(text) for span in spans]


def test_the_short_lines_of_an_article_have_roles_by_their_place() -> None:
    text = f"سدود الشمال\nخطة تمتد عشر سنوات\nعمان - بترا\n{BODY}\nالمرحلة الثانية\n{MORE}\nسدود الجنوب\nشارك"
    assert [role for role, _ in roles(text)] == [
        "title",
        "subtitle",
        "meta",
        "body",
        "subhead",
        "body",
        "noise",
        "noise",
    ]
    page = lay_out(text)
    (article,) = page.articles
    assert article.title is not None
    assert article.title.cut(text) == "سدود الشمال"
    assert cut(text, article.subtitles) == ["خطة تمتد عشر سنوات"]
    assert cut(text, article.subheads) == ["المرحلة الثانية"]
    assert cut(text, article.dateline) == ["عمان - بترا"]
    assert (article.agency, article.city) == ("بترا", "عمان")
    assert article.span == Span(0, text.index(MORE) + len(MORE))
    assert [cut(text, body) for body in page.bodies] == [[BODY, MORE]]
    assert [(noise.span.cut(text), noise.kind) for noise in page.noise] == [("سدود الجنوب\nشارك", "after the end")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"شارك\n\n  المزيد\nعنوان\n{BODY}", [("شارك\n\n  المزيد", "furniture")]),
        (f"شارك\nعنوان\nالمزيد\n{BODY}", [("شارك", "furniture"), ("المزيد", "furniture")]), (f"Read this\n{BODY}", [("Read this", "furniture")]),
        (f"{BODY}\nاقرأ أيضا\nسد النيل\nسد الفرات", [("اقرأ أيضا\nسد النيل\nسد الفرات", "related")]),
        (f"اقرأ أيضا\nسد النيل\nنهاية\nعنوان\n{BODY}", [("اقرأ أيضا\nسد النيل", "related")]),
        (f"© وكالة/منى\nمنظر السد\n{BODY}", [("© وكالة/منى\nمنظر السد", "furniture")]),
        (f"عام / سد النيل\nسد النيل\n{BODY}", [("عام / سد النيل", "breadcrumb")]),
        (f"مياه / سد النيل\nسد النيل\n{BODY}", [("مياه / سد النيل", "repeated title")]), (f"سد النيل\nسَدّ النيل\n{BODY}", [("سد النيل", "repeated title")]),
        (f"Share Tweet {BODY}", [("Share Tweet", "furniture")]), (f"Share\n{BODY}", [("Share", "furniture")]),
    ],
)  # fmt: skip
def test_boilerplate_is_found_and_merged_across_blanks(text: str, kinds: list[tuple[str, str]]) -> None:
    assert [(noise.span.cut(text), noise.kind) for noise in lay_out(text).noise] == kinds


def test_a_listing_of_other_pages_ends_at_the_next_paragraph() -> None:
    text = f"{BODY}\nاقرأ أيضا\nسد النيل\n{MORE}\nالمرحلة الثانية\n{BODY}"
    assert [role for role, _ in roles(text)] == ["body", "noise", "noise", "body", "subhead", "body"]


def test_titles_of_different_lines_are_kept() -> None:
    text = f"سد النيل\nسد الفرات\nخطة كبيرة للمياه في بلاد كثيرة / سد النيل\n{BODY}"
    assert [role for role, _ in roles(text)] == ["title", "subtitle", "subtitle", "body"]


def test_foreign_lines_are_no_boilerplate_on_a_foreign_page() -> None:
    assert [role for role, _ in roles("The dams\nWork goes on, the minister said.")] == ["title", "body"]


def test_separators_divide_articles() -> None:
    text = f"سد النيل\n{BODY}\n====\nسد الفرات\n{MORE}\n----\nسطر بلا خبر\n***\n====="
    page = lay_out(text)
    assert cut(text, page.separators) == ["====", "----", "====="]
    assert [article.title and article.title.cut(text) for article in page.articles] == ["سد النيل", "سد الفرات"]
    assert [cut(text, body) for body in page.bodies] == [[BODY], [MORE]]
    assert [line.role for line in page.lines][-3:] == ["title", "noise", "separator"]
    assert lay_out(f"{BODY}\n===\n{MORE}").separators == ()


def test_the_dateline_that_opens_the_body_is_no_part_of_it() -> None:
    text = f"سد النيل\nعمان في 3 مارس 2024 /بترا/ {BODY}\n{MORE}"
    page = lay_out(text)
    (article,) = page.articles
    assert cut(text, page.bodies[0]) == [BODY, MORE]
    assert cut(text, article.dateline) == ["عمان في 3 مارس 2024 /بترا/"]
    assert (article.agency, article.city, article.date, article.day) == (
        "بترا",
        "عمان",
        "عمان في 3 مارس 2024",
        "2024-03-03",
    )


def facts(page: Layout) -> tuple[str, str, str, str, str, str]:
    (article,) = page.articles
    return article.agency, article.city, article.author, article.day, article.hijri, article.check


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("قنا\nالخميس 14 أكتوبر 2021", ("قنا", "", "", "2021-10-14", "", "agree")), ("14 أكتوبر 2021\n15 أكتوبر 2021", ("", "", "", "2021-10-15", "", "")),
        ("كتب: سالم العبادي\n14 أكتوبر 2021\n20 رجب 1443", ("", "", "سالم العبادي", "2021-10-14", "", "")),
        ("26 أكتوبر 2021\n20 ربيع الأول 1443 / 26 أكتوبر 2021", ("", "", "", "2021-10-26", "1443-03-20", "agree")),
        ("25 أكتوبر 2021\n20 ربيع الأول 1443 / 26 أكتوبر 2021", ("", "", "", "2021-10-25", "", "")),
        ("20 ربيع الأول 1443 / 26 أكتوبر 2021", ("", "", "", "2021-10-26", "1443-03-20", "agree")), ("سد النيل", ("", "", "", "", "", "")),
    ],
)  # fmt: skip
def test_facts_come_from_datelines_and_the_clock(head: str, expected: tuple[str, str, str, str, str, str]) -> None:
    assert facts(lay_out(f"{head}\n{BODY}")) == expected


@pytest.mark.parametrize(
    ("body", "city"),
    [
        ("اختتمت بالدوحة، اليوم، أعمال مؤتمر المياه.", "الدوحة"), ("اختتمت بعمّان, اليوم, أعمال مؤتمر المياه.", "عمّان"),
        ("اختتمت بالدوحة اليوم أعمال مؤتمر المياه.", ""), ("اختتمت، اليوم، أعمال مؤتمر المياه.", ""), ("انتهى.", ""),
    ],
)  # fmt: skip
def test_the_city_may_follow_the_verb_that_opens_a_report(body: str, city: str) -> None:
    assert facts(lay_out(body + "\n" + MORE))[1] == city


@pytest.mark.parametrize("text", ["", "\n \n", "شارك", "====", "سد النيل", "عمان في 3 مارس 2024 /بترا/"])
def test_a_page_without_a_paragraph_has_no_article(text: str) -> None:
    page = lay_out(text)
    assert (page.articles, page.bodies) == ((), ())


@given(WILD)
def test_every_line_has_a_place_in_the_text(text: str) -> None:
    page = lay_out(text)
    assert all(line.span.cut(text) == line.text for line in page.lines)
    assert sum(line.role == "noise" for line in page.lines) >= len(page.noise)
    assert len(page.bodies) == len(page.articles)
