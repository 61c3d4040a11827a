"""The library as a notebook uses it: documents, annotations, corrections, the index, the log, and all of it as work."""

import os
import sqlite3
import threading
from collections.abc import Iterator

import pytest

from annotations.errors import AnnotationGone, LibraryReadOnly, NoteChanged, SpanError, UnknownDocument
from annotations.library import Library, sqlite_version
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.attributes import CodedUnit, Coding
from annotations.values.codebook import starter_rows
from annotations.values.corrections import AddNoise, BoundStatement, RenameSpeaker
from annotations.values.corrections_made import Corrections
from annotations.values.model import Document, DocumentParagraph, ReadingPlace
from annotations.values.spans import Span
from annotations.values.work import Exported, Shared, Work

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


def test_a_new_library_has_the_starter_codebook_and_nothing_else(library: Library) -> None:
    names = [(str(tag.slot), tag.names.exactly("ar"), tag.names.exactly("en")) for tag in library.codebook.tags()]
    assert names == [(row["slot"], row["name_ar"], row["name_en"]) for row in starter_rows()]
    assert (library.documents(), library.coders(), library.log(), library.last_act()) == ([], [], [], 0)
    assert (library.health(), library.coder_name) == ("ok", "sara")


def test_a_document_is_found_and_read_in_part(library: Library) -> None:
    document = add(library)
    other = add(library, "2")
    assert library.document("/x/1.txt") == library.by_digest("1") == library.version(document.id) == document
    assert library.by_digest("9") is None
    with pytest.raises(UnknownDocument):
        library.document("nothing")
    start = TEXT.index("😀")
    assert library.stretch(document.id, start, start + 8) == TEXT[start : start + 8]
    assert library.stretch(document.id, -5, 10_000) == TEXT
    second = DocumentParagraph(document.id, Span(TEXT.index("\n") + 1, len(TEXT)))
    assert library.search(["الامن"]) == [second, second._replace(document=other.id)]
    assert library.search(["الامن"], 1) == [second]
    assert (library.documents_with(["ام"]), library.documents_with(["الام"], beginnings=True)) == ([], [1, 2])


def test_annotations_are_read_by_id_and_without_a_position(library: Library) -> None:
    document = add(library).id
    one, two = (library.passages.annotate(document, Span(0, end), [1], "نص").id for end in (3, 4))
    library._connection.db.execute("UPDATE annotation SET placed = 'lost' WHERE id = ?", (two,))
    assert [a.id for a in library.annotations_by_id([two, one, 9])] == [one, two]
    assert [[a.id for a in found] for found in (library.annotations(document), library.orphans(document))] == [
        [one],
        [two],
    ]
    assert library.coders() == ["sara"]


def test_a_correction_is_one_act_that_reanalysis_preserves_and_undo_takes_back(library: Library) -> None:
    document = add(library).id
    assert (library.corrections(document), library.last_correction(document)) == (Corrections(), 0)
    library.correct(document, RenameSpeaker(3, "وزير الأمن"))
    corrected = library.last_act()
    assert library.last_correction(document) == corrected
    assert [one.value.name for one in library.corrections(document).speakers] == ["وزير الأمن"]
    library.reanalyse(document, ANALYSIS)
    assert [speaker.name for speaker in library.analysis(document).speakers] == ["وزير الأمن"]
    assert [row.act.label for row in library.log(document, 2)] == ["correct:parse again", "correct:rename speaker"]
    for _ in range(2):
        assert library.undo(document) is not None
    assert library.analysis(document) == ANALYSIS
    assert library.redo(document) is not None
    assert library.analysis(document).speakers[0].name == "وزير الأمن"


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 2), Span(50, len(TEXT) + 1)])
def test_a_correction_outside_the_text_is_refused_and_nothing_written(library: Library, span: Span) -> None:
    document = add(library).id
    acts = library.last_act()
    for correction in (AddNoise(span), BoundStatement(Span(0, 34), 3, span)):
        with pytest.raises(SpanError):
            library.correct(document, correction)
    assert (library.analysis(document), library.last_act()) == (ANALYSIS, acts)


def test_the_log_names_what_was_touched_and_how_tags_were_called(library: Library) -> None:
    document = add(library).id
    since = library.last_act()
    made = library.passages.annotate(document, Span(0, 3), [1])
    library.codebook.rename(1, "رأي", "ar")
    assert library.annotations_touched(since) == {made.id}
    assert library.annotations_touched(library.last_act()) == set()
    assert [(act, tag.names.exactly("ar")) for act, tag in library.tags_before()[1]] == [(library.last_act(), "موقف")]
    assert [row.act.label for row in library.log()] == ["tag rename", "annotate", "documents:add"]
    for label in ("tag rename", "annotate", "documents:add"):
        act = library.undo(None)
        assert act is not None
        assert act.label == label
    assert library.undo(None) is None
    assert library.documents() == []


def test_the_whole_work_is_what_its_parts_are(library: Library) -> None:
    one, two = add(library, "1"), add(library, "2")
    marked = library.passages.annotate(one.id, Span(4, 10), [2], "ملاحظة")
    lost = library.passages.annotate(one.id, Span(0, 3), [1])
    library._connection.db.execute("UPDATE annotation SET placed = 'lost' WHERE id = ?", (lost.id,))
    kind = library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
    role = library.form.new("person", "الصفة", ["رسمي", "خبير"], "ar")
    person = library.persons.join([(one.id, 3)], "الوزير")
    units = (CodedUnit(one.id), CodedUnit(person=person))
    for unit, attribute in zip(units, (kind, role), strict=True):
        library.form.set(unit, attribute.id, attribute.values[1].id)
    of_document, of_person = (
        Coding(unit, attribute.id, attribute.values[1].id, "sara")
        for unit, attribute in zip(units, (kind, role), strict=True)
    )
    shared = Shared(tuple(library.codebook.tags()), (kind, role), tuple(library.persons.all()), (of_person,))
    first = Exported(one, TEXT, ANALYSIS, (marked, lost._replace(placed="lost")), (of_document,))
    assert library.exported(one) == first
    assert library.shared() == shared
    assert library.work() == Work(shared, (Exported(two, TEXT, ANALYSIS, ()), first))
    assert [speaker.name for found in shared.persons for speaker in found.speakers] == ["الوزير"]


def test_a_library_opened_for_reading_shows_everything_and_refuses_acts(library: Library) -> None:
    document = add(library).id
    library.passages.annotate(document, Span(0, 3), [1])
    with Library(library.path, "omar", read_only=True) as reading:
        assert reading.work() == library.work()
        with pytest.raises(LibraryReadOnly):
            reading.passages.annotate(document, Span(0, 3), [2])
        with pytest.raises(LibraryReadOnly):
            reading.keep_place(document, ReadingPlace(1, 1))
    assert len(library.annotations(document)) == 1


def test_rows_that_refer_to_nothing_are_reported(library: Library) -> None:
    add(library)
    db = sqlite3.connect(library.path)
    db.execute('INSERT INTO mention (speaker, start, "end") VALUES (99, 0, 1)')
    db.commit()
    db.close()
    assert library.health() != "ok"


def test_a_closed_library_can_be_opened_again_and_tells_its_engine(library: Library) -> None:
    document = add(library)
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library._connection.db.execute("SELECT 1")
    with Library(library.path, "omar") as again:
        assert again.documents() == [document]
        assert sqlite_version() == again._connection.db.execute("SELECT sqlite_version()").fetchone()[0]
