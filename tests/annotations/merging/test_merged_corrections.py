"""Corrections survive a merge, an export and a corrected text: none is lost, and conflicts are kept for a decision."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import CorrectionGone, CorrectionRefused, NameTaken
from annotations.formats import read_json
from annotations.formats.exports.json import dump
from annotations.library import Library
from annotations.merging.conflicts import decide, open_conflicts
from annotations.merging.merge import Merged, merge
from annotations.merging.names import SPEAKERS, STANDING, Stands
from annotations.merging.take import read
from annotations.store.name_rows import row_of
from annotations.values.analysis import Analysis
from annotations.values.conflict import Conflict
from annotations.values.corrections import (
    AddNoise,
    AddSession,
    AddSpeaker,
    AddTopic,
    AssignSpeaker,
    BoundStatement,
    Correction,
    DeleteSession,
    DeleteSpeaker,
    DeleteStatement,
    DeleteTopic,
    MergeSpeakers,
    MergeTopics,
    MoveSession,
    RenameSession,
    RenameSpeaker,
    RenameTopic,
    SplitSpeaker,
)
from annotations.values.corrections_made import Corrections, Stretch
from annotations.values.spans import Span
from annotations.values.work import Work
from tests.annotations.corrections.test_corrections import ANALYSIS, CASES, Effect, about, line, rows
from tests.annotations.merging.test_merge import opened

SPANS = st.tuples(st.integers(2, 15), st.integers(0, 3)).map(lambda two: line(two[0], two[0] + two[1]))
NUMBERS = st.integers(1, 4)
TOPICS = st.sampled_from(["السلام", "سلام", "المياه"])


def wishes(*names: str) -> st.SearchStrategy[list[Correction]]:
    """Return lists of corrections, with new names that the other side does not give: one name is one speaker or topic."""
    called = st.sampled_from(names)
    others = st.one_of(
        st.builds(RenameSpeaker, NUMBERS, called), st.builds(MergeSpeakers, NUMBERS, NUMBERS), st.builds(DeleteSpeaker, NUMBERS),
        st.builds(SplitSpeaker, NUMBERS, st.sampled_from([70, 100, 130]), called, st.integers(0, 3)),
        st.builds(AddSpeaker, called, st.just("person"), SPANS, SPANS, st.just(0)), st.builds(AssignSpeaker, SPANS, NUMBERS, st.integers(0, 3)),
        st.builds(DeleteStatement, st.sampled_from([line(3), line(4), line(5), line(8)]), NUMBERS),
        st.builds(RenameSession, st.integers(1, 3), called), st.builds(DeleteSession, st.integers(1, 3)),
        st.builds(AddSession, SPANS, called), st.builds(MoveSession, st.integers(1, 3), SPANS),
        st.builds(RenameTopic, TOPICS, called), st.builds(MergeTopics, TOPICS, TOPICS), st.builds(DeleteTopic, TOPICS),
        st.builds(AddTopic, called, st.tuples(SPANS)), st.builds(AddNoise, SPANS),
    )  # fmt: skip
    return st.lists(others, max_size=4)


WISHES = st.lists(st.sampled_from([case[0] for case in CASES]), max_size=5)


def meant(analysis: Analysis) -> dict[str, Any]:
    """Return what a reading says, by names rather than numbers, whoever said it."""
    called = {0: "", **{speaker.id: speaker.name for speaker in analysis.speakers}}
    return {
        "noise": sorted(noise.span for noise in analysis.noise),
        "sessions": [(session.span, session.label) for session in analysis.sessions],
        "speakers": sorted((s.name, tuple(sorted(set(s.mentions)))) for s in analysis.speakers),
        "statements": sorted((s.span, called[s.speaker], called[s.via]) for s in analysis.statements),
        "topics": sorted((topic.text, tuple(sorted(set(topic.places)))) for topic in analysis.topics),
    }


def corrected(analysed: str, path: str, wishes: Sequence[Correction], coder: str = "sara") -> Work:
    """Apply those corrections that are possible in a copy of the analysed document's library, and return its work."""
    with opened(shutil.copy(analysed, path), coder) as library:
        for wish in wishes:
            try:
                library.correct(1, wish)
            except (CorrectionGone, CorrectionRefused, NameTaken):
                continue
        return library.work()


def merged(path: str, theirs: Work) -> tuple[Analysis, list[Conflict]]:
    with opened(path, "sara") as library:
        merge(library._connection, theirs, "two")
        return library.analysis(1), open_conflicts(library._connection)


def places(corrections: Corrections, besides: frozenset[int] = frozenset()) -> set[tuple[Span, bool]]:
    """Return where people put something right, and whether something is there. besides: speakers to leave out."""
    statements = [one for one in corrections.statements if one.value.speaker not in besides]
    found: list[Stretch[Any]] = [*corrections.noise, *corrections.sessions, *statements]
    return {(one.value.span, one.gone) for one in found if one.value.origin == "user"}


def waiting(library: Library, disputed: Sequence[Conflict]) -> set[str]:
    """Return the first names of speakers of whom it is in dispute who stands for them: their statements go with that."""
    numbers = {
        number
        for one in disputed
        if (one.table, one.field) == ("speaker", STANDING)
        for number in (one.row, Stands.read(one.local).row, Stands.read(one.incoming).row)
    }
    rows = [row_of(library._connection.db, SPEAKERS.names, number) for number in numbers - {0}]
    return {row.first for row in rows}


def in_dispute(conflict: Conflict) -> list[tuple[Span, bool]]:
    return [(one.value.span, one.gone) for one in read(conflict.field, conflict.incoming)]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("exported", [False, True])
