"""`hashiya doctor`: what it reports of the terminal, the packages and the library."""

import os
from argparse import Namespace

import pytest

from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.cli import doctor
from reader.cli.parser import VERSION_TEXT
from reader.cli.rendering import measured
from reader.settings.config import Config
from reader.terminal.widths import SAMPLES
from tests.reader.cli.command_line import on_terminal


def _report(library: str, capsys: pytest.CaptureFixture[str], **settings: str) -> dict[str, str]:
    """Return the report's lines by what they begin with."""
    config = Config("ar", library, "سارة", "mac")._replace(**settings)
    assert doctor.run(config, Namespace(repair=False)) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == VERSION_TEXT
    return {name: told for name, _colon, told in (line.partition(": ") for line in rest)}


def test_a_report_from_a_pipe(tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    told = _report(path, capsys, strategy="override", harakat="hide")
    assert told["library"] == f"{path} (not made yet)"
    assert told["terminal"].endswith("(set)")
    assert told["strategy"].startswith("override  harakat: hide")
    assert (told["size"], told["widths"]) == ("no terminal", "not answered")
    assert told["language"].startswith("ar  layout: mac")
    assert "LANG=C.UTF-8" in told["environment"].split()
    assert "missing" not in told["packages"]
    assert not os.path.exists(path)


def test_a_report_of_the_library(
    tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "سارة") as library:
        for digest in ("1", "2"):
            facts = {"name": digest, "path": digest, "title": "أ", "direction": "R", "encoding": "utf-8"}
            number = library.add("نص 😀", Analysis(), digest=digest, **facts).id
            library.passages.annotate(number, Span(0, 2), [1])
            library.passages.annotate(number, Span(3, 4), [1])
    monkeypatch.setattr(doctor, "_PACKAGES", ("rich", "no-such-package"))
    monkeypatch.setenv("TERM", "dumb")
    told = _report(path, capsys)
    assert told["terminal"] == "unknown (not recognised)"
    assert told["library"] == f"{path} (2 documents, 4 annotations, no fault found)"
    assert told["packages"].endswith("no-such-package=missing")
    assert told["  journal"] == "wal"
    with open(path, "wb") as file:
        file.write(b"no database " * 100)
    assert "is not a Hashiya library" in _report(path, capsys)["library"]


def test_a_report_from_a_terminal(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    places = "".join(f"\x1b[1;{columns + 1}R" for columns in (1, 1, 1, 0, 1, 1, 1, 2, 4))
    assert len(SAMPLES) == 9
    with on_terminal(monkeypatch, 200) as terminal, monkeypatch.context() as patched:

        def answered() -> dict[str, int]:
            terminal.type(f"{places}\x1b[?62;c")
            return measured()

        patched.setattr(doctor, "measured", answered)
        terminal.type("\x1b[8;1$y\x1bP>|VTE(7006)\x1b\\\x1b[?65;1;9c")
        assert doctor.run(Config("en", os.path.join(tmp_path, "l.db"), "sara", "pc"), Namespace(repair=False)) == 0
        shown = "\n".join(terminal.lines())
    for part in (
        "terminal: vte (version=VTE(7006))", "switch: bdsm", "bdsm='1' version='VTE(7006)'", "size: 200x24",
        "lam-alef 1, tatweel 1", "two regional indicators 4 (taken for 2)",
    ):  # fmt: skip
        assert part in shown
