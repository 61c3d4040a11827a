"""What a correction is about, in the words of the text: kept with the act, for a history that can be read."""

import sqlite3
from typing import Any

from annotations.corrections.rows import session_row, speaker_row
from annotations.store import queries
from annotations.values.corrections import Correction
from annotations.values.spans import Span

_LONGEST = 60  # characters of a passage


def _name(db: sqlite3.Connection, document: int, correction: Correction) -> str:
    said: Any = correction
    if hasattr(correction, "session"):
        return str(session_row(db, document, said.session)["label"])
    span = getattr(correction, "span", None)
    if isinstance(span, Span) and not hasattr(correction, "label"):
        return " ".join(queries.stretch(db, document, *span).split())[:_LONGEST]
    if isinstance(getattr(correction, "speaker", None), int):
        return str(speaker_row(db, document, said.speaker)["name"])
    for field in ("topic", "label", "name", "text"):
        if getattr(correction, field, ""):
            return str(getattr(correction, field))
    return ""


def _now(db: sqlite3.Connection, document: int, correction: Correction) -> str:
    """Return what it is called or whose it is from then on, empty where that does not change."""
    said: Any = correction
    into = getattr(correction, "into", 0)
    if isinstance(into, int) and into:
        return str(speaker_row(db, document, into)["name"])
    if isinstance(into, str) and into:
        return into
    if hasattr(correction, "before") and isinstance(getattr(correction, "speaker", None), int):
        return str(speaker_row(db, document, said.speaker)["name"])
    if hasattr(correction, "session") or hasattr(correction, "speaker"):
        return str(getattr(correction, "name", "") or getattr(correction, "label", ""))
    return str(getattr(correction, "text", "")) if hasattr(correction, "topic") else ""


def about(db: sqlite3.Connection, document: int, correction: Correction) -> dict[str, str]:
    """Return the name of what is corrected, and what it is from then on where that changes. Raises CorrectionGone."""
    found = {"name": _name(db, document, correction), "now": _now(db, document, correction)}
    return {key: value for key, value in found.items() if value}
