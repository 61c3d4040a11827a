"""A person's entire work, as values: what an export contains and a merge combines."""

from typing import NamedTuple

from annotations.values.analysis import Analysis
from annotations.values.attributes import Attribute, Coding
from annotations.values.corrections_made import Corrections
from annotations.values.model import Annotation, Document, Person, Tag


class Exported(NamedTuple):
    """One document with everything that belongs to it."""

    document: Document
    text: str
    analysis: Analysis
    annotations: tuple[Annotation, ...]
    codings: tuple[Coding, ...] = ()
    corrections: Corrections = Corrections()


class Shared(NamedTuple):
    """What belongs to the library rather than to a document: codebook, coding form, persons and their codings."""

    tags: tuple[Tag, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    persons: tuple[Person, ...] = ()
    codings: tuple[Coding, ...] = ()


class Work(NamedTuple):
    """The shared content of a library, and its documents with everything that belongs to each."""

    shared: Shared
    documents: tuple[Exported, ...]
