"""The sessions of reports: where each begins and ends, what it is called, and texts that have none."""

import pytest

from annotations.values.analysis import Session, Speaker, Statement
from annotations.values.spans import Span
from reader.article.sections.sessions import SessionParagraph, find_sessions, first_speakers
from reader.article.words.sentence import read_sentence
from reader.text.segments import paragraphs, sentences

SPEAKERS = {"و": Speaker(1, "منى البكري", mentions=(Span(0, 9),)), "ح": Speaker(2, "وزارة المياه", "org")}
Told = list[tuple[str, str, str, str]]


def sessions(*articles: str, voices: str = "") -> tuple[str, list[Session]]:
    """Return a text and its sessions; voices: a letter a paragraph, of whoever speaks in it (و, ح, or - for nobody)."""
    text = "\n".join(articles)
    pages, start = [], 0
    for article in articles:
        pages.append([Span(start + low, start + high) for low, high in paragraphs(article)])
        start += len(article) + 1
    spans = [span for page in pages for span in page]
    units = {span: [read_sentence(text, Span(*s)) for s in sentences(text, *span)] for span in spans}
    voiced = zip(spans, voices.ljust(len(spans), "-"), strict=True)
    statements = [Statement(span, SPEAKERS[voice].id, "paraphrase") for span, voice in voiced if voice in SPEAKERS]
    return text, find_sessions(text, pages, units, [*SPEAKERS.values()], statements)


def told(*articles: str, voices: str = "") -> Told:
    """Return kind, label, first and last word of each session."""
    text, found = sessions(*articles, voices=voices)
    assert [session.number for session in found] == [*range(1, len(found) + 1)]
    words = [session.span.cut(text).split() for session in found]
    return [(session.kind, session.label, first, last) for session, (first, *_, last) in zip(found, words, strict=True)]


EVENT = "افتتح مؤتمر المياه أمس."
FIRST = "وعقدت الجلسة الأولى صباحا."
SECOND = "وتناولت الجلسة الثانية سبل التمويل ليلا."


@pytest.mark.parametrize(
    ("lines", "voices", "expected"),
    [
        ([EVENT, FIRST, "وقال الناس نعم.", SECOND], "", [("session", "الجلسة الأولى", "وعقدت", "نعم."), ("session", "الجلسة الثانية", "وتناولت", "ليلا.")]),
        ([EVENT, FIRST, "وعلى هامش المؤتمر وقع اتفاق."], "", [("session", "الجلسة الأولى", "وعقدت", "صباحا.")]),
        ([EVENT, FIRST, "يذكر أن المؤتمر سنوي."], "", [("session", "الجلسة الأولى", "وعقدت", "صباحا.")]),
        ([EVENT, FIRST, "وفي ختام الجلسة شكر الناس."], "", [("session", "الجلسة الأولى", "وعقدت", "الناس.")]),
        ([EVENT, FIRST, "إلى ذلك عاد الناس."], "-وح", [("session", "الجلسة الأولى", "وعقدت", "صباحا.")]),
        ([EVENT, FIRST, "إلى ذلك عاد الناس."], "-وو", [("session", "الجلسة الأولى", "وعقدت", "الناس.")]),
        ([EVENT, "ومن المقرر أن تعقد الجلسة الثانية غدا."], "", []), ([EVENT, "وعقدت جلسة عن السدود."], "", []),
        ([EVENT, "وعقدت جلسة عن السدود.", "وعقدت جلسة عن الأنهار."], "", [("session", "جلسة: السدود", "وعقدت", "السدود."), ("session", "جلسة: الأنهار", "وعقدت", "الأنهار.")]),
        ([EVENT, "وحول موضوع السدود قال الناس نعم."], "-و", []),
        ([EVENT, "وحول موضوع السدود قال الناس نعم.", "وحول موضوع الأنهار قال الناس لا."], "-وح", [("session", "السدود", "وحول", "نعم."), ("session", "الأنهار", "وحول", "لا.")]),
        ([EVENT, "بدأت منى البكري.", "وقالت منى خلال الجلسة الأولى نعم."], "-وو", [("session", "الجلسة الأولى", "بدأت", "نعم.")]),
        ([EVENT, "بدأت منى البكري.", "وقالت في مؤتمر صحفي مشترك نعم."], "-حو", [("speech", "مؤتمر صحفي مشترك", "وقالت", "نعم.")]),
        ([EVENT, "بدأت منى البكري.", "وقالت في مؤتمر صحفي مشترك نعم."], "-وو", [("speech", "مؤتمر صحفي مشترك", "بدأت", "نعم.")]),
        ([EVENT, "وقالت في مؤتمر صحفي نعم."], "-و", []),
        ([EVENT, "وقالت في مؤتمر صحفي مشترك نعم.", "وقالت في المؤتمر الصحفي لا."], "-وح", [("speech", "مؤتمر صحفي مشترك", "وقالت", "لا.")]),
        ([EVENT, "عاد الناس.", "جاء ذلك في جلسة حوارية."], "", [("session", "جلسة حوارية", "افتتح", "حوارية.")]), ([EVENT, "عاد الناس."], "وح", []),
    ],
)  # fmt: skip
def test_sessions_run_from_their_opening_to_the_next_or_to_what_leaves_them(
    lines: list[str], voices: str, expected: Told
) -> None:
    assert told("\n".join(lines), voices=voices) == expected


def test_a_session_takes_the_title_of_its_first_paragraphs() -> None:
    text, found = sessions(f"{EVENT}\nوعقدت جلسة بعنوان «مستقبل السدود».\nزار «سد الوحدة الكبير».")
    (session,) = found
    assert session.title is not None
    assert session.label == session.title.cut(text) == "مستقبل السدود"
    _, found = sessions("بدأت منى بعنوان «سد الأمس».\nوقالت في مؤتمر صحفي مشترك نعم.", voices="وو")
    assert [session.title for session in found] == [None]


def test_in_a_document_of_several_articles_a_talk_may_come_before_the_sessions() -> None:
    talk = "منى البكري تحدثت عن السدود.\nوقالت نعم."
    other = f"{EVENT}\n{FIRST}"
    assert told(talk, other, voices="وو--") == [
        ("speech", "كلمة منى البكري", "منى", "نعم."),
        ("session", "الجلسة الأولى", "وعقدت", "صباحا."),
    ]
    assert told(f"{talk}\n{FIRST}", voices="وو") == [("session", "الجلسة الأولى", "وعقدت", "صباحا.")]
    assert told("منى البكري وصلت أمس.", other, voices="و--") == [("session", "الجلسة الأولى", "وعقدت", "صباحا.")]


def test_nothing_has_no_sessions() -> None:
    assert find_sessions("", [], {}, [], []) == []
    assert SessionParagraph(Span(0, 0), [], 0).first == ()


def test_the_first_statement_of_a_paragraph_gives_its_speaker() -> None:
    body = [Span(0, 10), Span(11, 20), Span(21, 30)]
    statements = [Statement(Span(0, 4), 5, ""), Statement(Span(5, 10), 6, ""), Statement(Span(25, 30), 7, "")]
    assert first_speakers(body, statements) == {body[0]: 5, body[2]: 7}
    assert first_speakers(body, [Statement(Span(20, 21), 5, "")]) == {}
    assert first_speakers([], statements) == {}