def test_every_correction_comes_over_and_goes_again(
    analysed: str, tmp_path: os.PathLike[str], case: tuple[Correction, Effect, object], exported: bool
) -> None:
    correction, effect, expected = case
    path = shutil.copy(analysed, os.path.join(tmp_path, "l.db"))
    theirs = corrected(analysed, os.path.join(tmp_path, "theirs.db"), [correction], "omar")
    if exported:
        theirs = Work(*read_json.load(dump(theirs.documents, theirs.shared)))
    with opened(path, "sara") as library:
        before = rows(path)
        assert merge(library._connection, theirs, "theirs").conflicts == 0
        assert meant(library.analysis(1)) == meant(theirs.documents[0].analysis)
        got = effect(library.analysis(1))
        assert (sorted(got) == sorted(expected)) if effect is about else (got == expected)  # type: ignore[call-overload]
        library.reanalyse(1, ANALYSIS)
        assert meant(library.analysis(1)) == meant(theirs.documents[0].analysis)
        library.undo(None)
        library.undo(None)
        assert rows(path) == before


@pytest.mark.parametrize("correction", [case[0] for case in CASES])
def test_a_document_that_is_new_here_comes_with_its_corrections(
    analysed: str, tmp_path: os.PathLike[str], correction: Correction
) -> None:
    theirs = corrected(analysed, os.path.join(tmp_path, "theirs.db"), [correction], "omar")
    with opened(os.path.join(tmp_path, "l.db"), "sara") as library:
        merge(library._connection, theirs, "theirs")
        assert library.analysis(1) == theirs.documents[0].analysis
        assert library.corrections(1) == theirs.documents[0].corrections
        library.reanalyse(1, ANALYSIS)
        assert meant(library.analysis(1)) == meant(theirs.documents[0].analysis)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.one_of(WISHES, wishes("سعاد", "ليلى")), st.one_of(WISHES, wishes("نور", "بكر")))
def test_merging_corrections_is_idempotent_commutes_and_loses_nothing(
    analysed: str, first: list[Correction], second: list[Correction]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, there_path, back = (os.path.join(folder, name) for name in ("a.db", "b.db", "back.db"))
        mine, work = corrected(analysed, path, first), corrected(analysed, there_path, second, "omar")
        two, other = merged(shutil.copy(there_path, back), mine)
        one, disputed = merged(path, work)
        assert bool(disputed) == bool(other)
        if not disputed:
            assert meant(one) == meant(two)
        before = rows(path)
        with opened(path, "sara") as library:
            acts = library.last_act()
            assert merge(library._connection, work, "two") == Merged()
            ours, there = library.corrections(1), work.documents[0].corrections
            kept = places(ours) | {place for one in disputed if one.table == "document" for place in in_dispute(one)}
            names = waiting(library, disputed)
            out = frozenset(
                one.value.id for one in there.speakers if one.known_as in names or (one.gone and not one.into)
            )  # what they said goes with them
            assert places(there, out) <= kept
            called = {(one.known_as, one.value.name) for one in there.speakers if one.known_as != one.value.name}
            differ = called - {(one.known_as, one.value.name) for one in ours.speakers}
            assert {name for _known, name in differ} <= {
                *(one.incoming for one in disputed),
                *(speaker.name for speaker in library.analysis(1).speakers),
            }
            assert (rows(path), library.last_act()) == (before, acts)
            assert library.health() == "ok"
            speakers = {speaker.id for speaker in library.analysis(1).speakers}
            assert {s.speaker for s in library.analysis(1).statements} <= speakers


ONE_TAKEN_OUT_THERE = (MergeSpeakers(2, 1), DeleteSpeaker(1))
DISPUTES: list[tuple[Correction, Correction]] = [
    (RenameSpeaker(1, "سعاد"), RenameSpeaker(1, "ليلى")),
    (RenameSpeaker(1, "سعاد"), DeleteSpeaker(1)),
    ONE_TAKEN_OUT_THERE,
    (MergeSpeakers(2, 1), DeleteSpeaker(2)),
    (MergeTopics("سلام", "السلام"), DeleteTopic("سلام")),
    (RenameTopic("سلام", "الصلح"), DeleteTopic("سلام")),
    (RenameTopic("سلام", "الصلح"), RenameTopic("سلام", "الوئام")),
    (MergeSpeakers(2, 1), MergeSpeakers(1, 2)),
    (RenameSession(2, "الجديدة"), RenameSession(2, "الثانية")),
    (DeleteStatement(line(4), 2), BoundStatement(line(4), 2, line(4, 6))),
]


@pytest.mark.parametrize("pair", [*DISPUTES, *(pair[::-1] for pair in DISPUTES)])
def test_a_dispute_is_decided_either_way_and_taken_back(
    analysed: str, tmp_path: os.PathLike[str], pair: tuple[Correction, Correction]
) -> None:
    path = os.path.join(tmp_path, "l.db")
    ours = corrected(analysed, path, [pair[0]]).documents[0].analysis
    theirs = corrected(analysed, os.path.join(tmp_path, "theirs.db"), [pair[1]], "omar")
    with opened(path, "sara") as library:
        merge(library._connection, theirs, "theirs")
        assert open_conflicts(library._connection)
        assert meant(library.analysis(1)) == meant(ours)
        before, taken = rows(path), 0
        while found := open_conflicts(library._connection):
            decide(library._connection, found[0], "incoming")
            taken += 1
        decided = library.analysis(1)
        if pair == ONE_TAKEN_OUT_THERE:  # she is هندٌ too here, and goes as both
            assert [speaker.name for speaker in decided.speakers] == ["الوزارة"]
        else:
            assert meant(decided) == meant(theirs.documents[0].analysis)
        for _ in range(taken):
            library.undo(None)
        assert rows(path) == before
