"""Printing: plain and logical in a pipe, typeset and aligned on a terminal, and files written whole or not at all."""

import io
import os

import pytest

from annotations.errors import HashiyaError, OutputError, UnknownCoder, UnknownTag
from reader.cli.output import complain, note, say, table, width_of, write_out
from reader.language.explain import explain
from reader.language.i18n import isolate, ltr, set_language
from tests.reader.cli.command_line import on_terminal


class _Unexplained(HashiyaError):
    message = "ماذا حدث؟"


def test_the_width_is_that_of_the_terminal_or_80(monkeypatch: pytest.MonkeyPatch) -> None:
    assert width_of(io.StringIO()) == 80
    with open(os.devnull, encoding="utf-8") as file:
        assert width_of(file) == 80
    with on_terminal(monkeypatch, 47), open(1, "w", encoding="utf-8", closefd=False) as shown:
        assert width_of(shown) == 47


def test_a_pipe_gets_logical_text_without_isolates(capsys: pytest.CaptureFixture[str]) -> None:
    set_language("ar")
    say(f"نُسِخ 😀 {isolate('report')}\n\n{ltr('-1')}")
    note("تحذير")
    assert tuple(capsys.readouterr()) == ("نُسِخ 😀 report\n\n-1\n", "تحذير\n")


@pytest.mark.parametrize(("language", "blanks"), [("ar", 39 - 3), ("en", 0)])
def test_a_terminal_gets_glyphs_from_the_interfaces_start_edge(
    monkeypatch: pytest.MonkeyPatch, language: str, blanks: int
) -> None:
    set_language(language)
    with on_terminal(monkeypatch, 40) as terminal:
        say("سلام\n\nنعم")
        first, blank, last = terminal.lines()
    assert first == " " * blanks + "ﻡﻼﺳ"
    assert (blank, last.strip()) == ("", "ﻢﻌﻧ")


def test_a_terminal_gets_wrapped_lines_and_never_its_last_column(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_terminal(monkeypatch, 30) as terminal:
        say("one two three four five six seven eight nine ten")
        rows = terminal.lines()
    assert rows == ["one two three four five six", "seven eight nine ten"]


def test_an_error_and_its_remedy_are_one_line_with_a_stop_between_them(capsys: pytest.CaptureFixture[str]) -> None:
    complain(UnknownTag(name="حق"))
    complain(UnknownCoder(name="x", names="سارة, عمر"))
    complain(OutputError(path="a.csv", reason="no room is left"))
    complain(_Unexplained())
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "The codebook has no tag حق. See the tags with `hashiya list --tags`.",
        "There is no coder called x. The coders are: سارة, عمر.",
        "Cannot write a.csv: no room is left. Check that the folder exists, has room and may be written to.",
        "ماذا حدث؟",
    ]


def test_a_table_is_separated_by_tabs_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    table([("1", isolate("خبر"), ""), ("22", "😀", "x")])
    table([])
    assert capsys.readouterr().out == "1\tخبر\t\n22\t😀\tx\n"


def test_a_table_has_columns_on_a_terminal_which_marks_do_not_widen(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_terminal(monkeypatch, 60) as terminal:
        table([("tag", "n"), (isolate("ab"), "1"), ("عَلَم", "22"), ("longest", "3")])
        rows = terminal.lines()
        set_language("ar")
        table([("حق", "1"), ("واجب", "22")])
        mirrored = terminal.lines()
        table([])
        assert terminal.sent() == ""
    assert [row.index(figure) for row, figure in zip(rows, ("n", "1", "22", "3"), strict=True)][::3] == [9, 9]
    assert rows[1] == "ab       1"
    assert [row.split()[0] for row in mirrored] == ["1", "22"]
    assert len({len(row) for row in mirrored}) == 1
    assert mirrored[0].endswith("ﻖﺣ")


def test_a_file_is_replaced_only_by_a_complete_one(
    tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = os.path.join(tmp_path, "r.csv")
    write_out("قديم\r\n", path, ":memory:")
    with pytest.raises(UnicodeEncodeError):
        write_out("\ud800", os.path.join(tmp_path, "other.csv"), ":memory:")
    write_out("جديد 😀\n", path, ":memory:")
    with open(path, "rb") as file:
        assert file.read() == "جديد 😀\n".encode()
    write_out("a", None, ":memory:")
    write_out("b", "-", ":memory:")
    assert capsys.readouterr().out == "ab"


@pytest.mark.parametrize(
    ("name", "reason"), [("none/r.csv", "there is no such file or folder"), ("folder", "it is a folder")]
)
def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(
    tmp_path: os.PathLike[str], name: str, reason: str
) -> None:
    os.mkdir(os.path.join(tmp_path, "folder"))
    with pytest.raises(OutputError) as error:
        write_out("x", os.path.join(tmp_path, name), ":memory:")
    assert reason in explain(error.value)
    assert os.listdir(tmp_path) == ["folder"]
