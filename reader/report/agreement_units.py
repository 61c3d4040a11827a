"""The units of the library's texts over which agreement is computed: characters, sentences, statements, articles."""

from collections.abc import Sequence

from annotations.library import Library
from annotations.questions.agreement import Agreement
from annotations.questions.coding_units import (
    ARTICLE,
    CHARACTER,
    SENTENCE,
    STATEMENT,
    Report,
    Text,
    of_attribute,
    report,
)
from annotations.questions.comparison import stands_for_two
from annotations.values.spans import Span
from reader.language.i18n import N_
from reader.text.segments import paragraphs, sentences

UNIT_NAMES = {
    CHARACTER: N_("character"), SENTENCE: N_("sentence"), STATEMENT: N_("statement"), ARTICLE: N_("article"),
}  # fmt: skip


def figures(found: Agreement, decimals: int, nothing: str) -> tuple[str, ...]:
    """Return percent, Holsti, Cohen, Fleiss and alpha as printed. nothing: what stands for an undefined figure."""
    values = (found.percent, found.holsti, found.cohen, found.fleiss, found.alpha)
    return tuple(nothing if value is None else f"{value:.{decimals}f}" for value in values)


def _units(library: Library, document: int, unit: str) -> tuple[Span, ...]:
    if unit == CHARACTER:
        return ()
    if unit == SENTENCE:
        text = library.text(document)
        return tuple(
            Span(a + start, b + start) for start, end in paragraphs(text) for a, b in sentences(text[start:end])
        )
    analysis = library.analysis(document)
    if unit == STATEMENT:
        return tuple(statement.span for statement in analysis.statements)
    assert unit == ARTICLE  # noqa: S101 - the last of the four
    return tuple(article.span for article in analysis.articles) or (Span(0, len(library.text(document))),)


def texts(library: Library, documents: Sequence[int], unit: str) -> list[Text]:
    """Return documents in the form that agreement is computed from."""
    found: list[Text] = []
    for number in documents:
        length = library.document(str(number)).length
        found.append(Text(tuple(library.annotations(number)), length, _units(library, number, unit)))
    return found


def tags_report(library: Library, documents: Sequence[int], unit: str, *, uncoded: bool) -> Report:
    """Return how far all coders of these documents agree on tags."""
    prepared = texts(library, documents, unit)
    coders = sorted({a.coder for text in prepared for a in text.annotations if a.tags and not stands_for_two(a.coder)})
    return report(prepared, coders, unit, uncoded=uncoded)


def attributes_report(library: Library) -> dict[int, Agreement]:
    """Return how far all coders agree on each form attribute, by its id, over the units that any of them coded."""
    codings = library.form.codings()
    coders = sorted({coding.coder for coding in codings})
    return {one.id: of_attribute(codings, one.id, coders) for one in library.form.attributes()}
