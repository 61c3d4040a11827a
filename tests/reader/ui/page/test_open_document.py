"""A document as open on the screen, loaded from a real library, and what has changed in it since."""

import os
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.values.corrections import AddTopic
from annotations.values.model import ReadingPlace
from annotations.values.spans import Span
from reader.sources.add import add_source
from reader.sources.source import Source
from reader.ui.page import open_document
from reader.ui.page.open_document import load, news_of
from tests.reader.ui.opened import TEXT, annotation, opened, span


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with Library(os.path.join(tmp_path, "library.db"), "sara") as found:
        add_source(found, Source(TEXT.encode(), "/texts/report.txt", "report"))
        yield found


def test_tags_are_found_by_id_and_by_digit_key() -> None:
    here = opened([annotation(2, span("ورد"), [5]), annotation(1, span("قالت"), [4])])
    assert [one.id for one in here.annotations] == [1, 2]
    assert [tag and tag.names.exactly("ar") for tag in map(here.tag, (4, 5, 6, 7))] == ["السبب", "السد", "", None]
    assert [getattr(here.tag_in_slot(slot), "id", None) for slot in (1, 2, 3)] == [4, 5, None]


def test_everything_stored_of_a_document_is_loaded(library: Library) -> None:
    (document,) = library.documents()
    library.passages.annotate(document.id, span("سالم"), [1])
    library.keep_place(document.id, ReadingPlace(3, 40, folded=True))
    here = load(library, document)
    assert (here.text, here.document, here.place) == (TEXT, document, ReadingPlace(3, 40, folded=True))
    assert [one.anchor.quote for one in here.annotations] == ["سالم"]
    assert here.analysis == library.analysis(document.id)
    assert here.acts == (library.last_act(), library.last_correction(document.id))
    assert here.tag_in_slot(1) == library.codebook.tags()[0]
    assert load(library, document, only="omar").annotations == ()


def test_news_are_the_annotations_touched_in_this_document(library: Library) -> None:
    other = add_source(library, Source("نص آخر".encode(), "/texts/other.txt", "other"))
    library.passages.annotate(1, span("سالم"), [1])
    since = library.last_act()
    assert news_of(library, 1, since)[2:] == (frozenset(), (), False)
    library.passages.annotate(1, span("ليلى"), [2])
    library.passages.annotate(other.id, Span(0, 2), [1])
    (old,) = [one for one in library.annotations(1) if one.anchor.quote == "سالم"]
    library.passages.remove(1, [old.id])
    news = news_of(library, 1, since)
    assert old.id in news.touched
    assert len(news.touched) == 3
    assert [one.anchor.quote for one in news.annotations] == ["ليلى"]
    assert news.acts == (library.last_act(), library.last_correction(1))
    assert (news.tags, news.everything) == (tuple(library.codebook.tags()), False)


def test_a_correction_is_news_too(library: Library) -> None:
    before = news_of(library, 1, library.last_act())
    library.correct(1, AddTopic("السدود", (span("السدود"),)))
    after = news_of(library, 1, before.acts[0])
    assert after.acts[1] > before.acts[1]
    assert after.touched == frozenset()


def test_after_very_many_changes_everything_is_to_be_loaded_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_document, "_MANY", 2)
    since = library.last_act()
    for words, everything in (("سالم", False), ("ليلى", False), ("السدود", True)):
        library.passages.annotate(1, span(words), [1])
        news = news_of(library, 1, since)
        assert news.everything == everything
        assert (len(news.annotations) == 0) == everything
