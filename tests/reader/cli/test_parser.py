"""The command line: what is understood, what is refused, and in which language."""

from typing import Any

import pytest

from reader.cli.parser import build, dispatch
from reader.errors import UsageError
from reader.language.i18n import language
from reader.typeset.line import columns
from tests.reader.cli.command_line import on_terminal


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("export", {"documents": [], "format": "json", "output": None, "lang": None, "library": None}),
        ("export 1 خبر --format json -o x", {"documents": ["1", "خبر"], "format": "json", "output": "x"}),
        ("parse a.txt - --jobs 3", {"files": ["a.txt", "-"], "format": "text", "jobs": 3}),
        ("typeset", {"file": "-", "width": None, "digits": "text", "justify": False, "strategy": None}),
        ("annotate a --span 0:4 --tag 1 --tag رأي", {"span": "0:4", "quote": None, "tags": ["1", "رأي"], "note": ""}),
        ("annotate a --quote س --occurrence 2 --tag 1", {"quote": "س", "occurrence": 2, "coder": None}),
        ("agreement", {"unit": "sentence", "coded_only": False}),
        ("form --cross أ ب --csv", {"cross": ["أ", "ب"], "csv": True, "output": None}),
        ("report --of سارة --html", {"document": None, "of": "سارة", "html": True}),
        ("list --tags --lang ar --library l.db", {"tags": True, "lang": "ar", "library": "l.db"}),
    ],
)
def test_a_command_line_means(line: str, expected: dict[str, Any]) -> None:
    found = vars(build().parse_args(line.split()))
    assert found["command"] == line.split(maxsplit=1)[0]
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    "line",
    [
        "nothing",
        "export --form json",  # no abbreviations
        "parse",
        "parse a --jobs 0",
        "parse a --jobs -1",
        "parse a --library l.db",  # analyses without a library
        "typeset --library l.db",
        "typeset --width x",
        "annotate a --quote x",
        "annotate a --tag 1",
        "annotate a --quote x --span 0:1 --tag 1",
        "form --cross one",
        "list --lang fr",
        "list --coder x",  # for commands that write
        "merge",
    ],
)
def test_a_command_line_that_is_refused(line: str) -> None:
    with pytest.raises(UsageError, match="hashiya"):
        build().parse_args(line.split())


@pytest.mark.parametrize(
    ("wishes", "environment", "expected"),
    [
        (["--lang", "ar"], "C", "ar"), (["x", "--lang=ar"], "en_US.UTF-8", "ar"),
        (["--lang", "en"], "ar_QA.UTF-8", "en"), (["--lang"], "ar_QA.UTF-8", "ar"), ([], "ar_QA.UTF-8", "ar"),
        ([], "C", "en"),
    ],
)  # fmt: skip
def test_help_speaks_the_language_wished_or_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wishes: list[str],
    environment: str,
    expected: str,
) -> None:
    monkeypatch.setenv("LANG", environment)
    assert dispatch([], wishes) == 0
    assert language() == expected
    assert ("الخيارات" in capsys.readouterr().out) == (expected == "ar")


def test_help_is_typeset_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_terminal(monkeypatch, 60) as terminal:
        dispatch([], ["--lang", "ar"])
        rows = terminal.lines()
    assert max(map(columns, rows)) <= 59
    assert [row.strip() for row in rows if "ﺍ" in row and "ا" in row] == []  # glyphs only
    assert ":ﺕﺍﺭﺎﻴﺨﻟﺍ".rjust(59) in rows
