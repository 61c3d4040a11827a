"""What an analysis has at an offset, and the units and values of the coding form."""

import pytest

from annotations.values.analysis import Analysis, Article, Session, Speaker, Statement
from annotations.values.attributes import DOCUMENT, PERSON, STATEMENT, Attribute, CodedUnit, Value
from annotations.values.localized import Localized
from annotations.values.spans import Span

FIRST, SECOND = Session(1, Span(10, 20), "أولى"), Session(2, Span(20, 30), "ثانية")
ARTICLE = Article(Span(0, 30))
WHOLE = Statement(Span(10, 30), 1, "paraphrase")
INNER = Statement(Span(15, 20), 2, "quotation")
TWIN = Statement(Span(15, 20), 1, "topic")
SPEAKERS = (Speaker(2, "هند"), Speaker(1, "سالم"))
ANALYSIS = Analysis(
    articles=(ARTICLE,), sessions=(FIRST, SECOND), speakers=SPEAKERS, statements=(WHOLE, INNER, TWIN)
)  # fmt: skip


@pytest.mark.parametrize(
    ("offset", "article", "session", "statement"),
    [
        (-1, None, None, None),
        (0, ARTICLE, None, None),
        (10, ARTICLE, FIRST, WHOLE),
        (15, ARTICLE, FIRST, INNER),
        (19, ARTICLE, FIRST, INNER),
        (20, ARTICLE, SECOND, WHOLE),
        (29, ARTICLE, SECOND, WHOLE),
        (30, None, None, None),
    ],
)
def test_what_stands_at_an_offset(
    offset: int, article: Article | None, session: Session | None, statement: Statement | None
) -> None:
    assert ANALYSIS.article_at(offset) is article
    assert ANALYSIS.session_at(offset) is session
    assert ANALYSIS.statement_at(offset) is statement


def test_a_speaker_is_known_by_id_and_has_statements_in_order() -> None:
    assert [ANALYSIS.speaker(number) for number in (1, 2, 3, 0)] == [SPEAKERS[1], SPEAKERS[0], None, None]
    assert ANALYSIS.statements_of(1) == (WHOLE, TWIN)
    assert ANALYSIS.statements_of(3) == ()


def test_an_empty_analysis_has_nothing_anywhere() -> None:
    empty = Analysis()
    assert (empty.article_at(0), empty.session_at(0), empty.statement_at(0), empty.speaker(0)) == (None,) * 4


@pytest.mark.parametrize(
    ("unit", "scope", "columns"),
    [
        (CodedUnit(3), DOCUMENT, (3, 0, 0, 0)),
        (CodedUnit(3, Span(0, 9)), STATEMENT, (3, 0, 9, 0)),
        (CodedUnit(3, Span(4, 9)), STATEMENT, (3, 4, 9, 0)),
        (CodedUnit(person=7), PERSON, (0, 0, 0, 7)),
    ],
)
def test_a_coded_unit_has_its_scope_and_columns(unit: CodedUnit, scope: str, columns: tuple[int, ...]) -> None:
    assert (unit.scope, unit.columns) == (scope, columns)


@pytest.mark.parametrize(
    ("ar", "en", "in_arabic", "in_english"),
    [("مؤيّد", "for", "مؤيّد", "for"), ("مؤيّد", "", "مؤيّد", "مؤيّد"), ("", "for", "for", "for")],
)
def test_an_attribute_and_its_values_are_named_in_either_language(
    ar: str, en: str, in_arabic: str, in_english: str
) -> None:
    names = Localized.of({"ar": ar, "en": en})
    for one in (Value(1, 1, names), Attribute(1, STATEMENT, names, ())):
        assert (one.name("ar"), one.name("en"), one.name("fr")) == (in_arabic, in_english, in_english)


def test_a_value_is_found_by_its_id_not_by_its_digit() -> None:
    values = (Value(5, 1, Localized.of({"ar": "مؤيد", "en": ""})), Value(1, 2, Localized.of({"ar": "معارض", "en": ""})))
    attribute = Attribute(1, STATEMENT, Localized.of({"ar": "الاتجاه", "en": ""}), values)
    assert [attribute.value(number) for number in (5, 1, 2)] == [values[0], values[1], None]
