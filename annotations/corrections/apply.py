"""Apply a correction: the rule for its kind, its label in the log, and its subject."""

from typing import Any

from annotations.corrections import parts, speech
from annotations.corrections.rule import Rule
from annotations.store.analysis_writer import Rows
from annotations.values.corrections import Correction
from annotations.values.spans import Span, check

_RULES: dict[type[Any], Rule] = {**speech.RULES, **parts.RULES}
LABELS = tuple(f"correct:{rule.label}" for rule in _RULES.values())
REPARSE = "correct:parse again"


def label_of(correction: Correction) -> str:
    """Return the label of this correction's act in the log."""
    return f"correct:{_RULES[type(correction)].label}"


def about(rows: Rows, correction: Correction) -> dict[str, str]:
    """Return what is corrected and what it becomes, in the words of the text, for a readable history.

    Raises CorrectionGone.
    """
    subject = _RULES[type(correction)].subject(rows, correction)
    return {key: value for key, value in subject._asdict().items() if value}


def _spans(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    return [span for item in value for span in _spans(item)] if isinstance(value, tuple) else []


def check_spans(correction: Correction, length: int) -> None:
    """Raise SpanError if a span of the correction is empty or not inside a text of `length` code points."""
    for span in _spans(tuple(correction)):
        check(span.start, span.end, length)


def apply(rows: Rows, correction: Correction) -> None:
    """Apply a correction within an act in progress. Raises CorrectionGone or CorrectionRefused."""
    _RULES[type(correction)].apply(rows, correction)
