"""The JSON export: every one satisfies the schema, says what it holds in code points, and loses nothing."""

import json
import os
from collections.abc import Iterator

import jsonschema
import pytest
from hypothesis import given, settings

from annotations.formats.exports.json import EXPORT, FORMAT, VERSION, dump, schema
from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.attributes import CodedUnit, Coding
from annotations.values.corrections import Correction
from annotations.values.localized import Localized
from annotations.values.model import Document, DocumentSpeaker, Person, Tag
from annotations.values.spans import Span
from annotations.values.work import Exported, Shared, Work
from tests.annotations.acts.test_acts import prepared
from tests.annotations.corrections.test_corrections import CASES, added
from tests.annotations.formats.whole import ATTRIBUTES, DIGESTS, TEXT, works

VALIDATOR = jsonschema.Draft202012Validator(schema())
BARE = Document(1, "report", "", "", "R", DIGESTS[0], len(TEXT), "2024-03-01T08:00:00+00:00")


def spans(value: object) -> Iterator[tuple[Span, str]]:
    """Yield every span of an export that is given with its words, with them."""
    if isinstance(value, dict):
        words = value.get("quote", value.get("text"))
        if value.get("end") and words is not None:
            yield Span(value["start"], value["end"]), words
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


@settings(max_examples=50)
@given(works())
def test_every_export_satisfies_the_schema_and_has_the_words_of_each_span(work: Work) -> None:
    text = dump(iter(work.documents), work.shared)
    data = json.loads(text)
    VALIDATOR.validate(data)
    assert text.endswith("}\n")
    assert all(span.cut(TEXT) == words for span, words in spans(data["documents"]))


def test_the_schema_is_one_and_names_this_format_and_version() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    told = schema()["properties"]
    assert (told["format"], told["version"]) == ({"const": FORMAT}, {"const": VERSION})
    data = json.loads(dump([], Shared()))
    assert list(data) == ["format", "version", "offsets", "codebook", "attributes", "persons", "documents"]
    assert all(data[name] == [] for name in ("codebook", "attributes", "persons", "documents"))
    assert not VALIDATOR.is_valid({**data, "version": VERSION + 1})
    assert not VALIDATOR.is_valid({**data, "more": []})
    assert (EXPORT.dump, EXPORT.suffix, EXPORT.loses) == (dump, ".json", "")


def of(item: Exported) -> Exported:
    """Return a document under a digest that is one: those of the tests are shorter."""
    return item._replace(document=item.document._replace(digest=DIGESTS[item.document.id % 2]))


def test_a_library_with_work_of_every_kind_satisfies_the_schema(tmp_path: os.PathLike[str]) -> None:
    with prepared(os.path.join(tmp_path, "l.db")) as library:
        work = library.work()
    data = json.loads(dump(map(of, work.documents), work.shared))
    VALIDATOR.validate(data)
    assert all((data["codebook"], data["attributes"], data["persons"], data["documents"][0]["annotations"]))


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library with an analysed document; every test takes back what it corrects."""
    folder = tmp_path_factory.mktemp("corrected")
    with Library(os.path.join(folder, "l.db"), "sara") as library:
        added(library)
        yield library


@pytest.mark.parametrize("correction", [case[0] for case in CASES])
def test_the_export_of_every_correction_satisfies_the_schema(corrected: Library, correction: Correction) -> None:
    corrected.correct(1, correction)
    data = json.loads(dump([of(corrected.exported(corrected.document("1")))], corrected.shared()))
    corrected.undo(1)
    VALIDATOR.validate(data)
    assert any(data["documents"][0]["corrections"].values())


def exported(*, analysis: Analysis | None = None, codings: tuple[Coding, ...] = (), direction: str = "R") -> Exported:
    return Exported(BARE._replace(direction=direction), TEXT, analysis or Analysis(), (), codings)


def test_letters_stay_letters_and_absent_values_are_null() -> None:
    shared = Shared((Tag(1, None, Localized.of({"ar": "مِياه", "en": ""}), 1),))
    text = dump([exported()], shared)
    assert "مِياه" in text
    assert "😀" in text
    (tag,) = json.loads(text)["codebook"]
    assert (tag["slot"], tag["parent"], tag["name"]) == (None, None, {"ar": "مِياه", "en": ""})
    assert (
        json.loads(dump([], Shared((Tag(2, 9, Localized.of({"ar": "", "en": "water"}), 1, parent=1),))))["codebook"][0][
            "parent"
        ]
        == 1
    )


@pytest.mark.parametrize(("direction", "told"), [("R", "rtl"), ("L", "ltr")])
def test_the_direction_is_told_in_words(direction: str, told: str) -> None:
    assert json.loads(dump([exported(direction=direction)], Shared()))["documents"][0]["direction"] == told


def test_codings_name_attribute_and_value_by_uid() -> None:
    codings = (Coding(CodedUnit(1), 1, 1002, "هدى"), Coding(CodedUnit(1, Span(0, 4)), 2, 2003, "هدى"))
    (document,) = json.loads(dump([exported(codings=codings)], Shared(attributes=ATTRIBUTES)))["documents"]
    assert document["codings"] == [
        {"attribute": "a1", "value": "v12", "coder": "هدى", "start": None, "end": None},
        {"attribute": "a2", "value": "v23", "coder": "هدى", "start": 0, "end": 4},
    ]


def test_persons_are_exported_with_their_own_codings_and_the_speakers_of_exported_documents() -> None:
    speakers = tuple(DocumentSpeaker(document, 5, "هدى", "person", "", "", 0) for document in (1, 2))
    codings = (Coding(CodedUnit(person=1), 3, 3001, "عمر"), Coding(CodedUnit(person=2), 3, 3002, "عمر"))
    shared = Shared((), ATTRIBUTES, (Person(1, "هدى", speakers, "p1"), Person(2, "سالم", (), "p2")), codings)
    data = json.loads(dump([exported()], shared))
    VALIDATOR.validate(data)
    one, two = data["persons"]
    assert one["speakers"] == [{"sha256": DIGESTS[0], "speaker": 5}]
    assert [coding["value"] for coding in one["codings"]] == ["v31"]
    assert (two["speakers"], [coding["value"] for coding in two["codings"]]) == ([], ["v32"])
