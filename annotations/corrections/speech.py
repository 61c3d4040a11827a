"""Corrections of speakers and statements."""

import sqlite3
from typing import Any

from annotations.corrections.rows import (
    given,
    leave_behind,
    passage_words,
    put,
    speaker_name,
    speaker_row,
    statement_row,
)
from annotations.corrections.rule import CorrectionSubject, Rule
from annotations.errors import CorrectionRefused, NameTaken
from annotations.store.analysis_rows import Rows
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
from annotations.values.spans import Span


def _free_number(db: sqlite3.Connection, document: int) -> int:
    query = "SELECT coalesce(max(number), 0) + 1 FROM speaker WHERE document = ?"
    return int(db.execute(query, (document,)).fetchone()[0])


def rename_speaker(db: sqlite3.Connection, document: int, wish: RenameSpeaker) -> None:
    """Rename a speaker."""
    row = speaker_row(db, document, wish.speaker)
    put(
        db,
        "speaker",
        row["id"],
        name=_free_name(db, document, wish.name, row["id"]),
        known_as=row["known_as"] or row["name"],
    )


def add_speaker(db: sqlite3.Connection, document: int, wish: AddSpeaker) -> None:
    """Add a speaker, with a first mention and a first statement if given."""
    rows = Rows(db, document)
    mentions = (wish.mention,) if wish.mention is not None else ()
    for place in mentions:  # a mention names one speaker only
        others = "SELECT id FROM speaker WHERE document = ?"
        db.execute(f'DELETE FROM mention WHERE speaker IN ({others}) AND start = ? AND "end" = ?', (document, *place))
    number = _free_number(db, document)
    rows.speaker(Speaker(number, _free_name(db, document, wish.name), wish.kind, mentions=mentions, origin="user"))
    if wish.statement is not None:
        assign_speaker(db, document, AssignSpeaker(wish.statement, number, wish.before))


def merge_speakers(db: sqlite3.Connection, document: int, wish: MergeSpeakers) -> None:
    """Merge a speaker into another, which takes over the role, honorific, affiliation and gender it lacks."""
    if wish.speaker == wish.into:
        raise CorrectionRefused
    join_speakers(db, speaker_row(db, document, wish.speaker), speaker_row(db, document, wish.into))


def join_speakers(db: sqlite3.Connection, row: sqlite3.Row, into: sqlite3.Row) -> None:
    """Merge the speaker of one row into that of another."""
    _hand_over(db, row["id"], into["id"])
    told = {name: into[name] or row[name] for name in ("role", "honorific", "affiliation", "gender")}
    put(db, "speaker", into["id"], known_as=into["known_as"] or into["name"], **told)
    put(db, "speaker", row["id"], gone=1, same_as=into["id"], known_as=row["known_as"] or row["name"])


def _hand_over(db: sqlite3.Connection, old: int, new: int, start: int = 0) -> None:
    """Transfer a speaker's mentions and statements from `start` onwards to another speaker."""
    there = "SELECT 1 FROM mention AS other WHERE other.speaker = ? AND other.start = mention.start"
    db.execute(f"DELETE FROM mention WHERE speaker = ? AND start >= ? AND EXISTS ({there})", (old, start, new))
    db.execute("UPDATE mention SET speaker = ? WHERE speaker = ? AND start >= ?", (new, old, start))
    db.execute("UPDATE statement SET speaker = ?, origin = 'user' WHERE speaker = ? AND start >= ?", (new, old, start))
    db.execute("UPDATE statement SET via = ?, origin = 'user' WHERE via = ? AND start >= ?", (new, old, start))


def _free_name(db: sqlite3.Connection, document: int, name: str, besides: int = 0) -> str:
    """Return a typed name with its whitespace normalised. Raises CorrectionRefused if empty, NameTaken if in use."""
    wanted = given(name)
    query = "SELECT 1 FROM speaker WHERE document = ? AND name = ? AND NOT gone AND id != ?"
    if db.execute(query, (document, wanted, besides)).fetchone() is not None:
        raise NameTaken(name=wanted)
    return wanted


