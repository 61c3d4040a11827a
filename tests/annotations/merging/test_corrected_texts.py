"""A corrected text is added again: annotations find their places and say how surely; the others are kept apart."""

import os

from annotations.library import Library
from annotations.merging.conflicts import open_conflicts
from annotations.values.analysis import Analysis, Article, Speaker, Statement, Topic
from annotations.values.attributes import CodedUnit
from annotations.values.corrections import AddSession, AssignSpeaker, DeleteStatement, RenameSpeaker, RenameTopic
from annotations.values.spans import Span
from reader.sources.add import add_source
from reader.sources.source import Source

OLD = """قال الوزير إن 25 ألف شخص شاركوا في المؤتمر الذي عقد في الدوحة.
وأضاف أن الأمن مستتب في جميع أنحاء البلاد منذ العام الماضي.
وقالت المتحدثة إن الاجتماع المقبل سيعقد في عمّان خلال الشهر المقبل.
"""
NEW = "عاجل\n" + OLD.replace("25 ألف", "26 ألف").replace(
    "وقالت المتحدثة إن الاجتماع المقبل سيعقد في عمّان خلال الشهر المقبل.\n", ""
)


def _source(text: str, path: str = "/x/report.txt") -> Source:
    return Source(text.encode(), path, "report")


def test_annotations_find_their_places_in_a_corrected_text(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "sara") as library:
        old = add_source(library, _source(OLD)).id
        kept = OLD.index("الأمن مستتب")
        changed = OLD.index("25 ألف شخص")
        lost = OLD.index("الاجتماع المقبل")
        for start, length in ((kept, 11), (changed, 10), (lost, 15)):
            library.passages.annotate(old, Span(start, start + length), [1])
        library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
        library.form.set(CodedUnit(old), 1, 1)
        new = add_source(library, _source(NEW))
        assert new.follows == old
        assert [document.id for document in library.documents()] == [new.id]
        found = {a.anchor.quote: a.placed for a in library.annotations(new.id)}
        assert found == {"الأمن مستتب": "moved", "26 ألف شخص": "guessed"}
        assert all(a.anchor.span.cut(NEW) == a.anchor.quote for a in library.annotations(new.id))
        (orphan,) = library.orphans(new.id)
        assert (orphan.anchor.quote, orphan.placed) == ("الاجتماع المقبل", "lost")
        assert [coding.unit.document for coding in library.form.codings()] == [new.id]
        library.passages.move(orphan.id, Span(0, 4))
        assert library.orphans(new.id) == []
        library.undo(None)
        library.undo(None)
        assert [document.id for document in library.documents()] == [old]
        assert [a.placed for a in library.annotations(old)] == [""] * 3


SPEECH = """بدأت الجلسة الأولى صباح اليوم في الدوحة بحضور عدد كبير من الخبراء.
قال الوزير أحمد علي إن 25 ألف شخص شاركوا في المؤتمر الذي عقد في الدوحة.
وأضاف أن الأمن مستتب في جميع أنحاء البلاد منذ العام الماضي.
وقالت المتحدثة هند سالم إن الاجتماع المقبل سيعقد في عمّان خلال الشهر المقبل.
وذكر بيان أن الطرق فتحت مساء أمس بعد إغلاق دام ثلاثة أيام متتالية في المدينة.
"""
PLACES = [Span(at, at + len(part)) for part in SPEECH.splitlines() for at in [SPEECH.index(part)]]


def moved(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def speech(library: Library) -> int:
    """Add the speech with a reading of our own and put much of it right; return its id."""
    analysis = Analysis(
        articles=(Article(Span(0, len(SPEECH))),),
        speakers=(
            Speaker(1, "أحمد علي", "person", mentions=(moved(SPEECH, "أحمد علي"),)),
            Speaker(2, "هند سالم", "person", mentions=(moved(SPEECH, "هند سالم"),)),
        ),
        statements=(Statement(PLACES[1], 1, "paraphrase"), Statement(PLACES[3], 2, "paraphrase")),
        topics=(Topic("الأمن", (moved(SPEECH, "الأمن"),)),),
    )
    facts = {"name": "s", "path": "/x/s.txt", "title": "t", "direction": "R", "digest": "1", "encoding": "utf-8"}
    number = library.add(SPEECH, analysis, **facts).id
    library.correct(number, RenameSpeaker(1, "أحمد بن علي"))
    library.correct(number, AssignSpeaker(PLACES[2], 1))
    library.correct(number, DeleteStatement(PLACES[3], 2))
    library.correct(number, AssignSpeaker(PLACES[4], 2))
    library.correct(number, AddSession(Span(PLACES[0].start, PLACES[3].end), "الأولى"))
    library.correct(number, RenameTopic("الأمن", "الأمن العام"))
    return number


def _by_hand(library: Library, document: int) -> list[Span]:
    return [s.span for s in library.analysis(document).statements if s.origin == "user"]


def test_corrections_find_their_places_in_a_corrected_text(tmp_path: os.PathLike[str]) -> None:
    after = "عاجل\n" + SPEECH.replace("25 ألف", "26 ألفا و").replace(SPEECH.splitlines()[4], "وانتهت الجلسة.")
    with Library(os.path.join(tmp_path, "l.db"), "sara") as library:
        old = speech(library)
        before = library.analysis(old)
        new = add_source(library, _source(after, "/x/s.txt"))
        assert new.follows == old
        found = library.analysis(new.id)
        called = {speaker.id: speaker.name for speaker in found.speakers}
        said = {(s.span.cut(after), called[s.speaker]) for s in found.statements if s.origin == "user"}
        lines = after.splitlines()
        assert "أحمد بن علي" in called.values()
        assert "أحمد علي" not in called.values()
        assert said == {(lines[3], "أحمد بن علي")}
        assert not [s for s in found.statements if s.span.meets(moved(after, lines[4]))]
        (session,) = [s for s in found.sessions if s.origin == "user"]
        assert (session.label, session.span) == ("الأولى", Span(after.index(lines[1]), moved(after, lines[4]).end))
        assert "الأمن العام" in [topic.text for topic in found.topics]
        assert open_conflicts(library._connection) == []
        assert (
            library.document_acts.corrections_brought(new.id)[1] == 1
        )  # what the statement said is gone from the text
        library.undo(None)
        assert [document.id for document in library.documents()] == [old]
        assert library.analysis(old) == before
        assert [s for s in library.analysis(new.id).statements if s.origin == "user"] == []
        again = add_source(library, _source(after, "/x/s.txt"))
        assert (again.id, [s.cut(after) for s in _by_hand(library, again.id)]) == (new.id, [lines[3]])


def test_another_text_under_the_same_name_is_another_document(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "sara") as library:
        old = add_source(library, _source(OLD)).id
        other = add_source(library, _source("نص آخر لا صلة له بما سبق.\nوفيه سطران.\n"))
        assert other.follows == 0
        assert {document.id for document in library.documents()} == {old, other.id}
