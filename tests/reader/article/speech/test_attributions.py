"""Who speaks at each cue, why, and who passes it on or says it too."""

import pytest

from reader.article.speech.attributions import Listener
from tests.reader.article.speech.talk import Talk

HEAD = "قال وزير المياه نزار السعود إن الخطة جاهزة. "
Heard = list[tuple[str, str, str, list[str]]]


def heard(text: str) -> Heard | None:
    """Return speaker, reason, relay and joint speakers of each cue of the last sentence of a text."""
    talk = Talk(text)
    listener = Listener(talk.register, talk.cues)
    found = None
    for paragraph in talk.paragraphs:
        for read in paragraph:
            found = listener.attributions(read)
            if found:
                listener.remember(found)
    if found is None:
        return None
    return [(talk.name(a.speaker), a.reason, talk.name(a.via or 0), [talk.name(n) for n in a.others]) for a in found]


def one(name: str, reason: str, via: str = "") -> Heard:
    return [(name, reason, via, [])]


MINISTER = "نزار السعود"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD, one(MINISTER, "named")), (HEAD + "وأضاف السعود أن العمل مستمر.", one(MINISTER, "surname")),
        (HEAD + "وأضاف الوزير أن العمل مستمر.", one(MINISTER, "title")), (HEAD + "وأضاف أن العمل مستمر.", one(MINISTER, "silent")),
        (HEAD + "وأضافت أن العمل مستمر.", one(MINISTER, "doubtful")),
        (HEAD + "وقالت السيدة منى البكري نعم. وأضاف أن العمل مستمر.", one(MINISTER, "agreement")),
        (HEAD + "وقالت وزارة الصحة نعم. وأضافوا أن العمل مستمر.", one("وزارة الصحة", "silent")),
        (HEAD + "وقالت مصادر أمنية نعم. وأضافت أن العمل مستمر.", one("مصادر أمنية", "silent")),
        (HEAD + "وقال معاليه إن العمل مستمر.", one(MINISTER, "honorific")),
        (HEAD + "وقال سعادة السفير سالم العبادي نعم. وقال معاليه إن العمل مستمر.", one(MINISTER, "honorific")),
        ("قال سعادة خالد العبادي إن. ثم قال سعادته إن العمل مستمر.", one("خالد العبادي", "honorific")),
        ("وصل سعادة خالد العبادي أمس. ثم قال سعادته إن العمل مستمر.", one("خالد العبادي", "honorific")),
        ("قال خالد العبادي إن العمل جار. وقال سعادته إن العمل مستمر.", one("خالد العبادي", "honorific")),
        ("وصلت الدكتورة منى البكري أمس. وقالت الدكتورة إن العمل مستمر.", one("منى البكري", "title")),
        (HEAD + "وقالت الحاجة إن العمل مستمر.", one(MINISTER, "title")), ("وقال سعادته إن العمل مستمر.", None), ("أضاف أن العمل مستمر.", []),
        ("غادر الناس.", []), ("وصل الوزير وقال إن العمل مستمر.", one("الوزير", "title")),
        ("وصل خالد العبادي، مؤكدا أن العمل مستمر.", one("خالد العبادي", "named")), (HEAD + "وغادر، مؤكدا أن العمل مستمر.", one(MINISTER, "silent")),
        ("وصل السيد خالد العبادي الذي قال إن العمل مستمر.", one("خالد العبادي", "named")), ("خالد العبادي قال إن العمل مستمر.", one("خالد العبادي", "named")),
        ("أما الوزير فقال إن العمل مستمر.", one("الوزير", "title")), ("بحسب وزارة الصحة العمل مستمر.", one("وزارة الصحة", "noun")),
        (HEAD + "والعمل بحسب قوله مستمر.", one(MINISTER, "silent")), (HEAD + "والعمل بحسب شجرة مستمر.", []), ("ناقشت الجلسة السدود.", None),
        (HEAD + "وأكد البيان أن العمل مستمر.", None), ("قالت وزارة الصحة إن العمل جار. وأكد البيان أن العمل مستمر.", one("وزارة الصحة", "document")),
        ("نقلت رويترز عن مسؤول حكومي أن العمل مستمر.", one("مسؤول حكومي", "noun", "رويترز")),
        (HEAD + "ونقلت رويترز عنه أن العمل مستمر.", one(MINISTER, "silent", "رويترز")), ("نقلت رويترز السلع إلى الميناء.", []),
        ("قالت رويترز إن العمل مستمر نقلا عن وزارة الصحة.", one("وزارة الصحة", "noun", "رويترز")),
        ("قال خالد العبادي والسيدة منى البكري إن العمل مستمر.", [("خالد العبادي", "named", "", ["منى البكري"])]),
        ("قال خالد العبادي إن وزير الصحة قال إن العمل مستمر.", one("خالد العبادي", "named")),
        ("قال خالد العبادي إن العمل جار، فيما قالت منى البكري إنه متوقف.", one("خالد العبادي", "named") + one("منى البكري", "named")),
        ("قال خالد العبادي إن العمل جار، مؤكدا أنه مستمر.", one("خالد العبادي", "named") + one("خالد العبادي", "participle")),
        ("قال خالد العبادي إن العمل جار، وأضاف أنه مستمر.", one("خالد العبادي", "named") + one("خالد العبادي", "silent")),
    ],
)  # fmt: skip
def test_who_speaks_at_each_cue_and_why(text: str, expected: Heard | None) -> None:
    assert heard(text) == expected


def test_a_listener_forgets_when_an_article_ends() -> None:
    talk = Talk(HEAD + "وأضاف أن العمل مستمر.")
    listener = Listener(talk.register, talk.cues)
    first, second = talk.paragraphs[0]
    found = listener.attributions(first)
    assert found
    listener.remember(found)
    assert listener.current == listener.paragraph == 1
    listener.forget()
    assert listener.current is listener.paragraph is None
    assert listener.attributions(second) == []
