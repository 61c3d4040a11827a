"""The statements of sentences: their stretch, speaker, kind, act and confidence, and speech that goes on without a cue."""

import pytest

from tests.reader.article.speech.talk import Talk

HEAD = "قال نزار السعود إن الخطة جاهزة."
MINISTER = "نزار السعود"


def said(text: str) -> list[tuple[str, str, str]]:
    """Return speaker, reason and first word of each statement."""
    talk = Talk(text)
    return [(talk.name(s.speaker), s.reason, s.span.cut(text).split()[0]) for s in talk.statements()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD, [(MINISTER, "named", "قال")]), (HEAD + " والعمل سهل.", [(MINISTER, "named", "قال"), (MINISTER, "continues", "والعمل")]),
        (HEAD + "\nوالعمل سهل.", [(MINISTER, "named", "قال")]), (HEAD + "\n- العمل سهل.", [(MINISTER, "named", "قال"), (MINISTER, "continues", "-")]),
        (HEAD + "\nأولا العمل سهل.", [(MINISTER, "named", "قال"), (MINISTER, "continues", "أولا")]),
        (HEAD + "\n«نحن نبني السد معا».", [(MINISTER, "named", "قال"), (MINISTER, "continues", "«نحن")]),
        (HEAD + "\nفالوزارة مستعدة.", [(MINISTER, "named", "قال"), (MINISTER, "continues", "فالوزارة")]),
        (HEAD + " تنعقد الجلسة غدا.", [(MINISTER, "named", "قال")]),
        (HEAD + " تنعقد الخطة غدا.", [(MINISTER, "named", "قال"), (MINISTER, "continues", "تنعقد")]),
        (HEAD + " يذكر أن المؤتمر سنوي. والعمل سهل.", [(MINISTER, "named", "قال")]),
        (HEAD + " ناقشت الجلسة السدود. والعمل سهل.", [(MINISTER, "named", "قال")]),
        (HEAD + " وتناولت الخطة السدود.", [(MINISTER, "named", "قال"), (MINISTER, "continues", "وتناولت")]), ("والعمل سهل.", []),
        ("وصل خالد العبادي أمس. وأضاف أن العمل سهل.", [("خالد العبادي", "silent", "وأضاف")]),
        ("يذكر أن خالد العبادي وصل أمس. وأضاف أن العمل سهل.", [("خالد العبادي", "silent", "وأضاف")]),
        ("ومن المقرر أن يجتمع المجلس غدا بحسب وزارة الصحة.", [("وزارة الصحة", "noun", "ومن")]),
        (
            "قال خالد العبادي إن العمل جار، فيما قالت منى البكري إنه متوقف.",
            [("خالد العبادي", "named", "قال"), ("منى البكري", "named", "فيما")],
        ),
        ("قال خالد العبادي إن العمل جار، مؤكدا أنه سهل.", [("خالد العبادي", "named", "قال")]),
        ("قال خالد العبادي والسيدة منى البكري إنه سهل.", [("خالد العبادي", "named", "قال"), ("منى البكري", "named", "قال")]), ("", []), ("...", []),
    ],
)  # fmt: skip
def test_whose_each_sentence_is(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "act", "confidence", "cue"),
    [
        ("قال نزار السعود إن العمل سهل.", "paraphrase", "claim", "sure", "قال"),
        ("قالَ نزار السعود: «نحن نبني السد معا».", "quotation", "claim", "sure", "قالَ"), ("تحدث نزار السعود عن السدود.", "topic", "topic", "sure", "تحدث"),
        ("تحدث نزار السعود عن السدود، مؤكدا أن العمل سهل.", "paraphrase", "claim", "sure", "تحدث"),
        ("دعا نزار السعود إلى الحوار.", "paraphrase", "demand", "sure", "دعا"), ("حذر نزار السعود من الفيضان.", "paraphrase", "warn", "sure", "حذر"),
        ("نفى نزار السعود الخبر.", "paraphrase", "deny", "sure", "نفى"), ("تعهد نزار السعود بالعمل.", "paraphrase", "commit", "sure", "تعهد"),
        ("رد نزار السعود على السؤال.", "paraphrase", "claim", "sure", "رد"), (HEAD + " وأضاف أن العمل سهل.", "paraphrase", "claim", "likely", "وأضاف"),
        (
            "قال الوزير " + HEAD.removeprefix("قال ") + " وأضافت أن العمل سهل.",
            "paraphrase",
            "claim",
            "possible",
            "وأضافت",
        ),
        (HEAD + " والعمل سهل.", "paraphrase", "claim", "likely", None),
    ],
)  # fmt: skip
def test_the_kind_and_act_of_a_statement(text: str, kind: str, act: str, confidence: str, cue: str | None) -> None:
    last = Talk(text).statements()[-1]
    assert (last.kind, last.act, last.confidence) == (kind, act, confidence)
    assert (last.cue and last.cue.cut(text)) == cue


def test_who_relays_a_statement_is_kept_with_it() -> None:
    talk = Talk("😀 نقلت رويترز عن مسؤول حكومي أن العمل سهل.")
    (statement,) = talk.statements()
    assert (talk.name(statement.speaker), talk.name(statement.via)) == ("مسؤول حكومي", "رويترز")
    assert statement.span.end == len(talk.text)
