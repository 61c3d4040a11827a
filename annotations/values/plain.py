"""Convert parts of an analysis to plain values for JSON, in the library and in exports, and back.

A span is [start, end]; every other field is stored under its own name.
"""

from collections.abc import Mapping
from typing import Any

from annotations.values.corrections_made import Stretch
from annotations.values.spans import Span


def _field(name: str, value: Any) -> Any:
    if name in ("span", "title", "cue"):
        return None if value is None else Span(*value)
    if name in ("mentions", "places"):
        return tuple(Span(*place) for place in value)
    return tuple(value) if name == "topics" else value


def from_plain(kind: type[Any], item: Mapping[str, Any]) -> Any:
    """Return a value of `kind` (Noise, Session, Statement, Speaker, Topic). Raises KeyError or TypeError if invalid."""
    return kind(**{name: _field(name, item[name]) for name in kind._fields})


def stretch_to_plain(one: Stretch[Any]) -> dict[str, Any]:
    """Return a stretch of boilerplate, a session or a statement as plain values."""
    return {**one.value._asdict(), "gone": one.gone}


def stretch_from_plain(kind: type[Any], item: Mapping[str, Any]) -> Stretch[Any]:
    """Return a stretch. kind: Noise, Session or Statement. Raises KeyError or TypeError if `item` is invalid."""
    return Stretch(from_plain(kind, item), bool(item["gone"]))
