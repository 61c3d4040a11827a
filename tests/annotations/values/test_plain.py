"""Parts of an analysis survive the way through JSON, and damaged ones are refused."""

import json
from typing import Any

import pytest

from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections_made import STRETCHES, Stretch
from annotations.values.plain import from_plain, stretch_from_plain, stretch_to_plain
from annotations.values.spans import Span

NOISE = Noise(Span(0, 4), "clock", "user")
SESSION = Session(2, Span(4, 30), "جَلسة 😀", Span(4, 9), "closing", ("الأمن", "المياه"), "user")
STATEMENT = Statement(Span(9, 20), 3, "quotation", Span(9, 12), "likely", "surname", "warn", 2, "user")
SPEAKER = Speaker(3, "هِند", "person", "مديرة", "السيدة", (Span(9, 12), Span(15, 18)), "الهيئة", "f", "user")
VALUES = [
    NOISE,
    SESSION,
    Session(1, Span(0, 4), ""),
    STATEMENT,
    Statement(Span(0, 4), 1, "topic"),
    SPEAKER,
    Speaker(1, "سالم"),
    Topic("التعليم", (Span(1, 8),), "user"),
    Topic("المياه"),
]


def through_json(item: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(item))
    return found


@pytest.mark.parametrize("value", VALUES)
def test_a_value_comes_back_from_json_with_its_types(value: Any) -> None:
    found = from_plain(type(value), through_json(value._asdict()))
    assert found == value
    assert [type(field) for field in found] == [type(field) for field in value]
    assert all(type(place) is Span for name in ("mentions", "places") for place in getattr(found, name, ()))


@pytest.mark.parametrize("value", [NOISE, SESSION, STATEMENT])
@pytest.mark.parametrize("gone", [True, False])
def test_a_stretch_comes_back_from_json(value: Any, gone: bool) -> None:
    kind = next(kind for kind in STRETCHES.values() if kind is type(value))
    assert stretch_from_plain(kind, through_json(stretch_to_plain(Stretch(value, gone)))) == Stretch(value, gone)


def test_spans_are_lists_and_the_mark_stands_beside_the_fields() -> None:
    assert through_json(stretch_to_plain(Stretch(NOISE, gone=True))) == {
        "span": [0, 4], "kind": "clock", "origin": "user", "gone": True,
    }  # fmt: skip


@pytest.mark.parametrize("name", [*STATEMENT._fields, "gone"])
def test_a_missing_field_is_refused(name: str) -> None:
    item = stretch_to_plain(Stretch(STATEMENT))
    del item[name]
    with pytest.raises(KeyError, match=name):
        stretch_from_plain(Statement, item)


@pytest.mark.parametrize(
    ("value", "field", "damaged"),
    [(NOISE, "span", [1]), (NOISE, "span", 4), (STATEMENT, "cue", [1, 2, 3]), (SPEAKER, "mentions", [[1]]), (SPEAKER, "mentions", None)],
)  # fmt: skip
def test_a_damaged_place_is_refused(value: Any, field: str, damaged: object) -> None:
    with pytest.raises(TypeError):
        from_plain(type(value), {**value._asdict(), field: damaged})
