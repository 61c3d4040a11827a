"""Words that are verbs of speech here and something else there; the editor's own voice; relays; kinds of act."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.analysis import Analysis
from reader.article.parse import parse
from reader.text.clusters import cluster_starts
from tests.reader.article.spans import all_spans

HEAD = "عمان في 3 مارس /بترا/ قال وزير المياه رائد السعود إن الخطة جاهزة.\n"


def said(sentence: str) -> list[tuple[str, str, str]]:
    """Return speaker, act and relay of each statement in a sentence that follows one of the minister's."""
    analysis = parse(HEAD + sentence)
    names = {speaker.id: speaker.name for speaker in analysis.speakers} | {0: ""}
    here = [s for s in analysis.statements if s.span.start >= len(HEAD)]
    return [(names[s.speaker], s.act, names[s.via]) for s in here]


MINISTER = "رائد السعود"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("طالب النائب خالد العبادي الحكومة بخفض الأسعار.", [("خالد العبادي", "demand", "")]), ("وحضر اللقاء طالب من الجامعة الأردنية.", []),
        ("وعبر الوزير عن أسفه لتأخر المشروع.", [(MINISTER, "express", "")]), ("وجرى النقل عبر ميناء العقبة في يومين.", []),
        ("وبين السعود أن الكلفة ارتفعت.", [(MINISTER, "claim", "")]), ("وتقع المحطة بين مدينتي الزرقاء والمفرق.", []),
        ("وبحث الوزير مع نظيره السوري تقاسم المياه.", [(MINISTER, "topic", "")]), ("ونشرت الجامعة بحثا في مجلة علمية.", []),
        ("وأبرز الوزير أهمية الترشيد في الزراعة.", [(MINISTER, "claim", "")]), ("ومن أبرز المشاريع سد الوحدة.", []),
        ("وذكر السعود أن السد امتلأ.", [(MINISTER, "claim", "")]), ("ووصل عدد السكان إلى مليون ذكر ومليون أنثى.", []),
    ],
)  # fmt: skip
def test_homographs(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "يذكر أن المؤتمر يعقد كل عامين.", "والجدير بالذكر أن المؤتمر يعقد كل عامين.", "وتجدر الإشارة إلى أن الجائزة تمنح كل عام.",
        "ومن المقرر أن يجتمع المجلس غدا.",
    ],
)  # fmt: skip
def test_the_editors_own_voice_is_no_statement(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ونقلت رويترز عن مسؤول حكومي قوله إن المحادثات توقفت.", [("مسؤول حكومي", "claim", "رويترز")]),
        ("وبحسب تقرير للبنك الدولي فإن النمو تراجع.", [("البنك الدولي", "claim", "")]),
        ("وقالت مصادر مطلعة إن الاتفاق وشيك.", [("مصادر مطلعة", "claim", "")]), ("وأكدت وزارة الصحة سلامة المياه.", [("وزارة الصحة", "claim", "")]),
        ("ونفى السعود وقوع أي تلوث.", [(MINISTER, "deny", "")]), ("ودعا السعود إلى ترشيد الاستهلاك.", [(MINISTER, "demand", "")]),
        ("وحذر السعود من شح المياه.", [(MINISTER, "warn", "")]), ("وتعهد السعود بإنهاء المشروع هذا العام.", [(MINISTER, "commit", "")]),
        (
            "وقال الوزير سالم العبادي والنائب منى البكري إن القانون عادل.",
            [("سالم العبادي", "claim", ""), ("منى البكري", "claim", "")],
        ),
        (
            "وقالت وزارة الصحة ووزارة التعليم في بيان إن المدارس ستفتح.",
            [("وزارة الصحة", "claim", ""), ("وزارة التعليم", "claim", "")],
        ),
    ],
)  # fmt: skip
def test_who_speaks_via_whom_and_what_it_does(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "honorific", "name", "role"),
    [
        ("قال المتحدث باسم الخارجية الإيرانية سعيد خطيب زاده إن الرد جاهز.", "", "سعيد خطيب زاده", "المتحدث باسم الخارجية الإيرانية"),
        ("وقالت رئيسة المفوضية أورسولا فون دير لاين إن العقوبات ناجعة.", "", "أورسولا فون دير لاين", "رئيسة المفوضية"),
        ("قال أنطوان مبالا، نائب المتحدث باسم الأمين العام، إن العدد زاد.", "", "أنطوان مبالا", "نائب المتحدث باسم الأمين العام"),
        ("ماتسي راموهابي، زعيمة حزب الوفاق المعارض، ردت بأن القرار باطل.", "", "ماتسي راموهابي", "زعيمة حزب الوفاق المعارض"),
        ("وأكد صاحب السمو الشيخ محمد بن زايد آل نهيان أن الدعم مستمر.", "صاحب السمو الشيخ", "محمد بن زايد آل نهيان", ""),
        ("وقالت هالة بابكر الأمين، مديرة المستشفى، إن الأدوية نفدت.", "", "هالة بابكر الأمين", "مديرة المستشفى"),
        ("نبهت النائب الدكتورة سعاد فلاح الخزيم إلى أن العينات تالفة.", "النائب الدكتورة", "سعاد فلاح الخزيم", ""),
        ("أوضح رئيس مجلس جهة درعة-تافيلالت، السيد لحسن آيت تغنيمت، أن العمل جار.", "السيد", "لحسن آيت تغنيمت", "رئيس مجلس جهة درعة-تافيلالت"),
        ("وتساءل النائب فيصل كرامي: «أين الكهرباء؟».", "النائب", "فيصل كرامي", ""),
        ("وكشف المتحدث العسكري العقيد تامر الرفاعي عن مقتل خمسة.", "العقيد", "تامر الرفاعي", "المتحدث العسكري"),
        ("قال النائب حسن فضل الله إن الحكومة غائبة.", "النائب", "حسن فضل الله", ""),
        ("وأعربت المملكة العربية السعودية عن إدانتها للهجوم.", "", "المملكة العربية السعودية", ""),
    ],
)  # fmt: skip
def test_names_as_the_press_writes_them(sentence: str, honorific: str, name: str, role: str) -> None:
    (speaker,) = parse("عقد المؤتمر أمس على مدى يوم.\n" + sentence).speakers
    assert (speaker.honorific, speaker.name, speaker.role) == (honorific, name, role)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قال رئيس الوزراء محمد السوداني إن العمل ماض.\nوبين رئيس الحكومة أن الموازنة أقرت.", ["محمد السوداني"]),
        ("التقى الرئيس عبد الفتاح البارودي وفدا.\nوأكد الرئيس أهمية السلام.", ["عبد الفتاح البارودي"]),
        ("قال المدرب كارلو بنشتي إن الفريق جاهز.\nوأضاف المدرب الإيطالي: «سنفوز غدا هنا».", ["كارلو بنشتي"]),
        ("قال السفير الأميركي جون باس إن بلاده ملتزمة.\nوشدد الدبلوماسي الأميركي على الحوار.", ["جون باس"]),
        (
            "قال الرئيس سالم البارودي إن الرد جاهز.\nوصرح المتحدث باسم الرئاسة بأن اللقاء طال.",
            ["سالم البارودي", "المتحدث باسم الرئاسة"],
        ),
    ],
)
def test_one_person_is_one_speaker(text: str, speakers: list[str]) -> None:
    analysis = parse(text)
    assert [speaker.name for speaker in analysis.speakers] == speakers
    assert [analysis.speaker(s.speaker).name for s in analysis.statements][-1] == speakers[-1]  # type: ignore[union-attr]


