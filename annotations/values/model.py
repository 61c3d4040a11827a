"""The values of the library: documents, tags, coders and annotations."""

from typing import NamedTuple

from annotations.values.anchors import Anchor
from annotations.values.localized import Localized
from annotations.values.spans import Span

SLOTS = range(1, 10)  # the digit keys that apply tags
COLORS = 12  # of the palette, counted from 1


class Document(NamedTuple):
    """A text in the library. length is in code points; direction is "R" or "L"; times are ISO 8601, UTC.

    follows: the document of which this is the corrected text, 0 if none; coded: whether its coding is done.
    """

    id: int
    name: str
    path: str
    title: str
    direction: str
    digest: str
    length: int
    added: str
    project: str = ""
    memo: str = ""
    follows: int = 0
    coded: bool = False


class DocumentParagraph(NamedTuple):
    """A paragraph of a document in the library, with its span in code points."""

    document: int
    span: Span


class Tag(NamedTuple):
    """A tag of the codebook. slot: the digit key that applies it, or None; color: its number in the palette.

    names, descriptions: by language; parent: id of the tag above it, 0 at the top level; retired: no longer offered, but
    kept on annotations that have it; uid: identifier across libraries; memo: thoughts on it.
    """

    id: int
    slot: int | None
    names: Localized
    color: int
    descriptions: Localized = Localized()
    parent: int = 0
    retired: bool = False
    uid: str = ""
    memo: str = ""

    def name(self, language: str) -> str:
        """Return the name in a language, or in another one if there is none in it."""
        return self.names.words(language)

    def description(self, language: str) -> str:
        """Return the description in a language, or in another one if there is none in it."""
        return self.descriptions.words(language)


class Annotation(NamedTuple):
    """A passage with its tags (ids, in codebook order) and a note, by a coder. Times are ISO 8601, UTC.

    placed: how certainly it was found again in a corrected text: exact, moved, guessed or lost; empty if it was made in
    this text. uid: its identifier across libraries.
    """

    id: int
    document: int
    anchor: Anchor
    tags: tuple[int, ...]
    note: str
    coder: str
    created: str
    changed: str
    placed: str = ""
    uid: str = ""


class ReadingPlace(NamedTuple):
    """Where reading stopped: the offsets of the screen top and the cursor, and whether boilerplate was folded."""

    top: int = 0
    cursor: int = 0
    folded: bool = False


class DocumentSpeaker(NamedTuple):
    """A speaker in a document: number, name, kind and role, the document's title, and the number of statements."""

    document: int
    speaker: int
    name: str
    kind: str
    role: str
    title: str
    statements: int


class Person(NamedTuple):
    """A person across the library, and the speakers identified with that person."""

    id: int
    name: str
    speakers: tuple[DocumentSpeaker, ...]
    uid: str = ""
