"""The content of a report: gathered once, rendered as a page or as text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotations.library import Library
from annotations.questions.coding_units import SENTENCE, Report
from annotations.questions.counts import Count
from annotations.values.model import Annotation, Document, Tag
from reader.report.agreement_units import tags_report

_TWO = 2


class Content(NamedTuple):
    """The tagged passages of a text, or of the library, in order, and the cells of the charts by kind.

    agreement: of all its coders, by sentence, or None if there are fewer than two.
    """

    documents: Mapping[int, Document]
    coders: Sequence[str]
    tags: Sequence[Tag]
    passages: Sequence[Annotation]
    pictures: Mapping[str, Sequence[Count]]
    agreement: Report | None


def gather(library: Library, document: int = 0, coder: str = "") -> Content:
    """Return the report content for one document, or for all if `document` is 0; for one coder, or for all if empty."""
    documents = {one.id: one for one in library.documents() if document in (0, one.id)}
    document = document or (next(iter(documents)) if len(documents) == 1 else 0)
    found = library.tagged_annotations(document, coder)
    pictures = library.all_counts(found, document)
    order = list(documents)[::-1]  # the library lists the latest first
    rank = {number: at for at, number in enumerate(order)}
    passages = sorted(found, key=lambda one: rank[one.document])  # within a document they are in the order of its text
    coders = sorted({one.coder for one in passages})
    agreement = None
    if not coder and len(coders) >= _TWO:
        report = tags_report(library, order, SENTENCE, uncoded=True)
        agreement = report if len(report.coders) >= _TWO else None
    return Content(documents, coders, library.codebook.tags(), passages, pictures, agreement)
