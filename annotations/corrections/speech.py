"""Corrections of speakers and statements."""

from typing import Any

from annotations.corrections import subjects
from annotations.corrections.rule import CorrectionSubject, Rule
from annotations.corrections.subjects import given, passage_words, speaker_name
from annotations.errors import CorrectionRefused, NameTaken
from annotations.store import name_rows
from annotations.store.analysis_writer import Rows
from annotations.store.correction_rows import correct_row, leave_deleted, statement_at
from annotations.store.name_rows import SPEAKERS, NameRow
from annotations.values.analysis import Speaker, Statement
from annotations.values.corrections import (
    AddSpeaker,
    AssignSpeaker,
    BoundStatement,
    DeleteSpeaker,
    DeleteStatement,
    MergeSpeakers,
    RenameSpeaker,
    SplitSpeaker,
)


def _free_name(rows: Rows, name: str, besides: int = 0) -> str:
    """Return a typed name with its whitespace normalised. Raises CorrectionRefused if empty, NameTaken if in use."""
    wanted = given(name)
    if name_rows.is_taken(rows.db, SPEAKERS, rows.document, wanted, besides):
        raise NameTaken(name=wanted)
    return wanted


def rename_speaker(rows: Rows, wish: RenameSpeaker) -> None:
    """Rename a speaker."""
    row = subjects.speaker(rows, wish.speaker)
    name_rows.rename_row(rows.db, SPEAKERS, row, _free_name(rows, wish.name, row.id))


def add_speaker(rows: Rows, wish: AddSpeaker) -> None:
    """Add a speaker, with a first mention and a first statement if given."""
    mentions = (wish.mention,) if wish.mention is not None else ()
    name_rows.remove_mentions_at(rows.db, rows.document, mentions)  # a mention names one speaker only
    number = name_rows.free_number(rows.db, rows.document)
    rows.speaker(Speaker(number, _free_name(rows, wish.name), wish.kind, mentions=mentions, origin="user"))
    if wish.statement is not None:
        assign_speaker(rows, AssignSpeaker(wish.statement, number, wish.before))


def merge_speakers(rows: Rows, wish: MergeSpeakers) -> None:
    """Merge a speaker into another, which takes over the role, honorific, affiliation and gender it lacks."""
    if wish.speaker == wish.into:
        raise CorrectionRefused
    join_speakers(rows, subjects.speaker(rows, wish.speaker), subjects.speaker(rows, wish.into))


def join_speakers(rows: Rows, row: NameRow, into: NameRow) -> None:
    """Merge the speaker of one row into that of another."""
    _hand_over(rows, row.id, into.id)
    told = {name: into.told[name] or row.told[name] for name in SPEAKERS.told}
    correct_row(rows.db, "speaker", into.id, known_as=into.first, **told)
    name_rows.delete_row(rows.db, SPEAKERS, row, into.id)


def _hand_over(rows: Rows, old: int, new: int, start: int = 0) -> None:
    """Transfer a speaker's mentions and statements from `start` onwards to another speaker."""
    name_rows.give_places(rows.db, SPEAKERS, old, new, start)
    name_rows.give_statements(rows.db, old, new, start)


def split_speaker(rows: Rows, wish: SplitSpeaker) -> None:
    """Transfer what a speaker says from an offset on to another speaker or a new one of the same kind and gender."""
    row = subjects.speaker(rows, wish.speaker)
    if wish.into:
        new = subjects.speaker(rows, wish.into).id
    else:
        name, number = _free_name(rows, wish.name), name_rows.free_number(rows.db, rows.document)
        new = rows.speaker(Speaker(number, name, row.kind, gender=row.told["gender"], origin="user"))
    if new == row.id:
        raise CorrectionRefused
    _hand_over(rows, row.id, new, wish.offset)
    for one in (row, name_rows.row_of(rows.db, SPEAKERS, new)):  # from now on, the mentions of both count as corrected
        correct_row(rows.db, "speaker", one.id, known_as=one.first)
    name_rows.assure_statements(rows.db, new, wish.offset)


def delete_speaker(rows: Rows, wish: DeleteSpeaker) -> None:
    """Delete a speaker and their statements."""
    drop_speaker(rows, subjects.speaker(rows, wish.speaker))


def drop_speaker(rows: Rows, row: NameRow) -> None:
    """Delete the speaker of a row and their statements."""
    name_rows.delete_statements(rows.db, row.id)
    name_rows.delete_row(rows.db, SPEAKERS, row)


def assign_speaker(rows: Rows, wish: AssignSpeaker) -> None:
    """Attribute a statement to another speaker, or make a passage a statement."""
    speaker = subjects.speaker(rows, wish.speaker).id
    same = statement_at(rows.db, rows.document, wish.span, speaker)
    if wish.before:
        row = subjects.statement(rows, wish.span, wish.before)
        if same is not None and same != row:
            correct_row(rows.db, "statement", row, gone=1)
            row = same
        correct_row(rows.db, "statement", row, speaker=speaker, confidence="sure", reason="person")
    elif same is not None:
        correct_row(rows.db, "statement", same, confidence="sure", reason="person")
    else:
        new = Statement(wish.span, wish.speaker, "paraphrase", reason="person", origin="user")
        rows.statement(new, speaker)


def delete_statement(rows: Rows, wish: DeleteStatement) -> None:
    """Delete a statement."""
    correct_row(rows.db, "statement", subjects.statement(rows, wish.span, wish.speaker), gone=1)


def bound_statement(rows: Rows, wish: BoundStatement) -> None:
    """Change the boundaries of a statement; a cue outside them stays as it is."""
    row = subjects.statement(rows, wish.span, wish.speaker)
    leave_deleted(rows, "statement", row, wish.to)
    correct_row(rows.db, "statement", row, start=wish.to.start, end=wish.to.end)


def _named(rows: Rows, wish: Any) -> CorrectionSubject:
    return CorrectionSubject(speaker_name(rows, wish.speaker))


def _renamed(rows: Rows, wish: RenameSpeaker) -> CorrectionSubject:
    return CorrectionSubject(speaker_name(rows, wish.speaker), wish.name)


def _merged(rows: Rows, wish: MergeSpeakers) -> CorrectionSubject:
    return CorrectionSubject(speaker_name(rows, wish.speaker), speaker_name(rows, wish.into))


def _divided(rows: Rows, wish: SplitSpeaker) -> CorrectionSubject:
    now = speaker_name(rows, wish.into) if wish.into else wish.name
    return CorrectionSubject(speaker_name(rows, wish.speaker), now)


def _attributed(rows: Rows, wish: AssignSpeaker) -> CorrectionSubject:
    return CorrectionSubject(passage_words(rows, wish.span), speaker_name(rows, wish.speaker))


def _words(rows: Rows, wish: Any) -> CorrectionSubject:
    return CorrectionSubject(passage_words(rows, wish.span))


RULES: dict[type[Any], Rule] = {
    RenameSpeaker: Rule("rename speaker", rename_speaker, _renamed),
    AddSpeaker: Rule("add speaker", add_speaker, lambda _rows, wish: CorrectionSubject(wish.name)),
    MergeSpeakers: Rule("merge speakers", merge_speakers, _merged),
    SplitSpeaker: Rule("split speaker", split_speaker, _divided),
    DeleteSpeaker: Rule("delete speaker", delete_speaker, _named),
    AssignSpeaker: Rule("attribute", assign_speaker, _attributed),
    DeleteStatement: Rule("delete statement", delete_statement, _words),
    BoundStatement: Rule("bound statement", bound_statement, _words),
}
