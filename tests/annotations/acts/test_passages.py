"""Acts on passages: whose annotation is touched, what is left of it, and spans that are counted in code points."""

import pytest

from annotations.errors import AnnotationGone, NoteChanged, SpanError
from annotations.library import Library
from annotations.values.anchors import make_anchor
from annotations.values.model import Annotation
from annotations.values.spans import Span
from tests.annotations.test_library import TEXT

OMARS, MINE, NOTED = 1, 3, 4  # ids of the annotations of document 1: at 4:10 by omar, at 4:10 and 11:20 by sara


def tags(library: Library) -> dict[int, tuple[int, ...]]:
    return {a.id: a.tags for a in library.annotations(1)}


def mine(library: Library, span: Span) -> Annotation:
    found = library.passages.mine(1, span)
    assert found is not None
    return found


def test_an_annotation_is_found_by_its_exact_passage_and_coder(library: Library) -> None:
    assert library.passages.one(OMARS).coder == "omar"
    assert mine(library, Span(4, 10)).id == MINE
    assert library.passages.mine(1, Span(4, 9)) is None
    assert library.passages.mine(2, Span(0, 9)) is None  # omar's
    with pytest.raises(AnnotationGone):
        library.passages.one(99)


@pytest.mark.parametrize("span", [Span(0, 1), Span(25, 26), Span(0, len(TEXT)), Span(len(TEXT) - 1, len(TEXT))])
def test_a_passage_is_anchored_in_code_points_up_to_the_borders_of_the_text(library: Library, span: Span) -> None:
    assert library.passages.annotate(1, span, [1]).anchor == make_anchor(TEXT, span)


@pytest.mark.parametrize("span", [Span(5, 5), Span(9, 4), Span(-1, 3), Span(0, len(TEXT) + 1), Span(99, 100)])
def test_a_span_outside_the_text_is_refused(library: Library, span: Span) -> None:
    before = library.last_act()
    for act in (
        lambda: library.passages.annotate(1, span, [1]),
        lambda: library.passages.toggle_tag(1, span, 1),
        lambda: library.passages.tag_places([(1, Span(0, 3)), (1, span)], 1),
        lambda: library.passages.move(MINE, span),
    ):
        with pytest.raises(SpanError):
            act()
    assert library.last_act() == before


def test_annotating_again_adds_tags_and_notes(library: Library) -> None:
    found = library.passages.annotate(1, Span(11, 20), [5, 2], "أخرى")
    assert (found.id, found.tags, found.note) == (NOTED, (2, 5), "ملاحظة\nأخرى")
    again = library.passages.annotate(1, Span(11, 20), note="")
    assert (again.tags, again.note) == (found.tags, found.note)
    assert library.log()[0].act.about == {}
    library.passages.annotate(1, Span(11, 20), [6])
    assert library.log()[0].act.about == {"tag": 6, "n": 1}


def test_a_tag_is_toggled_and_an_annotation_left_empty_is_removed(library: Library) -> None:
    assert not library.passages.toggle_tag(1, Span(4, 10), 2)
    assert tags(library) == {OMARS: (1, 2), MINE: (3,), NOTED: (2,)}
    assert not library.passages.toggle_tag(1, Span(4, 10), 3)
    assert not library.passages.toggle_tag(1, Span(11, 20), 2)
    assert tags(library) == {OMARS: (1, 2), NOTED: ()}  # its note keeps it
    assert library.passages.toggle_tag(1, Span(4, 10), 1)
    assert mine(library, Span(4, 10)).tags == (1,)
    assert [row.act.label for row in library.log()[:2]] == ["tag", "untag"]


def test_places_are_tagged_as_one_act_and_counted_where_the_tag_is_new(library: Library) -> None:
    assert library.passages.tag_places([(1, Span(4, 10)), (1, Span(0, 3)), (2, Span(0, 9))], 3) == 2
    assert (library.log()[0].act.document, library.log()[0].act.about) == (None, {"tag": 3, "n": 2})
    before = library.last_act()
    assert library.passages.tag_places([(1, Span(0, 3)), (2, Span(0, 9))], 3) == 0
    assert library.passages.tag_places([], 3) == 0
    assert library.last_act() == before
    assert library.passages.tag_places([(1, Span(0, 3))], 4) == 1
    assert library.log()[0].act.document == 1
    library.undo(None)
    library.undo(None)
    assert library.passages.mine(2, Span(0, 9)) is None


def test_a_note_changed_in_the_meantime_is_not_overwritten(library: Library) -> None:
    with pytest.raises(NoteChanged) as error:
        library.passages.note(1, NOTED, "غيرها", expected="")
    assert error.value.values == {"note": "ملاحظة"}
    library.passages.note(1, NOTED, "غيرها 😀", expected="ملاحظة")
    assert library.passages.one(NOTED).note == "غيرها 😀"
    with pytest.raises(AnnotationGone):
        library.passages.note(1, 99, "لا شيء")


def test_an_annotation_without_tags_goes_with_its_note(library: Library) -> None:
    library.passages.note(1, NOTED, "")
    assert library.passages.one(NOTED).tags == (2,)
    made = library.passages.annotate(1, Span(0, 3), note="سؤال")
    library.passages.note(1, made.id, "")
    with pytest.raises(AnnotationGone):
        library.passages.one(made.id)


def test_boundaries_move_and_meet_the_coders_own_annotation_only(library: Library) -> None:
    library.passages.move(NOTED, Span(11, 26))
    assert library.passages.one(NOTED).anchor == make_anchor(TEXT, Span(11, 26))
    library.passages.move(NOTED, Span(11, 26))  # nothing to merge with but itself
    library.passages.move(NOTED, Span(4, 10))
    merged = mine(library, Span(4, 10))
    assert (merged.id, merged.tags, merged.note) == (MINE, (2, 3), "ملاحظة")
    assert tags(library) == {OMARS: (1, 2), MINE: (2, 3)}
    with pytest.raises(AnnotationGone):
        library.passages.move(NOTED, Span(0, 3))


@pytest.mark.parametrize(
    ("old", "new", "count", "found"),
    [
        (2, 5, 2, {OMARS: (1, 2), MINE: (3, 5), NOTED: (5,)}),
        (3, 2, 1, {OMARS: (1, 2), MINE: (2,), NOTED: (2,)}),
        (0, 3, 1, {OMARS: (1, 2), MINE: (2, 3), NOTED: (2, 3)}),
        (1, 5, 0, {OMARS: (1, 2), MINE: (2, 3), NOTED: (2,)}),
        (2, 2, 0, {OMARS: (1, 2), MINE: (2, 3), NOTED: (2,)}),
    ],
)
def test_a_tag_is_replaced_on_ones_own_annotations(
    library: Library, old: int, new: int, count: int, found: dict[int, tuple[int, ...]]
) -> None:
    before = library.last_act()
    assert library.passages.retag([OMARS, MINE, NOTED, 99], old, new) == count
    assert tags(library) == found
    assert (library.last_act() > before) == bool(count)


def test_only_ones_own_annotations_are_removed(library: Library) -> None:
    before = library.last_act()
    assert library.passages.remove(1, [OMARS, 99]) == 0
    assert library.passages.remove(None, []) == 0
    assert library.last_act() == before
    other = library.passages.annotate(2, Span(0, 3), [1])
    assert library.passages.remove(None, [OMARS, MINE, other.id]) == 2
    assert (library.log()[0].act.document, library.log()[0].act.about) == (None, {"n": 2})
    assert list(tags(library)) == [OMARS, NOTED]
    assert library.passages.remove(None, [NOTED]) == 1
    assert library.log()[0].act.document == 1
