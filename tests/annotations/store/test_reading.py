"""What is read from the library: documents and their versions, stretches, analyses, annotations and tags."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import DocumentAmbiguous, UnknownDocument
from annotations.library import Library
from annotations.store import analysis_rows, annotation_rows, codebook_rows, document_rows, log_rows, new_document
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections import RenameSpeaker
from annotations.values.model import Document, ReadingPlace
from annotations.values.spans import Span

TEXT = "قال أحمد: 😀 نَعَم.\nوقالت هند: لا.\n" * 3
FACTS = {"title": "نص", "direction": "R", "encoding": "utf-8"}
FULL = Analysis(
    (Noise(Span(0, 3), "clock"), Noise(Span(60, 64), "marks", "user")),
    (
        Article(Span(0, 30), Span(0, 9), (Span(4, 9), Span(10, 12)), (Span(0, 3),), "قنا", "الدوحة", "أمس", "هند", "2024-02-29", "1445-08-19", "agree", (Span(20, 22),)),
        Article(Span(31, 70)),
    ),
    (Session(1, Span(0, 20), "أولى", None, "closing", ("الأمن", "المياه"), "user"), Session(2, Span(20, 40), "", Span(20, 25))),
    (
        Speaker(2, "أحمد", "person", "وزير", "معالي", (Span(4, 8), Span(39, 43)), "الوزارة", "m"),
        Speaker(5, "هند", "unnamed", gender="f", origin="user"),
    ),
    (
        Statement(Span(0, 18), 2, "quotation", Span(0, 3), "likely", "surname", "warn", 5, "user"),
        Statement(Span(19, 33), 5, "topic", act="topic"),
    ),
    (Topic("الأمن", (Span(1, 3), Span(9, 12)), "user"), Topic("المياه")),
    (Span(30, 31),),
)  # fmt: skip


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:", "هند") as opened:
        yield opened


def add(library: Library, digest: str, *, name: str = "report", path: str = "", text: str = TEXT) -> Document:
    return library.add(text, FULL, name=name, path=path, digest=digest, **FACTS)


def ids(documents: list[Document]) -> list[int]:
    return [document.id for document in documents]


def test_an_analysis_with_every_field_comes_back(library: Library) -> None:
    one, other = add(library, "1"), library.add("آخر", Analysis(), name="o", path="", digest="2", **FACTS)
    db = library._connection.db
    assert analysis_rows.analysis(db, one.id) == FULL
    assert analysis_rows.analysis(db, other.id) == analysis_rows.analysis(db, 99) == Analysis()


def test_a_relay_that_is_no_speaker_any_more_relays_nothing(library: Library) -> None:
    document, db = add(library, "1").id, library._connection.db
    db.execute("UPDATE speaker SET gone = 1 WHERE number = 5")
    found = analysis_rows.analysis(db, document)
    assert [speaker.id for speaker in found.speakers] == [2]
    assert [statement.via for statement in found.statements if statement.speaker == 2] == [0]


@given(st.integers(-3, 75), st.integers(-3, 75), st.integers(1, 30))
def test_a_stretch_is_a_slice_of_the_text_whatever_its_blocks(start: int, end: int, size: int) -> None:
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    db.execute("CREATE TABLE block (document, number, start, text)")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(new_document, "BLOCK", size)
        for number, (at, _bytes, part) in enumerate(new_document.blocks(TEXT)):
            db.execute("INSERT INTO block VALUES (1, ?, ?, ?)", (number, at, part))
    assert document_rows.stretch(db, 1, start, end) == TEXT[max(0, start) : max(0, end)]
    assert document_rows.stretch(db, 2, start, end) == ""
    assert document_rows.text(db, 1) == TEXT
    db.close()


def test_documents_are_found_by_name_path_number_or_digest(library: Library) -> None:
    one, two, three = add(library, "a", path="/x/1"), add(library, "b", path="/x/2"), add(library, "c", name="1")
    db = library._connection.db
    for name, found in (("/x/1", one), ("2", two), ("3", three), ("id:1", one), ("name:1", three), ("path:/x/2", two)):
        assert document_rows.document_named(db, name) == found
    assert document_rows.document_by_digest(db, "a") == one
    assert document_rows.document_by_digest(db, "A") is None
    for name in ("Report", "99", "/x"):
        with pytest.raises(UnknownDocument, match=name):
            document_rows.document_named(db, name)
    for name, numbers in (("report", "id:1, id:2"), ("name:report", "id:1, id:2"), ("1", "id:1, id:3")):
        with pytest.raises(DocumentAmbiguous, match=numbers):
            document_rows.document_named(db, name)
    for name in ("id:", "id:x", "id:-1", "name:2", "path:report"):
        with pytest.raises(UnknownDocument):
            document_rows.document_named(db, name)
    assert (document_rows.length(db, one.id), document_rows.length(db, 99)) == (len(TEXT), 0)


def test_a_deleted_document_is_found_by_its_id_alone(library: Library) -> None:
    one, two = add(library, "a"), add(library, "b", name="other")
    library.document_acts.delete(two.id)
    db = library._connection.db
    assert ids(document_rows.documents(db)) == [one.id]
    assert document_rows.document_by_digest(db, "b") is None
    with pytest.raises(UnknownDocument):
        document_rows.document_named(db, "other")
    assert document_rows.document_of(db, two.id) == document_rows.version(db, two.id) == two
    for read in (document_rows.document_of, document_rows.version):
        with pytest.raises(UnknownDocument, match="99"):
            read(db, 99)


def test_a_hidden_version_leads_to_the_one_shown(library: Library) -> None:
    old = add(library, "a", path="/x")
    new = add(library, "b", path="/x", text=TEXT + "زيادة")
    db = library._connection.db
    assert ids(document_rows.documents(db)) == [new.id]
    assert [document_rows.version(db, number).id for number in (old.id, new.id)] == [new.id, new.id]
    library.undo(None)
    assert [document_rows.version(db, number).id for number in (old.id, new.id)] == [old.id, old.id]


def test_documents_are_sorted_by_when_they_were_opened_then_latest_first(library: Library) -> None:
    numbers = [add(library, digest).id for digest in "abc"]
    db = library._connection.db
    assert ids(document_rows.documents(db)) == numbers[::-1]
    for number in (numbers[1], numbers[0]):
        document_rows.keep_place(db, number, ReadingPlace())
    assert ids(document_rows.documents(db)) == [numbers[0], numbers[1], numbers[2]]


def test_annotations_come_in_text_order_with_tags_in_codebook_order(library: Library) -> None:
    document, other = add(library, "a").id, add(library, "b").id
    library.passages.annotate(other, Span(0, 2), [1])
    made = [library.passages.annotate(document, Span(*span), [3, 1], "نص").id for span in ((9, 12), (4, 9), (4, 8))]
    db = library._connection.db
    found = annotation_rows.annotations(db, document)
    assert [a.id for a in found] == made[::-1]
    assert {(a.tags, a.note, a.coder, a.placed) for a in found} == {((1, 3), "نص", "هند", "")}
    db.execute("UPDATE annotation SET placed = 'lost' WHERE id = ?", (made[0],))
    assert [a.id for a in annotation_rows.annotations(db, document)] == [made[2], made[1]]
    assert [a.id for a in annotation_rows.orphans(db, document)] == [made[0]]
    assert [a.id for a in annotation_rows.annotations_by_id(db, [made[0], 99, made[2]])] == [made[2], made[0]]
    assert annotation_rows.annotations_by_id(db, []) == []


def test_more_annotations_are_read_by_id_than_one_query_takes(library: Library) -> None:
    document, db = add(library, "a").id, library._connection.db
    db.executemany(
        'INSERT INTO annotation (id, document, start, "end", quote, prefix, suffix, note, coder, created, changed) '
        "VALUES (?, ?, 0, 1, '', '', '', '', 1, '', '')",
        [(number, document) for number in range(1, 1002)],
    )
    assert [a.id for a in annotation_rows.annotations_by_id(db, range(1, 1002))] == list(range(1, 1002))


def test_coders_are_those_who_annotated_or_coded(library: Library) -> None:
    add(library, "a")
    db = library._connection.db
    for name in ("سالم", "غائب"):
        annotation_rows.coder_id(db, name)
    assert annotation_rows.coders(db) == []
    library.passages.annotate(1, Span(0, 2), [1])
    db.execute("INSERT INTO coding (attribute, value, coder, document) VALUES (1, 1, 2, 1)")
    assert annotation_rows.coders(db) == ["سالم", "هند"]


def test_tags_with_a_key_come_first_and_merged_ones_not_at_all(library: Library) -> None:
    tag = library.codebook.new("مياه", "ar")
    library.codebook.slot(tag.id, 1)
    library.codebook.retire(2)
    library.codebook.merge(3, 4)
    found = codebook_rows.tags(library._connection.db)
    assert [tag.slot for tag in found] == [1, 4, 5, 6, 7, 8, 9, None, None]
    assert [tag.id for tag in found] == [10, 4, 5, 6, 7, 8, 9, 1, 2]
    assert [tag.id for tag in found if tag.retired is True] == [2]


def test_the_last_correction_is_that_of_the_document_or_of_all(library: Library) -> None:
    one, two = add(library, "a").id, add(library, "b").id
    db = library._connection.db
    assert log_rows.last_correction(db, one) == 0
    library.correct(one, RenameSpeaker(2, "أحمد سالم"))
    corrected = log_rows.last_act(db)
    library.passages.annotate(one, Span(0, 2), [1])
    assert (log_rows.last_correction(db, one), log_rows.last_correction(db, two)) == (corrected, 0)
    library.undo(one)
    library.undo(one)
    assert log_rows.last_correction(db, one) == log_rows.last_act(db)  # undoing changed the analysis too
    with library._connection.act("merge"):
        pass
    assert log_rows.last_correction(db, one) == log_rows.last_correction(db, two) == log_rows.last_act(db)
