"""Corrections of speakers and statements: what is handed over from which offset, and what stays with whom."""

import pytest

from annotations.corrections import speech, subjects
from annotations.corrections.rule import CorrectionSubject
from annotations.errors import CorrectionGone, CorrectionRefused, NameTaken
from annotations.library import Library
from annotations.store.analysis_writer import Rows
from annotations.values.analysis import Speaker, Statement
from annotations.values.corrections import (
    AddSpeaker,
    AssignSpeaker,
    BoundStatement,
    Correction,
    DeleteSpeaker,
    DeleteStatement,
    MergeSpeakers,
    RenameSpeaker,
    SplitSpeaker,
)
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import ANALYSIS, line, names, said


def speaker(library: Library, number: int) -> Speaker:
    found = library.analysis(1).speaker(number)
    assert found is not None
    return found


def statement(library: Library, first: int) -> Statement:
    (found,) = [one for one in library.analysis(1).statements if one.span.start == line(first).start]
    return found


def test_a_renamed_speaker_is_known_by_the_first_name_and_frees_it(library: Library) -> None:
    library.correct(1, RenameSpeaker(1, "سعاد"))
    library.correct(1, RenameSpeaker(1, " سُعاد \n البكري "))
    row = subjects.speaker(Rows(library._connection.db, 1), 1)
    assert (row.name, row.known_as, row.origin) == ("سُعاد البكري", "هند", "user")
    library.correct(1, RenameSpeaker(2, "هند"))
    library.correct(1, RenameSpeaker(2, "هند"))  # its own name is not taken
    with pytest.raises(NameTaken) as error:
        library.correct(1, RenameSpeaker(3, "هند  "))
    assert error.value.values == {"name": "هند"}


def test_a_mention_names_one_speaker_only(library: Library) -> None:
    library.correct(1, AddSpeaker("سالم 😀", mention=line(3)))
    assert (speaker(library, 1).mentions, speaker(library, 4).mentions) == ((), (line(3),))
    assert (speaker(library, 4).name, speaker(library, 4).kind, speaker(library, 4).origin) == (
        "سالم 😀",
        "person",
        "user",
    )
    library.correct(1, AddSpeaker("اللجنة", "org", Span(80, 90)))  # only part of a mention
    assert speaker(library, 3).mentions == (line(5),)


def test_a_number_is_never_given_twice(library: Library) -> None:
    library.correct(1, AddSpeaker("سالم"))
    library.correct(1, DeleteSpeaker(4))
    library.correct(1, AddSpeaker("سالم"))
    assert names(library.analysis(1))[-1] == (5, "سالم")


def test_the_speaker_that_stays_keeps_what_is_known_and_takes_what_it_lacks(library: Library) -> None:
    library.correct(1, AddSpeaker("السيدة هند", mention=Span(48, 60)))
    library.correct(1, MergeSpeakers(1, 2))
    merged = speaker(library, 2)
    assert (merged.name, merged.role, merged.honorific, merged.gender) == ("هندٌ", "مديرة", "السيدة", "f")
    assert merged.mentions == (line(3), line(4))
    library.correct(1, MergeSpeakers(2, 4))
    assert speaker(library, 4).mentions == (Span(48, 60), line(4))  # one mention begins at 48 in both
    assert said(library.analysis(1)) == [(3, 4), (4, 4), (5, 3), (8, 4)]


def test_where_both_are_known_the_speaker_that_stays_keeps_its_own(library: Library) -> None:
    one, two, three = ANALYSIS.speakers
    two = two._replace(role="وزيرة", honorific="", affiliation="قنا", gender="m")
    library.reanalyse(1, ANALYSIS._replace(speakers=(one._replace(affiliation="وام"), two, three)))
    library.correct(1, MergeSpeakers(1, 2))
    merged = speaker(library, 2)
    assert (merged.role, merged.honorific, merged.affiliation, merged.gender) == ("وزيرة", "", "قنا", "m")


