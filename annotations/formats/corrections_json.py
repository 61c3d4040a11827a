"""Corrections of a document as JSON: the part of an export that a merge reads. Spans are [start, end]."""

from collections.abc import Mapping
from typing import Any

from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections_made import CorrectedName, Corrections
from annotations.values.plain import from_plain, stretch_from_plain, stretch_to_plain

STRETCHED = {"noise": Noise, "sessions": Session, "statements": Statement}
_NAMED = {"speakers": Speaker, "topics": Topic}


def dump(corrections: Corrections) -> dict[str, Any]:
    """Return corrections as JSON."""
    found: dict[str, Any] = {name: list(map(stretch_to_plain, getattr(corrections, name))) for name in STRETCHED}
    for name in _NAMED:
        found[name] = [
            {**one.value._asdict(), "known_as": one.known_as, "gone": one.gone, "into": one.into}
            for one in getattr(corrections, name)
        ]
    return found


def load(item: Mapping[str, Any]) -> Corrections:
    """Return corrections from JSON. Raises KeyError or TypeError if it does not hold any."""
    found: dict[str, Any] = {
        name: tuple(stretch_from_plain(kind, one) for one in item[name]) for name, kind in STRETCHED.items()
    }
    for name, kind in _NAMED.items():
        found[name] = tuple(
            CorrectedName(from_plain(kind, one), one["known_as"], bool(one["gone"]), one["into"]) for one in item[name]
        )
    return Corrections(**found)
