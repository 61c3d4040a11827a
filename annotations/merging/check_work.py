"""Checking a colleague's work before anything is written: what a schema cannot say, against the work's own texts.

The values may come from a file that anybody made. Every number, name and time that is written into the library, shown
or computed with later is checked here, whatever kind of file it came from.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from annotations.errors import WorkRefused
from annotations.values.analysis import Analysis
from annotations.values.anchors import find, make_anchor
from annotations.values.attributes import SCOPES, Attribute, Coding
from annotations.values.corrections_made import Corrections
from annotations.values.faults import Fault
from annotations.values.folding import fold_text
from annotations.values.model import COLORS, SLOTS, Annotation, Tag
from annotations.values.spans import Span
from annotations.values.work import Exported, Shared, Work

_NAMED = 10  # faults named
_LARGEST = 2**53
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
_LOOKED_AT = 200  # characters of a text that tell in most cases that it is not blank
_ORIGINS = ("rule", "user")
_HIJRI = re.compile(r"(\d{4}-\d\d-\d\d)?")
_KINDS = {"quotation", "paraphrase", "topic"}
_SPEAKERS = {"person", "org", "group", "unnamed"}
# what the schema of the export lists, for values that come from a library
_LISTED: Mapping[str, Mapping[str, Iterable[str]]] = {
    "sessions": {"kind": {"opening", "session", "speech", "closing"}, "origin": _ORIGINS},
    "topics": {"origin": _ORIGINS},
    "speakers": {"gender": {"", "m", "f"}, "origin": _ORIGINS},
    "statements": {
        "confidence": {"sure", "likely", "possible"}, "origin": _ORIGINS,
        "reason": {
            "", "named", "surname", "title", "honorific", "noun", "silent", "agreement", "doubtful", "participle", "continues", "document",
            "person",
        },
        "act": {"claim", "demand", "warn", "deny", "commit", "express", "topic"},
    },
    "articles": {"check": {"", "agree", "weekday", "hijri"}},
}  # fmt: skip
_PLACED = ("", "exact", "moved", "guessed", "lost")


def checked(work: Work, path: str) -> Work:
    """Return work that may be merged, its annotations found again by their quotation where the offsets are off.

    Raises WorkRefused, naming the first ten faults. path: the file, for the message.
    """
    found = list(faults(work))
    if found:
        more = f" (+{len(found) - _NAMED})" if len(found) > _NAMED else ""
        raise WorkRefused(path=path, faults="; ".join(map(str, found[:_NAMED])) + more)
    return work._replace(documents=tuple(map(_placed_by_quote, work.documents)))


def _placed_by_quote(item: Exported) -> Exported:
    return item._replace(annotations=tuple(_by_quote(one, item.text) for one in item.annotations))


def _by_quote(one: Annotation, text: str) -> Annotation:
    if one.placed == "lost" or one.anchor.span.cut(text) == one.anchor.quote:
        return one
    found = find(text, one.anchor)
    assert found is not None  # noqa: S101 - else it was a fault
    return one._replace(anchor=make_anchor(text, found.span), placed=found.sureness)


def faults(work: Work) -> Iterator[Fault]:
    """Yield what is wrong with work."""
    yield from _shared(work.shared)
    yield from _twice("documents", [one.document.digest for one in work.documents])
    yield from _twice("documents", [one.document.id for one in work.documents])
    uids = [
        (f"documents[{i}].annotations[{j}]", a.uid)
        for i, d in enumerate(work.documents)
        for j, a in enumerate(d.annotations)
    ]
    yield from _twice_at(pair for pair in uids if pair[1])
    for at, item in enumerate(work.documents):
        yield from _document(item, work.shared, f"documents[{at}]")


def _shared(shared: Shared) -> Iterator[Fault]:
    yield from _twice("codebook", [tag.id for tag in shared.tags])
    yield from _twice("codebook", [tag.uid for tag in shared.tags if tag.uid])
    yield from _twice("codebook", [tag.slot for tag in shared.tags if tag.slot is not None])
    for at, tag in enumerate(shared.tags):
        yield from _tag(tag, f"codebook[{at}]")
    yield from _tree(shared.tags)
    yield from _twice("attributes", [one.uid for one in shared.attributes if one.uid])
    for at, attribute in enumerate(shared.attributes):
        yield from _attribute(attribute, f"attributes[{at}]")
    for at, person in enumerate(shared.persons):
        yield from _text(person.name, f"persons[{at}].name", needed=True)
        yield from _text(person.uid, f"persons[{at}].uid")
    for coding in shared.codings:
        yield from _coding(coding, shared, 0, "persons")


# values


def _whole(value: Any, place: str, low: int = 0, high: int = _LARGEST) -> Iterator[Fault]:
    if type(value) is not int or not low <= value <= high:
        yield Fault(place, f"{str(value)[:40]!r} is not a number from {low} to {high}")


def _text(value: Any, place: str, *, needed: bool = False) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield Fault(place, f"{type(value).__name__} is not text")
        return
    if needed and not _is_visible(value):
        yield Fault(place, "it is empty")
    if _NO_CHARACTER.search(value):
        yield Fault(place, "it contains an invalid character")


@lru_cache(maxsize=1024)  # the same few coders sign thousands of annotations
def _is_visible(text: str) -> bool:
    return bool(fold_text(text[:_LOOKED_AT]) or fold_text(text))


def _one_of(value: Any, place: str, choices: Iterable[Any]) -> Iterator[Fault]:
    if value not in choices:
        yield Fault(place, f"{str(value)[:40]!r} is not known")


def _span(span: Any, place: str, length: int, *, empty: bool = False) -> Iterator[Fault]:
    if type(span.start) is not int or type(span.end) is not int:
        yield Fault(place, "its offsets are not whole numbers")
    elif not 0 <= span.start <= span.end <= length or (span.start == span.end and not empty):
        yield Fault(place, f"{span.start}:{span.end} is not inside the text, which has {length} characters")


def _spans(spans: Iterable[Any], place: str, length: int) -> Iterator[Fault]:
    for at, span in enumerate(spans):
        yield from _span(span, f"{place}[{at}]", length)


def _time(value: Any, place: str) -> Iterator[Fault]:
    try:
        if datetime.fromisoformat(value).tzinfo is not None:
            return
    except (TypeError, ValueError):
        pass
    yield Fault(place, f"{str(value)[:40]!r} is not a time")


def _day(value: Any, place: str) -> Iterator[Fault]:
    try:
        if value == "" or str(date.fromisoformat(value)) == value:
            return
    except (TypeError, ValueError):
        pass
    yield Fault(place, f"{str(value)[:40]!r} is not a date")


def _twice(place: str, keys: Sequence[Hashable]) -> Iterator[Fault]:
    yield from _twice_at((f"{place}[{at}]", key) for at, key in enumerate(keys))


def _twice_at(pairs: Iterable[tuple[str, Hashable]]) -> Iterator[Fault]:
    seen: set[Hashable] = set()
    for place, key in pairs:
        if key in seen:
            yield Fault(place, f"{str(key)[:40]!r} appears twice")
        seen.add(key)


# the codebook and the form


def _tag(tag: Tag, place: str) -> Iterator[Fault]:
    yield from _whole(tag.id, f"{place}.id", 1)
    if tag.slot is not None:
        yield from _whole(tag.slot, f"{place}.slot", SLOTS[0], SLOTS[-1])
    yield from _whole(tag.color, f"{place}.color", 1, COLORS)
    yield from _text(tag.uid, f"{place}.uid")
    yield from _text(tag.memo, f"{place}.memo")
    yield from _words(tag.names, f"{place}.name", needed=True)
    yield from _words(tag.descriptions, f"{place}.description")


def _words(words: Any, place: str, *, needed: bool = False) -> Iterator[Fault]:
    pairs = list(words)
    for language, said in pairs:
        yield from _text(language, place, needed=True)
        yield from _text(said, f"{place}.{language}")
    if needed and not any(isinstance(said, str) and fold_text(said) for _language, said in pairs):
        yield Fault(place, "it has no name in any language")


def _tree(tags: Sequence[Tag]) -> Iterator[Fault]:
    parents = {tag.id: tag.parent for tag in tags}
    for at, tag in enumerate(tags):
        above, seen = tag.parent, {tag.id}
        while above and above in parents and above not in seen:
            seen.add(above)
            above = parents[above]
        if above and above in seen:
            yield Fault(f"codebook[{at}].parent", "it is its own ancestor")
        elif above and above not in parents:
            yield Fault(f"codebook[{at}].parent", f"there is no tag {above}")


def _attribute(attribute: Attribute, place: str) -> Iterator[Fault]:
    yield from _one_of(attribute.scope, f"{place}.scope", SCOPES)
    yield from _words(attribute.names, f"{place}.name", needed=True)
    yield from _text(attribute.uid, f"{place}.uid")
    yield from _twice(f"{place}.values", [value.uid for value in attribute.values if value.uid])
    yield from _twice(f"{place}.values", [value.number for value in attribute.values])
    for at, value in enumerate(attribute.values):
        yield from _whole(value.number, f"{place}.values[{at}].number", 1, 999)
        yield from _words(value.names, f"{place}.values[{at}].name", needed=True)
        yield from _text(value.uid, f"{place}.values[{at}].uid")


def _coding(coding: Coding, shared: Shared, length: int, place: str) -> Iterator[Fault]:
    attribute = next((one for one in shared.attributes if one.id == coding.attribute), None)
    if attribute is None or attribute.value(coding.value) is None:
        yield Fault(place, "its attribute or value is not in the form")
    yield from _text(coding.coder, place, needed=True)
    yield from _span(coding.unit.span, place, length, empty=True)


# one document


def _document(item: Exported, shared: Shared, place: str) -> Iterator[Fault]:
    document, text = item.document, item.text
    yield from _whole(document.id, f"{place}.id", 1)
    yield from _text(text, f"{place}.text", needed=True)
    if not isinstance(text, str):
        return
    for name in ("name", "title", "path", "project", "memo"):
        yield from _text(getattr(document, name), f"{place}.{name}")
    yield from _one_of(document.direction, f"{place}.direction", ("R", "L"))
    yield from _time(document.added, f"{place}.added")
    if document.length != len(text):
        yield Fault(f"{place}.length", f"the text has {len(text)} characters, not {document.length}")
    yield from _text(document.digest, f"{place}.sha256", needed=True)
    tags = {tag.id for tag in shared.tags}
    for at, one in enumerate(item.annotations):
        yield from _annotation(one, text, tags, f"{place}.annotations[{at}]")
    yield from _analysis(item.analysis, len(text), place)
    for at, coding in enumerate(item.codings):
        yield from _coding(coding, shared, len(text), f"{place}.codings[{at}]")
    yield from _corrections(item.corrections, item.analysis, len(text), f"{place}.corrections")


def _annotation(one: Annotation, text: str, tags: set[int], place: str) -> Iterator[Fault]:
    for name in ("note", "uid"):
        yield from _text(getattr(one, name), f"{place}.{name}")
    yield from _text(one.coder, f"{place}.coder", needed=True)
    yield from _one_of(one.placed, f"{place}.placed", _PLACED)
    for name in ("created", "changed"):
        yield from _time(getattr(one, name), f"{place}.{name}")
    for tag in one.tags:
        if tag not in tags:
            yield Fault(f"{place}.tags", f"there is no tag {str(tag)[:40]}")
    anchor = one.anchor
    wrong = [
        fault for name in ("quote", "prefix", "suffix") for fault in _text(getattr(anchor, name), f"{place}.{name}")
    ]
    wrong += _span(anchor.span, place, _LARGEST if one.placed == "lost" else len(text))
    yield from wrong
    if not wrong and not anchor.quote:
        yield Fault(f"{place}.quote", "it is empty")
    elif not wrong and one.placed != "lost" and anchor.span.cut(text) != anchor.quote and find(text, anchor) is None:
        yield Fault(f"{place}.quote", "it is not in the text")


def _analysis(analysis: Analysis, length: int, place: str) -> Iterator[Fault]:
    for at, noise in enumerate(analysis.noise):
        yield from _span(noise.span, f"{place}.noise[{at}]", length)
        yield from _one_of(noise.origin, f"{place}.noise[{at}].origin", _ORIGINS)
        yield from _text(noise.kind, f"{place}.noise[{at}].kind")
    yield from _spans(analysis.separators, f"{place}.separators", length)
    yield from _articles(analysis, length, place)
    for at, session in enumerate(analysis.sessions):
        there = f"{place}.sessions[{at}]"
        yield from _spans([session.span, *([session.title] if session.title else [])], there, length)
        for value in (session.label, session.kind, *session.topics):
            yield from _text(value, there)
    for at, topic in enumerate(analysis.topics):
        yield from _text(topic.text, f"{place}.topics[{at}].text", needed=True)
        yield from _spans(topic.places, f"{place}.topics[{at}].places", length)
    yield from _speech(analysis, length, place)
    for part, fields in _LISTED.items():
        for at, one in enumerate(getattr(analysis, part)):
            for name, choices in fields.items():
                yield from _one_of(getattr(one, name), f"{place}.{part}[{at}].{name}", choices)


def _articles(analysis: Analysis, length: int, place: str) -> Iterator[Fault]:
    for at, article in enumerate(analysis.articles):
        there = f"{place}.articles[{at}]"
        yield from _spans([article.span, *article.subtitles, *article.dateline, *article.subheads], there, length)
        yield from _spans([article.title] if article.title else [], f"{there}.title", length)
        for name in ("agency", "city", "date", "author", "check"):
            yield from _text(getattr(article, name), f"{there}.{name}")
        yield from _day(article.day, f"{there}.day")
        if not isinstance(article.hijri, str) or not _HIJRI.fullmatch(article.hijri):
            yield Fault(f"{there}.hijri", "it is not a date")


def _speech(analysis: Analysis, length: int, place: str) -> Iterator[Fault]:
    numbers = {speaker.id for speaker in analysis.speakers}
    yield from _twice(f"{place}.speakers", [speaker.id for speaker in analysis.speakers])
    for at, speaker in enumerate(analysis.speakers):
        there = f"{place}.speakers[{at}]"
        yield from _whole(speaker.id, f"{there}.id", 1)
        yield from _text(speaker.name, f"{there}.name", needed=True)
        yield from _one_of(speaker.kind, f"{there}.kind", _SPEAKERS)
        for name in ("role", "honorific", "affiliation", "gender"):
            yield from _text(getattr(speaker, name), f"{there}.{name}")
        yield from _spans(speaker.mentions, f"{there}.mentions", length)
    for at, one in enumerate(analysis.statements):
        there = f"{place}.statements[{at}]"
        yield from _spans([one.span, *([one.cue] if one.cue else [])], there, length)
        yield from _one_of(one.kind, f"{there}.kind", _KINDS)
        if one.speaker not in numbers or (one.via and one.via not in numbers):
            yield Fault(there, "there is no speaker of this number")


def _corrections(corrections: Corrections, analysis: Analysis, length: int, place: str) -> Iterator[Fault]:
    numbers = {speaker.id for speaker in analysis.speakers} | {one.value.id for one in corrections.speakers}
    for name in ("noise", "sessions", "statements"):
        for at, one in enumerate(getattr(corrections, name)):
            there = f"{place}.{name}[{at}]"
            yield from _span(one.value.span, there, length)
            yield from _one_of(one.value.origin, f"{there}.origin", (*_ORIGINS, "handed"))
            for part in ("title", "cue"):
                span: Span | None = getattr(one.value, part, None)
                yield from _spans([span] if span else [], f"{there}.{part}", length)
            for field in ("label", "kind", "confidence", "reason", "act"):
                yield from _text(getattr(one.value, field, ""), f"{there}.{field}")
            if name == "statements" and one.value.speaker not in numbers:
                yield Fault(there, "there is no speaker of this number")
    for name, said in (("speakers", "name"), ("topics", "text")):
        for at, one in enumerate(getattr(corrections, name)):
            there = f"{place}.{name}[{at}]"
            yield from _text(getattr(one.value, said), f"{there}.{said}", needed=True)
            yield from _text(one.known_as, f"{there}.known_as", needed=True)
            if not one.gone and getattr(one.value, said) not in {
                getattr(part, said) for part in getattr(analysis, name)
            }:
                yield Fault(f"{there}.{said}", "it is not in the analysis")
            yield from _text(one.into, f"{there}.into")
            places = one.value.mentions if name == "speakers" else one.value.places
            yield from _spans(places, there, length)
