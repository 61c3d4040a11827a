"""All of somebody's work, as values: what an export holds, and what a merge brings together."""

from typing import NamedTuple

from annotations.values.analysis import Analysis
from annotations.values.attributes import Attribute, Coding
from annotations.values.corrections_made import Corrections
from annotations.values.model import Annotation, Document, Person, Tag


class Exported(NamedTuple):
    """One document with all that belongs to it."""

    document: Document
    text: str
    analysis: Analysis
    annotations: tuple[Annotation, ...]
    codings: tuple[Coding, ...] = ()
    corrections: Corrections = Corrections()


class Shared(NamedTuple):
    """What belongs to the library rather than to a document: codebook, coding form, persons and what is set on them."""

    tags: tuple[Tag, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    persons: tuple[Person, ...] = ()
    codings: tuple[Coding, ...] = ()


class Work(NamedTuple):
    """What belongs to a library, and its documents with all that belongs to each."""

    shared: Shared
    documents: tuple[Exported, ...]
