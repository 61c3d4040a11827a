"""The contents of the coding form as tables: one row per unit and coder, or one attribute against another."""

from collections import Counter

from annotations.errors import UnknownAttribute
from annotations.library import Library
from annotations.values.attributes import DOCUMENT, STATEMENT, Attribute, CodedUnit
from reader.errors import UsageError


def _words(library: Library, unit: CodedUnit, persons: dict[int, str]) -> str:
    """Return a description of a unit: a person's name, a statement's text, a document's title."""
    if unit.person:
        return persons.get(unit.person, "")
    if unit.span.end:
        return " ".join(library.stretch(unit.document, *unit.span).split())
    return library.document(str(unit.document)).title


def _held(library: Library) -> dict[tuple[CodedUnit, str], dict[int, int]]:
    """Return the values of each unit and coder, by attribute."""
    held: dict[tuple[CodedUnit, str], dict[int, int]] = {}
    for coding in library.form.codings():
        held.setdefault((coding.unit, coding.coder), {})[coding.attribute] = coding.value
    return held


def unit_rows(library: Library, tongue: str) -> list[tuple[str, ...]]:
    """Return headings and one row per unit and coder.

    The columns are scope, document, start, end, words, coder, and the value of each attribute.
    """
    attributes = library.form.attributes()
    persons = {person.id: person.name for person in library.persons.all()}
    held = _held(library)
    rows = [("scope", "document", "start", "end", "words", "coder", *(one.name(tongue) for one in attributes))]
    for (unit, coder), values in held.items():
        place = (unit.scope, str(unit.document or ""), str(unit.span.start), str(unit.span.end))
        given = [_value(one, values.get(one.id), tongue) for one in attributes]
        rows.append((*place, _words(library, unit, persons), coder, *given))
    return rows


def _value(attribute: Attribute, value: int | None, tongue: str) -> str:
    found = attribute.value(value) if value is not None else None
    return found.name(tongue) if found else ""


def named(library: Library, name: str) -> Attribute:
    """Return the attribute with this name. Raises UnknownAttribute."""
    for one in library.form.attributes():
        if name in one.names.all():
            return one
    raise UnknownAttribute(name=name)


def meet(one: Attribute, other: Attribute) -> bool:
    """Return whether two attributes can be crossed: both of one scope, or one of statements and one of documents."""
    return one.scope == other.scope or {one.scope, other.scope} == {STATEMENT, DOCUMENT}


def cross_rows(library: Library, one: Attribute, other: Attribute, tongue: str) -> list[tuple[str, ...]]:
    """Return a table of one attribute's values against another's, counted over units and coders, with row sums.

    Raises UsageError if the two cannot be crossed.
    """
    if not meet(one, other):
        raise UsageError(problem=f"{one.name(tongue)} + {other.name(tongue)}?")
    held = _held(library)
    counted: Counter[tuple[int, int]] = Counter()
    for (unit, coder), values in held.items():
        of_document = held.get((CodedUnit(unit.document), coder), {}) if unit.span.end else {}
        both = {**of_document, **values}
        if one.id in both and other.id in both and (one.id in values or other.id in values):
            counted[both[one.id], both[other.id]] += 1
    rows = [(f"{one.name(tongue)} / {other.name(tongue)}", *(v.name(tongue) for v in other.values), "=")]
    for value in one.values:
        cells = [counted[value.id, column.id] for column in other.values]
        rows.append((value.name(tongue), *map(str, cells), str(sum(cells))))
    return rows
