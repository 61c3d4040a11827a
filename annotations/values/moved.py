"""Moving the spans of a value, wherever in it they are."""

from typing import Any, TypeVar, cast

from annotations.values.spans import Span

T = TypeVar("T", bound=tuple[Any, ...])


def moved(value: T, by: int) -> T:
    """Return a value made of named tuples with every span in it moved by so many code points."""
    if isinstance(value, Span):
        return cast("T", Span(value.start + by, value.end + by))
    parts = [moved(part, by) if isinstance(part, tuple) else part for part in value]
    return cast("T", value._make(parts) if hasattr(value, "_make") else tuple(parts))
