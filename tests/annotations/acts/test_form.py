"""The coding form: attributes and values that make sense, and a coder's codings of documents, statements and persons."""

import pytest

from annotations.errors import ValueRefused
from annotations.library import Library
from annotations.values.attributes import CodedUnit, Coding
from annotations.values.spans import Span

STATEMENT = CodedUnit(1, Span(0, 34))


def test_an_attribute_has_names_in_its_language_and_values_numbered_in_order(library: Library) -> None:
    made = library.form.new("person", "  نوع \n المصدر ", [" رسميّ ", "", "خبير  مستقل", "😀"], "ar")
    assert (made.scope, made.names.exactly("ar"), made.names.exactly("en")) == ("person", "نوع المصدر", "")
    assert [(value.number, value.names.exactly("ar")) for value in made.values] == [
        (1, "رسميّ"),
        (2, "خبير مستقل"),
        (3, "😀"),
    ]
    english = library.form.new("person", "role", ["official", "expert"], "en")
    assert [(value.names.exactly("ar"), value.names.exactly("en")) for value in english.values] == [
        ("", "official"),
        ("", "expert"),
    ]
    assert [one.id for one in library.form.attributes()] == [1, 2, made.id, english.id]
    assert [one.id for one in library.form.attributes("person")] == [made.id, english.id]
    assert library.form.attributes("topic") == []


@pytest.mark.parametrize(
    ("scope", "name", "values"),
    [
        ("session", "الصفة", ["رسمي", "خبير"]),
        ("person", " ", ["رسمي", "خبير"]),
        ("person", "الصفة", []),
        ("person", "الصفة", ["رسمي", " "]),
        ("person", "الصفة", ["رسمي", "رَسمي", "خبير"]),
        ("statement", "الاتِّجاه", ["رسمي", "خبير"]),
    ],
)
def test_an_attribute_with_nothing_to_choose_or_a_taken_name_is_refused(
    library: Library, scope: str, name: str, values: list[str]
) -> None:
    before = library.last_act()
    with pytest.raises(ValueRefused):
        library.form.new(scope, name, values, "ar")
    assert (library.last_act(), len(library.form.attributes())) == (before, 2)


def test_one_name_may_be_an_attribute_of_two_scopes(library: Library) -> None:
    assert library.form.new("document", "الاتجاه", ["مع", "ضد"], "ar").id == 3


@pytest.mark.parametrize(
    ("unit", "attribute", "value"),
    [(STATEMENT, 1, 4), (STATEMENT, 2, 4), (CodedUnit(1), 1, 1), (CodedUnit(person=1), 1, 1), (STATEMENT, 9, 1), (STATEMENT, 9, None)],
)  # fmt: skip
def test_a_value_of_another_attribute_or_scope_is_refused(
    library: Library, unit: CodedUnit, attribute: int, value: int | None
) -> None:
    before = library.form.codings()
    with pytest.raises(ValueRefused):
        library.form.set(unit, attribute, value)
    assert library.form.codings() == before


def test_a_coding_is_set_replaced_and_cleared_for_its_unit_and_coder_alone(library: Library) -> None:
    library.form.new("person", "الصفة", ["رسمي", "خبير"], "ar")
    with Library(library.path, "omar") as omar:
        omar.form.set(STATEMENT, 1, 3)
    library.form.set(STATEMENT, 1, 2)
    library.form.set(CodedUnit(1, Span(35, 50)), 1, 3)
    library.form.set(CodedUnit(1), 2, 4)
    library.form.set(CodedUnit(person=1), 3, 7)
    assert library.form.set_on(STATEMENT) == {1: 2}
    assert library.form.set_on(CodedUnit(1)) == {2: 4}
    assert library.form.set_on(CodedUnit(person=1)) == {3: 7}
    assert library.form.set_on(CodedUnit(2)) == {}
    assert library.form.codings(1) == [
        Coding(CodedUnit(1), 2, 4, "sara"),
        Coding(STATEMENT, 1, 3, "omar"),
        Coding(STATEMENT, 1, 2, "sara"),
        Coding(CodedUnit(1, Span(35, 50)), 1, 3, "sara"),
    ]
    assert {coding.unit.scope for coding in library.form.codings()} == {"document", "statement", "person"}
    library.form.set(STATEMENT, 1, None)
    assert library.form.set_on(STATEMENT) == {}
    assert [coding.coder for coding in library.form.codings(1) if coding.unit == STATEMENT] == ["omar"]
    library.undo(1)
    assert library.form.set_on(STATEMENT) == {1: 2}


def test_a_removed_attribute_takes_its_codings_out_of_sight_until_it_comes_back(library: Library) -> None:
    library.form.remove(1)
    assert ([one.id for one in library.form.attributes()], library.form.codings()) == ([2], [])
    assert library.log()[0].act.about == {"name": "الاتجاه"}
    with pytest.raises(ValueRefused):
        library.form.set(STATEMENT, 1, 1)
    library.undo(None)
    assert library.form.set_on(STATEMENT) == {1: 1}
