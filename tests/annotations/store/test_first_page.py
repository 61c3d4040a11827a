"""The first page's document is read in one go, without changing the file."""

import os

import pytest

from annotations.errors import LibraryError, NotALibrary
from annotations.library import Library
from annotations.store import file_format, first_page, open_file
from annotations.values.corrections import RenameSpeaker
from annotations.values.file_stamp import stamp_of
from annotations.values.model import ReadingPlace
from annotations.values.spans import Span
from tests.annotations.test_library import ANALYSIS, TEXT, add


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    return os.path.join(tmp_path, "l.db")


def found(path: str, sought: str | None) -> tuple[object, ...]:
    """Return everything that is read of a document."""
    one = first_page.document(path, sought)
    assert one is not None
    reader = one.reader
    number, length = reader.document, reader.document.length
    try:
        return (
            number,
            reader.text()[:],
            reader.layout(0, length),
            one.tags,
            tuple(reader.annotations(0, length)),
            one.place,
            one.acts,
        )
    finally:
        reader.close()


def test_a_document_comes_with_all_that_belongs_to_it(path: str) -> None:
    with Library(path, "sara") as library:
        one, two = add(library, "1"), add(library, "2")
        library.correct(one.id, RenameSpeaker(3, "وزير الأمن"))
        corrected = library.last_act()
        library.passages.annotate(one.id, Span(4, 10), [1, 2], "رأي")
        library.keep_place(one.id, ReadingPlace(3, 5, folded=True))
        tags, annotations = tuple(library.codebook.tags()), tuple(library.annotations(one.id))
        analysis = library.analysis(one.id)
    place = ReadingPlace(3, 5, folded=True)
    nothing = {"speakers": (), "statements": (), "topics": ()}
    first = (one, TEXT, analysis._replace(**nothing), tags, annotations, place, (corrected + 1, corrected))
    assert found(path, "1") == first
    assert found(path, None) == first  # the one opened last
    second = (two, TEXT, ANALYSIS._replace(**nothing), tags, (), ReadingPlace(), (corrected + 1, 0))
    assert found(path, "2") == second


def test_a_file_that_looks_as_before_is_known_and_one_that_changed_is_not(
    path: str, tmp_path: os.PathLike[str]
) -> None:
    file = os.path.join(tmp_path, "a.txt")
    with open(file, "w", encoding="utf-8") as written:
        written.write(TEXT)
    with Library(path, "sara") as library:
        number = add(library, "1").id
        library.large_texts.keep_stamp(number, stamp_of(file))
    known = first_page.document(path, stamp_of(file))
    assert known is not None
    assert known.reader.document.id == number
    known.reader.close()
    os.utime(file, ns=(1, 1))
    assert first_page.document(path, stamp_of(file)) is None
    with Library(path, "sara") as library:
        library.large_texts.keep_stamp(number, stamp_of(file))
        library.document_acts.delete(number)
    assert first_page.document(path, stamp_of(file)) is None


def test_an_unknown_document_or_an_empty_library_has_none(path: str) -> None:
    with Library(path, "sara") as library:
        assert first_page.document(path, None) is None
        number = add(library).id
        assert first_page.document(path, "9") is None
        library.document_acts.delete(number)
    for digest in ("1", None):
        assert first_page.document(path, digest) is None


def test_an_older_library_has_none_and_is_not_migrated(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path, "sara") as library:
        add(library)
    monkeypatch.setattr(file_format, "VERSION", file_format.VERSION + 1)
    assert first_page.document(path, "1") is None
    assert os.listdir(os.path.dirname(path)) == ["l.db"]


def test_a_library_that_cannot_be_read_is_an_error_of_ours(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("ليست مكتبة " * 100)
    with pytest.raises(NotALibrary):
        first_page.document(path, "1")
    os.remove(path)
    db = open_file.connect(path)
    db.execute("DROP TABLE document")
    db.close()
    with pytest.raises(LibraryError, match="no such table"):
        first_page.document(path, "1")
