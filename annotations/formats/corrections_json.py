"""What people put right in a document, as JSON: the part of an export that a merge reads. Spans are [start, end]."""

from collections.abc import Mapping
from typing import Any

from annotations.corrections.corrected import Corrections, Named, Stretch
from annotations.reading import Noise, Session, Speaker, Statement, Topic
from annotations.spans import Span

STRETCHED = {"noise": Noise, "sessions": Session, "statements": Statement}
_NAMED = {"speakers": Speaker, "topics": Topic}


def _read(field: str, value: Any) -> Any:
    if field in ("span", "title", "cue"):
        return None if value is None else Span(*value)
    if field in ("mentions", "places"):
        return tuple(Span(*place) for place in value)
    return tuple(value) if field == "topics" else value


def _value(kind: type[Any], item: Mapping[str, Any]) -> Any:
    return kind(**{field: _read(field, item[field]) for field in kind._fields})


def dump_stretch(one: Stretch[Any]) -> dict[str, Any]:
    """Return a stretch of furniture, a session or a statement as JSON."""
    return {**one.value._asdict(), "gone": one.gone}


def load_stretch(kind: type[Any], item: Mapping[str, Any]) -> Stretch[Any]:
    """Return a stretch from JSON. kind: Noise, Session or Statement. Raises KeyError or TypeError where it is none."""
    return Stretch(_value(kind, item), bool(item["gone"]))


def dump(corrections: Corrections) -> dict[str, Any]:
    """Return corrections as JSON."""
    found: dict[str, Any] = {name: list(map(dump_stretch, getattr(corrections, name))) for name in STRETCHED}
    for name in _NAMED:
        found[name] = [
            {**one.value._asdict(), "known_as": one.known_as, "gone": one.gone, "into": one.into}
            for one in getattr(corrections, name)
        ]
    return found


def load(item: Mapping[str, Any]) -> Corrections:
    """Return corrections from JSON. Raises KeyError or TypeError where it is none."""
    found: dict[str, Any] = {
        name: tuple(load_stretch(kind, one) for one in item[name]) for name, kind in STRETCHED.items()
    }
    for name, kind in _NAMED.items():
        found[name] = tuple(
            Named(_value(kind, one), one["known_as"], bool(one["gone"]), one["into"]) for one in item[name]
        )
    return Corrections(**found)
