"""The progress bar of `hashiya parse`: on a terminal only, and gone at the end."""

import os

import pytest

from reader.cli.progress import Progress
from reader.language.i18n import set_language
from tests.reader.cli.command_line import called, on_terminal

CLEAR = "\r\x1b[K"


@pytest.mark.parametrize(
    ("language", "columns", "drawn"),
    [
        ("en", 20, ["░" * 14 + "  0/2", "█" * 7 + "░" * 7 + "  1/2", "█" * 14 + "  2/2"]),
        ("ar", 20, ["0/2  " + "░" * 14, "1/2  " + "░" * 7 + "█" * 7, "2/2  " + "█" * 14]),
        ("en", 100, ["░" * 40 + "  0/2", "█" * 20 + "░" * 20 + "  1/2", "█" * 40 + "  2/2"]),
        ("ar", 100, [" " * 54 + "0/2  " + "░" * 40, " " * 54 + "1/2  " + "░" * 20 + "█" * 20, " " * 54 + "2/2  " + "█" * 40]),
        ("en", 6, ["░░░░  0/2", "██░░  1/2", "████  2/2"]),
    ],
)  # fmt: skip
def test_a_bar_is_drawn_anew_with_every_step_and_removed(
    monkeypatch: pytest.MonkeyPatch, language: str, columns: int, drawn: list[str]
) -> None:
    set_language(language)
    with on_terminal(monkeypatch, columns) as terminal:
        with Progress(2) as progress:
            progress.step()
            progress.step()
        assert terminal.sent().split(CLEAR) == ["", *drawn, ""]


def test_the_parts_of_a_single_large_text_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    set_language("en")
    with on_terminal(monkeypatch, 20) as terminal:
        with Progress(1) as progress:
            for share in (0.25, 0.2501, 0.5, 1):
                progress.part(share)
        bars = ["█" * 3 + "░" * 11 + "  25%", "█" * 7 + "░" * 7 + "  50%", "█" * 13 + "  100%"]
        assert terminal.sent().split(CLEAR) == ["", *bars, ""]


def test_nothing_is_drawn_for_one_file_or_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Progress(5) as progress:
        progress.step()
        progress.clear()
    assert capsys.readouterr() == ("", "")
    for total in (0, 1):
        with on_terminal(monkeypatch) as terminal, Progress(total) as progress:
            progress.step()
            progress.clear()
            assert terminal.sent() == ""


def test_a_bar_is_gone_before_anything_is_told(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in (("a", "ماء".encode()), ("b", b"\0\0"), ("c", b"water")):
        with open(os.path.join(tmp_path, f"{name}.txt"), "wb") as file:
            file.write(data)
    with on_terminal(monkeypatch, 200) as terminal:
        assert called(monkeypatch, "parse", str(tmp_path)) == 3
        sent = terminal.sent()
    lines = sent.removesuffix(CLEAR).split("\r\n")
    assert [part[-3:] for part in sent.split("\r") if "█" in part or "░" in part] == ["0/3", "1/3", "2/3", "3/3"]
    told = [line.rpartition(CLEAR)[2].partition(" ")[0] for line in lines]
    assert told == ["a", "Cannot", "c", ""]
