"""Work on a text of the same file that is not letter for letter the local one: placed where its words are here."""

from annotations.merging.follow_text import follow
from annotations.values.anchors import find, make_anchor
from annotations.values.attributes import Coding
from annotations.values.model import Annotation
from annotations.values.spans import Span
from annotations.values.work import Exported


def in_our_text(item: Exported, text: str) -> Exported:
    """Return a document's work placed in another text of the same file; annotations not found there are lost ones."""
    codings = tuple(found for one in item.codings if (found := _coding(one, item.text, text)) is not None)
    return item._replace(
        text=text,
        annotations=tuple(_annotation(one, text) for one in item.annotations),
        codings=codings,
        corrections=follow(item.corrections, item.text, text).corrections,
    )


def _annotation(one: Annotation, text: str) -> Annotation:
    found = None if one.placed == "lost" else find(text, one.anchor)
    if found is None:
        return one._replace(placed="lost")
    return one._replace(anchor=make_anchor(text, found.span), placed=found.sureness)


def _coding(one: Coding, before: str, after: str) -> Coding | None:
    if one.unit.span == Span(0, 0):
        return one
    found = find(after, make_anchor(before, one.unit.span))
    return None if found is None else one._replace(unit=one.unit._replace(span=found.span))
