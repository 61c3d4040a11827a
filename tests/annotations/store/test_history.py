"""The log of acts: undo and redo without end, across restarts, coders and windows, and what the log tells."""

import os
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotations.errors import UndoBlocked, UnknownAct
from annotations.library import Library
from annotations.store import history, log_rows
from annotations.store.rows import fresh_id
from annotations.values.codebook import same
from annotations.values.spans import Span
from tests.annotations.test_library import add


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:", "sara") as opened:
        yield opened


def new_person(db: sqlite3.Connection, name: str, document: int | None = None) -> int:
    """Add a person as an act and return the act's id."""
    with history.act(db, "rename person", 1, document, {"name": name}) as number:
        values = (fresh_id(db, "person"), name)
        db.execute("INSERT INTO person (id, uid, name, gone) VALUES (?, 'u', ?, 0)", values)
    return number


def names(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT name FROM person ORDER BY id")]


@pytest.fixture
def coded(db: sqlite3.Connection) -> sqlite3.Connection:
    """Return an empty library with two coders."""
    db.execute("INSERT INTO coder (name) VALUES ('هند'), ('سالم')")
    return db


def test_undo_and_redo_survive_a_restart_and_keep_to_their_document(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as first:
        one, two = add(first, "1"), add(first, "2")
        first.passages.annotate(one.id, Span(0, 3), [1])
        first.passages.annotate(two.id, Span(0, 3), [2])
        tag = first.codebook.new("إرهاب", "ar", document=one.id)
    with Library(path, "omar") as other:
        assert other.undo(one.id) is None
    with Library(path, "sara") as second:
        assert second.undo(one.id) is not None
        assert tag not in second.codebook.tags()
        assert second.undo(one.id) is not None
        assert second.undo(one.id) is None
        assert second.annotations(one.id) == []
        assert len(second.annotations(two.id)) == 1
    with Library(path, "sara") as third:
        assert third.redo(one.id) is not None
        assert third.redo(one.id) is not None
        assert third.redo(one.id) is None
        assert tag in third.codebook.tags()
        assert [a.coder for a in third.annotations(one.id)] == ["sara"]


def test_what_others_build_on_cannot_be_undone(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as sara, Library(path, "omar") as omar:
        document = add(sara).id
        tag = sara.codebook.new("جديد", "ar", document=document)
        omar.passages.annotate(document, Span(0, 3), [tag.id])
        with pytest.raises(UndoBlocked):
            sara.undo(document)
        assert tag in sara.codebook.tags()
        assert len(omar.annotations(document)) == 1
        # it stays for good, and does not stand in the way of undoing what was done before it
        assert omar.undo(document) is not None
        assert sara.undo(document) is None
        assert tag in sara.codebook.tags()


def test_a_tag_used_elsewhere_does_not_block_undoing(library: Library) -> None:
    one, two = add(library, "1").id, add(library, "2").id
    library.passages.annotate(one, Span(0, 3), [1])
    tag = library.codebook.new("جديد", "ar", document=one)
    library.passages.annotate(two, Span(0, 3), [tag.id])
    with pytest.raises(UndoBlocked):
        library.undo(one)
    assert library.undo(one) is not None
    assert library.annotations(one) == []
    assert tag in library.codebook.tags()


def test_an_act_has_its_values_and_is_undone_and_redone(coded: sqlite3.Connection) -> None:
    first, second = new_person(coded, "هِند 😀"), new_person(coded, "سالم")
    assert history.undo(coded, 2, None) is None  # the other coder's
    undone = [history.undo(coded, 1, None) for _ in range(3)]
    assert [act and (act.id, act.about) for act in undone] == [
        (second, {"name": "سالم"}), (first, {"name": "هِند 😀"}), None,
    ]  # fmt: skip
    assert names(coded) == []
    redone = [history.redo(coded, 1, None) for _ in range(3)]
    assert [act and act.id for act in redone] == [first, second, None]
    assert names(coded) == ["هِند 😀", "سالم"]


def test_a_new_act_ends_what_could_be_redone_there_and_by_this_coder_only(coded: sqlite3.Connection) -> None:
    here, elsewhere = new_person(coded, "هنا", 1), new_person(coded, "هناك", 2)
    assert [history.undo(coded, 1, document) is not None for document in (1, 2)] == [True, True]
    with history.act(coded, "code", 2, 1):
        pass
    new_person(coded, "جديد", 2)
    assert history.redo(coded, 1, 2) is None
    redone = history.redo(coded, 1, 1)
    assert redone is not None
    assert redone.id == here
    states = {row.act.id: row.act.state for row in log_rows.log(coded)}
    assert (states[here], states[elsewhere]) == ("done", "dropped")
    new_person(coded, "في المكتبة")
    assert names(coded) == ["هنا", "جديد", "في المكتبة"]


def test_undo_in_a_document_includes_the_codebook_but_not_acts_on_documents(coded: sqlite3.Connection) -> None:
    codebook = new_person(coded, "سالم")
    with history.act(coded, f"{log_rows.DOCUMENTS}project", 1) as project:
        coded.execute("UPDATE tag SET memo = 'x' WHERE id = 1")
    new_person(coded, "هند", 2)
    undone = history.undo(coded, 1, 1)
    assert undone is not None
    assert undone.id == codebook
    assert history.undo(coded, 1, 1) is None
    undone = history.undo(coded, 1, None)
    undone_next = history.undo(coded, 1, None)
    assert undone is not None
    assert undone_next is not None
    assert (undone.document, undone_next.id) == (2, project)


def test_a_row_changed_since_blocks_undoing_until_the_act_is_kept(coded: sqlite3.Connection) -> None:
    first, second = new_person(coded, "هند"), new_person(coded, "سالم")
    with history.act(coded, "rename person", 2):
        coded.execute("UPDATE person SET name = 'آخر' WHERE id = 2")
    with pytest.raises(UndoBlocked):
        history.undo(coded, 1, None)
    assert names(coded) == ["هند", "آخر"]
    undone = history.undo(coded, 1, None)
    assert undone is not None
    assert undone.id == first
    assert [row.act.state for row in log_rows.log(coded) if row.act.id == second] == ["kept"]
    assert names(coded) == ["آخر"]


def test_a_row_deleted_by_an_act_comes_back_whole(coded: sqlite3.Connection) -> None:
    before = [tuple(row) for row in coded.execute("SELECT * FROM tag ORDER BY id")]
    with history.act(coded, "tag merge", 1):
        coded.execute("UPDATE tag SET memo = 'مُلاحظة' WHERE id = 2")
        coded.execute("DELETE FROM tag WHERE id IN (2, 8)")
    after = [tuple(row) for row in coded.execute("SELECT * FROM tag ORDER BY id")]
    assert len(after) == len(before) - 2
    for replay, state in ((history.undo, before), (history.redo, after), (history.undo, before)):
        assert replay(coded, 1, None) is not None
        assert [tuple(row) for row in coded.execute("SELECT * FROM tag ORDER BY id")] == state


def test_ids_are_never_used_again(coded: sqlite3.Connection) -> None:
    assert fresh_id(coded, "person") == 1
    new_person(coded, "هند")
    history.undo(coded, 1, None)
    assert names(coded) == []
    assert fresh_id(coded, "person") == 2
    coded.execute("INSERT INTO person (id, uid, name, gone) VALUES (7, '', '', 0)")
    assert fresh_id(coded, "person") == 8


def test_an_unknown_act_is_refused_before_anything_is_written(coded: sqlite3.Connection) -> None:
    with pytest.raises(UnknownAct), history.act(coded, "person", 1):
        coded.execute("DELETE FROM tag")
    assert coded.execute("SELECT count(*) FROM tag").fetchone()[0] == 9
    assert log_rows.log(coded) == []


def test_the_log_tells_everything(library: Library) -> None:
    document = add(library)
    other = add(library, "2")
    library.passages.annotate(document.id, Span(0, 3), [1])
    library.undo(document.id)
    library.redo(document.id)
    tag = library.codebook.new("مياه", "ar")
    library.passages.annotate(other.id, Span(0, 3), [tag.id])
    db = library._connection.db
    log = log_rows.log(db, document.id)
    assert [(row.kind, row.act.label, row.act.state) for row in log] == [
        ("do", "new tag", "done"), ("redo", "annotate", "record"), ("undo", "annotate", "record"), ("do", "annotate", "done"),
    ]  # fmt: skip
    assert {(row.coder, row.title) for row in log if row.act.document} == {("sara", "تقرير")}
    assert [row.title for row in log if row.act.document is None] == [""]
    assert [row.act.label for row in log_rows.log(db, None, 2)] == ["annotate", "new tag"]
    assert [row.act.label for row in log_rows.log(db)][-2:] == ["documents:add", "documents:add"]
    changes = db.execute("SELECT tbl, before IS NULL, after IS NULL FROM change ORDER BY id LIMIT 6").fetchall()
    assert [tuple(row) for row in changes] == [
        ("document", 0, 0), ("document", 0, 0), ("annotation", 1, 0), ("annotation_tag", 1, 0), ("annotation_tag", 0, 1),
        ("annotation", 0, 1),
    ]  # fmt: skip


def test_the_annotations_that_acts_touched_are_named(library: Library) -> None:
    document = add(library).id
    db = library._connection.db
    one, two, three = (library.passages.annotate(document, Span(0, end), [1]).id for end in (3, 4, 5))
    seen: list[set[int]] = []
    for change in (
        lambda: library.codebook.rename(1, "رأي", "ar"),
        lambda: library.passages.note(document, one, "ملاحظة"),
        lambda: library.passages.retag([two, three], 1, 2),
        lambda: library.passages.remove(document, [three]),
        lambda: library.undo(document),
    ):
        since = library.last_act()
        change()
        seen.append(log_rows.annotations_touched(db, since))
    assert seen == [set(), {one}, {two, three}, {three}, {three}]
    assert log_rows.annotations_touched(db, 0) == {one, two, three}
    assert log_rows.annotations_touched(db, library.last_act()) == set()


def test_earlier_states_of_tags_are_kept_with_the_act_that_ended_them(library: Library) -> None:
    db = library._connection.db
    assert log_rows.tags_before(db) == {}
    library.codebook.rename(1, "رأي", "ar")
    renamed = library.last_act()
    library.codebook.recolor(1, 7)
    library.codebook.new("جديد", "ar")
    library.undo(None)
    undone = library.last_act()
    found = log_rows.tags_before(db)
    assert [(act, tag.names.exactly("ar"), tag.color) for act, tag in found[1]] == [
        (renamed, "موقف", 1),
        (renamed + 1, "رأي", 1),
    ]
    assert [(act, tag.names.exactly("ar")) for act, tag in found[10]] == [(undone, "جديد")]
    assert set(found) == {1, 10}


class UndoMachine(RuleBasedStateMachine):
    """Random acts, undone and redone, against a stack of plain values."""

    def __init__(self) -> None:
        super().__init__()
        self.library = Library(":memory:", "sara")
        self.document = add(self.library).id
        self.past = [self.state()]
        self.future: list[object] = []

    def state(self) -> object:
        return (self.library.annotations(self.document), self.library.codebook.tags())

    def done(self) -> None:
        self.past.append(self.state())  # also where the same was said within a millisecond: it is an act
        self.future.clear()

    @rule(start=st.integers(0, 40), length=st.integers(1, 9), tag=st.integers(1, 9))
    def toggle(self, start: int, length: int, tag: int) -> None:
        self.library.passages.toggle_tag(self.document, Span(start, start + length), tag)
        self.done()

    @rule(start=st.integers(0, 40), note=st.text(min_size=1, max_size=5))
    def annotate(self, start: int, note: str) -> None:
        self.library.passages.annotate(self.document, Span(start, start + 3), note=note)
        self.done()

    @precondition(lambda self: self.library.annotations(self.document))
    @rule(which=st.integers(0, 99))
    def remove(self, which: int) -> None:
        found = self.library.annotations(self.document)
        self.library.passages.remove(self.document, [found[which % len(found)].id])
        self.done()

    @rule(name=st.text("ابت", min_size=1, max_size=3))
    def new_tag(self, name: str) -> None:
        if same(self.library.codebook.tags(), name) is None:
            self.library.codebook.new(name, "ar", document=self.document)
            self.done()

    @rule()
    def undo(self) -> None:
        act = self.library.undo(self.document)
        assert (act is None) == (len(self.past) == 1)
        if act is not None:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        act = self.library.redo(self.document)
        assert (act is None) == (not self.future)
        if act is not None:
            self.past.append(self.future.pop())

    @invariant()
    def agrees(self) -> None:
        assert self.state() == self.past[-1]

    def teardown(self) -> None:
        self.library.close()


UndoMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestUndo = pytest.mark.slow(UndoMachine.TestCase)
