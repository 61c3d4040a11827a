"""The word index finds paragraphs and documents by folded words, phrases and beginnings."""

from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.store import word_index
from annotations.store.word_index import match_expression
from annotations.values.analysis import Analysis
from annotations.values.folding import fold_text
from annotations.values.spans import Span

ONE = "الأَمْنُ 😀 والمياه.\n\n \t\nقال إن الأمن الغذائي مهم، والأمن أولا."
TWO = "لا ذكر له هنا\nكوفيد-19 في المدينة"


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library(":memory:", "sara") as opened:
        for digest, text in (("1", ONE), ("2", TWO), ("3", ""), ("4", "الأمن محذوف")):
            opened.add(text, Analysis(), name=digest, path="", title="", direction="R", digest=digest, encoding="utf-8")
        opened.document_acts.delete(4)
        yield opened


FIRST, SECOND = Span(0, ONE.index("\n")), Span(ONE.index("قال"), len(ONE))
COVID = Span(TWO.index("\n") + 1, len(TWO))


@pytest.mark.parametrize(
    ("forms", "found"),
    [
        (["الأمن"], [(1, FIRST), (1, SECOND)]),
        (["والأمن"], [(1, SECOND)]),
        (["الأمن الغذائي"], [(1, SECOND)]),
        (["الغذائي الأمن"], []),
        (["المياه", "والمياه"], [(1, FIRST)]),
        (["كوفيد 19"], [(2, COVID)]),
        (["كوفيد", "الغذائي"], [(1, SECOND), (2, COVID)]),
        (["الأم"], []),
        (["محذوف"], []),
        (["!", '"', "  "], []),
        ([], []),
    ],
)
def test_paragraphs_are_found_by_folded_words(
    library: Library, forms: list[str], found: list[tuple[int, Span]]
) -> None:
    paragraphs = word_index.search(library._connection.db, [fold_text(form) for form in forms])
    assert sorted((one.document, one.span) for one in paragraphs) == found


def test_the_best_match_comes_first_and_no_more_than_wanted(library: Library) -> None:
    db = library._connection.db
    found = word_index.search(db, ["الامن", "الغذائي", "مهم"])
    assert [one.span for one in found] == [SECOND, FIRST]
    assert word_index.search(db, ["الامن", "الغذائي", "مهم"], 1) == found[:1]
    assert word_index.search(db, ["الامن"], 0) == []


@pytest.mark.parametrize(
    ("form", "beginnings", "found"),
    [
        ("الامن", False, [1]),
        ("ال", False, []),
        ("ال", True, [1, 2]),
        ("الامن الغذ", True, [1]),
        ("الام الغذ", True, []),
        ("محذوف", True, []),
        ("", True, []),
    ],
)
def test_documents_are_found_by_words_or_their_beginnings(
    library: Library, form: str, beginnings: bool, found: list[int]
) -> None:
    assert word_index.documents(library._connection.db, [form], beginnings=beginnings) == found


def test_paragraphs_are_the_lines_that_are_not_blank(library: Library) -> None:
    rows = library._connection.db.execute('SELECT start, "end" FROM paragraph WHERE document = ? ORDER BY id', (1,))
    assert [Span(*row) for row in rows.fetchall()] == [FIRST, SECOND]
    assert library._connection.db.execute("SELECT count(*) FROM paragraph WHERE document = 3").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("forms", "beginnings", "expression"),
    [
        (["امن"], False, '"امن"'),
        (["امن", "سلام عليكم"], True, '"امن"* OR "سلام عليكم"*'),
        (['a" OR "b'], False, '"a  OR  b"'),
        (["NOT", " near "], False, '"NOT" OR "near"'),
        ([" ", '"', ""], True, ""),
    ],
)
def test_forms_are_quoted_so_that_none_is_an_operator(forms: list[str], beginnings: bool, expression: str) -> None:
    assert match_expression(forms, beginnings=beginnings) == expression
