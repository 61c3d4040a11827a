"""The values of the coding form: attributes with a closed set of values, and the units coded. No SQLite here."""

from typing import NamedTuple

from annotations.values.localized import Localized
from annotations.values.spans import Span

DOCUMENT, STATEMENT, PERSON = SCOPES = ("document", "statement", "person")


class Value(NamedTuple):
    """A value of an attribute. number: the digit key that sets it, from 1."""

    id: int
    number: int
    names: Localized
    uid: str = ""

    def name(self, language: str) -> str:
        """Return the name in `language`, or in the other one if it is empty."""
        return self.names.words(language)


class Attribute(NamedTuple):
    """An attribute and its closed set of values. scope: document, statement or person."""

    id: int
    scope: str
    names: Localized
    values: tuple[Value, ...]
    uid: str = ""

    def name(self, language: str) -> str:
        """Return the name in `language`, or in the other one if it is empty."""
        return self.names.words(language)

    def value(self, number: int) -> Value | None:
        """Return the value with this id, or None."""
        return next((value for value in self.values if value.id == number), None)


class CodedUnit(NamedTuple):
    """A unit that attributes are set on: a document, a statement in one (by its span) or a person of the library."""

    document: int = 0
    span: Span = Span(0, 0)
    person: int = 0

    @property
    def scope(self) -> str:
        """The scope: document, statement or person."""
        if self.person:
            return PERSON
        return STATEMENT if self.span.end else DOCUMENT

    @property
    def columns(self) -> tuple[int, int, int, int]:
        """Document, start, end and person, in this order: the columns by which a coding identifies its unit."""
        return (self.document, self.span.start, self.span.end, self.person)


class Coding(NamedTuple):
    """A value that a coder set on a unit."""

    unit: CodedUnit
    attribute: int
    value: int
    coder: str
