"""Every act of the craft: its effect, undo, redo, a restart and undo again, the whole library compared row by row."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from annotations.acts.codebook import parse_list
from annotations.formats import read_json
from annotations.formats.exports.json import dump
from annotations.library import Library
from annotations.merging import conflicts
from annotations.merging.merge import merge
from annotations.questions import comparison
from annotations.store.tables import LOGGED
from annotations.values.analysis import Analysis, Speaker, Statement
from annotations.values.attributes import CodedUnit
from annotations.values.corrections import RenameSession, RenameSpeaker
from annotations.values.spans import Span
from annotations.values.work import Work
from tests.annotations.test_library import ANALYSIS, TEXT

OTHER = "قال الوزير إن الأمن مستتب. وأضاف أن الأمن مسؤولية الجميع."
OTHER_ANALYSIS = Analysis(
    speakers=(Speaker(1, "الوزير", "person", "وزير", mentions=(Span(4, 10),)), Speaker(2, "المشاركون", "group")),
    statements=(Statement(Span(0, 26), 1, "paraphrase"),),
)


def add(
    library: Library, text: str = TEXT, analysis: Analysis = ANALYSIS, digest: str = "1", path: str = "/x/a.txt"
) -> int:
    facts = {"name": "report", "path": path, "title": "تقرير", "direction": "R", "digest": digest, "encoding": "utf-8"}
    return library.add(text, analysis, **facts).id


def rows_of(path: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of what acts may change."""
    db = sqlite3.connect(path)
    try:
        return {name: db.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall() for name in LOGGED}
    finally:
        db.close()


def prepared(path: str) -> Library:
    """Return a library with two documents, annotations of two coders, a form and a person, and an act undone."""
    with Library(path, "omar") as omar:
        one, two = add(omar), add(omar, OTHER, OTHER_ANALYSIS, "2", "/x/b.txt")
        omar.passages.annotate(one, Span(4, 10), [1, 2], "رأي")
        omar.passages.annotate(two, Span(0, 9), [3])
    library = Library(path, "sara")
    library.passages.annotate(one, Span(4, 10), [2, 3])
    library.passages.annotate(one, Span(11, 20), [2], "ملاحظة")
    library.form.new("statement", "الاتجاه", ["مؤيد", "معارض", "محايد"], "ar")
    library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
    library.form.set(CodedUnit(one, Span(0, 34)), 1, 1)
    library.persons.join([(one, 3)], "الوزير")
    library.codebook.new("فرعي", "ar", parent=1)
    return library


def _number(library: Library, coder: str, at: int = 0) -> int:
    return [a.id for a in library.annotations(1) if a.coder == coder][at]


def _colleague(folder: str) -> Work:
    with Library(os.path.join(folder, "colleague.db"), "huda") as other:
        number = add(other)
        add(other, "نص ثالث.\nسطر.", Analysis(), "3", "/y/c.txt")
        tag = other.codebook.new("جديد", "ar").id
        other.codebook.rename(1, "رأي", "ar")
        other.passages.annotate(number, Span(4, 10), [1, tag], "غير ذلك")
        other.form.new("statement", "الاتجاه", ["مؤيد", "معارض"], "ar")
        other.form.set(CodedUnit(number, Span(0, 34)), 1, 2)
        other.persons.join([(number, 3)], "الوزير فلان")
        other.correct(number, RenameSpeaker(3, "وزير الأمن"))
        other.correct(number, RenameSession(1, "جلسة الأمن"))
        return other.work()


def _settle(library: Library) -> None:
    found = comparison.pairs(library.annotations(1), "sara", "omar")
    pair = next(pair for pair in found if pair.kind == comparison.TAGS)
    assert pair.second is not None
    comparison.settle(library._connection, pair, [pair.second], comparison.settler("sara", "omar", "sara"))


def _decide(library: Library, folder: str, choice: str, field: str) -> None:
    merge(library._connection, _colleague(folder), "colleague.db")
    found = conflicts.open_conflicts(library._connection)
    conflicts.decide(library._connection, next(one for one in found if one.field == field), choice)


