"""The corrections of a document as values: those made by people, what lies beside them, and first names."""

import os
import shutil
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.merging.collect import beside, collect
from annotations.store.correction_rows import stretches
from annotations.values.analysis import Noise, Speaker
from annotations.values.corrections import (
    AddNoise,
    AddSpeaker,
    AddTopic,
    BoundStatement,
    Correction,
    DeleteNoise,
    DeleteSession,
    DeleteSpeaker,
    DeleteStatement,
    DeleteTopic,
    MergeSpeakers,
    MergeTopics,
    RenameSession,
    RenameSpeaker,
    RenameTopic,
    SplitSpeaker,
)
from annotations.values.corrections_made import CorrectedName, Corrections, Stretch
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import ANALYSIS, line
from tests.annotations.merging.test_merge import opened


@pytest.fixture
def library(analysed: str, tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with opened(shutil.copy(analysed, os.path.join(tmp_path, "l.db")), "sara") as copied:
        yield copied


def made(library: Library, *wishes: Correction) -> Corrections:
    """Return what is collected after some corrections."""
    for wish in wishes:
        library.correct(1, wish)
    return library._connection.read(lambda db: collect(db, 1))


def named(corrections: Corrections) -> list[tuple[str, str, bool, str]]:
    """Return first name, name, whether it is deleted and what it was merged into, of speakers and topics."""
    return [
        *((one.known_as, one.value.name, one.gone, one.into) for one in corrections.speakers),
        *((one.known_as, one.value.text, one.gone, one.into) for one in corrections.topics),
    ]


def test_where_nobody_corrected_anything_nothing_is_collected(library: Library) -> None:
    assert made(library) == Corrections()
    library.correct(1, RenameSpeaker(1, "سعاد"))
    library.undo(1)
    assert made(library) == Corrections()
    assert library._connection.read(lambda db: collect(db, 9)) == Corrections()


def test_a_renamed_speaker_is_collected_with_first_name_and_mentions(library: Library) -> None:
    found = made(library, RenameSpeaker(1, "سُعاد"))
    speaker = ANALYSIS.speakers[0]._replace(name="سُعاد", origin="user")
    assert found == Corrections(speakers=(CorrectedName(speaker, "هند"),))


@pytest.mark.parametrize(
    ("wishes", "found"),
    [
        ((MergeSpeakers(2, 1),), [("هند", "هند", False, ""), ("هندٌ", "هندٌ", True, "هند"), ("الوزارة", "الوزارة", False, "")]),
        ((DeleteSpeaker(2),), [("هندٌ", "هندٌ", True, ""), ("الوزارة", "الوزارة", False, "")]),
        ((RenameSpeaker(1, "سعاد"), AddSpeaker("هند")), [("هند", "سعاد", False, ""), ("هند\n3", "هند", False, "")]),
        ((AddSpeaker("سالم"), RenameSpeaker(4, "سليم")), [("سالم", "سليم", False, "")]),
        ((SplitSpeaker(1, 128, "ليلى"),), [("هند", "هند", False, ""), ("ليلى", "ليلى", False, "")]),
        ((MergeTopics("سلام", "السلام"),), [("السلام", "السلام", False, ""), ("سلام", "سلام", True, "السلام")]),
        ((RenameTopic("سلام", "صلح"), DeleteTopic("صلح")), [("سلام", "صلح", True, "")]),
    ],
)  # fmt: skip
def test_speakers_and_topics_are_known_by_their_first_names(
    library: Library, wishes: tuple[Correction, ...], found: list[tuple[str, str, bool, str]]
) -> None:
    assert named(made(library, *wishes)) == found


def test_a_first_name_that_was_kept_goes_before_one_that_is_only_the_name_now(library: Library) -> None:
    library.correct(1, RenameSpeaker(2, "سعاد"))
    for known, number in (("", 1), ("هند", 2)):  # an earlier version kept no first names
        library._connection.db.execute("UPDATE speaker SET known_as = ? WHERE number = ?", (known, number))
    assert named(made(library, RenameSpeaker(3, "الهيئة")))[:2] == [
        ("هند", "سعاد", False, ""),
        ("الوزارة", "الهيئة", False, ""),
    ]
    library._connection.db.execute("UPDATE speaker SET origin = 'user' WHERE number = 1")
    assert named(made(library))[0] == ("هند\n2", "هند", False, "")


def test_a_corrected_statement_brings_the_speakers_it_refers_to(library: Library) -> None:
    found = made(library, DeleteStatement(line(4), 2))
    assert found.statements == (Stretch(ANALYSIS.statements[1]._replace(origin="user"), gone=True),)
    assert [(one.value.name, one.value.origin) for one in found.speakers] == [("هندٌ", "rule"), ("الوزارة", "rule")]


def test_what_the_rules_say_of_the_same_stretch_is_collected_too(library: Library) -> None:
    found = made(library, BoundStatement(line(4), 2, Span(64, 81)))
    assert [(one.value.span, one.value.origin) for one in found.statements] == [
        (Span(64, 81), "user"),
        (line(5), "rule"),
    ]
    assert [one.value.origin for one in found.speakers] == ["rule", "rule"]


def test_boilerplate_sessions_and_topics_are_collected_as_they_stand(library: Library) -> None:
    found = made(
        library, AddNoise(line(2)), DeleteNoise(line(0)), RenameSession(1, "تمهيد"), DeleteSession(3), AddTopic("الماء", (line(9),)),
    )  # fmt: skip
    assert [(one.value.span, one.value.kind, one.gone) for one in found.noise] == [
        (line(0), "clock", True),
        (line(2), "marked", False),
    ]
    first = ANALYSIS.sessions[0]._replace(number=0, label="تمهيد", origin="user")
    third = ANALYSIS.sessions[2]._replace(number=0, origin="user")
    assert found.sessions == (Stretch(first), Stretch(third, gone=True))
    assert [(one.value.text, one.value.places) for one in found.topics] == [("الماء", (line(9),))]


def test_beside_is_what_overlaps_a_correction_not_what_touches_it() -> None:
    user, over, touching, far = (
        Stretch(Noise(Span(*span), "x", origin))
        for span, origin in (((5, 10), "user"), ((9, 12), "rule"), ((0, 5), "rule"), ((20, 30), "rule"))
    )
    assert beside([touching, user, over, far]) == (user, over)
    assert beside([over, far]) == ()


def test_stretches_come_with_their_rows_in_the_order_of_the_text(library: Library) -> None:
    library.correct(1, AddNoise(line(2)))
    db = library._connection.db
    found = stretches(db, "noise", 1, {})
    assert [one.value.span for _row, one in found] == [line(0), line(2), line(19)]
    assert {row: db.execute("SELECT start FROM noise WHERE id = ?", (row,)).fetchone()[0] for row, _one in found} == {
        row: one.value.span.start for row, one in found
    }
    numbers = dict(db.execute("SELECT id, number + 10 FROM speaker"))
    assert [(one.value.speaker, one.value.via) for _row, one in stretches(db, "statement", 1, numbers)] == [
        (11, 0), (12, 13), (13, 0), (11, 0),
    ]  # fmt: skip


def test_a_speaker_is_collected_whole(library: Library) -> None:
    library.correct(1, MergeSpeakers(2, 1))
    (merged, gone, _relay) = made(library).speakers
    assert merged.value == Speaker(
        1, "هند", "person", "مديرة", "السيدة", (line(3), line(4)), "", "f", "user"
    )  # fmt: skip
    assert (gone.value.mentions, gone.value.id) == ((), 2)
