"""The values of the library: documents, tags, coders and annotations."""

from typing import NamedTuple

from annotations.anchors import Anchor


class Document(NamedTuple):
    """A text in the library. length is in code points; direction is "R" or "L"; times are ISO 8601, UTC."""

    id: int
    name: str
    path: str
    title: str
    direction: str
    digest: str
    length: int
    added: str


class Tag(NamedTuple):
    """A label of the codebook. slot: the digit key that gives it, or None; color: its number in the palette."""

    id: int
    slot: int | None
    name_ar: str
    name_en: str
    color: int
    description_ar: str = ""
    description_en: str = ""

    def name(self, language: str) -> str:
        """Return the name in `language` ("ar" or another), or the one there is."""
        names = (self.name_ar, self.name_en) if language == "ar" else (self.name_en, self.name_ar)
        return names[0] or names[1]

    def description(self, language: str) -> str:
        """Return what the tag is for in `language`, or as it is told in the other one."""
        texts = (self.description_ar, self.description_en)
        return (texts if language == "ar" else texts[::-1])[0] or texts[0] or texts[1]


class Annotation(NamedTuple):
    """A passage with its tags (ids, in codebook order) and a note, by a coder. Times are ISO 8601, UTC."""

    id: int
    document: int
    anchor: Anchor
    tags: tuple[int, ...]
    note: str
    coder: str
    created: str
    changed: str


class Place(NamedTuple):
    """Where reading stopped: the offset at the top of the screen, that of the cursor, whether noise was folded."""

    top: int = 0
    cursor: int = 0
    folded: bool = False