def split_speaker(db: sqlite3.Connection, document: int, wish: SplitSpeaker) -> None:
    """Transfer what a speaker says from an offset on to another speaker or a new one of the same kind and gender."""
    row = speaker_row(db, document, wish.speaker)
    if wish.into:
        new = speaker_row(db, document, wish.into)["id"]
    else:
        name = _free_name(db, document, wish.name)
        speaker = Speaker(_free_number(db, document), name, row["kind"], gender=row["gender"], origin="user")
        new = Rows(db, document).speaker(speaker)
    if new == row["id"]:
        raise CorrectionRefused
    _hand_over(db, row["id"], new, wish.offset)
    for number in (row["id"], new):  # from now on, the mentions of both count as corrected
        known = db.execute("SELECT known_as, name FROM speaker WHERE id = ?", (number,)).fetchone()
        put(db, "speaker", number, known_as=known[0] or known[1])
    told = "UPDATE statement SET confidence = 'sure', reason = 'person' WHERE speaker = ? AND start >= ?"
    db.execute(told, (new, wish.offset))


def delete_speaker(db: sqlite3.Connection, document: int, wish: DeleteSpeaker) -> None:
    """Delete a speaker and their statements."""
    drop_speaker(db, speaker_row(db, document, wish.speaker))


def drop_speaker(db: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Delete the speaker of a row and their statements."""
    db.execute("UPDATE statement SET gone = 1, origin = 'user' WHERE speaker = ? AND NOT gone", (row["id"],))
    put(db, "speaker", row["id"], gone=1, same_as=0, known_as=row["known_as"] or row["name"])


def assign_speaker(db: sqlite3.Connection, document: int, wish: AssignSpeaker) -> None:
    """Attribute a statement to another speaker, or make a passage a statement."""
    speaker = speaker_row(db, document, wish.speaker)["id"]
    query = 'SELECT id FROM statement WHERE document = ? AND start = ? AND "end" = ? AND speaker = ? AND NOT gone'
    same = db.execute(query, (document, *wish.span, speaker)).fetchone()
    if wish.before:
        row = statement_row(db, document, wish.span, speaker_row(db, document, wish.before)["id"])["id"]
        if same is not None and same["id"] != row:
            put(db, "statement", row, gone=1)
            row = same["id"]
        put(db, "statement", row, speaker=speaker, confidence="sure", reason="person")
    elif same is not None:
        put(db, "statement", same["id"], confidence="sure", reason="person")
    else:
        new = Statement(wish.span, wish.speaker, "paraphrase", reason="person", origin="user")
        Rows(db, document).statement(new, speaker)


def delete_statement(db: sqlite3.Connection, document: int, wish: DeleteStatement) -> None:
    """Delete a statement."""
    put(db, "statement", _statement(db, document, wish.span, wish.speaker), gone=1)


def bound_statement(db: sqlite3.Connection, document: int, wish: BoundStatement) -> None:
    """Change the boundaries of a statement; a cue outside them stays as it is."""
    number = _statement(db, document, wish.span, wish.speaker)
    leave_behind(db, "statement", number, wish.to)
    put(db, "statement", number, start=wish.to.start, end=wish.to.end)


def _statement(db: sqlite3.Connection, document: int, span: Span, speaker: int) -> int:
    return int(statement_row(db, document, span, speaker_row(db, document, speaker)["id"])["id"])


def _split_subject(db: sqlite3.Connection, document: int, wish: SplitSpeaker) -> CorrectionSubject:
    now = speaker_name(db, document, wish.into) if wish.into else wish.name
    return CorrectionSubject(speaker_name(db, document, wish.speaker), now)


RULES: dict[type[Any], Rule] = {
    RenameSpeaker: Rule(
        "rename speaker", rename_speaker, lambda db, at, wish: CorrectionSubject(speaker_name(db, at, wish.speaker), wish.name)
    ),
    AddSpeaker: Rule("add speaker", add_speaker, lambda _db, _at, wish: CorrectionSubject(wish.name)),
    MergeSpeakers: Rule(
        "merge speakers", merge_speakers,
        lambda db, at, wish: CorrectionSubject(speaker_name(db, at, wish.speaker), speaker_name(db, at, wish.into)),
    ),
    SplitSpeaker: Rule("split speaker", split_speaker, _split_subject),
    DeleteSpeaker: Rule(
        "delete speaker", delete_speaker, lambda db, at, wish: CorrectionSubject(speaker_name(db, at, wish.speaker))
    ),
    AssignSpeaker: Rule(
        "attribute", assign_speaker,
        lambda db, at, wish: CorrectionSubject(passage_words(db, at, wish.span), speaker_name(db, at, wish.speaker)),
    ),
    DeleteStatement: Rule(
        "delete statement", delete_statement, lambda db, at, wish: CorrectionSubject(passage_words(db, at, wish.span))
    ),
    BoundStatement: Rule(
        "bound statement", bound_statement, lambda db, at, wish: CorrectionSubject(passage_words(db, at, wish.span))
    ),
}  # fmt: skip
