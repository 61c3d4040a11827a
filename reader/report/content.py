"""What a report tells: gathered once, drawn as a page or as text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotations.library import Library
from annotations.questions.coding_units import SENTENCE, Report
from annotations.questions.counts import BY_TAG, KINDS, Count, counts
from annotations.values.model import Annotation, Document, Tag
from reader.report.agreement_units import tags_report

_TWO = 2


class Content(NamedTuple):
    """The tagged passages of a text, or of the library, in order; the pictures' cells by kind.

    agreement: of all who coded there, by sentence; None where fewer than two did.
    """

    documents: Mapping[int, Document]
    coders: Sequence[str]
    tags: Sequence[Tag]
    passages: Sequence[Annotation]
    pictures: Mapping[str, Sequence[Count]]
    agreement: Report | None


def gather(library: Library, document: int = 0, coder: str = "") -> Content:
    """Return what there is to tell of one document, or of all where that is 0; of one coder, or of all."""
    documents = {one.id: one for one in library.documents() if document in (0, one.id)}
    document = document or (next(iter(documents)) if len(documents) == 1 else 0)
    pictures = {kind: counts(library.connection, kind, document, coder) for kind in KINDS}
    numbers = {number for cell in pictures[BY_TAG] for number in cell.annotations}
    order = list(documents)[::-1]  # the latest comes first in the library
    found = library.annotations_by_id(numbers)
    passages = sorted(found, key=lambda one: (order.index(one.document), one.anchor.span, one.id))
    coders = sorted({one.coder for one in passages})
    agreement = None
    if not coder:
        report = tags_report(library, order, SENTENCE, uncoded=True)
        agreement = report if len(report.coders) >= _TWO else None
    return Content(documents, coders, library.codebook.tags(), passages, pictures, agreement)
