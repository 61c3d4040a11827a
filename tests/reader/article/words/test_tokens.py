"""The words of a text with their places, the marks between them, and the phrases of a list that begin at a word."""

import pytest
from hypothesis import given

from annotations.values.spans import Span
from reader.article.words.tokens import begins_with, cover, longest_match, tokens
from tests.reader.article.phrases import read
from tests.strategies import PARAGRAPHS


def test_words_have_offsets_in_code_points_and_keep_the_gap_before_them() -> None:
    text = "😀 «قالَ»، الوزير: 15%"
    found = tokens(text, Span(0, len(text)))
    assert [(token.span.cut(text), token.gap) for token in found] == [
        ("قالَ", "😀 «"),
        ("الوزير", "»، "),
        ("15", ": "),
    ]
    assert found[0].span == Span(3, 7)
    assert [token.key for token in found] == ["قال", "الوزير", "15"]


def test_only_the_words_of_the_span_are_read() -> None:
    text = "قال الوزير إن"
    assert [token.letters for token in tokens(text, Span(4, 10))] == ["الوزير"]
    assert [token.letters for token in tokens(text, Span(4, 8))] == ["الوز"]
    assert tokens(text, Span(3, 4)) == []
    assert tokens("", Span(0, 0)) == []


def test_a_lone_tatweel_or_haraka_is_part_of_the_gap() -> None:
    text = "قال ـ \u064e الوزير"
    assert [(token.letters, token.gap) for token in read(text)] == [("قال", ""), ("الوزير", " ـ \u064e ")]


@given(PARAGRAPHS)
def test_gaps_and_words_make_up_the_text(text: str) -> None:
    found = tokens(text, Span(0, len(text)))
    joined = "".join(token.gap + token.letters for token in found)
    assert text.startswith(joined)
    assert all(token.span.cut(text) == token.letters for token in found)
    assert all(token.key for token in found)


@pytest.mark.parametrize(
    ("gap", "comma", "hard"),
    [
        (" ", False, False), ("، ", True, False), (", ", True, False), ("؛ ", True, True), (": ", True, True), (".\n", True, True),
        ("؟ ", True, True), (" (", False, True), (" «", False, True), (' "', False, True), (" - ", False, True), ("- ", False, True),
        ("-", False, False), (" — ", False, True), (" • ", False, True), ("/", False, False), ("… ", True, True),
    ],
)  # fmt: skip
def test_the_marks_before_a_word_end_phrases(gap: str, comma: bool, hard: bool) -> None:
    (_, second) = read(f"الوزير{gap}خالد")
    assert (second.after_comma, second.after_hard) == (comma, hard)


def test_a_range_of_words_is_covered_from_first_to_last() -> None:
    text = "قال «وزير المياه» إن"
    assert cover(read(text), 1, 3).cut(text) == "وزير المياه"
    assert cover(read(text), 0, 1).cut(text) == "قال"


@pytest.mark.parametrize(
    ("text", "at", "name", "length"),
    [
        ("دولة الإمارات العربية المتحدة تدعو", 0, "org_names", 4), ("دولة الإمارات تدعو", 0, "org_names", 2), ("من دولة قطر", 1, "org_names", 2),
        ("ودولة قطر", 0, "org_names", 2), ("دولة الفقر", 0, "org_names", 0), ("دولة", 0, "org_names", 0), ("من دولة", 2, "org_names", 0),
        ("", 0, "org_names", 0), ("وَفي خِتامِ اليوم", 0, "session_enders", 2), ("في المؤتمر الصحفي", 1, "press", 2), ("الأخيرة", 0, "closing", 1),
    ],
)  # fmt: skip
def test_the_longest_phrase_of_a_list_is_found(text: str, at: int, name: str, length: int) -> None:
    assert longest_match(read(text), at, name) == length


def test_a_text_begins_with_a_phrase_only_at_its_first_word() -> None:
    assert begins_with(read("يذكر أن المؤتمر سنوي"), "editor_voice")
    assert not begins_with(read("ومما يذكر أن المؤتمر سنوي"), "editor_voice")
    assert not begins_with([], "editor_voice")
