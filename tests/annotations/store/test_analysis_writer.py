"""An analysis is written under new ids, and a newer one replaces it around what people corrected."""

import sqlite3
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.store import analysis_rows
from annotations.store.analysis_writer import Rows, overlaps, write_analysis, write_around
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections import (
    AddNoise,
    AddSession,
    AssignSpeaker,
    Correction,
    DeleteNoise,
    DeleteSession,
    DeleteSpeaker,
    DeleteStatement,
    DeleteTopic,
    MergeSpeakers,
    MergeTopics,
    RenameSpeaker,
    RenameTopic,
)
from annotations.values.spans import Span

TEXT = "سطرٌ فيه كلام 😀.\n" * 6
FIRST = Analysis(
    (Noise(Span(0, 4), "clock"), Noise(Span(90, 95), "marks")),
    (Article(Span(4, 90), Span(4, 9), (Span(9, 12),)),),
    (Session(1, Span(10, 40), "أولى"), Session(2, Span(40, 80), "ثانية")),
    (Speaker(1, "هند", mentions=(Span(10, 13),)), Speaker(2, "سالم"), Speaker(3, "الوزارة", "org")),
    (
        Statement(Span(10, 20), 1, "quotation", Span(10, 13)),
        Statement(Span(20, 30), 2, "paraphrase", via=3),
        Statement(Span(45, 60), 3, "topic"),
    ),
    (Topic("الأمن", (Span(12, 16),)), Topic("المياه", (Span(50, 55),))),
    (Span(90, 91),),
)
NEWER = Analysis(
    (Noise(Span(1, 6), "clock"), Noise(Span(70, 75), "marks")),
    (Article(Span(6, 95)), Article(Span(95, 99))),
    (Session(1, Span(12, 44), "جديدة"),),
    (Speaker(1, "منى"), Speaker(2, "هند", mentions=(Span(22, 25),))),
    (Statement(Span(22, 32), 2, "quotation", via=1), Statement(Span(62, 68), 1, "paraphrase")),
    (Topic("المياه", (Span(70, 75),)), Topic("التعليم")),
)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:", "هند") as opened:
        for digest in ("1", "2"):
            opened.add(TEXT, FIRST, name=digest, path="", title="", direction="R", digest=digest, encoding="utf-8")
        yield opened


def after(library: Library, newer: Analysis, *corrections: Correction) -> Analysis:
    """Return the analysis of the first document, corrected and then replaced by a newer one."""
    for correction in corrections:
        library.correct(1, correction)
    library.reanalyse(1, newer)
    return library.analysis(1)


def spans(found: tuple[Noise, ...] | tuple[Session, ...] | tuple[Statement, ...]) -> list[tuple[int, int]]:
    return [(one.span.start, one.span.end) for one in found]


@pytest.mark.parametrize(
    ("others", "shared"),
    [
        ([], False),
        ([Span(0, 5)], False),
        ([Span(10, 12)], False),
        ([Span(0, 6)], True),
        ([Span(0, 1), Span(9, 20)], True),
    ],
)
def test_spans_overlap_if_they_share_a_character(others: list[Span], shared: bool) -> None:
    assert overlaps(Span(5, 10), others) is shared


