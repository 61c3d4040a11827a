"""Clusters, words, sentences, widths, decoding."""

import codecs
import itertools

import pytest
from hypothesis import given
from rich.cells import cell_len
from uniseg.graphemecluster import grapheme_cluster_boundaries

from reader.errors import FileEmpty, FileIsBinary
from reader.text.clusters import bounds, cluster_starts, snap_out
from reader.text.decode import decode, is_arabic, text_direction
from reader.text.segments import clauses, paragraphs, sentences, span_at, word_bounds, words
from reader.text.width import cell_width, is_zero_width
from tests.strategies import LETTERS, PARAGRAPHS, WILD
from tests.unicode_data import broken, lines

# Debian's files are Unicode 15.0; the library follows a later version, in which U+2701 is no pictograph any more
CHANGED_SINCE = [ascii("\u2701\u200d\u2701"), ascii("a\u200d\u2701")]


def test_clusters_agree_with_unicodes_test() -> None:
    tried = [broken(line) for line in lines("auxiliary/GraphemeBreakTest.txt")]
    assert len(tried) > 600
    wrong = [ascii(text) for text, breaks in tried if [*cluster_starts(text), len(text)] != breaks]
    assert wrong == CHANGED_SINCE[:1]


def test_word_bounds_agree_with_unicodes_test_where_arabic_is_concerned() -> None:
    tried = [broken(line) for line in lines("auxiliary/WordBreakTest.txt")]
    assert len(tried) > 1800
    wrong = [ascii(text) for text, breaks in tried if word_bounds(text) != breaks]
    assert wrong == CHANGED_SINCE


@given(WILD)
def test_clusters_agree_with_another_library_on_arabic(text: str) -> None:
    only = "".join(c for c in text if c in LETTERS or "\u064b" <= c <= "\u0652" or c in " \u200d\u200c")
    assert [*cluster_starts(only), len(only)] == list(grapheme_cluster_boundaries(only))[
        : len(cluster_starts(only)) + 1
    ] or not only


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("مُحَمَّد", 1, 5, "مُحَمَّ"), ("مُحَمَّد", 2, 3, "حَ"), ("مُحَمَّد", 7, 8, "د"), ("سلام", 1, 2, "ل"),
        ("سلام", 0, 4, "سلام"), ("a\r\nb", 0, 2, "a\r\n"), ("ن😀🇶🇦ن", 2, 3, "🇶🇦"), ("ن👨‍👩‍👧ن", 3, 4, "👨‍👩‍👧"),
        ("م" + "ّ" * 30, 0, 1, "م" + "ّ" * 30), ("", 0, 0, ""),
    ],
)  # fmt: skip
def test_snapping_takes_whole_letters(text: str, start: int, end: int, expected: str) -> None:
    assert text[slice(*snap_out(text, start, end))] == expected


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a", [(0, 1)]), ("ab", [(0, 1), (1, 2)]), ("بَت", [(0, 2), (2, 3)]), ("\r\n", [(0, 2)]),
        ("😀e\u0301", [(0, 1), (1, 3)]),
    ],
)  # fmt: skip
def test_the_bounds_of_clusters(text: str, spans: list[tuple[int, int]]) -> None:
    assert bounds(text) == spans


@given(WILD)
def test_clusters_lie_side_by_side_and_snapping_to_one_keeps_it(text: str) -> None:
    found = bounds(text)
    assert "".join(text[a:b] for a, b in found) == text
    for a, b in found:
        assert snap_out(text, a, b) == (a, b)
        assert snap_out(text, b - 1, b) == (a, b)


def test_a_word_with_harakat_is_one_word() -> None:
    text = "قال مُحَمَّدٌ: «لـ25 شخصا»"
    assert [text[a:b] for a, b in words(text)] == ["قال", "مُحَمَّدٌ", "لـ25", "شخصا"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال. ثم قام.", ["قال.", "ثم قام."]), ("وتؤجل ذلك.. ونبه إلى", ["وتؤجل ذلك..", "ونبه إلى"]),
        ('قال: "نعم. لا. ربما". ثم', ['قال: "نعم. لا. ربما".', "ثم"]), ("د. محمد قال", ["د. محمد قال"]),
        ("«أ. ب» قال؟ نعم!", ["«أ. ب» قال؟", "نعم!"]), ("بلغ 3.5 بالمئة", ["بلغ 3.5 بالمئة"]),
        ("سطر\nسطر", ["سطر", "سطر"]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_sentences_of_a_stretch_are_counted_in_the_whole_text() -> None:
    text = "أول. ثان\nثالث. رابع"
    assert [text[a:b] for a, b in sentences(text, 5, 14)] == ["ثان", "ثالث."]
    assert sentences(text, 3, 3) == sentences(" \n ") == []


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, (2, 5)), (2, (2, 5)), (4, (2, 5)), (5, (2, 5)), (7, (7, 9)), (8, (7, 9)), (9, (7, 9)), (99, (7, 9))],
)
def test_the_span_at_an_offset_or_the_one_before(offset: int, expected: tuple[int, int]) -> None:
    assert span_at([(2, 5), (7, 9)], offset) == expected
    assert span_at([], offset) is None


