"""The first page's document is read in one go, without changing the file."""

import os

import pytest

from annotations.errors import LibraryError, NotALibrary
from annotations.library import Library
from annotations.store import first_page, open_file, schema
from annotations.values.corrections import RenameSpeaker
from annotations.values.model import ReadingPlace
from annotations.values.spans import Span
from tests.annotations.test_library import ANALYSIS, TEXT, add


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    return os.path.join(tmp_path, "l.db")


def everything(*values: object) -> tuple[object, ...]:
    return values


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
    found = first_page.document(path, "1", everything)
    assert found == (one, TEXT, analysis, tags, annotations, place, (corrected + 1, corrected))
    assert first_page.document(path, None, everything) == found  # the one opened last
    assert first_page.document(path, "2", everything) == (
        two, TEXT, ANALYSIS, tags, (), ReadingPlace(), (corrected + 1, 0),
    )  # fmt: skip


def test_an_unknown_document_or_an_empty_library_has_none(path: str) -> None:
    with Library(path, "sara") as library:
        assert first_page.document(path, None, everything) is None
        number = add(library).id
        assert first_page.document(path, "9", everything) is None
        library.document_acts.delete(number)
    for digest in ("1", None):
        assert first_page.document(path, digest, everything) is None


def test_an_older_library_has_none_and_is_not_migrated(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path, "sara") as library:
        add(library)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    assert first_page.document(path, "1", everything) is None
    assert os.listdir(os.path.dirname(path)) == ["l.db"]


def test_a_library_that_cannot_be_read_is_an_error_of_ours(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("ليست مكتبة " * 100)
    with pytest.raises(NotALibrary):
        first_page.document(path, "1", everything)
    os.remove(path)
    db = open_file.connect(path)
    db.execute("DROP TABLE document")
    db.close()
    with pytest.raises(LibraryError, match="no such table"):
        first_page.document(path, "1", everything)
