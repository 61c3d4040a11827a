"""Merging: its laws, on generated work of two coders on the same documents, and what becomes of each thing merged."""

import os
import shutil
import tempfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.library import Library
from annotations.merging.conflicts import open_conflicts
from annotations.merging.merge import Merged, merge
from annotations.values.analysis import Analysis
from annotations.values.attributes import CodedUnit
from annotations.values.codebook import same
from annotations.values.corrections import RenameSpeaker
from annotations.values.folding import fold_text
from annotations.values.spans import Span
from annotations.values.work import Work
from tests.annotations.acts.test_acts import add, rows_of

NAMES = ("مياه", "المياه", "مياة", "أمن", "water", "موقف")
MARKS = st.lists(
    st.tuples(st.integers(1, 2), st.integers(0, 40), st.integers(1, 9), st.integers(0, 10), st.sampled_from(("", "رأي", "سؤال"))),
    max_size=8,
)  # fmt: skip
WORK = st.tuples(
    st.lists(st.sampled_from(NAMES), max_size=3), MARKS, st.sampled_from(("", "أ", "ب")), st.lists(st.tuples(st.integers(1, 2), st.integers(0, 1)), max_size=2),
)  # fmt: skip
Plan = tuple[list[str], list[tuple[int, int, int, int, str]], str, list[tuple[int, int]]]


def opened(path: str, coder: str) -> Library:
    """Return an open library that does not wait for the disk: what a power failure leaves is tested elsewhere."""
    library = Library(path, coder)
    library._connection.db.execute("PRAGMA synchronous = OFF")
    return library


def _do(two_documents: str, path: str, coder: str, plan: Plan) -> Work:
    """Do the work of a plan in a copy of the library with two documents, and return it."""
    names, marks, project, codes = plan
    with opened(shutil.copy(two_documents, path), coder) as library:
        for name in names:
            if same(library.codebook.tags(), name) is None:
                library.codebook.new(name, "ar")
        tags = [tag.id for tag in library.codebook.tags()]
        for document, start, length, tag, note in marks:
            span, given_tags = Span(start, start + length), [tags[tag % len(tags)]] if tag or not note else []
            library.passages.annotate(document, span, given_tags, note)
        if project:
            library.document_acts.put_in_project(project, 1)
        if codes:
            attribute = library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
            for document, value in codes:
                library.form.set(CodedUnit(document), attribute.id, attribute.values[value].id)
        return library.work()


def _meaning(library: Library) -> dict[str, Any]:
    """Return what a library holds, by what things are rather than by their numbers; what is in conflict as a set."""
    names = {tag.id: fold_text(tag.name("ar")) for tag in library.codebook.tags()}
    documents = {document.id: document.digest for document in library.documents()}
    others: dict[tuple[str, int, str], set[str]] = {}
    for one in open_conflicts(library._connection):
        others.setdefault((one.table, one.row, one.field), set()).add(one.incoming)
    annotations = {
        (documents[number], a.anchor, a.coder): (
            frozenset(names[tag] for tag in a.tags), frozenset({a.note} | others.get(("annotation", a.id, "note"), set())),
        )
        for number in documents for a in library.annotations(number)
    }  # fmt: skip
    rows = library._connection.db.execute(
        "SELECT coding.id, document, name, value FROM coding JOIN coder ON coder.id = coder"
    ).fetchall()
    values = {
        value.id: value.names.exactly("ar") for attribute in library.form.attributes() for value in attribute.values
    }
    return {
        "tags": sorted(names.values()),
        "annotations": annotations,
        "projects": {
            d.digest: {d.project} | others.get(("document", d.id, "project"), set()) for d in library.documents()
        },
        "codings": {
            (documents[document], coder): {values[value]}
            | {values[int(v)] for v in others.get(("coding", row, "value"), ())}
            for row, document, coder, value in rows
        },
    }


def _merged(path: str, coder: str, theirs: Work) -> dict[str, Any]:
    with opened(path, coder) as library:
        merge(library._connection, theirs, "two")
        return _meaning(library)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(WORK, WORK, st.sampled_from((("sara", "omar"), ("sara", "sara"))))
