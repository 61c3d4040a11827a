"""The units over which agreement is computed: characters, sentences, statements and articles of the library's texts."""

import os
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.questions.agreement import Agreement
from annotations.questions.coding_units import ARTICLE, CHARACTER, SENTENCE, STATEMENT, UNITS
from annotations.values.analysis import Analysis
from annotations.values.attributes import CodedUnit
from annotations.values.spans import Span
from reader.report.agreement_units import UNIT_NAMES, attributes_report, figures, tags_report, texts
from tests.reader.report.library import TEXT, add


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with Library(os.path.join(tmp_path, "l.db"), "sara") as opened:
        yield opened


def test_figures_are_printed_with_what_is_undefined() -> None:
    found = Agreement(4, 2 / 3, 1.0, None, -0.1234, 0.0)
    assert figures(found, 2, "-") == ("0.67", "1.00", "-", "-0.12", "0.00")
    assert figures(found, 3, "…") == ("0.667", "1.000", "…", "-0.123", "0.000")


@pytest.mark.parametrize(
    ("unit", "spans"),
    [
        (CHARACTER, []), (SENTENCE, [(0, 26), (27, 55), (56, 79)]), (STATEMENT, [(0, 26), (27, 55)]),
        (ARTICLE, [(0, 55), (56, len(TEXT))]),
    ],
)  # fmt: skip
def test_the_units_of_a_text(one_text: Library, unit: str, spans: list[tuple[int, int]]) -> None:
    (found,) = texts(one_text, [1], unit)
    assert [tuple(span) for span in found.units] == spans
    assert (found.length, len(found.annotations)) == (len(TEXT), 4)


def test_sentences_are_counted_in_code_points_of_the_whole_text(library: Library) -> None:
    text = "  عَلَمٌ 😀. ثانٍ!\n\n  ثالث؟ رابع\n"
    (found,) = texts(library, [add(library, text, Analysis())], SENTENCE)
    assert [span.cut(text) for span in found.units] == ["عَلَمٌ 😀.", "ثانٍ!", "ثالث؟", "رابع"]


def test_a_text_without_articles_is_one_and_one_without_statements_has_none(library: Library) -> None:
    number = add(library, "نص 😀", Analysis())
    assert texts(library, [number], ARTICLE)[0].units == (Span(0, 4),)
    assert texts(library, [number], STATEMENT)[0].units == ()
    assert texts(library, [], ARTICLE) == []


def test_every_unit_has_a_name() -> None:
    assert set(UNIT_NAMES) == set(UNITS)


def test_a_report_counts_those_who_tagged_but_no_joint_coder_and_no_bare_note(library: Library) -> None:
    number = add(library, TEXT)
    path = library.path
    for coder, tags in (("omar", [1]), ("huda", []), ("omar + sara", [2])):
        with Library(path, coder) as other:
            other.passages.annotate(number, Span(0, 26), tags, "ملاحظة")
    library.passages.annotate(number, Span(0, 10), [1])
    report = tags_report(library, [number], SENTENCE, uncoded=True)
    assert report.coders == ("omar", "sara")
    assert (report.unit, report.overall.units, report.overall.percent) == (SENTENCE, 3, 1.0)
    assert list(report.by_tag) == [1]
    coded = tags_report(library, [number], CHARACTER, uncoded=False)
    assert (coded.overall.units, coded.overall.percent) == (26, 10 / 26)


def test_agreement_on_the_form_is_by_attribute_over_what_anyone_coded(library: Library) -> None:
    one, other = add(library, "نص", Analysis()), add(library, "ثان", Analysis(), "ثان")
    kind = library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
    size = library.form.new("document", "الحجم", ["قصير", "طويل"], "ar")
    first, second = (value.id for value in kind.values)
    library.form.set(CodedUnit(one), kind.id, first)
    library.form.set(CodedUnit(other), kind.id, first)
    assert attributes_report(library)[kind.id].units == 0
    with Library(library.path, "omar") as omar:
        omar.form.set(CodedUnit(one), kind.id, first)
        omar.form.set(CodedUnit(other), kind.id, second)
    found = attributes_report(library)
    assert (found[kind.id].units, found[kind.id].percent) == (2, 0.5)
    assert (found[size.id].units, found[size.id].percent) == (0, None)
