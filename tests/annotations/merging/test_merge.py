"""The laws of merging, on generated work of two coders on the same documents."""

import os
import tempfile
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.library import Library
from annotations.merging.conflicts import open_conflicts
from annotations.merging.merge import merge
from annotations.values.attributes import CodedUnit
from annotations.values.codebook import same
from annotations.values.folding import fold_text
from annotations.values.spans import Span
from annotations.values.work import Work
from tests.annotations.acts.test_acts import OTHER, OTHER_ANALYSIS, add, rows_of

NAMES = ("مياه", "المياه", "مياة", "أمن", "water", "موقف")
MARKS = st.lists(
    st.tuples(st.integers(1, 2), st.integers(0, 40), st.integers(1, 9), st.integers(0, 10), st.sampled_from(("", "رأي", "سؤال"))),
    max_size=8,
)  # fmt: skip
WORK = st.tuples(
    st.lists(st.sampled_from(NAMES), max_size=3), MARKS, st.sampled_from(("", "أ", "ب")), st.lists(st.tuples(st.integers(1, 2), st.integers(0, 1)), max_size=2),
)  # fmt: skip
Plan = tuple[list[str], list[tuple[int, int, int, int, str]], str, list[tuple[int, int]]]


def _do(path: str, coder: str, plan: Plan) -> Work:
    """Do the work of a plan in a library of its own, after two documents were added, and return it."""
    names, marks, project, codes = plan
    with Library(path, coder) as library:
        add(library)
        add(library, OTHER, OTHER_ANALYSIS, "2", "/x/b.txt")
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
    names = {tag.id: fold_text(tag.name_ar or tag.name_en) for tag in library.codebook.tags()}
    documents = {document.id: document.digest for document in library.documents()}
    others: dict[tuple[str, int, str], set[str]] = {}
    for one in open_conflicts(library.connection):
        others.setdefault((one.table, one.row, one.field), set()).add(one.incoming)
    annotations = {
        (documents[number], a.anchor, a.coder): (
            frozenset(names[tag] for tag in a.tags), frozenset({a.note} | others.get(("annotation", a.id, "note"), set())),
        )
        for number in documents for a in library.annotations(number)
    }  # fmt: skip
    rows = library.connection.db.execute(
        "SELECT coding.id, document, name, value FROM coding JOIN coder ON coder.id = coder"
    ).fetchall()
    values = {value.id: value.name_ar for attribute in library.form.attributes() for value in attribute.values}
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


def _merged(path: str, first: Plan, second: Plan, coders: tuple[str, str]) -> tuple[dict[str, Any], Work, Work]:
    one = _do(f"{path}-1.db", coders[0], first)
    two = _do(f"{path}-2.db", coders[1], second)
    with Library(f"{path}-1.db", coders[0]) as library:
        merge(library.connection, two, "two")
        return _meaning(library), one, two


@settings(max_examples=25, deadline=None)
@given(WORK, WORK, st.sampled_from((("sara", "omar"), ("sara", "sara"))))
def test_merging_is_idempotent_commutes_and_loses_nothing(first: Plan, second: Plan, coders: tuple[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a")
        ours, one, two = _merged(path, first, second, coders)
        theirs, _two, _one = _merged(os.path.join(folder, "b"), second, first, coders[::-1])
        assert ours == theirs
        for work in (one, two):
            names = {tag.id: fold_text(tag.name_ar or tag.name_en) for tag in work.shared.tags}
            assert set(names.values()) <= set(ours["tags"])
            for item in work.documents:
                for a in item.annotations:
                    tags, notes = ours["annotations"][item.document.digest, a.anchor, a.coder]
                    assert {names[tag] for tag in a.tags} <= tags
                    assert not a.note or a.note in notes
        before = rows_of(f"{path}-1.db")
        with Library(f"{path}-1.db", coders[0]) as library:
            acts = library.last_act()
            again = merge(library.connection, two, "two")
            assert (again.documents, again.tags, again.annotations, again.joined, again.conflicts) == (0, 0, 0, 0, 0)
            assert rows_of(f"{path}-1.db") == before
            assert library.last_act() == acts
            assert library.health() == "ok"


@settings(max_examples=10, deadline=None)
@given(WORK, WORK)
def test_a_merge_is_undone_whole(first: Plan, second: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.db")
        _do(path, "sara", first)
        before = rows_of(path)
        work = _do(os.path.join(folder, "b.db"), "omar", second)
        with Library(path, "sara") as library:
            merge(library.connection, work, "b.db")
            if rows_of(path) != before:
                undone = library.undo(None)
                assert undone is not None
                assert (undone.label, undone.about) == ("merge", {"name": "b.db"})
            assert rows_of(path) == before
            merge(library.connection, work, "b.db")
            assert {a.coder for document in (1, 2) for a in library.annotations(document)} >= {
                a.coder for item in work.documents for a in item.annotations
            }
