"""Anchors: how an annotation finds its passage again in a changed text.

An anchor holds the position and the quotation with its context (the W3C's TextPositionSelector and
TextQuoteSelector combined), so that the passage can be found after an edit, with a degree of certainty.
"""

from typing import Literal, NamedTuple

from annotations.errors import QuoteAmbiguous, QuoteMissing
from annotations.values.spans import Span

CONTEXT = 32  # code points of context stored on each side
_ENOUGH = 8  # code points of context needed to locate a corrected quotation

Sureness = Literal["exact", "moved", "guessed"]


class Anchor(NamedTuple):
    """A passage: its span in code points, its text, and up to 32 code points on each side."""

    span: Span
    quote: str
    prefix: str
    suffix: str


class FoundPlace(NamedTuple):
    """Where an anchor's passage is now, and how certain that is."""

    span: Span
    sureness: Sureness


def make_anchor(text: str, span: Span) -> Anchor:
    """Return the anchor of the passage `span` of `text`."""
    return Anchor(
        span, span.cut(text), text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    )


def occurrences(text: str, quote: str) -> list[Span]:
    """Return every occurrence of `quote` in `text`, including overlapping ones."""
    places: list[Span] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        places.append(Span(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return places


def pick(text: str, quote: str, occurrence: int | None = None) -> Span:
    """Return the only occurrence of `quote`, or its `occurrence`-th, counted from 1.

    Raises QuoteMissing if there is no such occurrence, QuoteAmbiguous if there are several and none was chosen.
    """
    places = occurrences(text, quote)
    if not places or (occurrence is not None and not 1 <= occurrence <= len(places)):
        raise QuoteMissing(quote=quote)
    if occurrence is None and len(places) > 1:
        raise QuoteAmbiguous(count=len(places), quote=quote)
    return places[(occurrence or 1) - 1]


def _shared_end(a: str, b: str) -> int:
    count = 0
    for x, y in zip(reversed(a), reversed(b), strict=False):
        if x != y:
            break
        count += 1
    return count


def _context_score(text: str, place: Span, anchor: Anchor) -> int:
    before = text[max(0, place.start - CONTEXT) : place.start]
    after = text[place.end : place.end + CONTEXT]
    return _shared_end(before, anchor.prefix) + _shared_end(after[::-1], anchor.suffix[::-1])


def _between(text: str, anchor: Anchor) -> FoundPlace | None:
    """Return what now stands between the old contexts if the quotation itself was corrected, or None."""
    if len(anchor.prefix) < _ENOUGH or len(anchor.suffix) < _ENOUGH:
        return None
    longest = 2 * len(anchor.quote) + _ENOUGH
    found: list[Span] = []
    for before in occurrences(text, anchor.prefix):
        end = text.find(anchor.suffix, before.end, before.end + longest + len(anchor.suffix))
        if end > before.end:
            found.append(Span(before.end, end))
    nearest = min(found, key=lambda span: abs(span.start - anchor.span.start), default=None)
    return None if nearest is None else FoundPlace(nearest, "guessed")


def find(text: str, anchor: Anchor) -> FoundPlace | None:
    """Return where the passage of `anchor` is in `text`, or None if it cannot be found.

    exact: at its old position. moved: its quotation occurs once, or once with its entire context.
    guessed: the occurrence whose context fits best, the nearest if several fit equally well; or what now stands between
    the contexts if the quotation itself was corrected.
    """
    if anchor.span.cut(text) == anchor.quote and anchor.quote:
        return FoundPlace(anchor.span, "exact")
    places = occurrences(text, anchor.quote)
    if not places:
        return _between(text, anchor)
    if len(places) == 1:
        return FoundPlace(places[0], "moved")
    whole = len(anchor.prefix) + len(anchor.suffix)
    scored = sorted(places, key=lambda p: (-_context_score(text, p, anchor), abs(p.start - anchor.span.start)))
    fits = [p for p in places if _context_score(text, p, anchor) == whole]
    return FoundPlace(scored[0], "moved" if len(fits) == 1 else "guessed")
