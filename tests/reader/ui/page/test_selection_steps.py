"""The steps by which a selection widens from the word under the cursor to the session."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.analysis import Analysis, Session, Statement
from annotations.values.spans import Span
from reader.ui.page.selection_steps import (
    count_words,
    narrower,
    paragraph_of,
    sentence_of,
    steps,
    wider,
    word_of,
)
from tests.reader.ui.opened import ANALYSIS, FIRST, TEXT, span
from tests.strategies import PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [
        ("سطر\n  ثان \nثالث", 6, "ثان"),  # without the blanks around it
        ("سطر\n  ثان \nثالث", 4, "ثان"),
        ("سطر\n  ثان \nثالث", 3, "سطر"),  # the line's own end
        ("سطر\n  ثان \nثالث", 15, "ثالث"),
        ("سطر\n\nثالث", 4, ""),
        ("سطر\n   \nثالث", 5, ""),
        ("", 0, ""),
    ],
)
def test_the_paragraph_is_the_line_without_blanks(text: str, offset: int, line: str) -> None:
    assert paragraph_of(text, offset).cut(text) == line


@pytest.mark.parametrize(
    ("words", "sentence", "word"),
    [
        ("الماءَ", "قالت ليلى إن الماءَ قليل، والحاجة كبيرة.", "الماءَ"),  # harakat belong to their word
        ("تأخرت", "لكن الأمطار تأخرت 😀 هذا العام.", "تأخرت"),
        ("هذا", "لكن الأمطار تأخرت 😀 هذا العام.", "هذا"),  # offsets count the emoji as one
        ("ورد", "ورد سالم أن السدود ممتلئة.", "ورد"),
    ],
)
def test_the_sentence_and_the_word_around_an_offset(words: str, sentence: str, word: str) -> None:
    offset = TEXT.index(words)
    found = sentence_of(TEXT, offset)
    assert found is not None
    assert found.cut(TEXT).strip() == sentence
    assert word_of(TEXT, offset) == word_of(TEXT, offset + 1) == span(word)


def test_a_blank_line_has_neither_sentence_nor_word() -> None:
    blank = TEXT.index("\n\n") + 1
    assert sentence_of(TEXT, blank) is None
    assert word_of(TEXT, blank) is None
    assert steps(TEXT, Analysis(), blank) == []


def test_a_selection_widens_from_the_word_to_the_session() -> None:
    found = [step.cut(TEXT).strip() for step in steps(TEXT, ANALYSIS, TEXT.index("قليل"))]
    sentence = "قالت ليلى إن الماءَ قليل، والحاجة كبيرة."
    assert found[0] == "قليل"
    assert found[1].startswith("قالت ليلى")  # the clause ends at the comma
    assert found[1].endswith("قليل،")
    assert found[2:5] == [sentence, sentence + " لكن الأمطار تأخرت 😀 هذا العام.", FIRST.span.cut(TEXT).strip()]
    assert len(found) == 5  # the statement begins within the clause and ends outside: it is no step


def test_a_statement_larger_than_its_sentence_is_a_step() -> None:
    text = "قال: نعم. ثم لا. انتهى."
    said = Statement(span("نعم. ثم لا.", text), 1, "quotation")
    found = steps(text, Analysis(statements=(said,), sessions=(Session(1, Span(0, len(text)), ""),)), text.index("ثم"))
    assert said.span in found
    assert found[-1] == Span(0, len(text))


@given(PARAGRAPHS, st.data())
def test_every_step_contains_the_one_before(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    session = Session(1, Span(0, len(text)), "")
    found = steps(text, Analysis(sessions=(session,)), offset)
    for inner, outer in pairwise(found):
        assert outer.start <= inner.start
        assert inner.end <= outer.end
        assert outer != inner
    seen = None
    for step in found:
        seen = wider(found, seen)
        assert seen == step
    assert wider(found, seen) is None
    for step in reversed(found[:-1]):
        assert seen is not None
        seen = narrower(found, seen)
        assert seen == step


LADDER = [Span(4, 6), Span(2, 8), Span(0, 10)]


@pytest.mark.parametrize(
    ("now", "up", "down"),
    [
        (Span(4, 6), Span(2, 8), None),
        (Span(3, 7), Span(2, 8), Span(4, 6)),  # a selection that is no step itself
        (Span(2, 8), Span(0, 10), Span(4, 6)),
        (Span(0, 10), None, Span(2, 8)),
        (Span(3, 5), Span(2, 8), None),
        (Span(9, 12), None, None),
    ],
)
def test_one_step_up_and_down(now: Span, up: Span | None, down: Span | None) -> None:
    assert wider(LADDER, now) == up
    assert narrower(LADDER, now) == down


def test_widening_begins_with_the_first_step() -> None:
    assert wider(LADDER, None) == Span(4, 6)
    assert wider([], None) is None


@pytest.mark.parametrize(("words", "count"), [("قالت ليلى إن الماءَ", 4), ("تأخرت 😀 هذا", 2), ("ليلى إ", 2), ("\n", 0)])
def test_words_of_a_passage_are_counted(words: str, count: int) -> None:
    assert count_words(TEXT, span(words)) == count