def test_merging_is_idempotent_commutes_and_loses_nothing(
    two_documents: str, first: Plan, second: Plan, coders: tuple[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, other, back = (os.path.join(folder, name) for name in ("a.db", "b.db", "back.db"))
        one, two = _do(two_documents, path, coders[0], first), _do(two_documents, other, coders[1], second)
        theirs = _merged(shutil.copy(other, back), coders[1], one)
        ours = _merged(path, coders[0], two)
        assert ours == theirs
        for work in (one, two):
            names = {tag.id: fold_text(tag.name("ar")) for tag in work.shared.tags}
            assert set(names.values()) <= set(ours["tags"])
            for item in work.documents:
                for a in item.annotations:
                    tags, notes = ours["annotations"][item.document.digest, a.anchor, a.coder]
                    assert {names[tag] for tag in a.tags} <= tags
                    assert not a.note or a.note in notes
        before = rows_of(path)
        with opened(path, coders[0]) as library:
            acts = library.last_act()
            again = merge(library._connection, two, "two")
            assert (again.documents, again.tags, again.annotations, again.joined, again.conflicts) == (0, 0, 0, 0, 0)
            assert rows_of(path) == before
            assert library.last_act() == acts
            assert library.health() == "ok"


@settings(max_examples=10, deadline=None)
@given(WORK, WORK)
def test_a_merge_is_undone_whole(two_documents: str, first: Plan, second: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.db")
        _do(two_documents, path, "sara", first)
        before = rows_of(path)
        work = _do(two_documents, os.path.join(folder, "b.db"), "omar", second)
        with opened(path, "sara") as library:
            merge(library._connection, work, "b.db")
            if rows_of(path) != before:
                undone = library.undo(None)
                assert undone is not None
                assert (undone.label, undone.about) == ("merge", {"name": "b.db"})
            assert rows_of(path) == before
            merge(library._connection, work, "b.db")
            assert {a.coder for document in (1, 2) for a in library.annotations(document)} >= {
                a.coder for item in work.documents for a in item.annotations
            }


def sides(two_documents: str, folder: os.PathLike[str], theirs: Callable[[Library], object]) -> tuple[Library, Work]:
    """Return a library in which sara tagged a passage, and what a colleague made of a copy of it."""
    path, other = os.path.join(folder, "ours.db"), os.path.join(folder, "theirs.db")
    with opened(shutil.copy(two_documents, path), "sara") as library:
        library.passages.annotate(1, Span(4, 10), [2], "رأي")
    with opened(shutil.copy(path, other), "omar") as library:
        theirs(library)
        work = library.work()
    return opened(path, "sara"), work


def _third(library: Library) -> None:
    number = add(library, "نص ثالث 😀.", Analysis(), "3", "/y/c.txt")
    library.passages.annotate(number, Span(8, 9), [1])


def _tree(library: Library) -> None:
    library.codebook.slot(9, None)
    parent = library.codebook.new("مياه", "ar").id
    library.codebook.new("جفاف", "ar", parent=parent)


BROUGHT: list[tuple[Callable[[Library], object], Merged]] = [
    (lambda _lib: None, Merged()),
    (_third, Merged(documents=1, annotations=1)),
    (_tree, Merged(tags=2)),
    (lambda lib: lib.passages.annotate(1, Span(4, 10), [2]), Merged(annotations=1)),  # another coder's
    (lambda lib: lib.document_acts.put_in_project("أ", 1), Merged()),
    (lambda lib: lib._connection.db.execute("UPDATE annotation SET note = 'غيره'"), Merged(conflicts=1)),
    (lambda lib: lib._connection.db.execute("INSERT INTO annotation_tag VALUES (9, 1, 3)"), Merged(joined=1)),
    (lambda lib: lib.correct(1, RenameSpeaker(3, "وزير")), Merged(corrections=1)),
]


@pytest.mark.parametrize(("theirs", "brought"), BROUGHT)
def test_what_a_merge_brought_is_counted(
    two_documents: str, tmp_path: os.PathLike[str], theirs: Callable[[Library], object], brought: Merged
) -> None:
    library, work = sides(two_documents, tmp_path, theirs)
    with library:
        assert merge(library._connection, work, "theirs.db") == brought
        before = library.last_act()
        again = merge(library._connection, work, "theirs.db")
        assert (again, library.last_act()) == (Merged(), before)


@pytest.mark.parametrize("free", [True, False])
def test_a_new_tag_keeps_its_place_in_the_tree_and_its_digit_only_where_that_is_free(
    two_documents: str, tmp_path: os.PathLike[str], free: bool
) -> None:
    library, work = sides(two_documents, tmp_path, _tree)
    with library:
        library.codebook.slot(9, None if free else 9)
        merge(library._connection, work, "theirs.db")
        water, drought = (same(library.codebook.tags(), name) for name in ("مياه", "جفاف"))
        assert water is not None
        assert drought is not None
        assert (water.parent, drought.parent) == (0, water.id)
        assert {water.uid, drought.uid} <= {tag.uid for tag in work.shared.tags}
        assert (water.slot, drought.slot, library.codebook.tag(9).slot) == (
            (9, None, None) if free else (None, None, 9)
        )


def test_what_was_tagged_with_a_tag_merged_here_gets_the_one_that_is_left(
    two_documents: str, tmp_path: os.PathLike[str]
) -> None:
    library, work = sides(two_documents, tmp_path, lambda lib: lib.passages.annotate(2, Span(0, 3), [2]))
    with library:
        library.codebook.merge(2, 3)
        library.codebook.merge(3, 4)
        assert merge(library._connection, work, "theirs.db").tags == 0
        assert [a.tags for a in library.annotations(2)] == [(4,)]


@pytest.mark.parametrize("state", ["done", "kept"])
def test_what_was_removed_here_stays_so(two_documents: str, tmp_path: os.PathLike[str], state: str) -> None:
    library, work = sides(two_documents, tmp_path, lambda _lib: None)
    with library:
        library.passages.remove(1, [1])
        library._connection.db.execute("UPDATE act SET state = ? WHERE label = 'remove'", (state,))
        assert merge(library._connection, work, "theirs.db") == Merged(removed_here=1)
        assert library.annotations(1) == []


def test_what_is_gone_because_it_was_undone_is_brought_again(two_documents: str, tmp_path: os.PathLike[str]) -> None:
    library, work = sides(two_documents, tmp_path, lambda _lib: None)
    with library:
        library.passages.remove(1, [1])
        library.undo(None)
        assert merge(library._connection, work, "theirs.db") == Merged()
        library.undo(None)
        assert library.annotations(1) == []
        assert merge(library._connection, work, "theirs.db") == Merged(annotations=1)


def _persons(library: Library) -> None:
    library.persons.join([(1, 3)], "سالم")
    library.persons.join([(2, 1)], "هدى")
    library.form.new("person", "الصفة", ["رسمي", "خبير"], "ar")
    library.form.new("document", "النوع", ["خبر", "تقرير"], "en")
    for person, value in ((1, 1), (2, 2)):
        library.form.set(CodedUnit(person=person), 1, value)
    library.document_acts.mark_coded(2, coded=True)


def test_persons_come_with_their_speakers_and_codings_and_meet_those_of_one_name(
    two_documents: str, tmp_path: os.PathLike[str]
) -> None:
    library, work = sides(two_documents, tmp_path, _persons)
    with library:
        library.persons.join([(2, 1)], "سَالم")
        library.form.new("person", "الصِّفة", ["خبير", "ناشط"], "ar")
        merge(library._connection, work, "theirs.db")
        found = {one.name: [(v.document, v.speaker) for v in one.speakers] for one in library.persons.all()}
        assert found == {"سَالم": [(1, 3), (2, 1)], "هدى": []}
        assert [(one.table, one.field) for one in open_conflicts(library._connection)] == [("person_speaker", "person")]
        named = {
            one.names.exactly("ar") or one.names.exactly("en"): [v.names.exactly("ar") for v in one.values]
            for one in library.form.attributes()
        }
        assert named == {"الصِّفة": ["خبير", "ناشط", "رسمي"], "النوع": ["", ""]}
        values = {v.id: v.names.exactly("ar") for one in library.form.attributes() for v in one.values}
        said = {coding.unit.person: (values[coding.value], coding.coder) for coding in library.form.codings()}
        assert said == {1: ("رسمي", "omar"), 2: ("خبير", "omar")}
        assert [one.coded for one in sorted(library.documents())] == [False, True]


def test_an_annotation_whose_words_are_lost_comes_as_lost(two_documents: str, tmp_path: os.PathLike[str]) -> None:
    lose = "INSERT OR IGNORE INTO coder (id, name) VALUES (2, 'omar'); UPDATE annotation SET placed = 'lost', start = 0, \"end\" = 6, uid = 'other', coder = 2"
    library, work = sides(two_documents, tmp_path, lambda lib: lib._connection.db.executescript(lose))
    with library:
        mine = library.passages.annotate(1, Span(0, 6), [1])
        assert merge(library._connection, work, "theirs.db").annotations == 1
        assert [(a.coder, a.anchor.quote) for a in library.orphans(1)] == [("omar", "الوزير")]
        assert library.passages.one(mine.id).tags == (1,)


def test_other_boundaries_of_one_annotation_are_a_conflict(two_documents: str, tmp_path: os.PathLike[str]) -> None:
    library, work = sides(two_documents, tmp_path, lambda lib: lib.passages.move(1, Span(4, 13)))
    with library:
        assert merge(library._connection, work, "theirs.db") == Merged(conflicts=1)
        (found,) = open_conflicts(library._connection)
        assert (found.field, found.local, found.incoming) == ("bounds", "4:10", "4:13")
        assert library.passages.one(1).anchor.span == Span(4, 10)