def test_a_slash_between_month_names_opens_no_title() -> None:
    text = HEAD + "وعقدت الجلسة الأولى في تشرين الثاني/نوفمبر الماضي، وتقرر عقد الثانية في آذار/مارس المقبل.\n"
    assert [session.title for session in parse(text).sessions if session.title] == []


BOOK = (
    "حدثنا أبو جعفر عن أبيه عن جده قال: كان في بعض القرى شيخ كثير المال قليل الولد، وكان يقول لأهله إن المال ظل زائل.\n"
    "قال الراوي: فلما كان من الغد خرج الشيخ إلى السوق فلقي رجلا من أصحابه فقال له: ما الذي أخرجك في هذا الحر؟ قال: خرجت "
    "أطلب رزقا.\nثم قال: واعلم أن العلم خير من المال، لأن العلم يحرسك وأنت تحرس المال. فسكت الرجل ولم يرد عليه جوابا.\n"
    "باب في ذكر الصبر وفضله. وقيل: من صبر ظفر، ومن عجل ندم، وذكر بعض الحكماء أن الصبر نصف العقل.\n"
)


def test_a_book_that_is_no_report_gets_neither_sessions_nor_speakers() -> None:
    analysis = parse(BOOK * 200)
    assert (analysis.sessions, analysis.speakers, analysis.statements) == ((), (), ())


_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى"
_ARABIC_WORD = st.text(st.sampled_from(_LETTERS + "\u064e\u0651\u0640"), min_size=1, max_size=9)
_KNOWN = st.sampled_from(
    [
        *(
            "قال وقال وأضاف وأكد بحسب نقلت عن قوله إن أن الوزير وزير سعادة السيد محمد علي بن عبد الله وزارة الصحة مصدر".split()
        ),
        *(
            'جلسة الجلسة بعنوان / « » " : ، . ؟ \n \n\n - • ـ 2021 ٢٠٢١ هـ م / \u00a0 \u200f يذكر الجدير بالذكر مشيرا'.split(
                " "
            )
        ),
    ]
)
_TEXTS = st.one_of(
    st.lists(st.one_of(_KNOWN, _ARABIC_WORD), max_size=60).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.lists(st.one_of(_KNOWN, st.text(st.characters(exclude_categories=["Cs"]), max_size=5)), max_size=40).map(
        "".join
    ),
)


def ordered(analysis: Analysis) -> bool:
    """Tell whether no session overlaps another."""
    spans = sorted(session.span for session in analysis.sessions)
    return all(one.end <= two.start for one, two in pairwise(spans))


def test_a_lone_tatweel_is_no_word() -> None:
    assert said("وقال الوزير ـ ـ ـ إن الكلفة ارتفعت.") == [(MINISTER, "claim", "")]


@given(_TEXTS)
def test_whatever_the_text_spans_lie_in_it_and_cut_no_letter(text: str) -> None:
    analysis = parse(text)
    starts = {*cluster_starts(text), len(text)}
    for span in [*all_spans(analysis), *(place for topic in analysis.topics for place in topic.places)]:
        assert 0 <= span.start < span.end <= len(text)
        assert span.start in starts
        assert span.end in starts
    assert ordered(analysis)
    numbers = {speaker.id for speaker in analysis.speakers}
    assert {s.speaker for s in analysis.statements} <= numbers
    assert {s.via for s in analysis.statements} <= numbers | {0}
    assert all(speaker.mentions and speaker.name for speaker in analysis.speakers)
