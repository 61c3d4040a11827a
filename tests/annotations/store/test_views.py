"""The views for other programs: the README's lines run, and their rows are those of the library."""

import os
import sqlite3
from typing import Any

import pytest

from annotations.library import Library
from annotations.store.open_file import connect_to_read
from annotations.values.spans import Span
from tests.annotations.test_library import ANALYSIS, TEXT, add

_README = os.path.join(os.path.dirname(__file__), "..", "..", "..", "README.md")


@pytest.fixture
def path(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a library with annotations by two coders, in the working directory."""
    path = os.path.join(tmp_path, "library.db")
    with Library(path, "سارة") as library:
        document = add(library).id
        library.passages.annotate(document, Span(0, 3), [1, 4], "ملاحظة 😀")
    with Library(path, "omar") as library:
        library.passages.annotate(document, Span(4, 9), [2])
        library.passages.annotate(document, Span(0, 9), [2])
    monkeypatch.chdir(tmp_path)
    return path


def rows(path: str, view: str) -> list[dict[str, Any]]:
    db = connect_to_read(path)
    db.row_factory = sqlite3.Row
    found = [dict(row) for row in db.execute(f"SELECT * FROM {view}")]
    db.close()
    return found


def test_annotations_and_statements_have_their_words_tags_and_people(path: str) -> None:
    annotations = rows(path, "v_annotations")
    assert [row["quote"] for row in annotations] == [TEXT[row["start"] : row["end"]] for row in annotations]
    assert [(row["coder"], row["tags_ar"], row["note"]) for row in annotations] == [
        ("سارة", "موقف; دليل", "ملاحظة 😀"), ("omar", "مطالبة", ""), ("omar", "مطالبة", ""),
    ]  # fmt: skip
    statements = rows(path, "v_statements")
    names = {one.id: one.name for one in ANALYSIS.speakers}
    assert [(row["speaker"], row["text"]) for row in statements] == [
        (names[one.speaker], TEXT[one.span.start : one.span.end]) for one in ANALYSIS.statements if one.speaker
    ]
    (document,) = rows(path, "v_documents")
    assert (document["annotations"], document["statements"]) == (3, len(statements))


def test_a_deleted_text_is_in_no_view(path: str) -> None:
    with Library(path, "سارة") as library:
        library.document_acts.delete(1)
    assert [rows(path, view) for view in ("v_annotations", "v_statements", "v_documents")] == [[], [], []]


def test_the_readmes_lines_run_in_pandas_and_duckdb(path: str) -> None:
    with open(_README, encoding="utf-8") as file:
        lines = file.read().partition("<!-- views -->\n```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {}
    exec(lines, names)  # noqa: S102
    assert dict(names["by_coder"]) == {"omar": 2, "سارة": 1}
    claims = [row for row in rows(path, "v_statements") if row["act"] == "claim"]
    assert sum(times for _speaker, times in names["by_speaker"].fetchall()) == len(claims) > 0
    assert list(names["annotations"].columns) == list(rows(path, "v_annotations")[0])
