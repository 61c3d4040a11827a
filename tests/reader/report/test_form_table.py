"""The coding form as tables: a row for each unit and coder, and one attribute against another."""

import os
from collections.abc import Iterator

import pytest

from annotations.errors import UnknownAttribute
from annotations.library import Library
from annotations.values.attributes import Attribute, CodedUnit
from annotations.values.localized import Localized
from annotations.values.spans import Span
from reader.errors import UsageError
from reader.report.form_table import cross_rows, meet, named, unit_rows
from tests.reader.report.library import TEXT, add

FIRST, SECOND = Span(0, 26), Span(27, 55)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library whose form has attributes of every scope, filled in by two coders."""
    with Library(os.path.join(tmp_path_factory.mktemp("form"), "l.db"), "sara") as sara:
        number = add(sara, TEXT)
        person = sara.persons.join([(number, 1)], "سالم الكعبي")
        for scope, name, values in (
            ("document", "النوع", ["خبر", "تقرير"]),
            ("document", "الحجم", ["قصير", "طويل"]),
            ("statement", "الاتجاه", ["مؤيد", "معارض", "محايد"]),
            ("statement", "النبرة", ["هادئة", "حادة"]),
            ("person", "الصفة", ["رسمي", "خبير"]),
        ):
            sara.form.new(scope, name, values, "ar")
        _set(sara, CodedUnit(number), "النوع", "تقرير")
        _set(sara, CodedUnit(number), "الحجم", "قصير")
        _set(sara, CodedUnit(number, FIRST), "الاتجاه", "معارض")
        _set(sara, CodedUnit(number, FIRST), "النبرة", "حادة")
        _set(sara, CodedUnit(number, SECOND), "الاتجاه", "مؤيد")
        _set(sara, CodedUnit(person=person), "الصفة", "رسمي")
        with Library(sara.path, "omar") as omar:
            _set(omar, CodedUnit(number, FIRST), "الاتجاه", "معارض")
            _set(omar, CodedUnit(number, FIRST), "النبرة", "هادئة")
        yield sara


def _set(library: Library, unit: CodedUnit, name: str, value: str) -> None:
    attribute = named(library, name)
    library.form.set(unit, attribute.id, next(one.id for one in attribute.values if one.names.exactly("ar") == value))


def test_a_row_for_each_unit_and_coder(library: Library) -> None:
    heads, *rows = unit_rows(library, "ar")
    assert heads == (
        "scope",
        "document",
        "start",
        "end",
        "words",
        "coder",
        "النوع",
        "الحجم",
        "الاتجاه",
        "النبرة",
        "الصفة",
    )
    first, second = FIRST.cut(TEXT), SECOND.cut(TEXT)
    assert sorted(rows) == sorted([
        ("person", "", "0", "0", "سالم الكعبي", "sara", "", "", "", "", "رسمي"),
        ("document", "1", "0", "0", "عنوان أول", "sara", "تقرير", "قصير", "", "", ""),
        ("statement", "1", "0", "26", first, "sara", "", "", "معارض", "حادة", ""),
        ("statement", "1", "0", "26", first, "omar", "", "", "معارض", "هادئة", ""),
        ("statement", "1", "27", "55", second, "sara", "", "", "مؤيد", "", ""),
    ])  # fmt: skip


def test_an_empty_form_has_its_headings_alone(one_text: Library) -> None:
    assert unit_rows(one_text, "en") == [("scope", "document", "start", "end", "words", "coder")]


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        ("الاتجاه", "النبرة", ["0 0 0", "1 1 2", "0 0 0"]),  # a statement coded for one of the two does not count
        ("الاتجاه", "النوع", ["0 1 1", "0 1 1", "0 0 0"]),  # only sara coded the document, so only her statements
        ("النوع", "النبرة", ["0 0 0", "0 1 1"]),
        ("النوع", "الحجم", ["0 0 0", "1 0 1"]),  # once for the document, not again for its statements
        ("الصفة", "الصفة", ["1 0 1", "0 0 0"]),
    ],
)
def test_one_attribute_against_another(library: Library, one: str, other: str, figures: list[str]) -> None:
    rows, columns = named(library, one), named(library, other)
    heads, *found = cross_rows(library, rows, columns, "ar")
    assert heads == (f"{one} / {other}", *(value.names.exactly("ar") for value in columns.values), "=")
    assert [row[0] for row in found] == [value.names.exactly("ar") for value in rows.values]
    assert [" ".join(row[1:]) for row in found] == figures


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        (("statement", "statement"), True), (("person", "person"), True), (("statement", "document"), True),
        (("document", "statement"), True), (("person", "document"), False), (("statement", "person"), False),
    ],
)  # fmt: skip
def test_which_attributes_can_be_crossed(library: Library, scopes: tuple[str, str], expected: bool) -> None:
    one, other = (Attribute(at, scope, Localized.of({"ar": scope}), ()) for at, scope in enumerate(scopes))
    assert meet(one, other) == expected
    if not expected:
        with pytest.raises(UsageError, match=r"\+"):
            cross_rows(library, one, other, "ar")


def test_an_attribute_is_found_by_its_whole_name_in_either_language(library: Library) -> None:
    assert named(library, "النبرة").scope == "statement"
    for name in ("نبرة", "النبر", "none"):
        with pytest.raises(UnknownAttribute, match=name):
            named(library, name)
