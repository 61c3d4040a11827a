"""Passages around the cursor: the steps by which a selection widens, and its word count. No Textual here."""

from annotations.values.analysis import Analysis
from annotations.values.long_text import AnyText
from annotations.values.spans import Span
from reader.page.page_lines import LONG, line_at, line_end, line_start
from reader.text.segments import clauses, sentences, span_at, words

_COUNTED = 1 << 17  # code points


def paragraph_of(text: AnyText, offset: int) -> Span:
    """Return the line that contains `offset`, without the blanks around it; of a very long one, the section."""
    start, end = line_start(text, offset), line_end(text, offset)
    if start < 0 or end < 0 or end - start > LONG:
        section = line_at(text, offset)
        return Span(offset, offset) if section is None else Span(section.start, section.end)
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), max(start + len(line.rstrip()), start))


def _moved(spans: list[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(start + by, end + by) for start, end in spans]


def sentence_of(text: AnyText, offset: int) -> Span | None:
    """Return the sentence that contains `offset`, or None on a blank line."""
    paragraph = paragraph_of(text, offset)
    found = span_at(_moved(sentences(paragraph.cut(text)), paragraph.start), offset)
    return Span(*found) if found else None


def word_of(text: AnyText, offset: int) -> Span | None:
    """Return the word that contains `offset`, or None between words."""
    paragraph = paragraph_of(text, offset)
    found = span_at(_moved(words(paragraph.cut(text)), paragraph.start), offset)
    return Span(*found) if found else None


def _clause_of(text: AnyText, sentence: Span, offset: int) -> tuple[int, int] | None:
    words_of = sentence.cut(text)
    return span_at(_moved(clauses(words_of, 0, len(words_of)), sentence.start), offset)


def steps(text: AnyText, analysis: Analysis, offset: int) -> list[Span]:
    """Return the spans through which a selection at `offset` widens, each containing the one before.

    They are the word, clause, sentence, statement, paragraph and session there.
    """
    paragraph = paragraph_of(text, offset)
    word, sentence = word_of(text, offset), sentence_of(text, offset)
    statement = analysis.statement_at(offset)
    clause = _clause_of(text, sentence, offset) if sentence else None
    session = analysis.session_at(offset)
    found: list[Span] = []
    outer = [clause, sentence, statement.span if statement else None, paragraph, session.span if session else None]
    for span in (word, *sorted((Span(*one) for one in outer if one), key=lambda one: one.end - one.start)):
        if span is None:
            continue
        step = Span(*span)
        if step.end > step.start and (
            not found or (step.start <= found[-1].start and step.end >= found[-1].end and step != found[-1])
        ):
            found.append(step)
    return found


def wider(ladder: list[Span], now: Span | None) -> Span | None:
    """Return the first step of the ladder larger than the selection `now`, or the first of all if `now` is None."""
    if now is None:
        return ladder[0] if ladder else None
    return next((s for s in ladder if s.start <= now.start and s.end >= now.end and s != now), None)


def narrower(ladder: list[Span], now: Span) -> Span | None:
    """Return the largest step of the ladder inside the selection `now`, or None if there is none."""
    inner = [s for s in ladder if now.start <= s.start and s.end <= now.end and s != now]
    return inner[-1] if inner else None


def count_words(text: AnyText, span: Span) -> int:
    """Return the number of words in a passage, or 0 in one too long to count them at every key."""
    return len(words(span.cut(text))) if span.end - span.start <= _COUNTED else 0
