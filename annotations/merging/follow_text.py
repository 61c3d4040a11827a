"""Carry corrections over to a corrected text: find where the corrected stretches are now."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from annotations.values.analysis import Session, Statement
from annotations.values.anchors import CONTEXT, find, make_anchor
from annotations.values.corrections_made import CorrectedName, Corrections, Stretch
from annotations.values.spans import Span


class Followed(NamedTuple):
    """Corrections located in a corrected text. kept, lost: how many of those made by people were and were not found."""

    corrections: Corrections
    kept: int
    lost: int


class _Text:
    """A text before and after its correction."""

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after

    def span(self, span: Span) -> Span | None:
        """Return where a span is now, or None; a long one, which may have changed inside, is found by its two ends."""
        if span.end - span.start <= 2 * CONTEXT:
            return self._short(span)
        first, last = (
            self._short(Span(span.start, span.start + CONTEXT)),
            self._short(Span(span.end - CONTEXT, span.end)),
        )
        return Span(first.start, last.end) if first and last and first.end <= last.start else None

    def _short(self, span: Span) -> Span | None:
        found = find(self._after, make_anchor(self._before, span))
        return found.span if found else None

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(found for span in spans if (found := self.span(span)) is not None)

    def stretch(self, one: Stretch[Any]) -> Stretch[Any] | None:
        value, span = one.value, self.span(one.value.span)
        if span is None:
            return None
        if isinstance(value, Session):
            return one._replace(value=value._replace(span=span, title=value.title and self.span(value.title)))
        if isinstance(value, Statement):
            return one._replace(value=value._replace(span=span, cue=value.cue and self.span(value.cue)))
        return one._replace(value=value._replace(span=span))


def follow(corrections: Corrections, before: str, after: str) -> Followed:
    """Return corrections of the text `before` as corrections of the text `after`, omitting those whose words are gone.

    Mentions and occurrences are omitted silently: a corrected name applies wherever the new analysis finds it.
    """
    text, kept, lost = _Text(before, after), 0, 0
    followed: list[tuple[Stretch[Any], ...]] = []
    for stretches in (corrections.noise, corrections.sessions, corrections.statements):
        there = [(one, text.stretch(one)) for one in stretches]
        by_hand = [new for one, new in there if one.value.origin == "user"]
        lost += by_hand.count(None)
        kept += len(by_hand) - by_hand.count(None)
        followed.append(tuple(new for _one, new in there if new is not None))
    speakers = tuple(_placed(one, mentions=text.spans(one.value.mentions)) for one in corrections.speakers)
    topics = tuple(_placed(one, places=text.spans(one.value.places)) for one in corrections.topics)
    noise, sessions, statements = followed
    kept += sum(one.value.origin == "user" for one in (*speakers, *topics))
    return Followed(Corrections(noise, sessions, statements, speakers, topics), kept, lost)


def _placed(one: CorrectedName[Any], **places: tuple[Span, ...]) -> CorrectedName[Any]:
    return one._replace(value=one.value._replace(**places))
