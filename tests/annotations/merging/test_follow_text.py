"""Corrections followed into a corrected text: stretches found by their words, long ones by their two ends."""

import pytest

from annotations.merging.follow_text import follow
from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic
from annotations.values.anchors import CONTEXT
from annotations.values.corrections_made import CorrectedName, Corrections, Stretch
from annotations.values.spans import Span

FIRST = "افتُتح المؤتمر 😀 صباحا بكلمة ترحيب من رئيس البلدية ثم ألقى مندوب الصيادين تقريرا عن الموسم."
SECOND = "قالت المندوبة إن الميناء مغلق."
THIRD = "طقس الغد غائم."
BEFORE = f"{FIRST}\n{SECOND}\n{THIRD}\n"


def at(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def noise(part: str, origin: str = "user", *, gone: bool = False) -> Stretch[Noise]:
    return Stretch(Noise(at(BEFORE, part), "marked", origin), gone)


@pytest.mark.parametrize(
    ("part", "after", "found"),
    [
        (SECOND, BEFORE, SECOND),
        ("😀", "سطر 😀😀 جديد.\n" + BEFORE, "😀"),
        (SECOND, "عاجل\n" + BEFORE, SECOND),
        (SECOND, f"{SECOND}\n{FIRST}\n{THIRD}\n", SECOND),
        (SECOND, BEFORE.replace("مغلق", "مفتوح"), "قالت المندوبة إن الميناء مفتوح."),  # between its contexts
        (SECOND, f"{FIRST}\n", None),
        (FIRST, BEFORE.replace("رئيس البلدية", "العمدة"), FIRST.replace("رئيس البلدية", "العمدة")),
        (FIRST, BEFORE.replace("افتُتح المؤتمر 😀 صباحا", "بدأ"), None),
        (FIRST, f"{FIRST[-40:]}\n{FIRST[:40]}\n", None),
        (FIRST, "", None),
    ],
)
def test_a_stretch_is_where_its_words_are(part: str, after: str, found: str | None) -> None:
    assert len(FIRST) > 2 * CONTEXT
    followed = follow(Corrections(noise=(noise(part),)), BEFORE, after)
    (spans, counts) = [one.value.span.cut(after) for one in followed.corrections.noise], followed[1:]
    assert (spans, counts) == (([], (0, 1)) if found is None else ([found], (1, 0)))


@pytest.mark.parametrize(("length", "there"), [(2 * CONTEXT, False), (2 * CONTEXT + 1, True)])
def test_only_a_stretch_longer_than_two_contexts_may_have_changed_inside(length: int, there: bool) -> None:
    before = "".join(chr(0x4E00 + n) for n in range(length))  # no character twice, and no context
    after = before[: length // 2] + "ا" + before[length // 2 :]
    followed = follow(Corrections(noise=(Stretch(Noise(Span(0, length), "marked", "user")),)), before, after)
    assert [one.value.span for one in followed.corrections.noise] == ([Span(0, length + 1)] if there else [])


def test_titles_and_cues_follow_or_are_dropped() -> None:
    sessions = (Stretch(Session(1, at(BEFORE, SECOND), "ميناء", at(BEFORE, "المندوبة"), origin="user")),)
    statements = (
        Stretch(Statement(at(BEFORE, "الميناء مغلق"), 1, "paraphrase", at(BEFORE, "قالت"), origin="user"), gone=True),
        Stretch(Statement(at(BEFORE, THIRD), 1, "paraphrase", at(BEFORE, "رئيس البلدية"))),
        Stretch(Statement(at(BEFORE, THIRD), 2, "paraphrase", origin="user")),
    )
    after = f"عاجل\n{SECOND}\n{THIRD}\n"
    (session,), (cued, uncued, bare) = follow(Corrections((), sessions, statements), BEFORE, after).corrections[1:3]
    assert session == Stretch(Session(1, at(after, SECOND), "ميناء", at(after, "المندوبة"), origin="user"))
    assert (cued.value.cue, cued.gone, cued.value.span) == (at(after, "قالت"), True, at(after, "الميناء مغلق"))
    assert (uncued.value.cue, uncued.value.span) == (None, at(after, THIRD))
    assert bare.value.cue is None


def test_only_what_people_corrected_is_counted() -> None:
    speakers = (
        CorrectedName(
            Speaker(1, "ندى", mentions=(at(BEFORE, "المندوبة"), at(BEFORE, "الصيادين")), origin="user"), "هند"
        ),
        CorrectedName(Speaker(2, "رئيس البلدية", mentions=(at(BEFORE, "رئيس البلدية"),)), "رئيس البلدية"),
    )
    topics = (CorrectedName(Topic("الصيد", (at(BEFORE, "الموسم"),), "user"), "الموسم", gone=True),)
    corrections = Corrections((noise(THIRD), noise(FIRST), noise("مندوب", "rule")), (), (), speakers, topics)
    followed = follow(corrections, BEFORE, f"{SECOND}\n{THIRD}\n")
    assert (followed.kept, followed.lost) == (3, 1)  # the third line and two names; the first line
    assert [one.value.mentions for one in followed.corrections.speakers] == [(Span(5, 13),), ()]
    assert followed.corrections.topics == (CorrectedName(Topic("الصيد", (), "user"), "الموسم", gone=True),)
    assert follow(corrections, BEFORE, BEFORE).corrections == corrections
    assert follow(Corrections(), BEFORE, "") == (Corrections(), 0, 0)
