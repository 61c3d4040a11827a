"""Reading exports back: the same values, those of earlier versions with what they lacked, and errors of one kind."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from annotations.errors import MergeRefused
from annotations.formats.exports.json import VERSION, dump
from annotations.formats.read_json import load
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.anchors import make_anchor
from annotations.values.attributes import CodedUnit, Coding
from annotations.values.corrections_made import Corrections
from annotations.values.localized import Localized
from annotations.values.model import Annotation, Document, Tag
from annotations.values.spans import Span
from annotations.values.work import Shared, Work
from tests.annotations.formats.whole import ATTRIBUTES, TEXT, works

DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


@settings(max_examples=60)
@given(works())
def test_what_was_exported_is_read_back_whole(work: Work) -> None:
    assert load(dump(work.documents, work.shared)) == (work.shared, work.documents)


def _span(start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": TEXT[start:end]}


def first_version() -> dict[str, Any]:
    """Return an export as the first version wrote it: without form, persons, corrections, uids and origins."""
    statement = {**_span(0, 9), "kind": "topic", "cue": None, "confidence": "likely"}
    speaker = {
        "id": 3, "name": "هُدى", "kind": "person", "role": "", "honorific": "", "mentions": [_span(5, 9)], "statements": [statement],
    }  # fmt: skip
    article = {
        **_span(0, 27), "title": _span(0, 4), "subtitles": [], "dateline": [_span(5, 9)], "agency": "قنا", "city": "", "date": "اليوم",
    }  # fmt: skip
    annotation = {
        "id": 7, "start": 10, "end": 11, "quote": "😀", "prefix": TEXT[:10], "suffix": TEXT[11:43], "tags": [1], "note": "", "coder": "عمر",
        "created": "2024-03-01T08:00:00+00:00", "changed": "2024-03-01T08:00:00+00:00",
    }  # fmt: skip
    session = {
        "number": 1,
        "start": 0,
        "end": 27,
        "label": "أولى",
        "title": None,
        "kind": "session",
        "topics": ["الماء"],
    }
    document = {
        "id": 5, "name": "report", "title": "تقرير", "direction": "ltr", "sha256": DIGEST, "length": len(TEXT), "added": "2024-03-01T08:00:00+00:00",
        "text": TEXT, "noise": [{**_span(0, 4), "kind": "clock"}], "separators": [_span(27, 28)], "articles": [article], "sessions": [session],
        "speakers": [speaker], "topics": [{"text": "الماء", "places": [_span(15, 20)]}], "annotations": [annotation],
    }  # fmt: skip
    tag = {"id": 1, "slot": 1, "name": {"ar": "موقف", "en": "position"}, "color": 1}
    return {"format": "hashiya", "version": 1, "offsets": "", "codebook": [tag], "documents": [document]}


def test_an_export_of_the_first_version_gets_what_it_lacked() -> None:
    shared, (item,) = load(json.dumps(first_version()))
    assert shared == Shared((Tag(1, 1, Localized.of({"ar": "موقف", "en": "position"}), 1),))
    assert item.document == Document(5, "report", "", "تقرير", "L", DIGEST, len(TEXT), "2024-03-01T08:00:00+00:00")
    assert item.analysis == Analysis(
        (Noise(Span(0, 4), "clock"),),
        (Article(Span(0, 27), Span(0, 4), (), (Span(5, 9),), "قنا", "", "اليوم"),),
        (Session(1, Span(0, 27), "أولى", topics=("الماء",)),),
        (Speaker(3, "هُدى", mentions=(Span(5, 9),)),),
        (Statement(Span(0, 9), 3, "topic", confidence="likely", reason=""),),
        (Topic("الماء", (Span(15, 20),)),),
        (Span(27, 28),),
    )
    anchor = make_anchor(TEXT, Span(10, 11))
    assert item.annotations == (
        Annotation(7, 5, anchor, (1,), "", "عمر", "2024-03-01T08:00:00+00:00", "2024-03-01T08:00:00+00:00"),
    )
    assert (item.text, item.codings, item.corrections) == (TEXT, (), Corrections())


@pytest.mark.parametrize(
    ("attribute", "value", "ids"),
    [("a1", "v11", (1, 1001)), ("a1", "v21", (1, 0)), ("a9", "v11", (0, 0)), ("", "", (0, 0))],
)
def test_an_unknown_attribute_or_value_has_no_id(attribute: str, value: str, ids: tuple[int, int]) -> None:
    data = first_version() | {"attributes": json.loads(dump([], Shared(attributes=ATTRIBUTES)))["attributes"]}
    coding = {"attribute": attribute, "value": value, "coder": "عمر", "start": None, "end": None}
    data["documents"][0]["codings"] = [coding]
    data["persons"] = [{"uid": "p", "name": "هدى", "speakers": [], "codings": [coding]}]
    shared, (item,) = load(json.dumps(data))
    assert [(one.attribute, one.value) for one in (*item.codings, *shared.codings)] == [ids, ids]


@pytest.mark.parametrize(
    ("start", "end", "unit"),
    [(None, None, CodedUnit(5)), (0, 9, CodedUnit(5, Span(0, 9))), (9, 27, CodedUnit(5, Span(9, 27)))],
)
def test_a_coding_is_of_a_statement_where_it_has_a_span(start: int | None, end: int | None, unit: CodedUnit) -> None:
    data = first_version() | {"attributes": json.loads(dump([], Shared(attributes=ATTRIBUTES)))["attributes"]}
    data["documents"][0]["codings"] = [{"attribute": "a2", "value": "v21", "coder": "عمر", "start": start, "end": end}]
    _shared, (item,) = load(json.dumps(data))
    assert item.codings == (Coding(unit, 2, 2001, "عمر"),)


def test_a_speaker_of_a_document_that_is_not_exported_is_left_out() -> None:
    data = first_version()
    speakers = [{"sha256": DIGEST, "speaker": 3}, {"sha256": "1" * 64, "speaker": 1}]
    data["persons"] = [{"uid": "p", "name": "هدى", "speakers": speakers, "codings": []}]
    (person,) = load(json.dumps(data))[0].persons
    assert [(one.document, one.speaker) for one in person.speakers] == [(5, 3)]


def without(*keys: str | int) -> Callable[[Any], Any]:
    """Return a change that takes the key at the end of this path away."""

    def change(data: Any) -> Any:
        at = data
        for key in keys[:-1]:
            at = at[key]
        del at[keys[-1]]
        return data

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda _data: None, lambda _data: [], lambda _data: 3, lambda _data: "hashiya", lambda _data: {},
        lambda data: data | {"format": "other"}, lambda data: data | {"version": VERSION + 1}, lambda data: data | {"version": "1"},
        lambda data: data | {"documents": None}, lambda data: data | {"documents": [[]]}, lambda data: data | {"codebook": [3]},
        without("codebook"), without("documents", 0, "text"), without("documents", 0, "speakers", 0, "statements"),
        without("documents", 0, "annotations", 0, "quote"), without("codebook", 0, "name"), without("documents", 0, "noise", 0, "end"),
        lambda data: data | {"persons": [{"name": "هدى"}]},
        lambda data: data | {"documents": [data["documents"][0] | {"corrections": {}}]},
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_with_its_path(change: Callable[[Any], Any]) -> None:
    with pytest.raises(MergeRefused) as error:
        load(json.dumps(change(first_version())), "/tmp/colleague.json")
    assert error.value.values["path"] == "/tmp/colleague.json"


@pytest.mark.parametrize("text", ["", "{", "not json", '{"format": "hashiya"', "\ufeff{}"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(MergeRefused):
        load(text)