def test_clauses() -> None:
    text = "قال، وهو واقف؛ إن الأمر: كذا"
    assert [text[a:b] for a, b in clauses(text, 0, len(text))] == ["قال،", "وهو واقف؛", "إن الأمر:", "كذا"]


@given(PARAGRAPHS)
def test_sentences_and_paragraphs_lie_in_order_inside_the_text(text: str) -> None:
    for spans in (sentences(text), paragraphs(text), words(text)):
        for (_start, end), (following, _after) in itertools.pairwise(spans):
            assert end <= following
        assert all(text[a:b].strip() == text[a:b] != "" for a, b in spans)


@pytest.mark.parametrize(
    ("glyph", "width"),
    [
        ("", 0), ("\u064e", 0), ("\u200e", 0), ("©", 1), ("©\ufe0f", 2), ("☁", 1), ("☁\ufe0f", 2), ("1\ufe0f", 1),
        ("🇶", 1), ("🇶🇦", 2),
    ],
)  # fmt: skip
def test_widths_that_hang_on_what_follows(glyph: str, width: int) -> None:
    assert cell_width(glyph) == width


@pytest.mark.parametrize(
    ("char", "expected"),
    [("\u064e", True), ("\u200f", True), ("\u00ad", True), ("ب", False), ("a", False), ("\x1b", False), ("ـ", False)],
)
def test_marks_and_format_characters_take_no_column(char: str, expected: bool) -> None:
    assert is_zero_width(char) is expected


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("ا", True), ("گ", True), ("ݐ", True), ("ﻻ", True), ("ﷺ", True), ("א", False), ("a", False), ("😀", False),
        ("\ufeff", False),
    ],
)  # fmt: skip
def test_what_is_arabic(char: str, expected: bool) -> None:
    assert is_arabic(char) is expected


@pytest.mark.parametrize(
    "glyph", ["\U0001f1f6\U0001f1e6", *LETTERS, "ﻼ", "بَ", "a", "é", "漢", "—", "«", "…", "▌", "ـ", "😀", "ﷺ"]
)
def test_widths_are_those_of_the_screen_library(glyph: str) -> None:
    assert cell_width(glyph) == cell_len(glyph)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("سلام\n".encode(), "سلام\n", "utf-8"), (codecs.BOM_UTF8 + "سلام".encode(), "سلام", "utf-8"),
        (codecs.BOM_UTF16_LE + "سلام".encode("utf-16-le"), "سلام", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "سلام".encode("utf-16-be"), "سلام", "utf-16-be"),
        (codecs.BOM_UTF32_LE + "سلام".encode("utf-32-le"), "سلام", "utf-32-le"),
        (codecs.BOM_UTF32_BE + "😀".encode("utf-32-be"), "😀", "utf-32-be"),
        (codecs.BOM_UTF8 + b"a\xff", "a\ufffd", "utf-8"), ("سلام".encode("cp1256"), "سلام", "cp1256"),
        (b"caf\xe9", "caf\u00e9", "cp1256"), ("سطر\r\nسطر\rسطر".encode(), "سطر\nسطر\nسطر", "utf-8"),
        ("\x1b[31mأحمر".encode(), "\x1b[31mأحمر", "utf-8"),
    ],
)  # fmt: skip
def test_decoding(data: bytes, text: str, encoding: str) -> None:
    assert decode(data, "x") == (text, encoding)


def test_a_few_spoilt_bytes_do_not_make_utf8_another_encoding() -> None:
    text = "هذا نص عربي طويل. " * 100
    assert decode(text.encode() + b"\xff", "x") == (text + "\ufffd", "utf-8")
    assert decode(text.encode()[:-2], "x").encoding == "utf-8"
    assert decode(text.encode("cp1256"), "x") == (text, "cp1256")


def test_what_is_no_text() -> None:
    with pytest.raises(FileIsBinary):
        decode(b"\x7fELF\x02\x01\x01\x00\x00", "x")
    with pytest.raises(FileEmpty):
        decode(b" \n\t\n", "x")
    with pytest.raises(FileEmpty):
        decode(b"", "x")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("سلام world سلام عليكم", "R"), ("hello سلام world", "L"), ("123", "L"),
        ("نعم abc", "L"),  # half is not more than half
        ("نعم ab 😀", "R"),
        ("ن" * 6_000 + "a" * 9_000, "R"),  # the first ten thousand letters decide
        ("ن" * 5_000 + "a" * 9_000, "L"),
    ],
)  # fmt: skip
def test_the_documents_direction(text: str, direction: str) -> None:
    assert text_direction(text) == direction
