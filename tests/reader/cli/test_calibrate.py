"""The display test: every way of sending Arabic has a row, and the one chosen is remembered for the terminal."""

import os
from argparse import Namespace
from collections.abc import Callable

import pytest

from reader.cli import calibrate
from reader.cli.calibrate import RENDERINGS, ask, row_of
from reader.cli.parser import build
from reader.cli.rendering import probed
from reader.errors import UsageError
from reader.settings.config import Config
from reader.settings.rendering import STRATEGIES, Rendering
from reader.terminal.probe import Replies
from reader.terminal.profile import Profile, remember, remembered
from tests.reader.cli.command_line import Tty, on_terminal
from tests.reader.ui.terminal import hashiya

CONFIG = Config("en", "/none/l.db", "sara", "pc")
KITTY = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c"


def test_every_way_has_a_row_of_its_own() -> None:
    rows = [row_of(rendering) for rendering in RENDERINGS]
    assert Rendering() in RENDERINGS
    assert len(set(rows)) == len(rows)
    assert all("25" in row and "COVID-19" in row for row in rows)
    assert {rendering.strategy for rendering in RENDERINGS} == {*STRATEGIES} - {"plain"}


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("1", RENDERINGS[0]), (" 2 ", RENDERINGS[1]), ("٢", RENDERINGS[1]), (str(len(RENDERINGS)), RENDERINGS[-1]),
        (str(len(RENDERINGS) + 1), None), ("0", None), ("-1", None), ("", None), ("x", None),
    ],
)  # fmt: skip
def test_the_number_typed_is_remembered_for_this_terminal(
    monkeypatch: pytest.MonkeyPatch, answer: str, chosen: Rendering | None
) -> None:
    with on_terminal(monkeypatch, 120) as terminal:
        terminal.type(f"{answer}\n")
        assert ask(Profile("foot", "visual", "show", "none", "")) == chosen
        shown = terminal.lines()
    assert [row for row in shown if row.startswith(f"{len(RENDERINGS):2}  ")] != []
    assert remembered() == ({"foot": tuple(chosen)} if chosen else {})


def _probed_and_then(terminal: Tty, answer: str) -> Callable[[Config], tuple[Profile, Replies]]:
    def call(config: Config) -> tuple[Profile, Replies]:
        found = probed(config)
        terminal.type(answer)
        return found

    return call


def test_the_command_asks_the_terminal_what_it_is_and_the_person_what_is_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for answer, told, kept in (
        ("\n", "Nothing changed", {}),
        ("2\n", "Saved for kitty: visual, hide", {"kitty": ("visual", "hide")}),
    ):
        with on_terminal(monkeypatch, 120) as terminal, monkeypatch.context() as patched:
            patched.setattr(calibrate, "probed", _probed_and_then(terminal, answer))
            terminal.type(KITTY)
            assert calibrate.run(CONFIG, build().parse_args(["calibrate"])) == 0
            assert terminal.lines()[-1] == told
        assert remembered() == kept


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--strategy", "runs"], ("runs", "hide")),
        (["--harakat", "essential"], ("words", "essential")),
        (["--strategy", "plain", "--harakat", "show"], ("plain", "show")),
    ],
)
def test_a_choice_from_the_command_line_keeps_the_other_half(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: list[str], kept: tuple[str, str]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("KITTY_WINDOW_ID", "1")
    remember("foot", "visual", "hide")
    assert calibrate.run(CONFIG, build().parse_args(["calibrate", *options])) == 0
    assert remembered() == {"foot": ("visual", "hide"), "kitty": kept}
    assert capsys.readouterr().out == f"Saved for kitty: {kept[0]}, {kept[1]}\n"


def test_what_cannot_be_asked_or_understood_is_refused_and_not_remembered() -> None:
    with pytest.raises(UsageError, match="not a terminal"):
        calibrate.run(CONFIG, build().parse_args(["calibrate"]))
    with pytest.raises(UsageError, match="sideways show"):
        calibrate.run(CONFIG, Namespace(strategy="sideways", harakat=None))
    assert remembered() == {}


@pytest.mark.slow
def test_from_inside_the_app(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db"), rows=40) as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.wait(lambda: terminal.shows("Unknown terminal"))  # offered once, in passing
        terminal.press("%")
        terminal.wait(lambda: terminal.shows("Row number"))
        terminal.press("2", "\r")
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.press("q")
        assert terminal.end() == 0
    assert remembered() == {"unknown": (RENDERINGS[1].strategy, RENDERINGS[1].harakat)}
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db"), rows=40) as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.settle()
        assert not terminal.shows("Unknown terminal")
