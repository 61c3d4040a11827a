"""Hashiya's own JSON: everything known about documents and the codebook. Its schema is hashiya.schema.json beside it.

Offsets are code points of `text`, half-open; times are ISO 8601 in UTC.
"""

import hashlib
import json
import os.path
from collections.abc import Iterable, Mapping
from typing import Any

from annotations.formats import corrections_json
from annotations.formats.registry import Export
from annotations.values.analysis import Analysis, Article
from annotations.values.attributes import Attribute, Coding
from annotations.values.localized import Localized
from annotations.values.model import Annotation, Person, Tag
from annotations.values.spans import Span
from annotations.values.work import Exported, Shared

FORMAT = "hashiya"
VERSION = 3


def schema() -> dict[str, Any]:
    """Return the JSON Schema that every export satisfies."""
    with open(os.path.join(os.path.dirname(__file__), "hashiya.schema.json"), encoding="utf-8") as file:
        loaded: dict[str, Any] = json.load(file)
        return loaded


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.cut(text)}


def _article(text: str, article: Article) -> dict[str, Any]:
    return {
        "start": article.span.start,
        "end": article.span.end,
        "title": _span(text, article.title) if article.title else None,
        "subtitles": [_span(text, span) for span in article.subtitles],
        "dateline": [_span(text, span) for span in article.dateline],
        "agency": article.agency,
        "city": article.city,
        "date": article.date,
        "author": article.author,
        "day": article.day,
        "hijri": article.hijri,
        "check": article.check,
        "subheads": [_span(text, span) for span in article.subheads],
    }


def _speakers(text: str, analysis: Analysis) -> list[dict[str, Any]]:
    return [
        {
            "id": speaker.id,
            "name": speaker.name,
            "kind": speaker.kind,
            "role": speaker.role,
            "honorific": speaker.honorific,
            "affiliation": speaker.affiliation,
            "gender": speaker.gender,
            "origin": speaker.origin,
            "mentions": [_span(text, span) for span in speaker.mentions],
            "statements": [
                {
                    **_span(text, statement.span),
                    "kind": statement.kind,
                    "cue": _span(text, statement.cue) if statement.cue else None,
                    "confidence": statement.confidence,
                    "reason": statement.reason,
                    "act": statement.act,
                    "via": statement.via or None,
                    "origin": statement.origin,
                }
                for statement in analysis.statements_of(speaker.id)
            ],
        }
        for speaker in analysis.speakers
    ]


def _annotation(annotation: Annotation) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "start": annotation.anchor.span.start,
        "end": annotation.anchor.span.end,
        "quote": annotation.anchor.quote,
        "prefix": annotation.anchor.prefix,
        "suffix": annotation.anchor.suffix,
        "tags": list(annotation.tags),
        "note": annotation.note,
        "coder": annotation.coder,
        "created": annotation.created,
        "changed": annotation.changed,
        "placed": annotation.placed,
        "uid": annotation.uid,
    }


def _coding(coding: Coding, shared: Shared) -> dict[str, Any]:
    """Return a coding, naming its attribute and value by uids, which are the same in every library."""
    attribute = next((one for one in shared.attributes if one.id == coding.attribute), None)
    value = attribute.value(coding.value) if attribute else None
    span = coding.unit.span
    return {
        "attribute": attribute.uid if attribute else "",
        "value": value.uid if value else "",
        "coder": coding.coder,
        "start": span.start if span.end else None,
        "end": span.end or None,
    }


def _document(item: Exported, shared: Shared) -> dict[str, Any]:
    document, text, analysis, annotations, codings, corrections = item
    return {
        "id": document.id,
        "name": document.name,
        "path": document.path,
        "project": document.project,
        "memo": document.memo,
        "coded": document.coded,
        "title": document.title,
        "direction": "rtl" if document.direction == "R" else "ltr",
        "sha256": document.digest,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "length": document.length,
        "added": document.added,
        "text": text,
        "noise": [{**_span(text, noise.span), "kind": noise.kind, "origin": noise.origin} for noise in analysis.noise],
        "separators": [_span(text, span) for span in analysis.separators],
        "articles": [_article(text, article) for article in analysis.articles],
        "sessions": [
            {
                "number": session.number,
                "start": session.span.start,
                "end": session.span.end,
                "kind": session.kind,
                "label": session.label,
                "title": _span(text, session.title) if session.title else None,
                "topics": list(session.topics),
                "origin": session.origin,
            }
            for session in analysis.sessions
        ],
        "speakers": _speakers(text, analysis),
        "topics": [
            {"text": topic.text, "places": [_span(text, span) for span in topic.places], "origin": topic.origin}
            for topic in analysis.topics
        ],
        "annotations": [_annotation(annotation) for annotation in annotations],
        "codings": [_coding(coding, shared) for coding in codings],
        "corrections": corrections_json.dump(corrections),
    }


def _words(words: Localized) -> dict[str, str]:
    return {"ar": "", "en": "", **dict(words)}


def _tag(tag: Tag) -> dict[str, Any]:
    return {
        "id": tag.id, "uid": tag.uid, "slot": tag.slot, "name": _words(tag.names), "color": tag.color,
        "description": _words(tag.descriptions),
        "parent": tag.parent or None, "retired": tag.retired, "memo": tag.memo,
    }  # fmt: skip


def _attribute(attribute: Attribute) -> dict[str, Any]:
    values = [{"uid": value.uid, "number": value.number, "name": _words(value.names)} for value in attribute.values]
    return {"uid": attribute.uid, "scope": attribute.scope, "name": _words(attribute.names), "values": values}


def _person(person: Person, shared: Shared, digests: Mapping[int, str]) -> dict[str, Any]:
    return {
        "uid": person.uid,
        "name": person.name,
        "speakers": [
            {"sha256": digests[one.document], "speaker": one.speaker}
            for one in person.speakers
            if one.document in digests
        ],
        "codings": [_coding(coding, shared) for coding in shared.codings if coding.unit.person == person.id],
    }


def dump(documents: Iterable[Exported], shared: Shared) -> str:
    """Return documents, codebook, form and persons as JSON text, letters unescaped, ending with a newline."""
    items = list(documents)
    digests = {item.document.id: item.document.digest for item in items}
    data = {
        "format": FORMAT,
        "version": VERSION,
        "offsets": "unicode code points, half-open",
        "codebook": [_tag(tag) for tag in shared.tags],
        "attributes": [_attribute(attribute) for attribute in shared.attributes],
        "persons": [_person(person, shared, digests) for person in shared.persons],
        "documents": [_document(item, shared) for item in items],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


EXPORT = Export(suffix=".json", offsets="code points", loses="", dump=dump)
