"""Read an export in Hashiya's own JSON, of this version or an earlier one, back into values."""

import codecs
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any

from annotations.errors import MergeRefused, NotAnExport, WorkRefused
from annotations.formats import corrections_json
from annotations.formats.check_json import faults
from annotations.formats.exports.json import FORMAT, VERSION, schema
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.anchors import Anchor
from annotations.values.attributes import Attribute, CodedUnit, Coding, Value
from annotations.values.corrections_made import Corrections
from annotations.values.faults import Fault
from annotations.values.localized import Localized
from annotations.values.model import Annotation, Document, DocumentSpeaker, Person, Tag
from annotations.values.spans import Span
from annotations.values.work import Exported, Shared

Json = Mapping[str, Any]
_MOST = 10  # faults named
_ENCODINGS = (
    (b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (b"", "cp1256"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
)  # fmt: skip


def _span(item: Json) -> Span:
    return Span(item["start"], item["end"])


def _some(item: Json | None) -> Span | None:
    return None if item is None else _span(item)


def _spans(items: list[Json]) -> tuple[Span, ...]:
    return tuple(map(_span, items))


def _tag(item: Json) -> Tag:
    about = item.get("description", {})
    return Tag(
        item["id"], item["slot"], Localized.of(item["name"]), item["color"], Localized.of(about), item.get("parent") or 0, item.get("retired", False),
        item.get("uid", ""), item.get("memo", ""),
    )  # fmt: skip


def _attributes(items: list[Json]) -> tuple[Attribute, ...]:
    """Return the attributes, numbered by their order in the export, which holds no ids of them."""
    found: list[Attribute] = []
    for at, item in enumerate(items, 1):
        values = tuple(
            Value(at * 1000 + value["number"], value["number"], Localized.of(value["name"]), value["uid"])
            for value in item["values"]
        )
        found.append(Attribute(at, item["scope"], Localized.of(item["name"]), values, item["uid"]))
    return tuple(found)


def _codings(items: list[Json], unit: CodedUnit, attributes: tuple[Attribute, ...]) -> list[Coding]:
    found: list[Coding] = []
    for item in items:
        attribute = next((one for one in attributes if one.uid == item["attribute"]), None)
        value = next((v for v in attribute.values if v.uid == item["value"]), None) if attribute else None
        place = unit._replace(span=_span(item)) if item["end"] else unit
        numbers = (attribute.id if attribute else 0, value.id if value else 0)  # 0: refused by the check of the work
        found.append(Coding(place, *numbers, item["coder"]))
    return found


def _article(item: Json) -> Article:
    return Article(
        _span(item), _some(item["title"]), _spans(item["subtitles"]), _spans(item["dateline"]), item["agency"], item["city"],
        item["date"], item.get("author", ""), item.get("day", ""), item.get("hijri", ""), item.get("check", ""),
        _spans(item.get("subheads", [])),
    )  # fmt: skip


def _statement(item: Json, speaker: int) -> Statement:
    return Statement(
        _span(item), speaker, item["kind"], _some(item["cue"]), item["confidence"], item.get("reason", ""),
        item.get("act", "claim"), item.get("via") or 0, item.get("origin", "rule"),
    )  # fmt: skip


def _speaker(item: Json) -> Speaker:
    return Speaker(
        item["id"], item["name"], item["kind"], item["role"], item["honorific"], _spans(item["mentions"]),
        item.get("affiliation", ""), item.get("gender", ""), item.get("origin", "rule"),
    )  # fmt: skip


def _session(item: Json) -> Session:
    topics = tuple(item["topics"])
    return Session(
        item["number"],
        _span(item),
        item["label"],
        _some(item["title"]),
        item["kind"],
        topics,
        item.get("origin", "rule"),
    )


def _reading(item: Json) -> Analysis:
    statements = [_statement(one, speaker["id"]) for speaker in item["speakers"] for one in speaker["statements"]]
    return Analysis(
        tuple(Noise(_span(one), one["kind"], one.get("origin", "rule")) for one in item["noise"]),
        tuple(map(_article, item["articles"])),
        tuple(map(_session, item["sessions"])),
        tuple(map(_speaker, item["speakers"])),
        tuple(sorted(statements, key=lambda one: one.span)),
        tuple(Topic(one["text"], _spans(one["places"]), one.get("origin", "rule")) for one in item["topics"]),
        _spans(item["separators"]),
    )


def _annotation(item: Json, document: int) -> Annotation:
    anchor = Anchor(_span(item), item["quote"], item["prefix"], item["suffix"])
    return Annotation(
        item["id"], document, anchor, tuple(item["tags"]), item["note"], item["coder"], item["created"], item["changed"],
        item.get("placed", ""), item.get("uid", ""),
    )  # fmt: skip


def _document(item: Json, attributes: tuple[Attribute, ...]) -> Exported:
    number = item["id"]
    document = Document(
        number, item["name"], item.get("path", ""), item["title"], "R" if item["direction"] == "rtl" else "L", item["sha256"],
        item["length"], item["added"], item.get("project", ""), item.get("memo", ""), 0, item.get("coded", False),
    )  # fmt: skip
    marked = tuple(_annotation(one, number) for one in item["annotations"])
    codings = tuple(_codings(item.get("codings", []), CodedUnit(number), attributes))
    corrections = corrections_json.load(item["corrections"]) if "corrections" in item else Corrections()
    return Exported(document, item["text"], _reading(item), marked, codings, corrections)


def _persons(items: list[Json], documents: tuple[Exported, ...]) -> tuple[Person, ...]:
    numbers = {item.document.digest: item.document.id for item in documents}
    return tuple(
        Person(
            at,
            item["name"],
            tuple(
                DocumentSpeaker(numbers[one["sha256"]], one["speaker"], item["name"], "person", "", "", 0)
                for one in item["speakers"]
                if one["sha256"] in numbers
            ),
            item["uid"],
        )
        for at, item in enumerate(items, 1)
    )


def _no_number(name: str) -> float:
    raise ValueError(name)


def _parsed(data: str, path: str) -> dict[str, Any]:
    """Return the JSON of an export of a known version that satisfies the schema. Raises MergeRefused or WorkRefused."""
    try:
        root = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise MergeRefused(path=path, reason=f"JSON: {error}") from error
    if not isinstance(root, dict) or root.get("format") != FORMAT or type(root.get("version")) is not int:
        raise NotAnExport(path=path)
    if not 1 <= root["version"] <= VERSION:
        raise MergeRefused(path=path, reason=f"{FORMAT} {root['version']}")
    found = list(islice(faults(root, schema(), whole=root["version"] == VERSION), _MOST))
    found = found or list(islice(_wrong_texts(root["documents"]), _MOST))
    if found:
        raise WorkRefused(path=path, faults="; ".join(map(str, found)))
    return root


def _wrong_texts(documents: Iterable[Json]) -> Iterator[Fault]:
    """Yield the texts that are not those of their digest."""
    for at, item in enumerate(documents):
        text = item.get("text", "")
        if "text_sha256" in item:
            right = hashlib.sha256(text.encode()).hexdigest() == item["text_sha256"]
        else:  # an export of before: the digest is that of the bytes, whose encoding and line ends it does not say
            right = any(item.get("sha256") == digest for digest in _digests(text))
        if not right:
            yield Fault(f"documents[{at}].text", "it is not the text of its digest")


def _digests(text: str) -> Iterator[str]:
    """Yield the digests of the bytes that a text may have been read from, as `reader.text.decode` reads them."""
    for lines in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        for mark, encoding in _ENCODINGS:
            with suppress(UnicodeEncodeError):
                yield hashlib.sha256(mark + lines.encode(encoding)).hexdigest()


def load(data: str, path: str = "") -> tuple[Shared, tuple[Exported, ...]]:
    """Return the contents of an export: what belongs to the library, and the documents.

    Raises MergeRefused if it is none, and WorkRefused, naming the first ten faults, if it does not satisfy the schema.
    What a schema cannot say is checked by `annotations.merging.check_work`.
    """
    root = _parsed(data, path)
    try:
        attributes = _attributes(root.get("attributes", []))
        documents = tuple(_document(item, attributes) for item in root["documents"])
        items = root.get("persons", [])
        codings = [
            coding
            for at, item in enumerate(items, 1)
            for coding in _codings(item["codings"], CodedUnit(person=at), attributes)
        ]
        tags = tuple(map(_tag, root["codebook"]))
        return Shared(tags, attributes, _persons(items, documents), tuple(codings)), documents
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MergeRefused(path=path, reason=f"{type(error).__name__}: {error}") from error
