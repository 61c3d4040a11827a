"""Two windows and two coders on one library, in random order: what must hold after every act, and back to the start."""

import contextlib
import json
import os
import tempfile

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotations.errors import CorrectionRefused, DocumentDeleted, TagGone, TagRefused, TagTaken, UndoBlocked
from annotations.library import Library
from annotations.values.attributes import CodedUnit
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import OTHER, OTHER_ANALYSIS, add

WHO = st.integers(0, 1)
WHICH = st.integers(0, 99)


class WindowsMachine(RuleBasedStateMachine):
    """Sara and Omar, each with a window of their own on one file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "l.db")
        self.windows = [Library(self.path, "sara"), Library(self.path, "omar")]

    @initialize()
    def documents(self) -> None:
        add(self.windows[0])
        add(self.windows[1], OTHER, OTHER_ANALYSIS, "2", "/x/b.txt")
        for window in self.windows:
            while window.undo(None):  # what was added is taken back too: the machine begins with nothing
                pass
        assert self.windows[0].documents() == []
        add(self.windows[0])
        add(self.windows[1], OTHER, OTHER_ANALYSIS, "2", "/x/b.txt")
        self.acts = self.windows[0].last_act()

    def tags(self) -> list[int]:
        return [tag.id for tag in self.windows[0].codebook.tags()]

    def annotations(self) -> list[int]:
        return [a.id for document in (1, 2) for a in self.windows[0].annotations(document)]

    @rule(who=WHO, document=st.integers(1, 2), start=st.integers(0, 40), length=st.integers(1, 9), tag=WHICH)
    def toggle(self, who: int, document: int, start: int, length: int, tag: int) -> None:
        tags = self.tags()
        self.windows[who].passages.toggle_tag(document, Span(start, start + length), tags[tag % len(tags)])

    @rule(who=WHO, starts=st.lists(st.integers(0, 40), min_size=1, max_size=5), tag=WHICH)
    def tag_places(self, who: int, starts: list[int], tag: int) -> None:
        tags = self.tags()
        places = [(start % 2 + 1, Span(start, start + 4)) for start in starts]
        self.windows[who].passages.tag_places(places, tags[tag % len(tags)])

    @rule(who=WHO, start=st.integers(0, 40), note=st.text("ابت ", min_size=1, max_size=5))
    def note(self, who: int, start: int, note: str) -> None:
        self.windows[who].passages.annotate(1, Span(start, start + 3), note=note)

    @rule(who=WHO, which=WHICH)
    def remove(self, who: int, which: int) -> None:
        if found := self.annotations():
            self.windows[who].passages.remove(None, [found[which % len(found)]])

    @rule(who=WHO, which=WHICH, start=st.integers(0, 40), length=st.integers(1, 9))
    def move(self, who: int, which: int, start: int, length: int) -> None:
        if found := self.annotations():
            self.windows[who].passages.move(found[which % len(found)], Span(start, start + length))

    @rule(who=WHO, name=st.text("ابتة", min_size=1, max_size=3), parent=WHICH)
    def new_tag(self, who: int, name: str, parent: int) -> None:
        tags = [0, *self.tags()]
        with contextlib.suppress(TagTaken):
            self.windows[who].codebook.new(name, "ar", parent=tags[parent % len(tags)])

    @rule(who=WHO, which=WHICH, into=WHICH)
    def merge_tags(self, who: int, which: int, into: int) -> None:
        tags = self.tags()
        with contextlib.suppress(TagRefused, TagGone):
            self.windows[who].codebook.merge(tags[which % len(tags)], tags[into % len(tags)])

    @rule(who=WHO, which=WHICH, parent=WHICH)
    def move_tag(self, who: int, which: int, parent: int) -> None:
        tags = self.tags()
        with contextlib.suppress(TagRefused):
            self.windows[who].codebook.move(tags[which % len(tags)], tags[parent % len(tags)])

    @rule(who=WHO, which=WHICH)
    def retire(self, who: int, which: int) -> None:
        tags = self.tags()
        self.windows[who].codebook.retire(tags[which % len(tags)])

    @rule(who=WHO, value=st.integers(0, 1))
    def code(self, who: int, value: int) -> None:
        form = self.windows[who].form
        attributes = form.attributes("document") or [form.new("document", "النوع", ["خبر", "تقرير"], "ar")]
        form.set(CodedUnit(1), attributes[0].id, attributes[0].values[value].id)

    @rule(who=WHO)
    def join_persons(self, who: int) -> None:
        with contextlib.suppress(CorrectionRefused):
            self.windows[who].persons.join([(1, 3), (2, 1)], "الوزير")

    @rule(who=WHO, document=st.sampled_from((None, 1, 2)))
    def undo(self, who: int, document: int | None) -> None:
        try:
            act = self.windows[who].undo(document)
        except UndoBlocked:
            return
        if act is not None and act.label.startswith("documents:"):
            self.windows[who].redo(document)  # the other rules need the texts

    @rule(who=WHO, document=st.sampled_from((None, 1, 2)))
    def redo(self, who: int, document: int | None) -> None:
        with contextlib.suppress(UndoBlocked):
            self.windows[who].redo(document)

    @invariant()
    def sound(self) -> None:
        first, second = self.windows
        db = first._connection.db
        tags = {row[0] for row in db.execute("SELECT id FROM tag")}
        known = {tag.id for tag in first.codebook.tags()}
        for document in first.documents():
            annotations = first.annotations(document.id)
            assert annotations == second.annotations(document.id)
            text = first.text(document.id)
            for a in annotations:
                assert 0 <= a.anchor.span.start < a.anchor.span.end <= len(text)
                assert a.anchor.span.cut(text) == a.anchor.quote
                assert set(a.tags) <= tags
                assert set(a.tags) <= known
                assert a.tags or a.note or not a.tags
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        parents = {tag.id: tag.parent for tag in first.codebook.tags()}
        for tag in parents:
            seen, at = set(), tag
            while at in parents:
                assert at not in seen
                seen.add(at)
                at = parents[at]

    @invariant()
    def the_log_tells_what_there_is(self) -> None:
        db = self.windows[0]._connection.db
        for table in ("annotation", "annotation_tag", "coding", "person", "person_speaker", "attribute"):
            logged: dict[int, object] = {}
            for row, after in db.execute("SELECT row, after FROM change WHERE tbl = ? ORDER BY id", (table,)):
                logged[row] = json.loads(after) if after else None
            there = {row["id"]: dict(row) for row in db.execute(f"SELECT * FROM {table}")}
            assert {row: values for row, values in logged.items() if values is not None} == there

    def teardown(self) -> None:
        for _turn in range(2):  # what one builds on the other's acts goes first
            for window in self.windows:
                while True:
                    try:
                        if window.undo(None) is None:
                            break
                    except UndoBlocked:
                        continue
        if not any(row.act.state == "kept" for row in self.windows[0].log()):
            assert self.windows[0].documents() == []
            db = self.windows[0]._connection.db
            for table in ("annotation", "annotation_tag", "coding", "person", "attribute"):
                assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
        for window in self.windows:
            assert window.health() == "ok"
            window.close()
        self.folder.cleanup()


WindowsMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestWindows = pytest.mark.slow(WindowsMachine.TestCase)


def test_a_text_deleted_in_another_window_takes_no_more_acts_and_comes_back_whole(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "سارة") as one, Library(path, "سارة") as two:
        number = add(one)
        one.passages.annotate(number, Span(4, 10), [1])
        two.document_acts.delete(number)
        acts = two.last_act()
        with pytest.raises(DocumentDeleted):
            one.passages.annotate(number, Span(11, 20), [2])
        with pytest.raises(DocumentDeleted):
            one.document_acts.mark_coded(number, coded=True)
        assert one.last_act() == acts
        two.undo(None)
        assert [a.tags for a in one.annotations(number)] == [(1,)]
        one.passages.annotate(number, Span(11, 20), [2])
