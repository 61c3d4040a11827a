"""What a report is about: the passages, the counts and the agreement of one text or all, one coder or all."""

import os

import pytest

from annotations.library import Library
from annotations.questions.counts import BY_MONTH, BY_SESSION, BY_SPEAKER, BY_TAG, KINDS, TOGETHER
from annotations.values.spans import Span
from reader.report.content import Content, gather
from tests.reader.report.library import add, annotated


def _quotes(content: Content) -> list[tuple[str, str]]:
    return [(one.coder, one.anchor.quote) for one in content.passages]


def test_the_passages_of_all_texts_in_their_order_the_first_opened_first(two_texts: Library) -> None:
    content = gather(two_texts)
    sentence = "قال الوزير إن الأمن مستتب."
    assert _quotes(content) == [
        ("سارة", sentence), ("عمر", sentence), ("سارة", "<الماء> "), ("سارة", "وهذا"), ("عمر", "😀"),
    ]  # fmt: skip
    assert content.coders == ["سارة", "عمر"]
    assert set(content.documents) == {1, 2}
    assert {cell.tag: cell.times for cell in content.pictures[BY_TAG]} == {1: 3, 2: 2, 3: 1}


@pytest.mark.parametrize(
    ("document", "coder", "passages", "coders"),
    [(1, "", 4, ["سارة", "عمر"]), (1, "عمر", 1, ["عمر"]), (2, "", 1, ["عمر"]), (2, "سارة", 0, []), (0, "عمر", 2, ["عمر"])],
)  # fmt: skip
def test_a_part_of_it(two_texts: Library, document: int, coder: str, passages: int, coders: list[str]) -> None:
    content = gather(two_texts, document, coder)
    assert (len(content.passages), content.coders) == (passages, coders)
    assert set(content.documents) == ({document} if document else {1, 2})
    numbers = {one.id for one in content.passages}
    for cells in content.pictures.values():
        assert {number for cell in cells for number in cell.annotations} <= numbers


def test_agreement_needs_two_coders_of_whom_none_was_chosen(two_texts: Library) -> None:
    assert gather(two_texts, 1).agreement is not None
    assert gather(two_texts, 2).agreement is None
    assert gather(two_texts, 1, "عمر").agreement is None


def test_sessions_are_numbered_where_there_is_one_text(one_text: Library, two_texts: Library) -> None:
    for library, numbered in ((one_text, True), (two_texts, False)):
        names = {cell.column for cell in gather(library).pictures[BY_SESSION]}
        assert ("1. الأولى & ما بعدها" in names) == numbered
    assert {cell.column for cell in gather(two_texts, 1).pictures[BY_SESSION]} == {"1. الأولى & ما بعدها", "2. الثانية"}


def test_one_coder_and_what_others_add(tmp_path: os.PathLike[str]) -> None:
    path = annotated(str(tmp_path))
    with Library(path, "", read_only=True) as library:
        only = gather(library, 1, "عمر")
        assert [len(only.pictures[kind]) for kind in (BY_TAG, BY_SPEAKER, TOGETHER)] == [1, 1, 0]
        together = gather(library, 1, "سارة").pictures[TOGETHER]
        assert {(cell.tag, cell.column) for cell in together} == {(1, "2"), (2, "1")}
        with Library(path, "هدى") as third:
            third.passages.annotate(1, Span(0, 26), [3])
        assert not {3, "3"} & {part for cell in gather(library, 1, "سارة").pictures[TOGETHER] for part in cell[:2]}


def test_an_empty_library_and_a_deleted_text_have_no_content(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "سارة") as library:
        nothing = gather(library)
        assert not any(nothing.pictures[kind] for kind in KINDS)
        assert (nothing.passages, nothing.documents, nothing.agreement) == ([], {}, None)
        number = add(library, "نص قصير")
        library.passages.annotate(number, Span(0, 2), [1])
        assert gather(library).pictures[BY_MONTH] != []
        library.document_acts.delete(number)
        assert gather(library) == nothing
