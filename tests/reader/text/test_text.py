"""Clusters, words, sentences, widths, decoding."""

import codecs
import itertools

import pytest
from hypothesis import given
from rich.cells import cell_len
from uniseg.graphemecluster import grapheme_cluster_boundaries

from reader.errors import FileEmpty, FileIsBinary
from reader.text.clusters import cluster_starts, snap_out
from reader.text.decode import decode, text_direction
from reader.text.segments import clauses, paragraphs, sentences, word_bounds, words
from reader.text.width import cell_width
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


def test_snapping_takes_whole_letters() -> None:
    text = "مُحَمَّد"
    assert text[slice(*snap_out(text, 1, 5))] == "مُحَمَّ"


def test_a_word_with_harakat_is_one_word() -> None:
    text = "قال مُحَمَّدٌ: «لـ25 شخصا»"
    assert [text[a:b] for a, b in words(text)] == ["قال", "مُحَمَّدٌ", "لـ25", "شخصا"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال. ثم قام.", ["قال.", "ثم قام."]),
        ("وتؤجل ذلك.. ونبه إلى", ["وتؤجل ذلك..", "ونبه إلى"]),
        ('قال: "نعم. لا. ربما". ثم', ['قال: "نعم. لا. ربما".', "ثم"]),
        ("د. محمد قال", ["د. محمد قال"]),
        ("«أ. ب» قال؟ نعم!", ["«أ. ب» قال؟", "نعم!"]),
        ("بلغ 3.5 بالمئة", ["بلغ 3.5 بالمئة"]),
        ("سطر\nسطر", ["سطر", "سطر"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


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
    "glyph", ["\U0001f1f6\U0001f1e6", *LETTERS, "ﻼ", "بَ", "a", "é", "漢", "—", "«", "…", "▌", "ـ", "😀", "ﷺ"]
)
def test_widths_are_those_of_the_screen_library(glyph: str) -> None:
    assert cell_width(glyph) == cell_len(glyph)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("سلام\n".encode(), "سلام\n", "utf-8"),
        (codecs.BOM_UTF8 + "سلام".encode(), "سلام", "utf-8"),
        (codecs.BOM_UTF16_LE + "سلام".encode("utf-16-le"), "سلام", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "سلام".encode("utf-16-be"), "سلام", "utf-16-be"),
        ("سلام".encode("cp1256"), "سلام", "cp1256"),
        ("سطر\r\nسطر\rسطر".encode(), "سطر\nسطر\nسطر", "utf-8"),
        ("\x1b[31mأحمر".encode(), "\x1b[31mأحمر", "utf-8"),
    ],
)
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
    ("text", "direction"), [("سلام world سلام عليكم", "R"), ("hello سلام world", "L"), ("123", "L")]
)
def test_the_documents_direction(text: str, direction: str) -> None:
    assert text_direction(text) == direction
