"""Every question of the store is answered by an index: no statement scans a table that grows with the library."""

import os
import re
import sqlite3
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.merging.conflicts import open_conflicts, place_of
from annotations.questions.counts import KINDS, counts
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.attributes import CodedUnit
from annotations.values.corrections import (
    AddNoise,
    AddSession,
    AddTopic,
    AssignSpeaker,
    DeleteStatement,
    MergeSpeakers,
    RenameSpeaker,
    RenameTopic,
)
from annotations.values.filters import AnnotationFilter, StatementFilter
from annotations.values.model import ReadingPlace
from annotations.values.spans import Span

pytestmark = pytest.mark.slow

TEXTS, ANNOTATIONS = 1_000, 100_000
LINE = "قال الوزير إن الأمن مستتب في البلاد كلها اليوم."
TEXT = "\n".join([LINE] * 12)
ANALYSIS = Analysis(
    noise=(Noise(Span(0, 10), "clock"),),
    articles=(Article(Span(48, len(TEXT)), Span(48, 60), (Span(61, 70),), agency="قنا", day="2024-03-03"),),
    sessions=(Session(1, Span(96, 200), "الأولى"), Session(2, Span(201, 400), "الثانية")),
    speakers=(
        Speaker(1, "الوزير", mentions=(Span(4, 10),)),
        Speaker(2, "المتحدثون", "group"),
        Speaker(3, "ليلى منصور"),
    ),
    statements=(Statement(Span(100, 140), 1, "paraphrase"), Statement(Span(210, 260), 3, "quotation")),
    topics=(Topic("الأمن", (Span(14, 19), Span(62, 67))), Topic("البلاد", (Span(28, 34),))),
    separators=(Span(47, 48),),
)
GROWING = {
    "document", "block", "paragraph", "noise", "separator", "article", "article_line", "session", "speaker", "mention",
    "statement", "topic", "topic_place", "annotation", "annotation_tag", "act", "change", "coding", "person_speaker",
    "person", "conflict", "place",
}  # fmt: skip
# what asks about the whole library, and so reads all of it; each with its reason
WHOLE_LIBRARY = {
    "SELECT id, name, path, title": "the list of documents, and one by its name",
    "SELECT act.id AS id, label": "the log, from its end, as far as is wanted",
}


class Watched(Library):
    """A library that records the statements it runs."""

    def __init__(self, path: str, coder: str) -> None:
        """Open the library and start recording."""
        super().__init__(path, coder)
        self.seen: set[str] = set()
        self._connection.db.set_trace_callback(self.seen.add)


