"""`hashiya typeset`: any Arabic text row by row, a filter that prints as its input arrives."""

import os
import subprocess
import sys

import pytest

from reader.cli import typeset
from reader.cli.parser import build
from reader.errors import FileIsBinary
from reader.settings.config import Config
from tests.reader.cli.command_line import Run, on_terminal, standard_input
from tests.reader.typeset.terminal_models import putty

CONFIG = Config("en", "/none/l.db", "sara", "pc")


def test_it_is_a_filter(run: Run) -> None:
    done = run("typeset", "--width", "12", text="السلام عليكم\n\nCOVID-19 ينتشر\n")
    assert done.out.split("\n") == ["ﻢﻜﻴﻠﻋ ﻡﻼﺴﻟﺍ".rjust(12), "", "    COVID-19", "       ﺮﺸﺘﻨﻳ", ""]


@pytest.mark.parametrize("width", [12, 20, 40])
def test_for_a_terminal_that_orders_lines(run: Run, width: int) -> None:
    text = "اختتمت بالدوحة، اليوم، أعمال النسخة الرابعة من منتدى الأمن العالمي 2021 في الدوحة.\nماء is water\n"
    sent = run("typeset", "--strategy", "runs", "--width", str(width), text=text).out.splitlines()
    seen = run("typeset", "--strategy", "visual", "--width", str(width - 1), text=text).out.splitlines()
    assert [putty(row) for row in sent] == [" " + row for row in seen]
    assert max(map(len, sent)) <= width


def test_it_prints_before_its_input_ends() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "typeset", "--width", "20", "--digits", "arabic_indic", "--harakat", "hide"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as run:  # fmt: skip
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write("عَام 2021\n")
        run.stdin.flush()
        assert run.stdout.readline().strip() == "٢٠٢١ ﻡﺎﻋ"
        run.stdin.write("ثم\n")
        run.stdin.close()
        assert run.stdout.readline().strip() == "ﻢﺛ"


def test_rows_are_made_even(run: Run) -> None:
    text = "وأضاف أن التطرف العنيف والإرهاب يقسم العالم وأن من مصلحة الجميع التصدي له بكل الوسائل الممكنة\n"
    rows = run("typeset", "--width", "40", "--justify", text=text).out.split("\n")
    assert "ـ" in rows[0]
    assert len({len(row) for row in rows[:-2]}) == 1


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 1000])
def test_where_the_input_is_cut_makes_no_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], chunk: int
) -> None:
    monkeypatch.setattr(typeset, "_CHUNK", chunk)
    with standard_input("\n\nعَلَم 😀 حق\n\n  ab \nبلا سطر أخير".encode()):
        assert typeset.run(CONFIG, build().parse_args(["typeset", "--width", "14"])) == 0
    assert capsys.readouterr().out.split("\n") == [
        "", "", "ﻖﺣ 😀 ﻢﻠَﻋَ".rjust(15), "", "ab", "ﺮﻴﺧﺃ ﺮﻄﺳ ﻼﺑ".rjust(14), "",
    ]  # fmt: skip


def test_the_direction_is_that_of_the_first_lines_with_letters(run: Run) -> None:
    given = "--- 12\nWater\n(10)\nماء\n"
    rows = run("typeset", "--width", "10", text=given).out.splitlines()
    assert rows[1:] == ["Water", "(10)", "ﺀﺎﻣ".rjust(10)]
    mostly_arabic = run("typeset", "--width", "10", text="ماء عذب\nWater\n(10)\n").out.splitlines()
    assert mostly_arabic == ["ﺏﺬﻋ ﺀﺎﻣ".rjust(10), "Water", "(10)".rjust(10)]  # Latin alone stays at its own edge


@pytest.mark.parametrize(
    ("options", "row"),
    [
        ([], "٢٥ ﻢﻠْﻋِ 12"),
        (["--harakat", "hide"], "٢٥ ﻢﻠﻋ 12"),
        (["--digits", "western"], "25 ﻢﻠْﻋِ 12"),
        (["--digits", "arabic_indic", "--harakat", "hide"], "٢٥ ﻢﻠﻋ ١٢"),
        (["--strategy", "plain"], "12 عِلْم ٢٥"),  # left to the terminal, in logical order
        (["--strategy", "words", "--harakat", "hide"], "٢٥ ﻋﻠﻢ 12"),
    ],
)
def test_a_file_is_shown_as_asked(tmp_path: os.PathLike[str], run: Run, options: list[str], row: str) -> None:
    path = os.path.join(tmp_path, "a.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("12 عِلْم ٢٥\n")
    done = run("typeset", path, "--width", "30", *options)
    assert (done.code, done.err) == (0, "")
    assert done.out.strip() == row


def test_the_width_is_the_terminals_but_at_most_72(monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "a.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("حق " * 60 + "\n")
    for columns, expected in ((40, 40), (200, 72)):
        with on_terminal(monkeypatch, columns) as terminal:
            typeset.run(CONFIG, build().parse_args(["typeset", path]))
            rows = terminal.lines()
        assert max(map(len, rows)) in (expected, expected - 1)


def test_input_that_is_no_text_is_refused_and_none_is_nothing(run: Run) -> None:
    assert run("typeset") == (0, "", "")
    assert run("typeset", text="\n \n").out == "\n\n"
    with standard_input(b"\0\1\2\n"), pytest.raises(FileIsBinary):
        typeset.run(CONFIG, build().parse_args(["typeset"]))
