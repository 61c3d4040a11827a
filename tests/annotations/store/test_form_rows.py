"""The rows of the coding form: one coding for each unit, attribute and coder, and whose it becomes."""

import sqlite3

import pytest

from annotations.store import form_rows
from annotations.values.attributes import Attribute, CodedUnit
from annotations.values.localized import Localized
from annotations.values.spans import Span
from tests.annotations.store.analysed import analysed_document

UNITS = (CodedUnit(1), CodedUnit(1, Span(0, 15)), CodedUnit(person=4))


@pytest.fixture
def kind(db: sqlite3.Connection) -> Attribute:
    """Return an attribute with two values, in a library with one document."""
    analysed_document(db)
    number = form_rows.add_attribute(db, "document", Localized.of({"ar": "النوع", "fa": "نوع"}))
    for at, name in ((2, "تقرير"), (1, "خبر")):
        form_rows.add_value(db, number, at, Localized.of({"ar": name}))
    return form_rows.attributes(db)[0]


def test_an_attribute_has_its_values_in_the_order_of_their_keys(db: sqlite3.Connection, kind: Attribute) -> None:
    assert [(one.number, one.name("ar")) for one in kind.values] == [(1, "خبر"), (2, "تقرير")]
    assert list(kind.values) == form_rows.values_of(db, kind.id)
    assert (kind.name("fa"), form_rows.attributes(db, "person")) == ("نوع", [])
    form_rows.remove_attribute(db, kind.id)
    assert form_rows.attributes(db) == []


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_coded_once_by_a_coder(db: sqlite3.Connection, kind: Attribute, unit: CodedUnit) -> None:
    first, second = (value.id for value in kind.values)
    for coder, value in ((1, first), (1, second), (2, first)):
        form_rows.code(db, unit, kind.id, value, coder)
    found = [(one.unit, one.value, one.coder) for one in form_rows.codings(db)]
    assert found == [(unit, second, "هند"), (unit, first, "سالم")]
    assert [form_rows.coded(db, other, kind.id, 1) is not None for other in UNITS] == [one == unit for one in UNITS]
    form_rows.clear_coding(db, unit, kind.id, 1)
    assert (form_rows.coded(db, unit, kind.id, 1), len(form_rows.codings(db))) == (None, 1)


def test_codings_of_a_document_and_its_statements_move(db: sqlite3.Connection, kind: Attribute) -> None:
    other = analysed_document(db, "2")
    for unit in UNITS:
        form_rows.code(db, unit, kind.id, kind.values[0].id, 1)
    spans = form_rows.coded_spans(db, 1)
    assert [span for _number, span in spans] == [Span(0, 0), Span(0, 15)]
    form_rows.move_coding(db, spans[1][0], other, Span(16, 31))
    assert form_rows.document_of_coding(db, spans[1][0]) == other
    assert [one.unit for one in form_rows.codings(db, other)] == [CodedUnit(other, Span(16, 31))]
    assert [one.unit for one in form_rows.codings(db, 1)] == [UNITS[0]]


def test_a_person_gets_anothers_codings_where_it_has_none(db: sqlite3.Connection, kind: Attribute) -> None:
    first, second = (value.id for value in kind.values)
    for person, coder, value in ((4, 1, first), (4, 2, first), (5, 1, second)):
        form_rows.code(db, CodedUnit(person=person), kind.id, value, coder)
    form_rows.give_codings(db, 4, 5)
    assert [(one.unit.person, one.value, one.coder) for one in form_rows.codings(db)] == [
        (4, first, "هند"), (5, second, "هند"), (5, first, "سالم"),
    ]  # fmt: skip
