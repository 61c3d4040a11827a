"""A document read around a place, from any thread, and a file known by what it looks like."""

import os
from concurrent.futures import ThreadPoolExecutor

from annotations.library import Library
from annotations.store import document_reader, stamp_rows
from annotations.store.document_reader import DocumentReader
from annotations.values.analysis import Analysis, Article, Noise, Session
from annotations.values.file_stamp import FileStamp
from annotations.values.long_text import BLOCK
from annotations.values.spans import Span

TEXT = "سطر 😀 من النص\n" * (2 * BLOCK // 14)
ANALYSIS = Analysis(
    noise=(Noise(Span(0, 5), "share"), Noise(Span(70_000, 70_010), "links")),
    articles=(Article(Span(0, 60_000), Span(6, 9)), Article(Span(60_000, len(TEXT)), Span(60_000, 60_009))),
    sessions=tuple(Session(n, Span(n * 1_000, n * 1_000 + 900), f"ج{n}") for n in range(1, 101)),
    separators=(Span(59_990, 59_995),),
)


def test_what_is_near_is_read_from_any_thread(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "x") as library:
        facts = {"path": "/x", "title": "x", "direction": "R", "digest": "1", "encoding": "utf-8"}
        document = library.add(TEXT, ANALYSIS, name="x", **facts)
        library.passages.annotate(document.id, Span(69_000, 71_000), [1])
        library.passages.annotate(document.id, Span(10, 20), [1])
        library.large_texts.keep_body_counts(document.id, [0, 4_000, 8_000])
    reader = DocumentReader(document_reader.connect(path), document)
    with ThreadPoolExecutor(1) as other:
        text = reader.text()
        assert other.submit(lambda: text[65_000:66_000]).result() == TEXT[65_000:66_000]
    assert text[:] == TEXT
    near = reader.layout(69_500, 72_500)
    assert [one.span.start for one in near.noise] == [0, 70_000]  # the last that begins before, and what begins within
    assert [one.number for one in near.sessions] == [69, 70, 71, 72]
    assert [one.span.start for one in near.articles] == [60_000]
    assert reader.layout(59_000, 60_500).separators == (Span(59_990, 59_995),)
    assert [one.anchor.span for one in reader.annotations(70_000, 70_001)] == [Span(69_000, 71_000)]
    assert [reader.bodies_before(at) for at in (0, BLOCK, 2 * BLOCK, 3 * BLOCK, 7)] == [0, 4_000, 8_000, None, None]
    assert reader.paragraphs_with(["سطر"], 70_000)[0].start == 70_000
    assert [span.start for span in reader.paragraphs_with(["سط", "x"], 0)[:2]] == [0, 14]  # beginnings of words
    assert reader.paragraphs_with(["قطار"], 0) == reader.paragraphs_with(["سطر"], len(TEXT)) == []
    reader.close()


def test_a_stamp_belongs_to_one_document_and_the_last_one_counts() -> None:
    with Library(":memory:", "x") as library:
        facts = {"title": "x", "direction": "R", "encoding": "utf-8"}
        first, second = (library.add("نص", Analysis(), name="x", path=f"/{d}", digest=d, **facts) for d in "12")
        stamp = FileStamp("/x", 1, 2, 3, 4)
        db = library._connection.db
        stamp_rows.keep_stamp(db, first.id, stamp)
        assert stamp_rows.stamped(db, stamp) == first
        stamp_rows.keep_stamp(db, second.id, stamp._replace(mtime=5))
        assert stamp_rows.stamped(db, stamp) is None
        assert stamp_rows.stamped(db, stamp._replace(mtime=5)) == second
