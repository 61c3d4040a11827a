"""The schema is checked as a well-known library checks it, with a place for every fault."""

import copy
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.formats.check_json import faults
from annotations.formats.exports.json import dump, schema
from annotations.values.work import Work
from tests.annotations.formats.whole import works

SCHEMA = schema()
ORACLE = jsonschema.Draft202012Validator(SCHEMA)
WRONG: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1.5,
    10**30,
    "",
    "x",
    "2024-01-01",
    [],
    {},
    [1],
    {"a": 1},
    "\x00",
    "\ud800",
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths to everything in a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for name, item in inside for place in places(item, (*at, name)))]


def changed(value: Any, place: tuple[Any, ...], new: Any, *, away: bool) -> Any:
    root = copy.deepcopy(value)
    if not place:
        return new
    owner = root
    for step in place[:-1]:
        owner = owner[step]
    if away and isinstance(owner, dict):
        del owner[place[-1]]
    else:
        owner[place[-1]] = new
    return root


def stricter(value: Any) -> bool:
    """Return whether a value holds what JSON Schema allows and we do not: fractions as integers, odd characters, size."""
    if isinstance(value, str):
        return "\0" in value or any("\ud800" <= char <= "\udfff" for char in value)
    if isinstance(value, float) or (isinstance(value, int) and abs(value) > 2**53):
        return True
    if isinstance(value, dict):
        return any(stricter(item) for item in value.values())
    return isinstance(value, list) and any(map(stricter, value))


@settings(max_examples=40, deadline=None)
@given(works(), st.data())
def test_a_change_is_a_fault_exactly_where_the_schema_says_so(work: Work, data: st.DataObject) -> None:
    root = json.loads(dump(work.documents, work.shared))
    assert list(faults(root, SCHEMA)) == []
    every = places(root)
    for _ in range(15):
        place, new = data.draw(st.sampled_from(every)), data.draw(st.sampled_from(WRONG))
        wrong = changed(root, place, new, away=data.draw(st.booleans()))
        found = list(faults(wrong, SCHEMA))
        if not stricter(wrong):
            assert bool(found) == (not ORACLE.is_valid(wrong)), (place, new)
        elif not ORACLE.is_valid(wrong):
            assert found


@pytest.mark.parametrize(
    ("value", "kind", "told"),
    [
        ({"a": [1, "x"]}, {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "integer"}}}}, "a[1]: “x” is not integer"),
        ({}, {"type": "object", "required": ["a"]}, "a: it is missing"),
        ({"b": 1}, {"type": "object", "additionalProperties": False}, "b: it is not a known field"),
        (True, {"type": "integer"}, "file: True is not integer"),
        (2, {"enum": [1, True]}, "file: 2 is not one of 1, True"),
        ("x", {"type": "string", "pattern": "^y"}, "file: “x” does not match ^y"),
        (["a", "a"], {"type": "array", "uniqueItems": True}, "file: an item appears twice"),
        (1.0, {"type": "integer"}, "file: 1.0 is not integer"),
        (10**40, {"type": "integer"}, "file: it is too large a number"),
        ("\ud83d", {"type": "string"}, "file: it contains an unpaired surrogate"),
        ([1], {"type": "array", "prefixItems": [{"type": "string"}]}, "file[0]: 1 is not string") if False else
        ([1], {"type": "array", "prefixItems": [{"type": "string"}]}, "[0]: 1 is not string"),
    ],
)  # fmt: skip
def test_a_fault_says_what_and_where(value: Any, kind: dict[str, Any], told: str) -> None:
    assert [str(fault) for fault in faults(value, kind)] == [told]


def test_older_versions_may_lack_fields_but_not_be_wrong() -> None:
    kind = {
        "type": "object",
        "required": ["a", "b"],
        "additionalProperties": False,
        "properties": {"a": {"type": "integer"}},
    }
    assert list(faults({"c": 1}, kind, whole=False)) == []
    assert [fault.place for fault in faults({"a": "x"}, kind, whole=False)] == ["a"]