def facts(number: int) -> dict[str, str]:
    """Return the facts of a document."""
    return {
        "name": f"t{number}", "path": f"/x/{number}.txt", "title": f"تقرير {number}", "direction": "R",
        "digest": f"d{number}", "encoding": "utf-8",
    }  # fmt: skip


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a library of a thousand texts with a hundred thousand annotations."""
    path = os.path.join(tmp_path_factory.mktemp("plans"), "large.db")
    with Library(path, "sara") as library:
        library._connection.db.execute("PRAGMA synchronous = OFF")
        for number in range(TEXTS):
            library.add(f"{TEXT}\n{number}", ANALYSIS, **facts(number))
    db = sqlite3.connect(path)
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        'INSERT INTO annotation (id, document, start, "end", quote, prefix, suffix, note, coder, created, changed, uid, placed) '
        "SELECT i, i % ? + 1, i % 500, i % 500 + 9, 'قال', '', '', '', 1, '2026', '2026', 'u' || i, '' FROM n",
        (ANNOTATIONS, TEXTS),
    )
    db.execute("INSERT INTO annotation_tag (annotation, tag) SELECT id, id % 9 + 1 FROM annotation")
    db.commit()
    db.close()
    return path


def ask_everything(library: Library, one: int) -> None:
    """Ask everything that can be asked, of one document of the library."""
    library.documents()
    library.document(str(one))
    library.version(one)
    library.by_digest("d6")
    library.text(one)
    library.analysis(one)
    library.place(one)
    library.annotations(one)
    library.orphans(one)
    library.stretch(one, 10, 30)
    library.annotations_by_id([1, 2, 3])
    library.coders()
    library.search(["الامن"])
    library.documents_with(["الامن"])
    library.log(one, 5)
    library.log(None, 5)
    library.last_act()
    library.last_correction(one)
    library.annotations_touched(1)
    library.tags_before()
    library.keep_place(one, ReadingPlace(10, 12))
    library.codebook.tags()
    library.codebook.uses()
    library.codebook.examples()
    library.form.codings(one)
    library.form.set_on(CodedUnit(one))
    library.corrections(one)
    for kind in KINDS:
        counts(library._connection, kind, one)
    library.listing.annotation_ids(AnnotationFilter(document=one, tags=frozenset((1, 2)), speaker="الوزير", session=1))
    library.listing.statements(StatementFilter(document=one, tag=1, topic="الأمن"))
    library.neither_taken(one, "sara + omar")
    for conflict in open_conflicts(library._connection):
        place_of(library._connection, conflict)


def annotate_and_code(library: Library, one: int) -> None:
    """Do an act of every kind on annotations, tags, the form and persons."""
    annotation = library.passages.annotate(one, Span(3, 30), [1], "ملاحظة")
    library.passages.toggle_tag(one, Span(3, 30), 2)
    library.passages.move(annotation.id, Span(4, 31))
    library.passages.note(one, annotation.id, "أخرى")
    library.passages.retag([annotation.id], 1, 3)
    library.passages.tag_places([(one, Span(40, 50)), (8, Span(1, 9))], 2)
    library.passages.remove(one, [annotation.id])
    library.codebook.new("مياه", "ar")
    library.codebook.rename(1, "رأي", "ar")
    library.codebook.slot(2, 9)
    library.codebook.merge(3, 4)
    attribute = library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
    library.form.set(CodedUnit(one), attribute.id, attribute.values[0].id)
    library.persons.join([(one, 1), (8, 1)], "الوزير")
    library.persons.split(9, 1)
    library.persons.rename(1, "وزير")


def correct_and_undo(library: Library, one: int) -> None:
    """Correct the analysis, undo and redo, and do what is done to whole documents."""
    for correction in (
        RenameSpeaker(1, "وزير الأمن"), AssignSpeaker(Span(300, 320), 1), DeleteStatement(Span(210, 260), 3),
        MergeSpeakers(3, 1), AddSession(Span(401, 450), "ثالثة"), AddTopic("اليوم", (Span(40, 45),)),
        RenameTopic("البلاد", "بلاد"), AddNoise(Span(500, 510)),
    ):  # fmt: skip
        library.correct(one, correction)
    library.reanalyse(one, ANALYSIS)
    library.undo(one)
    library.redo(one)
    library.undo(None)
    library.document_acts.put_in_project("مشروع", one)
    library.document_acts.remember(one, "م")
    library.document_acts.mark_coded(one, coded=True)
    library.document_acts.delete(11)
    library.add(f"{TEXT}\nمعدل", ANALYSIS, **{**facts(6), "digest": "new"})


def scans(db: sqlite3.Connection, statements: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the scans of growing tables in the plans of statements: the plan's line, the statement."""
    for sql in sorted(statements):
        if not re.match(r"(SELECT|UPDATE|DELETE|INSERT|WITH)\b", sql) or "words MATCH" in sql:
            continue
        for row in db.execute(f"EXPLAIN QUERY PLAN {sql}"):
            found = re.match(r"SCAN (\w+)", row[3])
            if found and found[1] in GROWING and "USING" not in row[3]:
                yield row[3], sql


def test_no_statement_about_one_document_scans_a_growing_table(large: str) -> None:
    with Watched(large, "omar") as library:
        ask_everything(library, 7)
        annotate_and_code(library, 7)
        correct_and_undo(library, 7)
        seen = set(library.seen)
        library._connection.db.set_trace_callback(None)
        found = [
            (line, sql) for line, sql in scans(library._connection.db, seen)
            if not any(sql.startswith(start) for start in WHOLE_LIBRARY)
        ]  # fmt: skip
    assert len(seen) > 150
    assert found == []