def _decide_corrected(library: Library, folder: str, field: str) -> None:
    library.correct(1, RenameSpeaker(3, "وزير الداخلية"))
    library.correct(1, RenameSession(1, "جلسة أولى"))
    _decide(library, folder, "incoming", field)


def _carry(library: Library) -> None:
    new = add(library, "مقدمة جديدة.\n" + TEXT.replace("25", "26"), Analysis(), "4")
    assert library.document(str(new)).follows == 1


def _retire_and_revive(library: Library) -> None:
    library.codebook.retire(2)
    library.codebook.retire(2, retired=False)


ACTS: dict[str, Callable[[Library, str], Any]] = {
    "new tag": lambda lib, _f: lib.codebook.new("مياه", "ar"),
    "rename": lambda lib, _f: lib.codebook.rename(1, "الرأي", "ar"),
    "describe": lambda lib, _f: lib.codebook.describe(1, "ما يراه", "ar"),
    "memo of a tag": lambda lib, _f: lib.codebook.remember(1, "للنقاش"),
    "recolor": lambda lib, _f: lib.codebook.recolor(1, 7),
    "slot": lambda lib, _f: lib.codebook.slot(10, 1),
    "move": lambda lib, _f: lib.codebook.move(2, 1),
    "retire": lambda lib, _f: lib.codebook.retire(2),
    "revive": lambda lib, _f: _retire_and_revive(lib),
    "merge tags": lambda lib, _f: lib.codebook.merge(2, 3),
    "read a list": lambda lib, _f: lib.codebook.read(parse_list("المناخ: تغيّره\n  الجفاف\nموقف"), "ar"),
    "annotate": lambda lib, _f: lib.passages.annotate(1, Span(0, 3), [1], "ملاحظة"),
    "tag": lambda lib, _f: lib.passages.toggle_tag(1, Span(0, 3), 1),
    "untag": lambda lib, _f: lib.passages.toggle_tag(1, Span(4, 10), 2),
    "tag places": lambda lib, _f: lib.passages.tag_places([(1, Span(0, 3)), (2, Span(0, 3)), (1, Span(4, 10))], 2),
    "note": lambda lib, _f: lib.passages.note(1, _number(lib, "sara"), "غير ذلك"),
    "take a note off": lambda lib, _f: lib.passages.note(1, _number(lib, "sara", 1), ""),
    "bounds": lambda lib, _f: lib.passages.move(_number(lib, "sara"), Span(4, 12)),
    "bounds of another": lambda lib, _f: lib.passages.move(_number(lib, "sara"), Span(11, 20)),
    "retag": lambda lib, _f: lib.passages.retag([_number(lib, "sara"), _number(lib, "omar")], 2, 5),
    "remove": lambda lib, _f: lib.passages.remove(1, [_number(lib, "sara"), _number(lib, "omar")]),
    "add a document": lambda lib, _f: add(lib, "نص آخر.", Analysis(), "9", "/x/z.txt"),
    "delete a document": lambda lib, _f: lib.document_acts.delete(2, 1),
    "project": lambda lib, _f: lib.document_acts.put_in_project("الأمن", 1, 2),
    "memo of a document": lambda lib, _f: lib.document_acts.remember(1, "عن المنتدى"),
    "coded": lambda lib, _f: lib.document_acts.mark_coded(1, coded=True),
    "carry over": lambda lib, _f: _carry(lib),
    "new attribute": lambda lib, _f: lib.form.new("person", "الصفة", ["رسمي", "خبير"], "ar"),
    "remove attribute": lambda lib, _f: lib.form.remove(1),
    "code": lambda lib, _f: lib.form.set(CodedUnit(1), 2, 4),
    "code anew": lambda lib, _f: lib.form.set(CodedUnit(1, Span(0, 34)), 1, 2),
    "take a code off": lambda lib, _f: lib.form.set(CodedUnit(1, Span(0, 34)), 1, None),
    "join persons": lambda lib, _f: lib.persons.join([(1, 3), (2, 1)], "الوزير", 1),
    "split a person": lambda lib, _f: lib.persons.split(1, 3),
    "merge persons": lambda lib, _f: lib.persons.merge(lib.persons.join([(2, 1)], "وزير"), 1),
    "rename a person": lambda lib, _f: lib.persons.rename(1, "الوزير فلان"),
    "merge": lambda lib, f: merge(lib._connection, _colleague(f), "colleague.db"),
    "settle": lambda lib, _f: _settle(lib),
    "decide a name": lambda lib, f: _decide(lib, f, "incoming", "name.ar"),
    "decide a person": lambda lib, f: _decide(lib, f, "incoming", "person"),
    "decide a speaker": lambda lib, f: _decide_corrected(lib, f, "name"),
    "decide a session": lambda lib, f: _decide_corrected(lib, f, "session"),
    "keep ours": lambda lib, f: _decide(lib, f, "local", "name.ar"),
}  # fmt: skip


