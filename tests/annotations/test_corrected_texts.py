"""A corrected text is added again: annotations find their places and say how surely; the others are kept apart."""

import os

from annotations.attributes import Unit
from annotations.spans import Span
from annotations.store import Library
from reader.sources import Source, add_source

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
        library.form.set(Unit(old), 1, 1)
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
        library.undo(new.id)
        library.undo(new.id)
        assert [document.id for document in library.documents()] == [new.id, old]
        assert [a.placed for a in library.annotations(old)] == [""] * 3


def test_another_text_under_the_same_name_is_another_document(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "sara") as library:
        old = add_source(library, _source(OLD)).id
        other = add_source(library, _source("نص آخر لا صلة له بما سبق.\nوفيه سطران.\n"))
        assert other.follows == 0
        assert {document.id for document in library.documents()} == {old, other.id}
