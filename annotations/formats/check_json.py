"""Checking JSON against a schema: what is wrong, and where, in the part of JSON Schema (2020-12) that ours uses.

A well-kept library would bring several packages for a schema of fifteen keywords; this one is tested against it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotations.values.faults import Fault

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None), "number": (int, float),
}  # fmt: skip
_LARGEST = 2**53  # what every program reads exactly; SQLite's integers end at 2**63
_SURROGATE = re.compile("[\ud800-\udfff]")
Schema = Mapping[str, Any]


def faults(value: Any, schema: Schema, *, whole: bool = True) -> Iterator[Fault]:
    """Yield what is wrong with a value. whole: whether required and unknown properties matter (not in older versions)."""
    yield from _Check(schema, whole=whole).value(value, schema, "")


class _Check:
    """Checks values against the parts of one schema."""

    def __init__(self, root: Schema, *, whole: bool) -> None:
        """Resolve references in this schema."""
        self._root, self._whole = root, whole

    def value(self, value: Any, schema: Schema, place: str) -> Iterator[Fault]:
        """Yield the faults of a value at a place."""
        while "$ref" in schema:
            schema = self._root["$defs"][schema["$ref"].rpartition("/")[2]]
        if "oneOf" in schema:
            yield from self._one_of(value, schema["oneOf"], place)
        elif not _is_of(value, schema.get("type", list(_TYPES))):
            yield Fault(place, f"{_shown(value)} is not {_named(schema['type'])}")
        elif "enum" in schema and not any(value == one and type(value) is type(one) for one in schema["enum"]):
            yield Fault(place, f"{_shown(value)} is not one of {', '.join(map(_shown, schema['enum']))}")
        elif "const" in schema and value != schema["const"] and self._whole:
            yield Fault(place, f"{_shown(value)} is not {_shown(schema['const'])}")
        elif isinstance(value, str):
            yield from self._text(value, schema, place)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield from self._number(value, schema, place)
        elif isinstance(value, list):
            yield from self._array(value, schema, place)
        elif isinstance(value, dict):
            yield from self._object(value, schema, place)

    def _one_of(self, value: Any, choices: list[Schema], place: str) -> Iterator[Fault]:
        tried = [list(self.value(value, one, place)) for one in choices]
        if all(tried):
            same = (
                [found for found, one in zip(tried, choices, strict=True) if "$ref" in one]
                if value is not None
                else tried
            )
            yield from (same or tried)[0]

    def _text(self, value: str, schema: Schema, place: str) -> Iterator[Fault]:
        if _SURROGATE.search(value):
            yield Fault(place, "it contains an unpaired surrogate")
        if "\0" in value:
            yield Fault(place, "it contains the character U+0000")
        if len(value) < schema.get("minLength", 0):
            yield Fault(place, "it is empty")
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield Fault(place, f"{_shown(value)} does not match {schema['pattern']}")

    def _number(self, value: float, schema: Schema, place: str) -> Iterator[Fault]:
        if not -_LARGEST <= value <= _LARGEST:
            yield Fault(place, "it is too large a number")
        elif value < schema.get("minimum", value):
            yield Fault(place, f"{value} is less than {schema['minimum']}")
        elif value > schema.get("maximum", value):
            yield Fault(place, f"{value} is more than {schema['maximum']}")

    def _array(self, value: list[Any], schema: Schema, place: str) -> Iterator[Fault]:
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield Fault(place, f"it has {len(value)} items")
        if schema.get("uniqueItems") and len({(type(one), str(one)) for one in value}) < len(value):
            yield Fault(place, "an item appears twice")
        prefix = schema.get("prefixItems", ())
        for at, item in enumerate(value):
            of = prefix[at] if at < len(prefix) else schema.get("items", {})
            yield from self.value(item, of if isinstance(of, Mapping) else {}, f"{place}[{at}]")

    def _object(self, value: dict[str, Any], schema: Schema, place: str) -> Iterator[Fault]:
        known = schema.get("properties", {})
        dot = f"{place}." if place else ""
        if self._whole:
            yield from (
                Fault(f"{dot}{name}", "it is missing") for name in schema.get("required", ()) if name not in value
            )
        more = schema.get("additionalProperties", {})
        for name, item in value.items():
            if _SURROGATE.search(name):
                yield Fault(place, "the name of a field is not text")
            elif name in known:
                yield from self.value(item, known[name], f"{dot}{name}")
            elif more is False and self._whole:
                yield Fault(f"{dot}{name}"[:80], "it is not a known field")
            elif isinstance(more, Mapping):
                yield from self.value(item, more, f"{dot}{name}"[:80])


def _is_of(value: Any, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)


def _named(wanted: str | list[str]) -> str:
    return wanted if isinstance(wanted, str) else " or ".join(wanted)


def _shown(value: Any) -> str:
    text = repr(value) if not isinstance(value, str) else f"“{value}”"
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= 40 else text[:39] + "…"