@pytest.mark.parametrize(
    ("offset", "handed", "mentions"),
    [
        (line(3).start, [(3, 4), (4, 2), (5, 3), (8, 4)], (line(3),)),
        (line(3).start + 1, [(3, 1), (4, 2), (5, 3), (8, 4)], ()),
        (line(8).start, [(3, 1), (4, 2), (5, 3), (8, 4)], ()),
        (line(8).start + 1, [(3, 1), (4, 2), (5, 3), (8, 1)], ()),
    ],
)
def test_a_speaker_is_split_from_an_offset_on(
    library: Library, offset: int, handed: list[tuple[int, int]], mentions: tuple[Span, ...]
) -> None:
    library.correct(1, SplitSpeaker(1, offset, "هند أخرى"))
    assert said(library.analysis(1)) == handed
    new = speaker(library, 4)
    assert (new.kind, new.gender, new.role, new.mentions) == ("person", "f", "", mentions)
    sure = {one.span.start // 16: one.confidence for one in library.analysis(1).statements}
    assert sure[8] == ("sure" if (8, 4) in handed else "possible")


def test_who_relays_is_handed_over_with_the_rest(library: Library) -> None:
    library.correct(1, SplitSpeaker(3, line(5).start, "الوزارة الثانية"))
    assert (statement(library, 4).via, statement(library, 5).speaker) == (3, 4)
    library.correct(1, SplitSpeaker(3, line(4).start, into=1))
    assert statement(library, 4).via == 1


def test_a_statement_said_by_both_is_left_once(library: Library) -> None:
    library.correct(1, AssignSpeaker(line(8), 2))
    assert said(library.analysis(1))[-2:] == [(8, 1), (8, 2)]
    library.correct(1, AssignSpeaker(line(8), 2, 1))
    assert said(library.analysis(1))[-1:] == [(8, 2)]
    assert statement(library, 8)[4:6] == ("sure", "person")


@pytest.mark.parametrize("before", [0, 1])
def test_attributing_a_statement_to_its_own_speaker_confirms_it(library: Library, before: int) -> None:
    library.correct(1, AssignSpeaker(line(8), 1, before))
    assert said(library.analysis(1)) == said(ANALYSIS)
    assert statement(library, 8) == ANALYSIS.statements[3]._replace(confidence="sure", reason="person", origin="user")


def test_a_statement_moved_away_is_not_found_again_where_it_stood(library: Library) -> None:
    library.correct(1, BoundStatement(line(3), 1, line(10)))
    assert statement(library, 10).cue == Span(48, 51)  # outside it now, and left as it is
    library.reanalyse(1, ANALYSIS)
    assert said(library.analysis(1)) == [(4, 2), (5, 3), (8, 1), (10, 1)]


@pytest.mark.parametrize(
    ("correction", "error"),
    [
        (SplitSpeaker(1, 0, " "), CorrectionRefused),
        (SplitSpeaker(1, 0, into=9), CorrectionGone),
        (AddSpeaker("\n"), CorrectionRefused),
        (MergeSpeakers(1, 9), CorrectionGone),
        (AssignSpeaker(line(8), 9), CorrectionGone),
        (AssignSpeaker(line(8), 1, 2), CorrectionGone),
        (AddSpeaker("سالم", statement=line(8), before=2), CorrectionGone),
        (DeleteStatement(line(8), 2), CorrectionGone),
        (BoundStatement(line(9), 1, line(8)), CorrectionGone),
        (DeleteSpeaker(0), CorrectionGone),
    ],
)
def test_a_refused_correction_changes_nothing(library: Library, correction: Correction, error: type[Exception]) -> None:
    before = library.last_act()
    with pytest.raises(error):
        library.correct(1, correction)
    assert (library.analysis(1), library.last_act()) == (ANALYSIS, before)


SUBJECTS: list[tuple[Correction, CorrectionSubject]] = [
    (RenameSpeaker(1, "سعاد"), CorrectionSubject("هند", "سعاد")),
    (AddSpeaker("سالم"), CorrectionSubject("سالم")),
    (MergeSpeakers(2, 1), CorrectionSubject("هندٌ", "هند")),
    (SplitSpeaker(1, 128, "ليلى"), CorrectionSubject("هند", "ليلى")),
    (SplitSpeaker(1, 128, "ليلى", 3), CorrectionSubject("هند", "الوزارة")),
    (DeleteSpeaker(3), CorrectionSubject("الوزارة")),
    (AssignSpeaker(line(8), 3, 1), CorrectionSubject("سطر 08 فيه كلام", "الوزارة")),
    (DeleteStatement(line(4), 2), CorrectionSubject("سطر 04 فيه كلام")),
    (BoundStatement(line(4), 2, line(5)), CorrectionSubject("سطر 04 فيه كلام")),
]


@pytest.mark.parametrize(("correction", "subject"), SUBJECTS)
def test_the_history_names_who_was_corrected_and_what_changed(
    library: Library, correction: Correction, subject: CorrectionSubject
) -> None:
    rule = speech.RULES[type(correction)]
    assert rule.subject(Rows(library._connection.db, 1), correction) == subject
    library.correct(1, correction)
    assert library.log()[0].act.label == f"correct:{rule.label}"


def test_every_correction_of_speech_has_a_subject() -> None:
    assert {type(correction) for correction, _subject in SUBJECTS} == set(speech.RULES)
