"""The eye test and the doctor, on a pty."""

import os

import pytest

from reader.cli.calibrate import RENDERINGS, row_of
from reader.settings.rendering import Rendering
from reader.terminal.profile import remembered
from tests.reader.ui.terminal import hashiya


def test_every_way_has_a_row_of_its_own() -> None:
    rows = [row_of(rendering) for rendering in RENDERINGS]
    assert Rendering() in RENDERINGS
    assert len(set(rows)) == len(rows)
    assert "25" in rows[0]


def test_the_number_typed_is_remembered(tmp_path: os.PathLike[str]) -> None:
    with hashiya("calibrate", "--lang", "en", library=os.path.join(tmp_path, "l.db"), rows=40) as terminal:
        terminal.answer = b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c"
        terminal.wait(lambda: terminal.shows("Row number"))
        terminal.press("2", "\r")
        terminal.wait(lambda: terminal.shows("Saved for kitty"))
        assert terminal.end() == 0
    assert remembered() == {"kitty": (RENDERINGS[1].strategy, RENDERINGS[1].harakat)}


def test_enter_changes_nothing(tmp_path: os.PathLike[str]) -> None:
    with hashiya("calibrate", "--lang", "en", library=os.path.join(tmp_path, "l.db"), rows=40) as terminal:
        terminal.wait(lambda: terminal.shows("Row number"))
        terminal.press("\r")
        terminal.wait(lambda: terminal.shows("Nothing changed"))
        assert terminal.end() == 0
    assert remembered() == {}


def test_from_inside_the_app(tmp_path: os.PathLike[str]) -> None:
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db"), rows=40) as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.read(0.5)
        assert terminal.shows("Unknown terminal")  # offered once, in passing
        terminal.press("%")
        terminal.wait(lambda: terminal.shows("Row number"))
        terminal.press("2", "\r")
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.press("q")
        assert terminal.end() == 0
    assert remembered() == {"unknown": (RENDERINGS[1].strategy, RENDERINGS[1].harakat)}
    with hashiya("--lang", "en", library=os.path.join(tmp_path, "l.db"), rows=40) as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.read(0.5)
        assert not terminal.shows("Unknown terminal")


@pytest.mark.parametrize("known", [True, False])
def test_the_doctor_tells_what_was_found(tmp_path: os.PathLike[str], known: bool) -> None:
    with hashiya("doctor", library=os.path.join(tmp_path, "l.db"), columns=200, rows=30) as terminal:
        if known:
            terminal.tell_places()
        terminal.answer = b"\x1b[8;1$y\x1bP>|VTE(7006)\x1b\\\x1b[?65;1;9c" if known else b"\x1b[?62;c"
        assert terminal.end() == 0
    text = "\n".join(terminal.screen.display)
    assert ("terminal: vte (version=VTE(7006))" if known else "terminal: unknown (not recognised)") in text
    for part in ("hashiya 0.1.0", "python: 3.", "textual=8", "strategy: visual", "size: 200x30", "not made yet"):
        assert part in text
    assert ("lam-alef 1, tatweel 1" in text) == known
    assert ("widths: not answered" in text) == (not known)
