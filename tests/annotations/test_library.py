"""The library: acts, the log, undo without end, and what happens to files that are none."""

import json
import os
import sqlite3
import threading
from collections.abc import Iterator

import jsonschema
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotations.errors import (
    AnnotationGone,
    LibraryLocked,
    LibraryNewer,
    NotALibrary,
    NoteChanged,
    SpanError,
    UndoBlocked,
)
from annotations.formats.exports.json import dump
from annotations.formats.exports.json import schema as export_schema
from annotations.library import Library
from annotations.store import schema
from annotations.store.tables import CORRECTED, CRAFT, CRAFT_INDEXES, CRAFT_TABLES
from annotations.store.transaction import transaction
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.codebook import same
from annotations.values.model import Document, ReadingPlace
from annotations.values.spans import Span
from annotations.values.work import Exported

TEXT = "قال الوزير إن 25 ألف شخص 😀 شاركوا.\nوأضاف أن الأمن مستتب."
ANALYSIS = Analysis(
    noise=(Noise(Span(0, 3), "clock"),),
    articles=(Article(Span(0, 52), Span(0, 10), (Span(4, 10),), (Span(0, 3),), "قنا", "الدوحة", "14 أكتوبر 2021"),),
    sessions=(
        Session(1, Span(0, 35), "جلسة", Span(4, 10), "closing", ("الأمن", "السلام")),
        Session(2, Span(35, 52), "أخرى"),
    ),
    speakers=(Speaker(3, "الوزير", "person", "وزير", "سعادة", (Span(4, 10),)),),
    statements=(Statement(Span(0, 34), 3, "quotation", Span(0, 3), "likely"), Statement(Span(35, 50), 3, "topic")),
    topics=(Topic("الأمن", (Span(45, 50),)),),
    separators=(Span(34, 35),),
)


def add(library: Library, digest: str = "1") -> Document:
    return library.add(
        TEXT,
        ANALYSIS,
        name="report",
        path=f"/x/{digest}.txt",
        title="تقرير",
        direction="R",
        digest=digest,
        encoding="utf-8",
    )


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with Library(os.path.join(tmp_path, "library.db"), "sara") as opened:
        yield opened


def test_a_document_comes_back_as_it_was_added(library: Library) -> None:
    document = add(library)
    assert library.text(document.id) == TEXT
    assert library.analysis(document.id) == ANALYSIS
    assert document[1:7] == ("report", "/x/1.txt", "تقرير", "R", "1", len(TEXT))
    assert add(library) == document
    assert library.documents() == [document]