def _undo_all(library: Library, until: int) -> int:
    """Undo acts until the log says that as many stand as before; return how many that took."""
    count = 0
    while sum(row.kind == "do" and row.act.state == "done" for row in library.log()) > until:
        assert library.undo(None) is not None
        count += 1
    return count


@pytest.mark.parametrize("name", ACTS)
def test_every_act_is_undone_and_done_again_row_by_row(library: Library, tmp_path: os.PathLike[str], name: str) -> None:
    folder, path = os.fspath(tmp_path), library.path
    standing = sum(row.kind == "do" and row.act.state == "done" for row in library.log())
    before = rows_of(path)
    ACTS[name](library, folder)
    after = rows_of(path)
    hidden = {row[0] for row in after["document"]} - {row[0] for row in before["document"]}
    for row in after["document"]:  # a text is kept for good; undoing hides it
        if row[0] in hidden:
            before["document"].append((*row[:-1],))
    assert after != before
    count = _undo_all(library, standing)
    undone = rows_of(path)
    assert _without(undone, hidden) == _without(before, hidden)
    assert {document.id for document in library.documents()} & hidden == set()
    for _ in range(count):
        assert library.redo(None) is not None
    assert rows_of(path) == after
    library.close()
    with Library(path, "sara") as again:
        assert _undo_all(again, standing) == count
        assert rows_of(path) == undone
        assert again.health() == "ok"
        assert all(row.act.label for row in again.log())


def _without(rows: dict[str, list[tuple[Any, ...]]], documents: set[int]) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows without the documents that are new and what their reading wrote when they were added."""
    own = {"noise", "separator", "article", "session", "speaker", "statement", "topic"}
    kept = {name: [row for row in table if not (name in own and row[1] in documents)] for name, table in rows.items()}
    kept["document"] = [row for row in rows["document"] if row[0] not in documents]
    return kept


def test_an_export_read_back_is_the_same_work(library: Library, tmp_path: os.PathLike[str]) -> None:
    for number in (1, 2):  # as a file of that text would have it
        digest = hashlib.sha256(library.text(number).encode()).hexdigest()
        library._connection.db.execute("UPDATE document SET digest = ? WHERE id = ?", (digest, number))
    items = [library.exported(document) for document in library.documents()]
    text = dump(items, library.shared())
    common, documents = read_json.load(text)
    assert dump(documents, common) == text
    with Library(os.path.join(tmp_path, "new.db"), "sara") as other:
        merge(other._connection, Work(common, documents), "export.json")
        assert [d.digest for d in other.documents()] == [d.digest for d in library.documents()][::-1]
        for document in library.documents():
            there = other.by_digest(document.digest)
            assert there is not None
            assert other.analysis(there.id) == library.analysis(document.id)
            assert [(a.anchor, a.note, a.coder, a.uid) for a in other.annotations(there.id)] == [
                (a.anchor, a.note, a.coder, a.uid) for a in library.annotations(document.id)
            ]
        assert [(c.unit.span, c.coder) for c in other.form.codings()] == [
            (c.unit.span, c.coder) for c in library.form.codings()
        ]
