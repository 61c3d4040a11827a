"""`hashiya report`: what is chosen, where it goes, and who is not there."""

import os

import pytest

from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.cli import report
from reader.cli.parser import build
from reader.settings.config import Config
from tests.reader.cli.command_line import Run, on_terminal


@pytest.fixture
def path(library: str) -> str:
    """Return a library where two coders annotated a text, and one of them another."""
    for coder in ("سارة", "عمر"):
        with Library(library, coder) as opened:
            for digest, name in (("1", "أول"), ("2", "ثان")):
                facts = {"name": name, "path": f"/x/{name}", "title": f"عنوان {name}", "direction": "R"}
                number = opened.add("قال الوزير إن الأمن حق.", Analysis(), digest=digest, encoding="utf-8", **facts).id
                if (coder, name) != ("عمر", "ثان"):
                    opened.passages.annotate(number, Span(0, 10), [1])
    return library


@pytest.mark.parametrize(
    ("arguments", "title", "summary"),
    [
        ([], "Hashiya report", "2 documents · 3 annotations · 2 coders: سارة, عمر"),
        (["أول"], "عنوان أول", "1 document · 2 annotations · 2 coders: سارة, عمر"),
        (["2"], "عنوان ثان", "1 document · 1 annotation · 1 coder: سارة"),
        (["--of", "عمر"], "Hashiya report", "2 documents · 1 annotation · 1 coder: عمر"),
        (["ثان", "--of", "عمر"], "عنوان ثان", "1 document · 0 annotations · 0 coders"),
    ],
)
def test_what_a_report_covers(run: Run, path: str, arguments: list[str], title: str, summary: str) -> None:
    done = run("report", *arguments, "--library", path)
    assert done.code == 0
    assert done.out.splitlines()[:2] == [title, summary]
    assert ("Tags" in done.out.splitlines()) == ("0 annotations" not in summary)
    assert (done.err != "") == ("0 annotations" in summary)


def test_nobody_of_that_name(run: Run, path: str) -> None:
    done = run("report", "--of", "nobody", "--library", path)
    assert (done.code, done.out) == (5, "")
    assert "There is no coder called nobody. The coders are: سارة, عمر." in done.err
    shown = run("report", "--of", "عمر", "--library", path, "--lang", "ar")
    assert "مرمّز واحد: عمر" in shown.out.splitlines()[1]


def test_a_page_goes_to_the_output_or_the_file_named(run: Run, path: str, tmp_path: os.PathLike[str]) -> None:
    target = os.path.join(tmp_path, "r.html")
    assert run("report", "-o", target, "--library", path) == (0, "", "Report: 3 annotations\n")
    page = run("report", "--html", "--library", path)
    assert (page.code, page.err) == (0, "")
    with open(target, encoding="utf-8") as file:
        assert file.read() == page.out
    assert page.out.startswith("<!DOCTYPE html>")


def test_a_narrow_terminal_gets_rows_that_fit_it(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (60, 120):
        with on_terminal(monkeypatch, columns) as terminal:
            assert report.run(Config("en", path, "", "pc"), build().parse_args(["report"])) == 0
            rows = terminal.lines()
        assert max(map(len, rows)) < columns
        assert "Tags" in rows
        (bar,) = [row for row in rows if "█" * 30 in row]
        assert bar.startswith("position")
