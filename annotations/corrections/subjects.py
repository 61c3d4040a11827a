"""What a correction is about: the row it changes, and its name in the history."""

from typing import TypeVar

from annotations.errors import CorrectionGone, CorrectionRefused
from annotations.store import correction_rows, document_rows, name_rows
from annotations.store.analysis_writer import Rows
from annotations.store.correction_rows import SessionRow
from annotations.store.name_rows import TOPICS, NameRow
from annotations.values.spans import Span

_LONGEST = 60  # characters of a passage shown in the history

T = TypeVar("T")


def _there(found: T | None) -> T:
    if found is None:
        raise CorrectionGone
    return found


def speaker(rows: Rows, number: int) -> NameRow:
    """Return the speaker with this number. Raises CorrectionGone."""
    return _there(name_rows.speaker_numbered(rows.db, rows.document, number))


def topic(rows: Rows, text: str) -> NameRow:
    """Return the topic with this text. Raises CorrectionGone."""
    return _there(name_rows.called(rows.db, TOPICS, rows.document, text))


def session(rows: Rows, number: int) -> SessionRow:
    """Return a session by its number in order, from 1. Raises CorrectionGone."""
    found = correction_rows.sessions(rows.db, rows.document)
    return _there(found[number - 1] if 0 < number <= len(found) else None)


def statement(rows: Rows, span: Span, number: int) -> int:
    """Return the row of the statement of exactly this span by the speaker with this number. Raises CorrectionGone."""
    return _there(correction_rows.statement_at(rows.db, rows.document, span, speaker(rows, number).id))


def noise(rows: Rows, span: Span) -> int:
    """Return the row of the boilerplate of exactly this span. Raises CorrectionGone."""
    return _there(correction_rows.noise_at(rows.db, rows.document, span))


def speaker_name(rows: Rows, number: int) -> str:
    """Return the name of the speaker with this number. Raises CorrectionGone."""
    return speaker(rows, number).name


def session_label(rows: Rows, number: int) -> str:
    """Return the label of a session by its number in order, from 1. Raises CorrectionGone."""
    return session(rows, number).session.label


def passage_words(rows: Rows, span: Span) -> str:
    """Return the first words of a passage, for the history."""
    return " ".join(document_rows.stretch(rows.db, rows.document, *span).split())[:_LONGEST]


def given(text: str) -> str:
    """Return a typed name with its whitespace normalised. Raises CorrectionRefused if it is empty."""
    name = " ".join(text.split())
    if not name:
        raise CorrectionRefused
    return name
