"""A large text is analysed stretch by stretch: nothing is lost or doubled, whenever the writer is stopped."""

import sqlite3
from collections.abc import Iterator

import pytest

from annotations.store import (
    analysis_rows,
    document_rows,
    layout_rows,
    new_document,
    open_file,
    stretch_rows,
    stretch_writer,
    word_index,
)
from annotations.store import transaction as transaction_module
from annotations.store.stretch_writer import clear_stretches, write_stretch
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.long_text import BLOCK
from annotations.values.spans import Span

HALF = 200
TEXT = ("س" * 19 + "\n") * 20
FACTS = {"name": "n", "path": "/n", "title": "n", "direction": "R", "digest": "d", "encoding": "utf-8"}


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = open_file.connect(":memory:")
    yield connection
    connection.close()


def stored(db: sqlite3.Connection, text: str = TEXT) -> int:
    parts = [text[at : at + BLOCK] for at in range(0, len(text), BLOCK)]
    document = new_document.write_large(db, parts, FACTS)
    document_rows.set_documents(db, [document], gone=0)
    return document


def found_in(start: int, *names: str) -> Analysis:
    """Return an analysis of a stretch of 200 from `start`: each name says one thing, and one thing too far."""
    speakers = tuple(Speaker(n, name, mentions=(Span(start + n, start + n + 1),)) for n, name in enumerate(names, 1))
    said = tuple(Statement(Span(start + 10 * n, start + 10 * n + 5), n, "paraphrase") for n in range(1, len(names) + 1))
    beyond = Statement(Span(start + HALF, start + HALF + 5), 1, "paraphrase")
    return Analysis(
        (Noise(Span(start, start + 2), "share"),), (Article(Span(start, start + HALF), Span(start + 2, start + 9)),),
        (Session(1, Span(start + 20, start + 60), f"جلسة {start}"),), speakers, (*said, beyond),
        (Topic("أمن", (Span(start + 30, start + 33), Span(start + HALF + 1, start + HALF + 4))),),
        (Span(start + 9, start + 10),),
    )  # fmt: skip


def write(db: sqlite3.Connection, document: int, start: int, *names: str) -> bool:
    span = Span(start, start + HALF)
    return write_stretch(db, document, span, TEXT[start : start + HALF], found_in(start, *names))


def test_stretches_make_one_analysis_with_each_speaker_and_topic_once(db: sqlite3.Connection) -> None:
    document = stored(db)
    assert document_rows.text(db, document) == TEXT
    assert stretch_rows.analysed_to(db, document) == 0
    assert write(db, document, 0, "ليلى", "عمر")
    assert write(db, document, HALF, "عمر", "سالم")
    assert stretch_rows.analysed_to(db, document) == 2 * HALF
    found = analysis_rows.analysis(db, document)
    assert [speaker.name for speaker in found.speakers] == ["ليلى", "عمر", "سالم"]
    assert [len(speaker.mentions) for speaker in found.speakers] == [1, 2, 1]
    numbers = {speaker.id: speaker.name for speaker in found.speakers}
    assert [(one.span.start, numbers[one.speaker]) for one in found.statements] == [
        (10, "ليلى"), (20, "عمر"), (210, "عمر"), (220, "سالم"),
    ]  # fmt: skip
    assert [(topic.text, topic.places) for topic in found.topics] == [("أمن", (Span(30, 33), Span(230, 233)))]
    assert [session.number for session in found.sessions] == [1, 2]
    assert len(found.noise) == len(found.articles) == len(found.separators) == 2
    assert len(word_index.search(db, ["س" * 19])) == 20


def test_only_the_next_stretch_is_written(db: sqlite3.Connection) -> None:
    document = stored(db)
    assert not write(db, document, HALF, "عمر")
    assert write(db, document, 0, "عمر")
    assert not write(db, document, 0, "عمر")
    assert len(analysis_rows.analysis(db, document).statements) == 1


@pytest.mark.parametrize("stopped", range(1, 8))
def test_a_writer_that_is_stopped_anywhere_leaves_nothing_behind(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, stopped: int
) -> None:
    monkeypatch.setattr(stretch_writer, "_AT_ONCE", 1)
    document = stored(db)
    write(db, document, 0, "ليلى", "عمر")
    count = 0
    real = transaction_module.transaction

    def transaction(connection: sqlite3.Connection) -> object:
        nonlocal count
        count += 1
        if count > stopped:
            raise KeyboardInterrupt
        return real(connection)

    monkeypatch.setattr(stretch_writer, "transaction", transaction)
    with pytest.raises(KeyboardInterrupt):
        write(db, document, HALF, "عمر", "سالم")
    monkeypatch.setattr(stretch_writer, "transaction", real)
    assert stretch_rows.analysed_to(db, document) == HALF
    assert write(db, document, HALF, "عمر", "سالم")
    whole = open_file.connect(":memory:")
    assert write(whole, stored(whole), 0, "ليلى", "عمر")
    assert write(whole, document, HALF, "عمر", "سالم")
    assert analysis_rows.analysis(db, document) == analysis_rows.analysis(whole, document)
    whole.close()


def test_what_a_person_corrected_stays_and_nothing_is_laid_over_it(db: sqlite3.Connection) -> None:
    document = stored(db)
    write(db, document, 0, "ليلى", "عمر")
    db.execute("UPDATE session SET label = 'بيد', origin = 'user' WHERE document = ?", (document,))
    db.execute("UPDATE noise SET gone = 1, origin = 'user' WHERE document = ?", (document,))
    clear_stretches(db, document)
    assert stretch_rows.analysed_to(db, document) == 0
    assert write(db, document, 0, "ليلى", "عمر")
    found = analysis_rows.analysis(db, document)
    assert [session.label for session in found.sessions] == ["بيد"]
    assert found.noise == ()
    assert len(found.statements) == 2
    assert len(word_index.search(db, ["س" * 19])) == 10  # not indexed twice


def test_a_stretch_is_found_by_what_it_holds(db: sqlite3.Connection) -> None:
    document = stored(db)
    assert stretch_rows.stretch_at(db, document, 5) == Span(0, 0)
    write(db, document, 0, "ليلى")
    assert [stretch_rows.stretch_at(db, document, at) for at in (-1, 0, 199, 200, 999)] == [
        Span(0, 200), Span(0, 200), Span(0, 200), Span(200, 200), Span(200, 200),
    ]  # fmt: skip
    other = new_document.add_document(db, "نص", Analysis(), {**FACTS, "digest": "e"})
    assert stretch_rows.analysed_to(db, other) is None
    assert stretch_rows.stretch_at(db, other, 0) is None


def test_the_analysis_of_a_stretch_is_what_of_the_whole_begins_there(db: sqlite3.Connection) -> None:
    document = stored(db)
    write(db, document, 0, "ليلى", "عمر")
    write(db, document, HALF, "عمر", "سالم")
    whole, second = analysis_rows.analysis(db, document), Span(HALF, 2 * HALF)
    found = analysis_rows.analysis_within(db, document, second, layout_rows.layout_near(db, document, *second))
    assert found.statements == tuple(one for one in whole.statements if second.holds(one.span.start))
    assert [speaker.name for speaker in found.speakers] == ["عمر", "سالم"]
    assert found.speakers[0].mentions == (Span(201, 202),)
    assert [topic.places for topic in found.topics] == [(Span(230, 233),)]
    assert found.sessions[-1] == whole.sessions[1]
