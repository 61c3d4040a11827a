"""Corrections of sessions, topics and boilerplate: what gives way, what is trimmed, and where the borders are."""

import os
from collections.abc import Iterator

import pytest

from annotations.corrections import parts, subjects
from annotations.corrections.rule import CorrectionSubject
from annotations.errors import CorrectionGone, CorrectionRefused, NameTaken
from annotations.library import Library
from annotations.store.analysis_writer import Rows
from annotations.values.analysis import Analysis, Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections import (
    AddNoise,
    AddSession,
    AddTopic,
    Correction,
    DeleteNoise,
    DeleteSession,
    DeleteTopic,
    MergeSessions,
    MergeTopics,
    MoveSession,
    RenameSession,
    RenameTopic,
    SplitSession,
)
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import add
from tests.annotations.corrections.test_corrections import about, line

TEXT = "الجلسةُ 😀 الأولى\n \n\nثم الثانيةُ\n"  # sessions at 0:16, 20:31; blank between, and at the end
SMALL = Analysis(
    noise=(Noise(Span(0, 3), "clock"), Noise(Span(8, 9), "marks")),
    sessions=(Session(1, Span(0, 31), "كلها", Span(0, 7), topics=("الأولى", "الثانية", "الجلسة")),),
    speakers=(Speaker(1, "هند"),),
    statements=(Statement(Span(2, 9), 1, "topic"), Statement(Span(4, 7), 1, "topic"), Statement(Span(20, 31), 1, "topic")),
    topics=(Topic("الأولى", (Span(10, 16),)), Topic("الثانية", (Span(23, 30),)), Topic("الجلسة", (Span(0, 6), Span(20, 22)))),
)  # fmt: skip


