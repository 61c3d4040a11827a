"""The parse of small texts: a whole report, texts without any of it, progress, and articles kept apart."""

import pytest
from hypothesis import given

from reader.article.parse import parse
from tests.reader.article.spans import all_spans
from tests.strategies import WILD

REPORT = """شارك
مؤتمر المياه يختتم أعماله في عمّان

وام

الأحد 3 مارس 2024

اختتمت بعمان، اليوم، أعمال مؤتمر المياه بمشاركة عشرين دولة.
وقالت سعادة الدكتورة ليلى منصور مديرة مركز الأنهار، إن الشح يزداد كل عام.
وأضافت أن التحلية مكلفة. لكن البدائل قليلة.
وناقشت الجلسة الأولى بعنوان «إدارة الأحواض» سبل التعاون.
من جانبها أعلنت وزارة المياه خطة جديدة للسدود.
يذكر أن المؤتمر يعقد كل عامين.

المزيد
"""


def test_another_report() -> None:
    analysis = parse(REPORT)
    assert [noise.span.cut(REPORT) for noise in analysis.noise] == ["شارك", "المزيد"]
    (article,) = analysis.articles
    assert article.agency == "وام"
    assert article.city == "عمان"
    leila, ministry = analysis.speakers
    assert (leila.name, leila.role, leila.honorific) == ("ليلى منصور", "مديرة مركز الأنهار", "سعادة الدكتورة")
    said = [s.span.cut(REPORT) for s in analysis.statements_of(leila.id)]
    assert [text.split()[0] for text in said] == ["وقالت", "وأضافت", "لكن"]
    assert (ministry.name, ministry.kind) == ("وزارة المياه", "org")
    (session,) = [s for s in analysis.sessions if s.title]
    assert session.title is not None
    assert session.title.cut(REPORT) == "إدارة الأحواض"


def test_a_text_without_any_of_it() -> None:
    analysis = parse("سطر واحد فقط.")
    assert (analysis.sessions, analysis.speakers, analysis.noise) == ((), (), ())
    assert len(analysis.articles) == 1
    assert parse("Plain English text. Nobody speaks.").speakers == ()


@given(WILD)
def test_no_text_upsets_it(text: str) -> None:
    analysis = parse(text)
    for span in all_spans(analysis):
        assert 0 <= span.start < span.end <= len(text)


def test_progress_rises_to_the_end_and_changes_nothing() -> None:
    heard: list[float] = []
    assert parse(REPORT, heard.append) == parse(REPORT)
    assert heard == sorted(heard)
    assert heard[0] == 0.1
    assert 0.7 < heard[-1] <= 1


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("وأشار علي سالم إلى الخطة.", ["علي سالم"]),
        ("وأشار علي سالم الي الخطة.", []),
        ("وأشار السيد علي سالم الي الخطة.", ["علي سالم"]),
    ],
)
def test_where_no_alef_maqsura_is_written_ali_is_a_name_by_its_place_only(sentence: str, speakers: list[str]) -> None:
    assert [speaker.name for speaker in parse(f"عقد اللقاء أمس.\n{sentence}").speakers] == speakers


def test_a_separator_divides_articles_and_forgets_who_spoke() -> None:
    text = "قال الوزير سالم العبادي إن العمل جار.\n====\nوأضاف أن العمل مستمر.\n"
    analysis = parse(text)
    assert [span.cut(text) for span in analysis.separators] == ["===="]
    assert len(analysis.articles) == 2
    assert [statement.span.cut(text).split()[0] for statement in analysis.statements] == ["قال"]
