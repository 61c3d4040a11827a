"""Citations, in both languages."""

from annotations.values.analysis import Analysis
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
