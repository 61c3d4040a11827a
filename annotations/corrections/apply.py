"""Which function carries out which correction, and what each act is called in the log."""

import sqlite3
from collections.abc import Callable
from typing import Any

from annotations.corrections import parts, speech
from annotations.values import corrections
from annotations.values.corrections import Correction
from annotations.values.spans import Span, check

_APPLY: dict[type[Any], tuple[str, Callable[[sqlite3.Connection, int, Any], None]]] = {
    corrections.RenameSpeaker: ("rename speaker", speech.rename_speaker),
    corrections.AddSpeaker: ("add speaker", speech.add_speaker),
    corrections.MergeSpeakers: ("merge speakers", speech.merge_speakers),
    corrections.SplitSpeaker: ("split speaker", speech.split_speaker),
    corrections.DeleteSpeaker: ("delete speaker", speech.delete_speaker),
    corrections.Attribute: ("attribute", speech.attribute),
    corrections.DeleteStatement: ("delete statement", speech.delete_statement),
    corrections.BoundStatement: ("bound statement", speech.bound_statement),
    corrections.AddSession: ("add session", parts.add_session),
    corrections.MoveSession: ("move session", parts.move_session),
    corrections.SplitSession: ("split session", parts.split_session),
    corrections.MergeSessions: ("merge sessions", parts.merge_sessions),
    corrections.RenameSession: ("rename session", parts.rename_session),
    corrections.DeleteSession: ("delete session", parts.delete_session),
    corrections.AddTopic: ("add topic", parts.add_topic),
    corrections.RenameTopic: ("rename topic", parts.rename_topic),
    corrections.MergeTopics: ("merge topics", parts.merge_topics),
    corrections.DeleteTopic: ("delete topic", parts.delete_topic),
    corrections.AddNoise: ("add noise", parts.add_noise),
    corrections.DeleteNoise: ("delete noise", parts.delete_noise),
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
