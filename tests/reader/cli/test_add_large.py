"""Large texts on the command line: stored and analysed piece by piece, and gone on with where they were stopped."""

import os

import pytest

from annotations.library import Library
from reader.sources import add as sources_add
from reader.sources import analyse_large
from tests.reader.article.test_language import BOOK
from tests.reader.cli.command_line import Run

LARGE = BOOK * 3_000  # some 3 MB of UTF-8


@pytest.fixture
def large(tmp_path: os.PathLike[str]) -> str:
    path = os.path.join(tmp_path, "large.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(LARGE)
    return path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_large_text_is_stored_analysed_and_known_again(run: Run, library: str, large: str, jobs: str) -> None:
    small = os.path.join(os.path.dirname(large), "small.txt")
    with open(small, "w", encoding="utf-8") as file:
        file.write("قال الوزير إن الماء قليل.\n")
    done = run("add", "--jobs", jobs, large, small)
    assert (done.code, "Added: 2 documents" in done.err) == (0, True)
    with Library(library, "x") as opened:
        one = next(document for document in opened.documents() if document.length > 1_000)
        assert (one.length, opened.text(one.id)) == (len(LARGE), LARGE)
        assert opened.large_texts.analysed_to(one.id) == one.length
    assert "Already in the library: 2 documents" in run("add", large, small).err


def test_it_goes_on_where_it_was_stopped(run: Run, library: str, large: str, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0
    real = analyse_large.analyse_next

    def stopped(*arguments: object) -> int:
        nonlocal count
        count += 1
        if count > 3:
            raise KeyboardInterrupt
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(analyse_large, "analyse_next", stopped)
    assert run("add", large).code == 130
    with Library(library, "x") as opened:
        number = opened.documents()[0].id
        half = opened.large_texts.analysed_to(number) or 0
        assert 0 < half < len(LARGE)
    assert "Not yet analysed to the end" in run("export").err
    monkeypatch.setattr(analyse_large, "analyse_next", real)
    done = run("add", large)
    assert (done.code, "Added: 0 documents" in done.err) == (0, True)
    with Library(library, "x") as opened:
        assert opened.large_texts.analysed_to(number) == len(LARGE)
        assert sources_add.is_analysed(opened, opened.document(str(number)))
    assert "Not yet" not in run("export").err
