"""A library where two coders annotated a text, and one of them another; made once for a file of tests, and only read."""

import os

from annotations.library import Library
from annotations.values.analysis import Analysis, Article, Session, Speaker, Statement
from annotations.values.spans import Span

TEXT = "قال الوزير إن الأمن مستتب. وقال السفير إن <الماء> قليل.\nوهذا خبر ثان بلا تاريخ."
ANALYSIS = Analysis(
    articles=(Article(Span(0, 55), day="2021-10-14"), Article(Span(56, len(TEXT)))),
    sessions=(Session(1, Span(0, 26), "الأولى & ما بعدها"), Session(2, Span(27, 55), "الثانية")),
    speakers=(Speaker(1, "الوزير", "person"), Speaker(2, "السفير", "person")),
    statements=(Statement(Span(0, 26), 1, "paraphrase"), Statement(Span(27, 55), 2, "paraphrase")),
)
LATIN = "Water is short 😀."


def add(library: Library, text: str, analysis: Analysis = ANALYSIS, name: str = "أول", direction: str = "R") -> int:
    """Add a text and return its number."""
    facts = {"name": name, "path": f"/x/{name}.txt", "title": f"عنوان {name}", "direction": direction}
    return library.add(text, analysis, digest=name, encoding="utf-8", **facts).id


def annotated(folder: str) -> str:
    """Return the path of a library in which سارة annotated three passages of a text, and عمر one."""
    path = os.path.join(folder, "l.db")
    with Library(path, "سارة") as library:
        number = add(library, TEXT)
        library.passages.annotate(number, Span(0, 26), [1], "<b>ملاحظة</b>")
        library.passages.annotate(number, Span(42, 50), [1, 2])
        library.passages.annotate(number, Span(56, 60), [2])
    with Library(path, "عمر") as library:
        library.passages.annotate(number, Span(0, 26), [1])
    return path


def with_another(folder: str) -> str:
    """Return the path of such a library with a second text, in Latin, of which عمر tagged the emoji."""
    path = annotated(folder)
    with Library(path, "عمر") as library:
        number = add(library, LATIN, Analysis(sessions=(Session(1, Span(0, 5), "Opening"),)), "Water", "L")
        library.passages.annotate(number, Span(15, 16), [3], "x < y")
    return path
