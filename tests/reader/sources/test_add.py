"""Adding a source to a library: analysed, titled, and once only."""

import os
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.errors import FileEmpty, FileIsBinary
from reader.sources.add import add_source
from reader.sources.source import Source, digest

ARTICLE = """مؤتمر المياه يختتم أعماله

عمّان - وام

اختتمت اليوم أعمال المؤتمر. وقالت الدكتورة ليلى منصور إن الشح يزداد 😀.
"""


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    """Open an empty library."""
    with Library(os.path.join(tmp_path, "library.db"), "سارة") as opened:
        yield opened


def source(text: str, name: str = "report", encoding: str = "utf-8") -> Source:
    return Source(text.encode(encoding), f"/texts/{name}.txt", name)


def test_a_text_is_kept_with_its_analysis_and_its_facts(library: Library) -> None:
    given = source(ARTICLE)
    document = add_source(library, given)
    assert (document.name, document.path, document.digest) == ("report", "/texts/report.txt", digest(given.data))
    assert (document.title, document.direction) == ("مؤتمر المياه يختتم أعماله", "R")
    assert document.length == len(ARTICLE)
    assert library.text(document.id) == ARTICLE
    assert library.analysis(document.id).statements == parse(ARTICLE).statements != ()
    assert library.documents() == [document]


def test_the_same_bytes_are_added_once_whatever_their_name(library: Library) -> None:
    document = add_source(library, source(ARTICLE))
    assert add_source(library, source(ARTICLE, "copy")) == document
    assert add_source(library, source(ARTICLE, "copy"), lambda _share: None) == document
    other = add_source(library, source(ARTICLE, "copy", "utf-16"))
    assert other.id != document.id
    assert library.text(other.id) == ARTICLE
    assert len(library.documents()) == 2


def test_a_later_version_of_a_file_takes_the_annotations_over(library: Library) -> None:
    first = add_source(library, source(ARTICLE))
    start = ARTICLE.index("الشح")
    library.passages.annotate(first.id, Span(start, start + 4), tags=[], note="يتكرر")
    second = add_source(library, source("عاجل\n\n" + ARTICLE))
    assert second.follows == first.id
    (carried,) = library.annotations(second.id)
    assert carried.note == "يتكرر"
    assert carried.anchor.span == Span(start + 6, start + 10)


@pytest.mark.parametrize(
    ("text", "title", "direction"),
    [
        ("\n \n  hello there  \nmore", "hello there", "L"),
        ("x" * 100, "x" * 80, "L"),
        ("سطر وحيد", "سطر وحيد", "R"),
    ],
)
def test_without_a_title_the_first_line_is_it(library: Library, text: str, title: str, direction: str) -> None:
    document = add_source(library, source(text))
    assert (document.title, document.direction) == (title, direction)


def test_progress_is_told_and_the_analysis_is_the_same(library: Library) -> None:
    shares: list[float] = []
    document = add_source(library, source(ARTICLE), shares.append)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert shares
    assert library.analysis(document.id).statements == parse(ARTICLE).statements


@pytest.mark.parametrize(("data", "error"), [(b" \n", FileEmpty), (b"\x7fELF\x00", FileIsBinary)])
def test_what_is_no_text_is_not_added(library: Library, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        add_source(library, Source(data, "/texts/x.txt", "x"))
    assert library.documents() == []
