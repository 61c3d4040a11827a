"""The parser on the sample: both articles, the furniture, the dateline, eight sessions, who said what."""

import pytest

from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.article.parse import parse
from tests.reader.article.spans import all_spans


@pytest.fixture(scope="module")
def analysis(sample: str) -> Analysis:
    return parse(sample)


def test_the_furniture_at_both_ends(analysis: Analysis) -> None:
    assert [noise.span for noise in analysis.noise] == [Span(0, 113), Span(7360, 7390)]


def test_two_articles_and_the_dateline(analysis: Analysis, sample: str) -> None:
    first, second = analysis.articles
    assert (first.span, second.span) == (Span(143, 2749), Span(2761, 7358))
    assert first.title is not None
    assert first.title.cut(sample) == "منتدى الأمن العالمي 2021 يختتم أعماله بالدوحة"
    assert [span.cut(sample)[:12] for span in first.subtitles] == ["المنتدى يناق", "مشاركون يؤكد"]
    assert (first.agency, first.city, first.date) == ("قنا", "الدوحة", "الخميس 14 أكتوبر 2021")
    assert (second.title, second.dateline) == (None, ())
    assert analysis.separators == (Span(2751, 2759),)


def test_eight_sessions_three_of_them_with_a_title_in_slashes(analysis: Analysis, sample: str) -> None:
    assert [(s.number, s.span.start, s.span.end) for s in analysis.sessions] == [
        (1, 791, 1007), (2, 1008, 1259), (3, 1260, 1551), (4, 1552, 1832), (5, 1833, 2101), (6, 2102, 2488), (7, 3495, 4889), (8, 4891, 7058),
    ]  # fmt: skip
    titles = {s.number: s.title.cut(sample) for s in analysis.sessions if s.title}
    assert titles == {
        2: "التضليل والمؤامرات: تقييم التهديدات والمخاطر على الإنترنت",
        3: "ديناميات الأمن والتنمية في الشرق الأوسط وشمال إفريقيا",
        6: "ديناميات الأمن والتنمية في إفريقيا",
    }
    assert [s.number for s in analysis.sessions if s.kind == "closing"] == [6]
    assert analysis.sessions[0].label == "مستقبل مكافحة التطرف العنيف"
    assert analysis.sessions[4].label == "الأمن والمنافسة والتعاون في آسيا والمحيط الهادئ"


def test_the_speakers_with_role_and_honorific(analysis: Analysis) -> None:
    persons = [(s.name, s.role, s.honorific) for s in analysis.speakers if s.kind == "person"]
    assert persons == [
        ("داميان هيندز", "وزير الدولة ووزير الأمن والحدود البريطاني", "سعادة السيد"),
        ("ماكس روز", "عضو الكونغرس الأمريكي السابق", "السيد"),
    ]
    assert [s.name for s in analysis.speakers if s.kind == "group"] == ["المتحدثون", "المشاركون"]


@pytest.mark.parametrize(
    ("name", "beginnings"),
    [
        ("داميان هيندز", ["وتحدث في سياق", "وأشار إلى أن", "وقال إنه يتعين", "وشدد سعادته", "ورأى أن الإرهاب"]),
        ("ماكس روز", ["وفي جلسة أخرى", "ودعا إلى التصدي", "ونوه روز", "ونبه إلى أن هذا", "إلى ذلك، تطرق", "وأضاف:", "ونبه إلى أهمية", "كما تحدث عن", "فضلا عن لقاحات"]),
        ("المتحدثون", ["كما تطرق", "وتحت عنوان", "وحول موضوع", "وفي الجلسة الختامية"]),
        ("المشاركون", ["وفيما يتعلق"]),
    ],
)  # fmt: skip
def test_who_said_what(analysis: Analysis, sample: str, name: str, beginnings: list[str]) -> None:
    (speaker,) = [s for s in analysis.speakers if s.name == name]
    said = [statement.span.cut(sample) for statement in analysis.statements_of(speaker.id)]
    assert len(said) == len(beginnings)
    for text, beginning in zip(said, beginnings, strict=True):
        assert text.startswith(beginning)


def test_mentions_by_pronoun_surname_and_role(analysis: Analysis, sample: str) -> None:
    hinds, rose = (s for s in analysis.speakers if s.kind == "person")
    assert [m.cut(sample) for m in hinds.mentions] == ["داميان هيندز", "سعادته"]
    assert [m.cut(sample) for m in rose.mentions] == ["ماكس روز", "روز", "عضو الكونجرس الأمريكي السابق"]


def test_kinds_of_statement(analysis: Analysis) -> None:
    kinds = {s.span.start: s.kind for s in analysis.statements}
    assert kinds[6410] == "quotation"
    assert kinds[3805] == "paraphrase"
    assert kinds[1008] == "topic"


def test_topics_are_phrases_with_their_places(analysis: Analysis, sample: str) -> None:
    topics = {topic.text: topic for topic in analysis.topics}
    assert {
        "التطرف العنيف",
        "المعلومات المضللة",
        "التواصل الاجتماعي",
        "المحتوى الإرهابي",
        "المجتمع المدني",
    } <= set(topics)
    assert len(topics["التطرف العنيف"].places) == 7
    assert len(topics["التواصل الاجتماعي"].places) == 4  # three وسائل and one شبكات
    assert all("التطرف العنيف" in place.cut(sample) for place in topics["التطرف العنيف"].places)


def test_everything_lies_inside_the_text(analysis: Analysis, sample: str) -> None:
    spans = all_spans(analysis)
    spans += [place for topic in analysis.topics for place in topic.places]
    assert all(0 <= span.start < span.end <= len(sample) for span in spans)
