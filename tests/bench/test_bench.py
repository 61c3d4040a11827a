"""The benchmarks' own parts: the terminal, the texts, the table, the pictures."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree as ET

import pytest

from tests.bench import __main__ as command
from tests.bench.floors.mini_wrap import broken
from tests.bench.growth import AXES, grown
from tests.bench.pictures import Picture, short, svg
from tests.bench.presses import OneSide, Pressing, by_turns
from tests.bench.processes import memory, peak, tree
from tests.bench.rounds import Result, measure
from tests.bench.rows import ROWS, Row, share
from tests.bench.session import Answer, Ended, Session, TooLong
from tests.bench.table import filled, line, table
from tests.bench.terminal import Emulator
from tests.bench.texts import RARE, READY, SHAPES, TEXTS, write_shape, write_text
from tests.bench.workbench import Workbench, run

ECHO = r"""
import sys, termios, time, tty
tty.setraw(0)
sys.stdout.write("\x1b[c\x1b[6n\x1b[?2026$p\x1b[3;1H")
sys.stdout.flush()
answers = ""
while not answers.endswith("y"):
    answers += sys.stdin.read(1)
print(f"\x1b[3;1Hﻯﺪﺘﻨﻣ {answers!r}", end="", flush=True)
for n in range(9):
    key = sys.stdin.read(1)
    if key == "q":
        break
    print(f"\x1b[5;1H{key}{n}", end="", flush=True)