@pytest.fixture
def small(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    """Return a library with a short text that has an emoji, harakat and blank lines."""
    with Library(os.path.join(tmp_path, "small.db"), "sara") as opened:
        add(opened, TEXT, SMALL, "5")
        yield opened


def sessions(library: Library) -> list[tuple[str, Span]]:
    return [(one.label, one.span) for one in library.analysis(1).sessions]


@pytest.mark.parametrize(
    ("span", "found"),
    [
        (line(4), [("أولى", line(3)), ("جديدة", line(4))]),  # of what it cuts in two, only the beginning is left
        (line(3), [("جديدة", line(3)), ("أولى", line(4, 6))]),
        (line(3, 6), [("جديدة", line(3, 6))]),
        (Span(40, 48), [("جديدة", Span(40, 48)), ("أولى", line(3, 6))]),  # it ends where the other begins
        (Span(111, 112), [("أولى", line(3, 6)), ("جديدة", Span(111, 112))]),
        (Span(110, 112), [("أولى", Span(48, 110)), ("جديدة", Span(110, 112))]),
    ],
)
def test_a_session_that_is_overlapped_gives_way(library: Library, span: Span, found: list[tuple[str, Span]]) -> None:
    library.correct(1, AddSession(span, "جديدة"))
    assert [one for one in sessions(library) if one[0] in ("أولى", "جديدة")] == found


@pytest.mark.parametrize("span", [Span(40, 48), Span(111, 112)])
def test_a_session_that_is_only_touched_stays_the_rules(library: Library, span: Span) -> None:
    library.correct(1, AddSession(span, "جديدة"))
    assert {one.label for one in library.analysis(1).sessions if one.origin == "user"} == {"جديدة"}


def test_a_session_cut_back_keeps_the_title_that_is_still_inside(library: Library) -> None:
    library.correct(1, AddSession(line(5), "  جلسة \n خامسة "))
    assert [(one.label, one.title) for one in library.analysis(1).sessions][:2] == [
        ("أولى", Span(48, 51)),
        ("جلسة خامسة", None),
    ]
    library.correct(1, AddSession(Span(48, 50), "قصيرة"))
    assert [one.title for one in library.analysis(1).sessions if one.label == "أولى"] == [None]


@pytest.mark.parametrize("offset", [16, 17, 19, 20])
def test_the_halves_of_a_split_session_begin_and_end_with_letters(small: Library, offset: int) -> None:
    small.correct(1, SplitSession(1, offset, "الثانية"))
    first, second = small.analysis(1).sessions
    assert (first.span.cut(TEXT), second.span.cut(TEXT)) == ("الجلسةُ 😀 الأولى", "ثم الثانيةُ")
    assert (first.title, second.title) == (Span(0, 7), None)
    assert (first.topics, second.topics) == (("الأولى", "الجلسة"), ("الثانية", "الجلسة"))
    assert (first.origin, second.origin, second.kind) == ("user", "user", "session")


@pytest.mark.parametrize("offset", [-1, 0, 31, 32])
def test_a_session_is_not_split_at_its_borders(small: Library, offset: int) -> None:
    with pytest.raises(CorrectionRefused):
        small.correct(1, SplitSession(1, offset, "الثانية"))
    assert small.analysis(1) == SMALL


def test_a_session_is_not_split_off_blanks(small: Library) -> None:
    small.correct(1, MoveSession(1, Span(0, 19)))
    with pytest.raises(CorrectionRefused):
        small.correct(1, SplitSession(1, 17, "فراغ"))


def test_a_session_moved_away_is_not_found_again_where_it_stood(library: Library) -> None:
    before = library.analysis(1)
    library.correct(1, MoveSession(1, line(16, 17)))
    assert sessions(library) == [("ثانية", line(7, 10)), ("ثالثة", line(12, 15)), ("أولى", line(16, 17))]
    library.reanalyse(1, before)
    assert [label for label, _span in sessions(library)] == ["ثانية", "ثالثة", "أولى"]


def test_merged_sessions_unite_their_spans_and_topics(library: Library) -> None:
    library.correct(1, AddTopic("الأمن", (line(5),)))
    library.correct(1, SplitSession(1, 80, "نصف"))
    library.correct(1, MergeSessions(1))
    (first, *_rest) = library.analysis(1).sessions
    assert (first.label, first.span, first.title, first.topics) == (
        "أولى", line(3, 6), Span(48, 51), ("السلام", "المياه"),
    )  # fmt: skip
    library.correct(1, MergeSessions(2))
    assert sessions(library) == [("أولى", line(3, 6)), ("ثانية", line(7, 15))]


@pytest.mark.parametrize(
    "correction",
    [AddSession(line(11), " "), RenameSession(1, "\n"), SplitSession(1, 80, ""), AddTopic(" ", (line(9),))],
)
def test_nothing_is_called_nothing(library: Library, correction: Correction) -> None:
    before = library.analysis(1)
    with pytest.raises(CorrectionRefused):
        library.correct(1, correction)
    assert library.analysis(1) == before


def test_a_topic_is_known_by_the_name_that_the_rules_gave_it(library: Library) -> None:
    library.correct(1, RenameTopic("سلام", " الصلح   العامّ "))
    library.correct(1, RenameTopic("الصلح العامّ", "الوئام"))
    library.correct(1, RenameTopic("الوئام", "الوئام"))
    row = subjects.topic(Rows(library._connection.db, 1), "الوئام")
    assert (row.known_as, row.origin) == ("سلام", "user")
    with pytest.raises(NameTaken) as error:
        library.correct(1, RenameTopic("الوئام", "المياه"))
    assert error.value.values == {"name": "المياه"}
    library.correct(1, DeleteTopic("المياه"))
    library.correct(1, RenameTopic("الوئام", "المياه"))  # the name is free again
    assert about(library.analysis(1)) == [("السلام", 1), ("المياه", 1)]


def test_topics_have_each_place_once(small: Library) -> None:
    small.correct(1, AddTopic("الأولى", (Span(10, 16), Span(0, 7))))
    assert small.analysis(1).topics[0] == Topic("الأولى", (Span(0, 7), Span(10, 16)), "user")
    small.correct(1, MergeTopics("الجلسة", "الأولى"))
    (first, _second) = small.analysis(1).topics
    assert first.places == (Span(0, 7), Span(10, 16), Span(20, 22))
    with pytest.raises(CorrectionGone):
        small.correct(1, MergeTopics("الجلسة", "الثانية"))


@pytest.mark.parametrize(
    ("span", "noise", "said"),
    [
        (Span(3, 8), [Span(0, 3), Span(3, 8), Span(8, 9)], [Span(2, 9), Span(20, 31)]),
        (Span(2, 8), [Span(0, 8), Span(8, 9)], [Span(2, 9), Span(20, 31)]),
        (Span(2, 9), [Span(0, 9)], [Span(20, 31)]),
        (Span(16, 17), [Span(0, 3), Span(8, 9), Span(16, 17)], [Span(2, 9), Span(4, 7), Span(20, 31)]),
        (Span(21, 32), [Span(0, 3), Span(8, 9), Span(21, 32)], [Span(2, 9), Span(4, 7), Span(20, 31)]),
    ],
)
def test_boilerplate_absorbs_what_it_overlaps_and_nobody_says_what_lies_in_it(
    small: Library, span: Span, noise: list[Span], said: list[Span]
) -> None:
    small.correct(1, AddNoise(span))
    found = small.analysis(1)
    assert [one.span for one in found.noise] == noise
    assert [one.span for one in found.statements] == said
    assert {one.kind for one in found.noise if one.origin == "user"} == {"marked"}


SUBJECTS: list[tuple[Correction, CorrectionSubject]] = [
    (AddSession(line(11), "بين"), CorrectionSubject("بين")),
    (MoveSession(2, line(8)), CorrectionSubject("ثانية")),
    (SplitSession(1, 80, "نصف"), CorrectionSubject("أولى", "نصف")),
    (MergeSessions(2), CorrectionSubject("ثانية")),
    (RenameSession(3, "ختام"), CorrectionSubject("ثالثة", "ختام")),
    (DeleteSession(1), CorrectionSubject("أولى")),
    (AddTopic("الماء", (line(9),)), CorrectionSubject("الماء")),
    (RenameTopic("سلام", "صلح"), CorrectionSubject("سلام", "صلح")),
    (MergeTopics("سلام", "السلام"), CorrectionSubject("سلام", "السلام")),
    (DeleteTopic("سلام"), CorrectionSubject("سلام")),
    (AddNoise(line(2, 3)), CorrectionSubject("سطر 02 فيه كلام سطر 03 فيه كلام")),
    (DeleteNoise(line(0)), CorrectionSubject("سطر 00 فيه كلام")),
]


@pytest.mark.parametrize(("correction", "subject"), SUBJECTS)
def test_the_history_names_what_was_corrected_and_what_it_became(
    library: Library, correction: Correction, subject: CorrectionSubject
) -> None:
    rule = parts.RULES[type(correction)]
    assert rule.subject(Rows(library._connection.db, 1), correction) == subject
    library.correct(1, correction)
    act = library.log()[0].act
    assert act.label == f"correct:{rule.label}"
    assert act.about == {"name": subject.name, **({"now": subject.now} if subject.now else {})}


def test_every_part_has_a_subject() -> None:
    assert {type(correction) for correction, _subject in SUBJECTS} == set(parts.RULES)
