"""Acts on documents: what is added, hidden and restored, and what follows a corrected text."""

import pytest

from annotations.errors import DocumentDeleted, UnknownDocument
from annotations.library import Library
from annotations.values.analysis import Analysis, Speaker
from annotations.values.attributes import CodedUnit
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import OTHER, add
from tests.annotations.test_library import TEXT

LINES = "سطر أول طويل\nسطر ثان ذا\nسطر بعد ذا\nسطر آخر.\n"  # lines of 12, 10, 10 and 8 code points


def shown(library: Library) -> set[int]:
    return {document.id for document in library.documents()}


def test_the_same_bytes_are_one_document_and_a_deleted_one_comes_back(library: Library) -> None:
    before = library.last_act()
    assert add(library, "نص لا يُقرأ") == 1  # found by its digest
    assert library.last_act() == before
    library.document_acts.delete(1)
    assert shown(library) == {2}
    assert add(library) == 1
    assert len(library.annotations(1)) == 3
    assert (library.log()[0].act.label, library.log()[0].act.about) == ("documents:add", {"name": "تقرير", "n": 1})


def test_several_documents_are_deleted_as_one_act_and_refuse_work_until_it_is_undone(library: Library) -> None:
    library.document_acts.delete(2, 1)
    assert (shown(library), library.log()[0].act.about["n"]) == (set(), 2)
    with pytest.raises(DocumentDeleted):
        library.document_acts.remember(1, "ملاحظة")
    library.undo(None)
    assert shown(library) == {1, 2}
    with pytest.raises(UnknownDocument):
        library.document_acts.delete(9)


def test_project_memo_and_coded_are_columns_of_their_document_alone(library: Library) -> None:
    library.document_acts.put_in_project(" مِياه \n الشرق ", 1, 2)
    library.document_acts.put_in_project("", 2)
    library.document_acts.remember(1, "عن المنتدى 😀")
    library.document_acts.mark_coded(2, coded=True)
    found = {one.id: (one.project, one.memo, one.coded) for one in library.documents()}
    assert found == {1: ("مِياه الشرق", "عن المنتدى 😀", False), 2: ("", "", True)}
    library.document_acts.mark_coded(2, coded=False)
    assert not library.document("2").coded
    assert [row.act.label for row in library.log()[:2]] == ["not coded", "coded"]


@pytest.mark.parametrize(
    ("path", "text", "follows"),
    [
        ("/x/new.txt", LINES, True),
        ("/x/other.txt", LINES, False),
        ("/x/new.txt", "  سطر ثان ذا \nغير ذلك", True),  # 10 of 40 code points, in another place of the line
        ("/x/new.txt", "سطر آخر.", False),  # 8 of 40
        ("/x/new.txt", LINES.replace("ر", "رِ"), False),
        ("/x/new.txt", "", False),
    ],
)
def test_a_text_follows_one_of_its_path_that_shares_a_quarter_of_its_lines(
    library: Library, path: str, text: str, follows: bool
) -> None:
    old = add(library, LINES, Analysis(), "5", "/x/new.txt")
    found = library.document_acts.earlier(path, text)
    assert (found.id if found else 0) == (old if follows else 0)


@pytest.mark.parametrize("path", ["", "-"])
def test_a_text_without_a_path_follows_none(library: Library, path: str) -> None:
    one, two = (add(library, LINES, Analysis(), digest, path) for digest in "56")
    assert one != two
    assert library.document(str(two)).follows == 0
    assert shown(library) >= {one, two}


def test_work_is_carried_over_to_a_corrected_text_and_back(library: Library) -> None:
    library.form.set(CodedUnit(1), 2, 5)
    library.document_acts.put_in_project("الأمن", 1)
    library.document_acts.remember(1, "للنقاش")
    library.passages.annotate(1, Span(35, 50), [4])
    library.form.set(CodedUnit(1, Span(35, 50)), 1, 2)
    text = "عاجل\n" + TEXT.split("\n")[0] + "\nانتهى."
    speakers = (Speaker(8, "السفير"), Speaker(9, "الوزير"))
    new = add(library, text, Analysis(speakers=speakers), "6")
    document = library.document(str(new))
    assert (document.follows, document.project, document.memo) == (1, "الأمن", "للنقاش")
    assert shown(library) == {2, new}
    placed = [(a.coder, a.anchor.span, a.placed) for a in library.annotations(new)]
    assert placed == [("omar", Span(9, 15), "moved"), ("sara", Span(9, 15), "moved"), ("sara", Span(16, 25), "moved")]
    assert [(a.tags, a.anchor.span, a.placed) for a in library.orphans(new)] == [((4,), Span(35, 50), "lost")]
    assert [coding.unit for coding in library.form.codings(new)] == [CodedUnit(new), CodedUnit(new, Span(5, 39))]
    assert [coding.unit.span for coding in library.form.codings(1)] == [Span(35, 50)]  # these words are gone
    assert {(v.document, v.speaker) for v in library.persons.all()[0].speakers} == {(new, 9)}
    assert library.document_acts.corrections_brought(new) == (0, 0)
    library.undo(None)
    assert shown(library) == {1, 2}
    assert [a.placed for a in library.annotations(1)] == [""] * 4
    assert {(v.document, v.speaker) for v in library.persons.all()[0].speakers} == {(1, 3)}


def test_carrying_over_says_how_surely_each_passage_was_found(library: Library) -> None:
    old = add(library, LINES, Analysis(), "5", "/x/new.txt")
    first, third = LINES.index("أول"), LINES.index("بعد ذا")
    library.passages.annotate(old, Span(first, first + 3), [1])
    library.passages.annotate(old, Span(third, third + 6), [1])
    library.passages.annotate(old, Span(36, 42), [1])
    library.form.set(CodedUnit(old, Span(24, 34)), 1, 3)
    assert library.document_acts.corrections_brought(old) == (0, 0)
    after = LINES.replace("ثان", "ثانٍ").replace("سطر آخر.", "انتهى")
    new = add(library, after, Analysis(), "6", "/x/new.txt")
    assert [a.placed for a in (*library.annotations(new), *library.orphans(new))] == ["exact", "moved", "lost"]
    assert [coding.unit.span for coding in library.form.codings(new)] == [Span(25, 35)]


def test_a_text_that_was_not_added_is_not_followed(library: Library) -> None:
    assert library.document_acts.earlier("/x/c.txt", OTHER) is None
    found = library.document_acts.earlier("/x/b.txt", OTHER)
    assert found is not None
    assert found.id == 2
