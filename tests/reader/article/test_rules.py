"""The parser's rules on small texts written for them."""

import pytest
from hypothesis import given

from reader.article.layout.page import lay_out
from reader.article.parse import parse
from reader.article.words.lexicon import cue_of, fold
from tests.reader.article.spans import all_spans
from tests.strategies import WILD


@pytest.mark.parametrize(
    ("word", "kind", "participle"),
    [
        ("قال", "say", False), ("وقالت", "say", False), ("يؤكدون", "assert", False), ("وأضافوا", "assert", False), ("فأوضح", "assert", False),
        ("مؤكدًا", "assert", True), ("لافتة", "assert", True), ("داعيا", "demand", True), ("ودعت", "demand", False), ("دعوا", "demand", False),
        ("نَفَى", "deny", False), ("نفت", "deny", False), ("يُحذّر", "warn", False), ("تطرقا", "topic", False), ("أَعْرَبَ", "express", False),
    ],
)  # fmt: skip
def test_forms_of_reporting_verbs(word: str, kind: str, participle: bool) -> None:
    cue = cue_of(word)
    assert cue is not None
    assert (cue.kind, cue.participle) == (kind, participle)


@pytest.mark.parametrize("word", ["المدينة", "وزير", "بيت", "في", "الدوحة", "15"])
def test_other_words_report_nothing(word: str) -> None:
    assert cue_of(word) is None


def test_folding_makes_spellings_one() -> None:
    assert fold("«الأُمَـم»،") == fold("الامم")


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


def test_lines_have_one_role_each() -> None:
    roles = [(line.role, line.text[:6]) for line in lay_out(REPORT).lines]
    assert roles[:5] == [
        ("noise", "شارك"),
        ("title", "مؤتمر "),
        ("meta", "وام"),
        ("meta", "الأحد "),
        ("body", "اختتمت"),
    ]
