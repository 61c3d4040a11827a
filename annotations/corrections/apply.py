"""Which function carries out which correction, and what each act is called in the log."""

import sqlite3
from collections.abc import Callable
from typing import Any

from annotations.corrections import parts, speech, values
from annotations.corrections.values import Correction
from annotations.spans import Span, check

_APPLY: dict[type[Any], tuple[str, Callable[[sqlite3.Connection, int, Any], None]]] = {
    values.RenameSpeaker: ("rename speaker", speech.rename_speaker),
    values.AddSpeaker: ("add speaker", speech.add_speaker),
    values.MergeSpeakers: ("merge speakers", speech.merge_speakers),
    values.SplitSpeaker: ("split speaker", speech.split_speaker),
    values.DeleteSpeaker: ("delete speaker", speech.delete_speaker),
    values.Attribute: ("attribute", speech.attribute),
    values.DeleteStatement: ("delete statement", speech.delete_statement),
    values.BoundStatement: ("bound statement", speech.bound_statement),
    values.AddSession: ("add session", parts.add_session),
    values.MoveSession: ("move session", parts.move_session),
    values.SplitSession: ("split session", parts.split_session),
    values.MergeSessions: ("merge sessions", parts.merge_sessions),
    values.RenameSession: ("rename session", parts.rename_session),
    values.DeleteSession: ("delete session", parts.delete_session),
    values.AddTopic: ("add topic", parts.add_topic),
    values.RenameTopic: ("rename topic", parts.rename_topic),
    values.MergeTopics: ("merge topics", parts.merge_topics),
    values.DeleteTopic: ("delete topic", parts.delete_topic),
    values.AddNoise: ("add noise", parts.add_noise),
    values.DeleteNoise: ("delete noise", parts.delete_noise),
}
LABELS = tuple(label for label, _ in _APPLY.values())
REPARSE = "parse again"


def label_of(correction: Correction) -> str:
    """Return what the act of this correction is called in the log."""
    return _APPLY[type(correction)][0]


def _spans(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    return [span for item in value for span in _spans(item)] if isinstance(value, tuple) else []


def check_spans(correction: Correction, length: int) -> None:
    """Raise SpanError where a span of the correction is empty or not inside a text of `length` code points."""
    for span in _spans(tuple(correction)):
        check(span.start, span.end, length)


def apply(db: sqlite3.Connection, document: int, correction: Correction) -> None:
    """Carry out a correction within an act that has begun. Raises CorrectionGone or CorrectionRefused."""
    _APPLY[type(correction)][1](db, document, correction)
