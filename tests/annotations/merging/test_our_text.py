"""Work on another text of the same file is placed where its words are here; what is not here is listed, not refused."""

import os
import shutil

from annotations.library import Library
from annotations.merging.our_text import in_our_text
from annotations.values.attributes import CodedUnit
from annotations.values.corrections import RenameSession
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import TEXT, line
from tests.annotations.merging.test_merge import opened


def test_work_is_placed_in_the_local_text(analysed: str, tmp_path: os.PathLike[str]) -> None:
    ours = TEXT[line(1).start : line(6).end + 1] + "انتهى الخبر هنا.\n"
    mine, theirs = (shutil.copy(analysed, os.path.join(tmp_path, name)) for name in ("mine.db", "theirs.db"))
    with opened(theirs, "omar") as library:
        for at in (3, 8):
            library.passages.annotate(1, line(at), [1])
        attribute = library.form.new("statement", "النوع", ["خبر", "تقرير"], "ar")
        for at in (5, 8):
            library.form.set(CodedUnit(1, line(at)), attribute.id, attribute.values[0].id)
        library.correct(1, RenameSession(1, "تمهيد"))
        work = library.work()
    moved = in_our_text(work.documents[0], ours)
    assert [(a.anchor.span, a.placed) for a in moved.annotations] == [(Span(32, 47), "moved"), (line(8), "lost")]
    assert [coding.unit.span for coding in moved.codings] == [Span(64, 79)]
    with Library(mine, "sara") as library:
        library._connection.db.execute("UPDATE block SET text = ?", (ours,))
        library._connection.db.execute("UPDATE document SET length = ?", (len(ours),))
        merged = library.merge(work, "theirs.db")
        assert (merged.annotations, merged.lost) == (2, 1)
        (found,) = library.annotations(1)
        assert found.anchor.span.cut(ours) == "سطر 03 فيه كلام"
        assert [a.anchor.quote for a in library.orphans(1)] == ["سطر 08 فيه كلام"]
        assert library.merge(work, "theirs.db").annotations == 0
