"""Speakers and topics in a merge: which row stands for one, and to whom a mention goes that both sides moved."""

import os
import shutil
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.merging.names import KINDS, Stands, call
from annotations.store.analysis_writer import Rows
from annotations.store.name_rows import SPEAKERS, TOPICS, places_of, row_of, standing
from annotations.values.analysis import Analysis
from annotations.values.corrections import (
    AddSpeaker,
    AddTopic,
    Correction,
    DeleteSpeaker,
    MergeSpeakers,
    MergeTopics,
    RenameSpeaker,
)
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import line, names, said
from tests.annotations.merging.test_merge import opened
from tests.annotations.merging.test_merged_corrections import corrected, merged


@pytest.fixture
def library(analysed: str, tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with opened(shutil.copy(analysed, os.path.join(tmp_path, "l.db")), "sara") as copied:
        yield copied


def after(analysed: str, folder: os.PathLike[str], ours: list[Correction], theirs: list[Correction]) -> Analysis:
    """Return our analysis after their corrections were merged into it without any conflict."""
    path = os.path.join(folder, "ours.db")
    corrected(analysed, path, ours)
    found, disputed = merged(path, corrected(analysed, os.path.join(folder, "theirs.db"), theirs, "omar"))
    assert disputed == []
    return found


@pytest.mark.parametrize(
    "stands", [Stands(0), Stands(3, (Span(0, 4), Span(9, 10))), Stands(1, (), (Span(2, 5),)), Stands(0, (Span(1, 2),))]
)
def test_what_stands_for_a_row_is_stored_as_text(stands: Stands) -> None:
    assert Stands.read(stands.written()) == stands


def test_a_row_stands_for_those_merged_into_it_until_it_is_deleted(library: Library) -> None:
    db = library._connection.db
    library.correct(1, MergeSpeakers(2, 1))
    library.correct(1, MergeSpeakers(1, 3))
    assert [standing(db, SPEAKERS, number) for number in (1, 2, 3, 99)] == [3, 3, 3, 0]
    library.correct(1, MergeTopics("سلام", "السلام"))
    assert [standing(db, TOPICS, number) for number in (1, 2, 3)] == [1, 1, 3]
    library.correct(1, DeleteSpeaker(3))
    assert [standing(db, SPEAKERS, number) for number in (1, 2, 3)] == [0, 0, 0]


def test_a_row_that_gets_the_name_of_another_is_merged_into_it(library: Library) -> None:
    db = library._connection.db
    call(Rows(db, 1), KINDS[SPEAKERS.table], 2, "سُعاد")
    assert (row_of(db, SPEAKERS, 2).name, row_of(db, SPEAKERS, 2).known_as) == ("سُعاد", "هندٌ")
    call(Rows(db, 1), KINDS[SPEAKERS.table], 2, "سُعاد")
    assert standing(db, SPEAKERS, 2) == 2
    call(Rows(db, 1), KINDS[SPEAKERS.table], 1, "سُعاد")
    assert (standing(db, SPEAKERS, 1), places_of(db, SPEAKERS, 2)) == (2, {line(3), line(4)})
    assert said(library.analysis(1)) == [(3, 2), (4, 2), (5, 3), (8, 2)]
    call(Rows(db, 1), KINDS[TOPICS.table], 2, "السلام")
    assert places_of(db, TOPICS, 1) == {line(3), line(5)}


@pytest.mark.parametrize("first", [True, False])
def test_a_mention_that_both_sides_moved_goes_to_the_name_that_sorts_later(
    analysed: str, tmp_path: os.PathLike[str], first: bool
) -> None:
    sides: list[list[Correction]] = [[AddSpeaker("سعاد", mention=line(3))], [AddSpeaker("نور", mention=line(3))]]
    ours, theirs = sides if first else sides[::-1]
    found = after(analysed, tmp_path, ours, theirs)
    assert {one.name: one.mentions for one in found.speakers if one.name in ("هند", "سعاد", "نور")} == {
        "هند": (), "سعاد": (), "نور": (line(3),),
    }  # fmt: skip


@pytest.mark.parametrize("first", [True, False])
def test_a_mention_that_one_side_moved_goes_there(analysed: str, tmp_path: os.PathLike[str], first: bool) -> None:
    sides: list[list[Correction]] = [[AddSpeaker("أحمد", mention=line(3))], [RenameSpeaker(3, "الهيئة")]]
    ours, theirs = sides if first else sides[::-1]
    found = after(analysed, tmp_path, ours, theirs)
    assert {one.name: one.mentions for one in found.speakers} == {
        "هند": (), "هندٌ": (line(4),), "الهيئة": (line(5),), "أحمد": (line(3),),
    }  # fmt: skip


def test_topics_may_share_an_occurrence_and_a_name_added_on_both_sides_is_one(
    analysed: str, tmp_path: os.PathLike[str]
) -> None:
    ours: list[Correction] = [AddTopic("الماء", (line(6), line(9))), AddSpeaker("سالم")]
    theirs: list[Correction] = [AddTopic("الماء", (line(9), line(10))), AddSpeaker("سالم", mention=line(11))]
    found = after(analysed, tmp_path, ours, theirs)
    assert {one.text: one.places for one in found.topics}["الماء"] == (line(6), line(9), line(10))
    assert {one.text: one.places for one in found.topics}["المياه"] == (line(6),)
    assert names(found) == [(1, "هند"), (2, "هندٌ"), (3, "الوزارة"), (4, "سالم")]
    assert found.speakers[3].mentions == (line(11),)
