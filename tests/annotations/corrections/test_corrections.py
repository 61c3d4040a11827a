"""Every correction: its effect, undo, redo, a restart and undo again, row by row; and that parsing again respects it."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.corrections.apply import LABELS, label_of
from annotations.errors import CorrectionGone, CorrectionRefused, NameTaken, SpanError, UndoBlocked
from annotations.library import Library
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections import (
    AddNoise,
    AddSession,
    AddSpeaker,
    AddTopic,
    AssignSpeaker,
    BoundStatement,
    Correction,
    DeleteNoise,
    DeleteSession,
    DeleteSpeaker,
    DeleteStatement,
    DeleteTopic,
    MergeSessions,
    MergeSpeakers,
    MergeTopics,
    MoveSession,
    RenameSession,
    RenameSpeaker,
    RenameTopic,
    SplitSession,
    SplitSpeaker,
)
from annotations.values.model import Document
from annotations.values.spans import Span

TEXT = "".join(f"سطر {n:02d} فيه كلام\n" for n in range(20))  # 16 code points a line


def line(first: int, last: int | None = None) -> Span:
    return Span(first * 16, (first if last is None else last) * 16 + 15)


ANALYSIS = Analysis(
    noise=(Noise(line(0), "clock"), Noise(line(19), "marks")),
    articles=(Article(line(1, 18), line(1), agency="قنا"),),
    sessions=(
        Session(1, line(3, 6), "أولى", Span(48, 51), "session", ("السلام", "المياه")),
        Session(2, line(7, 10), "ثانية"),
        Session(3, line(12, 15), "ثالثة"),
    ),
    speakers=(
        Speaker(1, "هند", "person", "مديرة", "", (line(3),), gender="f"),
        Speaker(2, "هندٌ", "person", "", "السيدة", (line(4),)),
        Speaker(3, "الوزارة", "org", "", "", (line(5),)),
    ),
    statements=(
        Statement(line(3), 1, "quotation", Span(48, 51)),
        Statement(line(4), 2, "paraphrase", via=3),
        Statement(line(5), 3, "paraphrase"),
        Statement(line(8), 1, "paraphrase", confidence="possible", reason="doubtful"),
    ),
    topics=(Topic("السلام", (line(3),)), Topic("سلام", (line(5),)), Topic("المياه", (line(6),))),
)
Effect = Callable[[Analysis], object]


def said(analysis: Analysis) -> list[tuple[int, int]]:
    """Return line and speaker of each statement."""
    return [(s.span.start // 16, s.speaker) for s in analysis.statements]


def sat(analysis: Analysis) -> list[tuple[int, int, str]]:
    """Return number, first line and label of each session."""
    return [(s.number, s.span.start // 16, s.label) for s in analysis.sessions]


def names(analysis: Analysis) -> list[tuple[int, str]]:
    return [(s.id, s.name) for s in analysis.speakers]


def about(analysis: Analysis) -> list[tuple[str, int]]:
    return [(t.text, len(t.places)) for t in analysis.topics]


CASES: list[tuple[Correction, Effect, object]] = [
    (RenameSpeaker(1, " هند   البكري "), names, [(1, "هند البكري"), (2, "هندٌ"), (3, "الوزارة")]),
    (AddSpeaker("سالم", "person", line(9), line(9)), said, [(3, 1), (4, 2), (5, 3), (8, 1), (9, 4)]),
    (AddSpeaker("سالم", statement=line(8), before=1), said, [(3, 1), (4, 2), (5, 3), (8, 4)]),
    (AddSpeaker("سالم"), names, [(1, "هند"), (2, "هندٌ"), (3, "الوزارة"), (4, "سالم")]),
    (MergeSpeakers(2, 1), said, [(3, 1), (4, 1), (5, 3), (8, 1)]),
    (MergeSpeakers(2, 1), lambda r: (r.speakers[0].honorific, len(r.speakers[0].mentions)), ("السيدة", 2)),
    (MergeSpeakers(3, 1), lambda r: r.statements[1].via, 1),
    (SplitSpeaker(1, 8 * 16, "هند أخرى"), said, [(3, 1), (4, 2), (5, 3), (8, 4)]),
    (SplitSpeaker(1, 8 * 16, into=3), said, [(3, 1), (4, 2), (5, 3), (8, 3)]),
    (
        SplitSpeaker(1, 8 * 16, into=3),
        lambda r: (r.statements[3].reason, r.statements[3].confidence),
        ("person", "sure"),
    ),
    (AddNoise(line(4)), said, [(3, 1), (5, 3), (8, 1)]),
    (DeleteSpeaker(1), said, [(4, 2), (5, 3)]),
    (DeleteSpeaker(3), lambda r: r.statements[1].via, 0),
    (AssignSpeaker(line(8), 3, 1), said, [(3, 1), (4, 2), (5, 3), (8, 3)]),
    (AssignSpeaker(line(8), 3, 1), lambda r: r.statements[3][4:6] + r.statements[3][8:], ("sure", "person", "user")),
    (AssignSpeaker(line(11), 2), said, [(3, 1), (4, 2), (5, 3), (8, 1), (11, 2)]),
    (DeleteStatement(line(4), 2), said, [(3, 1), (5, 3), (8, 1)]),
    (BoundStatement(line(4), 2, line(4, 6)), lambda r: r.statements[1].span, line(4, 6)),
    (AddSession(line(11), "بين"), sat, [(1, 3, "أولى"), (2, 7, "ثانية"), (3, 11, "بين"), (4, 12, "ثالثة")]),
    (AddSession(line(6, 12), "كبرى"), sat, [(1, 3, "أولى"), (2, 6, "كبرى"), (3, 13, "ثالثة")]),
    (MoveSession(1, line(4, 7)), sat, [(1, 4, "أولى"), (2, 8, "ثانية"), (3, 12, "ثالثة")]),
    (MoveSession(1, line(4, 7)), lambda r: r.sessions[0].title, None),
    (SplitSession(1, 5 * 16, "نصف"), sat, [(1, 3, "أولى"), (2, 5, "نصف"), (3, 7, "ثانية"), (4, 12, "ثالثة")]),
    (
        SplitSession(1, 5 * 16, "نصف"),
        lambda r: (r.sessions[0].topics, r.sessions[1].topics),
        (("السلام",), ("المياه",)),
    ),
    (MergeSessions(1), sat, [(1, 3, "أولى"), (2, 12, "ثالثة")]),
    (RenameSession(2, "الجديدة"), sat, [(1, 3, "أولى"), (2, 7, "الجديدة"), (3, 12, "ثالثة")]),
    (DeleteSession(2), sat, [(1, 3, "أولى"), (2, 12, "ثالثة")]),
    (AddTopic("الماء", (line(9), line(10))), about, [("السلام", 1), ("سلام", 1), ("المياه", 1), ("الماء", 2)]),
    (AddTopic("السلام", (line(3), line(9))), about, [("السلام", 2), ("سلام", 1), ("المياه", 1)]),
    (RenameTopic("سلام", "سلام دائم"), about, [("السلام", 1), ("سلام دائم", 1), ("المياه", 1)]),
    (MergeTopics("سلام", "السلام"), about, [("السلام", 2), ("المياه", 1)]),
    (DeleteTopic("المياه"), about, [("السلام", 1), ("سلام", 1)]),
    (AddNoise(line(2)), lambda r: [n.span for n in r.noise], [line(0), line(2), line(19)]),
    (AddNoise(line(18, 19)), lambda r: [n.span for n in r.noise], [line(0), line(18, 19)]),
    (DeleteNoise(line(0)), lambda r: [n.span for n in r.noise], [line(19)]),
]
TABLES = (
    "noise",
    "article",
    "article_line",
    "separator",
    "session",
    "speaker",
    "mention",
    "statement",
    "topic",
    "topic_place",
)


def rows(path: str) -> dict[str, list[Any]]:
    """Return every row of every table that a correction may touch."""
    db = sqlite3.connect(path)
    try:
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}
    finally:
        db.close()


def added(library: Library) -> Document:
    return library.add(
        TEXT, ANALYSIS, name="r", path="r", title="", direction="R", digest=hashlib.sha256(TEXT.encode()).hexdigest(), encoding="utf-8"
    )  # fmt: skip


def test_every_correction_has_a_case() -> None:
    assert {label_of(correction) for correction, _, _ in CASES} == set(LABELS)


@pytest.mark.parametrize(("correction", "effect", "expected"), CASES)
def test_act_undo_redo_restart_undo(path: str, correction: Correction, effect: Effect, expected: object) -> None:
    with Library(path, "sara") as library:
        number = added(library).id
        before = rows(path)
        assert library.analysis(number) == ANALYSIS
        library.correct(number, correction)
        assert effect(library.analysis(number)) == expected
        after = rows(path)
        assert library.undo(number) is not None
        assert rows(path) == before
        assert library.redo(number) is not None
        assert rows(path) == after
    with Library(path, "sara") as library:
        assert effect(library.analysis(number)) == expected
        act = library.undo(number)
        assert act is not None
        assert act.label == label_of(correction)
        assert rows(path) == before
        assert library.analysis(number) == ANALYSIS


@pytest.mark.parametrize(("correction", "effect", "expected"), CASES)
def test_parsing_again_keeps_it(path: str, correction: Correction, effect: Effect, expected: object) -> None:
    del expected
    with Library(path, "sara") as library:
        number = added(library).id
        library.correct(number, correction)
        before, corrected = rows(path), library.analysis(number)
        library.reanalyse(number, ANALYSIS)
        after = library.analysis(number)
        if effect is about:  # corrected topics stand before the others then
            assert sorted(about(after)) == sorted(about(corrected))
        else:
            assert effect(after) == effect(corrected)
        assert {s.origin for s in after.speakers} | {"user", "rule"} == {"user", "rule"}
        library.undo(number)
        assert rows(path) == before


def test_parsing_again_without_corrections_changes_nothing_one_sees(path: str) -> None:
    with Library(path, "sara") as library:
        number = added(library).id
        library.reanalyse(number, ANALYSIS)
        assert library.analysis(number) == ANALYSIS
        library.reanalyse(number, Analysis(topics=(Topic("جديد", (line(2),)),)))
        assert library.analysis(number) == Analysis(topics=(Topic("جديد", (line(2),)),))
        library.undo(number)
        library.undo(number)
        assert library.analysis(number) == ANALYSIS


def test_a_merged_and_renamed_speaker_is_known_again(path: str) -> None:
    with Library(path, "sara") as library:
        number = added(library).id
        library.correct(number, MergeSpeakers(2, 1))
        library.correct(number, RenameSpeaker(1, "هند البكري"))
        newer = ANALYSIS._replace(statements=(*ANALYSIS.statements, Statement(line(14), 2, "paraphrase")))
        library.reanalyse(number, newer)
        analysis = library.analysis(number)
        assert names(analysis)[0] == (1, "هند البكري")
        assert (14, 1) in said(analysis)


WRONG: list[tuple[Correction, type[Exception]]] = [
    (RenameSpeaker(9, "من"), CorrectionGone),
    (RenameSpeaker(1, "  "), CorrectionRefused),
    (RenameSpeaker(1, " هندٌ"), NameTaken),
    (AddSpeaker("هند"), NameTaken),
    (SplitSpeaker(1, 0, "الوزارة"), NameTaken),
    (SplitSpeaker(1, 0, into=1), CorrectionRefused),
    (RenameTopic("سلام", "السلام"), NameTaken),
    (MergeSpeakers(1, 1), CorrectionRefused),
    (MergeTopics("السلام", "السلام"), CorrectionRefused),
    (AssignSpeaker(line(9), 1, 1), CorrectionGone),
    (AssignSpeaker(Span(0, 9_999), 1), SpanError),
    (SplitSession(1, 16 * 3, "حد"), CorrectionRefused),
    (MergeSessions(3), CorrectionGone),
    (DeleteSession(0), CorrectionGone),
    (DeleteTopic("لا شيء"), CorrectionGone),
    (DeleteNoise(line(5)), CorrectionGone),
    (AddTopic("خطأ", (Span(5, 5),)), SpanError),
]


@pytest.mark.parametrize(("correction", "error"), WRONG)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    path: str, correction: Correction, error: type[Exception]
) -> None:
    with Library(path, "sara") as library:
        number = added(library).id
        before = rows(path)
        with pytest.raises(error):
            library.correct(number, correction)
        assert rows(path) == before
        assert library.undo(number) is None


def test_undo_never_overwrites_what_another_coder_did_since(path: str) -> None:
    with Library(path, "sara") as sara, Library(path, "omar") as omar:
        number = added(sara).id
        sara.correct(number, RenameSpeaker(1, "سارة"))
        omar.correct(number, RenameSpeaker(1, "عمر"))
        with pytest.raises(UndoBlocked):
            sara.undo(number)
        assert sara.analysis(number).speakers[0].name == "عمر"


@pytest.mark.slow
@settings(max_examples=30)
@given(st.lists(st.sampled_from([case[0] for case in CASES]), max_size=8))
def test_any_corrections_one_after_another_can_all_be_undone(
    template: str, tmp_path_factory: pytest.TempPathFactory, wishes: list[Correction]
) -> None:
    path = shutil.copy(template, os.path.join(tmp_path_factory.mktemp("l"), "library.db"))
    with Library(path, "sara") as library:
        number = added(library).id
        before, done = rows(path), 0
        for wish in wishes:
            try:
                library.correct(number, wish)
                done += 1
            except (CorrectionGone, CorrectionRefused, NameTaken):
                continue
            analysis = library.analysis(number)
            numbers = {speaker.id for speaker in analysis.speakers}
            assert {s.speaker for s in analysis.statements} <= numbers
            assert [s.number for s in analysis.sessions] == list(range(1, len(analysis.sessions) + 1))
            ends = [(s.span.start, s.span.end) for s in analysis.sessions]
            assert all(one[1] <= two[0] for one, two in pairwise(ends))
        for _ in range(done):
            assert library.undo(number) is not None
        assert rows(path) == before
        assert library.health() == "ok"
