"""Corrections as JSON: the same when read back, and an error where something is missing."""

import json
from typing import Any

import pytest
from hypothesis import given

from annotations.formats.corrections_json import STRETCHED, dump, load
from annotations.values.analysis import Session, Speaker
from annotations.values.corrections_made import CorrectedName, Corrections, Stretch
from annotations.values.spans import Span
from tests.annotations.formats.whole import CORRECTIONS


@given(CORRECTIONS)
def test_corrections_come_back_from_json_as_they_were(corrections: Corrections) -> None:
    assert load(json.loads(json.dumps(dump(corrections)))) == corrections


def test_no_corrections_are_five_empty_lists() -> None:
    assert dump(Corrections()) == {name: [] for name in ("noise", "sessions", "statements", "speakers", "topics")}
    assert set(STRETCHED) < set(dump(Corrections()))


SOME = Corrections(
    sessions=(Stretch(Session(1, Span(4, 9), "أُولى", topics=("😀",), origin="user"), gone=True),),
    speakers=(CorrectedName(Speaker(2, "ليلى", mentions=(Span(0, 4),)), "هند", gone=False, into="سالم"),),
)


def test_spans_are_pairs_and_names_keep_their_first_one() -> None:
    data = json.loads(json.dumps(dump(SOME)))
    (session,), (speaker,) = data["sessions"], data["speakers"]
    assert (session["span"], session["title"], session["topics"], session["gone"]) == ([4, 9], None, ["😀"], True)
    assert (speaker["name"], speaker["known_as"], speaker["into"], speaker["mentions"]) == (
        "ليلى", "هند", "سالم", [[0, 4]],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("part", "key"),
    [("sessions", "span"), ("sessions", "gone"), ("sessions", "origin"), ("speakers", "known_as"), ("speakers", "into"), ("speakers", "mentions")],
)  # fmt: skip
def test_a_correction_without_all_of_its_fields_holds_none(part: str, key: str) -> None:
    data: dict[str, Any] = json.loads(json.dumps(dump(SOME)))
    del data[part][0][key]
    with pytest.raises(KeyError):
        load(data)
    del data[part]
    with pytest.raises(KeyError):
        load(data)


@pytest.mark.parametrize("span", [3, [1], [1, 2, 3]])
def test_a_span_that_is_no_pair_is_refused(span: object) -> None:
    data: dict[str, Any] = json.loads(json.dumps(dump(SOME)))
    data["sessions"][0]["span"] = span
    with pytest.raises(TypeError):
        load(data)
