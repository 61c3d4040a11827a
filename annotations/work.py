"""All of somebody's work, as values: what an export holds, and what a merge brings together."""

from typing import NamedTuple

from annotations.formats.hashiya_json import Exported, Shared
from annotations.model import Document
from annotations.store import Library


class Work(NamedTuple):
    """What belongs to a library, and its documents with all that belongs to each."""

    shared: Shared
    documents: tuple[Exported, ...]


def exported(library: Library, document: Document) -> Exported:
    """Return a document with all that belongs to it, annotations without a place included."""
    number = document.id
    marked = (*library.annotations(number), *library.orphans(number))
    codings, corrections = tuple(library.form.codings(number)), library.corrections(number)
    return Exported(document, library.text(number), library.reading(number), marked, codings, corrections)


def shared(library: Library) -> Shared:
    """Return what belongs to a library rather than to a document."""
    of_persons = tuple(coding for coding in library.form.codings() if coding.unit.person)
    tags, attributes = tuple(library.codebook.tags()), tuple(library.form.attributes())
    return Shared(tags, attributes, tuple(library.persons.all()), of_persons)


def work_of(library: Library) -> Work:
    """Return everything of a library."""
    return Work(shared(library), tuple(exported(library, document) for document in library.documents()))
