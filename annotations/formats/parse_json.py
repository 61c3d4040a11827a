"""The analyses of texts as JSON, in the form that the evaluation scorer reads: spans in code points, half-open."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from annotations.values.analysis import Analysis
from annotations.values.spans import Span


class Parsed(NamedTuple):
    """A text, its name and its analysis."""

    name: str
    text: str
    analysis: Analysis


_FACTS = ("agency", "city", "author", "date", "day", "hijri", "check")


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _document(item: Parsed) -> dict[str, Any]:
    text, analysis = item.text, item.analysis
    return {
        "doc_id": item.name,
        "articles": [
            {
                **_span(article.span),
                "title": article.title.cut(text) if article.title else None,
                **{name: getattr(article, name) for name in _FACTS},
            }
            for article in analysis.articles
        ],
        "noise": [{**_span(noise.span), "kind": noise.kind} for noise in analysis.noise],
        "sessions": [
            {
                **_span(session.span),
                "title": session.title.cut(text) if session.title else None,
                "label": session.label,
                "kind": session.kind,
                "topics": list(session.topics),
            }
            for session in analysis.sessions
        ],
        "speakers": [
            {
                "id": str(speaker.id),
                "name": speaker.name,
                **_span(speaker.mentions[0]),
                "role": speaker.role,
                "honorific": speaker.honorific,
                "affiliation": speaker.affiliation,
                "gender": speaker.gender,
                "kind": speaker.kind,
                "aliases": sorted({mention.cut(text) for mention in speaker.mentions} - {speaker.name}),
            }
            for speaker in analysis.speakers
        ],
        "attributions": [
            {
                **_span(s.span),
                "speaker": str(s.speaker),
                "via": str(s.via) if s.via else None,
                "kind": s.kind,
                "act": s.act,
                "cue": s.cue.cut(text) if s.cue else None,
                "confidence": s.confidence,
                "reason": s.reason,
            }
            for s in analysis.statements
        ],
        "topics": [topic.text for topic in analysis.topics],
    }


def dump(items: Iterable[Parsed]) -> str:
    """Return the analyses as one JSON object, {"documents": [...]}, ending with a newline."""
    return json.dumps({"documents": [_document(item) for item in items]}, ensure_ascii=False, indent=1) + "\n"


def document_line(item: Parsed) -> str:
    """Return one analysis as a line of JSON, ending with a newline."""
    return json.dumps(_document(item), ensure_ascii=False) + "\n"