def test_an_analysis_is_written_and_read_back(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO document (id, digest, gone) VALUES (7, 'x', 0)")
    write_analysis(Rows(db, 7), FIRST)
    assert analysis_rows.analysis(db, 7) == FIRST
    known = db.execute("SELECT name, known_as FROM speaker UNION SELECT text, known_as FROM topic").fetchall()
    assert all(name == known_as for name, known_as in known)


def test_rows_have_ids_that_none_ever_had(library: Library) -> None:
    db = library._connection.db
    before = {row[0] for row in db.execute("SELECT id FROM noise")}
    with library._connection.act("correct:parse again", 1):
        write_around(Rows(db, 1), Analysis())
    with library._connection.act("correct:parse again", 1):
        rows = Rows(db, 1)
        rows.noise(NEWER.noise[0])
        rows.noise(NEWER.noise[1], gone=True)
    made = db.execute("SELECT id, gone FROM noise WHERE document = 1 ORDER BY id").fetchall()
    assert [tuple(row) for row in made] == [(max(before) + 1, 0), (max(before) + 2, 1)]
    assert library.analysis(1).noise == NEWER.noise[:1]


def test_an_uncorrected_analysis_is_replaced_entirely(library: Library) -> None:
    assert after(library, NEWER) == NEWER
    assert library.analysis(2) == FIRST
    assert after(library, Analysis()) == Analysis()
    for _ in range(2):
        library.undo(1)
    assert library.analysis(1) == FIRST


@pytest.mark.parametrize(
    ("correction", "noise"),
    [
        (DeleteNoise(Span(0, 4)), [(70, 75)]),
        (DeleteNoise(Span(90, 95)), [(1, 6), (70, 75)]),
        (AddNoise(Span(74, 78)), [(1, 6), (74, 78)]),
        (AddNoise(Span(70, 75)), [(1, 6), (70, 75)]),
        (AddNoise(Span(75, 78)), [(1, 6), (70, 75), (75, 78)]),
    ],
)
def test_boilerplate_is_left_out_where_a_person_decided(
    library: Library, correction: Correction, noise: list[tuple[int, int]]
) -> None:
    assert spans(after(library, NEWER, correction).noise) == noise


def test_what_the_rules_had_found_before_stays_beside_a_correction(library: Library) -> None:
    library.correct(1, AssignSpeaker(Span(15, 25), 3))
    before = spans(library.analysis(1).statements)
    assert before == [(10, 20), (15, 25), (20, 30), (45, 60)]
    moved = FIRST._replace(statements=(*FIRST.statements[:2], Statement(Span(24, 26), 1, "topic")))
    assert spans(after(library, moved).statements) == before[:3]


@pytest.mark.parametrize(
    ("correction", "labels"),
    [
        (DeleteSession(1), []),
        (DeleteSession(2), []),
        (AddSession(Span(80, 90), "مضافة"), ["جديدة", "مضافة"]),
    ],
)
def test_sessions_are_left_out_where_a_person_decided(
    library: Library, correction: Correction, labels: list[str]
) -> None:
    assert [session.label for session in after(library, NEWER, correction).sessions] == labels


def test_statements_are_left_out_where_a_person_decided(library: Library) -> None:
    found = after(library, NEWER, DeleteStatement(Span(20, 30), 2), AssignSpeaker(Span(60, 64), 2))
    assert spans(found.statements) == [(60, 64)]
    assert [speaker.name for speaker in found.speakers] == ["سالم", "الوزارة"]  # who relayed what was deleted


def test_a_speaker_is_recognised_by_the_name_of_the_rules(library: Library) -> None:
    found = after(library, NEWER, RenameSpeaker(1, "هند السالمية"))
    assert [(speaker.id, speaker.name, speaker.origin) for speaker in found.speakers] == [
        (1, "هند السالمية", "user"), (2, "منى", "rule"),
    ]  # fmt: skip
    assert [(s.span.start, s.speaker, s.via) for s in found.statements] == [(22, 1, 2), (62, 2, 0)]


def test_a_merged_speaker_speaks_as_the_one_it_was_merged_into(library: Library) -> None:
    newer = NEWER._replace(statements=(Statement(Span(62, 68), 2, "quotation"), Statement(Span(70, 75), 1, "topic")))
    found = after(library, newer, MergeSpeakers(1, 3), MergeSpeakers(3, 2))
    assert [(speaker.id, speaker.name) for speaker in found.speakers] == [(2, "سالم"), (4, "منى")]
    assert [(s.span.start, s.speaker) for s in found.statements if s.span.start > 60] == [(62, 2), (70, 4)]


def test_a_deleted_speaker_neither_speaks_nor_relays_again(library: Library) -> None:
    relayed = Statement(Span(34, 36), 1, "paraphrase", via=2)
    found = after(library, NEWER._replace(statements=(*NEWER.statements, relayed)), DeleteSpeaker(1))
    (speaker,) = found.speakers
    assert speaker.name == "منى"
    assert [(s.span.start, s.speaker, s.via) for s in found.statements] == [(34, speaker.id, 0), (62, speaker.id, 0)]


@pytest.mark.parametrize(
    ("correction", "topics"),
    [
        (DeleteTopic("المياه"), [("التعليم", ())]),
        (RenameTopic("المياه", "مياه الشرب"), [("مياه الشرب", (Span(50, 55),)), ("التعليم", ())]),
        (RenameTopic("الأمن", "التعليم"), [("التعليم", (Span(12, 16),)), ("المياه", (Span(70, 75),))]),
        (MergeTopics("المياه", "الأمن"), [("الأمن", (Span(12, 16), Span(50, 55))), ("التعليم", ())]),
    ],
)
def test_topics_are_recognised_by_the_name_of_the_rules(
    library: Library, correction: Correction, topics: list[tuple[str, tuple[Span, ...]]]
) -> None:
    assert [(topic.text, topic.places) for topic in after(library, NEWER, correction).topics] == topics
