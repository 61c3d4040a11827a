"""Citations, in both languages."""

import pytest

from annotations.values.analysis import Analysis, Article, Speaker, Statement
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.language.i18n import set_language
from reader.report.citation import CitationParts, cite, parts_of

PARTS = CitationParts(
    "الأمن مسؤولية", "سعادة السيد داميان هيندز", "وزير الدولة", "منتدى الأمن", "قنا", "الدوحة", "14 أكتوبر 2021", 12
)


def test_a_citation_in_both_languages() -> None:
    set_language("ar")
    assert (
        cite(PARTS)
        == "«الأمن مسؤولية» — سعادة السيد داميان هيندز، وزير الدولة، «منتدى الأمن»، قنا، الدوحة، 14 أكتوبر 2021 (الفقرة 12)"
    )
    assert cite(CitationParts("نعم «كذا»")) == "«نعم “كذا”»"
    set_language("en")
    assert (
        cite(PARTS)
        == "“الأمن مسؤولية” — سعادة السيد داميان هيندز, وزير الدولة, “منتدى الأمن”, قنا, الدوحة, 14 أكتوبر 2021 (paragraph 12)"
    )
    assert cite(CitationParts("a “b” 😀", city="Amman")) == "“a ‘b’ 😀” — Amman"
    assert cite(CitationParts("a", paragraph=1)) == "“a” (paragraph 1)"


def test_what_a_citation_takes_from_the_sample(sample: str) -> None:
    analysis = parse(sample)
    found = parts_of(sample, analysis, Span(4486, 4520), 15)
    assert (found.speaker, found.role) == ("سعادة السيد داميان هيندز", "وزير الدولة ووزير الأمن والحدود البريطاني")
    assert (found.title, found.agency, found.city, found.date) == (
        "منتدى الأمن العالمي 2021 يختتم أعماله بالدوحة",
        "قنا",
        "الدوحة",
        "الخميس 14 أكتوبر 2021",
    )
    assert parts_of("نص", Analysis(), Span(0, 2), 0) == CitationParts("نص")


TEXT = "مقدمة\nعنوان أول 😀 متن\nعنوان ثان متن\nمتن ثالث"
ANALYSIS = Analysis(
    articles=(
        Article(Span(6, 21), Span(6, 15), agency="وام", city="عمّان", date="3 مارس 2024"),
        Article(Span(22, 35), Span(22, 31), date="4 مارس 2024"),
        Article(Span(36, 44)),
    ),
    speakers=(Speaker(1, "ليلى", role="مديرة"), Speaker(2, "سالم", honorific="السيد")),
    statements=(Statement(Span(6, 21), 1, "paraphrase"), Statement(Span(18, 21), 2, "quotation")),
)


@pytest.mark.parametrize(
    ("span", "speaker", "title", "date", "agency"),
    [
        (Span(0, 5), "", "عنوان أول", "3 مارس 2024", "وام"),  # before any article: that of the first
        (Span(6, 9), "ليلى", "عنوان أول", "3 مارس 2024", "وام"),
        (Span(18, 21), "السيد سالم", "عنوان أول", "3 مارس 2024", "وام"),  # the statement within the other
        (Span(21, 24), "", "عنوان أول", "3 مارس 2024", "وام"),
        (Span(22, 24), "", "عنوان ثان", "4 مارس 2024", ""),
        (Span(36, 44), "", "عنوان ثان", "4 مارس 2024", ""),  # an article with neither takes those before it
    ],
)
def test_a_passage_takes_what_stands_at_its_start(span: Span, speaker: str, title: str, date: str, agency: str) -> None:
    found = parts_of(TEXT, ANALYSIS, span, 0)
    assert (found.speaker, found.title, found.date, found.agency) == (speaker, title, date, agency)


def test_a_quotation_over_several_lines_is_cited_on_one() -> None:
    assert parts_of(TEXT, Analysis(), Span(0, 18), 2) == CitationParts("مقدمة عنوان أول 😀", paragraph=2)