"""


@pytest.fixture
def echo() -> Iterator[Session]:
    with Session([sys.executable, "-c", ECHO], dict(os.environ), 10) as session:
        yield session


@pytest.fixture
def bench(tmp_path: os.PathLike[str]) -> Workbench:
    return Workbench(str(tmp_path), os.path.join(os.path.dirname(sys.executable), "hashiya"), 10)


def test_a_program_finds_a_terminal_that_answers_and_is_timed(echo: Session) -> None:
    shown = echo.until(lambda screen: screen.shows(READY), "the word")
    echo.settle(0.2)
    echo.draw()
    assert 0 < shown - echo.began < 10
    (row,) = ("".join(cell.text for cell in row) for row in echo.emulator.cells() if row[0].text == "ﻯ")
    assert "62;22c" in row
    assert "[1;1R" in row
    assert "?2026;2$y" in row
    echo.settle()
    answer = echo.answer("x")
    assert echo.emulator.shows("^x0")
    assert answer.rows == 1
    assert answer.size > 2
    assert 0 < answer.changed <= answer.settled < 5_000
    echo.press("q")
    assert echo.ended() - echo.began < 10


def test_memory_is_that_of_the_whole_tree(echo: Session) -> None:
    echo.until(lambda screen: screen.shows(READY), "the word")
    assert tree(echo.pid) == [echo.pid]
    assert 1 < memory(echo.pid) <= peak(echo.pid) < 200


def test_what_does_not_come_in_time_or_ends_is_said() -> None:
    with Session(["sleep", "9"], dict(os.environ), 0.2) as session:
        with pytest.raises(TooLong):
            session.until(lambda screen: screen.shows("x"), "x")
        with pytest.raises(TooLong):
            session.ended()
    with Session(["true"], dict(os.environ), 5) as session, pytest.raises(Ended):
        session.until(lambda screen: screen.shows("x"), "x")
    began = time.monotonic()
    with pytest.raises(TooLong):
        run(["sleep", "9"], dict(os.environ), 0.1)
    assert time.monotonic() - began < 5
    with pytest.raises(OSError, match="failed"):
        run(["false"], dict(os.environ), 5)


def test_rows_are_read_in_either_order_without_joining_and_marks() -> None:
    screen = Emulator(40, 4)
    screen.feed("\x1b[>1u\x1b[1;1Hﻯﺪﺘﻨﻣ\x1b[2;1Hمُنتَدى".encode())
    assert screen.shows(f"^{READY}", slice(1, 2))
    assert screen.shows(f"{READY}$", slice(1))
    assert screen.answers(b"\x1b[", lambda: (1, 1)) == b""
    assert screen.answers(b"6n", lambda: (7, 8)) == b"\x1b[7;8R"


def test_texts_have_their_size_and_end_with_a_word_of_their_own(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "text")
    for one_paragraph in (False, True):
        write_text(path, 100_000, one_paragraph=one_paragraph)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        assert 99_000 < len(text.encode()) <= 100_000
        assert text.count(RARE) == 1
        assert text.endswith(f"{RARE}.\n")
        long = [row for row in text.split("\n") if len(row) > 80]
        assert len(set(long)) == len(long)
        assert (text.count("\n") == 1) == one_paragraph
    for shape in SHAPES:
        write_shape(path, shape, 50)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        assert READY in text
        assert text.count(SHAPES[shape][0](49)) >= 1


def test_the_floor_breaks_rows_by_cells() -> None:
    assert broken("aa bb cc", 5) == ["aa bb", "cc"]
    assert broken("aaaaaaa b", 5) == ["aaaaaaa", "b"]
    assert broken("", 5) == [""]


def test_each_benchmark_has_a_name_of_its_own_and_the_cheap_ones_are_few() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    quick = command.chosen(command.options(["--quick"]))
    assert 5 < len(quick) < len(ROWS) / 2
    assert [row.name for row in command.chosen(command.options(["--only", "tag-bytes"]))] == ["tag-bytes"]
    assert f"2 of {len(ROWS)} benchmarks, one round" in command.conditions(1, 2)
    assert {"13 KB", "1 MB", "100 MB", "10 MB in one paragraph"} <= set(TEXTS)


def test_figures_are_taken_by_turns_and_compared_within_a_round(bench: Workbench) -> None:
    order: list[str] = []

    def step(name: str, figures: list[float]) -> float:
        order.append(name)
        return figures.pop(0)

    ours, beside = [30.0, 60.0, 20.0], [10.0, 10.0, 10.0]
    row = Row("x", "what", lambda _bench: step("A", ours), "peer", lambda _bench: step("B", beside), 3.5)
    result = measure(row, bench, 3)
    assert order == ["A", "B", "B", "A", "A", "B"]
    assert result.values == (3, 6, 2)
    assert line(result) == "| x | what | 30.0 ms | peer 10.0 ms | 3.00x (2.00–6.00) | 3.5x | met |"
    assert share(100_000_000, 80, 30) == 0.5


def test_keys_are_pressed_in_two_programs_by_turns(bench: Workbench) -> None:
    order: list[str] = []

    class Fake(Session):
        def answer(self, key: str, *, anything: bool = False) -> Answer:
            order.append(key)
            return super().answer(key, anything=anything)

    @contextmanager
    def opened(_bench: Workbench) -> Iterator[Session]:
        with Fake([sys.executable, "-c", ECHO], dict(os.environ), 10) as session:
            yield session

    sides = Pressing(opened, "a", len), Pressing(opened, "b", len)
    with pytest.raises(OneSide) as caught:  # they end after nine keys
        by_turns(sides, bench)
    assert isinstance(caught.value.error, Ended)
    assert order[:6] == ["down", "down", "a", "b", "a", "b"]


def test_trouble_is_a_row_and_a_missing_peer_is_no_failure(bench: Workbench) -> None:
    def late(_bench: Workbench) -> float:
        raise TooLong(60, "the end")

    rows = [
        Row("a", "what", late, bar=17),
        Row("b", "what", late, needs="no-such-program", bar=2),
        Row("c", "what", late, "peer", lambda _bench: 10.0, 2),
        Row("d", "what", lambda _bench: 30.0, "peer", late, 2),
    ]
    first, second, third, fourth = (measure(row, bench, 3) for row in rows)
    assert line(first) == "| a | what |  |  | > 60 s: the end | 17 ms | **over** |"
    assert line(second) == "| b | what |  |  | no-such-program is not installed | 2 ms |  |"
    assert line(third) == "| c | what |  | peer 10.0 ms | > 60 s: the end | 2x | **over** |"
    assert line(fourth) == "| d | what |  | peer | peer: > 60 s: the end | 2x |  |"
    assert table([first, second]).count("\n") == 3
    assert command.plain(first)["met"] is False


def test_being_ended_from_outside_ends_what_was_started(tmp_path: os.PathLike[str]) -> None:
    slow = os.path.join(tmp_path, "hashiya")
    with open(slow, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 60\n")
    os.chmod(slow, 0o700)
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    line = [sys.executable, "-m", "tests.bench", "--hashiya", slow, "--quick"]
    with subprocess.Popen(line, env=environment, stdout=subprocess.DEVNULL, cwd=command.ROOT) as process:
        limit = time.monotonic() + 30
        while not os.path.exists(f"{tmp_path}/pid") or not os.path.getsize(f"{tmp_path}/pid"):
            assert time.monotonic() < limit
            time.sleep(0.02)
        process.terminate()
        assert process.wait(20) != 0
    with open(f"{tmp_path}/pid", encoding="utf-8") as file, pytest.raises(ProcessLookupError):
        os.kill(int(file.read()), 0)
    assert sorted(os.listdir(tmp_path)) == ["hashiya", "pid"]


def test_single_figures_show_no_range() -> None:
    result = Result(Row("lag", "what", lambda _bench: 1.0, bar=17), (1234.5,))
    assert line(result) == "| lag | what | 1,234 ms |  | 1,234 ms | 17 ms | **over** |"


def test_a_table_replaces_the_one_between_its_markers() -> None:
    assert filled("a <!-- x -->old<!-- /x --> b", "x", "new") == "a <!-- x -->\nnew\n<!-- /x --> b"
    with pytest.raises(ValueError, match="/x"):
        filled("a", "x", "new")


def test_a_picture_is_sound_and_says_what_its_axes_are() -> None:
    lines: dict[str, list[tuple[float, float]]] = {
        "start": [(1e4, 60), (1e6, 130)],
        "page <down>": [(1e4, 8.0), (1e6, 9.0)],
        "none": [],
    }
    root = ET.fromstring(svg(Picture("By size", "size (bytes)", "time (ms)", lines)))  # noqa: S314 - our own
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    axes = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text") if node.get("class") == "axis"]
    assert axes == ["size (bytes)", "time (ms)"]
    assert {"By size", "start", "page <down>", "10 k", "1 M"} <= set(texts)
    paths = [node for node in root.iter("{http://www.w3.org/2000/svg}path") if node.get("fill") == "none"]
    assert len(paths) == 2
    assert short(1e8) == "100 M"
    ET.fromstring(svg(Picture("", "", "", {})))  # noqa: S314 - our own


def test_growth_is_measured_at_each_size_and_what_fails_is_said(bench: Workbench) -> None:
    said: list[str] = []
    bench.command = "/no/such/program"
    picture = grown(AXES["library"], bench, 1, said.append, quick=True)
    assert picture.across == "texts in the library"
    assert list(picture.lines) == ["start", "page down", "tag", "search"]
    assert not any(picture.lines.values())
    assert len(said) == 4 * 3
    assert said[0].startswith("start, 1 texts: ")


def test_the_documents_picture_and_table_have_their_places(root: str) -> None:
    with open(os.path.join(root, "docs", "speed.md"), encoding="utf-8") as file:
        text = file.read()
    assert "<!-- speed -->" in text
    assert "<!-- /speed -->" in text