def test_a_long_text_is_kept_in_blocks(library: Library) -> None:
    text = "سطر 😀 من النص\n" * 20_000
    document = library.add(
        text, Analysis(), name="long", path="", title="", direction="R", digest="2", encoding="utf-8"
    )
    db = sqlite3.connect(library.path)
    rows = db.execute(
        "SELECT start, byte_start, text FROM block WHERE document = ? ORDER BY number", (document.id,)
    ).fetchall()
    assert library.text(document.id) == text
    assert len(rows) == -(-len(text) // 65_536)
    for start, byte_start, part in rows:
        assert text[start : start + len(part)] == part
        assert len(text[:start].encode()) == byte_start


def test_the_starter_codebook(library: Library) -> None:
    names = [(tag.slot, tag.name_ar, tag.name_en) for tag in library.codebook.tags()]
    assert names == [
        (1, "موقف", "position"), (2, "مطالبة", "demand"), (3, "اتهام", "accusation"), (4, "دليل", "evidence or figure"), (5, "سبب", "cause"),
        (6, "نتيجة", "consequence"), (7, "حل مقترح", "proposed solution"), (8, "لغة محمَّلة", "loaded language"), (9, "للمراجعة", "to review"),
    ]  # fmt: skip


def test_an_annotation_has_quote_and_context_in_code_points(library: Library) -> None:
    document = add(library)
    start = TEXT.index("😀")
    made = library.passages.annotate(document.id, Span(start, start + 8), [4, 2], "ملاحظة")
    assert (made.anchor.quote, made.anchor.prefix, made.anchor.suffix) == (
        TEXT[start : start + 8],
        TEXT[:start][-32:],
        TEXT[start + 8 :][:32],
    )
    assert (made.tags, made.note, made.coder) == ((2, 4), "ملاحظة", "sara")
    assert library.annotations(document.id) == [made]


def test_tagging_the_same_passage_again_adds_to_it_and_toggling_takes_off(library: Library) -> None:
    document = add(library)
    span = Span(4, 10)
    assert library.passages.toggle_tag(document.id, span, 1)
    assert library.passages.toggle_tag(document.id, span, 2)
    assert [a.tags for a in library.annotations(document.id)] == [(1, 2)]
    assert not library.passages.toggle_tag(document.id, span, 1)
    assert not library.passages.toggle_tag(document.id, span, 2)
    assert library.annotations(document.id) == []
    assert library.undo(document.id) is not None
    assert [a.tags for a in library.annotations(document.id)] == [(2,)]


def test_a_note_of_nothing_removes_a_bare_annotation(library: Library) -> None:
    document = add(library)
    made = library.passages.annotate(document.id, Span(0, 3), note="x")
    library.passages.note(document.id, made.id, "")
    assert library.annotations(document.id) == []


@pytest.mark.parametrize("span", [Span(3, 3), Span(5, 4), Span(-1, 2), Span(0, 10_000)])
def test_a_span_outside_the_text_is_refused_and_nothing_written(library: Library, span: Span) -> None:
    document = add(library)
    with pytest.raises(SpanError):
        library.passages.annotate(document.id, span, [1])
    assert library.annotations(document.id) == []


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


def test_what_another_window_did_is_noticed(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as first, Library(path, "sara") as second:
        document = add(first).id
        assert second.changed_elsewhere()
        assert not second.changed_elsewhere()
        made = first.passages.annotate(document, Span(0, 3), note="one")
        assert second.changed_elsewhere()
        second.passages.note(document, made.id, "two", expected="one")
        with pytest.raises(NoteChanged, match="two"):
            first.passages.note(document, made.id, "three", expected="one")
        second.passages.remove(document, [made.id])
        with pytest.raises(AnnotationGone):
            first.passages.note(document, made.id, "three", expected="two")


def test_a_second_note_is_added_to_the_first(library: Library) -> None:
    document = add(library).id
    library.passages.annotate(document, Span(0, 3), note="one")
    assert library.passages.annotate(document, Span(0, 3), note="two").note == "one\ntwo"
    assert library.passages.annotate(document, Span(0, 3), [1]).note == "one\ntwo"


def test_the_log_tells_everything(library: Library) -> None:
    document = add(library)
    library.passages.annotate(document.id, Span(0, 3), [1])
    library.undo(document.id)
    db = sqlite3.connect(library.path)
    acts = db.execute("SELECT kind, state FROM act ORDER BY id").fetchall()
    changes = db.execute("SELECT tbl, before IS NULL, after IS NULL FROM change ORDER BY id").fetchall()
    assert acts == [("do", "done"), ("do", "undone"), ("undo", "record")]
    assert changes == [
        ("document", 0, 0), ("annotation", 1, 0), ("annotation_tag", 1, 0), ("annotation_tag", 0, 1), ("annotation", 0, 1),
    ]  # fmt: skip


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
TestUndo = UndoMachine.TestCase


def test_two_programs_may_write_at_once(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        document = add(library).id

    def work(coder: str) -> None:
        with Library(path, coder) as library:
            for start in range(40):
                library.passages.toggle_tag(document, Span(start, start + 2), 1)

    threads = [threading.Thread(target=work, args=(coder,)) for coder in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Library(path, "sara") as library:
        assert len(library.annotations(document)) == 120


def test_the_reading_place_comes_back(library: Library) -> None:
    document = add(library).id
    assert library.place(document) == ReadingPlace()
    library.keep_place(document, ReadingPlace(10, 12, folded=True))
    library.keep_place(document, ReadingPlace(20, 22, folded=False))
    assert library.place(document) == ReadingPlace(20, 22, folded=False)


def test_the_document_opened_last_comes_first(library: Library) -> None:
    one, two = add(library, "1"), add(library, "2")
    library.keep_place(two.id, ReadingPlace())
    library.keep_place(one.id, ReadingPlace())
    assert [d.id for d in library.documents()] == [one.id, two.id]


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: os.PathLike[str]) -> None:
    text, other = os.path.join(tmp_path, "a.txt"), os.path.join(tmp_path, "other.db")
    with open(text, "w", encoding="utf-8") as file:
        file.write("not a database at all " * 100)
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE mine (x)")
    db.close()
    for path in (text, other):
        with open(path, "rb") as file:
            before = file.read()
        with pytest.raises(NotALibrary):
            Library(path, "sara")
        with open(path, "rb") as file:
            assert file.read() == before


def test_a_newer_library_is_refused(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    Library(path, "sara").close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.close()
    with pytest.raises(LibraryNewer, match=str(schema.VERSION + 1)):
        Library(path, "sara")


def test_a_locked_library_is_said_to_be_locked(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "BUSY_MS", 50)
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        document = add(library)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Library(path, "sara") as library:
        with pytest.raises(LibraryLocked):
            library.passages.annotate(document.id, Span(0, 3), [1])
        holder.execute("ROLLBACK")
        assert library.passages.annotate(document.id, Span(0, 3), [1]).tags == (1,)
    holder.close()


def test_an_older_library_is_backed_up_before_it_is_migrated(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        add(library)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    Library(path, "sara").close()
    backup = sqlite3.connect(f"{path}.format-{schema.VERSION - 1}.backup")
    assert backup.execute("SELECT count(*) FROM document").fetchone() == (1,)
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_library_of_the_first_format_keeps_its_reading(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        number = add(library, "0" * 64).id
        library.passages.annotate(number, Span(0, 3), [1])
    db = sqlite3.connect(path)
    for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    for table, indexes in CRAFT_INDEXES.items():
        for columns in indexes:
            db.execute(f"DROP INDEX idx_{table}_{'_'.join(columns)}")
    for added in (CORRECTED, CRAFT):
        for table, columns_added in added.items():
            for column in columns_added:
                db.execute(f'ALTER TABLE {table} DROP COLUMN "{column}"')
    for table in (*CRAFT_TABLES, "words"):
        db.execute(f"DROP TABLE {table}")
    db.execute("DELETE FROM _sqlite_migrations WHERE name IN ('002_corrections', '003_craft')")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    with Library(path, "sara") as library:
        analysis = library.analysis(number)
        assert [(s.act, s.reason) for s in analysis.statements] == [("claim", ""), ("topic", "")]
        assert analysis._replace(statements=()) == ANALYSIS._replace(statements=())
        exported = dump([Exported(library.document("report"), TEXT, analysis, ())], library.shared())
        jsonschema.validate(json.loads(exported), export_schema())
        library.reanalyse(number, ANALYSIS)
        assert library.analysis(number) == ANALYSIS
        library.undo(number)
        assert library.analysis(number) == analysis
        assert library.health() == "ok"
    assert os.path.exists(f"{path}.format-1.backup")


def test_the_pragmas_of_every_connection(library: Library) -> None:
    values = {
        name: library.connection.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "application_id")
    }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "application_id": schema.APPLICATION_ID,
    }


def test_a_transaction_that_is_gone_already_hides_no_error() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)

    def fill() -> None:
        with transaction(connection):
            connection.execute("ROLLBACK")  # as SQLite does by itself where the disk is full
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fill()
